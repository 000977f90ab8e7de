import type { Span } from './span';

/** Something that is defined in one place and named in others. */
export type Subject =
  | { readonly kind: 'roadmap'; readonly roadmap: string }
  | { readonly kind: 'area'; readonly roadmap: string; readonly id: string }
  | { readonly kind: 'action'; readonly roadmap: string; readonly id: string }
  /** A deliverable of an action, or a commitment outside every action: both share their ids. */
  | { readonly kind: 'deliverable'; readonly roadmap: string; readonly id: string }
  | { readonly kind: 'actor'; readonly id: string }
  /** A document by the normal form of its number, as a citation gives it. */
  | { readonly kind: 'document'; readonly id: string }
  /** A footnote of one file. */
  | { readonly kind: 'footnote'; readonly label: string }
  /** A report that another one names as `previous`, by canonical URI. */
  | { readonly kind: 'report'; readonly uri: string };

/** A place that names a subject. Spans count from the file, or from the section: whoever gives one says which. */
export interface Occurrence {
  readonly subject: Subject;
  /** The words that a reader takes for it: "Action 6". */
  readonly span: Span;
  /** The id, name or title in them: "6". The same as `span` where there is nothing else. */
  readonly name: Span;
  readonly form: OccurrenceForm;
  /** Whether this is where it is defined. Of an actor each of its names is; the place to go to is the `id`. */
  readonly isDefinition: boolean;
  /** Of the `id` of a definition: all that is said there. */
  readonly whole?: Span;
  /** Whether it stands in a quotation. */
  readonly quoted?: true;
}

/**
 * How a place names its subject: by its id, by a name of an actor, by a title, or without writing any of them (the middle
 * of "4-9", words over several lines of YAML).
 */
export type OccurrenceForm = 'id' | 'name' | 'title' | 'other';

/** A text that is the same for the same subject, and another one for every other. */
export function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case 'roadmap':
      return `roadmap\n${subject.roadmap}`;
    case 'area':
    case 'action':
    case 'deliverable':
      return `${subject.kind}\n${subject.roadmap}\n${subject.id}`;
    case 'actor':
    case 'document':
      return `${subject.kind}\n${subject.id}`;
    case 'footnote':
      return `footnote\n${subject.label}`;
    case 'report':
      return `report\n${subject.uri}`;
  }
}

/** Occurrences in order, without those that say of the same words what another one says. */
export function inOrder(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const known = new Set<string>();
  return [...occurrences]
    .sort((a, b) => a.name.start - b.name.start || a.name.end - b.name.end || a.span.start - b.span.start)
    .filter(({ subject, name }) => {
      const key = `${name.start} ${name.end} ${subjectKey(subject)}`;
      return !known.has(key) && known.add(key);
    });
}
