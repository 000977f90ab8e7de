import { sectionAt } from '../model/section-at';
import type { Snapshot } from '../model/snapshot';
import { type Span, touches } from '../model/span';
import { type Occurrence, type Subject, subjectKey } from '../model/subject';

/** Where something is defined, in a file. Spans count from the file. */
export interface DefinitionPlace {
  readonly uri: string;
  /** All that is said there. */
  readonly whole: Span;
  /** The id or number itself. */
  readonly name: Span;
}

/** The file that defines a subject, as far as roadmaps and actors tell; undefined for other subjects and unknown ones. */
export function definingFile({ roadmaps, actors }: Snapshot, subject: Subject): string | undefined {
  switch (subject.kind) {
    case 'roadmap':
    case 'area':
    case 'action':
    case 'deliverable':
      return roadmaps.get(subject.roadmap)?.uri;
    case 'actor':
      return actors.byId(subject.id)?.uri;
    default:
      return undefined;
  }
}

/** The definitions of a subject among the occurrences of a file. */
export function definitionsAmong(uri: string, occurrences: readonly Occurrence[], subject: Subject): DefinitionPlace[] {
  const key = subjectKey(subject);
  return occurrences.flatMap(({ subject: its, isDefinition, form, whole, name }) =>
    isDefinition && form === 'id' && subjectKey(its) === key ? [{ uri, whole: whole ?? name, name }] : [],
  );
}

/** The marks of a footnote in its file; where one goes to from its text. */
export function marksOf(uri: string, occurrences: readonly Occurrence[], subject: Subject): DefinitionPlace[] {
  const key = subjectKey(subject);
  return occurrences.flatMap(({ subject: its, isDefinition, span }) =>
    !isDefinition && subjectKey(its) === key ? [{ uri, whole: span, name: span }] : [],
  );
}

/**
 * The actions that what stands at an offset (UTF-16, into the file) belongs to: that of a deliverable, those that an entry
 * reports on, or in a roadmap the one whose item it is.
 *
 * @param at what is named at the offset
 * @param inFile what is named in the file; asked for where the file is no report
 */
export function actionsAround(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  at: readonly Occurrence[],
  inFile: () => readonly Occurrence[],
): readonly Subject[] {
  const named = at.flatMap(({ subject }) => actionsOf(subject, snapshot.roadmaps));
  if (named.length > 0) {
    return named;
  }
  const analysed = snapshot.report(uri);
  if (!analysed) {
    const isAround = ({ subject, form, whole }: Occurrence) =>
      subject.kind === 'action' && form === 'id' && whole !== undefined && touches(whole, offset);
    return inFile()
      .filter(isAround)
      .map(({ subject }) => subject);
  }
  const section = sectionAt(analysed.report, offset);
  const row = section?.rows.find(({ span }) => touches(span, offset - section.start));
  const references = row && row.actions.length > 0 ? row.actions : (section?.actions ?? []);
  return references.flatMap(({ roadmap, candidates, action, known }) =>
    (known ? (roadmap === undefined ? candidates : [roadmap]) : []).map(
      (owner): Subject => ({ kind: 'action', roadmap: owner, id: action }),
    ),
  );
}

function actionsOf(subject: Subject, roadmaps: Snapshot['roadmaps']): readonly Subject[] {
  if (subject.kind === 'action') {
    return [subject];
  }
  if (subject.kind !== 'deliverable') {
    return [];
  }
  const actions = roadmaps.get(subject.roadmap)?.actions ?? [];
  const owner = actions.find(({ deliverables }) => deliverables.some(({ id }) => id === subject.id));
  return owner ? [{ kind: 'action', roadmap: subject.roadmap, id: owner.id }] : [];
}
