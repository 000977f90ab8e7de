import type { Section } from './report';
import type { Span } from './span';

/** A guess that a section, or one passage of it, is about an action that it does not name. */
export interface Suggestion {
  readonly section: Section;
  readonly roadmap: string;
  readonly action: string;
  /** From 0 to 1, exclusive: how sure the guess is. Guesses that are not sure enough to be shown are not made. */
  readonly confidence: number;
  /** Whether the section as a whole is about it (`main`, at most one a section), or only the passage at `span`. */
  readonly role: 'main' | 'passage';
  /** The heading, or the passage; relative to the section. */
  readonly span: Span;
}
