import type { KindField } from '../model/draft-kind';
import type { Roadmap } from '../model/roadmap';
import { isReadable } from '../model/section';
import { headerEdits } from '../write/header-lines';
import type { ReportContext } from './check-context';
import { enumerate } from './enumeration';
import { markdownExample, yamlExample } from './example-reports';
import { PLACEHOLDER } from './field-below';
import { misspeltKeys } from './header-keys';
import type { ReportFinding, Rule } from './rule';

export const reportFieldMissing: Rule = {
  meta: {
    code: 'report-field-missing',
    group: 'report',
    severity: 'info',
    summary: 'A report that does not say its roadmap (an error), or its title, author or date',
    why:
      'Without `roadmap:` there is nothing to check a report against, so that is an error; a default roadmap in the ' +
      'settings will do instead. The author decides which actors may answer for an action, the date is what “this ' +
      'month” counts from, and the title heads whatever is made of the report: a level-1 heading will do instead.\n\n' +
      'A file without front matter, such as a text pasted from Word, is only asked for its roadmap. Which of these a ' +
      'draft needs, and whether it needs a roadmap, is a matter of its `kind`.',
    examples: [
      { language: 'markdown', bad: withoutRoadmap(inMarkdown()), good: inMarkdown() },
      { language: 'markdown', bad: inMarkdown().replace('author: belgium\n', ''), good: inMarkdown() },
      { language: 'yaml', bad: withoutRoadmap(inYaml()), good: inYaml() },
    ],
    fixable: true,
  },
  *checkReport(context) {
    const { header } = context;
    const misspelt = misspeltKeys(context);
    const isNamed = header.roadmaps.some((field) => field.value !== undefined) || context.roadmaps.length > 0;
    const isWanted = fieldsOf(context).includes('roadmap');
    if (isWanted && !isNamed && context.settings.roadmap === undefined && !misspelt.has('roadmap')) {
      yield roadmapMissing(context);
      return;
    }
    const missing = header.keys.length > 0 ? missingDetails(context).filter((name) => !misspelt.has(name)) : [];
    if (missing.length > 0) {
      yield detailsMissing(missing, context);
    }
  },
};

function roadmapMissing({ anchor, knownRoadmaps }: ReportContext): ReportFinding {
  const known = [...knownRoadmaps.values()];
  return {
    place: anchor,
    severity: 'error',
    message:
      'This report does not say which roadmap it is about, so nothing in it can be checked. Add “roadmap” with the id ' +
      `of one: ${known.map(({ id, title }) => `“${id}” (${title})`).join(', ')}.`,
    fixes: ({ report }) =>
      (isReadable(report) ? likely(known, report.text) : []).map(({ id, title }) => ({
        title: `Say that it is about “${title}”`,
        safe: false,
        edits: headerEdits(report, [['roadmap', id]]),
      })),
  };
}

/** The roadmaps of which a text has titles of actions, those with most of them first; where it has none, all. */
function likely(known: readonly Roadmap[], text: string): readonly Roadmap[] {
  const words = text.toLowerCase();
  const counted = known.map((roadmap) => {
    const titles = roadmap.actions.map(({ title }) => title.toLowerCase());
    return { roadmap, count: titles.filter((title) => TELLING_TITLE.test(title) && words.includes(title)).length };
  });
  const named = counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
  return (named.length > 0 ? named : counted).slice(0, MOST_OFFERED).map(({ roadmap }) => roadmap);
}

/** Three words: what is shorter ("Intelligence") stands in many a text. */
const TELLING_TITLE = /\S\s+\S+\s+\S/;

const MOST_OFFERED = 9;

/** What the header of such a draft has to say; where its kind cannot be told, what any draft has. */
function fieldsOf({ kind }: ReportContext): readonly KindField[] {
  return kind?.fields ?? ['title', 'date'];
}

/** What a report's reader needs. Where the date is missing and nothing stands in for it, `as-of-missing` says so. */
function missingDetails(context: ReportContext): readonly string[] {
  const { header, sections, asOf, kind, roadmaps } = context;
  const isTitled = sections.some(({ heading }) => heading?.kind === 'heading' && heading.level === 1);
  const isDated = asOf.from === 'today' && roadmaps.length > 0 && kind?.rules['as-of-missing'] !== 'off';
  const isThere: Readonly<Record<KindField, boolean>> = {
    roadmap: true,
    title: isTitled || Boolean(header.title?.text),
    author: Boolean(header.author?.text),
    date: isDated || Boolean(header.date?.text),
    reference: Boolean(header.reference?.text),
    period: Boolean(header.period?.text),
  };
  return fieldsOf(context).filter((field) => !isThere[field]);
}

function detailsMissing(missing: readonly string[], { anchor }: ReportContext): ReportFinding {
  const keys = enumerate(missing.map((name) => `“${name}”`));
  const texts = missing.filter((name) => name !== 'date' && name !== 'period');
  const values = texts.map((name) => [name, `"${PLACEHOLDER}"`] as const);
  return {
    place: anchor,
    message:
      `This report does not give its ${enumerate(missing)}, which whoever receives it needs to know. Add ${keys} at ` +
      'the top.',
    // A date or period in square brackets would be none: only the author can write one.
    fixes: ({ report }) =>
      texts.length < missing.length || !isReadable(report)
        ? []
        : [{ title: `Add ${keys}, to be completed`, safe: false, edits: headerEdits(report, values) }],
  };
}

function inMarkdown(): string {
  const lines = ['- **Status:** in progress', '', 'Eurojust prepares the network.'];
  return markdownExample('5', lines, ['title: Progress report', 'author: belgium']);
}

function inYaml(): string {
  const lines = ['status: in-progress', 'text: Eurojust prepares the network.'];
  return yamlExample('5', lines, ['title: Progress report', 'author: belgium']);
}

function withoutRoadmap(report: string): string {
  return report.replace('roadmap: eu-drugs-2023\n', '');
}
