import { keyOf } from '../model/entry';
import type { Fix } from '../model/finding';
import { qualifiedLabel } from '../model/qualification';
import { shiftSpan } from '../model/span';
import { mergeRows, mergeSections } from '../write/merge-entries';
import type { ReportContext } from './check-context';
import { markdownEntries, yamlEntries } from './example-reports';
import type { FixContext, PlaceInSection, ReportFinding, Rule } from './rule';
import type { ReferenceFacts, RowFacts } from './section-facts';

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
    fixable: true,
  },
  *checkReport(context) {
    yield* duplicates(
      context.sections.map((section, index) => ({ section: index, row: undefined, actions: section.actions })),
      'section',
      context,
    );
    for (const [section, { rows }] of context.sections.entries()) {
      for (const table of rows.length > 0 ? byTable(rows, section) : []) {
        yield* duplicates(table, 'row', context);
      }
    }
  },
};

/** A section, or a row in one, that reports on actions. */
interface ReportingPlace {
  readonly section: number;
  readonly row: number | undefined;
  readonly actions: readonly ReferenceFacts[];
}

function* duplicates(
  places: readonly ReportingPlace[],
  what: 'section' | 'row',
  { lookup }: ReportContext,
): Iterable<ReportFinding> {
  const first = new Map<string, PlaceInSection>();
  for (const { section, row, actions } of places) {
    for (const [index, reference] of actions.entries()) {
      if (!reference.known || reference.roadmap === undefined) {
        continue;
      }
      const key = `${keyOf(reference)}\n${reference.part}`;
      const place: PlaceInSection = { section, what: 'action', row, index };
      const earlier = first.get(key);
      if (!earlier) {
        first.set(key, place);
        continue;
      }
      const roadmap = lookup.roadmap(reference.roadmap);
      const label = roadmap ? qualifiedLabel(roadmap, reference.action, lookup.roadmaps) : reference.action;
      yield {
        place,
        message:
          `Another ${what} reports on ${label} already. The two can contradict each other, and a ` +
          'reader finds only one. Put them together, or correct the number.',
        related: [{ place: earlier, message: `The first ${what} on ${label}` }],
        fixes: (now) => mergeFixes(label, earlier, place, now),
      };
    }
  }
}

/** Puts the two together where they are about the same and do not contradict each other; which one is right is not known. */
function mergeFixes(
  label: string,
  first: PlaceInSection,
  second: PlaceInSection,
  { report, start }: FixContext,
): readonly Fix[] {
  const section = report.sections[second.section];
  if (first.what !== 'action' || second.what !== 'action' || !section) {
    return [];
  }
  const [one, other] = [first, second].map(({ section: at, row }) => {
    const reporting = row === undefined ? report.sections[at] : report.sections[at]?.rows[row];
    return reporting?.actions.map(keyOf).sort().join('\n\n');
  });
  const rowAt = (row: number | undefined) => (row === undefined ? undefined : section.rows[row]);
  const [oneRow, otherRow] = [rowAt(first.row), rowAt(second.row)];
  const edits =
    one !== other
      ? undefined
      : oneRow && otherRow
        ? mergeRows(report, section, oneRow, otherRow)
        : mergeSections(report, first.section, second.section);
  const title = `Put the two on ${label} together`;
  return edits
    ? [{ title, safe: false, edits: edits.map((edit) => ({ ...edit, span: shiftSpan(edit.span, -start) })) }]
    : [];
}

function byTable(rows: readonly RowFacts[], section: number): readonly ReportingPlace[][] {
  const tables: ReportingPlace[][] = [];
  for (const [row, { table, actions }] of rows.entries()) {
    const present = tables[table];
    if (present) {
      present.push({ section, row, actions });
    } else {
      tables[table] = [{ section, row, actions }];
    }
  }
  return tables;
}
