import { setTimeout as sleep } from 'node:timers/promises';
import { typing } from '../drafts/typing';
import { wasCancelled } from '../lsp/editor';
import {
  type Contestant,
  type Documents,
  type Measured,
  measuredOf,
  type OpenContestant,
  withContestants,
} from './contestant';

/** Milliseconds between the keys of a fast typist. */
const KEY_EVERY = 50;

/**
 * Times from a change to the first findings that know of it, where a key comes every 50 ms whether the server has
 * answered or not. As in VS Code, a request that is still open when the next key comes is cancelled. For servers that
 * are pulled.
 *
 * @param count How many keystrokes.
 */
export function measureTypist(
  contestants: readonly Contestant[],
  documents: Documents,
  count: number,
): Promise<Measured[]> {
  return withContestants(contestants, documents, async (open) => {
    const results: Measured[] = [];
    for (const one of open) {
      results.push(measuredOf(one, await typeSteadily(one, count)));
    }
    return results;
  });
}

/** Types keys at a steady pace. @returns The time of each key to the first findings that know of it. */
export async function typeSteadily(
  { editor, uri, text, contestant }: OpenContestant,
  count: number,
): Promise<number[]> {
  const times: number[] = [];
  let unanswered: number[] = [];
  let last: ReturnType<typeof editor.startPull> | undefined;
  const start = performance.now();
  for (const [index, { edit, textAfter }] of typing(text, contestant.format, count).entries()) {
    await sleep(Math.max(0, start + index * KEY_EVERY - performance.now()));
    const now = performance.now();
    unanswered.push(now);
    last?.cancel();
    editor.change(uri, edit, textAfter);
    last = editor.startPull(uri);
    const answer = last.answer;
    void answer.then(
      (at) => {
        times.push(...unanswered.filter((key) => key <= now).map((key) => at - key));
        unanswered = unanswered.filter((key) => key > now);
      },
      (error: unknown) => {
        if (!wasCancelled(error)) {
          throw error;
        }
      },
    );
  }
  await last?.answer;
  return times;
}
