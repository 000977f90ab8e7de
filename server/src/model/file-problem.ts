import type { RelatedPlace, TextEdit } from './finding';
import type { ParseProblem } from './report';

/** Something wrong with a roadmap, actors or project file; spans count from the file. */
export interface FileProblem extends Omit<ParseProblem, 'code'> {
  /** The rule that reports it. */
  readonly code:
    | 'syntax'
    | 'roadmap-invalid'
    | 'roadmap-duplicate'
    | 'roadmap-date-invalid'
    | 'roadmap-reference-broken';
  readonly related?: readonly RelatedPlace[];
  /** What is put in with the replacement, so that no words are lost. */
  readonly addition?: TextEdit;
}
