import type { Actor, ActorRegister } from '../model/actor';
import { actorInUse, isInUse } from '../model/actor-names';
import { actorNamesOf } from '../model/assignment';
import { formatDay, type IsoDay } from '../model/date';
import type { ActorMention, ActorName, EntryFields, Passage, SectionReading } from '../model/report';
import { overlaps, type Span, shiftSpan } from '../model/span';
import { sentencesOf } from '../parse/sentences';
import { looksLikeId } from './actor-spelling';
import type { CheckEnvironment } from './check-context';
import { changeTo } from './did-you-mean';
import { markdownExample, yamlExample } from './example-reports';
import type { Rule, RuleFinding } from './rule';

const LATER = ['date: 2024-12-02'];

export const actorRenamed: Rule = {
  meta: {
    code: 'actor-renamed',
    group: 'actor',
    severity: 'info',
    summary: 'An actor by a name that is not in use at the as-of date',
    why:
      'A body that has a new name or a successor is named as it is called now; a name of the past makes the whole text ' +
      'look copied from the report before.\n\nQuotations, footnotes and sentences that are dated before the change, or ' +
      'that give both names, are left alone. A name that comes into use later is reported only in the field for actors.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['- **Status:** in progress', '', 'EMCDDA has joined as an observer.'], LATER),
        good: markdownExample('5', ['- **Status:** in progress', '', 'EUDA has joined as an observer.'], LATER),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['status: in-progress', 'text: EMCDDA has joined as an observer.'], LATER),
        good: yamlExample('5', ['status: in-progress', 'text: EUDA has joined as an observer.'], LATER),
      },
    ],
    fixable: true,
  },
  *checkSection(section, context) {
    const { actors, asOf } = context;
    const inFields = namesIn(section, actorNamesOf);
    for (const name of inFields) {
      const actor = outdated(name.actors, asOf.day, actors);
      const isCurrent = () => namesIn(section, (fields) => fields.actors?.value ?? []).includes(name);
      if (actor && (!isComing(actor, asOf.day) || isCurrent())) {
        yield finding(actor, name, context, true);
      }
    }
    for (const mention of section.mentions.actors) {
      const actor = mention.quoted ? undefined : outdated([mention.actor], asOf.day, actors);
      const inField = () => inFields.some((name) => overlaps(name.span, mention.span));
      if (actor && !isComing(actor, asOf.day) && !inField() && !isInItsTime(mention, actor, section, actors)) {
        yield finding(actor, mention, context, false);
      }
    }
  },
};

function namesIn(
  section: SectionReading,
  namesOf: (fields: EntryFields) => readonly ActorName[],
): readonly ActorName[] {
  const own = namesOf(section.fields);
  return section.rows.length === 0 ? own : [...own, ...section.rows.flatMap(({ fields }) => namesOf(fields))];
}

/** The actor of a name, where the name was not in use on that day and another one was. */
function outdated(ids: readonly string[], day: IsoDay, register: ActorRegister): Actor | undefined {
  const only = ids.length === 1 ? register.byId(ids[0] ?? '') : undefined;
  if (only && isInUse(only, day)) {
    return undefined;
  }
  const named = ids.flatMap((id) => register.byId(id) ?? []);
  const [first] = named;
  const isOutdated = first && !named.some((actor) => isInUse(actor, day)) && actorInUse(register, first, day) !== first;
  return isOutdated ? first : undefined;
}

function isComing(actor: Actor, day: IsoDay): boolean {
  return actor.since !== undefined && actor.since > day;
}

/** Whether its sentence speaks of the time of the name: by a date, or by naming the successor as well. */
function isInItsTime({ span }: ActorMention, actor: Actor, section: SectionReading, register: ActorRegister): boolean {
  const passage = section.passages.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  if (!passage || passage.kind === 'footnote') {
    return true;
  }
  if (/\b(?:former|formerly|then|ex)[\s-]+(?:the\s+)?$/i.test(passage.text.slice(0, span.start - passage.span.start))) {
    return true;
  }
  const sentence = sentenceAround(span, passage);
  const { actors, dates } = section.mentions;
  const relatives = register.lineageOf(actor).filter((relative) => relative !== actor);
  return (
    actors.some((other) => overlaps(other.span, sentence) && relatives.some(({ id }) => id === other.actor)) ||
    dates.some(({ date, span: place }) => {
      const from = date.earliest ?? date.latest;
      return overlaps(place, sentence) && from !== null && actor.until !== undefined && from <= actor.until;
    })
  );
}

function sentenceAround(span: Span, passage: Passage): Span {
  const sentences = sentencesOf(passage.text).map((sentence) => shiftSpan(sentence, passage.span.start));
  return sentences.find((sentence) => overlaps(sentence, span)) ?? passage.span;
}

function finding(
  actor: Actor,
  { text, span }: ActorName | ActorMention,
  context: CheckEnvironment,
  isField: boolean,
): RuleFinding {
  const { actors, asOf } = context;
  const now = actorInUse(actors, actor, asOf.day);
  const spelling = looksLikeId(text) ? now.id : text === actor.short ? (now.short ?? now.name) : now.name;
  const when = isComing(actor, asOf.day)
    ? `comes into use on ${formatDay(actor.since ?? asOf.day)}`
    : `was in use until ${formatDay(actor.until ?? asOf.day)}`;
  return {
    span,
    message: `“${text}” ${when}; on ${formatDay(asOf.day)} the name is “${spelling}”. Use it, or say which time is meant.`,
    related: [{ uri: now.uri, span: now.span, message: now.name }],
    fixes: () => [changeTo(spelling, span, isField)],
  };
}
