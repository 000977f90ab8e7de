import { BUILT_IN_STATUSES } from '../../model/status';
import { readActionReferences } from '../../parse/action-reference';
import { FIELD_NAMES, readActorNames, readEvidence } from '../../parse/fields';
import { readBlocks } from '../../parse/markdown-blocks';
import { parseMarkdownTree } from '../../parse/markdown-grammar';
import { readLabels } from '../../parse/markdown-labels';
import type { PreparedContext } from '../../parse/prepared-context';
import {
  canonicalTitle,
  type DraftEntry,
  type DraftField,
  type DraftItem,
  hideSignAt,
  KEPT_KEYS,
  labelOf,
  names,
  usualLevels,
} from './draft';
import { nameOfActor } from './names';

/** The body of a Markdown report. Line ends are LF. */
export function writeMarkdownBody(entries: readonly DraftEntry[], context: PreparedContext): string {
  const usual = usualLevels(entries, context.roadmaps);
  const writer = new MarkdownWriter(context);
  return entries.map((entry, index) => writer.entry(entry, usual[index] ?? 2, entries[index + 1])).join('\n');
}

class MarkdownWriter {
  /** The level of the entry before, which a deeper heading would be a part of. */
  private deepest = 6;

  constructor(private readonly context: PreparedContext) {}

