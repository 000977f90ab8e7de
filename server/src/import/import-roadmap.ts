import type { ActorRegister } from '../model/actor';
import type { IsoDay } from '../model/date';
import { actorsText } from '../write/actors-text';
import { roadmapText, type WrittenAction, type WrittenDeliverable, type WrittenRoadmap } from '../write/roadmap-text';
import type { FoundDeliverable } from './action-content';
import { type ActorReader, createActorReader, idFrom } from './actor-names';
import { isAmericanStyle } from './deadlines';
import { type FoundAction, type FoundPlan, findActions } from './find-actions';
import { doublesIn, IdBook } from './ids';
import type { ImportedRoadmap, ImportNote } from './imported-roadmap';
import { languageOf } from './languages';
import { leftOut } from './left-out';
import { outlineOf, type Section } from './outline';
import { type Passage, passagesOf } from './passages';
import { type SourceDocument, textOf } from './source-document';
import { readTitlePage, type TitlePage } from './title-page';
import type { ProseHelp } from './undertakings';

/** What an import has to know besides the document. */
export interface ImportOptions {
  /** Name of the document's file: for the roadmap's id, and to say in `source` where something stands. */
  readonly name: string;
  readonly actors: ActorRegister;
  /** Dates without a year are counted from it where the document has no day of its own. */
  readonly today: IsoDay;
  /** What the document's places count; absent: what they do in files with such a name. */
  readonly unit?: 'line' | 'paragraph';
}

/**
 * Makes a roadmap of a document: its actions, deliverables and commitments with actors and deadlines, each with the line
 * that it was read from. What the document does not say is absent; what it may not mean is marked with a comment
 * ("# check: …") and in the report. Never throws. The same document and options give the same text.
 */
export function importRoadmap(document: SourceDocument, options: ImportOptions): ImportedRoadmap {
  const { passages, footnotes } = passagesOf(document);
  const sections = outlineOf(passages);
  const front = frontOf(passages, sections);
  const page = readTitlePage(front, passages, options.today);
  const actors = createActorReader(options.actors);
  const help: ProseHelp = {
    actors,
    group: groupOf(passages, actors, options.actors),
    style: {
      reference: page.date ?? options.today,
      isDated: page.date !== undefined,
      isAmerican: isAmericanStyle(passages),
    },
    since: page.date,
    footnotes,
    language: languageOf(textsOf(passages)),
  };
  const plan = findActions(sections, page, help);
  const assembly = new Assembly(plan, page, options, actors);
  return assembly.finish(document, leftOut(passages, plan, page, help));
}

/** All that the document says, cells of its tables too. */
function* textsOf(passages: readonly Passage[]): Iterable<string> {
  for (const { text, table } of passages) {
    yield text;
    for (const { cells } of table?.rows ?? []) {
      yield cells.map(textOf).join(' ');
    }
  }
}

/** What stands before the first section that is one of the document's own. */
function frontOf(passages: readonly Passage[], sections: readonly Section[]): readonly Passage[] {
  const first = sections.find(
    ({ depth, number, labelled, title }) =>
      depth > 0 &&
      (number !== undefined ||
        labelled !== undefined ||
        /^(?:introduction|background|foreword|preface)\b/iu.test(title)),
  );
  const end = first ? passages.findIndex(({ place }) => place >= first.place) : passages.length;
  return passages.slice(0, end);
}

/** The countries that the document is of: those that one of its first sentences lists. */
function groupOf(passages: readonly Passage[], actors: ActorReader, register: ActorRegister): readonly string[] {
  for (const { text } of passages.slice(0, 12)) {
    const countries = actors.find(text.slice(0, 1500)).filter(({ actor }) => register.byId(actor)?.kind === 'country');
    let row: string[] = [];
    let end = 0;
    for (const { actor, span } of countries) {
      if (row.length > 0 && !LIST_JOINT.test(text.slice(end, span.start))) {
        break;
      }
      row = [...row, actor];
      end = span.end;
    }
    if (new Set(row).size >= 2) {
      return [...new Set(row)];
    }
  }
  return [];
}

/** Between two of a list of countries: ", ", ", the Federal Republic of ". */
const LIST_JOINT = /^,?\s*(?:and\s+)?(?:the\s+)?(?:(?:\p{Lu}\p{Ll}+\s+){1,2}of\s+(?:the\s+)?)?$/u;

