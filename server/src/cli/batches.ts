import { canonicalUri, resolveReference } from '../project/uri';
import type { TextFile } from './collect';

/** No batch has more files, so that the last thread to be busy is not busy alone for long. */
const MOST_FILES = 16;

/** A batch has more files only to keep a report together with those that it goes on from. */
const MOST_RELATED_FILES = 64;

/** No batch has more text, in UTF-16 units, unless a single file has. */
const MOST_TEXT = 200_000;

/**
 * Parts files into batches that can be checked one by one in any order. Reports that go on from each other are kept
 * together where that is possible: a report is read together with those that its `previous` lead back to.
 *
 * @param atLeast how many batches are wanted, so that several threads have something to do
 */
export function batchesOf(files: readonly TextFile[], atLeast: number): TextFile[][] {
  const mostFiles = Math.max(1, Math.min(MOST_FILES, Math.floor(files.length / atLeast)));
  const batches: TextFile[][] = [];
  let [batch, length]: [TextFile[], number] = [[], 0];
  for (const chain of chainsOf(files)) {
    for (const [index, file] of chain.entries()) {
      const most = index === 0 ? mostFiles : MOST_RELATED_FILES;
      if (batch.length > 0 && (batch.length >= most || length + file.text.length > MOST_TEXT)) {
        batches.push(batch);
        [batch, length] = [[], 0];
      }
      batch.push(file);
      length += file.text.length;
    }
  }
  return batch.length > 0 ? [...batches, batch] : batches;
}

/** Files with those that go on from them, each file once; what is first among them comes first. */
function chainsOf(files: readonly TextFile[]): readonly (readonly TextFile[])[] {
  const known = new Map(files.map((file) => [canonicalUri(file.uri), file]));
  const followers = new Map<TextFile | undefined, TextFile[]>();
  for (const file of files) {
    const target = known.get(previousOf(file) ?? '');
    const others = followers.get(target);
    if (others) {
      others.push(file);
    } else {
      followers.set(target, [file]);
    }
  }
  const seen = new Set<TextFile>();
  // Those that go on from each other in a circle have no first one.
  return [...(followers.get(undefined) ?? []), ...files].flatMap((start) => {
    const chain: TextFile[] = [];
    const waiting = [start];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (!seen.has(file)) {
        seen.add(file);
        chain.push(file);
        waiting.push(...(followers.get(file) ?? []).toReversed());
      }
    }
    return chain.length > 0 ? [chain] : [];
  });
}

/**
 * The canonical URI that a report's `previous` seems to lead to. Nothing depends on it but what is read how often, so
 * that a look at the lines at the top is enough.
 */
function previousOf({ uri, text }: TextFile): string | undefined {
  const line = /^previous[ \t]*:[ \t]*(["']?)([^\r\n]+?)\1[ \t]*(?: #.*)?$/m.exec(text.slice(0, TOP));
  return line?.[2] === undefined ? undefined : resolveReference(uri, line[2]);
}

/** Where the keys of a header stand, in UTF-16 units. */
const TOP = 4000;
