import type { Citation } from '../model/citation';
import { classAt, isLetterOrDigitAt, LETTER } from './characters';
import { matchAt, matchesApart } from './match-at';

/**
 * Acts with a number: "Regulation (EU) 2023/1322", "Regulation (EC) No 1781/2006", "Framework Decision 2008/841/JHA",
 * "Directive 2019/1153", and each further number of a list ("Decisions 2009/371/JHA, 2009/934/JHA"), whose span is the
 * number alone.
 */
export function findActs(text: string): Citation[] {
  const found: Citation[] = [];
  for (const opening of matchesApart(ACT, text)) {
    const name = (opening.groups?.name ?? '').replace(/\s+/g, ' ').replace(/s$/, '');
    let start = opening.index;
    let at = start + opening[0].length;
    for (;;) {
      const number = readNumber(text, at);
      if (!number) {
        break;
      }
      found.push(act(text, start, number.end, name, number));
      const separator = matchAt(SEPARATOR, text, number.end);
      if (!separator) {
        break;
      }
      at = number.end + separator[0].length;
      start = at;
    }
  }
  return found;
}

/** CELEX numbers: sector, year, type and number ("52023DC0641"), also of a consolidated text. */
export function findCelexNumbers(text: string): Citation[] {
  return [...text.matchAll(CELEX)].map((match) => ({
    kind: 'celex',
    text: match[0],
    id: match[0],
    url: `https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:${match[0]}`,
    span: { start: match.index, end: match.index + match[0].length },
  }));
}

/** European Legislation Identifiers, as a web address or from "eli/" on. */
export function findElis(text: string): Citation[] {
  return [...text.matchAll(ELI)].map((match) => {
    const path = match.groups?.path ?? '';
    return {
      kind: 'eli',
      text: match[0],
      id: path,
      url: `https://eur-lex.europa.eu/${path}`,
      span: { start: match.index, end: match.index + match[0].length },
    };
  });
}

/** What an act is called, at the beginning of a word. */
const ACT =
  /(?<name>(?:(?:Implementing|Delegated)\s{1,3})?(?:Regulation|Directive|Decision|Recommendation)s?|Framework\s{1,3}Decisions?|Joint\s{1,3}Actions?|Common\s{1,3}Positions?)\s{1,3}/g;

/** Between the numbers of a list. */
const SEPARATOR = /\s{0,3}(?:[,;]\s{0,3}(?:and\s{1,3})?|\s(?:and|or|&)\s{1,3})/y;

/**
 * The parts of "(EU) 2023/1322", "(EC) No 725/2004", "2005/65/EC", "2019/1153", "No 1313/2013/EU", "97/827/JHA". They
 * are patterns of their own because the whole in one takes longer to be made ready than to be matched.
 */
const DOMAIN = /\((?:EU|EC|EEC|ECSC|EAEC|CFSP|JHA|Euratom)(?:,\s?(?:EU|EC|ECSC|EAEC|Euratom))*\)\s{0,3}/y;
const NO = /No\.?\s{0,3}/y;
const FRACTION = /(\d{1,4})\/(\d{1,4})(?!\p{Nd})/uy;
const SUFFIX =
  /\/(?:EU|EC|EEC|ECSC|JHA|CFSP|Euratom)(?:,\s(?:EC|ECSC|EEC|Euratom)(?!\p{L}))*(?!\p{L}|\/[\p{L}\p{Nd}])/uy;

const CELEX = /(?<![\p{L}\p{Nd}])[0-9CE](?:19|20)\d\d[A-Z]{1,2}\d{4}(?:\(\d\d\)|-\d{8})?(?![\p{L}\p{Nd}])/gu;

const ELI =
  /(?:https?:\/\/(?:data|eur-lex)\.europa\.eu\/|(?<![\p{L}\p{Nd}/.]))(?<path>eli\/[a-z_]{2,20}\/(?:19|20)\d\d\/\d{1,5}(?:\(\d+\))?(?:\/[a-z0-9_-]{1,12}){0,3})/giu;

interface ActNumber {
  readonly end: number;
  readonly domain: string | undefined;
  readonly hasNo: boolean;
  readonly first: string;
  readonly second: string;
  readonly suffix: string | undefined;
}

function readNumber(text: string, at: number): ActNumber | undefined {
  const domain = text.charAt(at) === '(' ? matchAt(DOMAIN, text, at)?.[0] : undefined;
  const behindDomain = at + (domain?.length ?? 0);
  const no = text.charAt(behindDomain) === 'N' ? matchAt(NO, text, behindDomain)?.[0] : undefined;
  const start = behindDomain + (no?.length ?? 0);
  const fraction = matchAt(FRACTION, text, start);
  if (!fraction) {
    return undefined;
  }
  const [both, first = '', second = ''] = fraction;
  const end = start + both.length;
  const suffix = text.charAt(end) === '/' ? matchAt(SUFFIX, text, end)?.[0] : undefined;
  const isCutOff = suffix === undefined && goesOn(text, end);
  const tells = domain !== undefined || no !== undefined || suffix !== undefined || isYear(first) || isYear(second);
  return tells && !isCutOff
    ? { end: end + (suffix?.length ?? 0), domain: domain?.trim(), hasNo: no !== undefined, first, second, suffix }
    : undefined;
}

/** Whether a letter follows, or a slash with a letter or digit, so that the number is part of something else. */
function goesOn(text: string, at: number): boolean {
  return (classAt(text, at) & LETTER) !== 0 || (text.charAt(at) === '/' && isLetterOrDigitAt(text, at + 1));
}

function act(text: string, start: number, end: number, name: string, number: ActNumber): Citation {
  const { domain, hasNo, first, second, suffix = '' } = number;
  const parts = [
    name,
    ...(domain === undefined ? [] : [domain]),
    ...(hasNo ? ['No'] : []),
    `${first}/${second}${suffix}`,
  ];
  return {
    kind: 'act',
    text: text.slice(start, end),
    id: parts.join(' ').replace(/\s+/g, ' '),
    url: urlOf(name, number),
    span: { start, end },
  };
}

/** Types in ELIs (Official Journal C 325, 26.10.2012, p. 3, and EUR-Lex's table of resource types). */
const ELI_TYPES: Readonly<Record<string, string>> = {
  Regulation: 'reg',
  'Implementing Regulation': 'reg_impl',
  'Delegated Regulation': 'reg_del',
  Directive: 'dir',
  'Implementing Directive': 'dir_impl',
  'Delegated Directive': 'dir_del',
  Decision: 'dec',
  'Implementing Decision': 'dec_impl',
  'Delegated Decision': 'dec_del',
  'Framework Decision': 'dec_framw',
  Recommendation: 'reco',
};

/**
 * The act in EUR-Lex. Regulations had their number before the year until the end of 2014, other acts behind it, but for
 * those with "No"; where neither order gives a year there is no address.
 */
function urlOf(name: string, { hasNo, first, second }: ActNumber): string | null {
  const type = ELI_TYPES[name];
  const numberFirst = hasNo || (name.endsWith('Regulation') && !(isYear(first) && Number(first) >= 2015));
  const [yearText, number] = numberFirst ? [second, first] : [first, second];
  const year = yearText.length === 2 ? 1900 + Number(yearText) : Number(yearText);
  return type !== undefined && year >= 1952 && year < 2100
    ? `https://eur-lex.europa.eu/eli/${type}/${year}/${Number(number)}/oj`
    : null;
}

function isYear(text: string): boolean {
  return /^(?:19[5-9]|20)\d\d?$/.test(text) && text.length === 4;
}
