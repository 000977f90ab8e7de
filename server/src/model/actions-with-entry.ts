import type { ActionReference, Report } from './report';

/** Ids of actions by the id of their roadmap. */
export type ActionsByRoadmap = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The actions that a heading, an item or a table row of a report says it reports on, whether the roadmap has them or
 * not; ambiguous ones are left out. So is the reference that an offset (UTF-16, into the file) touches, for it is being
 * typed. One walk over the sections, which looks at nothing but their references.
 */
export function actionsWithEntry(report: Report, offset: number): ActionsByRoadmap {
  const found = new Map<string, Set<string>>();
  for (const { start, actions, rows } of report.sections) {
    addTo(found, actions, offset - start);
    for (const row of rows) {
      addTo(found, row.actions, offset - start);
    }
  }
  return found;
}

function addTo(found: Map<string, Set<string>>, references: readonly ActionReference[], at: number): void {
  for (const reference of references) {
    const { roadmap, action } = reference;
    if (roadmap !== undefined && !isTouched(reference, at)) {
      const ids = found.get(roadmap);
      if (ids) {
        ids.add(action);
      } else {
        found.set(roadmap, new Set([action]));
      }
    }
  }
}

/** Whether an offset touches a reference or the title beside it. */
function isTouched({ span, title }: ActionReference, at: number): boolean {
  return span.start <= at && at <= (title ? title.span.end : span.end);
}
