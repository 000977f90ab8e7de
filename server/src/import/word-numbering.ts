import { Parser } from 'htmlparser2';
import { type NumberKind, printNumber } from './list-marker';
import type { WordNumbering } from './word-mark';

/** What the styles of a Word file say of paragraphs, by the ids of the styles. */
export type WordStyles = ReadonlyMap<string, WordStyle>;

/** A style of paragraphs, with what it has from the styles that it is based on. */
export interface WordStyle {
  readonly name: string;
  /** The level in the outline, from 0; undefined for body text. */
  readonly outline: number | undefined;
  readonly list: number | undefined;
  readonly level: number | undefined;
}

/** What a paragraph itself says. */
export interface WordParagraph {
  readonly style: string | undefined;
  /** The id of its list; 0 takes it out of that of its style. */
  readonly list: number | undefined;
  readonly level: number | undefined;
}

/** Reads `styles.xml`. */
export function readWordStyles(xml: string): WordStyles {
  interface Draft {
    name: string;
    basedOn?: string;
    outline?: number;
    list?: number;
    level?: number;
  }
  const drafts = new Map<string, Draft>();
  let current: Draft | undefined;
  eachElement(xml, (name, attributes) => {
    const value = attributes['w:val'];
    if (name === 'w:style') {
      current = { name: '' };
      if (attributes['w:type'] === 'paragraph' && attributes['w:styleId'] !== undefined) {
        drafts.set(attributes['w:styleId'], current);
      }
    } else if (current && value !== undefined) {
      switch (name) {
        case 'w:name':
          current.name = value;
          break;
        case 'w:basedOn':
          current.basedOn = value;
          break;
        case 'w:outlineLvl':
          current.outline = Number(value);
          break;
        case 'w:numId':
          current.list = Number(value);
          break;
        case 'w:ilvl':
          current.level = Number(value);
      }
    }
  });
  const inherited = <K extends 'outline' | 'list' | 'level'>(id: string, key: K): number | undefined => {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = drafts.get(at)?.basedOn) {
      seen.add(at);
      const value = drafts.get(at)?.[key];
      if (value !== undefined) {
        return value;
      }
    }
    return undefined;
  };
  return new Map(
    [...drafts].map(([id, { name }]) => {
      const outline = inherited(id, 'outline');
      const isHeading = outline !== undefined && outline >= 0 && outline < 9;
      const style: WordStyle = {
        name,
        outline: isHeading ? outline : undefined,
        list: inherited(id, 'list'),
        level: inherited(id, 'level'),
      };
      return [id, style];
    }),
  );
}

/** Counts the numbered paragraphs of a Word file as Word does; asked for each of them in the order of the document. */
export class WordCounter {
  /** Levels by the ids of abstract lists. */
  private readonly lists = new Map<number, Map<number, Level>>();
  /** The names of list styles: of abstract lists that are but links to them, and the lists by the styles that they define. */
  private readonly links = new Map<number, string>();
  private readonly stylesOfLists = new Map<string, number>();
  private readonly instances = new Map<number, Instance>();
  private readonly counts = new Map<number, number[]>();

  /** @param xml `numbering.xml` */
  constructor(
    xml: string,
    private readonly styles: WordStyles,
  ) {
    this.read(xml);
  }

  /** What Word prints in front of the next paragraph; undefined where it is in no list. */
  next({ style: styleId, list: own, level: ownLevel }: WordParagraph): WordNumbering | undefined {
    const style = styleId === undefined ? undefined : this.styles.get(styleId);
    const instance = this.instances.get(own ?? style?.list ?? 0);
    const levels = instance && this.levelsOf(instance);
    if (!instance || !levels) {
      return undefined;
    }
    const ofStyle = [...levels].find(([, { style: linked }]) => linked !== undefined && linked === styleId)?.[0];
    const depth = Math.min(8, Math.max(0, ownLevel ?? ofStyle ?? style?.level ?? 0));
    const level = levels.get(depth);
    if (!level) {
      return undefined;
    }
    return { depth, marker: this.print(instance, depth, levels) };
  }

