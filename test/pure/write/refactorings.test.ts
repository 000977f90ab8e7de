import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { normaliseDates } from '../../../server/src/write/normalise-dates';
import { splitEntry, splittableEntry } from '../../../server/src/write/split-entry';
import { insertSummaryTable, takesSummaryTable, updateSummaryTable } from '../../../server/src/write/summary-table';
import { extractTable, hasRowsToExtract } from '../../../server/src/write/table-to-entries';
import { reportOf } from '../../conversions';
import { markdownDraft, yamlDraft } from '../../drafts';
import { type Refactor, refactored } from '../../refactorings';

/** The body of a Markdown draft after a refactoring at its cursor. */
const body = (source: string, refactor: Refactor) => refactored(markdownDraft(source), refactor).split('---\n\n')[1];

/** The entries of a YAML draft after one. */
const entries = (source: string, refactor: Refactor) => refactored(yamlDraft(source), refactor).split('entries:\n')[1];

const SEVERAL = `
## Actions 4, $05 and 7

- **Status:** in progress

Work goes on.

<!-- rapporteur-disable-next-line section-empty -- later -->
## Way forward
`;

describe('splitting an entry of several actions', () => {
  it('leaves everything with the first in Markdown and comments with the heading that they belong to', () => {
    assert.equal(
      body(SEVERAL, splitEntry),
      `## Action 4: Mapping the criminal networks that pose the biggest threats to society

- **Status:** in progress

Work goes on.

## Action 5: A network of specialised prosecutors and judges to dismantle criminal networks

Reported together with Action 4.

## Action 7: Facilitating digital investigations

Reported together with Action 4.

<!-- rapporteur-disable-next-line section-empty -- later -->
## Way forward
`,
    );
  });

  it('keeps other words of the title, and a comment that names the actions', () => {
    assert.match(body('\n### Actions 4 and 5$0: networks\n\nText.\n', splitEntry) ?? '', /^### Action 4: networks$/m);
    const commented = body('\n### Networks$0 <!-- Actions 4 and 5 -->\n\nText.\n', splitEntry) ?? '';
    assert.match(commented, /^### Networks <!-- Action 4 -->$/m);
    assert.match(commented, /^### Action 5: A network of/m);
  });

  it('splits an item of YAML, however its actions are listed', () => {
    for (const actions of ['["4", "5"]', '"4, 5"', '\n      - "4"\n      - "5"']) {
      const source = `  - action$0: ${actions}\n    status: in-progress\n  # next\n  - action: "6"\n    text: Done.\n`;
      const result = entries(source.replace(': \n', ':\n'), splitEntry) ?? '';
      const { sections } = reportOf(yamlDraft(result), 'yaml');
      assert.deepEqual(
        sections.map(({ actions: named }) => named.map(({ action }) => action)),
        [['4'], ['5'], ['6']],
        result,
      );
      assert.match(result, /text: \|\n {6}Reported together with Action 4\.\n {2}# next\n/);
    }
  });

  it('is offered on the title of such an entry only', () => {
    const report = reportOf(markdownDraft(SEVERAL.replace('$0', '')), 'markdown');
    const at = (words: string) =>
      splittableEntry({ report } as Parameters<typeof splittableEntry>[0], report.text.indexOf(words)) !== undefined;
    assert.deepEqual(['Actions 4', 'Status', 'Way'].map(at), [true, false, false]);
  });
});

const TABLE = `
## Overview

| Action                                     | Status      | Main actors | Progress       | Budget |
| ------------------------------------------ | :---------: | ----------- | -------------- | -----: |
| 6 Facilitating financial investigations    | delivered   | Europol     | Draft \\| done. | 3      |
| 7                                          | in progress | $0–           |                | 4      |
| 8                                          | ongoing     |             | Has an entry.  |        |

## Action 8

- **Status:** delayed

Late.
`;

describe('extracting a table into entries', () => {
  it('makes an entry of each row whose action has none, and leaves the table as their summary', () => {
    const result = body(TABLE, extractTable) ?? '';
    assert.ok(result.startsWith(TABLE.replace('$0', '').trimStart().split('## Action 8')[0] ?? ''), result);
    assert.match(
      result,
      /\n## Action 6: Facilitating financial investigations\n\n- \*\*Status:\*\* delivered\n- \*\*Actors:\*\* Europol\n\nDraft \| done\.\n\nBudget: 3\n\n## Action 7: Facilitating digital investigations\n\n- \*\*Status:\*\* in progress\n\nBudget: 4\n\n## Action 8\n/,
    );
    const { sections } = reportOf(markdownDraft(result), 'markdown');
    const named = sections.flatMap(({ actions }) => actions.map(({ action }) => action));
    assert.deepEqual(named, ['6', '7', '8']);
  });

  it('is offered in such a table only', () => {
    const offered = (source: string) => {
      let is = false;
      refactored(markdownDraft(source), (analysed, offset) => {
        is = hasRowsToExtract(analysed, offset);
        return [];
      });
      return is;
    };
    assert.equal(offered(TABLE), true);
    assert.equal(offered(TABLE.replace('$0', '').replace('Late.', '$0Late.')), false);
    assert.equal(offered('\n## Action 6\n\n| Action | Status |\n| --- | --- |\n| 6$0 | done |\n'), false);
  });
});

const ENTRIES = `## Action 7

- **Status:** in progress
- **Actors:** Europol, Commission
- **Deadline:** end of 2024

Text.

## Action 6

- **Status:** delivered

Text | more.
`;

describe('a summary table', () => {
  it('is made of all entries in the order of the roadmap', () => {
    assert.equal(
      body(`\n## Summary\n\n$0\n${ENTRIES}`, insertSummaryTable),
      `## Summary

| Action                                  | Status      | Main actors         | Deadline    |
| --------------------------------------- | ----------- | ------------------- | ----------- |
| 6 Facilitating financial investigations | delivered   |                     |             |
| 7 Facilitating digital investigations   | in progress | Europol, Commission | end of 2024 |

${ENTRIES}`,
    );
  });

  it('says what the entries say, so that there is nothing to update', () => {
    const made = body(`\n## Summary\n\n$0\n${ENTRIES}`, insertSummaryTable) ?? '';
    const again = made.replace('| delivered', '| $0delivered');
    assert.equal(body(`\n${again}`, updateSummaryTable), made);
  });

  it('is brought up to date: other cells replaced, rows added, columns and remarks kept', () => {
    const table = `
## Summary

| No | Measure | Status | Remark | Main actors |
|:--|---|---|--:|---|
| 8$0 | Signals | done | x | |
| 7 | Digital | delivered | y | Commission and Europol |

`;
    assert.equal(
      (body(table + ENTRIES, updateSummaryTable) ?? '').split('## Action 7')[0],
      `## Summary

| No  | Measure | Status      | Remark | Main actors            |
| :-- | ------- | ----------- | -----: | ---------------------- |
| 6   |         | delivered   |        |                        |
| 8   | Signals | done        | x      |                        |
| 7   | Digital | in progress | y      | Commission and Europol |

`,
    );
  });

  it('is offered on blank lines of a report with entries', () => {
    const offered = (source: string) => {
      let is = false;
      refactored(markdownDraft(source), (analysed, offset) => {
        is = takesSummaryTable(analysed, offset);
        return [];
      });
      return is;
    };
    assert.deepEqual(
      [offered(`\n## Summary\n$0\n${ENTRIES}`), offered(`\n## Sum$0mary\n\n${ENTRIES}`), offered('\n## Summary\n$0\n')],
      [true, false, false],
    );
  });
});

describe('normalising dates', () => {
  const all =
    (form: 'edtf' | 'words'): Refactor =>
    (analysed) =>
      normaliseDates(analysed, form, '2024-06-03');
  const here =
    (form: 'edtf' | 'words'): Refactor =>
    (analysed, offset) =>
      normaliseDates(analysed, form, '2024-06-03', offset);
  const DATED = `
## Action 6

- **Deadline:** by $0mid-2024
- **Revised deadline:** 3 June 2025
- **Completed:** not known

Since 3 May 2024 it is late.
`;

  it('writes EDTF, for one date or all', () => {
    assert.match(body(DATED, here('edtf')) ?? '', /\*\*Deadline:\*\* \.\.\/2024-06-30\n.*3 June 2025\n.*not known/);
    assert.match(body(DATED, all('edtf')) ?? '', /\*\*Deadline:\*\* \.\.\/2024-06-30\n.* 2025-06-03\n.*not known/);
  });

  it('writes words as the draft has them', () => {
    const source = `
  - action: "6"
    due: ../2024-12-31$0
    revised: "2025-06-03"
    text: On June 3, 2024 and on May 1, 2024 they met.
    deliverables:
      - deliverable: "6.1"
        due: ../2024-06-30
        completed: 2024-05-14
`;
    const words = entries(source, all('words')) ?? '';
    assert.match(words, /due: by the end of 2024\n {4}revised: "June 3, 2025"/);
    assert.match(words, /due: by mid-2024\n {8}completed: May 14, 2024/);
    assert.match(
      entries(source.replace(/June 3, 2024 and on May 1, 2024/, '3 June 2024'), here('words')) ?? '',
      /"2025-06-03"/,
    );
  });

  it('changes a date only where it means exactly the same', () => {
    const texts = [
      ...['2024', '2024-06', '2024-06-03', '../2024-06-30', '../2024-12-31', '2024-01/2024-06', '2024-Q2', '2024-22'],
      ...['2024-06-03/..', '../2024-02-29', '2024-03-05/2024-04-17', 'by mid-2024', 'early 2025', 'autumn 2024'],
      ...[
        'this month',
        'next year',
        'every two years',
        'by the end of 2024',
        'first half of 2025',
        'late 2024',
        '2026/2027',
      ],
    ];
    for (const form of ['edtf', 'words'] as const) {
      for (const text of texts) {
        const draft = yamlDraft(`  - action: "6"\n    due: "${text}$0"\n`);
        const before = reportOf(draft.split('\n').slice(1).join('\n').replace('$0', ''), 'yaml').sections[0]?.fields
          .due;
        const after = reportOf(refactored(draft, all(form)), 'yaml').sections[0]?.fields.due;
        const meaning = (field: typeof before) =>
          field?.value && [field.value.earliest, field.value.latest, field.value.recurring];
        assert.deepEqual(meaning(after), meaning(before), `${text} as ${form}: ${after?.text}`);
      }
    }
  });
});
