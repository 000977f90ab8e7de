import type { RelatedPlace, Severity, TextEdit } from './finding';
import type { ParseProblem } from './report';
import type { Span } from './span';

/** Something wrong with a roadmap, actors or project file; spans count from the file. */
export interface FileProblem extends Omit<ParseProblem, 'code'> {
  /** The rule that reports it. */
  readonly code:
    | 'syntax'
    | 'roadmap-invalid'
    | 'roadmap-duplicate'
    | 'roadmap-date-invalid'
    | 'roadmap-reference-broken';
  /** Only where it differs from that of the rule. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  /** What the replacement is for, where that is not the span. */
  readonly replaced?: Span;
  /** What is put in with the replacement, so that no words are lost. */
  readonly addition?: TextEdit;
}
