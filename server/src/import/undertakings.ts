import type { IsoDay } from '../model/date';
import { sentencesOf } from '../parse/sentences';
import type { WrittenDeadline } from '../write/roadmap-text';
import { isAhead, isNew } from './ahead';
import { type DateStyle, deadlinesIn, type SentenceDeadline } from './deadlines';
import { foreignItem, foreignUndertakingsIn } from './foreign-undertakings';
import { oneForJoined, withoutDates } from './joined-deadlines';
import type { Language } from './languages';
import { wholeItem } from './listed-items';
import { resultsAt, undertakingAt } from './nominal-deadlines';
import { type Footnote, type Passage, placeAt } from './passages';
import { type Act, type Predicate, predicatesIn } from './predicates';
import { headline, titleFrom } from './short-titles';
import { agentsIn, companyIn, involvedIn, readSubject, type Subject, type SubjectHelp } from './subjects';

/** Something that a text says somebody undertakes. */
export interface Undertaking {
  /** In words of our own; never empty. */
  readonly title: string;
  readonly actors: readonly string[];
  readonly deadline: WrittenDeadline;
  readonly checks: readonly string[];
  readonly place: number;
  /** Label of the footnote that it stands in. */
  readonly footnote?: string;
}

/** What sentences are read with. */
export interface ProseHelp extends SubjectHelp {
  readonly style: DateStyle;
  /** The document's day: what is over by then is no undertaking. */
  readonly since: IsoDay | undefined;
  readonly footnotes: ReadonlyMap<string, Footnote>;
  /** What most of the document is written in. */
  readonly language: Language;
}

/** A sentence longer than this is none: a line without full stops, which nobody can read for what it undertakes. */
export const LONGEST_SENTENCE = 4000;

/**
 * What a passage of running prose undertakes, sentence by sentence.
 *
 * @param isListed the passage is one of a list of commitments: it is one even where no words say so
 */
