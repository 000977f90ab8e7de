import type { RelatedDocument, RelatedItem, RelatedSubject } from '../model/related-items';
import { relationsOf } from '../model/related-items';
import { actionLabel, actionOf, deliverablesOf, type Roadmap } from '../model/roadmap';
import { escapeMarkdown } from './markdown-text';

/**
 * Markdown about what a roadmap, action or deliverable has to do with others, in both directions: a list under a line.
 * Undefined where nothing is said.
 */
export function describeRelations(subject: RelatedSubject, roadmaps: ReadonlyMap<string, Roadmap>): string | undefined {
  const lines = relationsOf(subject, roadmaps).map(({ words, other, note }: RelatedItem) => {
    const name = other.kind === 'document' ? documentName(other) : subjectName(other, subject.roadmap, roadmaps);
    return `- ${escapeMarkdown(`${words} ${name}`)}${note === undefined ? '' : `. ${escapeMarkdown(note)}`}`;
  });
  return lines.length === 0 ? undefined : ['Related:', '', ...new Set(lines)].join('\n');
}

/** "Multi-annual Action Plan 2022-2025, action 10, action 11". */
function documentName({ name, parts }: RelatedDocument): string {
  return [name, ...parts.map(({ kind, id }) => `${kind} ${id}`)].join(', ');
}

/** "Action 5: … (EU roadmap …)"; of an item of the same roadmap without the roadmap. */
function subjectName(other: RelatedSubject, own: string, roadmaps: ReadonlyMap<string, Roadmap>): string {
  const roadmap = roadmaps.get(other.roadmap);
  const title = roadmap?.title ?? other.roadmap;
  if (other.kind === 'roadmap') {
    return title;
  }
  const name = other.kind === 'action' ? actionName(other.id, roadmap) : deliverableName(other.id, roadmap);
  return other.roadmap === own ? name : `${name} (${title})`;
}

function actionName(id: string, roadmap: Roadmap | undefined): string {
  const action = roadmap && actionOf(roadmap, id);
  return roadmap && action ? `${actionLabel(roadmap, id)}: ${action.title}` : `action ${id}`;
}

/** An id that the file invented is not shown: readers of a report do not know it. */
function deliverableName(id: string, roadmap: Roadmap | undefined): string {
  const item = roadmap && deliverablesOf(roadmap).find((one) => one.id === id);
  return roadmap && item ? (roadmap.numbering === 'own' ? item.title : `${id} ${item.title}`) : id;
}
