import type { ReadingContext } from '../model/context';
import type { IsoDay, PolicyDate } from '../model/date';
import type {
  ActionReference,
  ActorName,
  DeliverableItem,
  EntryFields,
  EvidenceItem,
  Field,
  FollowUp,
  Mentions,
  NextStep,
  ReportedFields,
} from '../model/report';
import type { Span } from '../model/span';
import type { StatusReading } from '../model/status';
import {
  deliverableNamed,
  partSpan,
  readActorNames,
  readDateField,
  readEvidence,
  readStatusField,
  readTextField,
  singleSpaced,
  trimSpan,
} from './fields';
import { readNextStep } from './next-steps';
import { findPlaceholders } from './placeholders';
import { readStatusLine } from './status-line';
import { ENTRY_KEYS } from './yaml-entry-keys';
import { pairOf, type YamlMap, type YamlNode, type YamlPair, type YamlScalar } from './yaml-node';
import { wordsInPlace } from './yaml-prose';
import type { YamlValues } from './yaml-values';

/** What an entry is read against. */
export interface EntryContext {
  readonly reading: ReadingContext;
  /** The day that "this month" counts from. */
  readonly reference: IsoDay;
}

/** Where a reader of fields leaves what it comes across. */
export interface FieldFindings {
  /** Told of every item with fields of its own, to report the keys that do not exist. */
  unknownKeys(item: YamlMap, known: readonly string[], place: string): void;
  /** Told of a value that cannot be what is due. */
  invalid(span: Span, message: string): void;
  /** Told of words that may mention actions, actors, dates and documents. */
  words(scalar: YamlScalar): void;
  /** What words mention that it was told of, where they stand in one passage as they are; spans are offsets into them. */
  mentionsOf(scalar: YamlScalar): Mentions | undefined;
  /** Told of placeholders outside those words. */
  placeholders(spans: readonly Span[]): void;
  /** Has all items of a list read in order, or knows what is read of some; undefined for one that cannot be read. */
  items<N extends YamlNode, T>(nodes: readonly N[], read: (node: N) => T | undefined): readonly (T | undefined)[];
}

/** Reads the fields of an entry (the table in DESIGN, section 3). */
export class YamlFieldReader {
  constructor(
    private readonly source: string,
    private readonly values: YamlValues,
    private readonly context: EntryContext,
    private readonly findings: FieldFindings,
  ) {}

  read(map: YamlMap, actions: readonly ActionReference[]): EntryFields {
    return {
      ...this.readReported(map),
      ...this.list(map, 'deliverables', 'deliverables', (item) => this.readDeliverable(item, actions)),
      ...this.list(map, 'next', 'next', (item) => this.readNextStep(item)),
      ...this.list(map, 'follow-up', 'followUp', (item) => this.readFollowUp(item)),
    };
  }

  /** The fields of actions and deliverables alike. */
  private readReported(map: YamlMap): ReportedFields {
    const { reading } = this.context;
    return {
      ...this.text(map, 'status', 'status', (words, span, key) => readStatusField(words, span, key, reading.roadmaps)),
      ...this.names(map),
      ...this.date(map, 'due'),
      ...this.date(map, 'revised'),
      ...this.text(map, 'reason', 'reason', (words, span, key, scalar) => {
        this.findings.words(scalar);
        return readTextField(words, span, key);
      }),
      ...this.date(map, 'completed'),
      ...this.evidence(map),
    };
  }

  private date<K extends 'due' | 'revised' | 'completed'>(
    map: YamlMap,
    key: K,
  ): { readonly [P in K]?: Field<PolicyDate> } {
    return this.text(map, key, key, (words, span, keySpan) =>
      readDateField(words, span, keySpan, this.context.reference),
    );
  }

  /** A field whose value is one text. */
  private text<T, K extends string>(
    map: YamlMap,
    key: string,
    property: K,
    read: (words: string, span: Span, key: Span, scalar: YamlScalar) => Field<T>,
  ): { readonly [P in K]?: Field<T> } {
    const pair = pairOf(map, key);
    if (!pair) {
      return {};
    }
    const scalar = this.values.text(map, key);
    if (scalar && property !== 'reason') {
      this.findPlaceholders(scalar);
    }
    const field = scalar ? read(this.words(scalar), scalar.span, pair.key.span, scalar) : absent<T>(pair);
    return { [property]: field } as { readonly [P in K]: Field<T> };
  }

