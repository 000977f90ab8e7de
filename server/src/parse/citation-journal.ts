import type { Citation } from '../model/citation';

/**
 * References to the Official Journal: by issue until 30 September 2023 ("OJ L 141, 5.6.2015, p. 1", "OJ C272 of
 * 8.7.2021, p. 2", "OJ L310/28"), by act since ("OJ L, 2024/1260, 2.5.2024", "OJ C, C/2024/1234, 9.2.2024").
 */
export function findJournalReferences(text: string): Citation[] {
  return [...[...text.matchAll(BY_ISSUE)].map(issueReference), ...[...text.matchAll(BY_ACT)].map(actReference)];
}

const JOURNAL = String.raw`(?<![\p{L}\p{Nd}.])(?:OJ|O\.J\.|Official\s{1,3}Journal(?:\s{1,3}of\s{1,3}the\s{1,3}European\s{1,3}(?:Union|Communit(?:y|ies)))?)`;
const MONTH = `(?:January|February|March|April|May|June|July|August|September|October|November|December)`;
const DATE = String.raw`(?<date>\d{1,2}[./]\s?\d{1,2}[./]\s?(?:19|20)\d\d|\d{1,2}\s(?:${MONTH})\s(?:19|20)\d\d)`;
const PAGE = String.raw`(?:pp?\.?|page)\s{0,3}(?<page>\d{1,4}(?:\s?[-–]\s?\d{1,4})?)(?!\p{Nd})`;

/** "OJ L 141", "OJ C 102I", "OJ No L 22", "OJ 129"; then a page behind a slash, or a date and perhaps a page. */
const BY_ISSUE = new RegExp(
  String.raw`${JOURNAL}\s{1,3}(?:No\.?\s{1,3})?(?:(?<series>[LCS])\s{0,3})?(?<issue>\d{1,3}\s?[AEIM]?)(?![\p{L}\p{Nd}])` +
    String.raw`(?:\/(?<slashed>\d{1,4})(?![\p{Nd}/])|(?:\s{0,3},\s{0,3}|\s{1,3})(?:of\s{1,3})?${DATE})?` +
    String.raw`(?:\s{0,3},?\s{0,3}${PAGE})?`,
  'gu',
);

/** Since 1 October 2023 every act is an issue of its own, numbered like the act. */
const BY_ACT = new RegExp(
  String.raw`${JOURNAL}\s{1,3}(?<series>[LC])\s{0,3},?\s{0,3}(?:[LC]\/)?(?<year>20[2-9]\d)\/(?<number>\d{1,5})(?!\p{Nd})` +
    String.raw`(?:\s{0,3},?\s{0,3}(?:of\s{1,3})?${DATE})?`,
  'gu',
);

const EUR_LEX = 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=';

function issueReference(match: RegExpExecArray | RegExpMatchArray): Citation {
  const { series, issue = '', slashed, date, page } = match.groups ?? {};
  const number = issue.replace(/\s/g, '');
  const first = page ?? slashed;
  const id = [
    series === undefined ? `OJ ${number}` : `OJ ${series} ${number}`,
    ...(date === undefined ? [] : [plainDate(date)]),
    ...(first === undefined ? [] : [`p. ${first.replace(/\s?[-–]\s?/, '–')}`]),
  ].join(', ');
  const year = date?.slice(-4);
  const known = series !== undefined && year !== undefined && Number(year) >= 1968;
  return reference(match, id, known ? `${EUR_LEX}OJ:${series}:${year}:${number}:TOC` : null);
}

function actReference(match: RegExpExecArray | RegExpMatchArray): Citation {
  const { series = '', year = '', number = '', date } = match.groups ?? {};
  const act = `${year}/${Number(number)}`;
  const id = [`OJ ${series}`, series === 'C' ? `C/${act}` : act, ...(date === undefined ? [] : [plainDate(date)])];
  return reference(match, id.join(', '), `${EUR_LEX}OJ:${series}_${year}${number.padStart(5, '0')}`);
}

function reference(match: RegExpExecArray | RegExpMatchArray, id: string, url: string | null): Citation {
  const start = match.index ?? 0;
  return { kind: 'oj', text: match[0], id, url, span: { start, end: start + match[0].length } };
}

/** "5.6.2015" of "05/06/2015", as the Official Journal writes it; words stay words. */
function plainDate(date: string): string {
  const parts = date.split(/[./]\s?/);
  return parts.length === 3 ? parts.map(Number).join('.') : date.replace(/\s+/g, ' ');
}
