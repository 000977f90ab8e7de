/** A language whose sentences are read for what they undertake. */
export type Language = 'en' | 'fr' | 'de' | 'es' | 'it' | 'pt' | 'nl' | 'sv' | 'da' | 'pl';

/**
 * The language that most of some texts is written in, by its small words; English where that is not clear. Only so much
 * is read as it takes to tell.
 */
export function languageOf(texts: Iterable<string>): Language {
  const counts = new Map<Language, number>();
  let words = 0;
  for (const text of texts) {
    for (const [word] of text
      .slice(0, LONGEST_TEXT)
      .toLowerCase()
      .matchAll(/\p{L}+/gu)) {
      words++;
      for (const language of LANGUAGES_OF.get(word) ?? []) {
        counts.set(language, (counts.get(language) ?? 0) + 1);
      }
    }
    if (words > MOST_WORDS) {
      break;
    }
  }
  const english = counts.get('en') ?? 0;
  const [first, second] = [...counts].filter(([language]) => language !== 'en').sort((a, b) => b[1] - a[1]);
  const isClear = first !== undefined && first[1] >= FEWEST && first[1] > english * 2 && first[1] > (second?.[1] ?? 0);
  return isClear ? first[0] : 'en';
}

const LONGEST_TEXT = 2000;
const MOST_WORDS = 3000;
const FEWEST = 4;

/** Small words that tell a language from its neighbours. */
const SMALL_WORDS: Readonly<Record<Language, string>> = {
  en: 'the of and to in for with by that is are be will on as from this which at an or its their',
  fr: 'le la les des du et est une dans pour par sur avec que qui au aux ce cette sera leur leurs ses en d l',
  de: 'der die das und den dem des ein eine einer mit für auf von zu im ist sind wird werden wir nicht sich bei zur zum',
  es: 'el la los las del y en que para por con una un al se su sus como más será este esta de',
  it: 'il lo la gli dei delle della di e per con una un del nel nella che si al sono sarà dal alla i le da',
  pt: 'o os as dos das da do e em para por com uma um ao à que se não será no na nos nas de pela pelo',
  nl: 'de het een van en in op voor met te dat is zijn wordt worden door aan we zal zullen bij om tot',
  sv: 'och att det som en ett för på av med till den ska är inom från i om de har inte eller',
  da: 'og at det som en et for på af med til den skal er inden fra i om de har ikke eller vil ved',
  pl: 'i w na z do się oraz dla przez nie jest będzie o od po za co który która które są ze',
};

const LANGUAGES_OF: ReadonlyMap<string, readonly Language[]> = (() => {
  const table = new Map<string, readonly Language[]>();
  for (const [language, words] of Object.entries(SMALL_WORDS) as readonly (readonly [Language, string])[]) {
    for (const word of words.split(' ')) {
      table.set(word, [...(table.get(word) ?? []), language]);
    }
  }
  return table;
})();
