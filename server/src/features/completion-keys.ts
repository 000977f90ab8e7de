import { type CompletionContext, inLineEnds, typedIn } from './completion-context';
import { entryItems } from './completion-entries';
import { describeKey, keysOf } from './describe-key';
import type { CompletionItem } from './feature-types';
import { filterTextsFor, searchNames } from './filter-text';
import type { KeyPlace, KeySlot } from './slot';
import { hasCompletions } from './yaml-slot';

/**
 * Keys of a map in YAML that it does not have yet; at the start of an item of `entries` whole entries as well. In the
 * column of a dash, where Enter leaves the cursor, what the item above lacks comes before what opens a new one.
 */
export function completeKeys(slot: KeySlot, context: CompletionContext): readonly CompletionItem[] {
  if (!slot.inItemAbove) {
    return completeKeysOfMap(slot, context);
  }
  const going = completeKeysOfMap(slot.inItemAbove, context);
  const opening = completeKeysOfMap(slot, context).filter(
    ({ kind, label }) =>
      kind === 'entry' || (opensItem(slot.place, label) && !going.some((one) => one.label === label)),
  );
  return [...going.map((item) => ({ ...item, sortText: `0${item.sortText}` })), ...opening];
}

/** Whether items of a list begin with a key. */
function opensItem(place: KeyPlace, key: string): boolean {
  return key === keysOf(place)[0] || (place === 'entry' && key === 'section');
}

function completeKeysOfMap(slot: KeySlot, context: CompletionContext): readonly CompletionItem[] {
  const keys = keysOf(slot.place).filter((key) => !slot.present.includes(key) && fits(key, slot, context));
  const filterTextOf = filterTextsFor(typedIn(slot, context));
  const items = keys.map((key, index): CompletionItem => {
    const description = describeKey(slot.place, key);
    const value = slot.hasColon ? '' : valueBehind(slot.place, key, slot.column);
    return {
      label: key,
      kind: 'key',
      detail: description?.examples[0],
      topic: description && ['key', slot.place, key],
      sortText: `1${String(index).padStart(3, '0')}`,
      filterText: filterTextOf(searchNames([key])),
      dependsOnTyped: false,
      edit: { span: slot.typed, newText: inLineEnds(`${slot.gap}${key}${slot.hasColon ? '' : `:${value}`}`, context) },
      snippet: value.includes('$0'),
      thenSuggest: !slot.hasColon && hasCompletions(slot.place, key),
    };
  });
  return slot.place === 'entry' && slot.dash !== undefined && !slot.hasColon
    ? [...items, ...entryItems(slot, { format: 'yaml', indent: slot.column - 2 }, context)]
    : items;
}

/** Front matter has no `entries`, and an entry has one of `action` and `section`. */
function fits(key: string, { place, present }: KeySlot, { analysed }: CompletionContext): boolean {
  const isOther =
    (key === 'action' && present.includes('section')) || (key === 'section' && present.includes('action'));
  const isInFrontMatter = place === 'header' && key === 'entries' && analysed.report.format === 'markdown';
  return !isInFrontMatter && !(place === 'entry' && isOther);
}

/** What follows the colon of a key: a space, or the start of the list, map or text that it opens. */
function valueBehind(place: KeyPlace, key: string, column: number): string {
  const below = `\n${' '.repeat(column + 2)}`;
  switch (key) {
    case 'text':
      return place === 'entry' ? ` |${below}$0` : ' ';
    case 'scope':
      return below;
    case 'entries':
    case 'except':
      return `${below}- action: `;
    case 'deliverables':
      return `${below}- deliverable: `;
    case 'next':
    case 'follow-up':
      return `${below}- text: `;
    case 'actors':
    case 'areas':
    case 'actions':
      return ' [$0]';
    default:
      return ' ';
  }
}
