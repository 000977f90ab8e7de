import type { Fix } from '../model/finding';
import { actionLabel } from '../model/roadmap';
import type { EntryInserter, MissingAction } from '../write/missing-entries';
import type { RuleContext } from './rule';

/**
 * A fix that inserts an entry with placeholders for each of these actions; none where nothing can be inserted. Its
 * spans count from the file.
 */
export function insertEntryFix(
  missing: readonly MissingAction[],
  insert: EntryInserter,
  { report }: RuleContext,
): readonly Fix[] {
  const edits = insert(missing);
  const [first] = missing;
  if (!first || edits.length === 0) {
    return [];
  }
  const what = report.format === 'yaml' ? 'entry' : 'section';
  const title =
    missing.length === 1
      ? `Insert ${what === 'entry' ? 'an entry' : 'a section'} for ${actionLabel(first.roadmap, first.action.id)}`
      : `Insert ${what === 'entry' ? 'entries' : 'sections'} for all ${missing.length} actions without one`;
  return [{ title, safe: false, edits }];
}
