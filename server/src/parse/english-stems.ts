/**
 * The stem of an English word: inflections go, and then the usual suffixes of derivation, so that "recruitment",
 * "recruiting" and "recruits" have one stem; British and American spellings have one too. It is made for comparing a few
 * hundred words with each other: now and then two families share a stem ("custom", "customer"), which other words of the
 * text make good. Any other text comes back in lower case, without accents.
 */
export function stemOf(word: string): string {
  const plain = plainLetters(word);
  const irregular = IRREGULAR.get(plain);
  if (irregular !== undefined || !hasEndings(plain)) {
    return irregular ?? plain;
  }
  let stem = plainEnd(withoutInflection(plain));
  for (let pass = 0; pass < 3; pass++) {
    const length = lengthOfSuffix(stem);
    if (length === 0) {
      break;
    }
    stem = plainEnd(stem.slice(0, -length));
  }
  return alternated(stem);
}

/** The word without plural, "-ing" and "-ed", and without a mute "e": forms of one word have one, its derivations have not. */
export function uninflected(word: string): string {
  const plain = plainLetters(word);
  return hasEndings(plain) ? plainEnd(withoutInflection(plain)) : plain;
}

/*
 * Below, ends are compared letter by letter and not by patterns: all words of the thesaurus are read before the first
 * section is, and patterns are slow until they have run often.
 */

