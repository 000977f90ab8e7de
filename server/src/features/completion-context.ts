import { type ReferredAction, referredActions } from '../model/entry-actions';
import type { DefinitionRole } from '../model/file-role';
import type { Section } from '../model/report';
import type { AnalysedReport, Snapshot } from '../model/snapshot';
import { touches } from '../model/span';
import { lineAround } from '../model/text-lines';
import { yamlScalar } from '../write/yaml-scalar';
import type { Catalogue } from './catalogue';
import type { CompletionItem } from './feature-types';
import { filterTextsFor, type SearchNames } from './filter-text';
import { type KeySlot, type LineSlot, lineAbove, type ValueSlot } from './slot';

/** What a completion knows of its place in any file. */
export interface FileCompletionContext {
  readonly snapshot: Snapshot;
  readonly text: string;
  /** Of the cursor, in the file. */
  readonly offset: number;
  readonly catalogue: Catalogue;
}

/** What a completion knows of its place in a report. */
export interface CompletionContext extends FileCompletionContext {
  readonly analysed: AnalysedReport;
  /** The section that the cursor is in. */
  readonly section: Section | undefined;
  /** Paths of files, as seen from this report, that may be the report before it. */
  readonly reportPaths: readonly string[];
}

/** What a completion knows of its place in a file that reports are read against. */
export interface DefinitionCompletionContext extends FileCompletionContext {
  readonly uri: string;
  readonly role: DefinitionRole;
}

/** A value that could stand in a slot. */
export interface ValueChoice
  extends Pick<CompletionItem, 'label' | 'kind' | 'sortText' | 'description' | 'detail' | 'topic' | 'thenSuggest'> {
  /** What it is called; a person may type any of these. */
  readonly names: SearchNames;
  /** What is written; YAML quotes it where it has to. Absent: the label. */
  readonly written?: string;
}

/** Makes completions of a slot from values. */
export function valueItems(slot: ValueSlot, context: FileCompletionContext): (choice: ValueChoice) => CompletionItem {
  const filterTextOf = filterTextsFor(typedIn(slot, context));
  const { format, gap, typed: span } = slot;
  return ({ label, description, kind, detail, topic, sortText, thenSuggest, names, written = label }) => ({
    label,
    description,
    kind,
    detail,
    topic,
    sortText,
    filterText: filterTextOf(names),
    // Of several names the one that is typed has to come first.
    dependsOnTyped: names.names.length > 1,
    edit: { span, newText: gap + (format === 'yaml' ? yamlScalar(written) : written) },
    snippet: false,
    thenSuggest,
  });
}

/** What is typed in a slot, as far as the cursor. */
export function typedIn(
  slot: KeySlot | ValueSlot | LineSlot,
  { text, offset }: Pick<FileCompletionContext, 'text' | 'offset'>,
): string {
  return text.slice(slot.typed.start, offset);
}

/** Text of several lines, with the line ends of the file: that of the cursor's line, or of the one above. */
export function inLineEnds(lines: string, { text, offset }: FileCompletionContext): string {
  const line = lineAround(text, offset);
  const end = line.end < text.length ? line.end : (lineAbove(text, line.start)?.end ?? line.end);
  return text.startsWith('\r\n', end) ? lines.replace(/\n/g, '\r\n') : lines;
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
