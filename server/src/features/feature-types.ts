import type { TextEdit } from '../model/finding';
import type { Span } from '../model/span';
import type { CompletionTopic } from './completion-topic';

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
  readonly description?: string | undefined;
  readonly kind: CompletionKind;
  /** One line. */
  readonly detail?: string | undefined;
  /** What its documentation is made of ({@link describeCompletion}) when somebody looks at it: a list can be long. */
  readonly topic?: CompletionTopic | undefined;
  /** Items are ordered by it, as text. */
  readonly sortText: string;
  /** What typed text is compared with. It begins like the text that `edit` replaces. */
  readonly filterText: string;
  /** Whether `filterText`, or that it is offered at all, depends on what is typed so far: with the next letter the list
   * has to be asked for again. */
  readonly dependsOnTyped: boolean;
  /** Replaces what is typed (offsets into the file; on the cursor's line, around the cursor). */
  readonly edit: TextEdit;
  /** Whether `edit.newText` is a snippet (LSP 3.17, snippet syntax). */
  readonly snippet: boolean;
  /** Whether further completions should open at once: behind "status: ". */
  readonly thenSuggest?: boolean | undefined;
}

/** What is shown about the words under the mouse. */
export interface Hover {
  /** Offsets into the file. */
  readonly span: Span;
  readonly markdown: string;
}
