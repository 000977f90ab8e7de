import { type Entry, entriesOf } from '../model/entry';
import { LineIndex, type Range } from '../model/lines';
import type { ActorName, EntryFields, Field, Passage, Report, ReportedFields, Section } from '../model/report';
import type { AnalysedReport } from '../model/snapshot';
import { overlaps, type Span, shiftSpan } from '../model/span';
import { collect } from './collect';
import { readAsOf, readOptions } from './options';
import { type CommandHost, EXIT, UsageError } from './program';

/** Makes the range of a span that is relative to `base`. */
type RangeOf = (span: Span, base: number) => Range;

/** `rapporteur inspect FILE`: what the parser saw (DESIGN, section 7). */
export async function inspectCommand(args: readonly string[], host: CommandHost): Promise<number> {
  const { values, positionals } = readOptions(args, { roadmap: 'text', 'as-of': 'text' });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) {
    throw new UsageError('inspect needs one file.');
  }
  const asOf = readAsOf(values['as-of'], host.today);
  const { files, reader } = await collect([path], { roadmap: values.roadmap, asOf }, host);
  const [file] = files;
  const snapshot = await reader.read(files);
  const analysed = file && snapshot.report(file.uri);
  if (!analysed) {
    throw new UsageError(`“${path}” is no report.`);
  }
  const answer = { ...inspectReport(analysed), findings: snapshot.findings(file.uri).length };
  host.print(`${JSON.stringify(answer, null, 2)}\n`);
  return EXIT.clean;
}

/** The answer of `inspect` without the number of findings. */
export function inspectReport(analysed: AnalysedReport): Record<string, unknown> {
  const { report, roadmaps, asOf } = analysed;
  const lines = new LineIndex(report.text);
  const rangeOf: RangeOf = (span, base) => {
    const { start, end } = shiftSpan(span, base);
    return { start: lines.positionAt(start), end: lines.positionAt(end) };
  };
  const named = entriesOf(report).map((entry) => ({
    at: entry.section.start + entry.span.start,
    ...namedEntry(entry, report, rangeOf),
  }));
  const suggested = analysed.suggestions().map(({ section, role, span, roadmap, action, confidence }) => {
    const main = role === 'main';
    const whole = main ? { start: 0, end: section.end - section.start } : span;
    return {
      at: section.start + whole.start,
      actions: [{ roadmap, action }],
      heading: main ? (section.heading?.text ?? null) : null,
      range: rangeOf(whole, section.start),
      how: 'suggested',
      confidence: Math.round(confidence * 1000) / 1000,
      ...fieldsOf(main ? section.fields : {}, main ? section : undefined, section, rangeOf, report),
    };
  });
  const entries = [...named, ...suggested].sort((a, b) => a.at - b.at).map(({ at: _, ...entry }) => entry);
  return {
    roadmaps: roadmaps.map((roadmap) => roadmap.id),
    asOf: asOf.day,
    kind: report.header.kind?.value ?? 'progress-report',
    entries,
    mentions: mentionsOf(report, rangeOf),
  };
}

function namedEntry(entry: Entry, report: Report, rangeOf: RangeOf): Record<string, unknown> {
  const { section, row } = entry;
  return {
    actions: entry.actions.map(({ roadmap, action }) => ({ roadmap: roadmap ?? null, action })),
    heading: row ? null : (section.heading?.text ?? null),
    range: rangeOf(entry.span, section.start),
    how: 'named',
    confidence: 1,
    ...fieldsOf(entry.fields, row ? undefined : section, section, rangeOf, report),
  };
}

