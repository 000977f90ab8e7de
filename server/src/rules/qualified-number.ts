import type { TextEdit } from '../model/finding';
import type { ActionReference } from '../model/report';
import type { Roadmap } from '../model/roadmap';
import type { SectionContext } from './check-context';

/**
 * What names the roadmap with an action: "Action 6 (eu-drugs-2023)" where it reads well, "eu-drugs-2023:6" in YAML and in
 * a list of numbers. A roadmap before a number counts for those behind it in the list too, so that these get a label of
 * their own: "Actions 5, 6 and 12" becomes "Actions eu-drugs-2023:5, Actions 6 and 12". Offsets as in the context's text.
 *
 * @param index of the action among these, which stand in one place, in order
 * @returns undefined for the end of a stretch ("4-9") and what is inside: they are named with its beginning
 */
export function qualifiedNumber(
  actions: readonly ActionReference[],
  index: number,
  roadmap: Roadmap,
  { text, format }: Pick<SectionContext, 'text' | 'format'>,
): readonly TextEdit[] | undefined {
  const reference = actions[index];
  if (!reference || isInStretch(reference, text)) {
    return undefined;
  }
  const { start, end } = reference.span;
  if (format === 'markdown' && (actions.length === 1 || reference.by === 'title')) {
    return [{ span: { start: end, end }, newText: ` (${roadmap.id})` }];
  }
  const before = { span: { start, end: start }, newText: `${roadmap.id}:` };
  const behind = actions.slice(index + 1);
  const within = behind.findIndex((one) => !isInStretch(one, text));
  const last = behind[within - 1] ?? reference;
  const next = behind[within];
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (!next || /\[[^\]]*$/.test(line) || !JOINT.test(text.slice(last.span.end, next.span.start))) {
    return [before];
  }
  const label = roadmap.labels[0] ?? 'Action';
  const at = { start: next.span.start, end: next.span.start };
  return [before, { span: at, newText: `${label}${within + 1 < behind.length ? 's' : ''} ` }];
}

/** Whether a number is the end of a stretch, or inside one, whose place is the whole stretch. */
function isInStretch({ span, action }: ActionReference, text: string): boolean {
  return span.end - span.start > action.length || STRETCH.test(text.slice(Math.max(0, span.start - 12), span.start));
}

/** What stands between the ends of a stretch of numbers. */
const STRETCH = /(?:[-‐‑–—]|\s(?:to|through|bis|à))\s*$/u;

/** What stands between two numbers of one list. */
const JOINT = /^(?=.)[\s,;&]*(?:(?:and|or|as well as|und|et|en|e|y|och|og)\s+)?$/u;
