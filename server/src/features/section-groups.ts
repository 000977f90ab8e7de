import type { Heading, Report } from '../model/report';

/**
 * How high a section's heading stands: 1 is the highest, titles pasted from Word are below all headings. Undefined where
 * a section stands below no other: items of a YAML report, and what has no heading.
 */
export function rankOf(heading: Heading | undefined): number | undefined {
  if (!heading || heading.kind === 'item') {
    return undefined;
  }
  return heading.kind === 'pasted' ? RANK_OF_PASTED : heading.level;
}

const RANK_OF_PASTED = 7;

/** For each section the offset where it ends together with the sections below its heading. */
export function groupEnds({ sections }: Pick<Report, 'sections'>): readonly number[] {
  const ends = sections.map(({ end }) => end);
  const open: { readonly rank: number; readonly index: number }[] = [];
  const close = (end: number) => {
    const { index } = open.pop() ?? {};
    if (index !== undefined) {
      ends[index] = end;
    }
  };
  for (const [index, { heading, start }] of sections.entries()) {
    const rank = rankOf(heading);
    while (open.length > 0 && (rank === undefined || (open[open.length - 1]?.rank ?? 0) >= rank)) {
      close(start);
    }
    if (rank !== undefined) {
      open.push({ rank, index });
    }
  }
  const end = sections[sections.length - 1]?.end ?? 0;
  while (open.length > 0) {
    close(end);
  }
  return ends;
}
