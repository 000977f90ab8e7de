import type { Citation } from '../model/citation';
import { isLetterOrDigitAt } from './characters';
import { matchAt, matchesApart } from './match-at';

/**
 * References to the Official Journal: by issue until 30 September 2023 ("OJ L 141, 5.6.2015, p. 1", "OJ C272 of
 * 8.7.2021, p. 2", "OJ L310/28"), by act since ("OJ L, 2024/1260, 2.5.2024", "OJ C, C/2024/1234, 9.2.2024").
 */
export function findJournalReferences(text: string): Citation[] {
  const found: Citation[] = [];
  for (const match of matchesApart(JOURNAL, text)) {
    const reference = issueAt(text, match) ?? actAt(text, match);
    if (reference) {
      found.push(reference);
    }
  }
  return found;
}

/** The journal's name at the beginning of a word. What follows are patterns of their own, which are quicker to make ready. */
const JOURNAL =
  /(?<!\.)(?:OJ|O\.J\.|Official\s{1,3}Journal(?:\s{1,3}of\s{1,3}the\s{1,3}European\s{1,3}(?:Union|Communit(?:y|ies)))?)\s{1,3}/g;

/** "L 141", "C 102", "No L 22", "129". */
const ISSUE = /(?:No\.?\s{1,3})?(?:([LCS])\s{0,3})?(\d{1,3})/y;

/** "/28" behind an issue. */
const SLASHED = /\/(\d{1,4})(?![\p{Nd}/])/uy;

/** Before the date of an issue, of an act, and before a page. */
const ISSUE_JOINT = /(?:\s{0,3},\s{0,3}|\s{1,3})(?:of\s{1,3})?/y;
const ACT_JOINT = /\s{0,3},?\s{0,3}(?:of\s{1,3})?/y;
const PAGE_JOINT = /\s{0,3},?\s{0,3}(?:page|pp?\.?)\s{0,3}/y;

const DATE =
  /\d{1,2}(?:[./]\s?\d{1,2}[./]\s?|\s(?:January|February|March|April|May|June|July|August|September|October|November|December)\s)(?:19|20)\d\d/y;

const PAGE = /\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?!\p{Nd})/uy;

/** Since 1 October 2023 every act is an issue of its own, numbered like the act: "L, 2024/1260", "C, C/2024/1234". */
const ACT = /([LC])\s{0,3},?\s{0,3}(?:[LC]\/)?(20[2-9]\d)\/(\d{1,5})(?!\p{Nd})/uy;

const EUR_LEX = 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=';

/** "OJ L 141", "OJ C 102I", "OJ No L 22", "OJ 129"; then a page behind a slash, or a date and perhaps a page. */
function issueAt(text: string, journal: RegExpExecArray): Citation | undefined {
  const at = journal.index + journal[0].length;
  const match = matchAt(ISSUE, text, at);
  const [all = '', series, digits = ''] = match ?? [];
  const numberEnd = at + all.length;
  const issueEnd = match ? endOfIssue(text, numberEnd) : undefined;
  if (issueEnd === undefined) {
    return undefined;
  }
  const slashed = matchAt(SLASHED, text, issueEnd);
  const date = slashed ? undefined : behind(ISSUE_JOINT, DATE, text, issueEnd);
  const dateEnd = slashed ? issueEnd + slashed[0].length : (date?.end ?? issueEnd);
  const page = behind(PAGE_JOINT, PAGE, text, dateEnd);
  const number = `${digits}${text.slice(numberEnd, issueEnd)}`.replace(/\s/g, '');
  const first = page?.text ?? slashed?.[1];
  const id = [
    series === undefined ? `OJ ${number}` : `OJ ${series} ${number}`,
    ...(date === undefined ? [] : [plainDate(date.text)]),
    ...(first === undefined ? [] : [`p. ${first.replace(/\s?[-–]\s?/, '–')}`]),
  ].join(', ');
  const year = date?.text.slice(-4);
  const known = series !== undefined && year !== undefined && Number(year) >= 1968;
  // EUR-Lex knows issue 22 as 022.
  const url = known
    ? `${EUR_LEX}OJ:${series}:${year}:${number.replace(/^\d+/, (one) => one.padStart(3, '0'))}:TOC`
    : null;
  return reference(text, journal.index, page?.end ?? dateEnd, id, url);
}

/** Where an issue's number ends with its letter, "102I" or "102 A"; undefined where a word or number goes on there. */
function endOfIssue(text: string, at: number): number | undefined {
  const behindSpace = /\s/.test(text.charAt(at)) ? at + 1 : at;
  const isLettered = (end: number) => 'AEIM'.includes(text.charAt(end) || '-');
  const ends = [
    ...(isLettered(behindSpace) ? [behindSpace + 1] : []),
    behindSpace,
    ...(isLettered(at) ? [at + 1] : []),
    at,
  ];
  return ends.find((end) => !isLetterOrDigitAt(text, end));
}

function actAt(text: string, journal: RegExpExecArray): Citation | undefined {
  const at = journal.index + journal[0].length;
  const match = matchAt(ACT, text, at);
  if (!match) {
    return undefined;
  }
  const [all, series = '', year = '', number = ''] = match;
  const date = behind(ACT_JOINT, DATE, text, at + all.length);
  const act = `${year}/${Number(number)}`;
  const id = [`OJ ${series}`, series === 'C' ? `C/${act}` : act, ...(date === undefined ? [] : [plainDate(date.text)])];
  const url = `${EUR_LEX}OJ:${series}_${year}${number.padStart(5, '0')}`;
  return reference(text, journal.index, date?.end ?? at + all.length, id.join(', '), url);
}

/** What a sticky pattern matches behind another one at an offset, and where it ends. */
function behind(joint: RegExp, pattern: RegExp, text: string, at: number): { text: string; end: number } | undefined {
  const start = at + (matchAt(joint, text, at)?.[0].length ?? Number.NaN);
  const match = Number.isNaN(start) ? null : matchAt(pattern, text, start);
  return match ? { text: match[0], end: start + match[0].length } : undefined;
}

function reference(text: string, start: number, end: number, id: string, url: string | null): Citation {
  return { kind: 'oj', text: text.slice(start, end), id, url, span: { start, end } };
}

/** "5.6.2015" of "05/06/2015", as the Official Journal writes it; words stay words. */
function plainDate(date: string): string {
  const parts = date.split(/[./]\s?/);
  return parts.length === 3 ? parts.map(Number).join('.') : date.replace(/\s+/g, ' ');
}
