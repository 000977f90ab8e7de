import type { Span } from './span';

/** Kinds of documents that a report cites. */
export type CitationKind = 'com' | 'join' | 'swd' | 'council' | 'pe-cons' | 'oj' | 'act' | 'celex' | 'eli';

/** A document that a text cites. */
export interface Citation {
  readonly kind: CitationKind;
  /** The words that cite it, as they stand. */
  readonly text: string;
  /** Its normal form: `COM(2023) 641 final`, `ST 16376/3/23 REV 3`, `Regulation (EU) 2023/1322`. */
  readonly id: string;
  /** Where it can be read, or null where the number does not tell. */
  readonly url: string | null;
  readonly span: Span;
}
