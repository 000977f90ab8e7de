import type { Position } from 'vscode-languageserver-protocol';
import { PLACES, type PlaceKind, placesIn, prosePlace } from '../drafts/places';
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
 * Times from before a change is written to the arrival of the completions, or hover, asked for behind it. Servers that
 * have nothing to answer in such a document are left out.
 *
 * @param count How many requests of the kind; as many as a tenth go before, unmeasured.
 * @param rounds In how many turns.
 */
export function measureRequests(
  contestants: readonly Contestant[],
  documents: Documents,
  kind: PlaceKind,
  count: number,
  rounds: number,
): Promise<Measured[]> {
  const able = contestants.filter((contestant) => patternOf(contestant, kind) !== undefined);
  return withContestants(able, documents, async (open) => {
    const work = new Map<OpenContestant, Position[]>();
    const askers = new Map<OpenContestant, Asker>();
    for (const one of open) {
      const measured = Math.ceil(count * one.contestant.share);
      const asker = new Asker(one, kind);
      const places = placesIn(one.text, patternOf(one.contestant, kind) ?? /$/g, measured + Math.ceil(measured / 10));
      for (const place of places.splice(0, places.length - measured)) {
        await asker.ask(place);
      }
      asker.answers = 0;
      askers.set(one, asker);
      work.set(one, places);
    }
    const times = await inTurns(open, work, rounds, async (one, place) => (await askers.get(one)?.ask(place)) ?? 0);
    return open.map((one) => ({
      ...measuredOf(one, times.get(one) ?? []),
      // No server puts off the answer to a request.
      debounce: 0,
      answers: askers.get(one)?.answers ?? 0,
    }));
  });
}

/** Where a server has something for such a request; undefined where it has nothing at all. */
function patternOf({ places, format }: Contestant, kind: PlaceKind): RegExp | undefined {
  return (places ?? PLACES[format])[kind];
}

/** Types a letter and takes it back, in turns, and asks after each. */
class Asker {
  /** How many answers had something in them. */
  answers = 0;
  private readonly prose: Position;
  private hasLetter = false;

  constructor(
    private readonly open: OpenContestant,
    private readonly kind: PlaceKind,
  ) {
    this.prose = prosePlace(open.text, open.contestant.format);
  }

  /** @returns Milliseconds from the letter to the answer. */
  async ask(place: Position): Promise<number> {
    const { editor, uri, text } = this.open;
    const behindLetter = { ...this.prose, character: this.prose.character + 1 };
    const before = performance.now();
    editor.change(
      uri,
      this.hasLetter
        ? { range: { start: this.prose, end: behindLetter }, inserted: '' }
        : { range: { start: this.prose, end: this.prose }, inserted: 'x' },
      text,
    );
    this.hasLetter = !this.hasLetter;
    const { result, at } = await editor.server.request(`textDocument/${this.kind}`, {
      textDocument: { uri },
      position: place,
      ...(this.kind === 'completion' ? { context: { triggerKind: 1 } } : {}),
    });
    this.answers += isEmpty(result) ? 0 : 1;
    // As an editor would; and what is still to be done must not fall into the next measurement.
    await editor.findings(uri);
    return at - before;
  }
}

function isEmpty(result: unknown): boolean {
  const items = Array.isArray(result) ? result : ((result as { items?: unknown[] } | null)?.items ?? undefined);
  return result === null || items?.length === 0;
}
