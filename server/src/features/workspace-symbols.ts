import { type Actor, namesOf } from '../model/actor';
import { actionLabel, type Deliverable, type Roadmap } from '../model/roadmap';
import type { Snapshot } from '../model/snapshot';
import type { Span } from '../model/span';
import { type OutlineItem, type OutlineKind, Outlines } from './outline';

/** Something in a workspace that can be gone to by its name. */
export interface WorkspaceSymbol {
  /** One line. Where something is found by a name that is not in its usual one, both. */
  readonly name: string;
  readonly kind: OutlineKind;
  /** What it belongs to: the roadmap's or the report's title. */
  readonly container: string | undefined;
  readonly uri: string;
  /** Offsets into the file. */
  readonly span: Span;
}

/** Finds actions, deliverables, commitments and actors of all roadmaps and actors files, and entries of known reports. */
export class WorkspaceSymbols {
  private readonly outlines = new Outlines();

  /**
   * What a query finds, best first, never more than {@link MOST_SYMBOLS}. Every word of it has to begin a word of the
   * id, number, title or a name, or be in it; what is found so comes before what only has its letters in their order. Of
   * equals, actions come first, then entries. An empty query finds everything.
   */
  find(snapshot: Snapshot, query: string): readonly WorkspaceSymbol[] {
    const wanted = query.trim().toLowerCase();
    const words = wanted.split(/\s+/).filter((word) => word !== '');
    const letters = wanted.replace(/\s+/g, '');
    const found: { readonly candidate: Candidate; readonly match: Match }[] = [];
    for (const candidate of this.candidates(snapshot)) {
      const match = words.length === 0 ? ANYTHING : matchOf(candidate, words, letters);
      if (match) {
        found.push({ candidate, match });
      }
    }
    return found
      .sort((a, b) => a.match.rank - b.match.rank)
      .slice(0, MOST_SYMBOLS)
      .map(({ candidate: { name, kind, container, uri, span }, match }) => ({
        name: match.by === undefined ? name : `${name} – ${match.by}`,
        kind,
        container,
        uri,
        span: span(),
      }));
  }

  private *candidates(snapshot: Snapshot): Iterable<Candidate> {
    const roadmaps = [...snapshot.roadmaps.values()];
    for (const roadmap of roadmaps) {
      yield* actionsOf(roadmap);
    }
    for (const uri of snapshot.reportUris) {
      yield* this.entriesOf(snapshot, uri);
    }
    for (const roadmap of roadmaps) {
      for (const { deliverables } of roadmap.actions) {
        yield* deliverables.map((item) => deliverableCandidate(roadmap, item, 'deliverable'));
      }
      yield* roadmap.commitments.map((item) => deliverableCandidate(roadmap, item, 'commitment'));
    }
    for (const actor of snapshot.actors.all) {
      if (actor.kind !== 'other') {
        yield actorCandidate(actor, snapshot);
      }
    }
  }

  private *entriesOf(snapshot: Snapshot, uri: string): Iterable<Candidate> {
    const title = snapshot.report(uri)?.report.header.title?.text ?? uri.slice(uri.lastIndexOf('/') + 1);
    const entries = (items: readonly OutlineItem[]): readonly OutlineItem[] =>
      items.flatMap((item) => (item.kind === 'entry' ? [item] : entries(item.children)));
    for (const { name, selection } of entries(this.outlines.of(snapshot, uri))) {
      yield { name, kind: 'entry', container: title, uri, span: () => selection, ids: [], otherNames: [] };
    }
  }
}

/** More than anybody reads; whoever looks for something types on. */
export const MOST_SYMBOLS = 200;

interface Candidate {
  readonly name: string;
  readonly kind: OutlineKind;
  readonly container: string | undefined;
  readonly uri: string;
  readonly span: () => Span;
  /** What it is called for short: typed exactly, it comes first. */
  readonly ids: readonly string[];
  readonly otherNames: readonly string[];
}

interface Match {
  /** The lower the better. */
  readonly rank: number;
  /** The other name that it was found by. */
  readonly by?: string;
}

const ANYTHING: Match = { rank: 0 };

function* actionsOf(roadmap: Roadmap): Iterable<Candidate> {
  for (const { id, title, idSpan } of roadmap.actions) {
    const name = `${actionLabel(roadmap, id)}: ${title}`;
    const { uri } = roadmap;
    yield { name, kind: 'action', container: roadmap.title, uri, span: () => idSpan, ids: [id], otherNames: [] };
  }
}

function deliverableCandidate(
  { title: container, uri }: Roadmap,
  { id, title, idSpan }: Deliverable,
  kind: 'deliverable' | 'commitment',
): Candidate {
  return { name: `${id} ${title}`, kind, container, uri, span: () => idSpan, ids: [id], otherNames: [] };
}

function actorCandidate(actor: Actor, snapshot: Snapshot): Candidate {
  const { id, name, short, uri, span } = actor;
  return {
    name: short === undefined ? name : `${name} (${short})`,
    kind: 'actor',
    container: actor.kind,
    uri,
    span: () => firstLine(snapshot.text(uri) ?? '', span),
    ids: short === undefined ? [id] : [id, short],
    otherNames: [...namesOf(actor).filter((one) => one !== name && one !== short), id],
  };
}

function matchOf({ name, ids, otherNames }: Candidate, words: readonly string[], letters: string): Match | undefined {
  const rank = rankOf(name, words);
  if (ids.some((id) => id.toLowerCase() === words.join(' '))) {
    return rank === undefined ? { rank: 0, by: ids[0] ?? '' } : { rank: 0 };
  }
  if (rank !== undefined) {
    return { rank };
  }
  for (const other of otherNames) {
    const otherRank = rankOf(other, words);
    if (otherRank !== undefined) {
      return { rank: otherRank, by: other };
    }
  }
  return letters.length >= SHORTEST_SCATTERED && hasInOrder(name.toLowerCase(), letters) ? { rank: 3 } : undefined;
}

/** Fewer letters in some order are in every title. */
const SHORTEST_SCATTERED = 3;

/** 1 where every word begins one of the name's, 2 where one only stands in it; undefined where one does not. */
function rankOf(name: string, words: readonly string[]): number | undefined {
  const text = name.toLowerCase();
  let rank = 1;
  for (const word of words) {
    const isStart = startsWord(text, word);
    if (!isStart && (!text.includes(word) || /^\d/.test(word))) {
      return undefined;
    }
    rank = isStart ? rank : 2;
  }
  return rank;
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{Nd}.]/u.test(text.charAt(at - 1))) {
      return true;
    }
  }
  return false;
}

function hasInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) {
      return false;
    }
  }
  return true;
}

function firstLine(text: string, { start, end }: Span): Span {
  const line = /^[^\r\n]*/.exec(text.slice(start, end))?.[0].trimEnd() ?? '';
  return { start, end: start + line.length };
}
