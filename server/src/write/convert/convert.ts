import type { ReadingContext } from '../../model/context';
import type { Report, ReportFormat, Section } from '../../model/report';
import type { Roadmap } from '../../model/roadmap';
import { problemsOf } from '../../model/section';
import { lineEndOf } from '../../model/text-lines';
import { FIELD_NAMES } from '../../parse/fields';
import { prepareContext } from '../../parse/prepared-context';
import { parseReport } from '../../parse/report';
import { type ConvertSource, type DraftEntry, showHiddenSigns } from './draft';
import { swappedHeader } from './header';
import { likenessOf, saysSomething } from './likeness';
import { readMarkdownEntries } from './read-markdown';
import { type KeptKeys, readYamlEntries } from './read-yaml';
import { writeMarkdownBody } from './write-markdown';
import { writeYamlEntries } from './write-yaml';

/** A draft in the other format, or why there is none. */
export type Conversion =
  | { readonly format: ReportFormat; readonly text: string; readonly notes: readonly string[] }
  | { readonly problem: string };

/**
 * A report in the other format, with all its words, comments and foreign keys. Converting the result again gives a report
 * that says the same as this one; where that could not be done, there is a problem instead of a text.
 *
 * What one format has no words for is kept in a form that the way back understands: keys of a header that are no
 * report's (pandoc's) behind `#|`; what a YAML entry says in keys that Markdown has no fields for in a comment
 * `<!-- yaml … -->`; a section whose fields stand among other words as a text that starts with `<!-- markdown -->`; the
 * levels of headings, where they are not the usual ones, as `# ###` behind the key.
 *
 * @param context what the report was read against
 */
export function convertReport(report: Report, context: ReadingContext): Conversion {
  const [syntax] = problemsOf(report).filter(({ code }) => code === 'syntax');
  if (syntax) {
    return { problem: `This report has lines that cannot be read, so nothing was converted. ${syntax.message}` };
  }
  if (context.roadmaps.length === 0 && report.header.roadmaps.length > 0) {
    return {
      problem: 'The roadmap of this report is not known here, so its actions cannot be told and nothing was converted.',
    };
  }
  const prepared = prepareContext(context);
  const text = withLineFeeds(report.text);
  const isSame = text === report.text;
  const unified = isSame ? report : parseReport(report.uri, text, report.format, prepared);
  const source = { report: unified, context: prepared };
  const found = convertSurely(source);
  if (!found) {
    return { problem: 'Not everything in this report can be kept in the other format, so nothing was converted.' };
  }
  const newLine = lineEndOf(report.text);
  const mark = report.text.startsWith('\ufeff') ? '\ufeff' : '';
  return {
    format: report.format === 'markdown' ? 'yaml' : 'markdown',
    text: mark + found.text.replace(/\n/g, newLine),
    notes: found.notes,
  };
}

