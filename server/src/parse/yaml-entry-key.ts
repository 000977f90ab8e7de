import type { ReadingContext } from '../model/context';
import type { ActionReference, EntryFields, Mentions, ParseProblem, Passage } from '../model/report';
import type { Span } from '../model/span';
import { readActionCell, readActionId, withoutDoubles } from './action-reference';
import { type MentionFinder, type PassageWithMentions, shiftPassages } from './kept-mentions';
import { movedBy } from './moved';
import { ownCopy } from './own-copy';
import { type EntryContext, type FieldFindings, YamlFieldReader } from './yaml-fields';
import { isLongText, type LongText, readLongText } from './yaml-long-text';
import type { YamlMap, YamlNode, YamlPair, YamlScalar } from './yaml-node';
import { readYamlProse } from './yaml-prose';
import { unknownKeys, YamlValues } from './yaml-values';

/** What a key of an entry says; spans are relative to the entry's start. */
export interface KeyFindings {
  readonly actions: readonly ActionReference[];
  readonly fields: EntryFields;
  /** Its passages, with what they mention. */
  readonly said: readonly PassageWithMentions[];
  readonly placeholders: readonly Span[];
  readonly hasProse: boolean;
  readonly problems: readonly ParseProblem[];
  readonly parts: KeyParts;
}

/** What a key said part by part, for a reading after an edit. Each part has its own place to count from. */
export interface KeyParts {
  /** Absent where the value is no long text, or was never edited. */
  readonly text?: LongText;
  readonly items: readonly ItemReading[];
}

/** What an item of a list says that has fields of its own. */
export interface ItemReading {
  readonly source: string;
  /** The column that its source starts in. */
  readonly column: number;
  /** Where its source starts; spans count from the same place. */
  readonly start: number;
  readonly value: unknown;
  readonly said: readonly PassageWithMentions[];
  readonly placeholders: readonly Span[];
  readonly problems: readonly ParseProblem[];
}

/** Reads one key of an entry with its value. */
export class KeyReader implements KeyFindings {
  actions: readonly ActionReference[] = [];
  fields: EntryFields = {};
  said: PassageWithMentions[] = [];
  readonly placeholders: Span[] = [];
  readonly problems: ParseProblem[] = [];
  hasProse = false;
  private text: LongText | undefined;
  private readonly items: ItemReading[] = [];
  private readonly values: YamlValues;

  /**
   * @param source what the spans of the key are offsets into
   * @param earlier what the key said before an edit, each part in its own lines, against the same context
   */
  constructor(
    private readonly source: string,
    private readonly context: EntryContext,
    private finder: MentionFinder,
    private readonly earlier: KeyParts | undefined,
  ) {
    this.values = new YamlValues(source, (problem) => this.problems.push({ code: 'value-invalid', ...problem }));
  }

  get parts(): KeyParts {
    return this.text ? { text: this.text, items: this.items } : { items: this.items };
  }

  /** The key `action`. */
  readActions(pair: YamlPair): void {
    const scalars = this.values.texts(mapOf(pair), pair.key.text);
    this.actions = withoutDoubles(scalars.flatMap((scalar) => readActionScalar(scalar, this.context.reading)));
  }

  /** The key `text`. */
  readText(pair: YamlPair): void {
    const scalar = this.values.text(mapOf(pair), pair.key.text);
    if (scalar && this.earlier && isLongText(scalar)) {
      this.readLongText(scalar, this.earlier.text);
    } else if (scalar) {
      const { passages, placeholders, hasProse } = readYamlProse(scalar, this.source);
      this.said = passages.map((passage) => this.withMentions(passage));
      this.placeholders.push(...placeholders);
      this.hasProse = hasProse;
    }
  }

  /** A key with a field of {@link EntryFields}. */
  readField(pair: YamlPair, actions: readonly ActionReference[]): void {
    const findings: FieldFindings = {
      unknownKeys: (item, known, place) => {
        for (const problem of unknownKeys(item, known, place)) {
          this.problems.push({ code: 'report-field-unknown', ...problem });
        }
      },
      invalid: (span, message) => this.problems.push({ code: 'value-invalid', span, message }),
      words: (scalar) => this.addWords(scalar),
      mentionsOf: (scalar) => this.mentionsOf(scalar),
      placeholders: (spans) => this.placeholders.push(...spans),
      items: (nodes, read) => this.readItems(nodes, read),
    };
    this.fields = new YamlFieldReader(this.source, this.values, this.context, findings).read(mapOf(pair), actions);
  }

