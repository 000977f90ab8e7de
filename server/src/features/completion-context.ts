import { type ReferredAction, referredActions } from '../model/entry-actions';
import type { Section } from '../model/report';
import { touches } from '../model/span';
import { yamlScalar } from '../write/yaml-scalar';
import type { DescriptionContext } from './description-context';
import type { CompletionItem } from './feature-types';
import { filterTextFor } from './filter-text';
import type { KeySlot, LineSlot, ValueSlot } from './slot';

/** What a completion knows of its place. */
export interface CompletionContext extends DescriptionContext {
  /** Of the cursor, in the file. */
  readonly offset: number;
  /** The section that the cursor is in. */
  readonly section: Section | undefined;
}

/** A value that could stand in a slot. */
export interface ValueChoice
  extends Pick<CompletionItem, 'label' | 'kind' | 'sortText'>,
    Partial<Pick<CompletionItem, 'description' | 'detail' | 'documentation' | 'thenSuggest'>> {
  /** What it is called; a person may type any of these. Absent: the label. */
  readonly names?: readonly string[];
  /** What is written; YAML quotes it where it has to. Absent: the label. */
  readonly written?: string;
}

/** A value as a completion of its slot. */
export function valueItem(slot: ValueSlot, context: CompletionContext, choice: ValueChoice): CompletionItem {
  const { names, written = choice.label, ...shown } = choice;
  const value = slot.format === 'yaml' ? yamlScalar(written) : written;
  return {
    ...shown,
    filterText: filterTextFor(typedIn(slot, context), names ?? [choice.label]),
    edit: { span: slot.typed, newText: slot.gap + value },
    snippet: false,
  };
}

/** What is typed in a slot, as far as the cursor. */
export function typedIn(slot: KeySlot | ValueSlot | LineSlot, { analysed, offset }: CompletionContext): string {
  return analysed.report.text.slice(slot.typed.start, offset);
}

/** Text of several lines, with the line ends of the report. */
export function inLineEnds(text: string, { analysed }: CompletionContext): string {
  return analysed.report.text.includes('\r\n') ? text.replace(/\n/g, '\r\n') : text;
}

/** Whether a value is in the slot's list already, under one of its names. */
export function isListed(slot: ValueSlot, names: readonly string[]): boolean {
  return slot.listed.some((listed) => names.includes(listed.replace(/^(["'])(.*)\1$/, '$2')));
}

/** The actions that the cursor's place reports on: those of the table row, else of the section. */
export function actionsHere({ analysed, section, offset }: CompletionContext): readonly ReferredAction[] {
  const row = section?.rows.find(({ span }) => touches(span, offset - section.start));
  return referredActions(row?.actions ?? section?.actions ?? [], analysed.roadmaps);
}
