import { daysBetween, type IsoDay, type PolicyDate } from '../model/date';
import { settledBy } from '../model/deadline-state';
import type { Lines, Position } from '../model/lines';
import type { EntryFields, Field, ReportedFields, Section, SectionReading } from '../model/report';
import type { Roadmap } from '../model/roadmap';
import type { AnalysedReport, Snapshot } from '../model/snapshot';
import type { Span } from '../model/span';
import { FIELD_NAMES } from '../parse/fields';
import { HEADER_KEYS } from '../parse/header';
import { readYaml } from '../parse/yaml-document';
import type { YamlNode } from '../parse/yaml-node';

/** What a stretch of text stands for. */
export type TokenType = 'action' | 'deliverable' | 'actor' | 'date' | 'status' | 'citation' | 'label' | 'roadmap';

/** Of a deadline: that it has passed at the as-of date and what is due is not settled, or that it will pass soon. */
export type TokenModifier = 'overdue' | 'dueSoon';

/** A token on one line. */
export interface LineToken {
  /** Counts from the line of its group. */
  readonly line: number;
  /** In UTF-16 units; in the first line of its group it counts from the group's character. */
  readonly character: number;
  readonly length: number;
  readonly type: TokenType;
  readonly modifier: TokenModifier | undefined;
}

/** Tokens that move as a whole: in order, without overlap. */
export interface TokenGroup {
  readonly start: Position;
  readonly tokens: readonly LineToken[];
}

/**
 * Finds tokens, and keeps those of each section by the very object that was read of it: after an edit those of one
 * section are found anew. Whoever asks often keeps one; what is gone takes with it what was found in it.
 */
export class TokenFinder {
  private readonly kept = new WeakMap<SectionReading, KeptTokens>();

  /**
   * The tokens of a report, in groups that are in order and do not overlap; undefined where the file is none.
   *
   * @param lines those of the report's text
   * @param range where given (offsets into the file, UTF-16), sections outside it are left out
   */
  ofReport(snapshot: Snapshot, uri: string, lines: Lines, range?: Span): readonly TokenGroup[] | undefined {
    const analysed = snapshot.report(uri);
    if (!analysed) {
      return undefined;
    }
    const { text, sections } = analysed.report;
    const header = inOrder(headerTokens(snapshot, analysed));
    const wanted = range ? sections.filter(({ start, end }) => start <= range.end && range.start <= end) : sections;
    const groups: TokenGroup[] = wanted.map((section) => ({
      start: lines.positionAt(section.start),
      tokens: this.ofSection(section, analysed, snapshot.settings.dueSoonDays),
    }));
    // The keys of a YAML report can stand behind its entries too.
    const behind = header.findIndex(({ start }) => start >= (sections[0]?.start ?? text.length));
    const parts = behind < 0 ? [header, []] : [header.slice(0, behind), header.slice(behind)];
    const [above, below] = parts.map((tokens) => ({
      start: { line: 0, character: 0 },
      tokens: onLines(text, tokens ?? [], lines),
    }));
    return [...(above ? [above] : []), ...groups, ...(below ? [below] : [])];
  }

  private ofSection(section: Section, analysed: AnalysedReport, dueSoonDays: number): readonly LineToken[] {
    const { report, roadmaps, asOf } = analysed;
    const known = this.kept.get(section.reading);
    const isSame =
      known?.asOf === asOf.day && isSameList(known.roadmaps, roadmaps) && known.dueSoonDays === dueSoonDays;
    if (isSame) {
      return known.tokens;
    }
    const text = report.text.slice(section.start, section.end);
    const tokens = onLines(text, inOrder(sectionTokens(section, text, { roadmaps, asOf: asOf.day, dueSoonDays })));
    this.kept.set(section.reading, { asOf: asOf.day, roadmaps, dueSoonDays, tokens });
    return tokens;
  }
}

/** The tokens of a roadmap or actors file, in order: ids, actors, deadlines and keys. */
export function definitionTokens(text: string, lines: Lines): TokenGroup {
  const tokens: Token[] = [];
  addYamlTokens(readYaml(text).root, tokens);
  return { start: { line: 0, character: 0 }, tokens: onLines(text, inOrder(tokens), lines) };
}

function isSameList<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

interface KeptTokens {
  readonly asOf: IsoDay;
  readonly roadmaps: readonly Roadmap[];
  readonly dueSoonDays: number;
  readonly tokens: readonly LineToken[];
}

