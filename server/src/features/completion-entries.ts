import type { EntryStyle } from '../write/entry-text';
import { entryLines } from '../write/entry-text';
import { snippetBlanks } from '../write/snippet';
import { actionChoices } from './completion-actions';
import { type CompletionContext, inLineEnds, typedIn } from './completion-context';
import { describeAction } from './describe-roadmap';
import type { CompletionItem } from './feature-types';
import { filterTextFor } from './filter-text';
import type { KeySlot, LineSlot } from './slot';

/** Entries with blanks for the actions that have none: on a line of its own in Markdown, behind a dash in YAML. */
export function entryItems(
  slot: KeySlot | LineSlot,
  style: EntryStyle,
  context: CompletionContext,
): readonly CompletionItem[] {
  const { snapshot, analysed } = context;
  const missing = actionChoices(context).filter(({ hasEntry }) => !hasEntry);
  return missing.map(({ roadmap, action, heading, sortText }): CompletionItem => {
    const subject = {
      roadmap,
      action,
      register: snapshot.actors,
      asOf: analysed.asOf.day,
      qualified: analysed.roadmaps.length > 1,
    };
    const text = entryLines(subject, style, snippetBlanks()).join('\n');
    // In YAML the dash stands there already, or is written with what is missing before the key.
    const newText = slot.kind === 'key' ? slot.gap + text.slice(slot.column) : text;
    return {
      label: heading,
      description: 'entry',
      kind: 'entry',
      detail: 'An entry with its actors and deadlines, and blanks for the rest',
      documentation: () => describeAction(roadmap, action, context),
      sortText: `2${sortText}`,
      filterText: filterTextFor(typedIn(slot, context), [heading, `${action.id} ${action.title}`, action.title]),
      edit: { span: slot.typed, newText: inLineEnds(newText, context) },
      snippet: true,
    };
  });
}
