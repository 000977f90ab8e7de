import type { Actor } from '../model/actor';
import type { IsoDay } from '../model/date';
import type { ImportedRoadmap } from './imported-roadmap';

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
}

/** What became of it: `unit` is what places in the report count; or why it cannot be imported, a sentence. */
export type ImportAnswer = (ImportedRoadmap & { readonly unit: 'line' | 'paragraph' }) | { readonly problem: string };

/** Imports a document in another thread. Never rejects but where it was asked to stop. */
export type DocumentImporter = (task: ImportTask, stop?: AbortSignal) => Promise<ImportAnswer>;

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
