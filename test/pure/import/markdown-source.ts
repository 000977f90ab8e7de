import type { Run, SourceBlock, SourceDocument, SourceRow } from '../../../server/src/import/source-document';

/** A small Markdown reader for tests of the recognition: headings, paragraphs, items, tables, emphasis, footnotes. */
export function markdownSource(text: string): SourceDocument {
  const blocks: SourceBlock[] = [];
  const footnotes = new Map<string, readonly Run[]>();
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^> ?/, ''));
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const heading = /^(#{1,6})\s+(.*)$/.exec(line);
    const item = /^(\s*)([-*+•]|\d+[.)]|\(?[a-z]\)|[ivx]+\.)\s+(.*)$/.exec(line);
    const note = /^\[\^(\w+)\]:\s*(.*)$/.exec(line);
    if (line.trim() === '') {
      at++;
    } else if (note) {
      footnotes.set(note[1] ?? '', runsOf(note[2] ?? ''));
      at++;
    } else if (heading) {
      blocks.push({ kind: 'heading', level: heading[1]?.length ?? 1, place: at, runs: runsOf(heading[2] ?? '') });
      at++;
    } else if (/^\s*\|/.test(line) && /^\s*\|?[\s:|-]+\|[\s:|-]*$/.test(lines[at + 1] ?? '')) {
      const start = at;
      const header = [rowOf(line, at)];
      const rows: SourceRow[] = [];
      for (at += 2; /^\s*\|/.test(lines[at] ?? ''); at++) {
        rows.push(rowOf(lines[at] ?? '', at));
      }
      blocks.push({ kind: 'table', place: start, header, rows });
    } else if (item) {
      const start = at;
      const body = [item[3] ?? ''];
      for (at++; isContinuation(lines[at]); at++) {
        body.push((lines[at] ?? '').trim());
      }
      const marker = /\w/.test(item[2] ?? '') ? item[2] : undefined;
      const depth = Math.floor((item[1]?.length ?? 0) / 2);
      blocks.push({ kind: 'item', place: start, depth, marker, runs: runsOf(body.join(' ')) });
    } else {
      const start = at;
      const body: string[] = [];
      for (; isContinuation(lines[at]); at++) {
        const one = lines[at] ?? '';
        body.push(/ {2}$/.test(one) ? `${one.trim()}\n` : `${one.trim()} `);
      }
      if (at === start) {
        body.push(line);
        at++;
      }
      blocks.push({ kind: 'paragraph', place: start, runs: runsOf(body.join('').trim()) });
    }
  }
  return { blocks, footnotes, problems: [] };
}

function isContinuation(line: string | undefined): boolean {
  return line !== undefined && line.trim() !== '' && !/^(#{1,6}\s|\s*([-*+•]|\d+[.)])\s|\s*\||\[\^\w+\]:)/.test(line);
}

function rowOf(line: string, place: number): SourceRow {
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return { place, cells: cells.map((cell) => runsOf(cell.trim())) };
}

function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  const look = { bold: false, italic: false, struck: false };
  const marks = /\*\*|__|\*|~~|<\/?(?:s|del|strike|b|strong|i|em|u)>|<br\s*\/?>|\[\^(\w+)\]|\[([^\]]*)\]\(([^)]*)\)/g;
  const push = (words: string, more: Partial<Run> = {}) => {
    if (words !== '' || more.footnote !== undefined) {
      runs.push({
        text: words,
        ...(look.bold ? { bold: true } : {}),
        ...(look.italic ? { italic: true } : {}),
        ...(look.struck ? { struck: true } : {}),
        ...more,
      });
    }
  };
  let last = 0;
  for (const mark of text.matchAll(marks)) {
    push(text.slice(last, mark.index));
    last = mark.index + mark[0].length;
    const sign = mark[0];
    if (mark[1] !== undefined) {
      push('', { footnote: mark[1] });
    } else if (mark[2] !== undefined) {
      push(mark[2], { href: mark[3] ?? '' });
    } else if (/^<br/.test(sign)) {
      push('\n');
    } else if (sign === '**' || sign === '__' || /^<\/?(?:b|strong)>$/.test(sign)) {
      look.bold = !look.bold;
    } else if (sign === '*' || /^<\/?(?:i|em)>$/.test(sign)) {
      look.italic = !look.italic;
    } else if (sign !== '<u>' && sign !== '</u>') {
      look.struck = !look.struck;
    }
  }
  push(text.slice(last));
  return runs;
}
