import type { TextEdit } from '../model/finding';
import type { Span } from '../model/span';

/** What a completion puts in; the protocol layer turns it into an icon. */
export type CompletionKind =
  | 'key'
  | 'action'
  | 'deliverable'
  | 'actor'
  | 'status'
  | 'roadmap'
  | 'date'
  | 'entry'
  | 'value';

/** One thing that could stand at the cursor. */
export interface CompletionItem {
  readonly label: string;
  /** Shown behind the label, dimmed: a title behind a number. */
  readonly description?: string;
  readonly kind: CompletionKind;
  /** One line. */
  readonly detail?: string;
  /** Markdown; made when somebody looks at the item, for a list can be long. */
  readonly documentation?: () => string;
  /** Items are ordered by it, as text. */
  readonly sortText: string;
  /** What typed text is compared with; absent: the label. It begins like the text that `edit` replaces. */
  readonly filterText?: string;
  /** Replaces what is typed (offsets into the file; on the cursor's line, around the cursor). */
  readonly edit: TextEdit;
  /** Whether `edit.newText` is a snippet (LSP 3.17, snippet syntax). */
  readonly snippet: boolean;
  /** Whether further completions should open at once: behind "status: ". */
  readonly thenSuggest?: boolean;
}

/** What is shown about the words under the mouse. */
export interface Hover {
  /** Offsets into the file. */
  readonly span: Span;
  readonly markdown: string;
}