interface Token extends Span {
  readonly type: TokenType;
  readonly modifier?: TokenModifier | undefined;
}

/** What decides about the tokens of a section beside its text. */
interface TokenContext {
  readonly roadmaps: readonly Roadmap[];
  readonly asOf: IsoDay;
  readonly dueSoonDays: number;
}

/** Fields come before mentions: of two tokens on the same words the first one stays. */
function sectionTokens(section: Section, text: string, context: TokenContext): readonly Token[] {
  const { actions, fields, mentions, rows } = section;
  const references = [...actions, ...rows.flatMap((row) => row.actions)];
  return [
    ...references.map(({ span }) => ({ ...withLabel(span, text, context.roadmaps), type: 'action' as const })),
    ...entryTokens(fields, context),
    ...rows.flatMap((row) => entryTokens(row.fields, context)),
    ...mentions.actions.filter(({ known }) => known).map(({ span }) => token('action', span)),
    ...mentions.actors.map(({ span }) => token('actor', span)),
    ...mentions.citations.map(({ span }) => token('citation', span)),
    ...mentions.dates.map(({ span }) => token('date', span)),
  ];
}

function entryTokens(fields: EntryFields, context: TokenContext): readonly Token[] {
  const { deliverables, next, followUp } = fields;
  const isSettled = isClosed(fields, context.asOf);
  return [
    ...FIELD_NAMES.flatMap(({ property }) => keyOf(fields[property])),
    ...reportedTokens(fields, isSettled, context),
    ...(deliverables?.value ?? []).flatMap((item) => [
      ...(item.deliverable === undefined ? [] : [token('deliverable', item.span)]),
      ...keysOf(item),
      ...reportedTokens(item, isClosed(item, context.asOf) ?? isSettled, context),
    ]),
    ...(next?.value ?? []).flatMap(({ actors, due }) => [
      ...actors.filter((name) => name.actors.length > 0).map(({ span }) => token('actor', span)),
      ...(due ? deadlineTokens(due, false, context) : []),
    ]),
    ...(followUp?.value ?? []).flatMap(({ status }) => statusTokens(status)),
  ];
}

function keysOf(fields: ReportedFields): readonly Token[] {
  const { status, actors, due, revised, reason, completed, evidence } = fields;
  return [status, actors, due, revised, reason, completed, evidence].flatMap(keyOf);
}

function keyOf(field: Field<unknown> | undefined): readonly Token[] {
  // What stands in brackets behind a deliverable has no label: its own words are given for one.
  return field && field.key.start !== field.span.start ? [token('label', field.key)] : [];
}

function reportedTokens(
  { status, actors, due, revised, completed, evidence }: ReportedFields,
  isSettled: boolean | undefined,
  context: TokenContext,
): readonly Token[] {
  return [
    ...statusTokens(status),
    ...(actors?.value ?? []).filter((name) => name.actors.length > 0).map(({ span }) => token('actor', span)),
    // A revised deadline takes the place of the one before.
    ...(due ? deadlineTokens(due, isSettled === true || revised?.value !== undefined, context) : []),
    ...(revised ? deadlineTokens(revised, isSettled === true, context) : []),
    ...(completed?.value ? [token('date', completed.span)] : []),
    ...(evidence?.value ?? []).flatMap(({ citations }) => citations.map(({ span }) => token('citation', span))),
  ];
}

function statusTokens(field: ReportedFields['status']): readonly Token[] {
  return field?.value ? [token('status', field.span)] : [];
}

function deadlineTokens(
  { value, span }: Field<PolicyDate>,
  isOver: boolean,
  { asOf, dueSoonDays }: TokenContext,
): readonly Token[] {
  const left = isOver || !value?.latest ? undefined : daysBetween(asOf, value.latest);
  const modifier = left === undefined || left > dueSoonDays ? undefined : left < 0 ? 'overdue' : 'dueSoon';
  return value ? [{ ...token('date', span), modifier }] : [];
}

/** Undefined where nothing is said. */
function isClosed(fields: ReportedFields, asOf: IsoDay): boolean | undefined {
  const settled = settledBy(fields, asOf);
  return settled && settled !== 'open';
}

