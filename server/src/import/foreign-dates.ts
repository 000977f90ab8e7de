/** Names of months in French, German, Spanish, Italian, Portuguese and Dutch, by the month's number; in small letters. */
const MONTHS: readonly string[] = [
  'janvier|januar|jänner|enero|gennaio|janeiro|januari',
  'février|fevrier|februar|febrero|febbraio|fevereiro|februari',
  'mars|märz|maerz|marzo|março|maart',
  'avril|abril|aprile',
  'mai|mayo|maggio|maio|mei',
  'juin|juni|junio|giugno|junho',
  'juillet|juli|julio|luglio|julho',
  'août|aout|agosto|augustus',
  'septembre|septiembre|settembre|setembro',
  'octobre|oktober|octubre|ottobre|outubro',
  'novembre|noviembre|novembro',
  'décembre|decembre|dezember|diciembre|dicembre|dezembro',
];

const ENGLISH = 'January|February|March|April|May|June|July|August|September|October|November|December'.split('|');

const REPLACEMENTS: readonly (readonly [pattern: RegExp, words: string])[] = [
  ...MONTHS.map(
    (names, month) => [new RegExp(`(?<!\\p{L})(?:${names})(?!\\p{L})`, 'giu'), ENGLISH[month] ?? ''] as const,
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
    /(?<!\p{L})(?:d['’]ici(?: à)?(?: la)?|avant(?: la)?|bis(?: zum)?|hasta|antes de|entro(?: la)?|até|tegen)\s+/giu,
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
