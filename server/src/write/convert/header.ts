import type { Report } from '../../model/report';
import { byteOrderMark, frontMatterOf } from '../../parse/front-matter';
import { HEADER_KEYS } from '../../parse/header';
import { splitEntries } from '../../parse/yaml-entries';
import { FOREIGN } from './draft';

/**
 * The keys of a report as lines of YAML, as they stand there. Those that are none of ours become comments that start with
 * `#|`: pandoc's have no place in a YAML report. What is such a comment becomes a key again.
 *
 * @param report with LF as its only line end
 */
export function swappedHeader(report: Report): string {
  const foreign = report.header.keys.filter(({ name }) => !HEADER_KEYS.includes(name) && name !== 'entries');
  const inFrontMatter = report.format === 'markdown' ? report.header.keys.filter(({ name }) => name === 'entries') : [];
  const starts = report.header.keys.map(({ span }) => span.start).sort((a, b) => a - b);
  const spans = [...foreign, ...inFrontMatter].map(({ span }) => {
    const next = starts.find((start) => start > span.start);
    return { start: span.start, end: next === undefined ? report.text.length : next };
  });
  return stretchesOf(report)
    .map(({ start, end }) => {
      let at = start;
      const lines = report.text
        .slice(start, end)
        .split('\n')
        .map((line) => {
          const from = at;
          at += line.length + 1;
          const isForeign = spans.some((span) => span.start < from + Math.max(1, line.length) && from < span.end);
          const isOpen = line.startsWith(FOREIGN);
          return isOpen
            ? line.slice(FOREIGN.length).replace(/^ /, '')
            : isForeign && line !== '' && !line.startsWith('#')
              ? `${FOREIGN} ${line}`
              : line;
        });
      return lines.join('\n');
    })
    .join('')
    .replace(/^---[ \t]*(?:#.*)?\n/, '')
    .replace(/\n*(?:---|\.\.\.)?\s*$/, '\n')
    .replace(/^\n+/, '');
}

function stretchesOf(report: Report): readonly { readonly start: number; readonly end: number }[] {
  const { text } = report;
  const start = byteOrderMark(text);
  if (report.format === 'markdown') {
    const inside = frontMatterOf(text)?.inside;
    return inside ? [inside] : [];
  }
  const stretches = splitEntries(text)?.header;
  if (stretches) {
    return stretches.map((stretch) => ({ start: Math.max(start, stretch.start), end: stretch.end }));
  }
  const entries = /^entries\s*:.*(?:\n|$)/m.exec(text);
  return entries
    ? [
        { start, end: entries.index },
        { start: entries.index + entries[0].length, end: text.length },
      ]
    : [{ start, end: text.length }];
}
