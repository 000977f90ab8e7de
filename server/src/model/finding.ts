import type { Span } from './span';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** What a setting can make of a rule. */
export type SeveritySetting = Severity | 'off';

/** What a rule can be set to. */
export const RULE_SEVERITIES: readonly SeveritySetting[] = ['off', 'hint', 'info', 'warning', 'error'];

/**
 * A diagnostic before it is one: no positions, no protocol. Plain data, so that it can be kept and compared; its fixes
 * are made when they are asked for.
 */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** Offsets into the file, or into a section: whoever hands out findings says which. */
  readonly span: Span;
  /** What is wrong, why, and what to do. */
  readonly message: string;
  readonly related: readonly RelatedPlace[];
}

/** A place that proves a finding, usually a line of the roadmap. */
export interface RelatedPlace {
  readonly uri: string;
  /** Counts from the file named, or from the start of `section`. */
  readonly span: Span;
  /** Index of the section that `span` is relative to, for a place in a section of the finding's own report. */
  readonly section?: number;
  readonly message: string;
}

/** A change that removes its finding, in the text that it was made for. */
export interface Fix {
  readonly title: string;
  /** Leaves no placeholder and asserts no fact: may run without being looked at. */
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** Replaces a span by other text; in the finding's own file. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Findings in the order in which they are shown: place, then code, then message. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
