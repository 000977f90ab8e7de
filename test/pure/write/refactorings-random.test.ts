import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { PolicyDate } from '../../../server/src/model/date';
import type { Field, Report } from '../../../server/src/model/report';
import { prepareContext } from '../../../server/src/parse/prepared-context';
import { normaliseDates } from '../../../server/src/write/normalise-dates';
import { splitEntry } from '../../../server/src/write/split-entry';
import { insertSummaryTable, updateSummaryTable } from '../../../server/src/write/summary-table';
import { extractTable } from '../../../server/src/write/table-to-entries';
import { snapshotOf, uriOf } from '../../analyse';
import { reportOf } from '../../conversions';
import { edited, generator, randomEdit } from '../../random-edits';
import { withEdits } from '../../refactorings';

const TABLE =
  '\n| Action | Status | Deadline | Notes |\n|---|---|---|---|\n| 3 | done | by mid-2024 | a |\n| 4 | late | | b |\n';

const DRAFTS = (['md', 'yaml'] as const).map((extension) => {
  const text = readFileSync(`data/examples/findings.report.${extension}`, 'utf8');
  const several = text
    .replace('#### Action 5\n', '#### Actions 5 and 6\n')
    .replace('action: "5"', 'action: ["5", "7"]');
  return { path: `/draft.report.${extension}`, text: `${several}${extension === 'md' ? TABLE : ''}` };
});

/** What the dates of all fields mean. */
function datesOf({ sections }: Report): readonly unknown[] {
  const meaning = (field: Field<PolicyDate> | undefined) =>
    field && [field.value?.earliest, field.value?.latest, field.value?.recurring];
  return sections.map(({ fields }) => [
    [fields.due, fields.revised, fields.completed].map(meaning),
    fields.deliverables?.value?.map((item) => [item.due, item.revised, item.completed].map(meaning)),
    fields.next?.value?.map(({ due }) => meaning(due)),
  ]);
}

describe('refactorings of drafts with random slips', () => {
  it('never fail, lose no line but what they rewrite, and leave every date what it means', () => {
    fc.assert(
      fc.property(fc.nat(1), fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (which, seed, place) => {
        const random = generator(seed);
        const { path, text: source } = DRAFTS[which] ?? { path: '', text: '' };
        const text = [1, 2, 3].reduce((before) => edited(before, randomEdit(before, random, source.length)), source);
        const snapshot = snapshotOf({ [path]: text });
        const analysed = snapshot.report(uriOf(path));
        assert.ok(analysed);
        const context = prepareContext({ ...analysed, actors: snapshot.actors, today: snapshot.today });
        const offset = Math.floor(place * text.length);
        const titles = analysed.report.sections.map(({ start }) => start + 3);
        const cells = analysed.report.sections.flatMap(({ start, rows }) => rows.map(({ span }) => start + span.start));
        for (const at of [offset, ...titles, ...cells]) {
          const [split, extracted, inserted] = [
            splitEntry(analysed, at),
            extractTable(analysed, at, context),
            insertSummaryTable(analysed, at),
          ];
          updateSummaryTable(analysed, at);
          assert.ok(
            [...extracted, ...inserted].every(({ span }) => span.start === span.end),
            'text is replaced',
          );
          const rest = split.filter(({ span }) => span.start < span.end);
          assert.ok(rest.length <= 1 && rest.every(({ span }) => !text.slice(span.start, span.end).includes('\n\n')));
        }
        for (const form of ['edtf', 'words'] as const) {
          const after = withEdits(text, normaliseDates(analysed, form, snapshot.today));
          assert.deepEqual(
            datesOf(reportOf(after, path.endsWith('md') ? 'markdown' : 'yaml')),
            datesOf(analysed.report),
          );
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 40) },
    );
  }).timeout(60_000);
});