  private print(instance: Instance, depth: number, levels: ReadonlyMap<number, Level>): string | undefined {
    const list = this.linked(instance.abstract);
    const counts = this.counts.get(list) ?? [];
    this.counts.set(list, counts);
    const restart = instance.starts.get(depth);
    instance.starts.delete(depth);
    const startOf = (one: number) => levels.get(one)?.start ?? 1;
    counts[depth] = restart ?? (counts[depth] ?? startOf(depth) - 1) + 1;
    counts.length = depth + 1;
    const { format, text } = levels.get(depth) ?? { format: 'bullet', text: '' };
    if (format === 'bullet') {
      return undefined;
    }
    const printed = text.replace(/%([1-9])/g, (_, digit: string) => {
      const level = Number(digit) - 1;
      const kind = NUMBER_KINDS[levels.get(level)?.format ?? ''] ?? '1';
      return levels.get(level)?.format === 'none' ? '' : printNumber(counts[level] ?? startOf(level), kind);
    });
    return printed.trim() || undefined;
  }

  /** The levels of a list, with those that it has instead of the abstract one's. */
  private levelsOf(instance: Instance): ReadonlyMap<number, Level> | undefined {
    const levels = this.lists.get(this.linked(instance.abstract));
    return levels && instance.levels.size > 0 ? new Map([...levels, ...instance.levels]) : levels;
  }

  /** The abstract list that has the levels of one, which may be but a link to it, by the name of a style. */
  private linked(abstract: number): number {
    return this.stylesOfLists.get(this.links.get(abstract) ?? '') ?? abstract;
  }

  private read(xml: string): void {
    let abstract = -1;
    let list: Map<number, Level> | undefined;
    let level: Level | undefined;
    let instance: Instance | undefined;
    let override = 0;
    eachElement(xml, (name, attributes) => {
      const value = attributes['w:val'];
      switch (name) {
        case 'w:abstractNum':
          list = new Map();
          abstract = Number(attributes['w:abstractNumId']);
          this.lists.set(abstract, list);
          break;
        case 'w:numStyleLink':
          this.links.set(abstract, value ?? '');
          break;
        case 'w:styleLink':
          this.stylesOfLists.set(value ?? '', abstract);
          break;
        case 'w:num':
          [list, level] = [undefined, undefined];
          instance = { abstract: -1, starts: new Map(), levels: new Map() };
          this.instances.set(Number(attributes['w:numId']), instance);
          break;
        case 'w:lvl':
          level = { start: 1, format: 'decimal', text: '', style: undefined };
          (list ?? instance?.levels)?.set(Number(attributes['w:ilvl'] ?? 0), level);
          break;
        case 'w:abstractNumId':
          if (instance && value !== undefined) {
            instance.abstract = Number(value);
          }
          break;
        case 'w:lvlOverride':
          override = Number(attributes['w:ilvl'] ?? 0);
          break;
        case 'w:startOverride':
          instance?.starts.set(override, Number(value ?? 1));
          break;
        default:
          if (level && value !== undefined) {
            describe(level, name, value);
          }
      }
    });
  }
}

/** Tells every element that opens in an XML text. */
function eachElement(xml: string, tell: (name: string, attributes: Readonly<Record<string, string>>) => void): void {
  const parser = new Parser({ onopentag: tell }, { xmlMode: true });
  parser.write(xml);
  parser.end();
}

function describe(level: Level, name: string, value: string): void {
  switch (name) {
    case 'w:start':
      level.start = Number(value);
      break;
    case 'w:numFmt':
      level.format = value;
      break;
    case 'w:lvlText':
      level.text = value;
      break;
    case 'w:pStyle':
      level.style = value;
  }
}

interface Level {
  start: number;
  format: string;
  text: string;
  /** The style whose paragraphs are at this level. */
  style: string | undefined;
}

interface Instance {
  abstract: number;
  /** Numbers that a level begins with, until it has begun. */
  readonly starts: Map<number, number>;
  /** Levels that it has instead of the abstract list's. */
  readonly levels: Map<number, Level>;
}

const NUMBER_KINDS: Readonly<Record<string, NumberKind>> = {
  lowerLetter: 'a',
  upperLetter: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};
