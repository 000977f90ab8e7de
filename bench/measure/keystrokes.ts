import type { ProcessMemory } from '../lsp/process-usage';
import { type Contestant, type OpenContestant, openContestant } from './contestant';

export interface KeystrokeResult {
  readonly contestant: Contestant;
  /** Milliseconds from before a change is written to the arrival of the findings after it. */
  readonly times: number[];
  /** Processor time of the server for one keystroke, in milliseconds. */
  readonly processor: number | undefined;
  readonly memory: ProcessMemory | undefined;
}

/**
 * Types the same into several servers, in turns, so that a noisy machine disturbs all of them alike.
 *
 * @param folder The workspace of all of them.
 * @param texts The document for each contestant.
 * @param count How many keystrokes are measured; as many as a tenth go before, unmeasured.
 * @param rounds In how many turns.
 */
export async function measureKeystrokes(
  contestants: readonly Contestant[],
  folder: string,
  texts: ReadonlyMap<Contestant, string>,
  count: number,
  rounds: number,
): Promise<KeystrokeResult[]> {
  const open: OpenContestant[] = [];
  try {
    for (const contestant of contestants) {
      const own = Math.ceil(count * contestant.share);
      open.push(await openContestant(contestant, folder, texts.get(contestant) ?? '', own + warmUp(own)));
    }
    const times = new Map<OpenContestant, number[]>();
    const processor = new Map<OpenContestant, number | undefined>();
    for (const one of open) {
      const own = Math.ceil(count * one.contestant.share);
      await typeKeystrokes(one, warmUp(own));
      times.set(one, []);
      processor.set(one, one.editor.server.processorTime());
    }
    for (let round = 0; round < rounds; round++) {
      for (const one of open) {
        const left = one.keystrokes.length;
        times.get(one)?.push(...(await typeKeystrokes(one, Math.ceil(left / (rounds - round)))));
      }
    }
    return open.map((one) => {
      const measured = times.get(one) ?? [];
      const [before, after] = [processor.get(one), one.editor.server.processorTime()];
      return {
        contestant: one.contestant,
        times: measured,
        processor: before === undefined || after === undefined ? undefined : (after - before) / measured.length,
        memory: one.editor.server.memory(),
      };
    });
  } finally {
    await Promise.all(open.map(({ editor }) => editor.server.stop()));
  }
}

/** How many keystrokes go before `count` measured ones. */
function warmUp(count: number): number {
  return Math.ceil(count / 10);
}

/** Types the next keystrokes, each when the findings after the one before have arrived. @returns Milliseconds. */
async function typeKeystrokes({ editor, uri, keystrokes }: OpenContestant, count: number): Promise<number[]> {
  const times: number[] = [];
  for (const { edit, textAfter } of keystrokes.splice(0, count)) {
    const before = performance.now();
    editor.change(uri, edit, textAfter);
    const { at } = await editor.findings(uri);
    times.push(at - before);
  }
  return times;
}
