import type { IsoDay, PolicyDate } from '../model/date';
import type {
  Field,
  HeaderKey,
  ParseProblem,
  ReportFormat,
  ReportHeader,
  ReportScope,
  ScopeException,
} from '../model/report';
import type { Span } from '../model/span';
import { isDateProblem, readDate } from './dates';
import { readTextField } from './fields';
import { byteOrderMark, frontMatterOf } from './front-matter';
import { readYaml } from './yaml-document';
import { headerStretchesOf } from './yaml-entries';
import { noAnchors, pairOf, type YamlMap, type YamlNode, type YamlPair, type YamlScalar } from './yaml-node';
import { unknownKeys, type ValueProblem, YamlValues } from './yaml-values';

/** The keys of a header, in the order in which they are written. */
export const HEADER_KEYS: readonly string[] = [
  'roadmap',
  'kind',
  'title',
  'author',
  'reference',
  'date',
  'as-of',
  'period',
  'previous',
  'scope',
];

/** A header, and what is wrong with it. */
export interface HeaderReading {
  readonly header: ReportHeader;
  /** Spans count from the file. */
  readonly problems: readonly ParseProblem[];
}

/**
 * What a report says before its entries: which roadmaps it is on, its dates, the previous report, its scope. Of a YAML
 * report only the lines outside `entries` are read. Never throws.
 */
export function parseHeader(text: string, format: ReportFormat): ReportHeader {
  return format === 'markdown' ? readFrontMatter(text).header : readTopLevel(text).header;
}

/** The header of a Markdown report, with the problems of its front matter. */
export function readFrontMatter(text: string): HeaderReading {
  const frontMatter = frontMatterOf(text);
  if (!frontMatter) {
    return { header: { roadmaps: [], keys: [] }, problems: [] };
  }
  const { inside, fence, closed } = frontMatter;
  const { root, problems } = readYaml(text.slice(inside.start, inside.end), inside.start);
  const reading = headerOf(root, text, inside, 'markdown');
  const syntax = problems.map((problem): ParseProblem => ({ code: 'syntax', ...problem }));
  const unclosed: ParseProblem[] = closed ? [] : [{ code: 'syntax', message: UNCLOSED, span: fence }];
  return { header: reading.header, problems: [...unclosed, ...syntax, ...reading.problems] };
}

/**
 * The header that the top level of a YAML text says.
 *
 * @param root what the front matter, or the YAML report, says as a whole
 * @param source the text that the spans of `root` are offsets into
 * @param span what the header's own `span` is to be
 */
export function headerOf(root: YamlNode | undefined, source: string, span: Span, format: ReportFormat): HeaderReading {
  const reader = new HeaderReader(source, format);
  return { header: reader.read(root, span), problems: reader.problems };
}

function readTopLevel(source: string): HeaderReading {
  // A lone CR ends a line for editors (LSP 3.17), but not for YAML; of the same length, it moves nothing.
  const text = source.includes('\r') ? source.replace(/\r(?!\n)/g, '\n') : source;
  const stretches = headerStretchesOf(text) ?? stretchesAround(text);
  const start = byteOrderMark(text);
  const before = stretches[0]?.end ?? text.length;
  // Where the key `entries` starts, behind a byte order mark that may stand before it.
  const end = before + (text.charCodeAt(before) === 0xfeff ? 1 : 0);
  const anchors = noAnchors();
  const pairs = stretches.flatMap((stretch, index) => {
    const from = Math.max(stretch.start, start);
    const part = text.slice(from, stretch.end);
    const isSecondDocument = index > 0 && /^(?:---|\.\.\.)/.test(part);
    const root = isSecondDocument ? undefined : readYaml(part, from, anchors).root;
    return root?.kind === 'map' ? root.pairs : [];
  });
  return headerOf({ kind: 'map', span: { start, end }, pairs }, text, { start, end }, 'yaml');
}

