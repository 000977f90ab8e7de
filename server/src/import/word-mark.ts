/** What is written into a Word file for each paragraph before it becomes HTML, because HTML would not tell it. */
export interface WordMark {
  /** The number of the paragraph, from 0. */
  readonly paragraph: number;
  /** What numbers or marks the paragraph, where its style or list does. */
  readonly numbering?: WordNumbering;
  /** The level of the heading that it is by itself, from 1, whatever its style is. */
  readonly heading?: number;
}

/** The number or bullet that Word prints in front of a paragraph. */
export interface WordNumbering {
  /** Level of the list, from 0. */
  readonly depth: number;
  /** As it is printed; undefined for a bullet. */
  readonly marker: string | undefined;
}

/** A mark as the name of a bookmark. */
export function writeWordMark({ paragraph, numbering, heading }: WordMark): string {
  const level = heading === undefined ? '' : `h${heading}`;
  return `${PREFIX}${paragraph}${level}${numbering ? ` ${numbering.depth} ${numbering.marker ?? ''}` : ''}`;
}

/** The mark that the name of a bookmark is; undefined where it is none. */
export function readWordMark(name: string | undefined): WordMark | undefined {
  const match = name?.startsWith(PREFIX)
    ? /^(\d+)(?:h(\d))?(?: (\d) ([\s\S]*))?$/.exec(name.slice(PREFIX.length))
    : undefined;
  if (!match) {
    return undefined;
  }
  const [, paragraph, heading, depth, marker] = match;
  return {
    paragraph: Number(paragraph),
    ...(heading === undefined ? {} : { heading: Number(heading) }),
    ...(depth === undefined ? {} : { numbering: { depth: Number(depth), marker: marker || undefined } }),
  };
}

const PREFIX = 'rapporteur-paragraph-';