export function undertakingsIn(passage: Passage, help: ProseHelp, isListed: boolean): readonly Undertaking[] {
  if (help.language !== 'en') {
    const said = foreignUndertakingsIn(passage, help.language, help);
    const whole = isListed ? foreignItem(passage, help.language, help) : undefined;
    return whole
      ? [whole, ...said.filter(({ title, deadline }) => title !== whole.title && deadline.due !== undefined)]
      : said;
  }
  const found: Undertaking[] = [];
  let actorsBefore: readonly string[] = [];
  for (const { start, end } of sentencesOf(passage.text)) {
    const sentence = passage.text.slice(start, end).trimEnd();
    if (sentence.length > LONGEST_SENTENCE || /\?["”’)]*$/u.test(sentence)) {
      continue;
    }
    const reader = new SentenceReader(sentence, placeAt(passage, start), help, actorsBefore);
    const read = reader.read();
    const included = read.length === 0 ? reader.inclusion(found.at(-1)) : undefined;
    found.push(...read, ...(included ? [included] : []));
    actorsBefore = reader.subjectActors.length > 0 ? reader.subjectActors : actorsBefore;
  }
  if (found.length === 0 && isListed) {
    const whole = wholeItem(passage, help);
    return whole ? [whole] : [];
  }
  return found;
}

/** What the footnotes of a passage undertake by a day; without one, footnotes explain and cite. */
export function undertakingsInFootnotes(passage: Passage, help: ProseHelp): readonly Undertaking[] {
  return [...new Set(passage.footnotes)].flatMap((label) => {
    const note = help.footnotes.get(label);
    if (!note) {
      return [];
    }
    const place = note.place ?? passage.place;
    const text: Passage = { ...passage, kind: 'text', text: note.text, place, parts: [{ offset: 0, place }], bold: [] };
    return undertakingsIn(text, help, false)
      .filter(({ deadline }) => deadline.due !== undefined)
      .map((one) => ({ ...one, footnote: label }));
  });
}

class SentenceReader {
  subjectActors: readonly string[] = [];
  private readonly deadlines: readonly SentenceDeadline[];
  /** Dates of results, which are those of nothing else. */
  private readonly taken = new Set<SentenceDeadline>();

  constructor(
    private readonly text: string,
    private readonly place: number,
    private readonly help: ProseHelp,
    private readonly actorsBefore: readonly string[],
  ) {
    this.deadlines = oneForJoined(text, deadlinesIn(text, help.style)).filter((one) => isAhead(one, help.since));
  }

  read(): readonly Undertaking[] {
    const predicates = predicatesIn(this.text);
    const found: Undertaking[] = [];
    const used = new Set<SentenceDeadline>();
    for (const one of this.deadlines) {
      const results = resultsAt(one, this.text, this.place, this.help);
      if (results.length > 0) {
        found.push(...results);
        // When the studies began is history.
        for (const date of this.deadlines.filter(({ start }) => start <= one.start)) {
          used.add(date);
          this.taken.add(date);
        }
      }
    }
    let earlier: Subject | undefined;
    for (const predicate of predicates) {
      const subject = this.subjectOf(predicate, earlier);
      earlier = subject;
      if (this.subjectActors.length === 0) {
        this.subjectActors = subject.actors;
      }
      const acts = this.actsOf(predicate, subject, predicates, used);
      const last = found.at(-1);
      const own = this.deadlines.find(
        (one) => predicate.modal.start < one.start && used.has(one) && one.date !== undefined,
      );
      if (acts.length === 0 && predicate.isSubordinate && own && last && last.deadline.due === undefined) {
        // "… a report that is planned to be endorsed in autumn": the date of what was named before.
        found[found.length - 1] = { ...last, deadline: own.deadline };
      }
      found.push(...acts);
    }
    if (predicates.length === 0) {
      this.subjectActors = this.help.actors.find(this.text.slice(0, LONGEST_SUBJECT)).map(({ actor }) => actor);
    }
    const left = this.deadlines.filter((one) => !used.has(one) && isNew(one, this.help.since));
    return [...found, ...left.flatMap((one) => undertakingAt(one, this.text, this.place, found, this.help))];
  }

  /** "This includes support for …" behind something with a date: part of it, and of its date. */
  inclusion(before: Undertaking | undefined): Undertaking | undefined {
    const match = /^(?:This|It|These)(?: will| also| further)* includes?\s+/u.exec(this.text);
    if (!match || before?.deadline.due === undefined) {
      return undefined;
    }
    const title = headline(this.text.slice(match[0].length));
    const check = `The sentence has no date of its own; it is part of “${before.title}”, and has its date.`;
    return title === '' ? undefined : { ...before, title, checks: [check], place: this.place };
  }

  private get open(): readonly SentenceDeadline[] {
    return this.deadlines.filter((one) => !this.taken.has(one));
  }

  private subjectOf(predicate: Predicate, earlier: Subject | undefined): Subject {
    const { start, end } = predicate.subject;
    const text = withoutDates(this.text.slice(start, end), this.deadlines, start);
    if (earlier && /^[\s,;]*(?:and|but|or)?(?:\s+also)?\s*$/iu.test(text)) {
      return earlier;
    }
    return readSubject(text, this.actorsBefore, this.help, this.place);
  }

  private actsOf(
    predicate: Predicate,
    subject: Subject,
    predicates: readonly Predicate[],
    used: Set<SentenceDeadline>,
  ): readonly Undertaking[] {
    const isFirst = predicates[0] === predicate;
    const leading = this.deadlines.filter(
      (one) =>
        one.end <= predicate.modal.start &&
        (isFirst || one.end > predicate.subject.start) &&
        this.isLeading(one, predicate),
    );
    const found: Undertaking[] = [];
    let earlier: SentenceDeadline | undefined;
    for (const act of predicate.acts) {
      const from = act === predicate.acts[0] ? predicate.modal.start : act.span.start;
      const inside = this.open.filter(
        ({ start, end }) => from <= start && end > act.span.start && start < act.span.end,
      );
      const own = [...inside, ...leading.filter((one) => !used.has(one) || found.length > 0)];
      const dated = own.filter(({ date }) => date !== undefined);
      const isTaken = this.isTaken(predicate, act, subject, dated.length > 0);
      if (!isTaken) {
        continue;
      }
      const parts =
        inside.filter(({ date }) => date !== undefined).length > 1
          ? this.split(act, inside)
          : [{ act, deadline: dated[0] ?? own[0] }];
      for (const part of parts) {
        const inherited = part.deadline === undefined && earlier !== undefined && found.length > 0;
        const deadline = part.deadline ?? (inherited ? earlier : undefined);
        const made = this.undertaking(predicate, part.act, subject, deadline, inherited);
        if (made) {
          found.push(made);
        }
        if (part.deadline) {
          used.add(part.deadline);
        }
      }
      for (const one of inside) {
        used.add(one);
      }
      earlier = inside.at(-1);
    }
    return found;
  }

  /** Whether a date in front of a verb is that of the verb: nobody and no other verb stands before it. */
  private isLeading({ start, date }: SentenceDeadline, predicate: Predicate): boolean {
    const before = this.text.slice(0, start);
    const isBehindName = start > predicate.subject.start && date === undefined;
    return isBehindName || start >= predicate.subject.start + LONGEST_LEAD
      ? isBehindName
      : (this.help.actors.find(before).length === 0 || /^(?:During|At|In|Following|After)\b[^,]*$/u.test(before)) &&
          !/\bto be\b/u.test(before);
  }

  private isTaken(predicate: Predicate, act: Act, subject: Subject, isDated: boolean): boolean {
    if (isDated && predicate.isSubordinate && act.verb?.base === 'take place') {
      return false;
    }
    if (isDated) {
      return !(predicate.isSubordinate && predicate.kind !== 'will' && predicate.kind !== 'planned');
    }
    if (predicate.isSubordinate || predicate.kind === 'planned' || act.isState || act.verb === undefined) {
      return predicate.kind === 'needed';
    }
    if (predicate.kind === 'needed') {
      return true;
    }
    if (act.verb.isEffect) {
      return false;
    }
    if (act.isPassive) {
      return (
        subject.kind !== 'pronoun' &&
        !/^(?:this|these|it|they)\b/iu.test(this.text.slice(predicate.subject.start, predicate.subject.end).trim())
      );
    }
    const isNamed =
      subject.actors.length > 0 ||
      (subject.kind === 'group' &&
        (predicate.kind === 'will' || !/\bwe\s*$/iu.test(this.text.slice(0, predicate.modal.start))));
    return subject.kind !== 'thing' && isNamed;
  }

  /** An act with several dates in parts, each with its own: "a report in 2023 and a proposal in early 2024". */
  private split(
    act: Act,
    deadlines: readonly SentenceDeadline[],
  ): readonly { readonly act: Act; readonly deadline: SentenceDeadline }[] {
    const dated = deadlines.filter(({ date }) => date !== undefined);
    let start = act.object.start;
    return dated.map((deadline, at) => {
      const next = dated[at + 1];
      const between = next ? this.text.slice(deadline.end, next.start) : '';
      const joint = /^[^\p{L}]*(?:,\s*|;\s*|\s+)(?:and|as well as|while|then|followed by)\s+|[,;]\s+/u.exec(between);
      const end = next ? deadline.end + (joint ? joint.index : between.length) : act.object.end;
      const from = start;
      start = next ? deadline.end + (joint ? joint.index + joint[0].length : between.length) : act.object.end;
      const span = { start: from, end };
      return {
        act: {
          ...act,
          verb: at === 0 ? act.verb : undefined,
          isPassive: at === 0 && act.isPassive,
          span,
          object: span,
        },
        deadline,
      };
    });
  }

  private undertaking(
    predicate: Predicate,
    act: Act,
    subject: Subject,
    deadline: SentenceDeadline | undefined,
    isInherited: boolean,
  ): Undertaking | undefined {
    const object = withoutDates(this.text.slice(act.object.start, act.object.end), this.deadlines, act.object.start);
    const subjectText = withoutDates(
      this.text.slice(predicate.subject.start, predicate.subject.end),
      this.deadlines,
      predicate.subject.start,
    );
    const passiveSubject = mainPart(subjectText).replace(FINITE, '').replace(MEANS, '');
    const becomes = act.isState || act.verb?.base === 'become';
    const state = becomes ? /^\s*(in place|operational|available|in force)\b/u.exec(object)?.[1] : undefined;
    const [actor] = subject.actors;
    const whatever = headline(passiveSubject) || (actor === undefined ? '' : this.help.actors.nameOf(actor));
    const title =
      act.isPassive &&
      GIVING.has(act.verb?.base ?? '') &&
      /^\s*(?!(?:by|to|in|at|as|from|through|on|for|under|with)\b)\p{L}/u.test(object)
        ? headline(object)
        : state !== undefined && whatever !== ''
          ? `${whatever} ${state}`
          : act.isPassive
            ? (act.verb?.base === 'take place' && headline(`${passiveSubject} ${object}`)) ||
              titleFrom(act.verb, passiveSubject) ||
              headline(passiveSubject) ||
              this.occasion(deadline)
            : bareTitle(act, object, subjectText) ||
              titleFrom(act.verb, object) ||
              headline(withoutDates(this.text.slice(act.span.start, act.span.end), this.deadlines, act.span.start));
    if (title === '' || !/\p{L}{3}/u.test(title) || (!title.includes(' ') && this.help.actors.find(title).length > 0)) {
      return undefined;
    }
    const about = headline(passiveSubject);
    const isBare = !title.includes(' ') && about !== '' && (subject.kind === 'thing' || act.verb?.isEffect === true);
    const span = this.text.slice(act.span.start, act.span.end);
    const agents =
      act.isPassive || act.verb === undefined ? agentsIn(this.text.slice(act.span.start, act.span.end), this.help) : [];
    const company = act.isPassive ? [] : companyIn(object, this.help);
    const involved = agents.length === 0 && act.isPassive ? this.involved(predicate, act, title) : agents;
    const actors = act.isPassive || agents.length > 0 ? involved : [...new Set([...subject.actors, ...company])];
    const checks = [
      ...(act.isPassive || subject.check === undefined ? [] : [subject.check]),
      ...(deadline?.check === undefined ? [] : [deadline.check]),
      ...(isInherited ? ['The sentence has its date before this part; it is read as the date of both.'] : []),
    ];
    const full = isBare && !act.isPassive ? `${about}: ${title.charAt(0).toLowerCase()}${title.slice(1)}` : title;
    const whole = full.includes(' ') || deadline !== undefined ? full : headline(span);
    if (!whole.includes(' ') && deadline === undefined) {
      return undefined;
    }
    return { title: whole, actors, deadline: deadline?.deadline ?? {}, checks, place: this.place };
  }

  /** Who a passive is about, by the words behind its verb, else by the framework that its subject stands in. */
  private involved(predicate: Predicate, act: Act, title: string): readonly string[] {
    const behind = involvedIn(this.text.slice(predicate.modal.start, act.span.end), title, this.help);
    const framework = /\b(?:in|within|under) the (?:framework|auspices|remit) of [^,.;]{2,60}/u.exec(
      this.text.slice(predicate.subject.start, predicate.subject.end),
    )?.[0];
    return behind.length > 0 || framework === undefined ? behind : involvedIn(framework, '', this.help);
  }

  /** "… that will be agreed at a meeting in early 2025": what the date is that of. */
  private occasion(deadline: SentenceDeadline | undefined): string {
    const match =
      deadline && /\b(?:at|to|by) (?:an?|the) ([^,]{5,80})$/u.exec(this.text.slice(0, deadline.start).trimEnd());
    return match ? headline(match[1] ?? '') : '';
  }
}

/** "Partners are invited to take part": a verb without an object is who does it. */
function bareTitle({ verb }: Act, object: string, subject: string): string {
  const noun = verb?.noun.replace(/ of$/, '') ?? '';
  const who = /\p{L}/u.test(object) || noun === '' ? '' : headline(subject);
  return who === '' ? '' : `${noun} of ${who.charAt(0).toLowerCase()}${who.slice(1)}`;
}

/** Verbs whose passive has who gets something as its subject. */
const GIVING: ReadonlySet<string> = new Set(['offer', 'give', 'grant', 'provide']);

/** The segment of a subject that names the thing: without what commas put in between. */
function mainPart(subject: string): string {
  const segments = subject.split(/,\s*/).filter((segment) => segment.trim() !== '');
  const own = segments.filter(
    (segment) =>
      !/^(?:based|including|especially|such|in particular|notably|particularly|with|where|when|if|as)\b/iu.test(
        segment,
      ),
  );
  return own.at(-1) ?? segments.at(-1) ?? '';
}

/** "Progress is too slow and has to be made faster": what the subject is already said to be. */
const FINITE = /\s+(?:is|are|was|were|remains?)\s+[^.;]{2,80}\s+and\s*$/u;

/** "Through these conclusions a network": by what, in front of the subject. */
const MEANS = /^\s*(?:through|with|under|by|in) (?:this|these|the same) \p{Ll}+ (?=(?:an?|the|new) )/iu;

const LONGEST_SUBJECT = 200;

/** A date that is further from the start of its clause belongs to something before the verb. */
const LONGEST_LEAD = 70;
