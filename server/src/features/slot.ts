import type { DefinitionRole } from '../model/file-role';
import type { Span } from '../model/span';
import { lineAround } from '../model/text-lines';

/** The maps whose keys are known. */
export type KeyPlace = ReportPlace | DefinitionPlace;

/** Those of a YAML report, and of front matter. */
export type ReportPlace = (typeof REPORT_PLACES)[number];

/** One of a file that reports are read against: the file's role, and the keys that the map stands below. */
export type DefinitionPlace = `${DefinitionRole}:${string}`;

const REPORT_PLACES = ['header', 'scope', 'except', 'entry', 'deliverable', 'next', 'follow-up'] as const;

/** The map below a path of keys of a roadmap, actors or project file. */
export function definitionPlace(role: DefinitionRole, path: readonly string[]): DefinitionPlace {
  return `${role}:${path.join('.')}`;
}

/** The file and the path of keys of such a map; undefined for a map of a report. */
export function definitionOf(
  place: string,
): { readonly role: DefinitionRole; readonly path: readonly string[] } | undefined {
  const match = /^(roadmap|actors|project):(.*)$/.exec(place);
  return match ? { role: match[1] as DefinitionRole, path: (match[2] ?? '').split('.').filter(Boolean) } : undefined;
}

/** Whether a word is the name of a map whose keys are known. */
export function isKeyPlace(name: string): name is KeyPlace {
  return isReportPlace(name) || definitionOf(name) !== undefined;
}

/** Whether a word is the name of a map of a YAML report. */
export function isReportPlace(name: string): name is ReportPlace {
  return REPORT_PLACES.some((place) => place === name);
}

/**
 * What a value stands for. `heading` is a Markdown heading, `mention` a number behind "Action" in prose, `subject` an
 * actor at the start of a sentence. In roadmaps `new-id` is the next number, `deadline` EDTF that keeps its words beside it, `related` an item of another
 * roadmap, and
 * `choice` one of the few words that the schema knows.
 */
export type ValueKind =
  | 'roadmap'
  | 'kind'
  | 'report-path'
  | 'section'
  | 'action'
  | 'heading'
  | 'mention'
  | 'deliverable'
  | 'actor'
  | 'subject'
  | 'area'
  | 'status'
  | 'due'
  | 'revised'
  | 'completed'
  | 'next-due'
  | 'day'
  | 'new-id'
  | 'deadline'
  | 'period'
  | 'interval'
  | 'related'
  | 'choice';

/** A key of a map in YAML. */
export interface KeySlot {
  readonly kind: 'key';
  readonly place: KeyPlace;
  /** The key as far as it is typed, with what is behind the cursor; a colon is not part of it. */
  readonly typed: Span;
  /** What is missing before it: the dash of its item, a space behind the dash, indentation. */
  readonly gap: string;
  readonly hasColon: boolean;
  /** The other keys of the map. */
  readonly present: readonly string[];
  /** The column that the key stands in, or will. */
  readonly column: number;
  /** Column of the dash, where the key opens an item of a list, or will. */
  readonly dash: number | undefined;
  /** The same key as one more of the item above, where the cursor stands in the column of its dash, as after Enter. */
  readonly inItemAbove?: KeySlot | undefined;
}

/** A value. */
export interface ValueSlot {
  readonly kind: 'value';
  readonly value: ValueKind;
  /** In YAML, the keys that it stands below, its own the last. */
  readonly path?: readonly string[];
  readonly format: 'markdown' | 'yaml';
  /** The value as far as it is typed, with what is behind the cursor; quotation marks are part of it. */
  readonly typed: Span;
  /** What is missing before it: a space behind a colon or comma. */
  readonly gap: '' | ' ';
  /** The other values of its list. */
  readonly listed: readonly string[];
}

/** The start of a line or list item in prose: the label of a field, or a whole entry; a piece of a section of the kind. */
export interface LineSlot {
  readonly kind: 'line';
  readonly typed: Span;
  /** What the labels are of: an entry, or the deliverable or next step whose item the line belongs to. */
  readonly place: 'entry' | 'deliverable' | 'next';
  /** Whether the marker of a list item stands before it. */
  readonly inItem: boolean;
}

/** What could be written at a cursor, told from the lines around it: the draft is half-typed there. */
export type Slot = KeySlot | ValueSlot | LineSlot;

/** The start of a line or item whose words are in a span; undefined where words stand behind the cursor, or many before. */
export function lineSlot(
  text: string,
  offset: number,
  { start, end }: Span,
  place: LineSlot['place'],
  inItem: boolean,
): LineSlot | undefined {
  const isAlone = text.slice(offset, end).trim() === '';
  return isAlone && offset - start <= LONGEST_TITLE
    ? { kind: 'line', typed: { start, end: offset }, place, inItem }
    : undefined;
}

/** What is typed can be the title of an action at most. */
const LONGEST_TITLE = 200;

/** The line above one that starts at an offset; undefined above the first. */
export function lineAbove(text: string, start: number): Span | undefined {
  if (start <= 0) {
    return undefined;
  }
  const end = text[start - 1] === '\n' && text[start - 2] === '\r' ? start - 2 : start - 1;
  return { start: lineAround(text, end).start, end };
}

/** The line below one that ends at an offset; undefined below the last. */
export function lineBelow(text: string, end: number): Span | undefined {
  if (end >= text.length) {
    return undefined;
  }
  const start = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  return { start, end: lineAround(text, start).end };
}

/**
 * The item of a list around the cursor: what stands between the separators next to it, without outer spaces; and the
 * other items. `within` is the whole list.
 */
export function itemAround(
  text: string,
  within: Span,
  offset: number,
  separator: RegExp,
): { readonly typed: Span; readonly listed: readonly string[] } {
  const parts: Span[] = [];
  let start = within.start;
  for (const match of text.slice(within.start, within.end).matchAll(separator)) {
    parts.push({ start, end: within.start + match.index });
    start = within.start + match.index + match[0].length;
  }
  parts.push({ start, end: within.end });
  const around = parts.findLast((part) => part.start <= offset) ?? within;
  const others = parts.filter((part) => part !== around).map((part) => text.slice(part.start, part.end).trim());
  return { typed: trimmed(text, around, offset), listed: others.filter((other) => other !== '') };
}

/** A span without the white space at its ends, but with the cursor in it. */
export function trimmed(text: string, span: Span, offset: number): Span {
  let { start, end } = span;
  while (start < Math.min(end, offset) && /\s/.test(text[start] ?? '')) {
    start++;
  }
  while (end > Math.max(start, offset) && /\s/.test(text[end - 1] ?? '')) {
    end--;
  }
  return { start, end: Math.max(end, Math.min(offset, span.end)) };
}

/** The space that a value lacks which starts right behind a colon, comma, dash, bar or mark of emphasis. */
export function gapBefore(text: string, start: number): '' | ' ' {
  return /[:,;|*_-]/.test(text[start - 1] ?? '') ? ' ' : '';
}