  private names(map: YamlMap): { readonly actors?: Field<readonly ActorName[]> } {
    const pair = pairOf(map, 'actors');
    if (!pair) {
      return {};
    }
    const scalars = this.values.texts(map, 'actors');
    scalars.forEach((scalar) => {
      this.findPlaceholders(scalar);
    });
    const names = scalars.flatMap((scalar) => {
      return readActorNames(this.words(scalar), scalar.span, this.context.reading.actors);
    });
    return { actors: listField(pair, scalars, names) };
  }

  private evidence(map: YamlMap): { readonly evidence?: Field<readonly EvidenceItem[]> } {
    const pair = pairOf(map, 'evidence');
    if (!pair) {
      return {};
    }
    const scalars = this.values.texts(map, 'evidence');
    scalars.forEach((scalar) => {
      this.findings.words(scalar);
    });
    return {
      evidence: listField(
        pair,
        scalars,
        scalars.flatMap((scalar) => readEvidence(this.words(scalar), scalar.span)),
      ),
    };
  }

  /** A field whose value is a list of items with fields of their own; an item of mere words is understood too. */
  private list<T, K extends string>(
    map: YamlMap,
    key: string,
    property: K,
    read: (item: YamlMap | YamlScalar) => T | undefined,
  ): { readonly [P in K]?: Field<readonly T[]> } {
    const pair = pairOf(map, key);
    if (!pair) {
      return {};
    }
    const nodes = pair.value === undefined ? [] : pair.value.kind === 'list' ? pair.value.items : [pair.value];
    const items = this.findings
      .items(nodes, (node) => read(node.kind === 'list' ? this.values.textOf(node, key) : this.withoutColon(node, key)))
      .filter((item) => item !== undefined);
    const text = singleSpaced(this.source.slice(pair.valueSpan.start, pair.valueSpan.end));
    const field = { value: pair.value && items, text, span: pair.valueSpan, key: pair.key.span };
    return { [property]: field } as { readonly [P in K]: Field<readonly T[]> };
  }

  /** `- Next meeting: on 3 June` is words with a colon, not fields: none of its keys is one. */
  private withoutColon(node: YamlMap | YamlScalar, key: string): YamlMap | YamlScalar {
    const [first, more] = node.kind === 'map' ? node.pairs : [];
    const known: readonly string[] = LIST_KEYS.get(key) ?? [];
    const isText = first && !more && !known.includes(first.key.text) && /[\sA-Z\d]/.test(first.key.text);
    return isText ? this.values.textOf(node, key) : node;
  }

  private readDeliverable(
    item: YamlMap | YamlScalar,
    actions: readonly ActionReference[],
  ): DeliverableItem | undefined {
    const { reading } = this.context;
    if (item.kind === 'scalar') {
      const { name, ...status } = this.readLine(
        item,
        (word) => deliverableNamed(word, actions, reading)?.deliverable.id === word,
      );
      return { ...status, ...name, whole: item.span, ...whichOf(deliverableNamed(name.text, actions, reading)) };
    }
    this.findings.unknownKeys(item, ENTRY_KEYS.deliverable, 'a deliverable');
    const named = this.values.text(item, 'deliverable');
    if (!named || named.text.trim() === '') {
      this.findings.invalid(
        firstKey(item),
        'This item does not say which deliverable it is about. Add “deliverable” with its id or title.',
      );
      return undefined;
    }
    this.findPlaceholders(named);
    return {
      ...this.readReported(item),
      text: singleSpaced(named.text),
      span: trimSpan(this.words(named), named.span),
      whole: item.span,
      ...whichOf(deliverableNamed(named.text, actions, reading)),
    };
  }