function withLineFeeds(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

/** How often what did not come back as it was is kept as it stands, before everything is. */
const ROUNDS = 8;

/**
 * Converts there and back until nothing changes any more: what comes back has to say what the report says, and gives the
 * same text again, so that whoever converts the result gets what was compared here.
 */
function convertSurely(source: ConvertSource) {
  const { report, context } = source;
  const kept = new Map<number, KeptKeys>();
  for (let round = 0; round <= ROUNDS; round++) {
    const found = convertedThereAndBack(source, kept);
    const wrong = found && differences(report, found.back, context.roadmaps);
    if (found && wrong?.length === 0) {
      const { there, back } = found;
      const ways = [
        [report, there],
        [report, back],
        [there, back],
        [back, there],
      ] as const;
      const isLost = ways.some(([from, to]) => lostWords(from, to.text, context.roadmaps).length > 0);
      return isLost ? undefined : { text: there.text, notes: notesOn(source, kept) };
    }
    for (const [index, keys] of wrong ?? []) {
      kept.set(index, kept.has(index) ? 'all' : keys);
    }
    if (!found || round === ROUNDS - 1) {
      report.sections.forEach((_, index) => {
        kept.set(index, 'all');
      });
    }
  }
  return undefined;
}

/** A text in the other format and what comes back of it, which gives that very text again. */
function convertedThereAndBack(source: ConvertSource, kept: ReadonlyMap<number, KeptKeys>) {
  const { report, context } = source;
  const [format, other] =
    report.format === 'markdown' ? (['yaml', 'markdown'] as const) : (['markdown', 'yaml'] as const);
  let text = convertOnce(source, kept);
  for (let attempt = 0; text !== undefined && attempt < 3; attempt++) {
    const there = parseReport(report.uri, text, format, context);
    const backText = convertOnce({ ...source, report: there }, new Map());
    if (backText === undefined) {
      return undefined;
    }
    const back = parseReport(report.uri, backText, other, context);
    const again = convertOnce({ ...source, report: back }, new Map());
    if (again === text) {
      return { there, back };
    }
    text = again;
  }
  return undefined;
}

/** The text of a report in the other format. */
function convertOnce({ report, context }: ConvertSource, kept: ReadonlyMap<number, KeptKeys>): string | undefined {
  const header = swappedHeader(report);
  if (report.format === 'markdown') {
    const entries = readMarkdownEntries({ report, context }, new Set(kept.keys()));
    return (header === '\n' ? '' : header) + writeYamlEntries(entries, context);
  }
  const entries: readonly DraftEntry[] | undefined = readYamlEntries({ report, context }, kept);
  if (!entries) {
    return undefined;
  }
  const front = header === '\n' || header === '' ? '' : `---\n${header}---\n\n`;
  return front + writeMarkdownBody(entries, context);
}

/** The sections that do not say the same any more, with the keys that are to be kept. */
function differences(
  before: Report,
  after: Report,
  roadmaps: ReadingContext['roadmaps'],
): readonly (readonly [number, KeptKeys])[] {
  const [wanted, got] = [likenessOf(before, roadmaps), likenessOf(after, roadmaps)];
  const indexes = before.sections.flatMap((section, index) => (saysSomething(section) ? [index] : []));
  const isSameRest = wanted.header === got.header && wanted.suppressions === got.suppressions;
  const others = after.sections.filter(saysSomething);
  const wrong = indexes.flatMap((index, at): readonly (readonly [number, KeptKeys])[] => {
    const [one, other] = [wanted.sections[at], got.sections[at]];
    const [section, again] = [before.sections[index], others[at]];
    const lost = section && again ? lostFrom(section, before, after.text.slice(again.start, again.end), roadmaps) : [];
    if (one && one.whole === other?.whole && lost.length === 0) {
      return [];
    }
    const keys = [...(one?.fields ?? [])].flatMap(([key, value]) => (other?.fields.get(key) === value ? [] : [key]));
    return [[index, keys.length > 0 && other ? new Set(keys) : 'all']];
  });
  const isSameCount = wanted.sections.length === got.sections.length;
  if (wrong.length > 0 && !isSameCount) {
    // What follows the first that differs is compared with another section.
    return wrong.slice(0, 1);
  }
  return wrong.length > 0 || (isSameRest && isSameCount) ? wrong : indexes.map((index) => [index, 'all'] as const);
}

/** Words of a report that are not in a text, or not as often. Labels and names of actors may be written otherwise. */
function lostWords(report: Report, text: string, roadmaps: readonly Roadmap[]): readonly string[] {
  return missingWords(report.text, text, report.sections, roadmaps);
}

function lostFrom(section: Section, { text }: Report, other: string, roadmaps: readonly Roadmap[]): readonly string[] {
  return missingWords(text.slice(section.start, section.end), other, [section], roadmaps);
}

function missingWords(
  wanted: string,
  text: string,
  sections: readonly Section[],
  roadmaps: readonly Roadmap[],
): readonly string[] {
  const left = new Map<string, number>();
  // An action that YAML names by its number may be named by its title, and its roadmap then goes without saying.
  const numbers = sections.flatMap((section) =>
    section.actions.flatMap(({ action, roadmap }) => [
      action.toLowerCase(),
      ...(roadmaps.length > 1 ? wordsIn(roadmap ?? '') : []),
    ]),
  );
  for (const word of [...wordsIn(showHiddenSigns(text).replace(ESCAPES, ' ')), ...numbers]) {
    left.set(word, (left.get(word) ?? 0) + 1);
  }
  const labels = roadmaps.flatMap((roadmap) => roadmap.labels.flatMap((label) => wordsIn(`${label} ${label}s`)));
  const renamed = new Set([...labels, ...sections.flatMap(({ fields }) => actorWords(fields))]);
  return wordsIn(showHiddenSigns(wanted)).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0 && !LABEL_WORDS.has(word) && !renamed.has(word);
  });
}

/** Signs that stand for others in quotation marks. */
const ESCAPES = /\\(?:u[\da-f]{4}|[a-z"\\])/g;

function actorWords({ actors, deliverables, next }: Section['fields']): readonly string[] {
  const names = [
    ...(actors?.value ?? []),
    ...(deliverables?.value ?? []).flatMap((item) => item.actors?.value ?? []),
    ...(next?.value ?? []).flatMap((step) => step.actors),
  ];
  return names.filter(({ actors: ids }) => ids.length > 0).flatMap(({ text }) => wordsIn(text));
}

const LABEL_WORDS: ReadonlySet<string> = new Set([
  ...FIELD_NAMES.flatMap(({ key, labels }) => [key, ...labels].flatMap(wordsIn)),
  ...[
    'entries',
    'action',
    'actions',
    'section',
    'text',
    'deliverable',
    'measure',
    'and',
    'true',
    'null',
    'yaml',
    'markdown',
  ],
]);

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function notesOn({ report }: ConvertSource, kept: ReadonlyMap<number, KeptKeys>): readonly string[] {
  const titles = [...kept.keys()].map((index) => `“${report.sections[index]?.heading?.text ?? ''}”`);
  const tables = report.sections.filter(({ rows }) => rows.length > 0).length;
  return [
    ...(titles.length === 0
      ? []
      : [
          `${titles.length === 1 ? 'A section is' : 'Some sections are'} kept as written, fields included: ${titles.slice(0, 5).join(', ')}.`,
        ]),
    ...(tables === 0 || report.format === 'yaml'
      ? []
      : [
          'Tables are kept as text, from which YAML reads no entries; “Extract table into entries” makes some of them.',
        ]),
  ];
}
