import type { Citation } from '../model/citation';
import { classAt, classBefore, DIGIT, isLetterOrDigitAt, LETTER, LETTER_OR_DIGIT } from './characters';
import { matchAt, matchesApart } from './match-at';

/**
 * COM, JOIN and SWD documents in their usual spellings: "COM(2023) 641 final", "COM/2021/170 final",
 * "COM/2020/ 606 final", "SWD/2022. 347 final", "JOIN 2023/17 final", "COM(2023)641".
 */
export function findCommissionDocuments(text: string): Citation[] {
  const found: Citation[] = [];
  for (const match of matchesApart(COMMISSION, text)) {
    const { series = '', year = '', number = '' } = match.groups ?? {};
    const start = match.index;
    const behind = start + match[0].length;
    if (classAt(text, behind) === DIGIT) {
      continue;
    }
    const { final, end } = finalAt(text, behind);
    const plain = Number(number);
    found.push({
      kind: SERIES[series] ?? 'com',
      text: text.slice(start, end),
      id: `${series}(${year}) ${plain}${final === undefined ? '' : ` ${final.toLowerCase()}`}`,
      url: `${EUR_LEX}${series}:${fullYear(year)}:${plain}:FIN`,
      span: { start, end },
    });
  }
  return found;
}

/** "final" or "final/2" behind a number, and where the citation ends. */
function finalAt(text: string, at: number): { final?: string; end: number } {
  const match = matchAt(FINAL, text, at);
  const [all = '', final = '', part = ''] = match ?? [];
  const end = at + all.length;
  if (!match || !isLetterOrDigitAt(text, end)) {
    return match ? { final, end } : { end: at };
  }
  return part === '' ? { end: at } : { final: final.slice(0, -part.length), end: end - part.length };
}

/**
 * Council documents and texts of Parliament and Council: "ST 6504/24", "ST 8085/21 + ADD1", "16376/3/23 REV 3",
 * "ST 6504 2024 INIT", "PE-CONS 36/21". A bare number counts behind a footnote mark, in brackets, behind "doc.", in a
 * list behind another, alone in its line or cell, and with a revision.
 *
 * @param footnote whether the text is a footnote's, so that a number at its start counts
 */
export function findCouncilDocuments(text: string, footnote: boolean): Citation[] {
  const found = PERHAPS_FILE_NAME.test(text) ? [...text.matchAll(FILE_NAME)].map(fileNameCitation) : [];
  for (const match of matchesApart(COUNCIL, text)) {
    const { series, number = '', revision, year = '' } = match.groups ?? {};
    const start = match.index;
    const behind = start + match[0].length;
    if (goesOn(text, behind) || (series === undefined && !isCouncilNumber(number))) {
      continue;
    }
    const end = endOfSuffixes(text, behind);
    const suffix = text.slice(behind, end);
    if (series === undefined && !isInItsPlace(text, start, end, suffix, found.at(-1), footnote)) {
      continue;
    }
    found.push(councilDocument(text.slice(start, end), start, series ?? 'ST', number, revision, year, suffix));
  }
  return found;
}

function fileNameCitation(match: RegExpExecArray): Citation {
  const { series = '', number = '', year = '', version = '' } = match.groups ?? {};
  const revision = version === 'INIT' ? '' : ` ${version.replace(/[\s-]/, ' ')}`;
  return councilDocument(
    match[0],
    match.index,
    series === 'PE' ? 'PE-CONS' : series,
    number,
    undefined,
    year,
    revision,
  );
}

/** Whether a letter or digit follows, or a slash with one, so that the number is part of something else. */
function goesOn(text: string, at: number): boolean {
  return isLetterOrDigitAt(text, at) || (text.charAt(at) === '/' && isLetterOrDigitAt(text, at + 1));
}

/** Where " REV 3", "+ ADD 1" and the like behind a document's number end, in any order and number. */
function endOfSuffixes(text: string, at: number): number {
  let end = at;
  for (let match = matchAt(SUFFIX, text, end); match; match = matchAt(SUFFIX, text, end)) {
    if (classAt(text, end + match[0].length) === DIGIT) {
      break;
    }
    end += match[0].length;
  }
  return end;
}

const EUR_LEX = 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=';
const REGISTER = 'https://data.consilium.europa.eu/doc/document/';

const SERIES: Readonly<Record<string, Citation['kind']>> = { COM: 'com', JOIN: 'join', SWD: 'swd' };

/** At the beginning of a word, and to the number's last digit. */
const COMMISSION =
  /(?<series>COM|JOIN|SWD)\s{0,3}(?:[([/]\s?|(?<=\s)|-)(?<year>(?:19|20)\d\d|[6-9]\d(?=\s?[)\]]))\s?[)\]/.-]{0,2}\s{0,3}(?<number>\d{1,4})(?!\d)/giu;

const FINAL = /[\s/-]{0,3}(final(\/\d)?)/iy;

/** A document's number without its suffixes, where no letter or digit stands before it. */
const COUNCIL =
  /(?<![/.,-])(?:(?<series>ST|CM|SN|DS|WK|PE-CONS)\s{0,3}(?:No\.?\s{1,3})?)?(?<number>\d{1,5})(?:\/(?<revision>\d{1,2}))?\/(?<year>(?:19|20)?\d\d)/g;

