import { LineIndex, type Range } from '../model/lines';
import type { ReportFormat } from '../model/report';
import type { Span } from '../model/span';
import { type Occurrence, type Subject, subjectKey } from '../model/subject';
import { isDocument, recogniseFile } from '../parse/recognise';
import { decodeText } from './decode';
import { CANDIDATE_GLOBS, type FileSource } from './file-source';
import { mayHavePaths, textFilter } from './mention-filter';
import { canonicalUri } from './uri';
import type { WorkspaceSnapshot } from './workspace';

/** What closed files are looked through with. */
export interface MentionIndexService {
  readonly files: FileSource;
  readonly folder: string | undefined;
  readonly snapshot: () => WorkspaceSnapshot;
  /** Every place in a file of a snapshot that names something. */
  readonly occurrences: (snapshot: WorkspaceSnapshot, uri: string) => readonly Occurrence[];
  /** Every place in a file of a snapshot that leads to another file by its path. */
  readonly links: (snapshot: WorkspaceSnapshot, uri: string) => readonly FileLink[];
  /** Lets other messages be dealt with. */
  readonly pause: () => Promise<void>;
  /** Whether {@link MentionIndex.filesChanged} is told of every change; else files are read again for each search. */
  readonly isWatched: boolean;
}

/** How a search is followed and ended. */
export interface SearchControl {
  readonly isCancelled: () => boolean;
  /** Told before each file that has to be read: how many are done, of how many. */
  readonly tell?: (done: number, total: number) => void;
}

/** The places of a subject in a file that is not open. */
export interface FoundMentions {
  readonly uri: string;
  readonly places: readonly { readonly range: Range; readonly isDefinition: boolean }[];
}

/** A place that leads to a file, by a path from the file that it stands in. */
export interface FileLink {
  /** Where the path stands; offsets into the file. */
  readonly span: Span;
  /** The path, perhaps with a part behind `#`. */
  readonly reference: string;
}

/** A report that is not open, as it is on disk. */
export interface ClosedReport {
  readonly uri: string;
  readonly text: string;
  readonly format: ReportFormat;
  readonly occurrences: readonly Occurrence[];
  readonly links: readonly FileLink[];
}

/**
 * Which subjects the reports name that nobody has open. Of a file that was looked through no more is kept than subjects
 * and positions; of one whose words cannot name what is looked for, nothing, and it is read again for another subject.
 * What is kept is dropped when the file changes, or what reports are read against.
 */
export class MentionIndex {
  /** Files that may be reports, by canonical URI; undefined until somebody searches. */
  private candidates: Map<string, string> | undefined;
  private known: KnownFiles = { readAgainst: [], files: new Map(), keys: new Map() };
  private changes = 0;

  constructor(private readonly service: MentionIndexService) {}

  /**
   * The places of a subject in all files that the snapshot does not know, in slices that let other messages through.
   * What is found when it is cancelled is an answer to nothing.
   */
  async search(subject: Subject, control: SearchControl): Promise<readonly FoundMentions[]> {
    const key = subjectKey(subject);
    const found: FoundMentions[] = [];
    await this.overClosed(textFilter(subject, this.service.snapshot()), control, (uri, file, keys) => {
      const places = placesOf(file, keys.get(key));
      if (places.length > 0) {
        found.push({ uri, places });
      }
    });
    return found;
  }

  /** The closed reports that name a subject, read anew: offsets of other texts would be wrong. */
  async reports(subject: Subject, control: SearchControl): Promise<readonly ClosedReport[]> {
    const found = await this.search(subject, control);
    return this.readAll(
      found.map(({ uri }) => uri),
      control,
    );
  }

  /** All closed reports that lead to other files, as the report before or by a link. */
  async reportsWithPaths(control: SearchControl): Promise<readonly ClosedReport[]> {
    const uris: string[] = [];
    await this.overClosed(mayHavePaths, control, (uri, file) => {
      if (file.hasPaths) {
        uris.push(uri);
      }
    });
    return this.readAll(uris, control);
  }

  /** Files have changed on disk, were opened or closed, are new or gone. */
  filesChanged(uris: readonly string[]): void {
    this.changes++;
    for (const uri of uris) {
      const key = canonicalUri(uri);
      this.known.files.delete(key);
      if (!isDocument(key)) {
        this.candidates?.set(key, uri);
      }
    }
  }

  private async overClosed(
    mayName: (text: string) => boolean,
    control: SearchControl,
    visit: (uri: string, file: KnownFile, keys: ReadonlyMap<string, number>) => void,
  ): Promise<void> {
    const candidates = await this.findCandidates();
    const { pause, snapshot, files, isWatched } = this.service;
    const known = this.knownNow(snapshot());
    const closed = [...candidates].filter(([, uri]) => snapshot().text(uri) === undefined);
    const unread: (readonly [string, string])[] = [];
    for (const [key, uri] of closed) {
      const file = isWatched ? known.files.get(key) : undefined;
      if (file) {
        visit(uri, file, known.keys);
      } else {
        unread.push([key, uri]);
      }
    }
    const fetched = unread.slice(0, FETCHED_AHEAD).map(([, uri]) => files.read(uri));
    for (const [index, [key, uri]] of unread.entries()) {
      if (control.isCancelled()) {
        return;
      }
      control.tell?.(index, unread.length);
      const ahead = unread[index + FETCHED_AHEAD];
      if (ahead) {
        fetched.push(files.read(ahead[1]));
      }
      const before = this.changes;
      const bytes = await fetched[index];
      const text = bytes && decodeText(bytes);
      const old = known.files.get(key);
      const file = text === undefined ? NOTHING : this.lookThrough(uri, text, known, old, mayName);
      if (file) {
        if (before === this.changes) {
          known.files.set(key, file);
        }
        visit(uri, file, known.keys);
      }
      await pause();
    }
  }

