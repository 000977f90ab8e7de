import type { Report } from '../model/report';
import { bodyStartOf, frontMatterOf } from '../parse/front-matter';
import { type Block, readBlocks } from '../parse/markdown-blocks';
import { parseMarkdownTree } from '../parse/markdown-grammar';
import type { PreparedContext } from '../parse/prepared-context';
import { parseReport } from '../parse/report';
import { readYaml } from '../parse/yaml-document';
import type { YamlNode } from '../parse/yaml-node';
import type { FormattedRole } from './yaml-shapes';

/**
 * All that a text says, but not where: two texts with the same fingerprint have the same words and comments, the same
 * YAML and the same blocks of Markdown, and as reports give the same readings, in the same sections. The order of keys
 * and fields, white space between words and the dashes and bars of tables do not count.
 *
 * @param text with LF as its only line end
 * @param reading the text as a report, where it was read against this context already
 */
export function fingerprint(text: string, role: FormattedRole, context: PreparedContext, reading?: Report): string {
  const isMarkdown = role === 'markdown-report';
  const isReport = isMarkdown || role === 'yaml-report';
  const frontMatter = isMarkdown ? frontMatterOf(text)?.inside : { start: 0, end: text.length };
  const yaml = frontMatter ? readYaml(text.slice(frontMatter.start, frontMatter.end)) : undefined;
  const parts = [
    ...sortedWords(text),
    yaml ? JSON.stringify([dataOf(yaml.root), yaml.problems.length]) : '',
    ...(isMarkdown ? blockPrints(text.slice(bodyStartOf(text))) : []),
    isReport ? reportPrint(reading ?? parseReport('', text, isMarkdown ? 'markdown' : 'yaml', context)) : '',
  ];
  return parts.join('\n');
}

function sortedWords(text: string): readonly string[] {
  return text
    .split(/[\s|"'*_:,[\]-]+/)
    .filter((word) => word !== '')
    .sort();
}

/** Maps with their keys in order, so that two with the same pairs are the same. */
function dataOf(node: YamlNode | undefined): unknown {
  if (node?.kind === 'scalar') {
    return node.style === 'block' ? [node.text] : node.text;
  }
  if (node?.kind === 'list') {
    return node.items.map(dataOf);
  }
  const pairs = (node?.pairs ?? []).map(({ key, value }) => [key.text, dataOf(value)] as const);
  return { map: pairs.sort(([a], [b]) => (a < b ? -1 : 1)) };
}

/** What each block is, in what, and its characters; of code and what else is not ours every one, of prose the words. */
function blockPrints(source: string): readonly string[] {
  const prints: string[] = [];
  const add = (blocks: readonly Block[], path: string): void => {
    for (const block of blocks) {
      const own = `${path}/${block.kind}`;
      const raw = source.slice(block.span.start, block.span.end);
      if (block.kind === 'list') {
        for (const item of block.items) {
          add(item.blocks, `${own}/${block.items.length}`);
        }
      } else if (block.kind === 'quote' || block.kind === 'footnote') {
        add(block.blocks, own);
      } else if (block.kind === 'table') {
        const rows = [block.header, ...block.rows].map(({ cells }) =>
          cells.map((cell) => cell && squeezed(cell.linked)),
        );
        prints.push(own + JSON.stringify(rows.map((cells) => cells.filter((cell) => cell !== undefined))));
      } else if (block.kind === 'paragraph') {
        // Lines of fields change places; breaks between lines stay.
        prints.push(
          own +
            raw
              .split(/\n/)
              .map((line) => squeezed(line))
              .sort()
              .join('') +
            raw.split(/(?: {2}|\\)\n/).length,
        );
      } else {
        prints.push(own + (block.kind === 'heading' ? squeezed(raw) + block.level : raw));
      }
    }
  };
  add(readBlocks(parseMarkdownTree(source), source), '');
  return prints.sort();
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

function reportPrint({ header, sections, problems, suppressions, text }: Report): string {
  const covered = suppressions.map(({ kind, codes, reason, covers }) => [
    kind,
    codes.map(({ code }) => code),
    reason,
    sortedWords(text.slice(covers.start, covers.end)),
  ]);
  const all = { header, sections: sections.map(({ reading }) => reading), problems, suppressions: sorted(covered) };
  return JSON.stringify(all, withoutPlaces);
}

/** Leaves places out, and puts in order what stands in the order of its places. */
function withoutPlaces(name: string, value: unknown): unknown {
  if (PLACES.has(name) && (typeof value === 'object' || typeof value === 'number')) {
    return undefined;
  }
  if (typeof value === 'string') {
    // An id that gets quotation marks is the same id, and the lines of a paragraph of fields change places.
    const lines = value.split('\n').map((line) => line.replace(/[\s"]+/g, ''));
    return lines.sort().join('');
  }
  if (name === 'mentions' && typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([kind, all]) => [kind, sorted(all as readonly unknown[])]);
  }
  if (Array.isArray(value)) {
    return UNORDERED.has(name) ? sorted(value) : value;
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  // The words of a list are those of its items, with the keys between them.
  const isList = 'value' in value && Array.isArray(value.value);
  const entries = Object.entries(value).filter(([key]) => !isList || key !== 'text');
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const PLACES: ReadonlySet<string> = new Set([
  ...['start', 'end', 'span', 'key', 'whole', 'length', 'table', 'blockEnd', 'covers', 'at', 'url'],
]);

const UNORDERED: ReadonlySet<string> = new Set(['keys', 'passages', 'placeholders', 'problems', 'directives']);

function sorted(values: readonly unknown[]): readonly string[] {
  return values.map((value) => JSON.stringify(value, withoutPlaces)).sort();
}
