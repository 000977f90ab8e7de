import { keyOf } from '../model/entry';
import type { ActionReference, Section, TableRow } from '../model/report';
import { actionLabel } from '../model/roadmap';
import { shiftSpan } from '../model/span';
import { markdownEntries, yamlEntries } from './example-reports';
import type { Rule, RuleContext, RuleFinding } from './rule';

export const actionDuplicate: Rule = {
  meta: {
    code: 'action-duplicate',
    group: 'action',
    severity: 'error',
    summary: 'An action that two sections, or two rows of one table, report on',
    why:
      'Two entries on one action drift apart: one says “delivered”, the other “in progress”, and nobody knows which one ' +
      'counts. Put everything about an action in one place and refer to it from elsewhere (“see Action 8”).\n\nA row of a ' +
      'summary table is no second entry, nor are two entries or rows on different deliverables (8.1 and 8.2).',
    examples: [
      {
        language: 'markdown',
        bad: markdownEntries('Action 8', 'Action 14', 'Action 8'),
        good: markdownEntries('Action 8', 'Action 14'),
      },
      { language: 'yaml', bad: yamlEntries('8', '14', '8'), good: yamlEntries('8', '14') },
    ],
    fixable: false,
  },
  *checkReport(context) {
    const { sections } = context.report;
    yield* duplicates(
      sections.map((section) => ({ section, place: section })),
      'section',
      context,
    );
    const rows = sections.flatMap((section) => section.rows.map((row) => ({ section, place: row })));
    for (const table of byTable(rows)) {
      yield* duplicates(table, 'row', context);
    }
  },
};

interface Place {
  readonly section: Section;
  readonly place: Section | TableRow;
}

function* duplicates(places: readonly Place[], what: 'section' | 'row', context: RuleContext): Iterable<RuleFinding> {
  const first = new Map<string, { readonly section: Section; readonly reference: ActionReference }>();
  for (const { section, place } of places) {
    for (const reference of place.actions.filter(({ known, roadmap }) => known && roadmap !== undefined)) {
      const key = `${keyOf(reference)}\n${partOf(reference, place, section, context)}`;
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, { section, reference });
        continue;
      }
      const roadmap = context.roadmaps.find(({ id }) => id === reference.roadmap);
      const label = roadmap ? actionLabel(roadmap, reference.action) : reference.action;
      yield {
        section,
        span: reference.span,
        message:
          `Another ${what} reports on ${label} already. The two can contradict each other, and a ` +
          'reader finds only one. Put them together, or correct the number.',
        related: [
          {
            uri: context.report.uri,
            span: shiftSpan(earlier.reference.span, earlier.section.start),
            message: `The first ${what} on ${label}`,
          },
        ],
      };
    }
  }
}

/** What of the action is meant: ".1" behind the 6 of "6.1", and the deliverables of a table's row. */
function partOf(
  { action, span }: ActionReference,
  place: Place['place'],
  section: Section,
  { report }: RuleContext,
): string {
  const written = report.text.slice(section.start + span.start, section.start + span.end + LONGEST_PART);
  const deliverable = written.startsWith(`${action}.`) ? (/^\.\w+/.exec(written.slice(action.length))?.[0] ?? '') : '';
  return 'table' in place ? `${deliverable}\n${place.fields.deliverables?.text ?? ''}` : deliverable;
}

/** In UTF-16 units. */
const LONGEST_PART = 20;

function byTable(rows: readonly { readonly section: Section; readonly place: TableRow }[]): readonly Place[][] {
  const tables = new Map<string, Place[]>();
  for (const row of rows) {
    const key = `${row.section.start}\n${row.place.table}`;
    tables.set(key, [...(tables.get(key) ?? []), row]);
  }
  return [...tables.values()];
}
