import type { Section } from '../../model/report';
import type { Span } from '../../model/span';
import { startOfLine } from '../../model/text-lines';
import { singleSpaced } from '../../parse/fields';
import { type CommentLine, hashComments } from '../../parse/yaml-comments';
import { readYaml } from '../../parse/yaml-document';
import { splitEntries, type YamlItemPart } from '../../parse/yaml-entries';
import { ENTRY_KEYS } from '../../parse/yaml-entry-keys';
import { noAnchors, pairOf, type YamlMap, type YamlNode, type YamlPair, type YamlScalar } from '../../parse/yaml-node';
import {
  type ConvertSource,
  type DraftEntry,
  type DraftField,
  type DraftItem,
  officialTitle,
  WHOLE_SECTION,
} from './draft';

/** What of a YAML entry is kept as it stands: everything, or the values of some keys. */
export type KeptKeys = 'all' | ReadonlySet<string>;

/**
 * The entries of a YAML report whose entries have dashes; undefined for one whose entries have none.
 *
 * @param kept what is kept as it stands, by the index of the entry
 */
export function readYamlEntries(
  source: ConvertSource,
  kept: ReadonlyMap<number, KeptKeys>,
): readonly DraftEntry[] | undefined {
  const { sections, text } = source.report;
  const parts = splitEntries(text);
  if (!parts) {
    return sections.length === 0 && /^entries\s*:\s*(?:\[\s*\])?\s*(?:#.*)?$/m.test(text) ? [] : undefined;
  }
  if (parts.items.length !== sections.length) {
    return undefined;
  }
  const anchors = noAnchors();
  readYaml(text.slice(0, parts.key.start), 0, anchors);
  const first = parts.items[0]?.start ?? parts.entries.end;
  let above: readonly string[] = hashComments(text, { start: parts.key.end, end: first }).map((comment) =>
    wordsOf(comment, text),
  );
  return parts.items.map((part, index) => {
    const section = sections[index];
    const item = new ItemReader(part, text, source, kept.get(index) ?? new Set());
    const { root } = readYaml(text.slice(part.start, part.end), part.start, anchors, part.indent);
    const node = root?.kind === 'list' ? root.items[0] : root;
    const entry = item.read(node?.kind === 'map' ? node : undefined, section, index);
    const isLast = index === parts.items.length - 1;
    const placed = { ...entry, above };
    above = item.trailing.map((comment) => wordsOf(comment, text));
    const closing = above.map((comment) => `<!-- ${comment} -->`).join('\n');
    return isLast && closing !== ''
      ? { ...placed, text: `${entry.text}${entry.text === '' ? '' : '\n\n'}${closing}` }
      : placed;
  });
}

/** Keys whose values stand elsewhere than among the fields. */
const NO_FIELDS: ReadonlySet<string> = new Set(['section', 'action', 'text']);

class ItemReader {
  /** Comments behind all keys, which belong to what follows. */
  trailing: readonly CommentLine[] = [];
  private comments: readonly CommentLine[];
  /** Where values stand that are kept, comments included. */
  private readonly keptSpans: Span[] = [];
  /** Those that stand somewhere in the draft. */
  private readonly placed = new Set<CommentLine>();

  constructor(
    private readonly part: YamlItemPart,
    private readonly source: string,
    private readonly report: ConvertSource,
    private readonly keep: KeptKeys,
  ) {
    this.comments = hashComments(source, { start: part.start - part.indent, end: part.end });
  }

  read(map: YamlMap | undefined, section: Section | undefined, index: number): DraftEntry {
    const { roadmaps } = this.report.context;
    const pairs = map?.pairs ?? [];
    const quoted = pairs.flatMap(({ value }) => (value ? quotedSpans(value) : []));
    this.comments = this.comments.flatMap((comment) => outsideOf(quoted, comment, this.source));
    const actions = section?.actions ?? [];
    const lastEnd = Math.max(this.part.start, ...pairs.map((pair) => Math.max(pair.valueSpan.end, pair.key.span.end)));
    this.trailing = this.comments.filter(({ span }) => span.start > this.lineEnd(lastEnd));
    const fields: DraftField[] = [];
    const kept: string[] = [];
    let text = '';
    for (const [at, pair] of pairs.entries()) {
      const key = pair.key.text;
      const isKept = (this.keep === 'all' || this.keep.has(key)) && key !== 'section' && key !== 'action';
      const known: readonly string[] = ENTRY_KEYS.entry;
      const isFirst = pairs.findIndex((other) => other.key.text === key) === at;
      const field = isKept || !known.includes(key) || !isFirst ? undefined : this.field(pair, at === 0);
      if (field && !NO_FIELDS.has(key)) {
        fields.push(field);
      } else if (key === 'text' && field) {
        const comments = [...(field.above ?? []), ...(field.comment === undefined ? [] : [field.comment])];
        const lead = comments.map((comment) => `<!-- ${comment} -->\n`).join('');
        text = lead + (pair.value?.kind === 'scalar' ? textOf(pair.value) : '');
      } else if (!field && (isKept || !NO_FIELDS.has(key) || key === 'text')) {
        kept.push(this.sourceOf(pair));
      }
    }
    const remark = this.remark(pairs);
    const titled = map && pairOf(map, 'section');
    const written = titled?.value?.kind === 'scalar' ? singleSpaced(titled.value.text) : '';
    const heading = section?.heading?.text ?? '';
    const [only, more] = actions;
    const ids = actions.flatMap(({ action, roadmap }) => [action, `${roadmap}:${action}`, `${action} (${roadmap})`]);
    const isNumber = only !== undefined && (more !== undefined || ids.includes(heading));
    const loose = this.comments.filter((comment) => !this.placed.has(comment) && !this.trailing.includes(comment));
    const rest = loose.filter(
      ({ span }) => !this.keptSpans.some(({ start, end }) => start <= span.start && span.end <= end),
    );
    kept.push(...rest.map((comment) => `# ${wordsOf(comment, this.source)}`));
    const { level, words } = levelIn(remark ?? '');
    const official = actions.length === 1 && actions[0] ? officialTitle(actions[0], roadmaps) : undefined;
    const comment = words === '' || (words === official && !titled) ? undefined : words;
    const isWhole = text === WHOLE_SECTION || text.startsWith(`${WHOLE_SECTION}\n`);
    const title = titled ? written : isNumber ? undefined : heading;
    return {
      above: [],
      title,
      actions,
      level: level ?? (title === '' && index === 0 ? 0 : undefined),
      comment,
      fields,
      text: isWhole ? text.slice(WHOLE_SECTION.length + 1) : text,
      kept,
      isWhole,
    };
  }

  /** The remarks on the title: in the first line, or in that of the key below it. */
  private remark(pairs: readonly YamlPair[]): string | undefined {
    const first = pairs.filter(({ key }) => key.text === 'section' || key.text === 'action');
    const found = first.flatMap((pair) => this.remarkOn(pair.key.span.start) ?? []);
    return found.length > 0 ? found.join('; ') : undefined;
  }

  /** The words of the comment in the line of an offset. */
  private remarkOn(at: number): string | undefined {
    const comment = this.comments.find(({ span }) => span.start > at && span.start <= this.lineEnd(at));
    return comment && this.place(comment);
  }

  private place(comment: CommentLine): string {
    this.placed.add(comment);
    return wordsOf(comment, this.source);
  }

  /** A key with a value that both formats can have; undefined for any other. */
  private field(pair: YamlPair, isFirst: boolean): DraftField | undefined {
    const key = pair.key.text;
    const value = this.value(pair, key);
    return value === undefined
      ? undefined
      : {
          key,
          value,
          comment: this.remarkOn(pair.key.span.start),
          above: isFirst ? [] : this.commentsAbove(pair.key.span.start),
        };
  }

  private value({ value }: YamlPair, key: string): string | readonly DraftItem[] | undefined {
    if (LISTS.has(key)) {
      const nodes = value === undefined ? [] : value.kind === 'list' ? value.items : [value];
      const items = nodes.map((node) => this.item(node, key));
      return items.some((item) => item === undefined) ? undefined : items.flatMap((item) => item ?? []);
    }
    return value === undefined ? '' : value.kind === 'scalar' ? singleSpaced(value.text) : undefined;
  }

  private item(node: YamlNode, key: string): DraftItem | undefined {
    const isOnOwnLine = /^\s*(?:-\s+)+$/.test(this.source.slice(this.lineStart(node.span.start), node.span.start));
    const above = isOnOwnLine ? this.commentsAbove(node.span.start) : [];
    const remark = this.remarkOn(node.span.start);
    const comment = [...above, ...(remark === undefined ? [] : [remark])].join('; ') || undefined;
    if (above.some((one) => one.startsWith('rapporteur-'))) {
      return undefined;
    }
    if (node.kind === 'scalar') {
      const isLine = key === 'deliverables' || key === 'follow-up';
      return { words: singleSpaced(node.text), fields: [], comment, ...(isLine ? { isLine } : {}) };
    }
    const own = key === 'deliverables' ? 'deliverable' : 'text';
    const known: readonly string[] =
      key === 'deliverables'
        ? ENTRY_KEYS.deliverable
        : key === 'next'
          ? ENTRY_KEYS.next
          : key === 'follow-up'
            ? ENTRY_KEYS['follow-up']
            : [];
    if (node.kind !== 'map' || node.pairs.some(({ key: { text } }) => !known.includes(text))) {
      return undefined;
    }
    const words = pairOf(node, own)?.value;
    if (words?.kind !== 'scalar') {
      return undefined;
    }
    const fields = node.pairs.filter(({ key: { text } }) => text !== own).map((pair) => this.field(pair, false));
    return fields.some((field) => field === undefined)
      ? undefined
      : { words: singleSpaced(words.text), fields: fields.flatMap((field) => field ?? []), comment };
  }

  /** Comments in lines of their own directly above an offset's line. */
  private commentsAbove(at: number): readonly string[] {
    const found: string[] = [];
    let start = this.lineStart(at);
    for (let comment = this.ownLine(start); comment; comment = this.ownLine(start)) {
      found.unshift(this.place(comment));
      start = this.lineStart(comment.span.start);
    }
    return found;
  }

  /** The comment that the line before this one is. */
  private ownLine(lineStart: number): CommentLine | undefined {
    const before = this.lineStart(lineStart - 1);
    return this.comments.find(
      ({ span }) =>
        span.start >= before && span.start < lineStart && this.source.slice(before, span.start).trim() === '',
    );
  }

  /** The lines of a pair, as they would stand in an entry without indentation. */
  private sourceOf(pair: YamlPair): string {
    const { start } = pair.key.span;
    const column = start - this.lineStart(start);
    const end = this.lineEnd(Math.max(start, pair.valueSpan.end));
    this.keptSpans.push({ start, end });
    const lines = this.source.slice(start, end).trimEnd().split('\n');
    return lines
      .map((line, at) => (at === 0 ? line : line.slice(Math.min(column, line.length - line.trimStart().length))))
      .join('\n');
  }

  private lineStart(at: number): number {
    return startOfLine(this.source, at);
  }

  private lineEnd(at: number): number {
    const end = this.source.indexOf('\n', at);
    return end < 0 ? this.source.length : end;
  }
}

const LISTS: ReadonlySet<string> = new Set(['actors', 'evidence', 'deliverables', 'next', 'follow-up']);

/** The marks of a heading that a remark on an entry starts with, and what stands behind them. */
function levelIn(remark: string): { readonly level: number | undefined; readonly words: string } {
  const marks = /^(#{1,6})(?:\s+|$)/.exec(remark);
  return { level: marks?.[1]?.length, words: remark.slice(marks?.[0].length ?? 0) };
}

function wordsOf({ span }: { readonly span: Span }, text: string): string {
  return text.slice(span.start + 1, span.end).trim();
}

/** Markdown without blank lines at either end. */
function textOf({ text }: YamlScalar): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

/** Where the quoted texts of a node stand. */
function quotedSpans(node: YamlNode): readonly Span[] {
  switch (node.kind) {
    case 'scalar':
      return node.style === 'quoted' ? [node.span] : [];
    case 'list':
      return node.items.flatMap(quotedSpans);
    case 'map':
      return node.pairs.flatMap(({ value }) => (value ? quotedSpans(value) : []));
  }
}

/** The comment, if a quoted text that has such a sign in it is not all that there is. */
function outsideOf(quoted: readonly Span[], comment: CommentLine, source: string): readonly CommentLine[] {
  const { start, end } = comment.span;
  const around = quoted.find((span) => span.start <= start && start < span.end);
  const hash = around && /\s#/.exec(source.slice(around.end, end));
  return !around ? [comment] : hash ? [{ span: { start: around.end + hash.index + 1, end } }] : [];
}
