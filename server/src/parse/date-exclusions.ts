import { isLetterOrPlainDigitBefore } from './characters';
import type { DatePhrase } from './date-phrases';
import { hasYear } from './date-readings';
import type { DatePoint, DateScan } from './date-scan';
import { matchesApart } from './match-at';

/**
 * What a phrase of running prose is that has the form of a date: a date, or part of the name of an act, plan or report,
 * or something else, such as a plain number or the number of an action (DESIGN, end of section 6).
 */
export function kindInProse(scan: DateScan, phrase: DatePhrase): 'date' | 'name' | 'other' {
  if (isNumbered(scan, phrase)) {
    return 'other';
  }
  if (!hasYear(phrase)) {
    return isWithoutYearOnPurpose(scan, phrase) ? 'date' : 'other';
  }
  if (phrase.effect === 'plain' && isOfAnAct(scan, phrase)) {
    return 'name';
  }
  if (phrase.points.some((point) => isAmbiguous(point, phrase))) {
    return 'other';
  }
  return phrase.points.every(isBareYear) ? kindOfYears(scan, phrase) : 'date';
}

/** How much text around a date can tell what it is; the bound keeps the time in proportion to the length of the text. */
const AROUND = 160;

/** "Today" is a date in "as of today" only. */
function isAmbiguous({ kind, needsYear }: DatePoint, { effect }: DatePhrase): boolean {
  return kind === 'fixed' && needsYear === true && effect === 'plain';
}

function isBareYear(point: DatePoint): boolean {
  return point.plain === true;
}

function before(scan: DateScan, phrase: DatePhrase): string {
  return scan.text.slice(Math.max(0, phrase.start - AROUND), phrase.start);
}

function behind(scan: DateScan, phrase: DatePhrase): string {
  return scan.text.slice(phrase.end, phrase.end + AROUND);
}

/** A day or month without a year is a date where a word in front of it says so: "on 3 June", "held in June". */
function isWithoutYearOnPurpose(scan: DateScan, phrase: DatePhrase): boolean {
  const hasPrefix = phrase.effect !== 'plain';
  const isLedBy = (words: RegExp) => hasPrefix || endsWithWords(words, before(scan, phrase));
  return phrase.points.every((point) => {
    switch (point.kind) {
      case 'day':
        return true;
      case 'month':
        return point.needsYear !== true && (point.part !== undefined || isLedBy(MONTH_LEAD));
      case 'season':
      case 'quarter':
      case 'half':
        // "In the autumn." but not "before the summer break", "in the second half of the game".
        return point.contextual === true || (isLedBy(SEASON_LEAD) && CLAUSE_END.test(behind(scan, phrase)));
      default:
        return point.contextual === true && (point.needsYear !== true || hasPrefix);
    }
  });
}

/** Whether a text ends with words; the pattern says which, and that nothing follows them. */
function endsWithWords(words: RegExp, text: string): boolean {
  return matchesApart(words, text, isLetterOrPlainDigitBefore).length > 0;
}

const SEASON_LEAD = /(?:in|during)\s+(?:the\s+)?[*_]{0,3}$/giu;

const CLAUSE_END = /^[*_]{0,3}(?:[.,;:!?)]|\s*$|\n\s*\n)/u;

const MONTH_LEAD = /(?:in|on|of|for|during)\s+(?:the\s+)?[*_]{0,3}$/giu;

/** "Actions 3 and 4 June 2024": the first number is that of an action. */
function isNumbered(scan: DateScan, { points, effect, start }: DatePhrase): boolean {
  return (
    effect === 'plain' &&
    points[0]?.kind === 'day' &&
    endsWithWords(LABEL, scan.text.slice(Math.max(0, start - 20), start))
  );
}

const LABEL =
  /(?:actions?|articles?|arts?|annex(?:es)?|areas?|chapters?|figures?|items?|no|nos|n°|objectives?|pages?|p|pp|paras?|paragraphs?|parts?|phases?|points?|priorit(?:y|ies)|questions?|recommendations?|sections?|steps?|tables?|titles?|version|vol|volume)\.?\s+[*_]{0,3}$/giu;

