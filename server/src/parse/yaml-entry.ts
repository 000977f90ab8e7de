import type { ActionReference, EntryFields, Heading, ParseProblem, Passage, SectionReading } from '../model/report';
import type { Span } from '../model/span';
import { singleSpaced } from './fields';
import { MentionFinder, type PassageWithMentions, shiftPassages } from './kept-mentions';
import { joinMentions } from './mentions';
import { movedBy } from './moved';
import { ownCopy } from './own-copy';
import { readProse } from './prose';
import { type KeyFindings, KeyReader } from './yaml-entry-key';
import { ENTRY_KEYS } from './yaml-entry-keys';
import type { EntryContext } from './yaml-fields';
import { LOOSE_LINE } from './yaml-messages';
import { pairOf, type YamlMap, type YamlNode, type YamlPair } from './yaml-node';
import { unknownKeys } from './yaml-values';

/** What stands in the item itself. */
export type ReadEntry = Omit<SectionReading, 'length' | 'problems' | 'directives'>;

/** A section without its place in the file, and what is wrong with it; all spans are relative to its start. */
export interface EntryReading {
  readonly section: ReadEntry;
  readonly problems: readonly ParseProblem[];
  readonly memory: EntryMemory;
}

/** What an entry said, for a reading after an edit against the same context. */
export interface EntryMemory {
  /** The column of the keys; undefined where it is not sure that each key stands for itself, and none can be used. */
  readonly column: number | undefined;
  readonly keys: ReadonlyMap<string, KeyReading>;
  /** Its title, if it is words, and what stands too far left: what does not belong to one of these keys. */
  readonly others: readonly PassageWithMentions[];
}

/** What one key of an entry says. */
export interface KeyReading extends KeyFindings {
  /** Where the key started in the entry. */
  readonly start: number;
  /** From the key to the end of its value. */
  readonly source: string;
}

/**
 * Reads what an item of `entries` says. Depends on nothing but what it is handed, so that an entry that did not change
 * need not be read again.
 *
 * @param node the item; undefined where there is nothing behind its dash
 * @param source the item's text, from its dash on; what the spans of `node` are offsets into
 * @param low stretches of text in the item that stand too far left to be a part of it
 * @param column the column of the item's keys, where what a key says depends on its own lines alone (`readPlainYaml`)
 */
export function readYamlEntry(
  node: YamlNode | undefined,
  source: string,
  low: readonly Span[],
  context: EntryContext,
  column?: number,
  earlier?: EntryMemory,
): EntryReading {
  const reader = new EntryReader(source, context, column, earlier);
  const section = reader.read(node, low);
  const { keys, others } = reader;
  // What is of no use now may be again when the slip is mended that made it so.
  const memory = column === undefined && earlier ? { ...earlier, others } : { column, keys, others };
  return { section, problems: reader.problems, memory };
}

/** The keys that are read one by one, in the order of {@link EntryFields}; `section` is nothing but the title. */
const FIELDS = ENTRY_KEYS.entry.filter((key) => key !== 'section' && key !== 'action' && key !== 'text');

class EntryReader {
  readonly problems: ParseProblem[] = [];
  readonly keys = new Map<string, KeyReading>();
  readonly others: PassageWithMentions[] = [];
  private readonly said: PassageWithMentions[] = [];
  private readonly placeholders: Span[] = [];
  private hasProse = false;

  constructor(
    private readonly source: string,
    private readonly context: EntryContext,
    private readonly column: number | undefined,
    private readonly earlier: EntryMemory | undefined,
  ) {}

  read(node: YamlNode | undefined, low: readonly Span[]): ReadEntry {
    const map = node?.kind === 'map' ? node : undefined;
    if (node && !map) {
      const message =
        'An entry has fields: “action” (or “section”) behind the dash, then status, text and others below it.';
      this.problems.push({ code: 'value-invalid', span: node.span, message });
    }
    const actions = map ? this.readActions(map) : [];
    const heading = map && readHeading(map);
    if (map && !heading && map.pairs.some((pair) => pair.complete)) {
      const message =
        'This entry does not say what it is about. Add “action” with the number of an action, or “section” with a title.';
      this.problems.push({ code: 'value-invalid', span: map.pairs[0]?.key.span ?? map.span, message });
    }
    const fields = map ? this.readFields(map, actions) : {};
    const finder = this.finderAmong(this.earlier?.others);
    for (const span of low) {
      this.addStrayText(span, finder);
    }
    this.said.sort((a, b) => a.passage.span.start - b.passage.span.start);
    const titled = heading && pairOf(map, 'section') ? finder.lookInto([headingPassage(heading, this.source)]) : [];
    this.others.push(...titled);
    return {
      heading,
      actions,
      fields,
      hasProse: this.hasProse,
      passages: this.said.map(({ passage }) => passage),
      mentions: joinMentions([...titled, ...this.said].map(({ mentions }) => mentions)),
      rows: [],
      placeholders: this.placeholders.sort((a, b) => a.start - b.start),
    };
  }

