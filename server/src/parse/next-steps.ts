import type { ReadingContext } from '../model/context';
import type { IsoDay } from '../model/date';
import type { ActorMention, Mentions, NextStep } from '../model/report';
import type { Span } from '../model/span';
import { partSpan, singleSpaced, trimSpan } from './fields';
import { findMentions } from './mentions';

/**
 * A next step from its sentence: "In autumn 2024, the Commission and Europol will present the blueprint to Eurojust by
 * June 2025." Its actors are those before the verb (Commission, Europol), its date is the last one (by June 2025).
 *
 * @param text the words, without code, comments and addresses
 * @param reference the day that "next year" counts from
 * @param known what the text mentions as an item, where somebody has looked; spans are offsets into the text
 */
export function readNextStep(
  text: string,
  span: Span,
  context: ReadingContext,
  reference: IsoDay,
  known?: Mentions,
): NextStep {
  const passage = { kind: 'item', span: { start: 0, end: text.length }, text } as const;
  const mentions = known ?? findMentions([passage], context, reference);
  const last = mentions.dates[mentions.dates.length - 1];
  const due = last && partSpan(text, span, last.span);
  return {
    text: singleSpaced(text),
    span: trimSpan(text, span),
    actors: subjects(text, mentions.actors).map((mention) => ({
      text: mention.text,
      span: partSpan(text, span, mention.span),
      actors: [mention.actor],
    })),
    ...(last && due ? { due: { value: last.date, text: last.text, span: due, key: due } } : {}),
  };
}

/** Verbs that next steps are written with; the subject is before the first of them. */
const VERB =
  /\b(?:will|shall|should|would|must|may|might|can|could|to|is|are|has|have|plans?|intends?|aims?|expects?|continues?)\b/g;

/** What may stand between two actors of one subject. */
const BETWEEN_SUBJECTS =
  /^[\s,;&/()]*(?:(?:and|or|as well as|together with|along with|with|with the support of|supported by|in cooperation with|jointly with|where (?:relevant|appropriate|necessary)|the|its)[\s,;&/()]*)*$/i;

/** What may stand before a subject where no verb of the list follows: an article, or when it is to be done. */
const BEFORE_SUBJECT = /^\W*(?:(?:in|by|from|until|before|after|during|at|on|as of)\s[^,]*,\s*)?(?:the\s+)?$/i;

/** Where the first verb is. A name may have a word in it that is one elsewhere: "access to data". */
function verbIn(text: string, mentions: readonly ActorMention[]): number | undefined {
  let next = 0;
  for (const { index } of text.matchAll(VERB)) {
    while ((mentions[next]?.span.end ?? text.length) <= index) {
      next++;
    }
    if ((mentions[next]?.span.start ?? text.length) > index) {
      return index;
    }
  }
  return undefined;
}

function subjects(text: string, mentions: readonly ActorMention[]): readonly ActorMention[] {
  const verb = verbIn(text, mentions);
  const before = mentions.filter((mention) => mention.span.end <= (verb ?? text.length));
  const [first] = before;
  if (!first || (verb === undefined && !BEFORE_SUBJECT.test(text.slice(0, first.span.start)))) {
    return [];
  }
  const breaks = before.findIndex((mention, index) => {
    const previous = before[index - 1];
    return previous && !BETWEEN_SUBJECTS.test(text.slice(previous.span.end, mention.span.start));
  });
  return breaks < 0 ? before : before.slice(0, breaks);
}
