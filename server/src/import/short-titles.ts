import { baseVerbAt, gerundAt, isPlainVerb, type Verb } from './verbs';

/** No more words of a sentence stand in a title one behind the other. */
const MOST_WORDS = 9;

/**
 * A short title for what a sentence undertakes: what stands for the verb, and the head of its object. Empty where nothing
 * is left that says something.
 *
 * @param object the words behind the verb, or the subject of a passive sentence
 */
export function titleFrom(verb: Verb | undefined, object: string): string {
  const considered = verb?.base === 'consider' ? gerundAt(object) : undefined;
  if (considered) {
    const what = titleFrom(considered.verb, object.slice(considered.end));
    return what === '' ? '' : `Possible ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
  }
  const lead = verb?.noun ?? '';
  const infinitive = !OF_DOING.test(lead) ? null : /^\s*to\s+(?=\p{Ll})/u.exec(object);
  if (infinitive && baseVerbAt(object.slice(infinitive[0].length))) {
    // "Propose to extend the mandate": a proposal to do so.
    const what = headOf(object.slice(infinitive[0].length), MOST_WORDS - 1).join(' ');
    return what === '' ? '' : upperFirst(`${lead.replace(/ (?:of|for|on|to)$/u, '')} to ${what}`);
  }
  const gerund = OF_DOING.test(lead) ? gerundAt(object) : undefined;
  if (gerund) {
    const what = headOf(object.slice(gerund.end), MOST_WORDS - 2).join(' ');
    return what === '' ? '' : upperFirst(`${lead.replace(/ (?:of|for|on|to)$/u, '')} to ${gerund.verb.base} ${what}`);
  }
  const takesPreposition = PREPOSITIONAL.test(lead);
  // "Submit to the Office a plan", "agree with departments the deadlines": what it is about stands behind to whom.
  const whom = (lead === '' || takesPreposition) && verb?.base !== 'agree' ? undefined : TO_WHOM.exec(object)?.[0];
  const words = headOf(
    object.slice(whom?.length ?? 0),
    lead === '' ? MOST_WORDS : MOST_WORDS - 1,
    takesPreposition,
    lead === '' ? 2 : 1,
  );
  if (words.length === 0) {
    return '';
  }
  const [first = '', ...rest] = words;
  if (lead === '') {
    return upperFirst([first, ...rest].join(' '));
  }
  const behind = ARTICLES.has(first.toLowerCase()) ? rest : words;
  // "Follow up operationally on the dataset": the adverb is left out, and of two prepositions the source's stays.
  const isAdverb = /^\p{Ll}{3,}ly$/u.test(behind[0] ?? '') && PREPOSITIONS.has((behind[1] ?? '').toLowerCase());
  const own = isAdverb ? behind.slice(1) : behind;
  if (isAdverb && / (?:of|to|for|on)$/u.test(lead)) {
    return upperFirst(`${lead.replace(/ \p{L}+$/u, '')} ${own.join(' ')}`);
  }
  const joint = JOINTS.get(lead);
  const isJoined = joint === undefined || PREPOSITIONS.has((own[0] ?? '').toLowerCase());
  return upperFirst(isJoined ? `${lead} ${own.join(' ')}` : `${lead} ${joint} ${own.join(' ')}`);
}

/** What may be one to do something. */
const OF_DOING = /^(?:Proposal|Decision|Agreement|Request|Call|Commitment|Effort)(?: |$)/u;

const TO_WHOM = /^\s*(?:to|with)\s+[^,;.]{2,50}?\s+(?=(?:an?|the)\s+\p{Ll})/u;

/** What joins such a word to what it is about, where the source does not: "3 services will be agreed". */
const JOINTS: ReadonlyMap<string, string> = new Map([
  ['Agreement', 'on'],
  ['Decision', 'on'],
  ['Report', 'on'],
]);

/** The words of a title that the source itself gives, where it is short enough; else its head. */
export function headline(text: string): string {
  return upperFirst(headOf(text, MOST_WORDS).join(' '));
}

/** What takes a preposition of its own: "Work with …". */
const PREPOSITIONAL =
  /(?:Agreement|Decision|Participation|Contribution|Adherence|Meeting|Cooperation|Investment|Work|Report|Call|Effort|Engagement)$/;

/** The first words of a phrase up to where it begins to explain itself. */
function headOf(phrase: string, most: number, takesPreposition = false, fewest = 2): readonly string[] {
  const text = phrase
    .replace(/\bwith \p{L}+, \p{L}+,? (?:or|and) \p{L}+ (\p{L}+)/gu, 'with $1')
    .replace(/^\s*((?:an?|the)\s+)?\p{Ll}+, \p{Ll}+,? (?:and|or) (\p{Ll}+ \p{Ll})/u, '$1$2')
    .replace(
      /,\s*(?:in (?:close )?(?:co-?operation|consultation|collaboration|coordination|partnership) with|together with)\s[^,]{2,80},\s*/giu,
      ' ',
    )
    .replace(/^(?:the\s+)?\p{L}+(?:ing|ation) by (?:the )?[\p{L}'’ ]{2,40}? of /iu, '')
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\([^)]*$/, ' ')
    .replace(/["“”„«»]|(?<!\p{L})['‘’]|(?<!s)['’](?!\p{L})|(?<=(?<!\p{L})['‘][^'’]*)['’](?!\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const words: string[] = [];
  const all = text.split(' ');
  for (const [at, written] of all.entries()) {
    const word = written.replace(/[,;:.!?…–—]+$/u, '');
    const lower = word.toLowerCase();
    const isEnd = word !== written;
    const isLeading = ARTICLES.has(lower) || (LEADING.has(lower) && !(takesPreposition && PREPOSITIONS.has(lower)));
    if (word === '' || (words.length === 0 && isLeading)) {
      continue;
    }
    if (
      (words.length >= 1 && lower === 'and' && isNextUndertaking(all, at + 1)) ||
      (words.length >= (RELATIVE.has(lower) ? fewest : 2) &&
        BREAKS.has(lower) &&
        !isAdjective(lower, all[at + 1] ?? '')) ||
      (words.length >= 3 && SOFT_BREAKS.has(lower)) ||
      (words.length >= (lower === 'and' ? 6 : 5) && LATE_BREAKS.has(lower)) ||
      (words.length >= 2 && EXPLAINS.test(`${lower} ${all[at + 1] ?? ''}`))
    ) {
      break;
    }
    if (lower === 'to' && words.length >= 3 && !takesPreposition && baseVerbAt(all.slice(at + 1).join(' '))) {
      break;
    }
    if (words.length >= most) {
      backOff(words, lower);
      break;
    }
    if (!DROPPED.has(lower)) {
      words.push(word);
    }
    if (isEnd && words.length >= 2 && !/-$/.test(word) && /[;:.!?…–—]$/u.test(written)) {
      break;
    }
    if (isEnd && words.length >= 3) {
      // "a report with technical, operational or legal …": the adjective alone says nothing.
      if (SOFT_PREPOSITIONS.has((words.at(-2) ?? '').toLowerCase()) && /^\p{Ll}/u.test(word)) {
        words.splice(-2);
      }
      break;
    }
  }
  while (words.length > 1 && DANGLING.has((words.at(-1) ?? '').toLowerCase())) {
    words.pop();
  }
  return words.length === 1 && DANGLING.has((words[0] ?? '').toLowerCase()) ? [] : words;
}

/** "Strengthen cooperation and better facilitate …": behind "and" another verb begins. */
function isNextUndertaking(all: readonly string[], at: number): boolean {
  const from = /^(?:better|further|also|then)$/iu.test(all[at] ?? '') ? at + 1 : at;
  const verb = from > at ? baseVerbAt(all.slice(from, from + 3).join(' ')) : undefined;
  return verb !== undefined && isPlainVerb(verb.verb);
}

const RELATIVE: ReadonlySet<string> = setOf('which who whose whom');

/** "setting out how", "pertaining to": a participle that explains what stands before it. */
const EXPLAINS = /^\p{Ll}+ing (?:to|out|that|how|from|with|what|whether)$/u;

/** "Drug related crime", but "crime related to drugs". */
function isAdjective(word: string, next: string): boolean {
  return word === 'related' && !/^to\b/u.test(next);
}

/** Leaves out the phrase that a title's length would cut in the middle. */
function backOff(words: string[], next: string): void {
  const last = words.findLastIndex((word) => CONNECTORS.has(word.toLowerCase()));
  if (!CONNECTORS.has(next) && last >= SHORTEST_TITLE && last >= words.length - LONGEST_PHRASE) {
    words.splice(last);
  }
}

const SHORTEST_TITLE = 4;
const LONGEST_PHRASE = 3;
const CONNECTORS: ReadonlySet<string> = setOf(
  'and or of for in on to with from by at against as under between across through into pour et afin und für um para y per e voor en',
);

/** Small words of other languages that no title ends with. */
const FOREIGN =
  'de du des la le les un une pour et en à au aux avec par dans sur und der den dem ein eine für mit von zu im bei el los las y para con del e di per il lo gli della delle een het van voor met';

const ARTICLES = setOf('a an the');
const PREPOSITIONS = setOf('to of for with on in at by');
const SOFT_PREPOSITIONS = setOf('with including');
const LEADING = setOf(
  'also both all any its their our his her this these those such each every some further more to of for with on in at and or that existing necessary own alongside during following under as by from about another other like such',
);
const DROPPED = setOf(
  'the a an also further furthermore relevant dedicated respective concrete specific fully effectively',
);
const BREAKS = setOf(
  'how why whether which who whose whom where when while whilst whereby because since so that thereby thus including involving aimed aiming based following laying summarising combining building related based given including',
);
const SOFT_BREAKS = setOf(
  'by through under within via in during at after before if once unless as including between among into from upon until using bringing making ensuring enabling allowing helping supporting regarding concerning considering taking',
);
const LATE_BREAKS = setOf('to and or with for on against as');
const DANGLING = setOf(
  `${FOREIGN} a an the of and or to for in on at by with from as its their our this these those all any into between among against under over about that which more most new other such each every both further is are be will shall should must has have been not it they we early late mid end new`,
);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