/** A number with the word before it: "Action 6". */
function withLabel({ start, end }: Span, text: string, roadmaps: readonly Roadmap[]): Span {
  for (const label of roadmaps.flatMap(({ labels }) => labels)) {
    for (const word of [`${label} `, `${label}s `]) {
      if (text.startsWith(word, start - word.length) && start >= word.length) {
        return { start: start - word.length, end };
      }
    }
  }
  return { start, end };
}

function headerTokens(snapshot: Snapshot, { report }: AnalysedReport): readonly Token[] {
  const { keys, roadmaps, author, reference, date, asOf, period, scope } = report.header;
  const known = new Set([...HEADER_KEYS, 'entries']);
  const isActor = ({ text }: Field<string>) => snapshot.actors.named(text).length > 0;
  return [
    ...keys.filter(({ name }) => known.has(name)).map(({ span }) => token('label', span)),
    ...roadmaps.filter(({ value }) => snapshot.roadmaps.has(value ?? '')).map(({ span }) => token('roadmap', span)),
    ...(author && isActor(author) ? [token('actor', author.span)] : []),
    ...(reference ? [token('citation', reference.span)] : []),
    ...[date, asOf, period].flatMap((field) => (field?.value ? [token('date', field.span)] : [])),
    ...(scope?.actors ?? []).filter(isActor).map(({ span }) => token('actor', span)),
    ...[...(scope?.actions ?? []), ...(scope?.except ?? []).map(({ action }) => action)].map(({ span }) =>
      token('action', span),
    ),
  ];
}

function addYamlTokens(node: YamlNode | undefined, into: Token[]): void {
  if (node?.kind === 'list') {
    for (const item of node.items) {
      addYamlTokens(item, into);
    }
  }
  for (const { key, value } of node?.kind === 'map' ? node.pairs : []) {
    const type = VALUE_TYPES.get(key.text);
    const words = value?.kind === 'list' ? value.items : value ? [value] : [];
    into.push(token('label', key.span));
    for (const word of words) {
      if (type && word.kind === 'scalar') {
        into.push(token(type, word.span));
      }
    }
    addYamlTokens(value, into);
  }
}

/** What the values of keys of roadmaps and actors files are. */
const VALUE_TYPES: ReadonlyMap<string, TokenType> = new Map<string, TokenType>([
  ...['roadmap', 'area'].map((key) => [key, 'roadmap'] as const),
  ...['action'].map((key) => [key, 'action'] as const),
  ...['deliverable', 'commitment'].map((key) => [key, 'deliverable'] as const),
  ...['actor', 'actors', 'replaces', 'part-of'].map((key) => [key, 'actor'] as const),
  ...['date', 'period', 'due', 'since', 'until'].map((key) => [key, 'date'] as const),
  ...['status', 'as'].map((key) => [key, 'status'] as const),
  ['reference', 'citation'],
]);

function token(type: TokenType, { start, end }: Span): Token {
  return { type, start, end };
}

/** Tokens in the order of the text; of those that overlap the one that starts first, and then the longest, stays. */
function inOrder(tokens: readonly Token[]): readonly Token[] {
  const all = tokens.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || b.end - a.end);
  let reach = 0;
  return all.filter(({ start, end }) => {
    const isFree = start >= reach;
    reach = isFree ? end : reach;
    return isFree;
  });
}

/** Tokens with lines and characters; one that goes over several lines becomes several, without the spaces around. */
function onLines(
  text: string,
  tokens: readonly Token[],
  lines: Pick<Lines, 'positionAt'> = new LineCounter(text),
): readonly LineToken[] {
  const found: LineToken[] = [];
  for (const { start, end, type, modifier } of tokens) {
    for (const { index, 0: words } of text.slice(start, end).matchAll(/[^\r\n]+/g)) {
      const at = start + index + words.length - words.trimStart().length;
      const { line, character } = lines.positionAt(at);
      const { length } = words.trim();
      if (length > 0) {
        found.push({ line, character, length, type, modifier });
      }
    }
  }
  return found;
}

/** Positions in a text, asked for in its order. */
class LineCounter {
  private line = 0;
  private start = 0;
  private at = 0;

  constructor(private readonly text: string) {}

  positionAt(offset: number): Position {
    for (; this.at < offset; this.at++) {
      const code = this.text.charCodeAt(this.at);
      if (code === 10 || (code === 13 && this.text.charCodeAt(this.at + 1) !== 10)) {
        this.line++;
        this.start = this.at + 1;
      }
    }
    return { line: this.line, character: offset - this.start };
  }
}
