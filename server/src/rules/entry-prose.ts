import type { IsoDay } from '../model/date';
import type { EntryReading } from '../model/entry';
import type { DateMention, Passage } from '../model/report';
import { overlaps, type Span } from '../model/span';
import { sentencesOf } from '../parse/sentences';
import type { ReportedPart } from './reported-parts';

/**
 * The dates on or before a day that the text about a part of an entry gives, without deadlines and next steps: one may
 * be its completion. What stands in the items of other deliverables is not about it.
 */
export function pastDatesAbout(part: ReportedPart, entry: EntryReading, asOf: IsoDay): readonly DateMention[] {
  const elsewhere = [...promisesIn(entry), ...openStatuses(entry), ...otherItems(part, entry)];
  return entry.section.mentions.dates.filter(({ date, span }) => {
    const from = date.earliest ?? date.latest;
    return from !== null && from <= asOf && isInside(span, entry.span) && !elsewhere.some((p) => overlaps(p, span));
  });
}

/**
 * Whether the text about a part of an entry cites a document, has a link, or refers to a footnote: its reader finds the
 * evidence there. What stands in the items of other deliverables is not about it.
 *
 * @param sectionText the text of the entry's section
 */
export function citesSomething(part: ReportedPart, entry: EntryReading, sectionText: string): boolean {
  const { section, span: whole } = entry;
  const elsewhere = otherItems(part, entry);
  const text = elsewhere
    .filter((other) => isInside(other, whole))
    .reduce(
      (rest, other) => blank(rest, other.start - whole.start, other.end - whole.start),
      sectionText.slice(whole.start, whole.end),
    );
  return (
    LINK.test(text) ||
    section.mentions.citations.some(({ span }) => isInside(span, whole) && !elsewhere.some((o) => overlaps(o, span)))
  );
}

/**
 * Whether an entry gives a reason outside the field for it: in its text ("because", "owing to", "pending") or as a
 * remark behind a status ("delayed (no budget)").
 */
export function givesReason(entry: EntryReading): boolean {
  const statuses = [entry.fields, ...(entry.fields.deliverables?.value ?? [])].map(({ status }) => status);
  return (
    textOf(entry).some((text) => REASON.test(text)) ||
    statuses.some((status) => status?.value?.as === 'delayed' && REMARK.test(status.text))
  );
}

/** Whether a sentence of an entry seems to say that the thing with this title is done. */
export function seemsDone(entry: EntryReading, title: string): boolean {
  const words = contentWords(title);
  return textOf(entry).some((text) =>
    sentencesOf(text).some(({ start, end }) => {
      const sentence = text.slice(start, end);
      return saysDone(sentence) && contentWords(sentence).some((word) => words.includes(word));
    }),
  );
}

/** The passage of an entry that is nothing but "no progress to report" or the like. */
export function saysNoProgress(entry: EntryReading): Passage | undefined {
  return passagesOf(entry).find(({ kind, text }) => kind !== 'heading' && NO_PROGRESS.test(text.trim()));
}

const LINK = /\]\(\s*<?\S|\]\[[^\]]|\[\^[^\]]+\]|https?:\/\/|www\.\w|[\p{L}\p{P}][¹²³⁴-⁹]/u;

const NO_PROGRESS =
  /^(?:(?:there (?:is|was|has been)|so far,?) )?(?:no progress|nothing to report|(?:work|implementation|this action|the action) has not (?:yet )?(?:started|begun))(?: (?:to report|has been made|was made|was achieved))?(?: (?:on this action|so far|yet|at this stage|in the reporting period|during the reporting period))*\.?$/i;

