import type { Span } from '../model/span';
import { baseVerbAt, gerundAt, isPlainVerb, participleAt, type Verb } from './verbs';

/** Words of a sentence by which somebody undertakes, or is asked to do, something. */
export interface Predicate {
  /** The words "will", "is invited to", "calls on". */
  readonly modal: Span;
  /**
   * `will`: it is going to happen. `should`: it ought to. `call`: somebody asks `addressee`. `planned`: it says that
   * something is foreseen, which counts with a date only. `needed`: work that the sentence says is needed.
   */
  readonly kind: 'will' | 'should' | 'call' | 'planned' | 'needed';
  /** Where its subject stands; empty where it has none. */
  readonly subject: Span;
  /** What is done, in order: "set up a team" and "publish its report" are two. */
  readonly acts: readonly Act[];
  /** In a clause with "which" or "that": a description, unless it has a date. */
  readonly isSubordinate: boolean;
}

/** A verb and what it is about. */
export interface Act {
  /** Undefined where the verb is none that plans are made of. */
  readonly verb: Verb | undefined;
  readonly isPassive: boolean;
  /** From the verb to the end of what belongs to it. */
  readonly span: Span;
  /** Behind the verb. */
  readonly object: Span;
  /** "Be" with a noun or an adjective. */
  readonly isState: boolean;
}

