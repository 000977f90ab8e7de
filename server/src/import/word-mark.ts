/** What is written into a Word file for each paragraph before it becomes HTML, because HTML would not tell it. */
export interface WordMark {
  /** The number of the paragraph, from 0. */
  readonly paragraph: number;
  /** What numbers or marks the paragraph, where its style or list does. */
  readonly numbering?: WordNumbering;
}

/** The number or bullet that Word prints in front of a paragraph. */
export interface WordNumbering {
  /** Level of the list, from 0. */
  readonly depth: number;
  /** As it is printed; undefined for a bullet. */
  readonly marker: string | undefined;
}

/** A mark as the name of a bookmark. */
export function writeWordMark({ paragraph, numbering }: WordMark): string {
  return `${PREFIX}${paragraph}${numbering ? ` ${numbering.depth} ${numbering.marker ?? ''}` : ''}`;
}

/** The mark that the name of a bookmark is; undefined where it is none. */
export function readWordMark(name: string | undefined): WordMark | undefined {
  const match = name?.startsWith(PREFIX) ? /^(\d+)(?: (\d) ([\s\S]*))?$/.exec(name.slice(PREFIX.length)) : undefined;
  if (!match) {
    return undefined;
  }
  const [, paragraph, depth, marker] = match;
  return {
    paragraph: Number(paragraph),
    ...(depth === undefined ? {} : { numbering: { depth: Number(depth), marker: marker || undefined } }),
  };
}

const PREFIX = 'rapporteur-paragraph-';
