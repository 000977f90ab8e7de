import assert from 'node:assert/strict';
import { createActorRegister } from '../../server/src/model/actor';
import type { ReadingContext } from '../../server/src/model/context';
import type { ActionReference } from '../../server/src/model/report';
import type { Deliverable, Roadmap } from '../../server/src/model/roadmap';
import { readActionCell, readActionId, readActionReferences } from '../../server/src/parse/action-reference';
import { expectLinearTime } from '../linear-time';
import { roadmapOf } from '../roadmap-of';

const harbours = roadmapOf(
  'harbours-2030',
  [
    ['1', 'Cleaner quays'],
    ['2', 'Shore power for ferries'],
    ['3', 'A register of berths'],
    ['4', 'Training – pilots and crews'],
    ['5', "The inspectors' handbook"],
    ['5a', 'Joint inspections'],
    ['6', 'Fees'],
    ['10', 'Review'],
  ],
  { title: 'Roadmap for harbours', references: ['COM(2029) 77 final'] },
);

const rails = roadmapOf(
  'rails',
  [
    ['1', 'Night trains'],
    ['2', 'Shore power for ferries'],
    ['40', 'Freight'],
  ],
  { title: 'Railway action plan' },
);

describe('readActionReferences', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Action 6', '6'],
    ['Action 6: Fees', '6'],
    ['ACTION 6', '6'],
    ['Action No 6', '6'],
    ['Action 5a – Joint inspections', '5a'],
    ['Action 5A', '5a'],
    ['Actions 4, 5 and 6', '4 5 6'],
    ['Actions 4, 5, and 6', '4 5 6'],
    ['Actions 4 & 5', '4 5'],
    ['Actions 4/5', '4 5'],
    ['Action 4, Action 5 and Action 6', '4 5 6'],
    ['Action 4 and 5', '4 5'],
    ['Actions 4-6', '4 5 5a 6'],
    ['Actions 4–6', '4 5 5a 6'],
    ['Actions 4 – 6', '4 5 5a 6'],
    ['Actions 4 to 6 and 10', '4 5 5a 6 10'],
    ['Actions 6-4', '6 5 5a 4'],
    ['Progress with the handbook (Action 5)', '5'],
    ['Follow-up to action 3 and action 6', '3 6'],
    ['harbours-2030:6', '6'],
    ['harbours-2030:4, 5 and 6', '4 5 6'],
    ['Action 6 (harbours-2030)', '6'],
    ['Action **6**', '6'],
    ['Action 6¹', '6'],
    ['Actions 3, 3 and 4', '3 4'],
    ['Cleaner quays', '1'],
    ['cleaner  QUAYS.', '1'],
    ['“Cleaner quays”', '1'],
    ['Training - pilots and crews', '4'],
    ['The inspectors’ handbook', '5'],
    ['2.3 Cleaner quays', '1'],
    ['b) Cleaner quays', '1'],
    ['**Cleaner quays**', '1'],
    ['Cleaner quays[^3]', '1'],
    ['Cleaner quays (harbours-2030)', '1'],
    ['Action 99', '99?'],
    ['Action A.3', 'A.3?'],
    ['Actions 4-99', '4 99?'],
    ['Action 6 of the roadmap', '6'],
    ['Action 6 of the Roadmap for harbours', '6'],
    ['Action 6 of COM(2029) 77 final', '6'],
    ['Fees: the roadmap, Action 6', '6'],
    // A number that continues no list.
    // A number that continues no list.
    ['Action 4, 5 June 2030', '4'],
    ['Actions 4 and 5, 3 meetings', '4 5'],
    ['Action 4 and 5 workshops', '4'],
    ['Action 4: 12 seminars', '4'],
    ['Action 6, 2030', '6'],
    // No reference at all.
    // No reference at all.
    ['', ''],
    ['State of play', ''],
    ['6', ''],
    ['Joint Action 97/827/JHA', ''],
    ['Action 2030', ''],
    ['Action plan 4', ''],
    ['Action 10-point plan', ''],
    ['Reaction 6', ''],
    ['Inter-action 6', ''],
    ['Cleaner quays and berths', ''],
    ['Action 11 of the Multi-Annual Action Plan', ''],
    ['Action 3 of the national action plan on freight', ''],
    ['Action 2 (Freight Action Plan 2020-2025)', ''],
    ['Freight Action Plan: Action 2', ''],
    ['Action 3 of COM(2020) 606', ''],
  ];
  for (const [heading, expected] of cases) {
    it(`reads "${heading}" as ${expected || 'nothing'}`, () => {
      const found = readActionReferences(heading, 0, contextOf(harbours));
      assert.equal(found.map(({ action, known }) => (known ? action : `${action}?`)).join(' '), expected);
      assert.ok(found.every(({ roadmap, candidates }) => roadmap === 'harbours-2030' && candidates.length === 0));
    });
  }

  it('puts the span on the number, or on the title where there is none, and adds the offset', () => {
    assert.deepEqual(slices('Actions 4, 5 and 10'), ['4', '5', '10']);
    assert.deepEqual(slices('Actions 4-6'), ['4', '4-6', '4-6', '6']);
    assert.deepEqual(slices('3.1 “Cleaner quays”.'), ['“Cleaner quays”.']);
    assert.deepEqual(slices('1. Cleaner quays'), ['1']);
    assert.deepEqual(readActionReferences('Action 6', 100, contextOf(harbours))[0]?.span, { start: 107, end: 108 });
  });

  it('says whether number or title names the action', () => {
    assert.equal(first('Action 1: Cleaner quays').by, 'number');
    assert.equal(first('Cleaner quays').by, 'title');
    assert.equal(first('4. Cleaner quays').by, 'title');
    assert.equal(first('1. Cleaner quays').by, 'number');
  });

  it('gives the title beside the number with its place', () => {
    for (const heading of ['Action 6: Fees at berths', '## Action 6 – Fees at berths', 'Action 6. Fees at berths']) {
      const title = first(heading.replace('## ', '')).title;
      assert.equal(title?.text, 'Fees at berths');
      assert.equal(heading.replace('## ', '').slice(title?.span.start, title?.span.end), 'Fees at berths');
    }
    assert.equal(first('Action 1 Cleaner quays').title?.text, 'Cleaner quays');
    assert.equal(first('Cleaner quays (Action 1)').title?.text, 'Cleaner quays');
    assert.equal(first('Action 1 (Cleaner quays)').title?.text, 'Cleaner quays');
    assert.equal(first('Action 1: "Cleaner quays" (harbours-2030)').title?.text, '"Cleaner quays"');
  });

  it('takes words that are no title for none', () => {
    assert.equal(first('Progress in the north (Action 1)').title, undefined);
    assert.equal(first('Action 1 in brief').title, undefined);
    assert.equal(first('Actions 1 and 2: the quays').title, undefined);
  });

  it('takes a deliverable for its action', () => {
    const deliverable: Deliverable = {
      id: '6.1',
      action: '6',
      title: 'Table of fees',
      actors: [],
      deadline: {},
      ...place,
    };
    const actions = harbours.actions.map((one) => (one.id === '6' ? { ...one, deliverables: [deliverable] } : one));
    const [found] = readActionReferences('Action 6.1: Table', 0, contextOf({ ...harbours, actions }));
    assert.deepEqual(found && [found.action, found.known, found.span], ['6', true, { start: 7, end: 8 }]);
  });

  it('reads labels of several languages', () => {
    const german = contextOf({ ...harbours, labels: ['Action', 'Maßnahme', 'Maßnahmen'] });
    assert.equal(ids('Maßnahmen 4 und 5', german), '4 5');
    assert.equal(ids('Maßnahme 6: Gebühren', german), '6');
    assert.equal(ids('Maßnahme 6', contextOf(harbours)), '');
  });

  it('knows ids that are no numbers', () => {
    const letters = contextOf(
      roadmapOf('letters', [
        ['A.3', 'x'],
        ['A.4', 'y'],
        ['A.5', 'w'],
        ['IV', 'z'],
      ]),
    );
    assert.equal(ids('Actions A.3-A.5', letters), 'A.3 A.4 A.5');
    assert.equal(ids('Action IV: z', letters), 'IV');
    assert.equal(ids('Action IVory', letters), '');
  });

  describe('with several roadmaps', () => {
    const both = contextOf(harbours, rails);

    it('takes the one that has the action', () => {
      assert.equal(readActionReferences('Action 40', 0, both)[0]?.roadmap, 'rails');
      assert.equal(readActionReferences('Action 5a', 0, both)[0]?.roadmap, 'harbours-2030');
    });

    it('gives candidates where more than one has it', () => {
      const [found] = readActionReferences('Action 1', 0, both);
      assert.deepEqual(found && [found.roadmap, found.candidates, found.known], [
        undefined,
        ['harbours-2030', 'rails'],
        true,
      ]);
    });

    it('lets the title decide', () => {
      const [found] = readActionReferences('Action 1: Night trains', 0, both);
      assert.deepEqual(found && [found.roadmap, found.candidates], ['rails', []]);
    });

    it('lets a qualification decide', () => {
      for (const text of ['rails:1', 'Action rails:1', 'Action 1 (rails)', 'Action 1: At night (rails)']) {
        assert.deepEqual(
          readActionReferences(text, 0, both).map(({ roadmap }) => roadmap),
          ['rails'],
          text,
        );
      }
    });

    it('keeps to the roadmap of a qualification that has no such action', () => {
      for (const text of ['Action 40 (harbours-2030)', 'Action 40: Freight (harbours-2030)', 'harbours-2030:40']) {
        const [found] = readActionReferences(text, 0, both);
        assert.deepEqual(found && [found.roadmap, found.action, found.known], ['harbours-2030', '40', false], text);
      }
    });

    it('lets each number have a qualification of its own', () => {
      const named = (text: string) =>
        readActionReferences(text, 0, both).map(({ roadmap, action }) => `${roadmap} ${action}`);
      assert.deepEqual(named('Action 1 (rails) and Action 1 (harbours-2030)'), ['rails 1', 'harbours-2030 1']);
      assert.deepEqual(named('rails:1 and Action 2 (harbours-2030)'), ['rails 1', 'harbours-2030 2']);
      assert.deepEqual(named('Actions rails:1, harbours-2030:2'), ['rails 1', 'harbours-2030 2']);
      assert.deepEqual(named('Actions 1 and 2 (rails)'), ['rails 1', 'rails 2']);
    });

    it('lets a label that only one of them has decide', () => {
      const measures = roadmapOf('measures', [['1', 'Quiet hours']], { labels: ['Action', 'Measure'] });
      const three = contextOf(harbours, rails, measures);
      const [found] = readActionReferences('Measure 1', 0, three);
      assert.deepEqual(found && [found.roadmap, found.candidates], ['measures', []]);
      assert.equal(readActionReferences('Measures 1', 0, three)[0]?.roadmap, 'measures');
      assert.equal(readActionReferences('Measure 40', 0, three)[0]?.roadmap, 'rails');
      assert.equal(readActionReferences('Measure 1 (rails)', 0, three)[0]?.roadmap, 'rails');
      assert.deepEqual(readActionReferences('Action 1', 0, three)[0]?.candidates.length, 3);
    });

    it('gives candidates for a title that both have, unless it is qualified', () => {
      assert.deepEqual(readActionReferences('Shore power for ferries', 0, both)[0]?.candidates, [
        'harbours-2030',
        'rails',
      ]);
      assert.equal(readActionReferences('Shore power for ferries (rails)', 0, both)[0]?.roadmap, 'rails');
    });

    it('leaves the roadmap open where none has the action', () => {
      const [found] = readActionReferences('Action 77', 0, both);
      assert.deepEqual(found && [found.roadmap, found.known, found.candidates], [undefined, false, []]);
    });
  });

  it('reads a number without any roadmap as unknown', () => {
    const [found] = readActionReferences('Action 6', 0, contextOf());
    assert.deepEqual(found && [found.roadmap, found.action, found.known], [undefined, '6', false]);
  });

  it('takes time in proportion to the length', () => {
    for (const piece of ['4, ', 'Action ', 'Actions 4, 5 and 6 of ', ' ', 'Action 6 of the Plan ']) {
      expectLinearTime(
        (text) => readActionReferences(text, 0, contextOf(harbours)),
        (size) => `Actions ${piece.repeat(size)}`,
        300,
      );
    }
  });
});

