import type { Report, Section } from './report';

/**
 * The section that an offset (UTF-16, into the file) is in; its end counts as in it where no other section starts
 * there, for a cursor stands there while the section is typed. Takes time in proportion to the logarithm of the number
 * of sections.
 */
export function sectionAt({ sections }: Pick<Report, 'sections'>, offset: number): Section | undefined {
  const section = sections[lastSectionFrom(sections, offset)];
  return section && offset <= section.end ? section : undefined;
}

/** Index of the last section that starts at an offset or before it; -1 before the first one. */
export function lastSectionFrom(sections: readonly Section[], offset: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.start ?? 0) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
