import { addDuration, type IsoDay, isIsoDay, type PolicyDate } from '../model/date';
import type { FileProblem } from '../model/file-problem';
import type { TextEdit } from '../model/finding';
import { idBehind } from '../model/next-id';
import type { Area, Deadline } from '../model/roadmap';
import type { Span } from '../model/span';
import { insertion } from '../model/text-edits';
import { lineAround, lineEndOf } from '../model/text-lines';
import { foldTitle } from './action-titles';
import { isDateProblem, readDate } from './dates';
import { readEdtf } from './edtf';
import { nearestName } from './nearest-name';
import { wordsInEdtf, wordsInInterval } from './words-in-edtf';
import { pairOf, type YamlMap, type YamlScalar } from './yaml-node';
import { unknownKeys, YamlValues } from './yaml-values';

/** Reads single values of roadmap, actors and project files, and reports what is wrong with them. */
export class DataFileReader {
  readonly values: YamlValues;
  private reference: IsoDay | undefined;

  /** `problems` is added to. */
  constructor(
    readonly uri: string,
    private readonly text: string,
    private readonly problems: FileProblem[],
  ) {
    this.values = new YamlValues(text, (problem) => problems.push({ code: 'roadmap-invalid', ...problem }));
  }

  /** A text as one line. */
  line(map: YamlMap, key: string): string | undefined {
    return this.values.text(map, key)?.text.replace(/\s+/g, ' ').trim();
  }

  /** Reports a key without value. */
  require(map: YamlMap, key: string, owner: string, place: Span): void {
    const pair = pairOf(map, key);
    if (!pair) {
      this.report('roadmap-invalid', place, `${owner} needs the field “${key}”. Add a line “${key}: …”.`);
    } else if (!pair.value || (pair.value.kind === 'scalar' && pair.value.text.trim() === '')) {
      this.report('roadmap-invalid', pair.key.span, `“${key}” has no value yet. ${owner} needs one.`);
    }
  }

  /** The text of a key that must not be missing or empty. */
  requireText(map: YamlMap, key: string, owner: string): YamlScalar | undefined {
    this.require(map, key, owner, map.pairs[0]?.key.span ?? map.span);
    const text = this.values.text(map, key);
    return text?.text.trim() === '' ? undefined : text;
  }

  checkKeys(map: YamlMap, known: readonly string[], place: string): void {
    for (const problem of unknownKeys(map, known, place)) {
      this.problems.push({ code: 'roadmap-invalid', ...problem });
    }
  }

  /** Reports ids that stand twice, with the place of the first and an id that is free. */
  checkDoubles(what: string, all: readonly { readonly id: string; readonly idSpan: Span }[]): void {
    const first = new Map<string, Span>();
    const taken = new Set(all.map(({ id }) => id));
    for (const { id, idSpan } of all) {
      const before = first.get(id);
      if (before === undefined) {
        first.set(id, idSpan);
        continue;
      }
      this.problems.push({
        code: 'roadmap-duplicate',
        span: idSpan,
        message: `The ${what} “${id}” is there already. Reports could not tell the two apart: give this one another id.`,
        related: [{ uri: this.uri, span: before, message: `The first “${id}”.` }],
        replacement: idBehind(id, taken),
      });
    }
  }

  /** Reports a name that one actor has twice. */
  checkSameNames(names: readonly YamlScalar[]): void {
    const first = new Map<string, Span>();
    for (const { text, span } of names) {
      const before = first.get(text);
      first.set(text, before ?? span);
      if (before) {
        this.problems.push({
          code: 'roadmap-duplicate',
          span,
          message: `This actor has the name “${text}” already. Take it out here.`,
          related: [{ uri: this.uri, span: before, message: `The first “${text}”.` }],
        });
      }
    }
  }

  /** Reports titles that stand twice among items that reports name by their titles. */
  checkTitles(what: string, key: string, items: readonly YamlMap[]): void {
    const first = new Map<string, { readonly id: string | undefined; readonly span: Span }>();
    for (const item of items) {
      const [written, own] = [pairOf(item, 'title')?.value, pairOf(item, key)?.value];
      const id = own?.kind === 'scalar' ? own.text : undefined;
      const { text, span } = written?.kind === 'scalar' ? written : { text: '', span: item.span };
      const title = foldTitle(text);
      const before = first.get(title);
      first.set(title, before ?? { id, span });
      // Where the ids are the same that is what is wrong.
      if (before && before.id !== id && title !== '') {
        this.problems.push({
          code: 'roadmap-duplicate',
          severity: 'info',
          span,
          message: `Another ${what} has this title: who reads it without its number cannot tell which one is meant.`,
          related: [{ uri: this.uri, span: before.span, message: `The first “${text}”.` }],
        });
      }
    }
  }

  wrongDate(written: YamlScalar | undefined, message: string): void {
    if (written) {
      this.report('roadmap-date-invalid', written.span, message);
    }
  }

  checkArea(written: YamlScalar | undefined, areas: readonly Area[]): void {
    if (!written || areas.some((area) => area.id === written.text)) {
      return;
    }
    const ids = areas.map((area) => area.id);
    const nearest = nearestName(written.text, ids);
    const known = ids.length === 0 ? 'This roadmap has no areas yet.' : `The areas are ${ids.join(', ')}.`;
    const message = `There is no area “${written.text}” in this roadmap, so its action would belong to none.`;
    const advice =
      nearest === undefined ? `${known} Add it to “areas”, or take one of them.` : `Did you mean “${nearest}”?`;
    this.report('roadmap-reference-broken', written.span, `${message} ${advice}`, nearest);
  }

