import { stemOf, uninflected } from './english-stems';

/** What a word says, whatever its place. */
export interface WordMeaning {
  /** The stem: "investig" for "investigations". */
  readonly stem: string;
  /** How much it says about a subject: 0 (an article, a small number), {@link FILLER_WEIGHT} (administrative filler), or 1. */
  readonly weight: number;
}

/** Words and numbers of a text; of a genitive it gives the "s" too. */
export const WORD = /[\p{L}\p{M}\p{Nd}]+/gu;

/**
 * How many UTF-16 units the letter, mark or digit at an offset has, as {@link WORD} is made of; 0 where none is there.
 * The same for texts of many words, without a pattern.
 */
export function widthOfLetter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code <= LAST_ASCII) {
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) ? 1 : 0;
  }
  if (!(code > LAST_ASCII) || (code >= FIRST_PUNCTUATION && code <= LAST_PUNCTUATION)) {
    return 0;
  }
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return LETTER.test(letter) ? letter.length : 0;
}

const LAST_ASCII = 0x7f;
/** Dashes, quotation marks, spaces and the like: the block "General Punctuation". */
const FIRST_PUNCTUATION = 0x2000;
const LAST_PUNCTUATION = 0x206f;
const LETTER = /[\p{L}\p{M}\p{Nd}]/u;

/** Reads an English word in lower case. */
export function readWord(written: string): WordMeaning {
  const stem = stemOf(written);
  return { stem, weight: weightOf(written) };
}

function weightOf(written: string): number {
  if (FUNCTION_WORDS.has(written) || (written.length <= 2 && /^(?:\d{1,2}|\p{L})$/u.test(written))) {
    return 0;
  }
  return /^\d+(?:st|nd|rd|th)?$/.test(written) || FILLERS.has(uninflected(written)) ? FILLER_WEIGHT : 1;
}

/** How much a filler says. */
export const FILLER_WEIGHT = 0.35;

/** Words that say nothing of a subject. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the s this that these those such same own each every all any both some several many much more most few less ' +
    'least other others another no not nor none only also too very well as so than then thus hence therefore however ' +
    'moreover furthermore further yet still already again once ever never often usually mainly especially notably ' +
    'particularly particular in on at by for from to of off out up down over under into onto upon with within without ' +
    'through throughout during before after since until till about above below between among amongst against across ' +
    'along around behind beside besides beyond despite except inside outside like near per plus regarding concerning ' +
    'via towards toward according due because if unless whether while whereas although though when where why how what ' +
    'which who whom whose and or but either neither i we you he she it they me us him her them my our your his its ' +
    'their mine ours yours theirs itself themselves ourselves is are was were be been being am do does did done doing ' +
    'have has had having can could may might must shall should will would ought let there here now soon later e g i ' +
    'eg ie etc cf vs co non anti pre re sub multi inter self semi ex one two three four five six seven eight nine ten first second'
  ).split(' '),
);

/**
 * Words that every report on every plan is full of: they say that something was done, and who does things in the EU, but
 * not what it was about. Any inflection of a word counts, but no derivation: a "worker" is no "work".
 */
const FILLERS: ReadonlySet<string> = new Set(
  (
    'achieve achievement act action activity add addition additional address adopt adoption agree agreement aim allow ' +
    'ambition analyse annual annex appropriate approach area aspect assess assessment base basis begin benefit best ' +
    'better boost bring call carry case chair challenge change clear close closely come commission committee ' +
    'common competent complement complementary comprehensive concern conclude conclusion conference consider context ' +
    'continue contribute contribution cooperate cooperation coordinate coordination council countries country course ' +
    'cover create critical crucial current date day decide decision deepen delegation deliver deliverable delivery ' +
    'detail develop development different direct discuss discussion document draft drive early effective efficient ' +
    'effort element enable encourage end endorse enhance ensure essential establish eu european europe union event ' +
    'exchange exist existing expect experience expert explore express facilitate fact far field final find focus ' +
    'follow form forum forward foster framework full fully future general give given go goal good great ground group ' +
    'grow growing help high highlight hold host identify impact implement implementation importance important improve ' +
    'improvement improving include including increase indicate inform initial initiative input instrument intend ' +
    'international introduce invite issue january february march april may june july august september october ' +
    'november december join joint keep key large last latest launch lead legislative lesson level list local ' +
    'long look main maintain make manage mean measure mechanism meet meeting member milestone minister ministerial ' +
    'monitor month move national necessary need new next note number objective obtain offer official ongoing open ' +
    'operational opportunity order organise organisation overall overview part participant participate partner ' +
    'partnership party perform period phase plan planned play point policy positive possible possibility potential ' +
    'practical practice practices prepare preparation present presidency previous priority procedure proceed process ' +
    'programme progress project promote proposal propose provide publish purpose put raise range reach recent ' +
    'recommend regard regular relate relevant remain report request require respect respective respond response ' +
    'result review role round scope section sector see seek senior serve session set sets setting share significant ' +
    'situation specific stage stakeholder start state status step still strategic strategy strengthen strong ' +
    'structure subject submit substantial success successful support survey sustain take tackle target task technical ' +
    'term text theme time today tool topic total towards undertake update use useful value various view way week ' +
    'welcome wide work working year accordance arrangement condition cycle factor function issue kind matter model ' +
    'outcome output question regime rule scheme service system thing type active additionally analysis assist assistance closer ' +
    'commissioner commitment coordinator coverage creation delegate directive directorate effect effectively ' +
    'efficiently enabler endorsement establishment expertise facilitation former growing indicator informal larger ' +
    'legislation longer management mapping office officer operate operation operationalise operationally orderly ' +
    'participation practitioner previously promotion provider provision recently recommendation regularly relation ' +
    'requirement significantly structural thematic timely introduction zero person people'
  )
    .split(' ')
    .map(uninflected),
);
