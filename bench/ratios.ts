import type { DraftFormat } from './drafts/draft';
import { typing } from './drafts/typing';
import { probed } from './lsp/probe';
import { type Contestant, type OpenContestant, plainContestant, withContestants } from './measure/contestant';
import { typeKeystroke } from './measure/keystrokes';
import { withDraft } from './parts';
import { ECHO, OURS } from './report/results';
import { median } from './report/statistics';

/** What a keystroke at 10,000 lines costs the server, in costs of the echo server in the same run. */
export interface EchoRatios {
  /** By the clock, medians. */
  readonly clock: number;
  /** By processor time, which other programs disturb less; undefined where the system does not tell. */
  readonly processor: number | undefined;
}

/** Keystrokes in one turn of a server. */
const TURN = 10;
const TURNS = 6;

/**
 * Types in a draft of 10,000 lines, in turns with the echo server.
 *
 * @param project The project's folder.
 * @param server The file of the server.
 * @param echo The file of the echo server.
 * @param longest Milliseconds of typing after which no further turn is begun: a server that has become very slow shows
 *   so in a few keystrokes.
 */
export function measureRatios(
  project: string,
  server: string,
  echo: string,
  format: DraftFormat,
  longest: number,
): Promise<EchoRatios> {
  return withDraft(project, { lines: 10_000, format, shape: 'many' }, async (documents) => {
    const probes = new Map<string, ReturnType<typeof probed>>();
    const contestants = [plainContestant(OURS, server, format), plainContestant(ECHO, echo, format)].map(
      (contestant): Contestant => {
        const setup = contestant.setup('');
        const probe = probed(setup.command, project, documents.folder, false);
        probes.set(contestant.name, probe);
        return { ...contestant, setup: () => ({ ...setup, command: probe.command }) };
      },
    );
    return withContestants(contestants, documents, async ([ours, limit]) => {
      if (!ours || !limit) {
        throw new Error('Two servers were started.');
      }
      const usage = async ({ contestant, editor }: OpenContestant) =>
        (await probes.get(contestant.name)?.usageOf(editor.server))?.processor;
      const costs = await typeInTurns([ours, limit], usage, longest);
      const [our, its] = [costs.get(ours), costs.get(limit)];
      const processor = (our?.processor ?? Number.NaN) / (its?.processor ?? Number.NaN);
      return {
        clock: median(our?.times ?? []) / median(its?.times ?? []),
        processor: Number.isNaN(processor) ? undefined : processor,
      };
    });
  });
}

interface Cost {
  readonly times: number[];
  /** Milliseconds of all measured keystrokes together. */
  processor: number;
}

async function typeInTurns(
  open: readonly OpenContestant[],
  usageOf: (one: OpenContestant) => Promise<number | undefined>,
  longest: number,
): Promise<Map<OpenContestant, Cost>> {
  const keystrokes = new Map(open.map((one) => [one, typing(one.text, one.contestant.format, TURN * (TURNS + 1))]));
  const costs = new Map<OpenContestant, Cost>(open.map((one) => [one, { times: [], processor: 0 }]));
  const start = performance.now();
  for (let turn = 0; turn <= TURNS && (turn < 2 || performance.now() - start < longest); turn++) {
    for (const [one, cost] of costs) {
      const before = await usageOf(one);
      const times: number[] = [];
      for (const keystroke of keystrokes.get(one)?.slice(turn * TURN, (turn + 1) * TURN) ?? []) {
        times.push(await typeKeystroke(one, keystroke));
      }
      const after = await usageOf(one);
      // The first turn warms up.
      if (turn > 0) {
        cost.times.push(...times);
        cost.processor += (after ?? Number.NaN) - (before ?? Number.NaN);
      }
    }
  }
  return costs;
}