/** The lines before entries in brackets, and those behind from the first that starts with a letter or quotation mark. */
function stretchesAround(text: string): readonly Span[] {
  const entries = /^(?:entries|"entries"|'entries')[ \t]*:/m.exec(text);
  if (!entries) {
    return [{ start: 0, end: text.length }];
  }
  const from = entries.index + entries[0].length;
  const behind = /^["'A-Za-z]/m.exec(text.slice(from));
  const before = { start: 0, end: entries.index };
  return behind ? [before, { start: from + behind.index, end: text.length }] : [before];
}

const UNCLOSED =
  'The block of keys at the top of the file is not closed, so where the text starts is a guess. Write a line with --- ' +
  'behind the last key.';

/** Keys of pandoc, Quarto and static site generators that are one slip away from one of ours. */
const KEYS_OF_OTHERS: ReadonlySet<string> = new Set(['authors', 'references', 'data', 'dates', 'titles', 'score']);

/** Keys that pandoc reads too, as lists or groups of its own. */
const KEYS_OF_PANDOC: ReadonlySet<string> = new Set(['title', 'author', 'date']);

const SCOPE_KEYS = ['areas', 'actions', 'actors', 'except'];

class HeaderReader {
  readonly problems: ParseProblem[] = [];
  private readonly values: YamlValues;

  constructor(
    source: string,
    private readonly format: ReportFormat,
  ) {
    this.values = new YamlValues(source, (problem) => this.report('value-invalid', problem));
  }

  read(root: YamlNode | undefined, span: Span): ReportHeader {
    if (root && root.kind !== 'map') {
      const message = 'Here stand the fields of the report: a name, a colon and a value on each line.';
      this.report('value-invalid', { span: root.span, message });
    }
    const map: YamlMap = root?.kind === 'map' ? root : { kind: 'map', span, pairs: [] };
    this.checkKeys(map);
    const date = this.date(map, 'date', undefined);
    const reference = date?.value?.latest ?? date?.value?.earliest ?? undefined;
    return {
      span,
      roadmaps: this.list(map, 'roadmap') ?? [],
      ...present('kind', this.text(map, 'kind')),
      ...present('title', this.text(map, 'title')),
      ...present('author', this.text(map, 'author')),
      ...present('reference', this.text(map, 'reference')),
      ...present('date', date),
      ...present('asOf', this.date(map, 'as-of', reference)),
      ...present('period', this.date(map, 'period', reference)),
      ...present('previous', this.text(map, 'previous')),
      ...present('scope', this.scope(map)),
      keys: completePairs(map).map(({ key }): HeaderKey => ({ name: key.text, span: key.span })),
    };
  }

  private report(code: ParseProblem['code'], problem: ValueProblem): void {
    this.problems.push({ code, ...problem });
  }

  /** In front matter other programs have keys of their own: only one that looks like a slip of ours is reported. */
  private checkKeys(map: YamlMap): void {
    const isYaml = this.format === 'yaml';
    for (const problem of unknownKeys(map, isYaml ? [...HEADER_KEYS, 'entries'] : HEADER_KEYS, 'a report')) {
      const key = map.pairs.find((pair) => pair.key.span === problem.span)?.key.text ?? '';
      if (isYaml || (problem.replacement !== undefined && !KEYS_OF_OTHERS.has(key))) {
        this.report('report-field-unknown', problem);
      } else if (key === 'entries') {
        this.report('report-field-unknown', { span: problem.span, message: ENTRIES_IN_FRONT_MATTER });
      }
    }
  }

  private text(map: YamlMap, key: string): Field<string> | undefined {
    const pair = pairOf(map, key);
    if (!pair?.value) {
      return pair && fieldOf(undefined, pair);
    }
    if (this.format === 'yaml' || !KEYS_OF_PANDOC.has(key) || pair.value.kind === 'scalar') {
      return fieldOf(this.values.textOf(pair.value, key), pair);
    }
    const first = pair.value.kind === 'list' ? pair.value.items[0] : undefined;
    return first?.kind === 'scalar' ? fieldOf(first, pair) : undefined;
  }

  /** A value that is one text or a list of them. Undefined where the key is missing or says nothing. */
  private list(map: YamlMap, key: string): readonly Field<string>[] | undefined {
    const pair = pairOf(map, key);
    return pair?.value && this.values.texts(map, key).map((scalar) => fieldOf(scalar, pair));
  }

  private date(map: YamlMap, key: string, reference: IsoDay | undefined): Field<PolicyDate> | undefined {
    const field = this.text(map, key);
    return field && { ...field, value: field.value === undefined ? undefined : settledDate(field.value, reference) };
  }

  private scope(header: YamlMap): ReportScope | undefined {
    const pair = pairOf(header, 'scope');
    if (!pair) {
      return undefined;
    }
    const map = this.values.map(header, 'scope') ?? { kind: 'map', span: pair.valueSpan, pairs: [] };
    this.reportUnknown(map, SCOPE_KEYS, 'a scope');
    return {
      key: pair.key.span,
      ...present('areas', this.list(map, 'areas')),
      ...present('actions', this.list(map, 'actions')),
      ...present('actors', this.list(map, 'actors')),
      except: this.exceptions(pairOf(map, 'except')),
    };
  }

  /** Groups with `action` and `reason`; an action's id alone is one without a reason. */
  private exceptions(pair: YamlPair | undefined): readonly ScopeException[] {
    const nodes = pair?.value?.kind === 'list' ? pair.value.items : pair?.value ? [pair.value] : [];
    return nodes.flatMap((node): readonly ScopeException[] => {
      if (node.kind !== 'map') {
        return pair ? [{ action: fieldOf(this.values.textOf(node, 'except'), pair) }] : [];
      }
      this.reportUnknown(node, ['action', 'reason'], 'an exception');
      const action = this.text(node, 'action');
      if (action?.value === undefined) {
        const message =
          'This exception names no action, so nothing is left out. Write “action”, a colon and its number.';
        this.report('value-invalid', { span: node.span, message });
        return [];
      }
      return [{ action, ...present('reason', this.text(node, 'reason')) }];
    });
  }

  private reportUnknown(map: YamlMap, known: readonly string[], place: string): void {
    for (const problem of unknownKeys(map, known, place)) {
      this.report('report-field-unknown', problem);
    }
  }
}

const ENTRIES_IN_FRONT_MATTER =
  'In a Markdown report the entries are the text below, with a heading for each action, and nobody reads them here. ' +
  'Move them there, or make the file a YAML report.';

function completePairs(map: YamlMap): readonly YamlPair[] {
  return map.pairs.filter((pair) => pair.complete);
}

function fieldOf(node: YamlScalar | undefined, { key, valueSpan }: YamlPair): Field<string> {
  return node
    ? { ...readTextField(node.text, node.span, key.span), span: node.span }
    : { value: undefined, text: '', span: valueSpan, key: key.span };
}

/** A date that does not depend on the day on which it is read, or that counts from `reference`. */
function settledDate(text: string, reference: IsoDay | undefined): PolicyDate | undefined {
  const [one, other] = reference === undefined ? ['2000-02-02', '2003-09-09'] : [reference, reference];
  const [first, second] = [readDate(text, one), readDate(text, other)];
  return isDateProblem(first) || isDateProblem(second) || first.edtf !== second.edtf ? undefined : first;
}

/** An object with the value under the name, or without the name where there is no value. */
function present<K extends string, T>(name: K, value: T | undefined): { readonly [P in K]?: T } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [P in K]?: T });
}
