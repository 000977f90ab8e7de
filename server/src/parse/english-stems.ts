/**
 * The stem of an English word: inflections go, and then the usual suffixes of derivation, so that "recruitment",
 * "recruiting" and "recruits" have one stem; British and American spellings have one too. It is made for comparing a few
 * hundred words with each other: now and then two families share a stem ("custom", "customer"), which other words of the
 * text make good. Any other text comes back in lower case, without accents.
 */
export function stemOf(word: string): string {
  const plain = plainLetters(word);
  const irregular = IRREGULAR.get(plain);
  if (irregular !== undefined || !HAS_ENDINGS.test(plain)) {
    return irregular ?? plain;
  }
  let stem = plainEnd(withoutInflection(plain));
  for (let pass = 0; pass < 3; pass++) {
    const found = SUFFIXES.find(
      ([suffix, shortest]) => stem.endsWith(suffix) && stem.length - suffix.length >= shortest,
    );
    if (!found) {
      break;
    }
    stem = plainEnd(stem.slice(0, -found[0].length));
  }
  return alternated(stem);
}

/** The word without plural, "-ing" and "-ed", and without a mute "e": forms of one word have one, its derivations have not. */
export function uninflected(word: string): string {
  const plain = plainLetters(word);
  return HAS_ENDINGS.test(plain) ? plainEnd(withoutInflection(plain)) : plain;
}

function plainLetters(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}|['’].*$/gu, '')
    .toLowerCase();
}

const HAS_ENDINGS = /^[a-z]{4,}$/;

function withoutInflection(word: string): string {
  const singular = word
    .replace(/(?<=[a-z]{2})ies$/, 'y')
    .replace(/(?<=ss|sh|ch|x|z)es$/, '')
    .replace(/(?<=[^siu])(?<!^new)s$/, '');
  const participle = /^([a-z]*[aeiouy][a-z]*?)(?:ing|ed)$/.exec(singular)?.[1];
  return participle !== undefined && participle.length >= 3 ? participle : singular;
}

/** Without a mute "e" and with single consonants; "y" and "i", "ck" and "c", "our" and "or", "acy" and "ate" are one. */
function plainEnd(stem: string): string {
  return stem
    .replace(/(?<=[a-z]{3})e+$/, '')
    .replace(/([bdfglmnprt])\1$/, '$1')
    .replace(/(?<=[a-z]{3})acy$/, 'at')
    .replace(/(?<=[a-z]{2})y$/, 'i')
    .replace(/(?<=i)ck$/, 'c')
    .replace(/(?<=[a-z]{3})our$/, 'or')
    .replace(/(?<=al)ogu$/, 'og')
    .replace(/(?<=al)y[tz]$/, 'ys');
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

/** The ends of Latin verbs as their nouns have them: "produce" and "production", "emit" and "emission". */
function alternated(stem: string): string {
  return stem
    .replace(/(?<=[a-z]{2})uct$/, 'uc')
    .replace(/(?<=[a-z])miss$/, 'mit')
    .replace(/(?<=[a-z])sumpt$/, 'sum')
    .replace(/(?<=ex)pans$/, 'pand')
    .replace(/(?<=ex)tens$/, 'tend')
    .replace(/(?<=su)spens$/, 'spend')
    .replace(/(?<=[a-z]{2})script$/, 'scrib')
    .replace(/ific$/, 'ifi')
    .replace(/(?<=[ai])bil$/, 'bl')
    .replace(/(?<=def|lic|off)ens$/, 'enc')
    .replace(/(?<=lth|rth)i$/, '')
    .replace(/(?<=[a-z]{6}|if)i$/, '');
}

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
