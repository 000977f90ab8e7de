import type { Run, SourceDocument } from '../server/src/import/source-document';

/**
 * A document as lines for a test: the place of each block, `#` and its level for a heading, a marker or `-` for an item,
 * `|` for a row (`||` in a header); bold, italic and struck text as Markdown writes it, marks of footnotes as `[^1]`.
 */
export function shown({ blocks, footnotes, problems }: SourceDocument): readonly string[] {
  return [
    ...blocks.flatMap((block) => {
      switch (block.kind) {
        case 'heading':
          return [`${block.place} ${'#'.repeat(block.level)} ${inLine(block.runs)}`];
        case 'paragraph':
          return [`${block.place} ${inLine(block.runs)}`];
        case 'item':
          return [`${block.place} ${'  '.repeat(block.depth)}${block.marker ?? '-'} ${inLine(block.runs)}`];
        default:
          return [
            ...block.header.map(({ place, cells }) => `${place} || ${cells.map(inLine).join(' | ')} ||`),
            ...block.rows.map(({ place, cells }) => `${place} | ${cells.map(inLine).join(' | ')} |`),
          ];
      }
    }),
    ...[...footnotes].map(([label, runs]) => `[^${label}]: ${inLine(runs)}`),
    ...problems.map(({ place, message }) => `! ${place ?? ''} ${message}`),
  ];
}

/** The same without places. */
export function withoutPlaces(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.replace(/^\d+ /, ''));
}

function inLine(runs: readonly Run[]): string {
  return runs
    .map(({ text, bold, italic, struck, footnote, href }) => {
      const marks = `${bold ? '**' : ''}${italic ? '_' : ''}${struck ? '~~' : ''}`;
      const marked = `${marks}${text}${[...marks].reverse().join('')}`;
      return footnote === undefined ? (href === undefined ? marked : `[${marked}](${href})`) : `[^${footnote}]`;
    })
    .join('')
    .replaceAll('\n', '⏎');
}
