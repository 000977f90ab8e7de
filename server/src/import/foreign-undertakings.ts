import type { Span } from '../model/span';
import { sentencesOf } from '../parse/sentences';
import { isAhead, isNew } from './ahead';
import { deadlinesIn, type SentenceDeadline } from './deadlines';
import { foreignActors, isBodyName } from './foreign-actors';
import { foreignTitle } from './foreign-titles';
import { baseFormOf, type ForeignLanguage, GRAMMARS, type Grammar } from './foreign-verbs';
import { oneForJoined, withoutDates } from './joined-deadlines';
import { MONTHS } from './month-names';
import { type Passage, placeAt } from './passages';
import type { ProseHelp, Undertaking } from './undertakings';

const LONGEST_SENTENCE = 2000;

/**
 * What a passage in another language than English undertakes, a sentence at a time: who will do it where it is somebody that
 * is known or named as a body is, by when, and a title of its own words. A sentence that says neither "we" nor who nor by
 * when is none, unless it says that something will be made.
 */
export function foreignUndertakingsIn(
  passage: Passage,
  language: ForeignLanguage,
  help: ProseHelp,
): readonly Undertaking[] {
  return foreignSentencesOf(passage.text).flatMap(({ start, end }) => {
    const sentence = passage.text.slice(start, end).trim();
    if (sentence.length > LONGEST_SENTENCE || sentence.endsWith('?')) {
      return [];
    }
    return clausesOf(sentence, language).flatMap((clause) =>
      undertakingOf(clause, placeAt(passage, start), language, help),
    );
  });
}

/** An item of a list of commitments as one, whatever its words: "Création d'un guichet unique", "Crear un registro". */
export function foreignItem(passage: Passage, language: ForeignLanguage, help: ProseHelp): Undertaking | undefined {
  const first = foreignSentencesOf(passage.text)[0];
  const sentence = passage.text.slice(first?.start ?? 0, Math.min(first?.end ?? 0, LONGEST_SENTENCE)).trim();
  const said = undertakingOf(sentence, passage.place, language, help)[0];
  if (said) {
    return said;
  }
  const deadlines = deadlinesOf(sentence, help);
  const words = withoutDates(sentence, deadlines, 0);
  // "The PA publish": in a list of what is undertaken the present tense says it too.
  const who = SHORT_SUBJECT.exec(words);
  const title = foreignTitle(words.slice(who?.[0].length ?? 0), language);
  const deadline = deadlines.at(-1);
  return title === ''
    ? undefined
    : {
        title,
        actors: who === null ? [] : foreignActors(who[1] ?? '', help, passage.place),
        deadline: deadline?.deadline ?? {},
        checks: deadline?.check === undefined ? [] : [deadline.check],
        place: passage.place,
      };
}

/** Who an item begins with, by an abbreviation, and a clause that says who of them. */
const SHORT_SUBJECT =
  /^(?:[Ll]es?|[Ll]a|[Ll]['’]|[GgIi]li?|I|Il|El|L[oa]s|D(?:er|ie|as|e)|Het|O|A|Os|As)(?:\s+|(?<=['’]))(\p{Lu}[\p{Lu}\d-]{1,9})(?:\s+(?:che|qui|que|die|som|które)\s[^,]{3,160},)?\s+(?=\p{Ll})/u;

/** Sentences; "1. Oktober" is not the end of one. */
function foreignSentencesOf(text: string): readonly Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of sentencesOf(text)) {
    const before = joined.at(-1);
    const tail = before === undefined ? '' : text.slice(Math.max(before.start, before.end - LONGEST_SHORT), before.end);
    if (before && (SHORT.test(tail) || (DAY.test(tail) && MONTH.test(text.slice(start, start + LONGEST_SHORT))))) {
      before.end = end;
    } else {
      joined.push({ start, end });
    }
  }
  return joined;
}

/** Abbreviations, whose full stop ends no sentence. */
const SHORT = /(?<!\p{L})(?:z|d|u|s|sog|bzw|ggf|insb|art|núm|nr|tzw|np|m\.in)\.\s*$/iu;
const DAY = /(?<![\p{L}\d])\d{1,2}\.\s*$/u;
const MONTH = new RegExp(`^(?:${MONTHS.join('|')})(?!\\p{L})`, 'iu');
const LONGEST_SHORT = 16;

/** A sentence in which one body will do this and another one that is two: each has its own words and days. */
function clausesOf(sentence: string, language: ForeignLanguage): readonly string[] {
  const grammar = GRAMMARS[language];
  const clauses: string[] = [];
  let from = 0;
  for (const joint of sentence.matchAll(JOINT)) {
    const behind = sentence.slice(joint.index + joint[0].length, joint.index + joint[0].length + LONGEST_NAME);
    const behindVerb = firstVerb(behind, grammar);
    const isSaid = firstVerb(sentence.slice(from, joint.index), grammar) !== undefined;
    if (isSaid && behindVerb !== undefined && isBodyName(behind.slice(0, behindVerb))) {
      clauses.push(sentence.slice(from, joint.index));
      from = joint.index + joint[0].length;
    }
  }
  return [...clauses, sentence.slice(from)];
}