const MODALS =
  /\b(?:(?<will>will|shall|undertakes? to|commits? (?:itself |themselves |ourselves )?to|agrees? to|(?:has|have) agreed to|intends? to|(?<!\b(?:implementation|action|national|delivery|work|investment|the|their|its|these|those|our|any) )plans? to|pledges? to|proposes? to|is going to|are going to|is to(?= \p{L}+)|are to(?= \p{L}+)|(?:is|are) expected to|(?:is|are) planned to|(?:is|are) due to|expects? to|hopes? to|wants? to|makes? every effort to)|(?<should>should|must|ought to|needs? to|has to|have to|(?:is|are) (?:strongly |hereby )?(?:encouraged|invited|requested|asked|urged|called upon|required|recommended|advised|tasked|mandated|obliged) to)|(?<!(?:\b(?:an?|the|this|that|its|their|each|any|of|joint|special)|['’]s?) )(?<call>(?:strongly |hereby )?(?:invites?|encourages?|calls? (?:up)?on|urges?|requests?|asks?|tasks?|mandates?|instructs?)(?= [^.;]{2,200}? to \p{Ll}))|(?<planned>(?:is|are) (?:currently |now |also |tentatively )?(?:planned|foreseen|scheduled|expected|envisaged|submitted|due|set|anticipated)(?= |,|$)|scheduled for|planned for|foreseen for|to be(?= \p{L}+(?:ed|d|t|n)\b)))(?!\p{L})/giu;

/** "Further work is needed to …". */
const NEEDED =
  /\b(?:further|additional|more) (?:work|efforts?|actions?|steps?|measures?) (?:is|are|will be|remains?) (?:still )?(?:needed|required|necessary) (?:to|on|in|through|for) /giu;

/** The predicates of a sentence that say that something is undertaken, in order. */
export function predicatesIn(sentence: string): readonly Predicate[] {
  const needed = [...sentence.matchAll(NEEDED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const found: Predicate[] = needed.map((modal) => neededPredicate(sentence, modal));
  const modals = [...sentence.matchAll(MODALS)].filter(
    ({ index }) => !needed.some(({ start, end }) => start <= index && index < end),
  );
  let floor = 0;
  for (const [at, match] of modals.entries()) {
    const modal = { start: match.index, end: match.index + match[0].length };
    const ceiling = modals[at + 1]
      ? clauseStart(sentence, modal.end, modals[at + 1]?.index ?? sentence.length)
      : sentence.length;
    if (modal.start < floor) {
      continue;
    }
    const kind = kindOf(match.groups ?? {});
    const read = kind === 'call' ? calling(sentence, modal, ceiling) : plain(sentence, kind, modal, floor, ceiling);
    const before = found.at(-1);
    // "A meeting, scheduled for May, will …": both verbs have one subject.
    const isBare = read !== undefined && /^[\s,]*$/u.test(sentence.slice(read.subject.start, read.subject.end));
    const predicate = read && isBare && before ? { ...read, subject: before.subject } : read;
    if (predicate) {
      found.push(predicate);
      floor = kind === 'call' ? (predicate.acts.at(-1)?.span.start ?? ceiling) : ceiling;
    }
  }
  found.push(...essentials(sentence));
  return found.sort((a, b) => a.modal.start - b.modal.start);
}

/** "It is essential that Member States report hits": whoever stands behind it ought to. */
function essentials(sentence: string): readonly Predicate[] {
  return [...sentence.matchAll(ESSENTIAL)].flatMap((match) => {
    const from = match.index + match[0].length;
    for (const word of sentence.slice(from, from + LONGEST_SUBJECT).matchAll(/\s(?=\p{Ll})/gu)) {
      const start = from + word.index;
      const verb = baseVerbAt(sentence.slice(start));
      if (verb && isPlainVerb(verb.verb)) {
        const subject = { start: from, end: start };
        const acts = actsFrom(sentence, start, endOfClause(sentence, start), 'should');
        return acts.length === 0
          ? []
          : [{ modal: { start, end: start }, kind: 'should' as const, subject, acts, isSubordinate: false }];
      }
    }
    return [];
  });
}

const ESSENTIAL =
  /\bis (?:also |therefore |thus )?(?:crucial|vital|essential|important|imperative|necessary|indispensable) that\b/giu;
const LONGEST_SUBJECT = 120;

function kindOf(groups: Readonly<Record<string, string | undefined>>): Predicate['kind'] {
  return groups.will !== undefined
    ? 'will'
    : groups.should !== undefined
      ? 'should'
      : groups.call !== undefined
        ? 'call'
        : 'planned';
}

function neededPredicate(sentence: string, modal: Span): Predicate {
  const object = { start: modal.end, end: endOfClause(sentence, modal.end) };
  const verb = baseVerbAt(sentence.slice(object.start));
  const behind = verb ? { start: object.start + verb.end, end: object.end } : object;
  const act: Act = { verb: verb?.verb, isPassive: false, span: object, object: behind, isState: false };
  return {
    modal,
    kind: 'needed',
    subject: { start: modal.start, end: modal.start },
    acts: [act],
    isSubordinate: false,
  };
}

function plain(
  sentence: string,
  kind: Predicate['kind'],
  modal: Span,
  floor: number,
  ceiling: number,
): Predicate | undefined {
  const before = sentence.slice(floor, modal.start);
  const clause = floor + lastClause(before);
  const subject = { start: clause, end: modal.start };
  const isSubordinate = /(?:\b(?:which|who|that|whose|where|what|how|whether|if|as)\b[^,]{0,40})$/iu.test(
    sentence.slice(clause, modal.start),
  );
  const acts = actsFrom(sentence, modal.end, ceiling, kind);
  return acts.length === 0 ? undefined : { modal, kind, subject, acts, isSubordinate };
}

/** "The Commission invites the Council to adopt …": the subject is who is asked. */
function calling(sentence: string, modal: Span, ceiling: number): Predicate | undefined {
  const rest = sentence.slice(modal.end, ceiling);
  const to = /\s+to\s+(?=\p{Ll})/u.exec(rest);
  if (!to) {
    return undefined;
  }
  const subject = { start: modal.end, end: modal.end + to.index };
  const acts = actsFrom(sentence, modal.end + to.index + to[0].length, ceiling, 'call');
  return acts.length === 0 ? undefined : { modal, kind: 'call', subject, acts, isSubordinate: false };
}

const ADVERBS =
  /^(?:\s*,[^,]{3,90},|\s*\b(?:also|further|furthermore|therefore|then|thus|now|jointly|together|(?:continue|work|strive|endeavou?r|seek|aim|try|attempt|start|begin|make every effort)s? to(?= \p{L})|keep|regularly|strongly|fully|closely|actively|currently|already|still|in particular|additionally|subsequently|finally|always|only|either|both|systematically|substantially|considerably|significantly|periodically|better|increasingly|likewise|hence|consequently|gradually|progressively|effectively|particularly|first|at least|as appropriate|in addition|in turn|where appropriate|where possible|as soon as possible|by \p{L}+ \d{4}|in \d{4}|(?!(?:supply|apply|rely|reply|comply|multiply|imply|fly|ally|family)\b)\p{L}{3,}ly(?=\s+\p{Ll}))\b)/iu;

const ONLY_IF = /^\s*only\b[^.;]*\bif\b/iu;

/** The acts behind a modal: a verb, its object, and the verbs that "and" and commas join to it. */
function actsFrom(sentence: string, from: number, to: number, kind: Predicate['kind']): readonly Act[] {
  let at = from;
  for (
    let rest = sentence.slice(at, to), adverb = ADVERBS.exec(rest);
    adverb;
    rest = sentence.slice(at, to), adverb = ADVERBS.exec(rest)
  ) {
    at += adverb[0].length;
  }
  const text = sentence.slice(at, to);
  // "Will only bring results if …" says under which condition, not what is undertaken.
  if (/^\s*(?:not|no|never)\b/iu.test(text) || ONLY_IF.test(sentence.slice(from, to))) {
    return [];
  }
  const passive =
    /^\s*(?:(?:therefore |also |further )?be|been|being)\s+(?:[\p{L}]+ly\s+|also\s+|further\s+|jointly\s+)*/iu.exec(
      text,
    );
  if (passive || kind === 'planned') {
    const start = at + (passive?.[0].length ?? 0);
    const participle = participleAt(sentence.slice(start, to));
    const end = endOfClause(sentence, start, to);
    const object = { start: start + (participle?.end ?? 0), end };
    const isState =
      !participle && !/^\s*\p{L}+(?:ed|wn|ught|ilt|eld)\b/u.test(sentence.slice(start, to)) && kind !== 'planned';
    return [{ verb: participle?.verb, isPassive: true, span: { start: at, end: to }, object, isState }];
  }
  const acts: Act[] = [];
  for (let start = at; start < to; ) {
    const verb = baseVerbAt(sentence.slice(start, to)) ?? gerundAt(sentence.slice(start, to));
    const bare = /^\s*[\p{L}-]+/u.exec(sentence.slice(start, to));
    const objectStart = start + (verb?.end ?? bare?.[0].length ?? 0);
    const first = nextVerb(sentence, objectStart, to);
    // "Support and develop the networks": two verbs with one object.
    const pair =
      first && sentence.slice(objectStart, first.joint).trim() === ''
        ? baseVerbAt(sentence.slice(first.start, to))
        : undefined;
    const from = first && pair ? first.start + pair.end : objectStart;
    const next = pair ? nextVerb(sentence, from, to) : first;
    const end = next?.joint ?? to;
    acts.push({
      verb: verb?.verb,
      isPassive: verb?.verb.base === 'take place',
      span: { start, end },
      object: { start: behindInsertion(sentence, from, end), end },
      isState: false,
    });
    start = next?.start ?? to;
  }
  return acts;
}

/** Behind ", within the limits of its mandate," between a verb and its object. */
function behindInsertion(sentence: string, from: number, to: number): number {
  const match = /^\s*,[^,]{3,90},\s*/u.exec(sentence.slice(from, to));
  return from + (match?.[0].length ?? 0);
}

/** Where the next verb of a series begins: behind a comma or "and", in its base form. */
function nextVerb(
  sentence: string,
  from: number,
  to: number,
): { readonly joint: number; readonly start: number } | undefined {
  const joints =
    /(?:,\s*(?:and\s+|as well as\s+)?|;\s*(?:and\s+)?|\s+and\s+|\s+as well as\s+)(?:(?:also|further|then)\s+|(?:thereafter|subsequently)\s+(?:regularly\s+)?|(?<=and\s+)to\s+)?(?=\p{Ll})/gu;
  joints.lastIndex = from;
  for (let match = joints.exec(sentence); match && match.index < to; match = joints.exec(sentence)) {
    const start = match.index + match[0].length;
    const verb = baseVerbAt(sentence.slice(start, to));
    const rest = verb ? sentence.slice(start + verb.end, to) : '';
    const isVerb = verb && (isPlainVerb(verb.verb) || /^\s+(?:an?|the|its|their|our|this|these)\s/u.test(rest));
    if (verb && isVerb && !verb.verb.isEffect && isFollowedByObject(rest)) {
      return { joint: match.index, start };
    }
  }
  return undefined;
}

/** "and develop tools": an object follows; "to develop and implement tools" is one act with two verbs. */
function isFollowedByObject(rest: string): boolean {
  return /^\s+(?!and\b|or\b|,)[\p{L}\d'‘“"(]/u.test(rest);
}

/** Where the clause of the next predicate begins between two offsets. */
function clauseStart(sentence: string, from: number, to: number): number {
  const between = sentence.slice(from, to);
  const joints = [
    ...between.matchAll(
      /;\s+|,\s+(?:and|but|while|which|whereas|where)\s+|\s+(?:and|which|that|while)\s+(?=[^,;]*$)/gu,
    ),
  ];
  const last = joints.at(-1);
  return last ? from + last.index : to;
}

/** Where in a text its last clause begins, as an offset. */
function lastClause(text: string): number {
  const joints = [
    ...text.matchAll(/[;:]\s+|,\s+(?:and|but|while|whereas)\s+(?=(?:the|it|they|this|a|an|\p{Lu}))|\s–\s/gu),
  ];
  const last = joints.at(-1);
  return last ? last.index + last[0].length : 0;
}

function endOfClause(sentence: string, from: number, to = sentence.length): number {
  const end = sentence.slice(from, to).search(/;\s|\.\s|\.$/u);
  return end < 0 ? to : from + end;
}
