import { type Actor, type ActorRegister, displayName, namesOf } from '../model/actor';
import { actorInUse, isInUse, unmistakableName } from '../model/actor-names';
import type { IsoDay, PolicyDate } from '../model/date';
import { type DraftKind, kindSectionOf } from '../model/draft-kind';
import type { ReportFormat, SectionReading } from '../model/report';
import type { Action, Deadline } from '../model/roadmap';
import { isDateProblem, readDate } from '../parse/dates';
import { deadlineWords, type EntryStyle, type EntrySubject, entryLines } from '../write/entry-text';
import { snippetBlanks } from '../write/snippet';
import { type SearchNames, searchNames } from './filter-text';

/**
 * What completions are made of and no draft decides: names of actors, words of deadlines, texts of entries. To make it
 * takes longer than all else, so whoever completes often keeps one. It is keyed by the roadmaps' and actors' objects:
 * those that are gone take with them what was made of them.
 */
export class Catalogue {
  private readonly byRegister = new WeakMap<ActorRegister, RegisterCatalogue>();
  private readonly deadlines = new WeakMap<Deadline, { readonly words: string | undefined }>();
  private readonly dates = new Map<string, PolicyDate | undefined>();
  private readonly kindSections = new WeakMap<DraftKind, WeakMap<SectionReading, number>>();

  /** The actors of a register as they are called on a day. */
  actorsOn(register: ActorRegister, day: IsoDay): ActorsOnDay {
    return this.of(register).on(day);
  }

  /** The text of an entry with blanks, as a snippet with LF line ends. */
  entry(subject: EntrySubject, style: EntryStyle): string {
    return this.of(subject.register).entry(subject, style);
  }

  /** The source's own words for a deadline, or EDTF: {@link deadlineWords}. */
  wordsOf(deadline: Deadline): string | undefined {
    let known = this.deadlines.get(deadline);
    if (!known) {
      known = { words: deadlineWords(deadline) };
      this.deadlines.set(deadline, known);
    }
    return known.words;
  }

  /** A date that we write ourselves, read on a day; undefined where it cannot be read. */
  dateOf(words: string, day: IsoDay): PolicyDate | undefined {
    const key = `${day}\n${words}`;
    if (!this.dates.has(key)) {
      if (this.dates.size >= MOST_DATES) {
        this.dates.clear();
      }
      const date = readDate(words, day);
      this.dates.set(key, isDateProblem(date) ? undefined : date);
    }
    return this.dates.get(key);
  }

  /** The section of a kind that a section opens: its index in the kind's `sections`; -1 for one that opens none. */
  kindSectionOf(kind: DraftKind, section: SectionReading): number {
    const known = this.kindSections.get(kind) ?? new WeakMap<SectionReading, number>();
    this.kindSections.set(kind, known);
    let index = known.get(section);
    if (index === undefined) {
      const { heading, actions } = section;
      index = heading && actions.length === 0 ? kindSectionOf(kind, heading.text) : -1;
      known.set(section, index);
    }
    return index;
  }

  private of(register: ActorRegister): RegisterCatalogue {
    const known = this.byRegister.get(register) ?? new RegisterCatalogue(register);
    this.byRegister.set(register, known);
    return known;
  }
}

/** An as-of date that is typed is another day with each key. */
const MOST_DATES = 1000;

/** An actor as it is offered. */
export interface OfferedActor {
  /** What is written. */
  readonly label: string;
  readonly names: SearchNames;
}

/** The actors of a register as they are called on a day. */
export class ActorsOnDay {
  /** Those that a report can name on that day, without look-alikes, in the register's order. */
  readonly inUse: readonly Actor[];
  private readonly current = new Map<string, Actor | undefined>();
  private readonly offered = { markdown: new Map<Actor, OfferedActor>(), yaml: new Map<Actor, OfferedActor>() };

  constructor(
    private readonly register: ActorRegister,
    readonly day: IsoDay,
  ) {
    this.inUse = register.all.filter((actor) => actor.kind !== 'other' && isInUse(actor, day));
  }

  /** The actor with an id, or the predecessor or successor whose name is in use. */
  currentOf(id: string): Actor | undefined {
    if (!this.current.has(id)) {
      const actor = this.register.byId(id);
      this.current.set(id, actor && actorInUse(this.register, actor, this.day));
    }
    return this.current.get(id);
  }

  /** How an actor is offered: Markdown gets the name, YAML the id; both are found by every name. */
  offer(actor: Actor, format: ReportFormat): OfferedActor {
    let known = this.offered[format].get(actor);
    if (!known) {
      const label = format === 'yaml' ? actor.id : unmistakableName(this.register, actor);
      known = { label, names: searchNames([label, displayName(actor), ...namesOf(actor)]) };
      this.offered[format].set(actor, known);
    }
    return known;
  }
}

/** What depends on a register of actors. */
class RegisterCatalogue {
  private latest: ActorsOnDay | undefined;
  private readonly entries = new WeakMap<Action, { readonly key: string; readonly text: string }>();

  constructor(private readonly register: ActorRegister) {}

  on(day: IsoDay): ActorsOnDay {
    if (this.latest?.day !== day) {
      this.latest = new ActorsOnDay(this.register, day);
    }
    return this.latest;
  }

  entry(subject: EntrySubject, style: EntryStyle): string {
    const { action, asOf, qualified } = subject;
    const key = JSON.stringify([style, asOf, qualified]);
    let known = this.entries.get(action);
    if (known?.key !== key) {
      known = { key, text: entryLines(subject, style, snippetBlanks()).join('\n') };
      this.entries.set(action, known);
    }
    return known.text;
  }
}