  private async findCandidates(): Promise<ReadonlyMap<string, string>> {
    const { files, folder } = this.service;
    if (!this.candidates || !this.service.isWatched) {
      const found = folder === undefined ? [] : await files.find(folder, CANDIDATE_GLOBS);
      const candidates = new Map(found.map((uri) => [canonicalUri(uri), uri]));
      // What has changed while they were looked for is among them already.
      this.candidates = new Map([...candidates, ...(this.service.isWatched ? (this.candidates ?? []) : [])]);
    }
    return this.candidates;
  }

  /** What is known as long as reports are read against the same. A search goes on with what it began with. */
  private knownNow({ roadmaps, actors, settings }: WorkspaceSnapshot): KnownFiles {
    const now = [roadmaps, actors, settings];
    if (now.some((value, index) => value !== this.known.readAgainst[index])) {
      this.known = { readAgainst: now, files: new Map(), keys: new Map() };
    }
    return this.known;
  }

  /** What a text names; undefined where it cannot name what is looked for, and nothing is known of it. */
  private lookThrough(
    uri: string,
    text: string,
    { keys }: KnownFiles,
    old: KnownFile | undefined,
    mayName: (text: string) => boolean,
  ): KnownFile | undefined {
    if (old && old.digest === digestOf(text)) {
      return old;
    }
    const kind = recogniseFile(canonicalUri(uri), text);
    const mayBeReport = kind === 'none' && this.service.snapshot().settings.reports.length > 0;
    if (kind !== 'markdown-report' && kind !== 'yaml-report' && !mayBeReport) {
      return NOTHING;
    }
    if (!mayName(text)) {
      return undefined;
    }
    const report = this.readText(uri, text);
    return report ? compact(report, keys) : NOTHING;
  }

  /** Reports as they are on disk, with pauses behind each. */
  private async readAll(uris: readonly string[], control: SearchControl): Promise<readonly ClosedReport[]> {
    const reports: ClosedReport[] = [];
    for (const uri of uris) {
      if (control.isCancelled()) {
        break;
      }
      const report = await this.read(uri);
      if (report) {
        reports.push(report);
      }
      await this.service.pause();
    }
    return reports;
  }

  private async read(uri: string): Promise<ClosedReport | undefined> {
    const bytes = await this.service.files.read(uri);
    const text = bytes && decodeText(bytes);
    return text === undefined ? undefined : this.readText(uri, text);
  }

  /** A report on disk; undefined where the file is none. Nothing of its reading is kept. */
  private readText(uri: string, text: string): ClosedReport | undefined {
    const base = this.service.snapshot();
    const snapshot = base.with([{ uri, text }]);
    try {
      const format = snapshot.report(uri)?.report.format;
      return (
        format && {
          ...{ uri, text, format },
          occurrences: this.service.occurrences(snapshot, uri),
          links: this.service.links(snapshot, uri),
        }
      );
    } finally {
      if (base.text(uri) === undefined) {
        snapshot.with([{ uri, text: undefined }]);
      }
    }
  }
}

/** What a report names, each subject by its number; new ones are added to `keys`. */
function compact({ text, occurrences, links }: ClosedReport, keys: Map<string, number>): KnownFile {
  const lines = new LineIndex(text);
  const numbers = new Uint32Array(occurrences.length * FIELDS);
  occurrences.forEach(({ subject, span, isDefinition }, index) => {
    const key = subjectKey(subject);
    const number = keys.get(key) ?? keys.size;
    keys.set(key, number);
    const [start, end] = [lines.positionAt(span.start), lines.positionAt(span.end)];
    const subjectNumber = number * 2 + (isDefinition ? 1 : 0);
    numbers.set([subjectNumber, start.line, start.character, end.line, end.character], index * FIELDS);
  });
  const hasPaths = links.length > 0 || occurrences.some(({ subject }) => subject.kind === 'report');
  return { numbers, hasPaths, digest: digestOf(text) };
}

/** The places in a file of the subject with a number; none where no file names it. */
function placesOf({ numbers }: KnownFile, subject: number | undefined): FoundMentions['places'] {
  const places: { range: Range; isDefinition: boolean }[] = [];
  for (let at = 0; subject !== undefined && at < numbers.length; at += FIELDS) {
    const own = numbers[at] ?? 0;
    if (own >> 1 === subject) {
      const [line = 0, character = 0, endLine = 0, endCharacter = 0] = numbers.subarray(at + 1, at + FIELDS);
      const range = { start: { line, character }, end: { line: endLine, character: endCharacter } };
      places.push({ range, isDefinition: (own & 1) === 1 });
    }
  }
  return places;
}

/** A number that two texts hardly ever share (FNV-1a over UTF-16 units, with the length). */
function digestOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) + text.length * 2 ** 32;
}

/** Numbers of an occurrence: twice its subject's, one more for a definition; line and character of start and end. */
const FIELDS = 5;

/** How many files are fetched before they are needed. */
const FETCHED_AHEAD = 8;

interface KnownFile {
  readonly numbers: Uint32Array;
  /** Whether it leads to other files by their paths. */
  readonly hasPaths: boolean;
  /** Of its text; undefined where it is no report. */
  readonly digest: number | undefined;
}

/** What is known of files that were read against the same roadmaps, actors and settings. */
interface KnownFiles {
  readonly readAgainst: readonly unknown[];
  /** By canonical URI. */
  readonly files: Map<string, KnownFile>;
  /** Numbers of subjects, by their keys. */
  readonly keys: Map<string, number>;
}

const NOTHING: KnownFile = { numbers: new Uint32Array(0), hasPaths: false, digest: undefined };
