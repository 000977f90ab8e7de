import type { Span } from '../model/span';
import { ENGLISH_MONTHS, MONTHS } from './month-names';

const REPLACEMENTS: readonly (readonly [pattern: RegExp, words: string])[] = [
  ...MONTHS.map(
    (names, month) => [new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, 'giu'), ENGLISH_MONTHS[month] ?? ''] as const,
  ),
  [
    /(?<!\p{L})(?:[SH]|HJ)\s?1[\s/-]+(?=\d{4})|(?<!\p{L})1(?:er|\.|º|°)?\s*(?:semestre|Halbjahr)\s+(?:de\s+)?(?=\d{4})/giu,
    'first half of ',
  ],
  [
    /(?<!\p{L})(?:[SH]|HJ)\s?2[\s/-]+(?=\d{4})|(?<!\p{L})2(?:e|ème|d|\.|º|°)?\s*(?:semestre|Halbjahr)\s+(?:de\s+)?(?=\d{4})/giu,
    'second half of ',
  ],
  [/(?<!\p{L})T\s?([1-4])[\s/-]+(?=\d{4})/gu, 'Q$1 '],
  [/(?<!\p{L})([1-4])(?:er|e|ème|\.|º|°)?\s*(?:trimestre|Quartal|kwartaal)\s+(?:de\s+)?(?=\d{4})/giu, 'Q$1 '],
  [
    /(?<!\p{L})(?:d['’]ici(?: à)?(?: la)?|avant(?: la)?|bis(?: zum)?|hasta|antes de|entro(?: la)?|até|tegen|senast(?: den)?|inden|do)\s+/giu,
    'by ',
  ],
  [/(?<!\p{L})(?:fin|Ende|finales de|fin de|fine|fim de|final de|eind)\s+(?:de\s+)?(?=\p{Lu}|\d{4})/gu, 'end of '],
  [/(?<!\p{L})(?:Mitte|mi-?|mediados de|metà|meados de|medio)\s*(?=\p{Lu}|\d{4})/gu, 'mid-'],
  [/(?<!\p{L})(?:Anfang|début|principios de|inizio|início de|begin)\s+(?=\p{Lu}|\d{4})/gu, 'early '],
  [/(?<=\d)\.(?=\s+(?:January|February|March|April|May|June|July|August|September|October|November|December))/gu, ''],
  [
    /(?<=January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:de|del|di)\s+(?=\d{4})/gu,
    ' ',
  ],
];

/**
 * The words of a deadline in a column or line with what other languages of the Union call months and parts of a year in
 * English, so that it can be read as a date. Words that it does not know stay.
 */
export function dateInEnglish(words: string): string {
  return REPLACEMENTS.reduce((text, [pattern, english]) => text.replace(pattern, english), words);
}

/** A day, month, part of a year or year in running text of another language. */
export interface ForeignDate extends Span {
  /** The same in English: "by the end of 2026". */
  readonly english: string;
  /** Words of it say "by", "from" or which part of the year: more than a name of a month and figures. */
  readonly isQualified: boolean;
}

/**
 * The dates in running text that another language of the Union says: "bis Ende 2026", "antes del 30 de junio de 2026",
 * "do końca 2026 r.". In order; none overlaps another. A year alone is one only behind words that say "by", "in" or "from".
 */
export function foreignDatesIn(text: string): readonly ForeignDate[] {
  const found: ForeignDate[] = [];
  let from = 0;
  for (const { index } of text.matchAll(YEAR)) {
    const start = Math.max(from, index - LONGEST_PHRASE);
    const match = PHRASE.exec(text.slice(start, index + LONGEST_TAIL));
    const english = match && englishOf(match);
    if (match && english) {
      const end = start + match.index + match[0].length;
      found.push({ start: start + match.index, end, ...english });
      from = end;
    } else {
      from = index + YEAR_LENGTH;
    }
  }
  return found;
}

/** A year, but none of "2024-2025" and "2016/2102". */
const YEAR = /(?<!\d\s?[/–-]\s?|\d)(?:19|20|21)\d\d(?![\d/]|\s?[–-]\s?\d)/gu;
const YEAR_LENGTH = 4;
/** No date has more letters in front of its year. */
const LONGEST_PHRASE = 80;
/** The year and "roku" behind it. */
const LONGEST_TAIL = 10;

function englishOf({ groups, 0: words }: RegExpExecArray): Pick<ForeignDate, 'english' | 'isQualified'> | undefined {
  const { before, until, from, inside, end, mid, early, ordinal, part, month, year = '', tail } = groups ?? {};
  const figures = /^(\d{1,2})\.\s?(\d{1,2})\.$/u.exec(groups?.figures ?? '');
  const day = figures?.[1] ?? groups?.day;
  const isHalf = /^(?:s|halb|half|halv|held|pół|hel)/iu.test(part ?? '');
  const number = ordinal === undefined ? 0 : ORDINALS.findIndex((one) => one.test(ordinal)) + 1;
  if (part !== undefined && (number === 0 || (isHalf && number > 2))) {
    return undefined;
  }
  // What Poles call November Croats call October.
  if (month !== undefined && /^listopada?$/iu.test(month) && tail === undefined) {
    return undefined;
  }
  const hasYearWord = tail !== undefined || YEAR_WORD.test(words);
  const isInside = inside !== undefined && (hasYearWord || !AMBIGUOUS.test(inside));
  const isQualified = [until, before, from, end, mid, early, part].some((one) => one !== undefined);
  if (!isQualified && month === undefined && figures === null && !isInside) {
    return undefined;
  }
  const named = figures ? (ENGLISH_MONTHS[Number(figures[2]) - 1] ?? '') : month === undefined ? '' : monthOf(month);
  const name = named === '' ? '' : `${named} `;
  const stretch = part === undefined ? '' : isHalf ? `${number === 1 ? 'first' : 'second'} half of ` : `Q${number} `;
  const edge = end !== undefined ? 'the end of ' : mid !== undefined ? 'mid-' : early !== undefined ? 'early ' : '';
  const isBefore = before !== undefined && edge === '';
  const lead = isBefore
    ? 'before '
    : until !== undefined || before !== undefined || edge === 'the end of '
      ? 'by '
      : from !== undefined
        ? 'from '
        : inside !== undefined && day === undefined
          ? 'in '
          : '';
  return { english: `${lead}${edge}${stretch}${day === undefined ? '' : `${day} `}${name}${year}`, isQualified };
}

/** Small words that are others in other languages: with no more than a year behind them they say no date. */
const AMBIGUOUS = /^(?:no|na|am|op|den|v|on|il|au)$/iu;
const YEAR_WORD = /(?<!\p{L})(?:année|año|anno|ano|Jahre?s?|jaar|året?|roku|roce|rok)(?!\p{L})/iu;

/** The English name of a month in any of the languages. */
function monthOf(word: string): string {
  const small = word.toLowerCase();
  return ENGLISH_MONTHS[MONTHS.findIndex((names) => names.split('|').includes(small))] ?? '';
}

/** "First" to "fourth" as words or figures. */
const ORDINALS: readonly RegExp[] = [
  /^(?:1|i$|prem|erst|prim|eers|först|førs|pierw|prv|ensi)/iu,
  /^(?:2|ii$|deux|second|zweit|segund|tweed|andra|and[ei]n|drug|toine)/iu,
  /^(?:3|iii$|trois|dritt|terc|terz|derd|tredj|trzec|třet)/iu,
  /^(?:4|iv$|quatr|viert|cuart|quart|vierd|fjärd|fjerd|czwart|čtvrt)/iu,
];

/** Words of a group, longest first, as one alternative. */
function anyOf(words: string): string {
  return words
    .split('|')
    .sort((a, b) => b.length - a.length)
    .join('|');
}

const BEFORE =
  'avant|avant le|avant la|vor|vor dem|antes de|antes del|prima di|prima del|prima della|antes do|antes da|vóór|före|før|przed|před|pred|înainte de';
const UNTIL =
  "d['’]ici|d['’]ici à|d['’]ici au|d['’]ici la|d['’]ici le|au plus tard|au plus tard le|au plus tard en|au plus tard à la|jusqu['’]en|jusqu['’]au|jusqu['’]à|jusqu['’]à la|à l['’]horizon|" +
  'bis|bis zum|bis zur|bis spätestens|bis spätestens zum|spätestens|spätestens bis|spätestens im|spätestens am|spätestens zum|spätestens ab|' +
  'hasta|hasta el|hasta la|a más tardar|a más tardar el|a más tardar en|antes de que|a más tardar a|' +
  'entro|entro il|entro l[ao]|entro e non oltre il|entro e non oltre|non oltre|non oltre il|al più tardi|al più tardi nel|fino al|fino a|' +
  'até|até ao|até o|até à|até a|o mais tardar|o mais tardar até|o mais tardar em|' +
  'uiterlijk|uiterlijk op|uiterlijk in|uiterlijk tegen|tegen|tegen het|' +
  'senast|senast den|senast i|senest|senest den|inden|inden den|' +
  'do|do dnia|nie później niż do|najpóźniej do|nejpozději do|najneskôr do|până în|până la|cel târziu|legkésőbb|viimeistään|най-късно до|до|έως|μέχρι';
const FROM =
  'à partir de|à partir du|dès|à compter de|à compter du|ab|ab dem|seit|a partir de|a partir del|desde|a partire dal|a partire da|da|dal|dalla|a partir do|vanaf|från|från och med|fra|fra og med|od|począwszy od|din|începând cu';
const INSIDE =
  'en|en el|en la|durante|durante el|a lo largo de|au|au cours de|au cours du|courant|dans le courant de|pendant|im|im Jahr|im Jahre|in|am|im Laufe des|im Laufe von|während|nel|nella|nel corso del|nell[ao]|durante il|durante la|il|em|no|na|ao longo de|durante o|in de loop van|in het|in het jaar|op|i|under|den|w|we|w roku|v|v roce|în';
const END =
  'fin|la fin|la fin de|la fin du|fin de|fin du|Ende|Ende des|dem Ende|dem Ende des|finales de|finales del|final de|el final de|el fin de|el final del|fines de|fine|la fine|la fine del|la fine di|fine del|fim de|fim do|final do|o final de|o fim de|ao final de|eind|einde|het eind van|het einde van|het eind|utgången av|slutet av|slutningen af|udgangen af|końca|koniec|koncem|konce|konca|sfârșitul|sfârşitul|finalul';
const MID =
  'mi-|mi|la mi-|mitte|mitte des|mediados de|mediados del|metà|la metà del|la metà di|meados de|medio|midden|mitten av|midten af|połowy|poloviny';
const EARLY =
  'début|début de|anfang|anfang des|beginn|beginn des|principios de|principios del|comienzos de|inizio|inizio del|início de|início do|begin|begin van|het begin van|början av|starten av|begyndelsen af|początku|začátkem';
const PARTS =
  'semestre|semestre de|semestre del|halbjahr|halbjahres|semester|semestrul|trimestre|trimestre de|trimestre del|quartal|quartals|kwartaal|kwartaal van|kvartalet|kvartal|kwartał|kwartału|kwartale|półrocze|półrocza|półroczu|čtvrtletí|halvår|halvåret|halfjaar|helft van';
const ARTICLE =
  "(?:(?:le|la|l['’]|el|il|lo|los|dem|den|des|der|das|het|de|del|do|da|o|a|dnia|roku|rok|året|år|jaar|jaren|année|l['’]année|año|anno|ano|Jahres|Jahr|Jahre|anului)(?:\\s+|(?<=['’])))";

/**
 * What says "by", the edge of a stretch, a part of a year, a day, a month and the year, each where it is there. Each part is
 * short and begins with words of its own, so that looking for it takes no longer where it is not.
 */
const PHRASE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:(?<until>${anyOf(UNTIL)})|(?<before>${anyOf(BEFORE)})|(?<from>${anyOf(FROM)})|(?<inside>${anyOf(INSIDE)}))\s+)?` +
    String.raw`${ARTICLE}?(?:(?:(?<end>${anyOf(END)})|(?<mid>${anyOf(MID)})|(?<early>${anyOf(EARLY)}))(?:\s+|(?<=-)))?` +
    `${ARTICLE}{0,2}` +
    String.raw`(?:(?<ordinal>[1-4](?:\.[ºª°]|er|re|e|è|ème|\.|º|°|ª)?|I{1,3}|IV|\p{L}{4,12})\s+(?<part>${anyOf(PARTS)})(?:\s+|$))?` +
    `${ARTICLE}{0,2}` +
    String.raw`(?:(?<figures>\d{1,2}\.\s?\d{1,2}\.)\s?|(?:(?<day>\d{1,2})(?:er|\.|º|°|ª|:a|e)?\s+(?:de\s+|d['’])?)?(?<month>${anyOf(MONTHS.join('|'))})\.?\s+(?:de\s+|del\s+|di\s+|do\s+|van\s+|des Jahres\s+)?)?` +
    String.raw`(?<year>(?:19|20|21)\d\d)(?:\s+(?<tail>r\.|roku)(?!\p{L}))?`,
  'iu',
);
