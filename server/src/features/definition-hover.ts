import { kindWithId } from '../model/draft-kind';
import { type DefinitionRole, isDefinition } from '../model/file-role';
import { deliverablesOf, type Roadmap } from '../model/roadmap';
import type { Snapshot } from '../model/snapshot';
import { touches } from '../model/span';
import type { Subject } from '../model/subject';
import { lineAround } from '../model/text-lines';
import { findCitations } from '../parse/citations';
import { type CompletionTopic, describeTopic } from './completion-topic';
import { choicesOf } from './definition-completion-values';
import { definitionOccurrences } from './definition-occurrences';
import { describeCitation } from './describe-citation';
import { describeDate } from './describe-date';
import { describeKey } from './describe-key';
import type { DescribedPlace } from './described-places';
import { createDefinitionContext, type DescriptionContext } from './description-context';
import { keyText } from './key-places';
import { describeKind } from './kind-places';
import { definitionForm } from './yaml-form';
import { yamlKeyAt, yamlSlot } from './yaml-slot';

/**
 * What has a meaning to tell around an offset (UTF-16, into the file) of a roadmap, actors or project file: what ids,
 * titles and actors stand for, what deadlines mean, what a key is for. Spans count from the file. Empty in other files.
 */
export function definitionPlaces(snapshot: Snapshot, uri: string, offset: number): readonly DescribedPlace[] {
  const role = snapshot.roleOf(uri);
  const text = snapshot.text(uri);
  if (!isDefinition(role) || text === undefined) {
    return [];
  }
  const context = createDefinitionContext(snapshot, uri);
  const roadmap = snapshot.roadmapIn(uri);
  const key = yamlKeyAt(text, offset, { start: 0, end: text.length }, definitionForm(role));
  const description = key && describeKey(key.place, key.name);
  return [
    // A file names hundreds of things: what is not pointed at is not described.
    ...definitionOccurrences(snapshot, uri)
      .filter(({ span }) => touches(span, offset))
      .flatMap(({ subject, span }) => subjectPlace(subject, span, text, context)),
    ...(roadmap ? deadlinePlaces(roadmap, text, context) : []),
    ...valuePlaces(text, offset, context, { uri, role }),
    ...(role === 'project' ? kindPlaces(text, offset, snapshot) : []),
    ...(key && description ? [{ span: key.span, describe: () => keyText(key.name, description) }] : []),
  ];
}

/** The id of a kind of draft in the line of an offset: its own, or that of the one that it builds on. */
function kindPlaces(text: string, offset: number, { kinds }: Snapshot): readonly DescribedPlace[] {
  const line = lineAround(text, offset);
  const match = /^([\s-]*(?:kind|extends):[ \t]+["']?)([^"'#]*[^"'#\s])/.exec(text.slice(line.start, line.end));
  const kind = kindWithId(match?.[2] ?? '', kinds);
  const start = line.start + (match?.[1]?.length ?? 0);
  return kind ? [{ span: { start, end: start + kind.id.length }, describe: () => describeKind(kind) }] : [];
}

function subjectPlace(
  subject: Subject,
  span: DescribedPlace['span'],
  text: string,
  context: DescriptionContext,
): readonly DescribedPlace[] {
  const topic = topicOf(subject);
  if (topic) {
    const described = describeTopic(topic, context);
    return described === undefined ? [] : [{ span, describe: () => described }];
  }
  const [citation] = subject.kind === 'document' ? findCitations(text.slice(span.start, span.end)) : [];
  return citation ? [{ span, describe: () => describeCitation(citation) }] : [];
}

function topicOf(subject: Subject): CompletionTopic | undefined {
  switch (subject.kind) {
    case 'roadmap':
      return ['roadmap', subject.roadmap];
    case 'area':
    case 'action':
    case 'deliverable':
      return [subject.kind, subject.roadmap, subject.id];
    case 'actor':
      return ['actor', subject.id];
    default:
      return undefined;
  }
}

/** The value that an offset is in, where it is one of few. */
function valuePlaces(
  text: string,
  offset: number,
  context: DescriptionContext,
  { uri, role }: { readonly uri: string; readonly role: DefinitionRole },
): readonly DescribedPlace[] {
  const slot = yamlSlot(text, offset, { start: 0, end: text.length }, [], definitionForm(role));
  if (slot?.kind !== 'value' || !['status', 'choice', 'interval'].includes(slot.value)) {
    return [];
  }
  const { typed: span } = slot;
  const words = text.slice(span.start, span.end).replace(/^(["'])(.*)\1$/, '$2');
  const found = choicesOf(slot, { snapshot: context.snapshot, uri, role, text, offset }).find(
    ({ label }) => label === words,
  );
  const meaning = found?.detail ?? found?.description;
  const described = slot.value === 'status' ? describeTopic(['status', words], context) : undefined;
  return meaning === undefined ? [] : [{ span, describe: () => described ?? `**${words}**: ${meaning}` }];
}

/** The dates of deadlines: their bounds, and how far off they are. */
function deadlinePlaces(roadmap: Roadmap, text: string, { asOf }: DescriptionContext): readonly DescribedPlace[] {
  return [...roadmap.actions, ...deliverablesOf(roadmap)].flatMap(({ deadline: { due, stated, span } }) =>
    due && span ? [{ span, describe: () => describeDate(due, stated ?? text.slice(span.start, span.end), asOf) }] : [],
  );
}
