import type { Field, Report, SectionReading } from '../model/report';
import { namesAction, namesArea } from '../model/scope';
import { sectionAt } from '../model/section-at';
import { type Span, shiftSpan } from '../model/span';
import { inOrder, type Occurrence, type Subject, subjectKey } from '../model/subject';
import { findCitations } from '../parse/citations';
import { idAtStart } from './roadmap-qualifiers';
import { type OccurrenceContext, sectionOccurrences, shiftOccurrence } from './section-occurrences';
import { actorOccurrence, idAtEnd } from './written-names';

/** What sections name, by their reading. It depends on nothing else, as long as readings are made against one context. */
export type KeptOccurrences = WeakMap<SectionReading, SectionOccurrences>;

/** What a section names, in order, and by subject; spans are relative to its start. */
interface SectionOccurrences {
  readonly all: readonly Occurrence[];
  readonly bySubject: ReadonlyMap<string, readonly Occurrence[]>;
}

/**
 * The places in a report that name something, in order; spans count from the file.
 *
 * @param kept what is known of sections; added to
 * @param keys of the subjects that are wanted ({@link subjectKey}); absent: all
 */
export function reportOccurrences(
  report: Report,
  context: OccurrenceContext,
  kept: KeptOccurrences,
  keys?: ReadonlySet<string>,
): readonly Occurrence[] {
  const header = inOrder(headerOccurrences(report, context));
  const found = keys ? header.filter(({ subject }) => keys.has(subjectKey(subject))) : [...header];
  const isHeaderFirst = header.every(({ span }) => span.end <= (report.sections[0]?.start ?? span.end));
  for (const section of report.sections) {
    const { all, bySubject } = occurrencesOf(report, section, context, kept);
    for (const own of keys ? [...keys].map((key) => bySubject.get(key) ?? NONE) : [all]) {
      for (const occurrence of own) {
        found.push(shiftOccurrence(occurrence, section.start));
      }
    }
  }
  // In YAML keys of the header may stand behind the entries.
  return isHeaderFirst && (keys === undefined || keys.size === 1)
    ? found
    : found.sort((one, other) => one.name.start - other.name.start);
}

/** Those in the section at an offset, and those in the header. */
export function occurrencesAround(
  report: Report,
  offset: number,
  context: OccurrenceContext,
  kept: KeptOccurrences,
): readonly Occurrence[] {
  const section = sectionAt(report, offset);
  const own = section ? occurrencesOf(report, section, context, kept).all : NONE;
  const placed = own.map((occurrence) => shiftOccurrence(occurrence, section?.start ?? 0));
  return [...inOrder(headerOccurrences(report, context)), ...placed];
}

const NONE: readonly Occurrence[] = Object.freeze([]);

function occurrencesOf(
  { text }: Report,
  section: Report['sections'][number],
  context: OccurrenceContext,
  kept: KeptOccurrences,
): SectionOccurrences {
  const known = kept.get(section.reading);
  if (known) {
    return known;
  }
  const all = inOrder(sectionOccurrences(section, text.slice(section.start, section.end), context));
  const bySubject = new Map<string, Occurrence[]>();
  for (const occurrence of all) {
    const key = subjectKey(occurrence.subject);
    const same = bySubject.get(key);
    if (same) {
      same.push(occurrence);
    } else {
      bySubject.set(key, [occurrence]);
    }
  }
  const found = { all, bySubject };
  kept.set(section.reading, found);
  return found;
}

function headerOccurrences({ text, header }: Report, context: OccurrenceContext): readonly Occurrence[] {
  const { roadmaps, author, reference, scope } = header;
  const actions = [...(scope?.actions ?? []), ...(scope?.except.map(({ action }) => action) ?? [])];
  return [
    ...roadmaps.flatMap(({ value, span }) => (value === undefined ? [] : [roadmapAt(value, text, span)])),
    ...[...(author ? [author] : []), ...(scope?.actors ?? [])].flatMap((field) => actorsAt(field, text, context)),
    ...actions.flatMap((field) => actionsAt(field, text, context)),
    ...(scope?.areas ?? []).flatMap((field) => areasAt(field, text, context)),
    ...(reference ? documentsAt(text, reference.span, reference.span) : []),
  ];
}

/** A roadmap's id, where a report, a roadmap or a project file writes one. */
export function roadmapAt(id: string, text: string, span: Span): Occurrence {
  const form = text.slice(span.start, span.end) === id ? 'id' : 'other';
  return { subject: { kind: 'roadmap', roadmap: id }, span, name: span, form, isDefinition: false };
}

/** The numbers of documents in a value that says what the file itself is known by. */
export function documentsAt(text: string, span: Span, whole: Span): readonly Occurrence[] {
  return findCitations(text.slice(span.start, span.end)).map((citation): Occurrence => {
    const place = shiftSpan(citation.span, span.start);
    const subject: Subject = { kind: 'document', id: citation.id };
    return { subject, span: place, name: place, form: 'id', isDefinition: true, whole };
  });
}

function actorsAt({ text: words, span }: Field<string>, text: string, { actors }: OccurrenceContext) {
  const named = actors.named(words);
  return named.map((actor) => actorOccurrence(actor, text, span, named.length > 1));
}

function actionsAt({ text: words, span }: Field<string>, text: string, { roadmaps }: OccurrenceContext) {
  return roadmaps.flatMap((roadmap): Occurrence[] => {
    const action = roadmap.actions.find(({ id }) => namesAction(words, roadmap, id));
    if (!action) {
      return [];
    }
    const name = idAtEnd(text, span, action.id);
    const subject: Subject = { kind: 'action', roadmap: roadmap.id, id: action.id };
    const qualifier = idAtStart(text, span, roadmap.id);
    const own = { subject, span, name: name ?? span, form: name ? 'id' : 'other', isDefinition: false } as const;
    return qualifier ? [qualifier, own] : [own];
  });
}

function areasAt({ text: words, span }: Field<string>, text: string, { roadmaps }: OccurrenceContext) {
  return roadmaps.flatMap((roadmap) => {
    const area = roadmap.areas.find(({ id }) => namesArea(words, roadmap, id));
    if (!area) {
      return [];
    }
    const isId = text.slice(span.start, span.end).toLowerCase() === area.id.toLowerCase();
    const subject: Subject = { kind: 'area', roadmap: roadmap.id, id: area.id };
    return [{ subject, span, name: span, form: isId ? 'id' : 'title', isDefinition: false } as const];
  });
}
