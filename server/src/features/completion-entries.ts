import { isQualified } from '../model/qualification';
import type { EntryStyle } from '../write/entry-text';
import { actionChoices } from './completion-actions';
import { type CompletionContext, inLineEnds, typedIn } from './completion-context';
import type { CompletionItem } from './feature-types';
import { filterTextsFor, searchNames } from './filter-text';
import type { KeySlot, LineSlot } from './slot';

/**
 * Entries with blanks for the actions that have none: on a line of its own in Markdown, behind a dash in YAML.
 *
 * @param isWanted whether an entry with this filter text is
 */
export function entryItems(
  slot: KeySlot | LineSlot,
  style: EntryStyle,
  context: CompletionContext,
  isWanted: (filterText: string) => boolean = () => true,
): readonly CompletionItem[] {
  const { snapshot, analysed, catalogue } = context;
  const filterTextOf = filterTextsFor(typedIn(slot, context));
  const filterTexts = new Map<string, string>();
  const choices = actionChoices(context, ({ action, heading }) => {
    const filterText = filterTextOf(searchNames([heading, `${action.id} ${action.title}`, action.title]));
    filterTexts.set(heading, filterText);
    return isWanted(filterText);
  });
  const missing = choices.filter(({ hasEntry }) => !hasEntry);
  return missing.map(({ roadmap, action, heading, sortText }): CompletionItem => {
    const subject = {
      roadmap,
      action,
      register: snapshot.actors,
      asOf: analysed.asOf.day,
      qualified: style.format === 'yaml' ? analysed.roadmaps.length > 1 : isQualified(roadmap, analysed.roadmaps),
    };
    const text = catalogue.entry(subject, style);
    // In YAML the dash stands there already, or is written with what is missing before the key.
    const newText = slot.kind === 'key' ? slot.gap + text.slice(slot.column) : text;
    return {
      label: heading,
      description: 'entry',
      kind: 'entry',
      detail: 'An entry with its actors and deadlines, and blanks for the rest',
      topic: ['action', roadmap.id, action.id],
      sortText: `2${sortText}`,
      filterText: filterTexts.get(heading) ?? heading,
      dependsOnTyped: true,
      edit: { span: slot.typed, newText: inLineEnds(newText, context) },
      snippet: true,
    };
  });
}