  private finderAmong(known: readonly PassageWithMentions[] | undefined): MentionFinder {
    return new MentionFinder(this.context.reading, this.context.reference, known);
  }

  private readActions(map: YamlMap): readonly ActionReference[] {
    return this.readKey(map, 'action', (reader, pair) => reader.readActions(pair))?.actions ?? [];
  }

  private readFields(map: YamlMap, actions: readonly ActionReference[]): EntryFields {
    for (const problem of unknownKeys(map, ENTRY_KEYS.entry, 'an entry')) {
      this.problems.push({ code: 'report-field-unknown', ...problem });
    }
    this.readKey(map, 'text', (reader, pair) => reader.readText(pair));
    // Which deliverable is meant depends on the actions too.
    const isSameAction = this.keys.get('action')?.source === this.earlier?.keys.get('action')?.source;
    const read = FIELDS.map((key) => {
      const mayKeep = key !== 'deliverables' || isSameAction;
      return this.readKey(map, key, (reader, pair) => reader.readField(pair, actions), mayKeep)?.fields;
    });
    return Object.assign({}, ...read);
  }

  /** What a key says: what it said before the edit where its lines are the same, only perhaps moved. */
  private readKey(
    map: YamlMap,
    key: string,
    read: (reader: KeyReader, pair: YamlPair) => void,
    mayKeep = true,
  ): KeyReading | undefined {
    const pair = pairOf(map, key);
    if (!pair) {
      return undefined;
    }
    const { start } = pair.key.span;
    const source = this.source.slice(start, pair.valueSpan.end);
    const before = this.earlier?.keys.get(key);
    const isComparable = mayKeep && this.column !== undefined && this.earlier?.column === this.column;
    const reading =
      isComparable && before?.source === source
        ? keyAt(before, start)
        : this.readAnew(pair, read, source, before, isComparable);
    this.keys.set(key, reading);
    this.problems.push(...reading.problems);
    this.said.push(...reading.said);
    this.placeholders.push(...reading.placeholders);
    this.hasProse ||= reading.hasProse;
    return reading;
  }

  private readAnew(
    pair: YamlPair,
    read: (reader: KeyReader, pair: YamlPair) => void,
    source: string,
    before: KeyReading | undefined,
    isComparable: boolean,
  ): KeyReading {
    const parts = isComparable ? before?.parts : undefined;
    const reader = new KeyReader(this.source, this.context, this.finderAmong(before?.said), parts);
    read(reader, pair);
    const { actions, fields, hasProse, said, placeholders, problems } = reader;
    return {
      start: pair.key.span.start,
      source: ownCopy(source),
      actions,
      fields,
      hasProse,
      said,
      placeholders,
      problems,
      parts: reader.parts,
    };
  }

  /** Text pasted into an entry without indentation: no YAML, and still what the entry says. */
  private addStrayText(span: Span, finder: MentionFinder): void {
    const prose = readProse(this.source.slice(span.start, span.end));
    const firstLine = /^[^\r\n]*/.exec(this.source.slice(span.start, span.end))?.[0].trimEnd().length ?? 0;
    this.problems.push({
      code: 'syntax',
      span: { start: span.start, end: span.start + firstLine },
      message: LOOSE_LINE,
    });
    const move = (one: Span): Span => ({ start: one.start + span.start, end: one.end + span.start });
    const said = finder.lookInto(prose.passages.map((passage) => ({ ...passage, span: move(passage.span) })));
    this.said.push(...said);
    this.others.push(...said);
    this.placeholders.push(...prose.placeholders.map(move));
    this.hasProse ||= prose.hasProse;
  }
}

/** The key where it starts now. Its parts know themselves where they are. */
function keyAt(before: KeyReading, start: number): KeyReading {
  const { actions, fields, said, placeholders, problems } = before;
  const by = start - before.start;
  return by === 0
    ? before
    : { ...before, start, said: shiftPassages(said, by), ...movedBy({ actions, fields, placeholders, problems }, by) };
}

function readHeading(map: YamlMap): Heading | undefined {
  const pair = pairOf(map, 'section') ?? pairOf(map, 'action');
  if (!pair) {
    return undefined;
  }
  const value = pair.value;
  const words =
    value?.kind === 'list' ? value.items.map((item) => (item.kind === 'scalar' ? item.text : '')).join(', ') : '';
  const text = singleSpaced(value?.kind === 'scalar' ? value.text : words);
  return { kind: 'item', level: 0, text, span: pair.valueSpan };
}

function headingPassage(heading: Heading, source: string): Passage {
  const { span } = heading;
  return { kind: 'heading', span, text: source.slice(span.start, span.end).replace(/[\r\n]/g, ' ') };
}
