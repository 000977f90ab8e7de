import type { Run, SourceBlock, SourceDocument, SourceRow } from './source-document';

/**
 * A document as the draft of a report in Markdown: a header to fill in, and all of the text with its headings, lists, tables
 * and footnotes. No word is left out or changed.
 *
 * @param roadmap id of the roadmap that it is on; undefined: a placeholder
 */
export function reportDraft({ blocks, footnotes }: SourceDocument, roadmap?: string): string {
  const title = blocks.find(({ kind }) => kind === 'heading');
  const name = title?.kind === 'heading' ? title.runs.map(({ text }) => text).join('') : '[insert title]';
  const scalar =
    roadmap === undefined ? '"[insert roadmap]"' : /^[a-z][\w-]*$/i.test(roadmap) ? roadmap : JSON.stringify(roadmap);
  const header = ['---', `roadmap: ${scalar}`, `title: ${JSON.stringify(name.replace(/\s+/g, ' '))}`, '---'];
  const lines: string[] = [...header, ''];
  /** The depths that the item at hand and those around it have in the document, outermost first. */
  let depths: readonly number[] = [];
  for (const [index, block] of blocks.entries()) {
    depths = block.kind === 'item' ? [...depths.filter((depth) => depth < block.depth), block.depth] : [];
    for (const line of linesOf(block, depths.length - 1)) {
      lines.push(line);
    }
    if (block.kind !== 'item' || blocks[index + 1]?.kind !== 'item') {
      lines.push('');
    }
  }
  for (const [label, runs] of footnotes) {
    lines.push(`[^${label}]: ${inlineOf(runs).replaceAll('\\\n', ' ')}`, '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function linesOf(block: SourceBlock, depth: number): readonly string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(Math.min(6, block.level))} ${headingOf(block.runs)}`];
    case 'paragraph':
      return inlineOf(block.runs).split('\n').map(withoutMeaning);
    case 'item':
      return itemLines(block.marker, inlineOf(block.runs), ' '.repeat(4 * depth));
    default:
      return tableLines(block.header, block.rows);
  }
}

/** A heading is a single line; signs at its end that would close it are text. */
function headingOf(runs: readonly Run[]): string {
  return inlineOf(runs)
    .replaceAll('\\\n', ' ')
    .replace(/(^|\s)(#+\s*)$/, '$1\\$2');
}

/** Numbers that Markdown has are its own; all others stand behind a bullet. */
function itemLines(marker: string | undefined, text: string, indent: string): readonly string[] {
  const isNumber = marker !== undefined && /^\d{1,9}[.)]$/.test(marker);
  const [first = '', ...others] = text.split('\n').map(withoutMeaning);
  const sign = isNumber ? marker : '-';
  const start = isNumber || marker === undefined ? first : `${escaped(marker)} ${first}`;
  return [`${indent}${sign} ${start}`, ...others.map((line) => `${indent}${' '.repeat(sign.length + 1)}${line}`)];
}

function tableLines(header: readonly SourceRow[], rows: readonly SourceRow[]): readonly string[] {
  const [first, ...others] = [...header, ...rows];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cellsOf = ({ cells }: SourceRow) =>
    cells.map((runs) => inlineOf(runs).replaceAll('\\\n', '<br>').replaceAll('|', '\\|'));
  return first
    ? [row(cellsOf(first)), row(first.cells.map(() => '---')), ...others.map((one) => row(cellsOf(one)))]
    : [];
}

function inlineOf(runs: readonly Run[]): string {
  return runs
    .map(({ text, bold, italic, struck, footnote, href }) => {
      if (footnote !== undefined) {
        return `[^${footnote}]`;
      }
      if (href === text && /^https?:\/\/[^\s<>]+$/.test(href)) {
        return `<${href}>`;
      }
      const sign = `${struck ? '~~' : ''}${bold ? '**' : ''}${italic ? '*' : ''}`;
      const words = escaped(text).replaceAll('\n', '\\\n');
      // A sign that touches a blank would be text.
      const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
      const marked = inner === '' ? '' : `${sign}${inner}${[...sign].reverse().join('')}`;
      const linked = href === undefined || /[\s<>()]/.test(href) ? marked : `[${marked}](${href})`;
      return `${before}${linked}${after}`;
    })
    .join('');
}

/** Text without anything that Markdown would take for more. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>~&]/g, '\\$&');
}

/** A line whose beginning means nothing: no heading, item, quotation or rule. */
function withoutMeaning(line: string): string {
  return line.replace(/^(\s*)([-+#=|:])/, '$1\\$2').replace(/^(\s*\d{1,9})([.)])/, '$1\\$2');
}
