import type { ReadingContext } from '../model/context';
import type { ActionReference, Heading, ParseProblem, Passage, SectionReading } from '../model/report';
import type { Span } from '../model/span';
import { readActionCell, readActionId } from './action-reference';
import { singleSpaced } from './fields';
import { findMentions } from './mentions';
import { readProse } from './prose';
import { ENTRY_KEYS } from './yaml-entry-keys';
import { type EntryContext, YamlFieldReader } from './yaml-fields';
import { LOOSE_LINE } from './yaml-messages';
import { pairOf, type YamlMap, type YamlNode, type YamlScalar } from './yaml-node';
import { readYamlProse } from './yaml-prose';
import { unknownKeys, YamlValues } from './yaml-values';

/** What stands in the item itself. */
export type ReadEntry = Omit<SectionReading, 'length' | 'problems' | 'directives'>;

/** A section without its place in the file, and what is wrong with it; all spans are relative to its start. */
export interface EntryReading {
  readonly section: ReadEntry;
  readonly problems: readonly ParseProblem[];
}

/**
 * Reads what an item of `entries` says. Depends on nothing but what it is handed, so that an entry that did not change
 * need not be read again.
 *
 * @param node the item; undefined where there is nothing behind its dash
 * @param source the item's text, from its dash on; what the spans of `node` are offsets into
 * @param low stretches of text in the item that stand too far left to be a part of it
 */
export function readYamlEntry(
  node: YamlNode | undefined,
  source: string,
  low: readonly Span[],
  context: EntryContext,
  _earlier?: SectionReading,
): EntryReading {
  const reader = new EntryReader(source, context);
  return { section: reader.read(node, low), problems: reader.problems };
}

class EntryReader {
  readonly problems: ParseProblem[] = [];
  private readonly values: YamlValues;
  private readonly passages: Passage[] = [];
  private readonly placeholders: Span[] = [];
  private hasProse = false;

  constructor(
    private readonly source: string,
    private readonly context: EntryContext,
  ) {
    this.values = new YamlValues(source, (problem) => this.problems.push({ code: 'value-invalid', ...problem }));
  }

  read(node: YamlNode | undefined, low: readonly Span[]): ReadEntry {
    const map = node?.kind === 'map' ? node : undefined;
    if (node && !map) {
      const message =
        'An entry has fields: “action” (or “section”) behind the dash, then status, text and others below it.';
      this.problems.push({ code: 'value-invalid', span: node.span, message });
    }
    const actions = map ? this.readActions(map) : [];
    const heading = map && this.readHeading(map);
    if (map && !heading && map.pairs.some((pair) => pair.complete)) {
      const message =
        'This entry does not say what it is about. Add “action” with the number of an action, or “section” with a title.';
      this.problems.push({ code: 'value-invalid', span: map.pairs[0]?.key.span ?? map.span, message });
    }
    const fields = map ? this.readFields(map, actions) : {};
    for (const span of low) {
      this.addStrayText(span);
    }
    this.passages.sort((a, b) => a.span.start - b.span.start);
    const { reading, reference } = this.context;
    const titled = heading && pairOf(map, 'section') ? [headingPassage(heading, this.source)] : [];
    return {
      heading,
      actions,
      fields,
      hasProse: this.hasProse,
      passages: this.passages,
      mentions: findMentions([...titled, ...this.passages], reading, reference),
      rows: [],
      placeholders: this.placeholders.sort((a, b) => a.start - b.start),
    };
  }

  private readActions(map: YamlMap): readonly ActionReference[] {
    const found = new Map<string, ActionReference>();
    for (const scalar of this.values.texts(map, 'action')) {
      for (const reference of readActionScalar(scalar, this.context.reading)) {
        const key = `${reference.roadmap ?? ''}\n${reference.action}`;
        found.set(key, found.get(key) ?? reference);
      }
    }
    return [...found.values()];
  }

  private readHeading(map: YamlMap): Heading | undefined {
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

  private readFields(map: YamlMap, actions: readonly ActionReference[]): SectionReading['fields'] {
    for (const problem of unknownKeys(map, ENTRY_KEYS.entry, 'an entry')) {
      this.problems.push({ code: 'report-field-unknown', ...problem });
    }
    const text = this.values.text(map, 'text');
    if (text) {
      this.addProse(text);
    }
    const reader = new YamlFieldReader(this.source, this.values, this.context, {
      unknownKeys: (item, known, place) => {
        for (const problem of unknownKeys(item, known, place)) {
          this.problems.push({ code: 'report-field-unknown', ...problem });
        }
      },
      invalid: (span, message) => this.problems.push({ code: 'value-invalid', span, message }),
      words: (scalar) => this.addWords(scalar),
      placeholders: (spans) => this.placeholders.push(...spans),
    });
    return reader.read(map, actions);
  }

  private addProse(scalar: YamlScalar): void {
    const prose = readYamlProse(scalar, this.source);
    this.passages.push(...prose.passages);
    this.placeholders.push(...prose.placeholders);
    this.hasProse ||= prose.hasProse;
  }

  /** Words of a field that mention things, and are no prose. */
  private addWords(scalar: YamlScalar): void {
    const prose = readYamlProse(scalar, this.source);
    this.passages.push(...prose.passages.map((passage): Passage => ({ ...passage, kind: 'item' })));
    this.placeholders.push(...prose.placeholders);
  }

  /** Text pasted into an entry without indentation: no YAML, and still what the entry says. */
  private addStrayText(span: Span): void {
    const prose = readProse(this.source.slice(span.start, span.end));
    const firstLine = /^[^\r\n]*/.exec(this.source.slice(span.start, span.end))?.[0].trimEnd().length ?? 0;
    this.problems.push({
      code: 'syntax',
      span: { start: span.start, end: span.start + firstLine },
      message: LOOSE_LINE,
    });
    const move = (one: Span): Span => ({ start: one.start + span.start, end: one.end + span.start });
    this.passages.push(...prose.passages.map((passage) => ({ ...passage, span: move(passage.span) })));
    this.placeholders.push(...prose.placeholders.map(move));
    this.hasProse ||= prose.hasProse;
  }
}

/** The actions that a value of `action` names: one id as a rule, but "4, 5 and 7" and "4-9" are understood too. */
function readActionScalar(scalar: YamlScalar, reading: ReadingContext): readonly ActionReference[] {
  if (scalar.text.trim() === '') {
    return [];
  }
  const verbatim = scalar.text.length === scalar.span.end - scalar.span.start;
  const at = verbatim ? scalar.span.start : 0;
  const one = readActionId(scalar.text, at, reading);
  const several = one.known ? [] : readActionCell(scalar.text, at, reading);
  const references = several.length > 1 ? several : [one];
  return verbatim
    ? references
    : references.map((reference) => ({
        ...reference,
        span: scalar.span,
        ...(reference.title ? { title: { ...reference.title, span: scalar.span } } : {}),
      }));
}

function headingPassage(heading: Heading, source: string): Passage {
  const { span } = heading;
  return { kind: 'heading', span, text: source.slice(span.start, span.end).replace(/[\r\n]/g, ' ') };
}