/** Words that give a reason. Rather too many than too few: a report that has one must not be told that it has none. */
const REASON = new RegExp(
  [
    '\\b(?:because|owing to|on account of|as a (?:result|consequence)|in (?:view|light) of|given that|caused by)\\b',
    '\\bdue to (?!be\\b|take\\b|start\\b|end\\b|begin\\b|report\\b|present\\b|adopt\\b|enter\\b)',
    '\\b(?:for|the) (?:\\S+ )?(?:reasons?|cause)\\b',
    '\\b(?:pending|await(?:s|ing)?|waits?|waiting|depend(?:s|ing|ent) (?:up)?on)\\b',
    '\\b(?:lack|shortages?|insufficient|difficult(?:y|ies)|obstacles?|problems?|technical issues)\\b',
    '\\b(?:hampered|hindered|blocked|slowed|held (?:up|back)|longer than|took (?:longer|more time)|not enough)\\b',
    '\\bno (?:budget|funding|funds|staff|resources|agreement|mandate|majority|legal basis)\\b',
    ',\\s(?:since|as)\\s(?:the|there|it|they|its|their|no|not|many|most|more|several|some|negotiations|work)\\b',
  ].join('|'),
  'i',
);

const REMARK = /[;,:(–—]\s*\p{L}{2}|\s-\s/u;

/** A past participle that tells of a delivery, and the words before it that take it back ("not yet adopted"). */
const DONE =
  /\b((?:not|never|cannot|be|being|will|yet)\s+(?:\S+\s+){0,2})?(?:completed|delivered|finali[sz]ed|finished|adopted|published|launched|presented|established|signed|approved|endorsed|concluded|issued|released|set up|put in place|carried out|submitted|achieved|created|opened|held|took place|entered into (?:force|application|operation)|done)\b/gi;

function saysDone(sentence: string): boolean {
  return [...sentence.matchAll(DONE)].some((match) => match[1] === undefined);
}

/** The longer words, cut to their first letters so that "partnership" and "partnerships" are one. */
function contentWords(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]{5,}/gu) ?? []).map((word) => word.slice(0, 7));
}

/** The text of an entry's passages. Labels of fields, deadlines and next steps are left out. */
function textOf(entry: EntryReading): readonly string[] {
  const silent = [...promisesIn(entry), ...labelsIn(entry)];
  return passagesOf(entry)
    .filter(({ kind }) => kind !== 'heading')
    .map(({ span, text }) =>
      silent
        .filter((other) => overlaps(other, span))
        .reduce((rest, other) => blank(rest, other.start - span.start, other.end - span.start), text),
    );
}

function otherItems(part: ReportedPart, { fields }: EntryReading): readonly Span[] {
  const items = part.item ? (fields.deliverables?.value ?? []) : [];
  return items.filter((item) => item !== part.item).map(({ whole }) => whole);
}

function blank(text: string, from: number, to: number): string {
  const [start, end] = [Math.max(0, from), Math.min(text.length, to)];
  return `${text.slice(0, start)}${' '.repeat(end - start)}${text.slice(end)}`;
}

function labelsIn({ fields }: EntryReading): readonly Span[] {
  const all = [fields, ...(fields.deliverables?.value ?? [])].flatMap((part) => [
    part.status,
    part.reason,
    part.completed,
    part.evidence,
  ]);
  return [...all, fields.deliverables].flatMap((field) => (field ? [field.key] : []));
}

/** Where an entry speaks of deadlines and of what is to come. */
function promisesIn({ fields }: EntryReading): readonly Span[] {
  const { next, deliverables } = fields;
  const dated = [fields, ...(deliverables?.value ?? [])].flatMap(({ due, revised }) => [due, revised]);
  return [...dated, next, ...(next?.value ?? []).map(({ due }) => due)]
    .flatMap((field) => (field ? [field.key, field.span] : []))
    .concat((next?.value ?? []).map(({ span }) => span));
}

/** "In progress since May" tells of no completion. */
function openStatuses({ fields }: EntryReading): readonly Span[] {
  const statuses = [fields, ...(fields.deliverables?.value ?? [])].flatMap(({ status }) => status ?? []);
  return statuses
    .filter(({ value }) => value && value.as !== 'delivered' && value.as !== 'recurring')
    .map(({ span }) => span);
}

function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function passagesOf(entry: EntryReading): readonly Passage[] {
  return entry.section.passages.filter(({ span }) => isInside(span, entry.span));
}