describe('readActionCell', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['6', '6'],
    [' 4, 5 and 6 ', '4 5 6'],
    ['4-6', '4 5 5a 6'],
    ['6 Fees', '6'],
    ['6. Fees', '6'],
    ['6: everything else', '6'],
    ['Action 6', '6'],
    ['Cleaner quays', '1'],
    ['5a', '5a'],
    ['77', '77?'],
    ['6 new berths', ''],
    ['Total', ''],
    ['', ''],
  ];
  for (const [cell, expected] of cases) {
    it(`reads "${cell}" as ${expected || 'nothing'}`, () => {
      const found = readActionCell(cell, 0, contextOf(harbours));
      assert.equal(found.map(({ action, known }) => (known ? action : `${action}?`)).join(' '), expected);
    });
  }

  it('gives number and title their own places', () => {
    const [found] = readActionCell(' 6. Fees ', 10, contextOf(harbours));
    assert.deepEqual(found?.span, { start: 11, end: 12 });
    assert.deepEqual(found?.title, { text: 'Fees', span: { start: 14, end: 18 } });
  });
});

describe('readActionId', () => {
  it('reads ids, labels, qualified ids and titles', () => {
    for (const [text, action] of [
      ['6', '6'],
      [' 5a ', '5a'],
      ['Action 6', '6'],
      ['harbours-2030:6', '6'],
      ['Fees', '6'],
    ] as const) {
      const found = readActionId(text, 0, contextOf(harbours));
      assert.deepEqual([found.action, found.known, found.roadmap], [action, true, 'harbours-2030'], text);
    }
  });

  it('reads the roadmap in brackets behind an id', () => {
    const both = contextOf(harbours, rails);
    const read = (text: string) => {
      const { roadmap, action, known, span } = readActionId(text, 0, both);
      return [roadmap, action, known, text.slice(span.start, span.end)];
    };
    assert.deepEqual(read('1 (rails)'), ['rails', '1', true, '1']);
    assert.deepEqual(read(' 40 ( harbours-2030 )'), ['harbours-2030', '40', false, '40']);
    assert.deepEqual(read('Night trains (rails)'), ['rails', '1', true, 'Night trains']);
    assert.deepEqual(read('1 (trams)'), [undefined, '1 (trams)', false, '1 (trams)']);
  });

  it('makes anything else a reference to an unknown action', () => {
    for (const text of ['77', 'ports', '6.99', 'nowhere:6']) {
      const found = readActionId(` ${text} `, 5, contextOf(harbours));
      assert.deepEqual([found.action, found.known], [text, false]);
      assert.deepEqual(found.span, { start: 6, end: 6 + text.length });
    }
  });

  it('takes the hint of the place where several roadmaps have the action', () => {
    assert.equal(readActionId('1', 0, contextOf(harbours, rails), 'rails').roadmap, 'rails');
    assert.deepEqual(readActionId('1', 0, contextOf(harbours, rails)).candidates, ['harbours-2030', 'rails']);
  });
});

const place = { span: { start: 0, end: 0 }, idSpan: { start: 0, end: 0 } };

function contextOf(...roadmaps: readonly Roadmap[]): ReadingContext {
  return { roadmaps, actors: createActorRegister([]), today: '2030-01-01' };
}

function ids(text: string, context: ReadingContext): string {
  return readActionReferences(text, 0, context)
    .map(({ action }) => action)
    .join(' ');
}

function slices(text: string): string[] {
  return readActionReferences(text, 0, contextOf(harbours)).map(({ span }) => text.slice(span.start, span.end));
}

function first(text: string): ActionReference {
  const [found] = readActionReferences(text, 0, contextOf(harbours));
  assert.ok(found, `nothing found in "${text}"`);
  return found;
}