/** Years without any other word of dates are none where they belong to a name or count something. */
function kindOfYears(scan: DateScan, phrase: DatePhrase): 'date' | 'name' | 'other' {
  if (phrase.points.length === 1 && UNITS_BEHIND.test(behind(scan, phrase))) {
    return 'other';
  }
  if (phrase.effect !== 'plain') {
    return 'date';
  }
  const text = before(scan, phrase);
  const isSpan = phrase.joints.length > 0 && phrase.joints.every((joint) => joint === 'range');
  if (!isSpan && !endsWithWords(YEAR_LEAD, text)) {
    return 'other';
  }
  const isInName = endsName(text) || (endsWithWords(DETERMINER, text) && beginsName(behind(scan, phrase)));
  return isInName ? 'name' : 'date';
}

/** Sums, weights and heads: "by 2000 officers" counts, "in 2024 seizures rose" does not. */
const UNITS_BEHIND =
  /^[\s\u00a0]{0,3}(?:%|€|per\s?cent|million|billion|bn|eur\b|euros?|usd|dollars?|kg\b|kilos?\b|kilograms?|tonnes?|tons?\b|km\b|officers|people|persons|participants|experts|pages|hours|containers)/iu;

/** Words before a bare year that make it a date. "In" and "by" are prefixes and decided already. */
const YEAR_LEAD = /(?:for|during|within|both|across|of\s+the\s+years|the\s+years|years)\s+[*_]{0,3}$/giu;

