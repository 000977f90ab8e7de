import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PlacePatterns } from '../drafts/places';
import type { TypedFormat } from '../drafts/typing';
import { Editor, type OpenedText, type ServerSetup } from '../lsp/editor';
import type { ProcessMemory } from '../lsp/process-memory';

/** A server that takes part in a comparison. */
export interface Contestant {
  readonly name: string;
  /** How it is started on a workspace, of which it gets the URI. */
  readonly setup: (folder: string) => ServerSetup;
  /** In which form it is given a document. */
  readonly format: TypedFormat;
  /** Milliseconds that it waits after a change before it begins to work, by its own constant. */
  readonly debounce: number;
  /** How much of the repetitions it gets: 1 is all of them; slow servers get a part. */
  readonly share: number;
  /** Where it has something to complete and to show, if not where the others have it. */
  readonly places?: PlacePatterns;
}

/** What was measured of one contestant. */
export interface Measured {
  readonly name: string;
  /** Milliseconds of each repetition, with the debounce in it. */
  readonly times: readonly number[];
  readonly debounce: number;
  /** How many findings it had at first: a server that finds nothing is not comparable. */
  readonly findings: number;
  readonly memory: ProcessMemory | undefined;
  /** How many answers had something in them, where answers were counted. */
  readonly answers?: number;
}

/** A server that runs, with one document open whose first findings are known. */
export interface OpenContestant {
  readonly contestant: Contestant;
  readonly editor: Editor;
  readonly uri: string;
  readonly text: string;
  readonly findings: number;
}

/** A draft in the forms that contestants need. */
export interface Documents {
  /** The folder of the workspace. */
  readonly folder: string;
  readonly texts: Readonly<Partial<Record<TypedFormat, string>>>;
}

/** A server of the protocol that needs nothing special. */
export function plainContestant(name: string, file: string, format: TypedFormat): Contestant {
  const setup = () => ({ command: { name, args: [file, '--stdio'] } });
  return { name, setup, format, debounce: 0, share: 1 };
}

/** Starts a server on a workspace, opens the document and waits for its findings. */
export async function openContestant(contestant: Contestant, documents: Documents): Promise<OpenContestant> {
  const document = await writeDocument(documents, contestant.format);
  const folder = pathToFileURL(documents.folder).href;
  const editor = await Editor.start(contestant.setup(folder), folder);
  editor.open(document);
  const { count = 0 } = await editor.findings(document.uri);
  return { contestant, editor, uri: document.uri, text: document.text, findings: count };
}

/** Starts several servers, does something with them, and ends them. */
export async function withContestants<T>(
  contestants: readonly Contestant[],
  documents: Documents,
  use: (open: readonly OpenContestant[]) => Promise<T>,
): Promise<T> {
  const open: OpenContestant[] = [];
  try {
    for (const contestant of contestants) {
      open.push(await openContestant(contestant, documents));
    }
    return await use(open);
  } finally {
    await Promise.all(open.map(({ editor }) => editor.server.stop()));
  }
}

/** Writes a document into its workspace, as an editor finds it there. */
export async function writeDocument({ folder, texts }: Documents, format: TypedFormat): Promise<OpenedText> {
  const text = texts[format];
  if (text === undefined) {
    throw new Error(`There is no document in the format ${format}.`);
  }
  const file = join(folder, DOCUMENT_NAMES[format]);
  await writeFile(file, text);
  return { uri: pathToFileURL(file).href, languageId: format, text };
}

/** What was measured of a server that still runs. */
export function measuredOf({ contestant, editor, findings }: OpenContestant, times: readonly number[]): Measured {
  const { name, debounce } = contestant;
  return { name, debounce, times, findings, memory: editor.server.memory() };
}

const DOCUMENT_NAMES: Readonly<Record<TypedFormat, string>> = {
  markdown: 'draft.report.md',
  yaml: 'draft.report.yaml',
  json: 'draft.report.json',
};