  entry(entry: DraftEntry, usual: number, next: DraftEntry | undefined): string {
    const { above, actions, fields, kept, level = usual } = entry;
    const clamped = Math.min(level, this.deepest);
    this.deepest = actions.length > 0 ? clamped : 6;
    const heading = clamped === 0 ? [] : [this.heading(entry, clamped, next)];
    const isBehind = ({ key }: DraftField) => BEHIND_TEXT.has(key);
    const first = fields.filter((field) => !isBehind(field)).flatMap((field) => this.field(field));
    const text = entry.isWhole ? entry.text : this.text(entry.text, actions.length > 0 ? clamped : 0);
    const setOff = first.length > 0 && /^(?:(?:[-*+]|\d{1,9}[.)])[ \t]|[ \t])/.test(text) ? `<!-- -->\n${text}` : text;
    const parts = [
      heading.join('\n'),
      first.join('\n'),
      kept.map((key) => `${KEPT_KEYS}\n${key.replace(/-->/g, '--&gt;')}\n-->`).join('\n\n'),
      setOff,
      ...fields.filter(isBehind).map((field) => this.list(field).join('\n')),
    ];
    const comments = above.map((comment) => `<!-- ${comment.replace(/-->/g, '--&gt;')} -->\n`).join('');
    return `${comments}${parts.filter((part) => part !== '').join('\n\n')}\n`;
  }

  private heading({ title, actions, comment }: DraftEntry, level: number, next: DraftEntry | undefined): string {
    const { roadmaps } = this.context;
    const marks = '#'.repeat(level);
    const remark = comment === undefined ? '' : ` <!-- ${comment} -->`;
    if (title === undefined) {
      return `${marks} ${canonicalTitle(actions, roadmaps)}${remark}`;
    }
    const isGroup = next !== undefined && next.actions.length > 0 && (next.level ?? 6) > level;
    if (actions.length === 0) {
      return `${marks} ${isGroup ? title : this.withoutNumbers(title)}${remark}`.trimEnd();
    }
    if (names(title, actions, this.context)) {
      return `${marks} ${title}${remark}`;
    }
    return `${marks} ${this.withoutNumbers(title)}${remark} <!-- ${labelOf(actions, roadmaps)} -->`;
  }

  /** A title that names actions in Markdown and none in YAML: its numbers, or first letter, are hidden. */
  private withoutNumbers(title: string): string {
    let hidden = title;
    for (let round = 0; round < 20; round++) {
      const [found] = readActionReferences(hidden.replace(/[*_`]/g, ' '), 0, this.context);
      if (!found) {
        return hidden;
      }
      hidden = hideSignAt(hidden, found.span.start);
    }
    return hidden;
  }

  private field({ key, value, comment, above = [] }: DraftField): readonly string[] {
    const label = FIELD_NAMES.find((field) => field.key === key)?.labels[0] ?? key;
    const remark = comment === undefined ? '' : ` <!-- ${comment} -->`;
    const lead = above.map((one) => `<!-- ${one.replace(/-->/g, '--&gt;')} -->`);
    if (typeof value === 'string') {
      const words = key === 'status' ? statusName(value) : value;
      return [...lead, `- **${label}:**${words === '' ? '' : ` ${words}`}${remark}`];
    }
    const words = value.map((item) => (key === 'actors' ? nameOfActor(item.words, this.context.actors) : item.words));
    const line = words.join(key === 'actors' ? ', ' : '; ');
    return this.isReadAsParts(key, line, words)
      ? [...lead, `- **${label}:** ${line}${remark}`.trimEnd()]
      : [...lead, `- **${label}:**${remark}`, ...words.map((one) => `  - ${one}`)];
  }

  /** Whether words in one line are read as the same parts as each by itself. */
  private isReadAsParts(key: string, line: string, words: readonly string[]): boolean {
    const span = (text: string) => ({ start: 0, end: text.length });
    const read = (text: string): readonly string[] =>
      key === 'actors'
        ? readActorNames(text, span(text), this.context.actors).map((name) => name.text)
        : readEvidence(text, span(text)).map((item) => item.text);
    return words.length < 2 || JSON.stringify(read(line)) === JSON.stringify(words.flatMap(read));
  }

  private list({ key, value, comment, above = [] }: DraftField): readonly string[] {
    const label = FIELD_NAMES.find((field) => field.key === key)?.labels[0] ?? key;
    const items = typeof value === 'string' ? [] : value.flatMap((item) => this.item(item, key));
    return [
      ...above.map((one) => `<!-- ${one.replace(/-->/g, '--&gt;')} -->`),
      items.length === 0 ? `**${label}:**` : `**${label}**`,
      ...(comment === undefined ? [] : ['', `<!-- ${comment} -->`]),
      ...(items.length === 0 ? [] : ['']),
      ...items,
    ];
  }

  private item({ words, fields, comment }: DraftItem, key: string): readonly string[] {
    const [first, ...others] = fields;
    const isStatus = key !== 'next' && first?.key === 'status' && typeof first.value === 'string' && first.value !== '';
    const status = isStatus && typeof first.value === 'string' ? `: ${statusName(first.value)}` : '';
    const remarks = [comment, isStatus ? first.comment : undefined].flatMap((one) => one ?? []);
    return [
      `- ${words}${status}${remarks.map((one) => ` <!-- ${one} -->`).join('')}`,
      ...(isStatus ? others : fields).flatMap((field) => this.field(field)).map((line) => `  ${line}`),
    ];
  }

  /**
   * A text that says in Markdown what it says in YAML: no words of it are fields, and no heading opens a section.
   *
   * @param level of the entry that it belongs to; 0 where it belongs to none
   */
  private text(text: string, level: number): string {
    return this.withoutLabels(this.withoutHeadings(text, level));
  }

  private withoutHeadings(text: string, level: number): string {
    const headings = blocksOf(text).filter((block) => block.kind === 'heading');
    const shift = Math.max(0, level + 1 - Math.min(...headings.map((heading) => heading.level), 7));
    let written = text;
    for (const { span, words, level: own } of headings.toReversed()) {
      const title = text.slice(words.span.start, words.span.end).replace(/\s*\n\s*/g, ' ');
      const isPart = level > 0 && level < 6 && readActionReferences(words.text, 0, this.context).length === 0;
      const isSame = isPart && shift === 0;
      const line = isPart ? `${'#'.repeat(Math.min(6, own + shift))} ${title}` : `**${title}**`;
      const end = isPart ? span.end : span.end;
      const isFollowed = !isPart && /^\n(?!\n)/.test(text.slice(end));
      written = isSame
        ? written
        : `${written.slice(0, span.start)}${line}${isFollowed ? '\n' : ''}${written.slice(end)}`;
    }
    return written;
  }

  private withoutLabels(text: string): string {
    let hidden = text;
    for (const { key } of readLabels(blocksOf(text)).values.toSorted((a, b) => b.key.start - a.key.start)) {
      hidden = hideSignAt(hidden, key.start);
    }
    return hidden;
  }
}

const BEHIND_TEXT: ReadonlySet<string> = new Set(['deliverables', 'next', 'follow-up']);

function blocksOf(text: string) {
  return readBlocks(parseMarkdownTree(text), text);
}

/** A built-in status as people write it. */
function statusName(words: string): string {
  return BUILT_IN_STATUSES.find(({ status }) => status === words)?.names[0] ?? words;
}
