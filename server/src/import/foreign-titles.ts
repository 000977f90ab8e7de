import { type ForeignLanguage, GRAMMARS } from './foreign-verbs';

/**
 * A short title of the words of a phrase in another language than English: up to where it begins to explain itself, without
 * what stands in brackets and without an article in front. Empty where nothing is left.
 */
export function foreignTitle(phrase: string, language: ForeignLanguage): string {
  const { explains, isVerbLast } = GRAMMARS[language];
  const text = phrase
    .replace(/\([^()]*\)|\([^)]*$/gu, ' ')
    .replace(/["“”„«»]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(LEADING, '')
    .replace(DEFINITE, '')
    .trim();
  const all = text.split(' ');
  const words: string[] = [];
  for (const [at, written] of all.entries()) {
    const isDone = words.length >= 3 && explains.test(all.slice(at, at + 4).join(' '));
    if (isDone || words.length >= MOST_WORDS) {
      break;
    }
    const word = written.replace(/[,;:.!…–—]+$/u, '');
    if (word === '' && words.length >= 3) {
      break;
    }
    if (word !== '') {
      words.push(THAT.test(all[at + 1] ?? '') ? written : word);
    }
    const next = all[at + 1] ?? '';
    const isEnd =
      /[;:.!…–—]$/u.test(written) ||
      (/,$/u.test(written) &&
        (words.length >= 5 || RELATIVE.test(next) || (isVerbLast && VERB.test(word) && !THAT.test(next))));
    if (isEnd && words.length >= 2 && !/\d\.$/u.test(written)) {
      break;
    }
  }
  if (words.length >= MOST_WORDS) {
    // A phrase that the length would cut in the middle is left out.
    const last = words.findLastIndex((word) => DANGLING.has(word.toLowerCase()));
    words.splice(!isVerbLast && last >= SHORTEST ? last : words.length);
  }
  const isCut = words.length < all.length;
  while (isCut && words.length > 1 && DANGLING.has((words.at(-1) ?? '').toLowerCase())) {
    words.pop();
  }
  const title = words.join(' ');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** What begins a clause behind a comma. */
const RELATIVE = /^(?:d(?:ie|er|as|em|en|essen|eren|at)|welche[rsnm]?|über|waar\p{L}*|som|der|die)$/iu;
/** "Dafür sorgen, dass": what is made sure of is part of it. */
const THAT = /^(?:dass|dat)$/iu;
/** A verb at the end of its clause. */
const VERB = /^\p{Ll}{3,}n$/u;

const MOST_WORDS = 14;
const SHORTEST = 6;

/** Articles, dashes and small words that no title begins with. */
const LEADING =
  /^(?:[\s,;:.–—-]+|(?:une?|le|la|les|l['’](?=\p{L})|el|los|las|un|una|il|lo|gli|um|uma|os|as|ein|eine|einen|einer|eines|de|het|een|ett|en|und|et|y|e|och|og|oraz|i|également|también|inoltre|também|även|också|również|att|at)\s+(?=\p{L}))+/iu;

/** German articles; an adjective behind one keeps it, because its ending goes with it. */
const DEFINITE = /^(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]en|[Dd]em)\s+(?=\p{Lu})/u;

const DANGLING: ReadonlySet<string> = new Set(
  'de du des la le les l un une pour et en à au aux avec par dans sur ou y o los las el para por con del al e di da dei delle della dello il lo gli per nel nella tra a os as do da dos das em no na ao com um uma und oder der die das den dem des ein eine einer für mit von vom zu zur zum im am bei auf in an het een van voor met op aan om och att för på med till av den det ett i om og af til at w z do na dla przez oraz się o od za że'.split(
    ' ',
  ),
);
