import type { RoadmapTitles } from './import-task';
import { type SourceDocument, textOf } from './source-document';

/**
 * The id of the roadmap that a document is on: the one most of whose actions it names by their titles, at least two. Of
 * several that where most titles stand. Undefined where there is none.
 */
export function roadmapOf(document: SourceDocument, roadmaps: readonly RoadmapTitles[] = []): string | undefined {
  const words = folded(textsOf(document).join('\n'));
  let best: { readonly id: string; readonly count: number } | undefined;
  for (const { id, titles } of roadmaps) {
    const count = titles.filter((title) => words.includes(folded(title))).length;
    if (count >= FEWEST && count > titles.length / 2 && count > (best?.count ?? 0)) {
      best = { id, count };
    }
  }
  return best?.id;
}

/** A single title can stand in every document. */
const FEWEST = 2;

function textsOf({ blocks }: SourceDocument): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'table'
      ? [...block.header, ...block.rows].flatMap(({ cells }) => cells.map(textOf))
      : [textOf(block.runs)],
  );
}

/** Words with single spaces around them, so that no title is found within a word; without case and signs. */
function folded(text: string): string {
  return ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;
}
