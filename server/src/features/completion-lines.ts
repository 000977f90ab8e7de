import { FIELD_NAMES, type FieldName } from '../parse/fields';
import { entryStyleOf } from '../write/entry-places';
import { type CompletionContext, inLineEnds, typedIn } from './completion-context';
import { entryItems } from './completion-entries';
import { completeSnippets } from './completion-sections';
import { describeKey, keysOf } from './describe-key';
import type { CompletionItem } from './feature-types';
import type { LineSlot } from './slot';
import { hasCompletions } from './yaml-form';

/**
 * Labels of fields that the entry lacks, and on a line of its own whole entries for actions that have none. Only those
 * that go on with what is typed: any other word is prose.
 */
export function completeLine(slot: LineSlot, context: CompletionContext): readonly CompletionItem[] {
  const typed = typedIn(slot, context).toLowerCase();
  const isWanted = (filterText: string) => filterText.toLowerCase().startsWith(typed);
  const style = slot.inItem ? undefined : entryStyleOf(context.analysed);
  return [
    ...completeSnippets(slot, context),
    ...labelItems(slot, context).filter(({ filterText }) => isWanted(filterText)),
    ...(style ? entryItems(slot, style, context, isWanted) : []),
  ];
}

function labelItems(slot: LineSlot, context: CompletionContext): readonly CompletionItem[] {
  const { section } = context;
  const keys = keysOf(slot.place);
  const isFree = (field: FieldName) => slot.place !== 'entry' || section?.fields[field.property] === undefined;
  const fields =
    (section?.actions.length ?? 0) > 0 ? FIELD_NAMES.filter((field) => keys.includes(field.key) && isFree(field)) : [];
  const emphasis = typedIn(slot, context).startsWith('**') ? '**' : '';
  return fields.map((field, index): CompletionItem => {
    const [label] = field.labels;
    const description = describeKey(slot.place, field.key);
    return {
      label,
      kind: 'key',
      detail: description?.examples[0],
      topic: description && ['key', slot.place, field.key],
      sortText: `1${String(index).padStart(3, '0')}`,
      filterText: `${emphasis}${label}`,
      dependsOnTyped: true,
      edit: { span: slot.typed, newText: inLineEnds(labelText(field, slot), context) },
      snippet: false,
      thenSuggest: field.key === 'next' || hasCompletions(slot.place, field.key),
    };
  });
}

/** A label as an entry has it: in an item of its list of fields, or on a line above the list that it owns. */
function labelText({ key, labels: [label] }: FieldName, { inItem }: LineSlot): string {
  const ownsList = key === 'deliverables' || key === 'next' || key === 'follow-up';
  return inItem ? `**${label}:** ` : ownsList ? `**${label}**\n\n- ` : `- **${label}:** `;
}
