import { isDocument } from '../parse/recognise';
import type { FileSource } from './file-source';
import { canonicalUri, fileName } from './uri';

/** Makes the draft of a report of a document: the draft, or a sentence that says why there is none. Never rejects. */
export type DraftMaker = (document: Uint8Array, name: string) => Promise<string>;

/** What a file source needs to give the drafts of documents. */
export interface DraftEnvironment {
  readonly makeDraft: DraftMaker;
  /** What is said of a document of so many bytes, before it is read; undefined where it is not too large. */
  readonly tooLarge: (bytes: number) => string | undefined;
}

/**
 * The same files, but for documents (Word, HTML): instead of what is in them they give the draft that an import makes of
 * it, as text; where it makes none, the sentence that says why (see {@link draftProblem}). Each content is imported once,
 * when it is first read.
 */
export function filesWithDrafts(files: FileSource, { makeDraft, tooLarge }: DraftEnvironment): FileSource {
  const drafts = new Map<string, Promise<string>>();
  const draftOf = async (bytes: Uint8Array, name: string) => {
    const digest = await digestOf(bytes);
    if (digest === undefined) {
      return makeDraft(bytes, name);
    }
    // What a document is depends on its name, too.
    const key = `${digest} ${name}`;
    const draft = drafts.get(key) ?? makeDraft(bytes, name);
    drafts.delete(key);
    drafts.set(key, draft);
    const [oldest] = drafts.keys();
    if (oldest !== undefined && drafts.size > MOST_KEPT) {
      drafts.delete(oldest);
    }
    return draft;
  };
  const read = async (uri: string) => {
    const size = await files.size?.(uri);
    const problem = size === undefined ? undefined : tooLarge(size);
    if (problem !== undefined) {
      return problem;
    }
    const bytes = await files.read(uri);
    return bytes && draftOf(bytes, fileName(uri));
  };
  return {
    ...files,
    read: async (uri) => {
      if (!isDocument(canonicalUri(uri))) {
        return files.read(uri);
      }
      const text = await read(uri);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
  };
}

/**
 * Why a document has no draft: the text that {@link filesWithDrafts} gives is a sentence then; an empty one where the
 * document is being imported still. Undefined for a draft, which begins with its header.
 */
export function draftProblem(text: string): string | undefined {
  return text.startsWith('---\n') ? undefined : text;
}

/**
 * The text that places in a file count from. That of a document is a draft, which nobody sees: in an empty one, all
 * places are where the document begins.
 */
export function placesText(uri: string, text: string | undefined): string | undefined {
  return text !== undefined && isDocument(canonicalUri(uri)) ? '' : text;
}

/** As many documents as the reports of a project go on from. */
const MOST_KEPT = 50;

/** Undefined in a browser's page that came over HTTP, which may not make any. */
async function digestOf(bytes: Uint8Array): Promise<string | undefined> {
  const { subtle } = crypto as Partial<typeof crypto>;
  const digest = await subtle?.digest('SHA-256', new Uint8Array(bytes));
  return digest && Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
