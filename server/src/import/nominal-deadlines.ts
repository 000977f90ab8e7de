import type { SentenceDeadline } from './deadlines';
import { headline, titleFrom } from './short-titles';
import { agentsIn, involvedIn } from './subjects';
import type { ProseHelp, Undertaking } from './undertakings';
import { baseVerbAt, gerundAt, participleAt, type Verb } from './verbs';

/**
 * What stands at a date without a verb that says who does what: "EUR 2 million for 2024-2025", "led by Spain from 2025".
 *
 * @param found what the sentence says otherwise; nothing is said twice
 * @returns one or nothing
 */
export function undertakingAt(
  deadline: SentenceDeadline,
  text: string,
  place: number,
  found: readonly Undertaking[],
  help: ProseHelp,
): readonly Undertaking[] {
  const before = text.slice(0, deadline.start);
  const checks = deadline.check === undefined ? [] : [deadline.check];
  const lead = leadBy(before, help);
  if (lead) {
    return [{ ...lead, deadline: deadline.deadline, checks, place }];
  }
  if (PAST.test(before) && !/\d{4}/.test(deadline.deadline.stated ?? '')) {
    return [];
  }
  const chunk = chunkBefore(before);
  const words = chunk.replace(/^(?:(?:is|are|was|were|has|have|been|which|that|this|these|there)\s+)+/iu, '');
  const verb = baseVerbAt(words) ?? gerundAt(words);
  const title =
    moneyTitle(before) ||
    (verb && titleFrom(verb.verb, words.slice(verb.end))) ||
    headline(words) ||
    headline(text.slice(deadline.end));
  if (!title.includes(' ') || found.some((one) => one.title === title)) {
    return [];
  }
  const present = presentTense(chunk, deadline, place, help);
  if (present) {
    return [present];
  }
  const agents = agentsIn(chunk, help);
  const actors = agents.length > 0 ? agents : involvedIn(chunk, title, help);
  const doubt = 'No words of the source say who does this; the date is all there is.';
  return [{ title, actors, deadline: deadline.deadline, checks: [doubt, ...checks], place }];
}

/** "Agreed last" in front of a month without a year: it is over. */
const PAST =
  /\b(?:agreed|adopted|published|launched|endorsed|approved|presented|held|signed|concluded)(?: last)?\s*$/iu;

/** The part of a sentence that a date behind it belongs to. */
function chunkBefore(before: string): string {
  const joints = [
    ...before.matchAll(
      /[,;:]\s+(?:and\s+|but\s+|while\s+)?|\s+(?:and|while|as well as)\s+(?:the|an?|by)\s+|\s+with (?:a view to|the aim of)\s+/gu,
    ),
  ];
  const last = joints
    .filter(({ index, 0: words }) => before.slice(index + words.length).split(/\s+/).length > 3)
    .at(-1);
  return last ? before.slice(last.index + last[0].length) : before;
}

/**
 * "Two studies that the Commission launched on tides and on lamps, the results of which are expected in 2032": one for each
 * of what they are on.
 */
export function resultsAt(
  { start, deadline, check }: SentenceDeadline,
  text: string,
  place: number,
  { actors }: ProseHelp,
): readonly Undertaking[] {
  const [, kind = '', about = '', what = ''] = RESULTS.exec(text.slice(0, start)) ?? [];
  const singular = kind
    .replace(/ies$/iu, 'y')
    .replace(/(?<!i)s$/iu, '')
    .toLowerCase();
  const first = /(?<!\p{L})on\s+/u.exec(about);
  const topics = (first ? about.slice(first.index + first[0].length).split(/(?:,\s*|\s+)and\s+on\s+|,\s*on\s+/u) : [])
    .map((topic) => headline(topic))
    .filter((topic) => topic !== '');
  const who = [...new Set(actors.find(about).map(({ actor }) => actor))];
  return topics.map((topic) => ({
    title: `${what.charAt(0).toUpperCase()}${what.slice(1).toLowerCase()} of ${singular} on ${topic.charAt(0).toLowerCase()}${topic.slice(1)}`,
    actors: who,
    deadline,
    checks: check === undefined ? [] : [check],
    place,
  }));
}

const RESULTS =
  /\b(stud(?:y|ies)|surveys?|evaluations?|assessments?|analys[ei]s|reviews?|audits?|pilots?|consultations?)\b([^;:]{0,300}?),\s+the (results|findings|outcomes?|conclusions) of which [^,;:]{2,40}$/iu;

/** "… driven by Belgium in 2022 and by Italy", before a date: who has the lead then. */
function leadBy(before: string, { actors }: ProseHelp): Pick<Undertaking, 'title' | 'actors'> | undefined {
  const match = LEAD_BY.exec(before);
  const named = match?.[1] === undefined ? [] : actors.find(match[1]);
  const [first] = named;
  return first && named.length === 1 && first.span.end === match?.[1]?.trimEnd().length
    ? { title: `Lead by ${actors.nameOf(first.actor)}`, actors: [first.actor] }
    : undefined;
}

const LEAD_BY =
  /\b(?:driven|led|chaired|co-chaired|steered|headed|coordinated|presided over)\s+by\s+(?:[^.;:]{0,80}\band\s+by\s+)?([^.,;:]{2,60})$/iu;

/** "EUR 2 million from the Internal Security Fund": how much, and what it is paid from. Empty where it says nothing of it. */
function moneyTitle(before: string): string {
  const amount = /(?:(?:EUR|USD|GBP|CHF|€|\$|£)\s?\d[\d.,]*(?:\s(?:million|billion))?)\s*$/u.exec(before)?.[0].trim();
  if (amount === undefined) {
    return '';
  }
  const source =
    /\b(?:[Ff]unded|[Ff]inanced|[Pp]aid|[Ss]upported)\s+(?:through|from|by|under|via)\s+((?:the\s+)?[^,.;]{3,60})/u.exec(
      before,
    );
  return source ? `${amount} from ${source[1]?.trim()}` : '';
}

/** The verb that "supports" or, behind "has", "mobilised" is a form of. */
function verbOf(word: string, isPerfect: boolean): Verb | undefined {
  if (isPerfect) {
    return participleAt(word)?.verb;
  }
  const stem = word.replace(/s$/u, '');
  return (baseVerbAt(stem) ?? baseVerbAt(stem.replace(/e$/u, '')))?.verb;
}

/** "The Commission supports the resolution for December 2023": what somebody does already, by a day ahead. */
function presentTense(
  chunk: string,
  deadline: SentenceDeadline,
  place: number,
  help: ProseHelp,
): Undertaking | undefined {
  const [first] = help.actors.find(chunk);
  const behind = first ? chunk.slice(first.span.end) : '';
  const match = /^(?:['’]s)?\s+(?:also\s+|further\s+|therefore\s+)?(?:ha(?:s|ve)\s+(?:also\s+)?)?(\p{L}+)(?=\s)/u.exec(
    behind,
  );
  const isHead = first && /^\s*(?:the\s+)?$/iu.test(chunk.slice(0, first.span.start));
  const verb = match ? verbOf(match[1] ?? '', /\bha(?:s|ve)\s/u.test(match[0])) : undefined;
  if (!first || !isHead || !match || !verb || verb.isEffect) {
    return undefined;
  }
  const title = titleFrom(verb, behind.slice(match[0].length));
  const checks = deadline.check === undefined ? [] : [deadline.check];
  return title === '' ? undefined : { title, actors: [first.actor], deadline: deadline.deadline, checks, place };
}
