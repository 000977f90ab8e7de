/**
 * A document as it is read for import, whatever file it came from: Markdown, plain text, Word or HTML. Readers make it
 * (one for each format); what finds actions, actors and deadlines in it knows no format.
 */
export interface SourceDocument {
  readonly blocks: readonly SourceBlock[];
  /** Text of each footnote, by the label that `Run.footnote` has. */
  readonly footnotes: ReadonlyMap<string, readonly Run[]>;
  /** What could not be read, for the import report; in order. */
  readonly problems: readonly SourceProblem[];
}

/** A part of the document that could not be read, and why: a sentence. */
export interface SourceProblem {
  /** Undefined where it concerns the whole document. */
  readonly place: number | undefined;
  readonly message: string;
}

/** A block of a document. Blocks are in the order of the document and not nested. */
export type SourceBlock = HeadingBlock | ParagraphBlock | ItemBlock | TableBlock;

/** A heading that the format marks as one. */
export interface HeadingBlock extends Placed {
  readonly kind: 'heading';
  /** 1 for the highest. */
  readonly level: number;
  readonly runs: readonly Run[];
}

/** A paragraph outside lists and tables; in plain text and badly styled Word files it may be a heading in fact. */
export interface ParagraphBlock extends Placed {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
}

/** An item of a list, without the items below it: those are blocks of their own, one deeper. */
export interface ItemBlock extends Placed {
  readonly kind: 'item';
  /** 0 for the outermost list. */
  readonly depth: number;
  /** As it is printed: "1.", "(a)", "III."; undefined for a bullet. */
  readonly marker: string | undefined;
  readonly runs: readonly Run[];
}

/** A table. Cells that span are repeated in each row and column they span; rows all have the same number of cells. */
export interface TableBlock extends Placed {
  readonly kind: 'table';
  /** Rows that are marked as header; the first row is none where the format does not say so. */
  readonly header: readonly SourceRow[];
  readonly rows: readonly SourceRow[];
}

/** A row of a table. */
export interface SourceRow extends Placed {
  /** The paragraphs of a cell are joined by a run of "\n". */
  readonly cells: readonly (readonly Run[])[];
}

/** Where something stands in its source. */
export interface Placed {
  /**
   * Counts from 0: the line where it begins in a text or HTML file; the number of its paragraph in a Word file, which has no
   * lines, and in HTML with several blocks on a line. No two blocks have the same.
   */
  readonly place: number;
}

/** A stretch of text of one look. Line breaks within a paragraph are spaces, hard ones "\n". Text is never normalised else. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** Struck out: it counted once and does no longer. */
  readonly struck?: true;
  /** Label of the footnote whose mark this is; `text` is empty then. */
  readonly footnote?: string;
  /** Target of a link. */
  readonly href?: string;
}

/** The text of runs, without what is struck out. */
export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.struck ? '' : run.text)).join('');
}