const DETERMINER = /(?:the|its|our|their|this|that|a|an|new|current|next|EU|Union['’]s|EU['’]s)\s+[*_"“‘']{0,3}$/giu;

/** Whether the text ends with a name that the years belong to: "EU Drugs Strategy ", "the action plan for ". */
function endsName(text: string): boolean {
  const clause = text.slice(lastBreak(text)).replace(/[\s*_("“‘'[]+$/u, '');
  const bare = clause.replace(/(?:^|\s)(?:for|of|covering)(?:\s+the\s+(?:period|years))?$/iu, '');
  const words = bare.split(/\s+/u).slice(-LONGEST_NAME);
  const last = words.at(-1) ?? '';
  const isIntroduced = bare !== clause && !/\sof(?:\s+the\s+years)?$/iu.test(clause);
  if (!isIntroduced && isNameLike(last)) {
    return true;
  }
  for (const word of words.reverse().map(stripMarks)) {
    if (NAME_NOUN.test(word)) {
      return true;
    }
    if (CLAUSE_WORD.test(word)) {
      return false;
    }
  }
  return false;
}

/** Whether the text goes on with a name that the years belong to: " multiannual financial framework". */
function beginsName(text: string): boolean {
  const words = text.trimStart().split(/\s+/u).slice(0, LONGEST_ADJECTIVES);
  for (const word of words) {
    if (NAME_NOUN.test(stripMarks(word))) {
      return true;
    }
    if (CLAUSE_WORD.test(word) || /[.,;:!?)]$/.test(word)) {
      return false;
    }
  }
  return false;
}

const [LONGEST_NAME, LONGEST_ADJECTIVES] = [10, 5];

/** Where the clause that a text ends in begins. */
function lastBreak(text: string): number {
  const breaks = [...text.matchAll(/[.;:!?|](?=\s)|\n\s*\n|\n\s*[-*•]\s/gu)].at(-1);
  return breaks ? breaks.index + breaks[0].length : 0;
}

/** A capital, a number, a plus or a closing bracket: "EMPACT", "Erasmus+", "(EU)". */
function isNameLike(word: string): boolean {
  return /^[\p{Lu}\d"“‘'(]|[)\]+]$/u.test(word.replace(/^[*_]+/u, '')) && !LEADING_WORD.test(stripMarks(word));
}

/** Words that introduce a period although they can begin a sentence. */
const LEADING_WORD =
  /^(?:in|for|from|by|of|and|or|over|across|during|throughout|between|both|until|since|covering|years?|period|the|deadline|date|dates|timeline|timing|duration)$/iu;

const NAME_NOUN =
  /^(?:strateg(?:y|ies)|plans?|programmes?|programs?|agendas?|frameworks?|road-?maps?|cycles?|reports?|priorit(?:y|ies)|initiatives?|compass|pacts?|charters?|packages?|surveys?|assessments?|socta|te-sat|empact|mff|guidelines?|documents?|polic(?:y|ies))$/iu;

/** Verbs and prepositions, behind which no name goes on. */
const CLAUSE_WORD =
  /^(?:is|are|was|were|be|been|being|has|have|had|will|shall|would|should|can|could|may|might|must|runs?|covers?|lasts?|which|that|who|in|by|from|over|during|throughout|until|since|between|under|the|its|their|our)$/iu;

function stripMarks(word: string): string {
  return word.replace(/^[*_("“‘'[]+|[*_)"”’'\].,;:¹²³⁴-⁹⁰]+$/gu, '');
}

/** "Directive (EU) 2015/849 … of 20 May 2015", "OJ L 141, 5.6.2015": a day in the name of an act or its publication. */
function isOfAnAct(scan: DateScan, phrase: DatePhrase): boolean {
  const text = before(scan, phrase);
  const end = text.slice(-LONGEST_JOURNAL_NAME);
  if (
    !(endsWithOf(end) || end.includes('OJ') || end.includes('Journal')) ||
    !/\bof[\s*_]+$|\b(?:OJ|Journal)\b/u.test(end)
  ) {
    return false;
  }
  const words = text.trimEnd().split(/\s+/u).map(stripMarks);
  const last = words.at(-1)?.toLowerCase();
  return (last === 'of' && leadsBackTo(words, ACT_NOUN, WITHIN_ACT)) || leadsBackTo(words, JOURNAL, WITHIN_JOURNAL);
}

/** Whether the last letters of a text, before space and emphasis, are "of". */
function endsWithOf(text: string): boolean {
  let end = text.length;
  while (end > 0 && (text.charAt(end - 1).trim() === '' || '*_'.includes(text.charAt(end - 1)))) {
    end--;
  }
  return text.endsWith('of', end);
}

/** "Official Journal of the European Union C 287 A, " and a little more. */
const LONGEST_JOURNAL_NAME = 60;

/** Whether the words, read backwards, come to a word of the one kind through nothing but words of the other. */
function leadsBackTo(words: readonly string[], wanted: RegExp, allowed: RegExp): boolean {
  for (let index = words.length - 1; index >= 0; index--) {
    const word = words[index] ?? '';
    if (wanted.test(word)) {
      return word !== 'Action' || words[index - 1] === 'Joint';
    }
    if (!allowed.test(word)) {
      return false;
    }
  }
  return false;
}

const ACT_NOUN =
  /^(?:Regulations?|Directives?|Decisions?|Recommendations?|Action|Conventions?|Protocols?|Treaty|Resolutions?|Agreement|Judge?ments?|Act|Law|Order|Opinion)$/u;

const WITHIN_ACT =
  /^(?:of|the|and|European|Union|Parliament|Council|Commission|Court|Justice|Central|Bank|Ministers|No|N°|Nr|(?:EU|EC|EEC|ECSC|JHA|CFSP|Euratom)(?:,\s?Euratom)?|[\d/.-]+(?:\/[A-Za-z]+)?)?$/u;

const JOURNAL = /^(?:OJ|Journal)$/u;

const WITHIN_JOURNAL =
  /^(?:[LCS]?[\d/]*[A-Z]?I?|of|the|European|Union|Communities|Series|Special|Edition|No|pp?|\d+[–-]\d*)$/u;