class Assembly {
  private readonly notes: ImportNote[] = [];
  private readonly deliverableIds: IdBook;
  private readonly unit: string;
  private isOfficial = true;

  constructor(
    private readonly plan: FoundPlan,
    private readonly page: TitlePage,
    private readonly options: ImportOptions,
    private readonly actors: ActorReader,
  ) {
    this.deliverableIds = new IdBook();
    this.unit = options.unit ?? (/\.docx?$/iu.test(options.name) ? 'paragraph' : 'line');
  }

  finish(document: SourceDocument, left: readonly ImportNote[]): ImportedRoadmap {
    this.notes.push(...left);
    for (const { place, message } of document.problems) {
      this.notes.push({ kind: 'not-understood', place, text: message });
    }
    this.noteTitlePage();
    const areaIds = new IdBook();
    const areas = this.plan.areas.map((area) => ({
      ...area,
      id: areaIds.take(idFrom(area.title).split('-').slice(0, 4).join('-') || 'area'),
    }));
    const areaIdOf = new Map(areas.map(({ key, id }) => [key, id]));
    const actions = this.actionsOf(areaIdOf);
    const commitments = this.plan.commitments.map((one) => this.deliverable(one, 'C', (number) => `C${number}`));
    const text = roadmapText(this.roadmap(areas, actions, commitments));
    for (const passage of this.plan.unread) {
      this.notes.push({
        kind: 'not-understood',
        place: passage.place,
        text: 'A table whose columns have no name that is known. Nothing was taken from it.',
      });
    }
    if (actions.length === 0 && commitments.length === 0) {
      this.notes.push({
        kind: 'not-understood',
        place: undefined,
        text: 'No action and no commitment was found in this document.',
      });
    }
    const proposals = this.proposals();
    const report = this.notes
      .map((note, index) => ({ note, index }))
      .sort((a, b) => (a.note.place ?? -1) - (b.note.place ?? -1) || a.index - b.index)
      .map(({ note }) => note);
    return { text, ...(proposals === undefined ? {} : { actorsText: proposals }), report };
  }

  private roadmap(
    areas: readonly { readonly id: string; readonly title: string; readonly section?: string }[],
    actions: readonly WrittenAction[],
    commitments: readonly WrittenDeliverable[],
  ): WrittenRoadmap {
    const { page } = this;
    const id = idFrom(this.options.name.replace(/^.*[\\/]/, '').replace(/(?:\.roadmap)?\.[^.]*$/, '')) || 'imported';
    // Signs that control a printer are no words.
    const hasTitle = /[^\s\p{C}]/u.test(page.title);
    return {
      id,
      title: hasTitle ? page.title : id,
      references: page.references,
      ...(page.date === undefined ? {} : { date: page.date }),
      ...(page.period === undefined ? {} : { period: page.period }),
      labels: this.plan.labels.length > 0 ? this.plan.labels : ['Action'],
      numbering: this.isOfficial && actions.some(({ deliverables }) => deliverables.length > 0) ? 'official' : 'own',
      areas: areas.map(({ id: area, title, section }) => ({
        id: area,
        title,
        ...(section === undefined ? {} : { section }),
      })),
      actions,
      commitments,
      checks: new Map<string, readonly string[]>([
        ...page.checks,
        ...(hasTitle ? [] : [['title', ['No title was found in the source.']] as const]),
      ]),
      head: [
        `Imported from ${this.options.name.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')}. Look at what a comment “check” stands above, and at what the import left out;`,
        'titles of deliverables and commitments are made from the sentences that “source” names, and can be put better.',
      ],
    };
  }

