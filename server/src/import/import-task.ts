import type { Actor } from '../model/actor';
import type { IsoDay } from '../model/date';
import { withDraftNotes } from '../parse/draft-notes';
import type { ImportedRoadmap } from './imported-roadmap';
import { BOUNDS } from './unreadable';

/** A document to import: plain data, so that another thread can do it. */
export interface ImportTask {
  /** The document's file. */
  readonly bytes: Uint8Array;
  /** Its name, without a path. */
  readonly name: string;
  /** Actors that are known. */
  readonly actors: readonly Actor[];
  readonly today: IsoDay;
  /** What it becomes; absent: a roadmap. */
  readonly as?: 'roadmap' | 'report';
  /** For the draft of a report: the roadmap that it is on, or those that it may be on. Absent: somebody fills it in. */
  readonly on?: string | readonly RoadmapTitles[];
}

/** A roadmap by the titles of its actions. */
export interface RoadmapTitles {
  readonly id: string;
  readonly titles: readonly string[];
}

/** What became of it: `unit` is what places in the report count; or why it cannot be imported, a sentence. */
export type ImportAnswer = (ImportedRoadmap & { readonly unit: 'line' | 'paragraph' }) | { readonly problem: string };

/** Imports a document in another thread. Never rejects but where it was asked to stop. */
export interface DocumentImporter {
  (task: ImportTask, stop?: AbortSignal): Promise<ImportAnswer>;
  /** How many bytes a document may have; absent: {@link LARGEST_DOCUMENT}. */
  readonly largest?: number;
}

/** How many bytes a document may have. */
export const LARGEST_DOCUMENT = BOUNDS.word;

/**
 * How many bytes it may have in a browser, where nothing bounds the memory of an import: it takes some twenty times as
 * much, and a tab of the browser has a few gigabytes.
 */
export const LARGEST_IN_BROWSER = 20_000_000;

/** What is said of a document with so many bytes, so that it is not even read; undefined where it may be. */
export function tooManyBytes(
  size: number,
  { largest = LARGEST_DOCUMENT }: Pick<DocumentImporter, 'largest'>,
): string | undefined {
  const [given, most] = [size, largest].map((bytes) => Math.ceil(bytes / 1_000_000));
  return size > largest
    ? `The file has ${given} MB; up to ${most} MB can be imported here. Save it without pictures, or import a part of it.`
    : undefined;
}

/**
 * Makes drafts of reports of documents: the draft, with what could not be read as a comment ({@link withDraftNotes}), or a
 * sentence that says why there is none. Never rejects.
 */
export function draftsBy(
  importDocument: DocumentImporter,
  today: () => IsoDay,
): (bytes: Uint8Array, name: string) => Promise<string> {
  return async (bytes, name) => {
    try {
      const answer = await importDocument({ bytes, name, actors: [], today: today(), as: 'report' });
      return 'problem' in answer ? answer.problem : withDraftNotes(answer.text, notesOf(answer));
    } catch (error) {
      return `The import failed (${error instanceof Error ? error.message : error}).`;
    }
  };
}

function notesOf({ report, unit }: Exclude<ImportAnswer, { readonly problem: string }>): readonly string[] {
  return report.map(({ place, text }) => (place === undefined ? text : `In ${unit} ${place + 1}: ${text}`));
}

/** How much an import may take; whoever starts the thread sees to it. */
export const IMPORT_LIMITS = {
  /** Milliseconds. */
  time: 60_000,
  /** Memory, in MiB. */
  memory: 1024,
} as const;

/** What is said of a document that needs more than {@link IMPORT_LIMITS} allow. */
export const TOO_LONG =
  'The import takes too long, so it was stopped. Take out what is no text, or import the document in parts.';

/** See {@link TOO_LONG}. */
export const TOO_LARGE =
  'The import takes too much memory, so it was stopped. Take out what is no text, or import the document in parts.';
