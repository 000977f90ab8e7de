import type { Fix } from '../model/finding';
import { qualifiedLabel } from '../model/qualification';
import { shiftSpan } from '../model/span';
import type { MissingAction } from '../write/missing-entries';
import { exceptAction } from '../write/scope-exception';
import { PLACEHOLDER } from './field-below';
import type { FixContext } from './rule';

/** A fix that leaves an action out of the report's scope, with a reason to fill in. */
export function exceptFix({ roadmap, action }: MissingAction, context: FixContext): readonly Fix[] {
  const { report, roadmaps, start } = context;
  const edit = exceptAction(report, roadmaps.length > 1 ? `${roadmap.id}:${action.id}` : action.id, PLACEHOLDER);
  const title = `Leave ${qualifiedLabel(roadmap, action.id, roadmaps)} out of the scope, with a reason`;
  return edit ? [{ title, safe: false, edits: [{ ...edit, span: shiftSpan(edit.span, -start) }] }] : [];
}
