import { coverageOf } from '../model/coverage';
import { actionLabel } from '../model/roadmap';
import { type EntryStyle, entryLines } from '../write/entry-text';
import { snippetBlanks } from '../write/snippet';
import type { CompletionContext } from './completion';
import { describeKey, keysOf } from './describe-key';
import { describeAction } from './describe-roadmap';
import type { CompletionItem } from './feature-types';
import type { Slot } from './slot';

type KeySlot = Extract<Slot, { kind: 'key' }>;
type LineSlot = Extract<Slot, { kind: 'line' }>;

/** Keys that open a list or a map below them, and what stands first in it. */
const OPENS: Readonly<Record<string, string>> = {
  entries: '\n  - action: ',
  scope: '\n  ',
  except: '\n  - action: ',
  deliverables: '\n  - deliverable: ',
  next: '\n  - text: ',
  'follow-up': '\n  - text: ',
};

/** Keys of a map in YAML that it does not have yet; at the start of an item of `entries` whole entries as well. */
export function completeKeys(slot: KeySlot, context: CompletionContext): readonly CompletionItem[] {
  const isFrontMatter = context.analysed.report.format === 'markdown';
  const keys = keysOf(slot.place).filter((key) => !slot.present.includes(key) && !(isFrontMatter && key === 'entries'));
  const items = keys.map((key, index): CompletionItem => {
    const description = describeKey(slot.place, key);
    const opening = indented(OPENS[key], slot.indent);
    const text = key === 'text' && slot.place === 'entry' ? `|\n${' '.repeat(slot.indent + 2)}$0` : (opening ?? '');
    const newText = slot.hasColon ? key : `${key}:${text.startsWith('\n') ? text : ` ${text}`}`;
    return {
      label: key,
      kind: 'key',
      ...(description?.examples[0] === undefined ? {} : { detail: description.examples[0] }),
      ...(description === undefined ? {} : { documentation: description.text }),
      sortText: `1${String(index).padStart(3, '0')}`,
      edit: { span: slot.typed, newText },
      snippet: newText.includes('$0'),
      thenSuggest: !slot.hasColon && !newText.includes('$0'),
    };
  });
  const opensEntry = slot.place === 'entry' && slot.startsItem && !slot.hasColon;
  return opensEntry
    ? [...items, ...wholeEntries(context, { format: 'yaml', indent: slot.indent - 2 }, slot.typed, slot.indent)]
    : items;
}

/** Labels of fields that the entry lacks, and on a line of its own whole entries for actions that are missing. */
export function completeLine(slot: LineSlot, context: CompletionContext): readonly CompletionItem[] {
  const { section, analysed } = context;
  const typed = analysed.report.text.slice(slot.typed.start, slot.typed.end);
  const inEntry = (section?.actions.length ?? 0) > 0;
  const present = new Set(Object.keys(section?.fields ?? {}));
  const labels = inEntry ? slot.labels.filter((label) => !present.has(label.toLowerCase())) : [];
  const items = labels.map((label, index): CompletionItem => {
    const isList = label === 'Next steps' || label === 'Deliverables' || label === 'Follow-up';
    const newText = isList && !slot.inItem ? `**${label}**\n\n- ` : `**${label}:** `;
    return {
      label,
      kind: 'key',
      sortText: `1${String(index).padStart(3, '0')}`,
      filterText: typed.startsWith('**') ? `**${label}` : label,
      edit: { span: slot.typed, newText },
      snippet: false,
      thenSuggest: true,
    };
  });
  const level = analysed.report.sections.find((one) => one.actions.length > 0)?.heading?.level ?? 2;
  const entries = slot.inItem ? [] : wholeEntries(context, { format: 'markdown', level }, slot.typed, 0);
  return [...items, ...entries];
}

/** Entries with blanks for the actions that the report does not name; `cut` characters of the first line stand already. */
function wholeEntries(
  context: CompletionContext,
  style: EntryStyle,
  typed: LineSlot['typed'],
  cut: number,
): readonly CompletionItem[] {
  const { analysed, snapshot } = context;
  const qualified = analysed.roadmaps.length > 1;
  return coverageOf(analysed, snapshot.actors).flatMap(({ roadmap, missing }) =>
    missing.map((action, index): CompletionItem => {
      const subject = { roadmap, action, register: snapshot.actors, asOf: analysed.asOf.day, qualified };
      const label = `${actionLabel(roadmap, action.id)}: ${action.title}`;
      return {
        label,
        description: 'entry',
        kind: 'entry',
        detail: 'An entry with its actors and deadlines, and blanks for the rest',
        documentation: describeAction(roadmap, action, context),
        sortText: `2${String(index).padStart(4, '0')}`,
        edit: { span: typed, newText: entryLines(subject, style, snippetBlanks()).join('\n').slice(cut) },
        snippet: true,
      };
    }),
  );
}

/** Lines below a key are indented by two more than the key, in a file whose lines the editor does not indent itself. */
function indented(text: string | undefined, indent: number): string | undefined {
  return text?.replace(/\n/g, `\n${' '.repeat(indent)}`);
}