  /** What the item does not say in fields of its own (actors, due) is taken from its sentence, as in Markdown. */
  private readNextStep(item: YamlMap | YamlScalar): NextStep | undefined {
    const sentence = this.sentence(item, 'next', 'a next step');
    if (!sentence) {
      return undefined;
    }
    const { reading, reference } = this.context;
    const known = this.findings.mentionsOf(sentence);
    const step = readNextStep(this.words(sentence), sentence.span, reading, reference, known);
    if (item.kind === 'scalar') {
      return step;
    }
    const { actors } = this.names(item);
    const { due } = this.date(item, 'due');
    return { ...step, ...(actors?.value ? { actors: actors.value } : {}), ...(due ? { due } : {}) };
  }

  private readFollowUp(item: YamlMap | YamlScalar): FollowUp | undefined {
    const sentence = this.sentence(item, 'follow-up', 'a follow-up');
    if (!sentence) {
      return undefined;
    }
    const { roadmaps } = this.context.reading;
    const status =
      item.kind === 'map'
        ? this.text(item, 'status', 'status', (words, span, key) => readStatusField(words, span, key, roadmaps))
        : {};
    const { name, ...line } = this.readLine(sentence, () => false);
    return status.status
      ? { text: singleSpaced(sentence.text), span: trimSpan(this.words(sentence), sentence.span), ...status }
      : { ...name, ...line };
  }

  /** An item of mere words, as Markdown has it: "6.1: delivered". */
  private readLine(
    scalar: YamlScalar,
    isId: (word: string) => boolean,
  ): { readonly name: { readonly text: string; readonly span: Span }; readonly status?: Field<StatusReading> } {
    const words = this.words(scalar);
    const { name, status } = readStatusLine(
      words,
      isId,
      this.context.reading.roadmaps.flatMap((roadmap) => roadmap.statuses),
    );
    const part = (span: Span): { readonly text: string; readonly span: Span } => ({
      text: singleSpaced(words.slice(span.start, span.end)),
      span: partSpan(words, scalar.span, span),
    });
    const named = part(name);
    return status
      ? { name: named, status: { ...part(status.span), value: status.reading, key: named.span } }
      : { name: named };
  }

  /** The words of an item of `next` or `follow-up`. */
  private sentence(item: YamlMap | YamlScalar, key: 'next' | 'follow-up', place: string): YamlScalar | undefined {
    const sentence = item.kind === 'map' ? this.values.text(item, 'text') : item;
    if (item.kind === 'map') {
      this.findings.unknownKeys(item, ENTRY_KEYS[key], place);
    }
    if (!sentence || sentence.text.trim() === '') {
      this.findings.invalid(firstKey(item), `This item of “${key}” has no words. Add “text” and say what it is.`);
      return undefined;
    }
    this.findings.words(sentence);
    return sentence;
  }

  private findPlaceholders(scalar: YamlScalar): void {
    const words = this.words(scalar);
    const inPlace = words.length === scalar.span.end - scalar.span.start;
    this.findings.placeholders(
      findPlaceholders(words).map(({ start, end }) =>
        inPlace ? { start: start + scalar.span.start, end: end + scalar.span.start } : scalar.span,
      ),
    );
  }

  private words(scalar: YamlScalar): string {
    return wordsInPlace(scalar, this.source);
  }
}

const LIST_KEYS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['deliverables', ENTRY_KEYS.deliverable],
  ['next', ENTRY_KEYS.next],
  ['follow-up', ENTRY_KEYS['follow-up']],
]);

/** A key whose value is still to be written. */
function absent<T>(pair: YamlPair): Field<T> {
  return { value: undefined, text: '', span: pair.valueSpan, key: pair.key.span };
}

function listField<T>(pair: YamlPair, scalars: readonly YamlScalar[], items: readonly T[]): Field<readonly T[]> {
  const text = scalars.map((scalar) => singleSpaced(scalar.text)).join(', ');
  return { value: pair.value && items, text, span: pair.valueSpan, key: pair.key.span };
}

function whichOf(found: ReturnType<typeof deliverableNamed>): Pick<DeliverableItem, 'deliverable' | 'roadmap'> {
  return { deliverable: found?.deliverable.id, roadmap: found?.roadmap };
}

function firstKey(item: YamlNode): Span {
  return (item.kind === 'map' && item.pairs[0]?.key.span) || item.span;
}
