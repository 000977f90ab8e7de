import type { DraftFormat } from './drafts/draft';
import { type Keystroke, typing } from './drafts/typing';
import { type Probe, probed } from './lsp/probe';
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

/** How long, and how often, is measured. */
export interface RatioOptions {
  /** Milliseconds that a server types in one turn at most: one that has become very slow shows so in a few keystrokes. */
  readonly longestTurn: number;
  readonly tries: number;
  /** Whether no further try is needed. */
  readonly isEnough: (ratios: EchoRatios) => boolean;
}

/** Keystrokes in one turn of a server, and turns in one try. The first turn of all is not measured. */
const TURN = 10;
const TURNS = 6;

/**
 * Types in a draft of 10,000 lines, in turns with the echo server.
 *
 * @param project The project's folder.
 * @param server The file of the server.
 * @param echo The file of the echo server.
 * @returns What each try has given, at least one.
 */
export function measureRatios(
  project: string,
  server: string,
  echo: string,
  format: DraftFormat,
  { longestTurn, tries, isEnough }: RatioOptions,
): Promise<EchoRatios[]> {
  return withDraft(project, { lines: 10_000, format, shape: 'many' }, async (documents) => {
    const typists = [
      new Typist(plainContestant(OURS, server, format), project, documents.folder),
      new Typist(plainContestant(ECHO, echo, format), project, documents.folder),
    ];
    const contestants = typists.map(({ contestant }) => contestant);
    return withContestants(contestants, documents, async (open) => {
      const turn = async () => {
        const costs: Cost[] = [];
        for (const [index, one] of open.entries()) {
          costs.push((await typists[index]?.type(one, TURN, longestTurn)) ?? NO_COST);
        }
        return costs;
      };
      await turn();
      const results: EchoRatios[] = [];
      do {
        const turns: Cost[][] = [];
        for (let count = 0; count < TURNS; count++) {
          turns.push(await turn());
        }
        results.push(
          ratiosOf(
            turns.map(([ours]) => ours ?? NO_COST),
            turns.map(([, limit]) => limit ?? NO_COST),
          ),
        );
      } while (results.length < tries && !results.some(isEnough));
      return results;
    });
  });
}

/** What the keystrokes of one turn have cost. */
interface Cost {
  readonly times: readonly number[];
  /** Milliseconds of all of them together; undefined where the system does not tell. */
  readonly processor: number | undefined;
}

const NO_COST: Cost = { times: [], processor: undefined };

/** Types in one server, which can be asked for its processor time. */
class Typist {
  readonly contestant: Contestant;
  private readonly probe: Probe;
  private keystrokes: Keystroke[] = [];

  constructor(contestant: Contestant, project: string, folder: string) {
    const setup = contestant.setup('');
    const probe = probed(setup.command, project, folder, false);
    this.probe = probe;
    this.contestant = { ...contestant, setup: () => ({ ...setup, command: probe.command }) };
  }

  async type(open: OpenContestant, count: number, longest: number): Promise<Cost> {
    if (this.keystrokes.length === 0) {
      this.keystrokes = typing(open.text, open.contestant.format, MOST_KEYSTROKES);
    }
    const before = await this.probe.usageOf(open.editor.server);
    const start = performance.now();
    const times: number[] = [];
    while (times.length < count && (times.length === 0 || performance.now() - start < longest)) {
      const keystroke = this.keystrokes.shift();
      if (!keystroke) {
        throw new RangeError('There are no more keystrokes.');
      }
      times.push(await typeKeystroke(open, keystroke));
    }
    const after = await this.probe.usageOf(open.editor.server);
    return { times, processor: before && after && after.processor - before.processor };
  }
}

/** As many as all tries take. */
const MOST_KEYSTROKES = 200;

function ratiosOf(ours: readonly Cost[], limit: readonly Cost[]): EchoRatios {
  const processor = processorOf(ours) / processorOf(limit);
  const timesIn = (costs: readonly Cost[]) => costs.flatMap(({ times }) => times);
  return {
    clock: median(timesIn(ours)) / median(timesIn(limit)),
    processor: Number.isNaN(processor) ? undefined : processor,
  };
}

/** Milliseconds for one keystroke; NaN where the system does not tell. */
function processorOf(costs: readonly Cost[]): number {
  const sum = costs.reduce((total, { processor }) => total + (processor ?? Number.NaN), 0);
  return sum / costs.reduce((total, { times }) => total + times.length, 0);
}