const SUFFIX = /\s{0,3}\+?\s{0,3}(?:REV|ADD|COR|EXT|DCL)\s{0,3}\d{1,3}(?![\d/])/y;

/** Cheap and true wherever {@link FILE_NAME} can match. */
const PERHAPS_FILE_NAME = /20\d\d[\s-](?:INIT|REV)/;

/** The name of a document's file in the register: "ST-6504-2024-INIT", also with spaces. */
const FILE_NAME =
  /(?<![\p{L}\p{Nd}/-])(?<series>ST|CM|PE)(?<sign>[\s-])(?<number>\d{1,5})\k<sign>(?<year>20\d\d)\k<sign>(?<version>INIT|REV[\s-]\d{1,2})(?![\p{L}\p{Nd}])/gu;

/** Numbers start at 5000 every year, so that "2023/24" is none. */
function isCouncilNumber(number: string): boolean {
  return number.length >= 4 && Number(number) >= 5000 && Number(number) < 30000;
}

function isInItsPlace(
  text: string,
  start: number,
  end: number,
  suffix: string,
  previous: Citation | undefined,
  footnote: boolean,
): boolean {
  if (/REV/.test(suffix) || (previous && LIST.test(text.slice(previous.span.end, start)))) {
    return true;
  }
  const before = `${start > LONGEST_LEAD ? '…' : ''}${text.slice(Math.max(0, start - LONGEST_LEAD), start)}`;
  const lead = LEAD.exec(before);
  return (
    (lead !== null && (classBefore(before, lead.index) & LETTER_OR_DIGIT) === 0) ||
    (BRACKET_BEFORE.test(before) && isClosedBehind(text, end)) ||
    FOOTNOTE_MARK.test(before) ||
    (footnote && before.trim() === '') ||
    (LINE_BEFORE.test(before) && LINE_BEHIND.test(text.slice(end, end + LONGEST_LINE)))
  );
}

/** Whether what follows closes a bracket, or goes on with the list in it. */
function isClosedBehind(text: string, at: number): boolean {
  const match = matchAt(BRACKET_BEHIND, text, at);
  return match !== null && (match[1] === undefined || (classAt(text, at + match[0].length) & LETTER) === 0);
}

const LONGEST_LEAD = 40;
const LONGEST_LINE = 200;
const LIST = /^\s{0,3}(?:[,;+]|[,;]?\s{0,3}(?:and|&))\s{0,3}$/;
/** At the beginning of a word. */
const LEAD = /(?:docs?|documents?)\s{0,2}[.:]{0,2}\s{0,3}$/iu;
const BRACKET_BEFORE = /[([]\s{0,2}(?:(?:see|cf)\.?\s{1,3}(?:also\s{1,3})?)?$/iu;
const BRACKET_BEHIND = /\s{0,2}(?:[)\],;+]|(and))/y;
const FOOTNOTE_MARK = /(?:^|\n)[^\S\n]*(?:[¹²³⁰-⁹]{1,4}|\[\^[^\]\s]{1,30}\]:)\s{0,4}(?:(?:see|cf)\.?\s{1,3})?$/iu;
const LINE_BEFORE = /(?:^|[\n|])[\s>*_-]*$/;
/** Nothing, or further numbers, to the end of the line or cell. */
const LINE_BEHIND =
  /^(?:[^\S\n]*(?:[,;&+]|and\s)[^\S\n]*(?:and\s+)?(?:ST\s?)?\d{4,5}(?:\/\d{1,2}){1,2}(?:\s?(?:REV|ADD|COR)\s?\d{1,2})*)*[^\S\n]*[.*_]{0,3}[^\S\n]*(?:$|[\n\r|])/;

function councilDocument(
  text: string,
  start: number,
  series: string,
  number: string,
  revision: string | undefined,
  year: string,
  suffix: string,
): Citation {
  const suffixes = suffix
    .replace(/\s*\+\s*/g, ' + ')
    .replace(/([A-Z]{3})\s*(\d)/g, ' $1 $2')
    .replace(/\s+/g, ' ')
    .trimEnd();
  const isRevisionStated = /^\s*REV/.test(suffix);
  const version = [
    ...(revision === undefined || isRevisionStated ? [] : [`REV-${Number(revision)}`]),
    ...[...(suffix.split('+', 1)[0] ?? '').matchAll(/([A-Z]{3})\s*(\d+)/g)].map(
      ([, kind, part]) => `${kind}-${Number(part)}`,
    ),
  ];
  const name = `${series === 'PE-CONS' ? 'PE' : series}-${Number(number)}-${fullYear(year)}`;
  return {
    kind: series === 'PE-CONS' ? 'pe-cons' : 'council',
    text,
    id: `${series} ${Number(number)}/${revision === undefined ? '' : `${Number(revision)}/`}${year.slice(-2)}${suffixes}`,
    url: PUBLIC_SERIES.has(series) ? `${REGISTER}${name}-${version.join('-') || 'INIT'}/en/pdf` : null,
    span: { start, end: start + text.length },
  };
}

/** The other series are working papers; they are not in the public register. */
const PUBLIC_SERIES: ReadonlySet<string> = new Set(['ST', 'CM', 'PE-CONS']);

/** "97" is 1997, "24" is 2024: the Council's register starts in the nineties. */
function fullYear(year: string): number {
  const number = Number(year);
  return year.length === 4 ? number : number + (number >= 60 ? 1900 : 2000);
}
