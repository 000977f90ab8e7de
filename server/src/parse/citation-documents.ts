import type { Citation } from '../model/citation';

/**
 * COM, JOIN and SWD documents in their usual spellings: "COM(2023) 641 final", "COM/2021/170 final",
 * "COM/2020/ 606 final", "SWD/2022. 347 final", "JOIN 2023/17 final", "COM(2023)641".
 */
export function findCommissionDocuments(text: string): Citation[] {
  return [...text.matchAll(COMMISSION)].map((match) => {
    const { series = '', year = '', number = '', final } = match.groups ?? {};
    const plain = Number(number);
    const start = match.index;
    return {
      kind: SERIES[series] ?? 'com',
      text: match[0],
      id: `${series}(${year}) ${plain}${final === undefined ? '' : ` ${final.toLowerCase()}`}`,
      url: `${EUR_LEX}${series}:${fullYear(year)}:${plain}:FIN`,
      span: { start, end: start + match[0].length },
    };
  });
}

/**
 * Council documents and texts of Parliament and Council: "ST 6504/24", "ST 8085/21 + ADD1", "16376/3/23 REV 3",
 * "ST 6504 2024 INIT", "PE-CONS 36/21". A bare number counts behind a footnote mark, in brackets, behind "doc.", in a
 * list behind another, alone in its line or cell, and with a revision.
 *
 * @param footnote whether the text is a footnote's, so that a number at its start counts
 */
export function findCouncilDocuments(text: string, footnote: boolean): Citation[] {
  const found = [...text.matchAll(FILE_NAME)].map((match) => {
    const { series = '', number = '', year = '', version = '' } = match.groups ?? {};
    const revision = version === 'INIT' ? '' : ` ${version.replace(/[\s-]/, ' ')}`;
    const named = series === 'PE' ? 'PE-CONS' : series;
    return councilDocument(match[0], match.index, named, number, undefined, year, revision);
  });
  for (const match of text.matchAll(COUNCIL)) {
    const { series, number = '', revision, year = '', suffix = '' } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const isBare = series === undefined;
    if (isBare && (!isCouncilNumber(number) || !isInItsPlace(text, start, end, suffix, found.at(-1), footnote))) {
      continue;
    }
    found.push(councilDocument(match[0], start, series ?? 'ST', number, revision, year, suffix));
  }
  return found;
}

const EUR_LEX = 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=';
const REGISTER = 'https://data.consilium.europa.eu/doc/document/';

const SERIES: Readonly<Record<string, Citation['kind']>> = { COM: 'com', JOIN: 'join', SWD: 'swd' };

const COMMISSION =
  /(?<![\p{L}\p{Nd}])(?<series>COM|JOIN|SWD)\s{0,3}(?:[([/]\s?|(?<=\s)|-)(?<year>(?:19|20)\d\d|[6-9]\d(?=\s?[)\]]))\s?[)\]/.-]{0,2}\s{0,3}(?<number>\d{1,4})(?![\p{Nd}])(?:[\s/-]{0,3}(?<final>final(?:\/\d)?)(?![\p{L}\p{Nd}]))?/giu;

/** Suffixes of a document's number, in any order and number. */
const SUFFIXES = String.raw`(?<suffix>(?:\s{0,3}\+?\s{0,3}(?:REV|ADD|COR|EXT|DCL)\s{0,3}\d{1,3}(?![\p{Nd}/]))*)`;

const COUNCIL = new RegExp(
  String.raw`(?<![\p{L}\p{Nd}/.,-])(?:(?<series>ST|CM|SN|DS|WK|PE-CONS)\s{0,3}(?:No\.?\s{1,3})?)?` +
    String.raw`(?<number>\d{1,5})(?:\/(?<revision>\d{1,2}))?\/(?<year>(?:19|20)?\d\d)(?![\p{L}\p{Nd}]|\/[\p{L}\p{Nd}])${SUFFIXES}`,
  'gu',
);

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
  const before = `${start > LONGEST_LEAD ? '…' : ''}${text.slice(Math.max(0, start - LONGEST_LEAD), start)}`;
  const behind = text.slice(end, end + LONGEST_LINE);
  const inList = previous !== undefined && LIST.test(text.slice(previous.span.end, start));
  const alone = LINE_BEFORE.test(before) && LINE_BEHIND.test(behind);
  return (
    /REV/.test(suffix) ||
    inList ||
    LEAD.test(before) ||
    (BRACKET_BEFORE.test(before) && BRACKET_BEHIND.test(behind)) ||
    FOOTNOTE_MARK.test(before) ||
    (footnote && before.trim() === '') ||
    alone
  );
}

const LONGEST_LEAD = 40;
const LONGEST_LINE = 200;
const LIST = /^\s{0,3}(?:[,;+]|[,;]?\s{0,3}(?:and|&))\s{0,3}$/u;
const LEAD = /(?<![\p{L}\p{Nd}])(?:docs?|documents?)\s{0,2}[.:]{0,2}\s{0,3}$/iu;
const BRACKET_BEFORE = /[([]\s{0,2}(?:(?:see|cf)\.?\s{1,3}(?:also\s{1,3})?)?$/iu;
const BRACKET_BEHIND = /^\s{0,2}(?:[)\],;+]|and(?!\p{L}))/u;
const FOOTNOTE_MARK = /(?:^|\n)[^\S\n]*(?:[¹²³⁰-⁹]{1,4}|\[\^[^\]\s]{1,30}\]:)\s{0,4}(?:(?:see|cf)\.?\s{1,3})?$/iu;
const LINE_BEFORE = /(?:^|[\n|])[\s>*_-]*$/u;
/** Nothing, or further numbers, to the end of the line or cell. */
const LINE_BEHIND =
  /^(?:[^\S\n]*(?:[,;&+]|and\s)[^\S\n]*(?:and\s+)?(?:ST\s?)?\d{4,5}(?:\/\d{1,2}){1,2}(?:\s?(?:REV|ADD|COR)\s?\d{1,2})*)*[^\S\n]*[.*_]{0,3}[^\S\n]*(?:$|[\n\r|])/u;

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
