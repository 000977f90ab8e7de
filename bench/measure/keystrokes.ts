import { type Keystroke, typing } from '../drafts/typing';
import {
  type Contestant,
  type Documents,
  type Measured,
  measuredOf,
  type OpenContestant,
  withContestants,
} from './contestant';
import { inTurns } from './turns';

/**
 * Times from before a change is written to the arrival of the findings after it, of the same keystrokes in several
 * servers.
 *
 * @param count How many keystrokes are measured; as many as a tenth go before, unmeasured.
 * @param rounds In how many turns.
 */
export function measureKeystrokes(
  contestants: readonly Contestant[],
  documents: Documents,
  count: number,
  rounds: number,
): Promise<Measured[]> {
  return withContestants(contestants, documents, async (open) => {
    const keystrokes = new Map<OpenContestant, Keystroke[]>();
    for (const one of open) {
      const measured = Math.ceil(count * one.contestant.share);
      const prepared = typing(one.text, one.contestant.format, measured + Math.ceil(measured / 10));
      for (const keystroke of prepared.splice(0, prepared.length - measured)) {
        await typeKeystroke(one, keystroke);
      }
      keystrokes.set(one, prepared);
    }
    const times = await inTurns(open, keystrokes, rounds, typeKeystroke);
    return open.map((one) => measuredOf(one, times.get(one) ?? []));
  });
}

/** Types one key and waits for the findings. @returns Milliseconds. */
export async function typeKeystroke(
  { editor, uri }: Pick<OpenContestant, 'editor' | 'uri'>,
  { edit, textAfter }: Keystroke,
): Promise<number> {
  const before = performance.now();
  editor.change(uri, edit, textAfter);
  const { at } = await editor.findings(uri);
  return at - before;
}
