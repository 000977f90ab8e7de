import type { Fix } from '../model/finding';
import { qualifiedLabel } from '../model/qualification';
import { isReadable } from '../model/section';
import { shiftSpan } from '../model/span';
import type { EntryInserter, MissingAction } from '../write/missing-entries';
import type { FixContext } from './rule';

/**
 * A fix that inserts an entry with placeholders for each of these actions; none where nothing can be inserted. Its
 * spans are relative to what the finding's own is.
 */
export function insertEntryFix(
  missing: readonly MissingAction[],
  insert: EntryInserter,
  { report, roadmaps, start }: FixContext,
): readonly Fix[] {
  const edits = isReadable(report) ? insert(missing) : [];
  const [first] = missing;
  if (!first || edits.length === 0) {
    return [];
  }
  const what = report.format === 'yaml' ? 'entry' : 'section';
  const title =
    missing.length === 1
      ? `Insert ${what === 'entry' ? 'an entry' : 'a section'} for ${qualifiedLabel(first.roadmap, first.action.id, roadmaps)}`
      : `Insert ${what === 'entry' ? 'entries' : 'sections'} for all ${missing.length} actions without one`;
  const moved = edits.map(({ span, newText }) => ({ span: shiftSpan(span, -start), newText }));
  return [{ title, safe: false, edits: moved }];
}
