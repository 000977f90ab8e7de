import assert from 'node:assert/strict';
import type { TableRow } from '../../server/src/model/report';
import { at, read, readOne, wordsOf } from './markdown-sample';

/** The rows of a table with this header and these lines. */
function rowsOf(header: string, ...lines: readonly string[]): readonly TableRow[] {
  const bars = header.replace(/[^|]+/g, '---');
  return readOne([header, bars, ...lines, ''].join('\n')).rows;
}

/** What a row names, and its status. */
function namesOf(rows: readonly TableRow[]): readonly string[] {
  return rows.map(
    (row) => `${row.actions.map(({ action }) => action).join(' ')} ${row.fields.status?.value?.as ?? '-'}`,
  );
}

describe('tables in Markdown', () => {
  const tables: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'name actions by number',
      ['| Action | Status |', '| 4 | delivered |', '| 5 | delayed |'],
      ['4 delivered', '5 delayed'],
    ],
    ['by label and number', ['| Action | Status |', '| Action 4 | delivered |'], ['4 delivered']],
    ['by number and title', ['| Action | Status |', '| 4 Training for pilots | delivered |'], ['4 delivered']],
    ['by title', ['| Action | Status |', '| Inspections at sea | delivered |'], ['5 delivered']],
    ['by several numbers', ['| Actions | Status |', '| 4 and 5 | delivered |'], ['4 5 delivered']],
    ['by unknown ones', ['| Action | Status |', '| 99 | delivered |'], ['99 delivered']],
    ['in a column of numbers', ['| No. | Status |', '| 4 | delivered |'], ['4 delivered']],
    ['in a column that is not first', ['| Status | Action |', '| delivered | 4 |'], ['4 delivered']],
    [
      'with a label in a column without title',
      ['| | Status |', '| Action 4 | delivered |', '| 5 | delayed |'],
      ['4 delivered'],
    ],
    ['without outer bars', ['Action | Status', '4 | delivered'], ['4 delivered']],
    ['with bold headers', ['| **Action** | **Status** |', '| 4 | delivered |'], ['4 delivered']],
    ['with a remark in the header', ['| Action | Status (May 2030) |', '| 4 | delivered |'], ['4 delivered']],
    [
      'with empty cells',
      ['| Action | Area | Status |', '| 4 | | delivered |', '| 5 || delayed |'],
      ['4 delivered', '5 delayed'],
    ],
    ['with cells left out', ['| Action | Status |', '| 4 |'], ['4 -']],
    ['with a dash for nothing', ['| Action | Status |', '| 4 | – |'], ['4 -']],
    ['leave other rows alone', ['| Action | Status |', '| Total | delivered |'], []],
    ['leave tables without a field alone', ['| Action | Colour |', '| 4 | red |'], []],
    ['leave tables without actions alone', ['| Boat | Status |', '| 4 | delivered |'], []],
  ];
  for (const [name, [header = '', ...lines], expected] of tables) {
    it(name, () => {
      assert.deepEqual(namesOf(rowsOf(header, ...lines)), expected);
    });
  }

  it('give every field that a column names', () => {
    const header =
      '| Action | Main actors | Deadline | Revised deadline | Reason | Completed | Evidence | Next steps |';
    const line =
      '| 4 | Navy<br>Coast Guard | mid-2030 | 2031 | storm | May 2030 | ST 9/30 | The Navy will sail; wash |';
    const [row] = rowsOf(header, line);
    const { actors, due, revised, reason, completed, evidence, next } = row?.fields ?? {};
    assert.deepEqual(
      actors?.value?.map(({ text }) => text),
      ['Navy', 'Coast Guard'],
    );
    assert.deepEqual(
      [due, revised, reason, completed, evidence].map((field) => field?.text),
      ['mid-2030', '2031', 'storm', 'May 2030', 'ST 9/30'],
    );
    assert.deepEqual(
      next?.value?.map(({ text }) => text),
      ['The Navy will sail', 'wash'],
    );
  });

  it('know their places, which count from the section', () => {
    const text = '# One\n\n## Boats\n\n| Action | Status |\n|---|---|\n| 4 Training for pilots | in *progress* |\n';
    const section = read(text).sections[1];
    const own = text.slice(section?.start);
    const [row] = section?.rows ?? [];
    assert.ok(row);
    assert.equal(at(own, row.span), '| 4 Training for pilots | in *progress* |');
    assert.equal(own.slice(row.table, row.table + 8), '| Action');
    assert.equal(row.actions[0] && at(own, row.actions[0].span), '4');
    assert.deepEqual(wordsOf(own, row.fields.status), ['in progress', 'in *progress', 'Status']);
  });

  it('take a title from the column beside the number', () => {
    const [row] = rowsOf('| No | Action | Status |', '| 4 | Training of pilots | delayed |');
    assert.deepEqual(
      row?.actions.map(({ action, title }) => [action, title?.text]),
      [['4', 'Training of pilots']],
    );
  });

  it('say whether there is prose about the action', () => {
    const rows = rowsOf('| Action | Progress |', '| 4 | The Navy sailed |', '| 5 | |', '| 6 | TBC |', '| 4 | – |');
    assert.deepEqual(
      rows.map(({ hasProse }) => hasProse),
      [true, false, false, false],
    );
  });

  it('are no prose of their section', () => {
    assert.equal(readOne('| Action | Progress |\n|---|---|\n| 4 | The Navy sailed |\n').hasProse, false);
  });

  it('are searched for mentions, but not for the action that a row is about', () => {
    const { mentions } = readOne('| Action | Progress |\n|---|---|\n| Action 4 | The Navy waits for Action 5 |\n');
    assert.deepEqual(
      [mentions.actions.map(({ action }) => action), mentions.actors.map(({ actor }) => actor)],
      [['5'], ['navy']],
    );
  });

  it('in quotations and lists are left alone', () => {
    assert.deepEqual(readOne('> | Action | Status |\n> |---|---|\n> | 4 | delivered |\n').rows, []);
  });
});
