import type { SourceBlock, SourceDocument } from './source-document';

/** A document, and what its places count. */
export interface PlacedDocument {
  readonly document: SourceDocument;
  readonly unit: 'line' | 'paragraph';
}

/**
 * A document whose places tell its blocks apart. Programs write HTML with many blocks on a line, or all of them: lines would
 * say nothing then, so that paragraphs and rows of tables are counted instead, as in a Word file.
 *
 * @param document with lines as places
 */
export function withDistinctPlaces(document: SourceDocument): PlacedDocument {
  const { blocks } = document;
  if (new Set(blocks.map(({ place }) => place)).size === blocks.length) {
    return { document, unit: 'line' };
  }
  let count = 0;
  const counted = blocks.map((block): SourceBlock => {
    if (block.kind !== 'table') {
      return { ...block, place: count++ };
    }
    const place = count;
    const [header, rows] = [block.header, block.rows].map((all) => all.map((row) => ({ ...row, place: count++ })));
    return { ...block, place, header: header ?? [], rows: rows ?? [] };
  });
  const problems = document.problems.map((problem) => {
    const next = blocks.findIndex(({ place }) => problem.place !== undefined && place >= problem.place);
    return problem.place === undefined ? problem : { ...problem, place: counted[next]?.place ?? count };
  });
  return { document: { ...document, blocks: counted, problems }, unit: 'paragraph' };
}