  invalid(written: { readonly span: Span }, message: string, replacement?: string): void {
    const question = replacement === undefined ? '' : ` Did you mean “${replacement}”?`;
    this.report('roadmap-invalid', written.span, `${message}${question}`, replacement);
  }

  actors(map: YamlMap): { readonly actors: readonly string[]; readonly actorSpans: readonly Span[] } {
    const written = this.values.texts(map, 'actors');
    return { actors: written.map((actor) => actor.text), actorSpans: written.map((actor) => actor.span) };
  }

  deadline(map: YamlMap): Deadline {
    const due = this.date(map, 'due');
    const stated = this.values.text(map, 'stated');
    const every = this.values.text(map, 'every');
    const soundEvery = every && addDuration('2000-01-01', every.text) !== undefined;
    if (every && !soundEvery) {
      this.report(
        'roadmap-date-invalid',
        every.span,
        `“${every.text}” is no interval. Write P and a number with Y, M, W or D: P1Y is every year, P6M every six months.`,
        wordsInInterval(every.text),
      );
    }
    const span = due?.span ?? stated?.span;
    return {
      ...(due?.date ? { due: due.date } : {}),
      ...(stated ? { stated: stated.text.replace(/\s+/g, ' ').trim() } : {}),
      ...(every && soundEvery ? { every: every.text } : {}),
      ...(span ? { span } : {}),
    };
  }

  /** A date in EDTF. Where something else stands, `date` is undefined and the message says what to write. */
  date(map: YamlMap, key: string): { readonly date: PolicyDate | undefined; readonly span: Span } | undefined {
    const written = this.values.text(map, key);
    if (!written || written.text.trim() === '') {
      return undefined;
    }
    const date = readEdtf(written.text.trim());
    if (!isDateProblem(date)) {
      return { date, span: written.span };
    }
    const edtf = wordsInEdtf(written.text, this.reference);
    const due = key === 'due' ? pairOf(map, key)?.key.span : undefined;
    const isNoDate = /\p{L}{3}/u.test(written.text) && isDateProblem(readDate(written.text, '2000-01-01'));
    const isEvent = due !== undefined && edtf === undefined && isNoDate;
    const message =
      edtf === undefined
        ? `“${key}” takes a date in EDTF, such as 2024-06-30, 2024-06, 2024 or ../2024-06-30 (by that day). ` +
          (isEvent ? 'Words that are no date stand in “stated”, without a “due”.' : date.message)
        : `“${key}” takes a date in EDTF, so that its bounds are beyond doubt. For “${written.text}” write ${edtf}` +
          (due ? '; the words themselves belong in “stated”.' : '.');
    const addition = edtf !== undefined && due ? this.statedBelow(map, written) : undefined;
    this.problems.push({
      ...{ code: 'roadmap-date-invalid', span: written.span, message },
      ...(edtf === undefined ? {} : { replacement: edtf }),
      ...(addition ? { addition } : {}),
      ...(isEvent && !pairOf(map, 'stated') ? { replacement: 'stated', replaced: due } : {}),
    });
    return { date: undefined, span: written.span };
  }

  /** A single calendar day. */
  day(map: YamlMap, key: string): IsoDay | undefined {
    const written = this.values.text(map, key);
    if (!written || written.text === '' || isIsoDay(written.text)) {
      return written?.text || undefined;
    }
    const words = readDate(written.text, this.reference ?? '2000-01-01');
    const day =
      !isDateProblem(words) && words.earliest !== null && words.earliest === words.latest ? words.earliest : undefined;
    const impossible = isDateProblem(words) && words.problem === 'impossible' ? `${words.message} ` : '';
    const advice = day === undefined ? 'year, month, day, such as 2023-10-18.' : day;
    const message = `${impossible}“${key}” takes one day. Write ${advice}`;
    this.report('roadmap-date-invalid', written.span, message.endsWith('.') ? message : `${message}.`, day);
    return undefined;
  }

  /** From now on relative words ("next year") are meant from this day, where the text is one. */
  referenceDay(written: YamlScalar | undefined): void {
    this.reference = written && isIsoDay(written.text) ? written.text : undefined;
  }

  /** A line `stated` with the words of `due` below it; undefined where there is one, or no line could be put in. */
  private statedBelow(map: YamlMap, { span, style }: YamlScalar): TextEdit | undefined {
    const due = pairOf(map, 'due');
    if (!due || style !== 'plain' || pairOf(map, 'stated')) {
      return undefined;
    }
    const line = lineAround(this.text, span.start);
    const before = this.text.slice(line.start, due.key.span.start);
    // What is plain behind one key is plain behind another.
    const words = this.text.slice(span.start, span.end);
    return /^[\s-]*$/.test(before) && span.end <= line.end
      ? insertion(line.end, `${lineEndOf(this.text)}${' '.repeat(before.length)}stated: ${words}`)
      : undefined;
  }

  private report(code: FileProblem['code'], span: Span, message: string, replacement?: string): void {
    this.problems.push({ code, span, message, ...(replacement === undefined ? {} : { replacement }) });
  }
}

/** The name of a file without folder and endings: "plan" for "file:///x/plan.roadmap.yaml". */
export function fileStem(uri: string): string {
  return /([^/\\.]+)[^/\\]*$/.exec(uri)?.[1] ?? uri;
}
