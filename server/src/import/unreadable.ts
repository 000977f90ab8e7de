/** A document that cannot be read, or not within bounds: the message is for whoever wants to import it. */
export class UnreadableDocument extends Error {}

/** Bounds for documents that are broken, or made to do harm; those that people write stay far below. */
export const BOUNDS = {
  /** Bytes of a file: text, or a Word file with its pictures. */
  text: 20_000_000,
  word: 50_000_000,
  /** Characters of a document: those that people write have less than a tenth. */
  characters: 5_000_000,
  /** Bytes of all parts of a Word file that are read, once they are unpacked. */
  unpacked: 60_000_000,
  /** Headings of a document. */
  headings: 10_000,
  /** Elements of a Word file's text, without those that only say how it looks. */
  elements: 500_000,
  /** Files within a Word file. */
  parts: 10_000,
  /** Elements of HTML or XML in each other. */
  nesting: 1000,
  /** Tables in each other. */
  tables: 20,
  /** Cells of all tables, those that span several rows and columns counted in each. */
  cells: 500_000,
  /** Blocks of a document. */
  blocks: 500_000,
} as const;