/** Every field of the table in DESIGN, section 3, under its YAML key; `prose` is the section whose text is the entry's. */
function fieldsOf(
  fields: EntryFields,
  prose: Section | undefined,
  section: Section,
  rangeOf: RangeOf,
  report: Report,
): Record<string, unknown> {
  const base = section.start;
  const field = <T>(given: Field<T> | undefined, toValue: (value: T) => unknown) =>
    given === undefined
      ? null
      : {
          value: given.value === undefined ? null : toValue(given.value),
          text: given.text,
          range: rangeOf(given.span, base),
        };
  const nameOf = ({ text, actors, span }: ActorName) => ({
    actor: actors.length === 1 ? actors[0] : null,
    text,
    range: rangeOf(span, base),
  });
  const reported = (given: ReportedFields) => ({
    status: field(given.status, (status) => status.status),
    actors: field(given.actors, (names) => names.map(nameOf)),
    due: field(given.due, (date) => date),
    revised: field(given.revised, (date) => date),
    reason: field(given.reason, (reason) => reason),
    completed: field(given.completed, (date) => date),
    evidence: field(given.evidence, (items) =>
      items.map((item) => ({
        text: item.text,
        range: rangeOf(item.span, base),
        citations: item.citations.map(({ id }) => id),
      })),
    ),
  });
  return {
    ...reported(fields),
    deliverables: field(fields.deliverables, (items) =>
      items.map((item) => ({
        deliverable: item.deliverable ?? null,
        text: item.text,
        range: rangeOf(item.whole, base),
        ...reported(item),
      })),
    ),
    next: field(fields.next, (steps) =>
      steps.map((step) => ({
        text: step.text,
        range: rangeOf(step.span, base),
        actors: step.actors.map(nameOf),
        due: field(step.due, (date) => date),
      })),
    ),
    'follow-up': field(fields.followUp, (items) =>
      items.map((item) => ({
        text: item.text,
        range: rangeOf(item.span, base),
        status: field(item.status, (status) => status.status),
      })),
    ),
    text: prose ? textOf(prose, rangeOf, report) : null,
  };
}

/** The prose of a section: its paragraphs and items that are no field, with the range from the first to the last. */
function textOf(section: Section, rangeOf: RangeOf, report: Report): Record<string, unknown> | null {
  const fields = Object.values(section.fields).map(({ key, span }) => ({ start: key.start, end: span.end }));
  const prose = section.passages.filter(
    ({ kind, span }) => (kind === 'paragraph' || kind === 'item') && !fields.some((field) => overlaps(field, span)),
  );
  const [first] = prose;
  const last = prose.at(-1);
  if (!section.hasProse || !first || !last) {
    return null;
  }
  const text = prose.map((passage) => wordsOf(passage, section, report)).join('\n\n');
  return { value: text, text, range: rangeOf({ start: first.span.start, end: last.span.end }, section.start) };
}

/** A passage as it stands, without the indentation that YAML and lists give its further lines. */
function wordsOf({ kind, span }: Passage, section: Section, report: Report): string {
  const words = report.text.slice(section.start + span.start, section.start + span.end);
  return `${kind === 'item' ? '- ' : ''}${words.replace(/[ \t]*\r?\n[ \t]*/g, '\n')}`;
}

function mentionsOf(report: Report, rangeOf: RangeOf): Record<string, unknown> {
  const all = <T extends { readonly span: Span }>(
    of: (section: Section) => readonly T[],
    show: (mention: T) => object,
  ) =>
    report.sections.flatMap((section) =>
      of(section).map((mention) => ({ ...show(mention), range: rangeOf(mention.span, section.start) })),
    );
  return {
    actions: report.sections.flatMap((section) => actionMentions(section, report, rangeOf)),
    actors: all(
      (section) => section.mentions.actors,
      ({ actor, text }) => ({ actor, text }),
    ),
    dates: all(
      (section) => section.mentions.dates,
      ({ text, date: { edtf, earliest, latest, recurring } }) => ({ text, edtf, earliest, latest, recurring }),
    ),
    citations: all(
      (section) => section.mentions.citations,
      ({ text, kind, id, url }) => ({ text, kind, id, url }),
    ),
  };
}

/** Where a section names an action: in its heading or item, in rows of tables, in running text; in the order of the text. */
function actionMentions(section: Section, report: Report, rangeOf: RangeOf): readonly object[] {
  return [...section.actions, ...section.rows.flatMap((row) => row.actions), ...section.mentions.actions]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ roadmap, action, span }) => ({
      roadmap: roadmap ?? null,
      action,
      text: report.text.slice(section.start + span.start, section.start + span.end),
      range: rangeOf(span, section.start),
    }));
}