/** Where the first verb stands that says that something will be done. */
function firstVerb(text: string, { modal, future, passive }: Grammar): number | undefined {
  const found = [modal, future, passive].flatMap((verb) => verb?.exec(text)?.index ?? []);
  return found.length === 0 ? undefined : Math.min(...found);
}

const JOINT =
  /(?:,\s*|;\s*|\s)(?:e|y|et|ed|och|og|oraz|i|und|en)\s+(?=(?:(?:a|o|as|os|el|la|los|las|le|les|il|lo|gli|i|der|die|das|de|het)\s+|l['’])?\p{Lu})/gu;
const LONGEST_NAME = 100;

function deadlinesOf(sentence: string, help: ProseHelp): readonly SentenceDeadline[] {
  return oneForJoined(sentence, deadlinesIn(sentence, help.style)).filter((one) => isAhead(one, help.since));
}

function undertakingOf(
  sentence: string,
  place: number,
  language: ForeignLanguage,
  help: ProseHelp,
): readonly Undertaking[] {
  const grammar = GRAMMARS[language];
  const deadlines = deadlinesOf(sentence, help);
  // The deadline in front of a verb may stand between it and who does it.
  const text = withoutDates(sentence, deadlines, 0).replace(/^[\s,;]+/u, '');
  const read = grammar.isVerbLast ? verbLast(text, grammar) : verbSecond(text, grammar, language);
  const dates = deadlines.filter(({ date }) => date !== undefined);
  const [dated] = dates;
  if (!read) {
    const present = grammar.isVerbLast && dated ? presentTense(text, dated, place, language, help) : [];
    return present.length > 0 || dated === undefined ? present : atDate(text, dated, place, language, help);
  }
  const named = read.isWe ? help.group : foreignActors(read.subject, help, place);
  const actors = named.length > 0 || read.inside === undefined ? named : foreignActors(read.inside, help, place);
  const isTaken = read.isWe || actors.length > 0 || (read.isPassive && (read.isFirm || dated !== undefined));
  const title = isTaken ? foreignTitle(read.title, language) : '';
  if (title === '' || !title.includes(' ')) {
    return [];
  }
  const deadline = dated ?? deadlines[0];
  return [
    {
      title,
      actors,
      deadline: deadline?.deadline ?? {},
      checks: [
        ...(deadline?.check === undefined ? [] : [deadline.check]),
        ...(dates.length > 1 ? ['The source gives several dates; the first one is taken.'] : []),
      ],
      place,
    },
  ];
}

/** "Bis Ende 2030 lösen wir …": these languages say what will be in the present tense too, where they say "we" and when. */
function presentTense(
  text: string,
  { deadline, date, check }: SentenceDeadline,
  place: number,
  language: ForeignLanguage,
  help: ProseHelp,
): readonly Undertaking[] {
  const isAim = date !== undefined && date.latest !== null && WE_FIRST.test(text);
  const title = isAim ? foreignTitle(text.replace(TURNED, '$2 $1'), language) : '';
  return title.includes(' ')
    ? [{ title, actors: help.group, deadline, checks: check === undefined ? [] : [check], place }]
    : [];
}

/** "Lösen wir": the verb in front of "we". */
const TURNED = /^(\p{L}+)\s+(wir|we|wij)(?!\p{L})/iu;

/** What stands at a day that lies ahead, without a verb that is known: it is doubtful, and said to be. */
function atDate(
  text: string,
  deadline: SentenceDeadline,
  place: number,
  language: ForeignLanguage,
  help: ProseHelp,
): readonly Undertaking[] {
  const title =
    isNew(deadline, help.since) && text.split(/\s+/u).length <= LONGEST_AT_DATE ? foreignTitle(text, language) : '';
  const doubt = 'No words that are known say who does this; the date is all there is.';
  const checks = [doubt, ...(deadline.check === undefined ? [] : [deadline.check])];
  return title.includes(' ') ? [{ title, actors: [], deadline: deadline.deadline, checks, place }] : [];
}

const LONGEST_AT_DATE = 30;

const WE_FIRST = /^(?:\p{L}+\s+)?(?:wir|we|wij)(?!\p{L})|^(?:wir|we|wij)\s/iu;

/** What a sentence says. */
interface Said {
  /** The words in front of the verb, which may name who does it. */
  readonly subject: string;
  readonly isWe: boolean;
  readonly isPassive: boolean;
  /** It says that it will be done, whatever else it says. */
  readonly isFirm: boolean;
  /** What is done, before it is made short. */
  readonly title: string;
  /** Words inside the verb, which may name who does it: "kommer regeringen att". */
  readonly inside?: string;
}

/** Sentences in which the verb stands in front of its object. */
function verbSecond(text: string, grammar: Grammar, language: ForeignLanguage): Said | undefined {
  const passive = grammar.passive.exec(text);
  const modal = grammar.modal.exec(text);
  const future = grammar.future && futureIn(text, grammar, language);
  const first = [passive, modal, future?.match].reduce<RegExpExecArray | undefined>(
    (best, one) => (one && (best === undefined || one.index < best.index) ? one : best),
    undefined,
  );
  if (!first || first.index > LONGEST_SUBJECT || isDenied(text, first.index, first.index + first[0].length)) {
    return undefined;
  }
  const subject = subjectOf(text.slice(0, first.index));
  const isWe = grammar.we.test(`${subject} ${first[0]}`);
  if (first === passive) {
    const clause = subject === '' ? text.slice(first.index) : `${subject} ${text.slice(first.index)}`;
    return {
      subject: agentIn(text.slice(first.index)),
      isWe: false,
      isPassive: true,
      isFirm: subject !== '' || NOUN_BEHIND.test(text.slice(first.index + first[0].length)),
      title: clause,
    };
  }
  const rest = text.slice(first.index + first[0].length);
  if (future && first === future.match) {
    const isReflexive = /^s[ei'’]/iu.test(first[1] ?? '') && language !== 'fr';
    if (isReflexive) {
      const object =
        /^\s*[\p{L}\d]/u.test(rest) && !/^\s*(?:en|a|por|con|para|in|da|por)\s/iu.test(rest) ? rest : subject;
      return { subject: '', isWe: false, isPassive: true, isFirm: true, title: `${future.verb} ${object}` };
    }
    return { subject, isWe, isPassive: false, isFirm: false, title: `${future.verb} ${rest}` };
  }
  // Words in front of the verb turn it round: "senast 2026 ska regeringen inrätta".
  const isTurned =
    subject === '' &&
    /^\s*(?:regeringen|vi|\p{Lu}?\p{L}+(?:myndigheten|verket|styrelsen|kommissionen|ministeriet))\s/iu.test(rest);
  const turned = isTurned ? /^\s*(\S+)\s+(.*)$/su.exec(rest) : null;
  const isImpersonal = IMPERSONAL.test(first[0]);
  const isVerb = grammar.effects.test(/^\s*(\p{L}+)/u.exec(turned?.[2] ?? rest)?.[1] ?? '');
  if (isVerb) {
    return undefined;
  }
  return {
    subject: turned?.[1] ?? subject,
    ...(/\s.+\s/u.test(first[0]) ? { inside: first[0].replace(/^\S+\s+|\s+\S+$/gu, '') } : {}),
    isWe: isWe || grammar.we.test(turned?.[1] ?? ''),
    isPassive: isImpersonal,
    isFirm: false,
    title: turned?.[2] ?? rest,
  };
}

/** Whether a verb is denied: "não será", "n'adoptera pas", "ska inte". */
function isDenied(text: string, start: number, end: number): boolean {
  return NOT_BEFORE.test(text.slice(Math.max(0, start - 16), start)) || NOT_BEHIND.test(text.slice(end, end + 12));
}

const NOT_BEFORE =
  /(?<!\p{L})(?:no|non|não|nie|ne|nunca|jamais|mai|nadie|nessuno|ninguém|nikt)(?:\s+(?:se|si|lo|la|le|les))?\s+$|(?<!\p{L})n['’]$/iu;
const NOT_BEHIND = /^\s+(?:pas|plus|jamais|inte|ikke|aldrig|niet|nicht)(?!\p{L})/iu;
/** "Werden wir die Abgabe nicht erhöhen": right in front of the verb at the end. */
const NOT_AT_END = /(?<!\p{L})(?:nicht|niet|nooit|nie)\s+(?:\p{L}+\s+)?\p{L}+$/iu;

/** "It is planned to": nobody is said to do it, and it counts with a date. */
const IMPERSONAL =
  /^(?:se prevé|se propone|está previsto|il est prévu|(?:est|sont) prévue?s?|è previsto|si prevede|prevê-se)/iu;

/** "Será criada uma rede": the subject stands behind. */
const NOUN_BEHIND = /^\s+(?:um|uma|una|uno|un|o|a|os|as|el|la|los|las|il|lo|gli|i|le)\s+\p{L}/iu;

/** The first verb in the future tense that says that something is done. */
function futureIn(
  text: string,
  grammar: Grammar,
  language: ForeignLanguage,
): { readonly match: RegExpExecArray; readonly verb: string } | undefined {
  const match = grammar.future?.exec(text);
  if (!match) {
    return undefined;
  }
  const stem = match.at(-1) ?? '';
  if (language === 'pl') {
    return grammar.effects.test(match[0]) ? undefined : { match, verb: match[0] };
  }
  // "Incluirá" describes, "incluiremos" promises.
  const isEffect = grammar.effects.test(stem) && !/(?:emos|emo|ons)$/iu.test(match[0]);
  const verb = isEffect ? undefined : baseFormOf(stem, language);
  return verb === undefined ? undefined : { match, verb };
}

/** Sentences in which the verb stands at the end: "Der Bund wird … ein Register einrichten". */
function verbLast(text: string, grammar: Grammar): Said | undefined {
  const modal = grammar.modal.exec(text);
  if (!modal || modal.index > LONGEST_SUBJECT || NOT_AT_END.test(firstClause(text))) {
    return undefined;
  }
  const before = text.slice(0, modal.index).trim();
  const rest = text.slice(modal.index + modal[0].length).trim();
  const clause = firstClause(rest);
  const who = WHO_BEHIND.exec(clause);
  const isWe = grammar.we.test(before) || (who !== null && grammar.we.test(who[0]));
  const subject = who === null ? before : who[0];
  const inside = who === null ? clause : clause.slice(who[0].length);
  const isOwn = who !== null && !IS_ADVERB.test(before) && before !== '';
  const isPassive = !isWe && grammar.passive.test(`${modal[0]} ${clause}`);
  if (isPassive) {
    return {
      subject: '',
      isWe: false,
      isPassive,
      isFirm: false,
      title: before === '' ? clause : `${before} ${modal[0]} ${clause}`,
    };
  }
  const title = `${isOwn ? `${before} ` : ''}${inside}`.replace(FILLERS, '');
  return { subject, isWe, isPassive, isFirm: false, title };
}

/** Who stands behind the verb, because something else is in front of it. */
const WHO_BEHIND =
  /^(?:[Ww]ir|[Ww]e|[Ww]ij|das Bundesministerium(?: (?:der|des|für) (?:\p{Lu}\p{L}+)(?: und(?: für)? \p{Lu}\p{L}+)?)?|die Bundesregierung|der Bund|die Länder|das Bundeskabinett|die (?:Europäische )?Kommission|der Rat|die Mitgliedstaaten|das \p{Lu}{2,}|het kabinet|de regering|de minister(?: van \p{Lu}\p{L}+)?|het ministerie(?: van \p{Lu}\p{L}+)?|de (?:Europese )?Commissie|de Raad|de lidstaten)(?!\p{L})\s*/u;

/** In front of the verb: when, where or why, not what. */
const IS_ADVERB =
  /^(?:hier(?:zu|bei|für|mit)|da(?:zu|bei|für|mit|bei|rüber)|dort|zu(?:dem|sätzlich|nächst|gleich)|außerdem|darüber hinaus|gemeinsam|ferner|bis|ab|im|in|am|zur?m?|für|mit|um|nach|bei|auf|über|unter|daarnaast|daartoe|hiertoe|ook|verder|in|op|voor|met|om|samen|vanaf|per|uiterlijk|von|aus|durch|als|wenn|sobald)(?!\p{L})/iu;

/** Small words behind the verb that say nothing of what is done. */
const FILLERS =
  /^(?:\s*(?:daher|dazu|dabei|auch|zudem|künftig|hierzu|deshalb|weiterhin|gemeinsam|ook|daarom|daarnaast|daartoe|verder|sich)(?!\p{L}))+\s*/iu;

/** Up to the comma or semicolon behind which something else begins; commas of lists stay. */
function firstClause(text: string): string {
  const end =
    /[;:]|,\s+(?!dass\s|dat\s)(?=(?:um|damit|so ?dass|über|wel|die|der|das|insbesondere|indem|mit|dessen|deren|bei|in|wobei|om|zodat|waar|met|door|dat)(?:\p{L}*)(?!\p{L}))/iu.exec(
      text,
    );
  return (end ? text.slice(0, end.index) : text).replace(/[.\s]+$/u, '');
}

/** Further behind, a verb is not what the sentence begins to say. */
const LONGEST_SUBJECT = 240;

/** The words that may name who does it: behind the last comma that puts something in between. */
function subjectOf(text: string): string {
  const segments = text.split(/,\s*/u).filter((segment) => segment.trim() !== '');
  return (segments.at(-1) ?? '').trim();
}

/** "… par le ministère de la Justice": who does what is done. */
function agentIn(text: string): string {
  return (
    /(?<!\p{L})(?:par|por|da(?:l|lla|i|gli|lle)?|pel[oa]|av|af|przez|von|vom|door)\s+([^.,;]{3,80})/iu.exec(
      text,
    )?.[1] ?? ''
  );
}
