import type { Passage } from '../model/report';
import type { Span } from '../model/span';
import { type Block, readBlocks } from './markdown-blocks';
import { parseMarkdownTree, unifyLineEnds } from './markdown-grammar';
import type { InlineText } from './markdown-masking';
import { findPlaceholders } from './placeholders';

/** What a piece of running text holds. Spans are relative to the text, or to what its blocks are relative to. */
export interface Prose {
  /** Paragraphs, list items, table cells, headings and footnotes, in order. */
  readonly passages: readonly Passage[];
  /** Whether a paragraph or item says something; placeholders alone do not. */
  readonly hasProse: boolean;
  /** In order, without overlap; those in headings and cells are among them. */
  readonly placeholders: readonly Span[];
  /** HTML comments, in order, with their marks. */
  readonly comments: readonly Span[];
  readonly headings: readonly ProseHeading[];
}

export interface ProseHeading {
  /** 1 to 6. */
  readonly level: number;
  /** The words without marks, emphasis and comments. */
  readonly text: string;
  /** The words in the source. */
  readonly span: Span;
}

/** Reads a piece of Markdown, such as the `text` of an entry in YAML. Never throws; any text is Markdown. */
export function readProse(markdown: string): Prose {
  return proseOf(readBlocks(parseMarkdownTree(markdown), unifyLineEnds(markdown)));
}

/** Stretches of words that say something but are no prose: the fields of an entry. Spans are those of the blocks. */
export type ClaimedText = ReadonlyMap<InlineText, readonly Span[]>;

/** The prose of blocks that have been read. */
export function proseOf(blocks: readonly Block[], claimed: ClaimedText = new Map()): Prose {
  const collector = new ProseCollector(claimed);
  collector.addBlocks(blocks, 'paragraph', false);
  return collector;
}

/** The words of a heading or title as they are read, and where the first and last of them stand. */
export function titleWords(words: InlineText): { readonly text: string; readonly span: Span } {
  const text = words.text.trim();
  const start = words.span.start + words.text.length - words.text.trimStart().length;
  return { text: readable(words), span: text === '' ? words.span : { start, end: start + text.length } };
}

/** Words without the room that marks take, and with single spaces. */
function readable({ text, marks }: InlineText): string {
  let words = '';
  let at = 0;
  for (const mark of marks) {
    words += text.slice(at, mark.start);
    at = mark.end;
  }
  return (words + text.slice(at)).trim().replace(/\s+/g, ' ');
}

/** A footnote as Word leaves it behind: a paragraph that starts with a raised number. */
export function isPastedFootnote(text: string): boolean {
  return /^\s*(?:[¹²³⁰⁴-⁹]+|\^\d{1,3}\^)\s*\S/.test(text);
}

class ProseCollector implements Prose {
  readonly passages: Passage[] = [];
  readonly placeholders: Span[] = [];
  readonly comments: Span[] = [];
  readonly headings: ProseHeading[] = [];
  hasProse = false;

  constructor(private readonly claimed: ClaimedText) {}

  addBlocks(blocks: readonly Block[], kind: Passage['kind'], quoted: boolean): void {
    for (const block of blocks) {
      this.addBlock(block, kind, quoted);
    }
  }

  private addBlock(block: Block, kind: Passage['kind'], quoted: boolean): void {
    switch (block.kind) {
      case 'heading':
        this.headings.push({ level: block.level, ...titleWords(block.words) });
        this.addWords(block.words, 'heading', quoted);
        break;
      case 'paragraph': {
        const footnote = kind === 'footnote' || isPastedFootnote(block.words.text);
        const open = this.addWords(block.words, footnote ? 'footnote' : kind, quoted);
        this.hasProse ||= !footnote && this.isProse(block.words, open);
        break;
      }
      case 'list':
        for (const item of block.items) {
          this.addBlocks(item.blocks, kind === 'footnote' ? kind : 'item', quoted);
        }
        break;
      case 'quote':
        this.addBlocks(block.blocks, kind, true);
        break;
      case 'footnote':
        this.addBlocks(block.blocks, 'footnote', quoted);
        break;
      case 'table':
        for (const line of [block.header, ...block.rows]) {
          for (const cell of line.cells) {
            if (cell) {
              this.addWords(cell, 'cell', quoted);
            }
          }
        }
        break;
      default:
        this.comments.push(...block.comments);
    }
  }

  /** Adds a passage. Returns the placeholders in it. */
  private addWords(words: InlineText, kind: Passage['kind'], quoted: boolean): readonly Span[] {
    this.comments.push(...words.comments);
    const { start } = words.span;
    const open = [
      ...findPlaceholders(words.text).map((span) => ({ start: start + span.start, end: start + span.end })),
      ...words.slots,
    ].sort((a, b) => a.start - b.start);
    this.placeholders.push(...open);
    if (words.text.trim() !== '') {
      this.passages.push({ kind, span: words.span, text: words.text, ...(quoted ? { quoted } : {}) });
    }
    return open;
  }

  private isProse(words: InlineText, open: readonly Span[]): boolean {
    const silent = [...open, ...(this.claimed.get(words) ?? [])];
    if (silent.length === 0) {
      return SAYS_SOMETHING.test(words.text);
    }
    let at = words.span.start;
    for (const span of silent.sort((a, b) => a.start - b.start)) {
      if (
        span.start > at &&
        SAYS_SOMETHING.test(words.text.slice(at - words.span.start, span.start - words.span.start))
      ) {
        return true;
      }
      at = Math.max(at, span.end);
    }
    return SAYS_SOMETHING.test(words.text.slice(at - words.span.start));
  }
}

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;
