import { type Deadline, deliverablesOf, type Roadmap } from '../model/roadmap';
import { isDateProblem } from '../parse/dates';
import { readEdtf } from '../parse/edtf';
import { wordsInEdtf } from '../parse/words-in-edtf';
import { yamlScalar } from '../write/yaml-scalar';
import { type DefinitionCompletionContext, inLineEnds, valueItems } from './completion-context';
import type { CompletionItem } from './feature-types';
import { searchNames } from './filter-text';
import type { ValueSlot } from './slot';
import { keysBeside, yamlLineAround } from './yaml-lines';

/** A date in EDTF, and the words that it stands for. */
interface DatedWords {
  readonly words: string;
  readonly edtf: string;
}

/**
 * Deadlines: what the words at the cursor, or those of `stated` beside it, are in EDTF; then the usual words for the years
 * of the roadmap. Words that are not there yet are kept in `stated`.
 */
export function completeDeadline(slot: ValueSlot, context: DefinitionCompletionContext): readonly CompletionItem[] {
  const roadmap = context.snapshot.roadmapIn(context.uri);
  const stated = roadmap && statedAt(roadmap, context.offset);
  const indent = statedIndent(context);
  const choices = [typedWords(slot, context), stated, ...usualDeadlines(context)];
  return [...new Set(choices)]
    .flatMap((words) => (words === undefined ? [] : dated(words, roadmap)))
    .map((one, index) => {
      const { words, edtf } = one;
      const item = dateItem(slot, context, one, index);
      if (indent === undefined) {
        return item;
      }
      const kept = `\n${indent}stated: ${yamlScalar(words)}`;
      return { ...item, edit: { ...item.edit, newText: inLineEnds(`${slot.gap}${yamlScalar(edtf)}${kept}`, context) } };
    });
}

/** What a roadmap covers: the words at the cursor in EDTF, and stretches of years from its date on. */
export function completePeriod(slot: ValueSlot, context: DefinitionCompletionContext): readonly CompletionItem[] {
  const roadmap = context.snapshot.roadmapIn(context.uri);
  const year = firstYear(context);
  const typed = typedWords(slot, context);
  const spans = [1, 2, 3, 4].map((more) => ({ words: `${year}-${year + more}`, edtf: `${year}/${year + more}` }));
  return [...(typed === undefined ? [] : dated(typed, roadmap)), ...spans].map((one, index) =>
    dateItem(slot, context, one, index),
  );
}

function dateItem(
  slot: ValueSlot,
  context: DefinitionCompletionContext,
  { words, edtf }: DatedWords,
  index: number,
): CompletionItem {
  const item = valueItems(
    slot,
    context,
  )({
    label: words,
    description: edtf,
    kind: 'date',
    topic: ['date', edtf],
    sortText: String(index).padStart(3, '0'),
    names: searchNames([words, edtf]),
    written: edtf,
  });
  // The words at the cursor are the choice, so that it is another with each letter.
  return { ...item, dependsOnTyped: true };
}

/** Words that are no EDTF yet, as EDTF. */
function dated(words: string, roadmap: Roadmap | undefined): readonly DatedWords[] {
  const edtf = isDateProblem(readEdtf(words)) ? wordsInEdtf(words, roadmap?.date) : undefined;
  return edtf === undefined ? [] : [{ words, edtf }];
}

/** What stands in the slot, without quotation marks. */
function typedWords({ typed }: ValueSlot, { text }: DefinitionCompletionContext): string | undefined {
  const words = text.slice(typed.start, typed.end).replace(/^(["'])(.*?)\1?$/, '$2');
  return words === '' ? undefined : words;
}

/** `stated` of the item that the cursor is in. */
function statedAt(roadmap: Roadmap, offset: number): string | undefined {
  const items = [...roadmap.actions, ...deliverablesOf(roadmap)];
  const around = items.filter(({ span }) => span.start <= offset && offset <= span.end);
  const innermost = around.reduce<{ span: { start: number }; deadline: Deadline } | undefined>(
    (best, item) => (best && best.span.start >= item.span.start ? best : item),
    undefined,
  );
  return innermost?.deadline.stated;
}

/** The indentation for a line `stated`; undefined where the map has one already, or is no block. */
function statedIndent({ text, offset }: DefinitionCompletionContext): string | undefined {
  const region = { start: 0, end: text.length };
  const line = yamlLineAround(text, offset, region);
  return line.key?.name === 'due' && !keysBeside(text, line, region).includes('stated')
    ? ' '.repeat(line.column)
    : undefined;
}

/** Deadlines as policy documents word them, for the years from the roadmap's date on. */
function usualDeadlines(context: DefinitionCompletionContext): readonly string[] {
  const year = firstYear(context);
  return [year, year + 1, year + 2].flatMap((one) => [
    `by mid-${one}`,
    `by the end of ${one}`,
    `first quarter of ${one}`,
    `in ${one}`,
  ]);
}

function firstYear({ snapshot, uri }: DefinitionCompletionContext): number {
  const roadmap = snapshot.roadmapIn(uri);
  return Number((roadmap?.period?.earliest ?? roadmap?.date ?? snapshot.today).slice(0, 4));
}