  private readLongText(scalar: YamlScalar, earlier: LongText | undefined): void {
    this.text = readLongText(scalar, this.source, this.finder, earlier);
    for (const { said, placeholders, hasProse } of this.text.read) {
      this.said.push(...said);
      this.placeholders.push(...placeholders);
      this.hasProse ||= hasProse;
    }
  }

  /** Reads items in order; those that were there before the edit, counted from either end, are known. */
  private readItems<N extends YamlNode, T>(
    nodes: readonly N[],
    read: (node: N) => T | undefined,
  ): readonly (T | undefined)[] {
    const before = this.earlier?.items ?? [];
    const grown = nodes.length - before.length;
    return nodes.map((node, index) => {
      const { start, end } = node.span;
      const source = this.source.slice(start, end);
      const column = start - (this.source.lastIndexOf('\n', start - 1) + 1);
      const isSame = (item: ItemReading | undefined) => item?.source === source && item.column === column;
      const known = [before[index], before[index - grown]].find(isSame);
      const item = known
        ? itemAt(known, start)
        : this.readItem(() => read(node), { source, column, start }, before[index]);
      this.items.push(item);
      if (known) {
        this.said.push(...item.said);
        this.placeholders.push(...item.placeholders);
        this.problems.push(...item.problems);
      }
      // Its source says what kind of thing it is.
      return item.value as T | undefined;
    });
  }

  private readItem<T>(
    read: () => T | undefined,
    { source, column, start }: Pick<ItemReading, 'source' | 'column' | 'start'>,
    before: ItemReading | undefined,
  ): ItemReading {
    const { said, placeholders, problems, finder } = this;
    const counts = [said.length, placeholders.length, problems.length] as const;
    this.finder = before ? finder.among(before.said) : finder;
    const value = read();
    this.finder = finder;
    return {
      source: ownCopy(source),
      column,
      start,
      value,
      said: said.slice(counts[0]),
      placeholders: placeholders.slice(counts[1]),
      problems: problems.slice(counts[2]),
    };
  }

  /** Words of a field that mention things, and are no prose. */
  private addWords(scalar: YamlScalar): void {
    const { passages, placeholders } = readYamlProse(scalar, this.source);
    this.said.push(...passages.map((passage) => this.withMentions({ ...passage, kind: 'item' })));
    this.placeholders.push(...placeholders);
  }

  private withMentions(passage: Passage): PassageWithMentions {
    return { passage, mentions: this.finder.mentionsOf(passage) };
  }

  /** What the words that were added last mention; undefined where they are more or less than one passage. */
  private mentionsOf({ text, span }: YamlScalar): Mentions | undefined {
    const last = this.said[this.said.length - 1];
    const isWhole = last?.passage.span.start === span.start && last.passage.text === text;
    return isWhole && text.length === span.end - span.start ? movedBy(last.mentions, -span.start) : undefined;
  }
}

/** The item where its source starts now. */
function itemAt(item: ItemReading, start: number): ItemReading {
  const { value, said, placeholders, problems } = item;
  const by = start - item.start;
  return by === 0
    ? item
    : { ...item, start, said: shiftPassages(said, by), ...movedBy({ value, placeholders, problems }, by) };
}

function mapOf(pair: YamlPair): YamlMap {
  return { kind: 'map', span: pair.key.span, pairs: [pair] };
}

/** The actions that a value of `action` names: one id as a rule, but "4, 5 and 7", "4-9" and "Actions 4 and 6" too. */
function readActionScalar(scalar: YamlScalar, reading: ReadingContext): readonly ActionReference[] {
  if (scalar.text.trim() === '') {
    return [];
  }
  const verbatim = scalar.text.length === scalar.span.end - scalar.span.start;
  const at = verbatim ? scalar.span.start : 0;
  const one = readActionId(scalar.text, at, reading);
  const isWhole = one.known && one.span.end - one.span.start === scalar.text.trim().length;
  const several = isWhole ? [] : readActionCell(scalar.text, at, reading);
  const references = several.length > 1 ? several : [one];
  return verbatim
    ? references
    : references.map(({ again: _, ...reference }) => ({
        ...reference,
        span: scalar.span,
        ...(reference.title ? { title: { ...reference.title, span: scalar.span } } : {}),
      }));
}
