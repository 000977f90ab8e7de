import { NotificationType, RequestType } from 'vscode-languageserver-protocol';
import type { Overview } from '../features/overview';
import type { TokenType } from '../features/semantic-tokens';

/** What our own client says when it starts the server; other editors may say nothing of it. */
export interface InitializationOptions {
  /** Whether the client answers {@link FindFilesRequest} and {@link ReadFileRequest}; else files are read from disk. */
  readonly providesFiles?: boolean;
  /** Settings for editors that have no `workspace/configuration`. */
  readonly settings?: unknown;
  /**
   * URI of a folder on the disk where findings are kept from one start to the next, so that the next one is quick. It is
   * made when it is needed, and may be deleted at any time. Absent: nothing is kept.
   */
  readonly cacheFolder?: string;
  /** How many threads check reports beside the server's own at most. Absent: one less than processors, up to three. */
  readonly threads?: number;
  /** URI of the bundle with the import of documents, for a server in a browser, which reads it through the client. */
  readonly importProgram?: string;
  /** Commands of `ClientCommand` that the client has; whoever has none gets lenses that ask the server. */
  readonly commands?: readonly string[];
}

/** Places to show, and where the list of them stands. */
export type ShowPlacesArguments = {
  readonly uri: string;
  readonly position: PlainPosition;
} & (
  | { readonly locations: readonly PlainLocation[] }
  /** Every place that names an action, by its key; looked for when they are to be shown. */
  | { readonly mentionsOf: string }
);

/** Places that name an action; argument of {@link ServerCommand.mentions}. */
export interface MentionsArguments {
  /** URI of a file in the folder that is meant. */
  readonly uri: string;
  /** Key of the action. */
  readonly mentionsOf: string;
}

interface PlainPosition {
  readonly line: number;
  readonly character: number;
}

/** A place in a file (LSP 3.17, Location). */
export interface PlainLocation {
  readonly uri: string;
  readonly range: { readonly start: PlainPosition; readonly end: PlainPosition };
}

/** Server to client: URIs of files below a folder that match one of the globs. */
export const FindFilesRequest = new RequestType<
  { readonly folder: string; readonly globs: readonly string[] },
  readonly string[],
  void
>('rapporteur/findFiles');

/** Server to client: a file's bytes in Base64, or null where it cannot be read. */
export const ReadFileRequest = new RequestType<{ readonly uri: string }, string | null, void>('rapporteur/readFile');

/** Server to client: how many bytes a file has, or null where nobody can tell; so that one too large is not read. */
export const FileSizeRequest = new RequestType<{ readonly uri: string }, number | null, void>('rapporteur/fileSize');

/** Server to client: the state of an open report after a change; null where the document is no report any more. */
export const OverviewNotification = new NotificationType<{ readonly uri: string; readonly overview: Overview | null }>(
  'rapporteur/overview',
);

/** Client to server: the text of a file that the server knows, such as a built-in one (`rapporteur:` URI), or null. */
export const BuiltInTextRequest = new RequestType<{ readonly uri: string }, string | null, void>(
  'rapporteur/builtInText',
);

/** Commands of `workspace/executeCommand`, with one argument each. */
export const ServerCommand = {
  /** Lists roadmaps, with what a skeleton can be made of: {@link RoadmapChoice}[]. */
  roadmaps: 'rapporteur.server.roadmaps',
  /** Lists the kinds of draft: {@link KindChoice}[]. */
  kinds: 'rapporteur.server.kinds',
  /** The text of a new draft; argument {@link SkeletonArguments}. */
  skeleton: 'rapporteur.server.skeleton',
  /** Inserts entries for missing actions into a report; argument {@link MissingEntriesArguments}; answers how many. */
  insertMissingEntries: 'rapporteur.server.insertMissingEntries',
  /** Writes an as-of date into a report's header; argument {@link SetAsOfArguments}; answers whether it was applied. */
  setAsOf: 'rapporteur.server.setAsOf',
  /** A report in the other format; argument {@link ConvertArguments}; answers {@link ConvertResult}. */
  convert: 'rapporteur.server.convert',
  /** A roadmap, or the draft of a report, from a document; argument {@link ImportArguments}; answers {@link ImportResult}.
   * Can be cancelled. */
  importDocument: 'rapporteur.server.importDocument',
  /** Checks all reports of the workspace and publishes their findings; answers {@link CheckAllResult}. */
  checkAll: 'rapporteur.server.checkAll',
  /** Has the client show the first of some places (`window/showDocument`); argument {@link ShowPlacesArguments}; answers
   * whether it could. */
  showPlaces: 'rapporteur.server.showPlaces',
  /** Every place in the reports of a folder that names an action; argument {@link MentionsArguments}; answers
   * {@link PlainLocation}[]. */
  mentions: 'rapporteur.server.mentions',
} as const;

export interface RoadmapChoice {
  readonly id: string;
  readonly title: string;
  readonly references: readonly string[];
  readonly areas: readonly { readonly id: string; readonly title: string }[];
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly actions: number;
}

export interface KindChoice {
  readonly id: string;
  readonly name: string;
  /** What such a draft is for, in a sentence. */
  readonly about: string;
  /** Whether it cannot do without a roadmap, and whether it has an entry for each action of one. */
  readonly needsRoadmap: boolean;
  readonly hasEntries: boolean;
}

export interface SkeletonArguments {
  /** Id of a kind of draft; absent: a progress report. */
  readonly kind?: string;
  /** Id; absent for a draft on none. */
  readonly roadmap?: string;
  /** Ids of further roadmaps of the report. */
  readonly others?: readonly string[];
  readonly format: 'markdown' | 'yaml';
  /** Absent: by number. */
  readonly by?: 'number' | 'area' | 'actor' | 'deadline';
  /** Ids of areas and actors to which the report is restricted; empty: everything. */
  readonly areas?: readonly string[];
  readonly actors?: readonly string[];
  readonly asOf?: string;
  /** Whether the text is a snippet with stops for placeholders. */
  readonly snippet: boolean;
}

export interface MissingEntriesArguments {
  readonly uri: string;
  /** Ids of actions; absent: all missing ones. */
  readonly actions?: readonly string[];
}

export interface SetAsOfArguments {
  readonly uri: string;
  readonly day: string;
}

export interface ConvertArguments {
  readonly uri: string;
}

/** A text for a new file, with what is to be known about it; or why there is none. */
export type ConvertResult =
  | { readonly format: 'markdown' | 'yaml'; readonly text: string; readonly notes: readonly string[] }
  | { readonly problem: string };

export interface ImportArguments {
  /** The document: Word (`.docx`), HTML, Markdown or plain text. */
  readonly uri: string;
  /** What it becomes; absent: a roadmap. */
  readonly as?: 'roadmap' | 'report';
}

/** Texts for new files, and the report on the import with so many notes; or why there is none, a sentence. */
export type ImportResult =
  | { readonly text: string; readonly actorsText?: string; readonly report: string; readonly notes: number }
  | { readonly problem: string };

export interface CheckAllResult {
  readonly reports: number;
  readonly findings: number;
  readonly cancelled: boolean;
}

/** The types of semantic tokens that package.json brings to VS Code, and the standard one of LSP 3.18 for labels. */
export const TOKEN_TYPES = [
  ...(['action', 'deliverable', 'actor', 'date', 'status', 'citation', 'roadmap', 'label'] as const),
] satisfies readonly TokenType[];
