import { type CompletionContext, type FileCompletionContext, inLineEnds, typedIn } from './completion-context';
import { entryItems } from './completion-entries';
import { describeKey, keysOf } from './describe-key';
import type { CompletionItem } from './feature-types';
import { filterTextsFor, searchNames } from './filter-text';
import type { KeyPlace, KeySlot } from './slot';
import { hasCompletions } from './yaml-form';

/** Keys of a map in YAML that it does not have yet; at the start of an item of `entries` whole entries as well. */
export function completeKeys(slot: KeySlot, context: CompletionContext): readonly CompletionItem[] {
  return aboveAndHere(slot, (one) => {
    const items = keyItems(
      one,
      (key) => fits(key, one, context),
      (key) => valueBehind(one.place, key, one.column),
      context,
    );
    return one.place === 'entry' && one.dash !== undefined && !one.hasColon
      ? [...items, ...entryItems(one, { format: 'yaml', indent: one.column - 2 }, context)]
      : items;
  });
}

/**
 * What could stand in the column of a dash, where Enter leaves the cursor: what the item above lacks comes before what
 * opens a new one. Elsewhere what a slot itself offers.
 *
 * @param complete what a map of the list offers
 */
export function aboveAndHere(
  slot: KeySlot,
  complete: (slot: KeySlot) => readonly CompletionItem[],
): readonly CompletionItem[] {
  if (!slot.inItemAbove) {
    return complete(slot);
  }
  const going = complete(slot.inItemAbove);
  const opening = complete(slot).filter(
    ({ kind, label }) =>
      kind === 'entry' || (opensItem(slot.place, label) && !going.some((one) => one.label === label)),
  );
  return [...going.map((item) => ({ ...item, sortText: `0${item.sortText}` })), ...opening];
}

/**
 * The keys of a map that it does not have yet.
 *
 * @param behind what follows the colon of a key, a space at least; the cursor goes to `$0`
 */
export function keyItems(
  slot: KeySlot,
  fitsHere: (key: string) => boolean,
  behind: (key: string) => string,
  context: FileCompletionContext,
): readonly CompletionItem[] {
  const keys = keysOf(slot.place).filter((key) => !slot.present.includes(key) && fitsHere(key));
  const filterTextOf = filterTextsFor(typedIn(slot, context));
  return keys.map((key, index): CompletionItem => {
    const description = describeKey(slot.place, key);
    const value = slot.hasColon ? '' : behind(key);
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
}

/** Whether items of a list begin with a key. */
function opensItem(place: KeyPlace, key: string): boolean {
  return key === keysOf(place)[0] || (place === 'entry' && key === 'section');
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
