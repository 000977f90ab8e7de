import type { ActorRegister } from '../model/actor';
import type { ActionMention, ActionReference, EntryFields, ReportedFields, Section } from '../model/report';
import { actionOf, deliverablesOf, type Roadmap } from '../model/roadmap';
import { type Span, shiftSpan } from '../model/span';
import type { Occurrence, OccurrenceForm, Subject } from '../model/subject';
import { areaReader } from '../parse/area-headings';
import { footnotesIn } from './footnotes';
import { everyReference, qualifierOccurrences } from './roadmap-qualifiers';
import { actorOccurrence, idAtEnd } from './written-names';

/** What the places of a report are told against. */
export interface OccurrenceContext {
  readonly roadmaps: readonly Roadmap[];
  readonly actors: ActorRegister;
}

/**
 * Every place in a section that names something. They depend on the section's reading and the context alone; spans are
 * relative to the section.
 *
 * @param source the section's text
 */
export function sectionOccurrences(
  section: Section,
  source: string,
  context: OccurrenceContext,
): readonly Occurrence[] {
  const { reading } = section;
  const { mentions, fields, rows } = reading;
  const places = new SectionPlaces(source, context);
  places.references([reading, ...rows].flatMap(({ actions }) => everyReference(actions)));
  for (const mention of mentions.actions) {
    places.mention(mention);
  }
  places.area(section);
  for (const one of [fields, ...rows.map((row) => row.fields)]) {
    places.fields(one);
  }
  for (const { actor, span, quoted } of mentions.actors) {
    places.actor([actor], span, quoted);
  }
  for (const { id, span } of mentions.citations) {
    places.document(id, span);
  }
  return [...places.found, ...qualifierOccurrences(reading, source), ...footnotesIn(reading, source)];
}

class SectionPlaces {
  readonly found: Occurrence[] = [];

  constructor(
    private readonly source: string,
    private readonly context: OccurrenceContext,
  ) {}

  /** Actions that a heading, a row or an item reports on: by number, with the label before it, and by title. */
  references(references: readonly ActionReference[]): void {
    for (const { roadmap, action, known, candidates, by, span, title } of references) {
      const owners = roadmap === undefined ? candidates : [roadmap];
      for (const owner of known ? owners : []) {
        const subject: Subject = { kind: 'action', roadmap: owner, id: action };
        if (by === 'title') {
          this.add(subject, span, span, 'title');
        } else {
          this.number(subject, { start: this.labelStart(span.start), end: span.end }, span);
        }
        if (title) {
          this.add(subject, title.span, title.span, 'title');
        }
      }
    }
  }

  /** An action in running text: "Action 6", or a number behind another one. */
  mention({ roadmap, action, known, span }: ActionMention): void {
    if (roadmap !== undefined && known) {
      const subject: Subject = { kind: 'action', roadmap, id: action };
      const name = idAtEnd(this.source, span, action) ?? this.deliverableAtEnd(roadmap, span);
      this.number(subject, span, name ?? span);
    }
  }

  /** A heading that is the title of an area. */
  area(section: Section): void {
    const named = section.heading && areaReader(this.context.roadmaps)(section);
    if (named && section.heading) {
      const { span } = section.heading;
      this.add({ kind: 'area', roadmap: named.roadmap.id, id: named.area.id }, span, span, 'title');
    }
  }

  fields(fields: EntryFields): void {
    this.reported(fields);
    for (const item of fields.deliverables?.value ?? []) {
      const { roadmap, deliverable: id, span } = item;
      if (roadmap !== undefined && id !== undefined) {
        const form = this.textAt(span) === id ? 'id' : 'title';
        this.add({ kind: 'deliverable', roadmap, id }, span, span, form);
      }
      this.reported(item);
    }
    for (const { actors } of fields.next?.value ?? []) {
      for (const { actors: ids, span } of actors) {
        this.actor(ids, span);
      }
    }
  }

  actor(ids: readonly string[], span: Span, quoted = false): void {
    for (const id of ids) {
      const actor = this.context.actors.byId(id);
      if (actor) {
        const place = actorOccurrence(actor, this.source, span, ids.length > 1);
        this.found.push(quoted ? { ...place, quoted: true } : place);
      }
    }
  }

  document(id: string, span: Span): void {
    this.add({ kind: 'document', id }, span, span, 'id');
  }

  private reported({ actors, evidence }: ReportedFields): void {
    for (const { actors: ids, span } of actors?.value ?? []) {
      this.actor(ids, span);
    }
    for (const { id, span } of evidence?.value?.flatMap(({ citations }) => citations) ?? []) {
      this.document(id, span);
    }
  }

  /** A number, which may be that of a deliverable: "Action 6.1" stands for action 6. */
  private number(subject: Extract<Subject, { kind: 'action' }>, span: Span, name: Span): void {
    const { roadmap, id } = subject;
    const written = /^[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/u.exec(
      this.source.slice(name.start, name.start + LONGEST_ID),
    );
    const owner = this.context.roadmaps.find((one) => one.id === roadmap);
    const part = written && owner && actionOf(owner, id)?.deliverables.find((one) => one.id === written[0]);
    if (part && part.id !== id) {
      const place = { start: name.start, end: name.start + part.id.length };
      this.add({ kind: 'deliverable', roadmap, id: part.id }, place, place, 'id');
      this.add(subject, span, name, 'other');
    } else {
      const isId = this.textAt(name).toLowerCase() === id.toLowerCase();
      this.add(subject, span, name, isId ? 'id' : 'other');
    }
  }

  private deliverableAtEnd(roadmap: string, span: Span): Span | undefined {
    const owner = this.context.roadmaps.find((one) => one.id === roadmap);
    const ids = owner ? deliverablesOf(owner).map(({ id }) => id) : [];
    return ids.map((id) => idAtEnd(this.source, span, id)).find((found) => found !== undefined);
  }

  /** Where the label before a number starts: who points at "Action" means "Action 6". */
  private labelStart(number: number): number {
    const labels = this.context.roadmaps.flatMap((roadmap) => roadmap.labels.flatMap((one) => [`${one} `, `${one}s `]));
    const longest = Math.max(0, ...labels.map((label) => label.length));
    const before = this.source.slice(Math.max(0, number - longest), number).toLowerCase();
    return number - (labels.find((label) => before.endsWith(label.toLowerCase()))?.length ?? 0);
  }

  private textAt({ start, end }: Span): string {
    return this.source.slice(start, end);
  }

  private add(subject: Subject, span: Span, name: Span, form: OccurrenceForm): void {
    this.found.push({ subject, span, name, form, isDefinition: false });
  }
}

/** In UTF-16 units. */
const LONGEST_ID = 60;

/** The occurrence `by` UTF-16 units further on. */
export function shiftOccurrence(occurrence: Occurrence, by: number): Occurrence {
  return { ...occurrence, span: shiftSpan(occurrence.span, by), name: shiftSpan(occurrence.name, by) };
}
