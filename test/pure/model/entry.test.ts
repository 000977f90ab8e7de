import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { actionsWithEntry } from '../../../server/src/model/actions-with-entry';
import { entriesAbout, entriesOf } from '../../../server/src/model/entry';
import type { ActionReference } from '../../../server/src/model/report';
import { snapshotOf, uriOf } from '../../analyse';

const TEXT = `---
roadmap: eu-drugs-2023
---
# State of play

| Action | Status | Actors |
|---|---|---|
| Action 6 | delivered | Europol |
| Action 7 | delivered | Europol |
| Actions 8 and 9 | delayed | CEPOL |
| Actions 9 and 10 | delayed | CEPOL |

## Actions 7 and 8

Text.

## Action 8

Text about Action 12.

## Action 99

Text.
`;

describe('entries', () => {
  const report = snapshotOf({ '/a.report.md': TEXT }).report(uriOf('/a.report.md'))?.report;
  const numbers = (actions: readonly ActionReference[]) => actions.map(({ action }) => action).join(' ');

  it('are sections, and rows on actions that no section reports on', () => {
    assert.ok(report);
    const entries = entriesOf(report);
    assert.deepEqual(
      entries.map(({ actions, row }) => `${row ? 'row' : 'section'} ${numbers(actions)}`),
      ['row 6', 'row 9 10', 'section 7 8', 'section 8', 'section 99'],
    );
  });

  it('about something are those of all entries', () => {
    assert.ok(report);
    for (const wanted of ['6', '7', '8', '9', '10', '12', '99']) {
      const isMeant = (actions: readonly ActionReference[]) => actions.some(({ action }) => action === wanted);
      assert.deepEqual(
        entriesAbout(report, isMeant),
        entriesOf(report).filter(({ actions }) => isMeant(actions)),
        wanted,
      );
    }
  });

  it('name actions, without the one that is being typed', () => {
    assert.ok(report);
    const namedFrom = (offset: number) => [...(actionsWithEntry(report, offset).get('eu-drugs-2023') ?? [])].join(' ');
    assert.equal(namedFrom(0), '6 7 8 9 10 99');
    assert.equal(namedFrom(TEXT.indexOf('10 | delayed')), '6 7 8 9 99');
    assert.equal(namedFrom(TEXT.indexOf('6 |') + 1), '7 8 9 10 99');
    assert.equal(namedFrom(TEXT.indexOf('Text about')), '6 7 8 9 10 99');
  });
});