function plainLetters(word: string): string {
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    if (code > LAST_ASCII || code === APOSTROPHE) {
      return word
        .normalize('NFD')
        .replace(/\p{M}|['’].*$/gu, '')
        .toLowerCase();
    }
  }
  return word.toLowerCase();
}

const LAST_ASCII = 0x7f;
const APOSTROPHE = 39;
const SMALL_A = 97;
const SMALL_Z = 122;

/** At least four letters, and nothing else. */
function hasEndings(plain: string): boolean {
  for (let index = 0; index < plain.length; index++) {
    const code = plain.charCodeAt(index);
    if (code < SMALL_A || code > SMALL_Z) {
      return false;
    }
  }
  return plain.length >= 4;
}

function withoutInflection(word: string): string {
  const singular = word.endsWith('s') ? singularOf(word) : word;
  const ending = singular.endsWith('ing') ? 3 : singular.endsWith('ed') ? 2 : 0;
  const rest = singular.length - ending;
  return ending > 0 && rest >= 3 && hasVowel(singular, rest) ? singular.slice(0, rest) : singular;
}

/** The singular of a word that ends with "s", or the word where that is no plural. */
function singularOf(word: string): string {
  if (word.length >= 5 && word.endsWith('ies')) {
    return `${word.slice(0, -3)}y`;
  }
  if (word.endsWith('es') && ['ss', 'sh', 'ch', 'x', 'z'].some((end) => word.endsWith(end, word.length - 2))) {
    return word.slice(0, -2);
  }
  const before = word.charAt(word.length - 2);
  return before === 's' || before === 'i' || before === 'u' || word === 'news' ? word : word.slice(0, -1);
}

function hasVowel(word: string, end: number): boolean {
  for (let index = 0; index < end; index++) {
    if (isOneOf('aeiouy', word.charCodeAt(index))) {
      return true;
    }
  }
  return false;
}

/** Without a mute "e" and with single consonants; "y" and "i", "ck" and "c", "our" and "or", "acy" and "ate" are one. */
function plainEnd(written: string): string {
  let length = written.length;
  while (length > 3 && written.charCodeAt(length - 1) === SMALL_E) {
    length--;
  }
  const last = written.charCodeAt(length - 1);
  if (last === written.charCodeAt(length - 2) && isOneOf('bdfglmnprt', last)) {
    length--;
  }
  const stem = written.slice(0, length);
  switch (last) {
    case SMALL_Y:
      return length >= 6 && stem.endsWith('acy')
        ? `${stem.slice(0, -3)}at`
        : length >= 3
          ? `${stem.slice(0, -1)}i`
          : stem;
    case SMALL_K:
      return stem.endsWith('ick') ? `${stem.slice(0, -2)}c` : stem;
    case SMALL_R:
      return length >= 6 && stem.endsWith('our') ? `${stem.slice(0, -3)}or` : stem;
    case SMALL_U:
      return stem.endsWith('alogu') ? stem.slice(0, -1) : stem;
    case SMALL_T:
    case SMALL_Z:
      return stem.endsWith('alyt') || stem.endsWith('alyz') ? `${stem.slice(0, -1)}s` : stem;
    default:
      return stem;
  }
}

const SMALL_E = 101;
const SMALL_K = 107;
const SMALL_R = 114;
const SMALL_T = 116;
const SMALL_U = 117;
const SMALL_Y = 121;

function isOneOf(letters: string, code: number): boolean {
  return letters.includes(String.fromCharCode(code));
}

/** How long the first suffix is that the stem ends with and that leaves enough of it; 0 where there is none. */
function lengthOfSuffix(stem: string): number {
  for (const [suffix, shortest] of SUFFIXES_BY_LAST.get(stem.charCodeAt(stem.length - 1)) ?? []) {
    if (stem.length - suffix.length >= shortest && stem.endsWith(suffix)) {
      return suffix.length;
    }
  }
  return 0;
}

/** Suffixes of derivation as they look with a plain end, longest first, and how long the rest has to be at least. */
const SUFFIXES: readonly (readonly [suffix: string, shortest: number])[] = [
  ...['isation', 'ization'].map((suffix) => [suffix, 3] as const),
  ...[
    'ation',
    'ition',
    'ativ',
    'itiv',
    'ator',
    'anci',
    'enci',
    'ment',
    'ness',
    'ship',
    'hood',
    'less',
    'isat',
    'izat',
  ].map((s) => [s, 4] as const),
  ...['anc', 'enc', 'ant', 'ion', 'ist', 'ism', 'ial', 'iti', 'abl', 'ibl', 'ous', 'ful', 'ori', 'eri'].map(
    (s) => [s, 4] as const,
  ),
  ...['abil', 'ibil', 'ari', 'ent'].map((suffix) => [suffix, 5] as const),
  ...['iv', 'or', 'er', 'ag', 'at', 'is', 'iz', 'li'].map((suffix) => [suffix, 4] as const),
  ...['ur'].map((suffix) => [suffix, 6] as const),
  ...['al', 'ic'].map((suffix) => [suffix, 5] as const),
];

const SUFFIXES_BY_LAST: ReadonlyMap<number, typeof SUFFIXES> = new Map(
  [...new Set(SUFFIXES.map(([suffix]) => suffix.charCodeAt(suffix.length - 1)))].map((last) => [
    last,
    SUFFIXES.filter(([suffix]) => suffix.charCodeAt(suffix.length - 1) === last),
  ]),
);

/** The ends of Latin verbs as their nouns have them: "produce" and "production", "emit" and "emission". */
function alternated(stem: string): string {
  const { length } = stem;
  const to = (cut: number, end: string): string => stem.slice(0, length - cut) + end;
  switch (stem.charCodeAt(length - 1)) {
    case SMALL_T:
      return length >= 5 && stem.endsWith('uct')
        ? to(1, '')
        : length >= 6 && stem.endsWith('sumpt')
          ? to(2, '')
          : length >= 8 && stem.endsWith('script')
            ? to(2, 'b')
            : stem;
    case SMALL_S:
      return length >= 5 && stem.endsWith('miss')
        ? to(2, 't')
        : stem.endsWith('expans') || stem.endsWith('extens') || stem.endsWith('suspens')
          ? to(1, 'd')
          : ['defens', 'licens', 'offens'].some((end) => stem.endsWith(end))
            ? to(1, 'c')
            : stem;
    case SMALL_C:
      return stem.endsWith('ific') ? to(2, '') : stem;
    case SMALL_L:
      return stem.endsWith('abil') || stem.endsWith('ibil') ? to(2, 'l') : stem;
    case SMALL_I:
      return length >= 7 || ['lthi', 'rthi', 'ifi'].some((end) => stem.endsWith(end)) ? to(1, '') : stem;
    default:
      return stem;
  }
}

const SMALL_C = 99;
const SMALL_I = 105;
const SMALL_L = 108;
const SMALL_S = 115;

/** Forms that no rule leads to their family, each line with the stem first. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  `
child children
woman women
man men
teach taught
lend lent
build built
tax taxation taxpayer taxpayers
appli application applications applicant applicants applied applies
migr migrant migrants
receiv receive receives received receiving reception
decid decision decisions decide decided
divid division divisions
provid provision provisions
revis revision revisions
detain detention
retain retention
maintain maintenance
interven intervention interventions
destroy destroys destroyed destroying destruction destructive
age ages aged ageing aging
diagnos diagnose diagnoses diagnosed diagnosis diagnostic diagnostics
grow growth grown
strong strength strengthen strengthens strengthened strengthening strengths
poor poverty
weak weakness
deep depth
long length
wide width
warm warmth
true truth
free freedom freedoms
saf safe safer safest safely safety
know knowledge known
choos choice choices choose chosen
scienc scientific scientist scientists
viol violent violently
inequal inequality inequalities unequal
care care cares cared caring
coalition coalition coalitions
portabl portable portability
laborator laboratory laboratories lab labs
labor labour labor labours
threat threat threats threaten threatened threatening
news news
internship internship internships intern interns interned
international international internationally internationalisation
internal internal internally
organic organic organically
organs organ organs
competit competition competitions competitive competitiveness compete competes competing competitor competitors
competenc competence competences competency competencies
substance substance substances
restor restore restores restored restoring restoration
statistic statistic statistics statistical
station station stations stationary
creativ creative creativity
currenc currency currencies
corporat corporate corporation corporations
emergenc emergency emergencies
minorit minority minorities
accession accession accessions
accessibl accessible accessibility accessibly
factor factory factories
plane plane planes
nationalit nationality nationalities
responsibl responsible responsibility responsibilities responsibly
driver driver drivers
ukrain ukraine ukrainian ukrainians
russia russia russian russians
china china chinese
brazil brazil brazilian
africa africa african africans
america america american americans
criteri criterion criteria
centr center centers centre centres centred
forest forestry
weapon weaponry
rail railway railways railroad
pharmac pharmacy pharmacies
minim minimum minimal minimise minimize minimising minimizing minimisation
maxim maximum maximal maximise maximize maximising maximisation
stud study studies studying
trainee trainees traineeship traineeships
operator operators
generation generations generational
staff staffs staffing
secur secure secured securely secures securing security
`
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [stem = '', ...forms] = line.split(' ');
      return [stem, ...forms].map((form) => [form, stem] as const);
    }),
);
