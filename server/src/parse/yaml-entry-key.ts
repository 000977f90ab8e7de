import type { ReadingContext } from '../model/context';
import type { ActionReference, EntryFields, Mentions, ParseProblem, Passage } from '../model/report';
import type { Span } from '../model/span';
import { readActionCell, readActionId } from './action-reference';
import { findMentions } from './mentions';
import { movedBy } from './moved';
import { type EntryContext, type FieldFindings, YamlFieldReader } from './yaml-fields';
import type { YamlMap, YamlPair, YamlScalar } from './yaml-node';
import { readYamlProse } from './yaml-prose';
import { unknownKeys, YamlValues } from './yaml-values';

/** What a key of an entry says; spans are relative to the entry's start. */
export interface KeyFindings {
  readonly actions: readonly ActionReference[];
  readonly fields: EntryFields;
  readonly passages: readonly Passage[];
  readonly placeholders: readonly Span[];
  readonly hasProse: boolean;
  readonly problems: readonly ParseProblem[];
}

/** Reads one key of an entry with its value. */
export class KeyReader implements KeyFindings {
  actions: readonly ActionReference[] = [];
  fields: EntryFields = {};
  readonly passages: Passage[] = [];
  readonly placeholders: Span[] = [];
  readonly problems: ParseProblem[] = [];
  hasProse = false;
  /** What passages mention, of those that were looked at already. */
  readonly mentions = new Map<Passage, Mentions>();
  private readonly values: YamlValues;

  /** @param source what the spans of the key are offsets into */
  constructor(
    private readonly source: string,
    private readonly context: EntryContext,
  ) {
    this.values = new YamlValues(source, (problem) => this.problems.push({ code: 'value-invalid', ...problem }));
  }

  /** The key `action`. */
  readActions(pair: YamlPair): void {
    const found = new Map<string, ActionReference>();
    for (const scalar of this.values.texts(mapOf(pair), pair.key.text)) {
      for (const reference of readActionScalar(scalar, this.context.reading)) {
        const key = `${reference.roadmap ?? ''}\n${reference.action}`;
        found.set(key, found.get(key) ?? reference);
      }
    }
    this.actions = [...found.values()];
  }

  /** The key `text`. */
  readText(pair: YamlPair): void {
    const scalar = this.values.text(mapOf(pair), pair.key.text);
    if (scalar) {
      const prose = readYamlProse(scalar, this.source);
      this.passages.push(...prose.passages);
      this.placeholders.push(...prose.placeholders);
      this.hasProse = prose.hasProse;
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
    };
    this.fields = new YamlFieldReader(this.source, this.values, this.context, findings).read(mapOf(pair), actions);
  }

  /** Words of a field that mention things, and are no prose. */
  private addWords(scalar: YamlScalar): void {
    const prose = readYamlProse(scalar, this.source);
    this.passages.push(...prose.passages.map((passage): Passage => ({ ...passage, kind: 'item' })));
    this.placeholders.push(...prose.placeholders);
  }

  /** What the words that were added last mention; undefined where they are more or less than one passage. */
  private mentionsOf({ text, span }: YamlScalar): Mentions | undefined {
    const passage = this.passages[this.passages.length - 1];
    if (passage?.span.start !== span.start || passage.text !== text || text.length !== span.end - span.start) {
      return undefined;
    }
    const { reading, reference } = this.context;
    const mentions = findMentions([passage], reading, reference);
    this.mentions.set(passage, mentions);
    return movedBy(mentions, -span.start);
  }
}

function mapOf(pair: YamlPair): YamlMap {
  return { kind: 'map', span: pair.key.span, pairs: [pair] };
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
