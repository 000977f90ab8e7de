import type { ReadingContext } from '../model/context';
import type { IsoDay } from '../model/date';
import type { Mentions, Passage } from '../model/report';
import { shiftSpan } from '../model/span';
import { findMentions, shiftMentions } from './mentions';

/** A passage with what it mentions; the spans of both count from the same place. */
export interface PassageWithMentions {
  readonly passage: Passage;
  readonly mentions: Mentions;
}

/**
 * Finds what passages mention; of passages that were there before an edit it is known. That is sound because what a
 * passage mentions depends on its words, on what kind of passage it is, and on the context alone.
 */
export class MentionFinder {
  private byWords: ReadonlyMap<string, PassageWithMentions> | undefined;

  /** @param known looked at against the same context and the same reference day */
  constructor(
    private readonly context: ReadingContext,
    private readonly reference: IsoDay,
    private readonly known: readonly PassageWithMentions[] = [],
  ) {}

  /** One that knows others. */
  among(known: readonly PassageWithMentions[]): MentionFinder {
    return new MentionFinder(this.context, this.reference, known);
  }

  /** What `findMentions` gives for the passage. */
  mentionsOf(passage: Passage): Mentions {
    this.byWords ??= new Map(this.known.map((one) => [keyOf(one.passage), one]));
    const same = this.byWords.size > 0 ? this.byWords.get(keyOf(passage)) : undefined;
    return same
      ? shiftMentions(same.mentions, passage.span.start - same.passage.span.start)
      : findMentions([passage], this.context, this.reference);
  }

  /** The passages with what they mention, in the same order. */
  lookInto(passages: readonly Passage[]): readonly PassageWithMentions[] {
    return passages.map((passage) => ({ passage, mentions: this.mentionsOf(passage) }));
  }
}

/** The passages `by` UTF-16 units further on. */
export function shiftPassages(said: readonly PassageWithMentions[], by: number): readonly PassageWithMentions[] {
  return by === 0
    ? said
    : said.map(({ passage, mentions }) => ({
        passage: { ...passage, span: shiftSpan(passage.span, by) },
        mentions: shiftMentions(mentions, by),
      }));
}

/** Passages with the same key mention the same, as far from their start. */
function keyOf({ kind, quoted, text }: Passage): string {
  return `${kind}${quoted ? ' quoted' : ''}\n${text}`;
}
