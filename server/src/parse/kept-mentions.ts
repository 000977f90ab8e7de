import type { ReadingContext } from '../model/context';
import type { IsoDay } from '../model/date';
import type { Mentions, Passage } from '../model/report';
import { overlaps, type Span } from '../model/span';
import { findMentions } from './mentions';
import { movedBy } from './moved';

/** Passages with what they mention, all of it in order, as {@link findMentions} gives it for them and their heading. */
export interface PassagesWithMentions {
  readonly heading: { readonly span: Span } | undefined;
  readonly passages: readonly Passage[];
  readonly mentions: Mentions;
}

/**
 * What {@link findMentions} gives; of passages that were there before an edit it is known. That is sound because what a
 * passage mentions depends on its words, on what kind of passage it is, and on the context alone.
 *
 * @param earlier read against the same context and the same reference day; its heading may have mentions too
 * @param found what some of the passages mention
 */
export function findMentionsAgain(
  passages: readonly Passage[],
  context: ReadingContext,
  reference: IsoDay,
  earlier: PassagesWithMentions | undefined,
  found: ReadonlyMap<Passage, Mentions>,
): Mentions {
  const known = earlier && mentionsByWords(earlier);
  const all = passages.map((passage) => {
    const kept = known?.get(keyOf(passage));
    return kept
      ? movedBy(kept.mentions, passage.span.start - kept.at)
      : (found.get(passage) ?? findMentions([passage], context, reference));
  });
  return {
    actions: all.flatMap(({ actions }) => actions),
    actors: all.flatMap(({ actors }) => actors),
    dates: all.flatMap(({ dates }) => dates),
    citations: all.flatMap(({ citations }) => citations),
  };
}

interface KeptMentions {
  /** Where the passage started. */
  readonly at: number;
  readonly mentions: Mentions;
}

/** What each passage mentions, by its words; nothing where passages overlap, and it cannot be told whose a mention is. */
function mentionsByWords({ heading, passages, mentions }: PassagesWithMentions): ReadonlyMap<string, KeptMentions> {
  const known = new Map<string, KeptMentions>();
  const isShared = ({ span }: Passage, index: number): boolean =>
    span.start < (passages[index - 1]?.span.end ?? 0) || (heading !== undefined && overlaps(span, heading.span));
  if (passages.some(isShared)) {
    return known;
  }
  const lists = {
    actions: byPassage(passages, mentions.actions),
    actors: byPassage(passages, mentions.actors),
    dates: byPassage(passages, mentions.dates),
    citations: byPassage(passages, mentions.citations),
  };
  passages.forEach((passage, index) => {
    const own = {
      actions: lists.actions.get(index) ?? [],
      actors: lists.actors.get(index) ?? [],
      dates: lists.dates.get(index) ?? [],
      citations: lists.citations.get(index) ?? [],
    };
    known.set(keyOf(passage), { at: passage.span.start, mentions: own });
  });
  return known;
}

/** The mentions of each passage, by its index, in their order; those of a heading are in none. */
function byPassage<T extends { readonly span: Span }>(
  passages: readonly Passage[],
  mentions: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const found = new Map<number, T[]>();
  let index = 0;
  for (const mention of mentions) {
    if (mention.span.start < (passages[index]?.span.start ?? 0)) {
      index = 0;
    }
    while (index < passages.length && (passages[index]?.span.end ?? 0) <= mention.span.start) {
      index++;
    }
    if (mention.span.start >= (passages[index]?.span.start ?? Number.POSITIVE_INFINITY)) {
      const own = found.get(index) ?? [];
      own.push(mention);
      found.set(index, own);
    }
  }
  return found;
}

/** Passages with the same key mention the same, as far from their start. */
function keyOf({ kind, quoted, text }: Passage): string {
  return `${kind}${quoted ? ' quoted' : ''}\n${text}`;
}