  private actionsOf(areaIdOf: ReadonlyMap<unknown, string>): readonly WrittenAction[] {
    const doubles = doublesIn(this.plan.actions.flatMap(({ id }) => id ?? []));
    // Where some numbers start again, all have their part's number in front.
    const restarting = doubles.size === 0 ? [] : this.plan.actions.filter((action) => this.partNumber(action) !== '');
    const ids = new IdBook([...doubles, ...restarting.flatMap(({ id }) => id ?? [])]);
    let number = 0;
    const actions: WrittenAction[] = [];
    for (const action of this.plan.actions) {
      number++;
      const id =
        action.id === undefined
          ? ids.take(String(number))
          : ids.take(action.id, [action.part, this.partNumber(action)]);
      const renamed =
        action.id !== undefined && id !== action.id
          ? ` The source numbers it ${action.id}; its numbers start again in each part.`
          : '';
      const own = action.id === undefined ? ' The source gives no number.' : '';
      this.notes.push({ kind: 'taken', place: action.place, text: `Action ${id}, “${action.title}”.${renamed}${own}` });
      const checks = [
        ...action.checks,
        ...(renamed === ''
          ? []
          : [`The source numbers it ${action.id} within its part; numbers start again in each part.`]),
      ];
      for (const check of checks) {
        this.notes.push({ kind: 'doubtful', place: action.place, text: `Action ${id}: ${check}` });
      }
      const area = action.area === undefined ? undefined : areaIdOf.get(action.area);
      actions.push({
        id,
        title: action.title,
        ...(area === undefined ? {} : { area }),
        actors: action.actors,
        ...action.deadline,
        source: this.sourceOf(action.place, action.section),
        ...(action.note === undefined ? {} : { note: action.note }),
        deliverables: action.deliverables.map((one) => this.deliverable(one, id, (count) => `${id}.${count}`)),
        checks,
      });
    }
    return actions;
  }

  /** The number of the part that an action is in, for numbers that start again in each part. */
  private partNumber({ area }: FoundAction): string {
    const index = this.plan.areas.findIndex(({ key }) => key === area);
    return index < 0 ? '' : (this.plan.areas[index]?.section ?? String(index + 1));
  }

  private readonly counts = new Map<string, number>();

  private deliverable(one: FoundDeliverable, owner: string, own: (number: number) => string): WrittenDeliverable {
    const count = (this.counts.get(owner) ?? 0) + 1;
    this.counts.set(owner, count);
    const isGiven = one.id !== undefined;
    this.isOfficial &&= isGiven || owner === 'C';
    const id = this.deliverableIds.take(one.id ?? own(count), [owner]);
    const due =
      one.deadline.due === undefined ? '' : `, due ${one.deadline.due} (“${one.deadline.stated ?? one.deadline.due}”)`;
    const stated =
      one.deadline.due === undefined && one.deadline.stated !== undefined ? `, “${one.deadline.stated}”` : '';
    const what = owner === 'C' ? 'Commitment' : 'Deliverable';
    this.notes.push({ kind: 'taken', place: one.place, text: `${what} ${id}, “${one.title}”${due}${stated}.` });
    for (const check of one.checks) {
      this.notes.push({ kind: 'doubtful', place: one.place, text: `${what} ${id}: ${check}` });
    }
    return {
      id,
      title: one.title,
      actors: one.actors,
      ...one.deadline,
      source: `${one.footnote === undefined ? '' : `footnote ${one.footnote}, `}${this.sourceOf(one.place, undefined)}`,
      ...(one.note === undefined ? {} : { note: one.note }),
      checks: one.checks,
    };
  }

  private sourceOf(place: number, section: string | undefined): string {
    return `${section === undefined ? '' : `section ${section}, `}${this.unit} ${place + 1}`;
  }

  private noteTitlePage(): void {
    const { page } = this;
    if (page.title !== '') {
      this.notes.push({ kind: 'taken', place: page.titlePlace, text: `Title “${page.title}”.` });
    }
    if (page.date === undefined) {
      this.notes.push({
        kind: 'doubtful',
        place: undefined,
        text: `No day of the document was found. Words such as “next year” are counted from ${this.options.today}.`,
      });
    } else {
      this.notes.push({ kind: 'taken', place: page.datePlace, text: `Date ${page.date}.` });
    }
    for (const [key, checks] of page.checks) {
      for (const check of checks) {
        this.notes.push({ kind: 'doubtful', place: key === 'date' ? page.datePlace : page.titlePlace, text: check });
      }
    }
  }

  private proposals(): string | undefined {
    const { proposed } = this.actors;
    if (proposed.length === 0) {
      return undefined;
    }
    for (const { actor, name, place } of proposed) {
      this.notes.push({
        kind: 'doubtful',
        place,
        text: `Nobody knows the actor “${name}”; it is proposed as “${actor}”.`,
      });
    }
    const head = [
      `Actors that ${this.options.name.replace(/[\p{Cc}\u2028\u2029]/gu, ' ')} names and nobody knows. Take over what is one, as actors.yaml.`,
    ];
    const written = proposed.map(({ place, ...actor }) => ({ ...actor, check: `named in ${this.unit} ${place + 1}` }));
    return actorsText(head, written);
  }
}
