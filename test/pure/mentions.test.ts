import assert from 'node:assert/strict';
import { type Actor, createActorRegister } from '../../server/src/model/actor';
import type { Mentions, Passage } from '../../server/src/model/report';
import { findMentions } from '../../server/src/parse/mentions';
import { PreparedContext, prepareContext } from '../../server/src/parse/prepared-context';
import { expectLinearTime } from '../linear-time';
import { roadmapOf } from '../roadmap-of';

const roadmap = roadmapOf(
  'harbours-2030',
  [
    ['4', 'Training'],
    ['5', 'Inspections'],
    ['6', 'Fees'],
  ],
  { title: 'Roadmap for cleaner harbours', references: ['COM(2029) 77 final'] },
);

const register = createActorRegister([
  actorOf('commission', 'European Commission', 'Commission', 'Commission services'),
  actorOf('council', 'Council of the European Union', 'Council', 'JHA Council'),
  actorOf('parliament', 'European Parliament', 'Parliament'),
  actorOf('member-states', 'Member States', 'MS', 'Member State', 'EU countries'),
  actorOf('lewp', 'Law Enforcement Working Party', 'LEWP'),
  actorOf('lewp-c', 'Law Enforcement Working Party – Customs', 'LEWP-C', 'LEWP (Customs)'),
  actorOf('maoc-n', 'Maritime Analysis and Operations Centre', 'MAOC (N)'),
  actorOf('europol', 'European Union Agency for Law Enforcement Cooperation', 'Europol'),
  actorOf('old-europol', 'European Police Office', 'Europol'),
  actorOf('belgium', 'Belgium'),
  { ...actorOf('council-of-europe', 'Council of Europe'), kind: 'other' },
  { ...actorOf('cnd', 'Commission on Narcotic Drugs'), kind: 'other' },
]);

const context = new PreparedContext({ roadmaps: [roadmap], actors: register, today: '2030-05-06' });

describe('findMentions: actions', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Under «Action 6», fees went up.', '6'],
    ['Fees («action 6») went up.', '6'],
    ['«Actions 4», «5» and «6» moved.', '4 5 6'],
    ['It serves «Action 99» too.', '99?'],
    ['«Action 6» of the roadmap moved.', '6'],
    ['«Action 6» of the EU roadmap for cleaner harbours moved.', '6'],
    ['«Action 6» of COM(2029) 77 final moved.', '6'],
    ['«Action 6» of the plan moved.', '6'],
    ['Under «Action 6» an implementation plan was written.', '6'],
    ['Under «Action 6», the Fishing Fund programme pays.', '6'],
    ['«Action 5» contributes to the EU Fishing Strategy.', '5'],
    ['«Action 5» of the Roadmap goes with the EU Fishing Action Plan.', '5'],
    ['The EU Fishing Action Plan ended. «Action 5» moved.', '5'],
    // Another plan's.
    ['In line with action 11 of the Multi-Annual Action Plan, work began.', ''],
    ['Under Action 5 of the EU Harbours Action Plan, work began.', ''],
    ['In line with actions 4 and 5 of the Multi Annual Action Plan 2022-2025, work began.', ''],
    ['A platform was built (see action 2 Multi Annual Action Plan 2022-2025).', ''],
    ['It follows action 3 of the national action plan on fish.', ''],
    ['It follows Action 3 of the EU Fishing Strategy.', ''],
    ['It follows Actions 3 and 4 of the EU Strategy to tackle Fish 2021-2025.', ''],
    ['It follows Action 3 of COM(2020) 606.', ''],
    ['The EU Fishing Action Plan 2021-2025, in particular its action 5, helps.', ''],
    ['It follows Action 3 of the Action Plan on Fish.', ''],
    ['It follows Action 3 of the action plan against waste.', ''],
    // No action at all.
    ['The Joint Action 97/827/JHA applies.', ''],
    ['The reaction 6 days later was strong.', ''],
    ['', ''],
  ];
  for (const [marked, expected] of cases) {
    it(`finds ${expected || 'none'} in "${marked}"`, () => {
      const { actions } = mentionsIn(marked);
      assert.equal(actions.map(({ action, known }) => (known ? action : `${action}?`)).join(' '), expected);
      assert.deepEqual(
        actions.map(({ text }) => text),
        marksOf(marked),
      );
    });
  }
});

describe('findMentions: actors', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['The «European Commission» and the «Council» agreed.', 'commission council'],
    ['The «European\nCommission», with two  «Member   States».', 'commission member-states'],
    ['«Commission services» met.', 'commission'],
    ["«Europol»’s report and «Member States»' ports, «Belgium»'s too.", 'europol member-states belgium'],
    ['The «LEWP-C» and the «LEWP (Customs)» met the «LEWP».', 'lewp-c lewp-c lewp'],
    ['«Law Enforcement Working Party – Customs»', 'lewp-c'],
    ['«MAOC (N)» and others (the «MAOC (N)»).', 'maoc-n maoc-n'],
    ['«Commission»/«Council»: agreed.', 'commission council'],
    ['A «Member State»,«Europol».', 'member-states europol'],
    // Words that go on.
    ['The LEWP-X met; non-EU countries came, Europol-led.', ''],
    ['Commissioners, EuropolX, aEuropol, Europol1', ''],
    ['the commission, the council, EUROPOL', ''],
    // Look-alikes.
    ['The Council of Europe and the Commission on Narcotic Drugs met.', ''],
    ['The Council of Europe and the «Council» of Europeans met.', 'council'],
    // Citations, addresses.
    ['Council Decision 2007/533/JHA and Commission Implementing Regulation (EU) 2021/1077 apply.', ''],
    ['Regulation (EU) 2023/1322 of the European Parliament and of the Council of 27 June 2023 applies.', ''],
    ['See https://www.europa.eu/Europol/Council and info@Europol.eu.', ''],
    ['The «Council» adopted Decision 2007/533/JHA.', 'council'],
    ['JAI 872\nLEWP 97\n«Council»\n«LEWP» 12 June', 'council lewp'],
    ['MAOC', ''],
    ['', ''],
  ];
  for (const [marked, expected] of cases) {
    it(`finds ${expected || 'none'} in ${JSON.stringify(marked)}`, () => {
      const { actors } = mentionsIn(marked);
      assert.equal(actors.map(({ actor }) => actor).join(' '), expected);
      assert.deepEqual(
        actors.map(({ text }) => text),
        marksOf(marked),
      );
    });
  }

  it('says which stand in quotation marks or block quotations', () => {
    const text =
      'Europol wrote "the Council", “Belgium”, ‘the Member State’s view of the Commission’ and \'Parliament\'; LEWP.';
    const quoted = (passage: Passage) => findMentions([passage], context, '2030-05-06').actors.map((one) => one.quoted);
    assert.deepEqual(quoted(passageOf(text)), [false, true, true, true, true, true, false]);
    assert.deepEqual(quoted({ ...passageOf('The Council.'), quoted: true }), [true]);
  });
});

describe('findMentions: dates and citations', () => {
  it('finds both, and no date inside a citation', () => {
    const { dates, citations } = mentionsIn('By June 2030, ST 6504/24 (OJ C272 of 8.7.2021, p. 2) is revised.');
    assert.deepEqual(
      dates.map(({ text, date }) => [text, date.latest]),
      [['By June 2030', '2030-06-30']],
    );
    assert.deepEqual(
      citations.map(({ id }) => id),
      ['ST 6504/24', 'OJ C 272, 8.7.2021, p. 2'],
    );
  });

  it('counts relative dates from the reference day', () => {
    const { dates } = findMentions([passageOf('later this month')], context, '2031-02-03');
    assert.equal(dates[0]?.date.latest, '2031-02-28');
  });

  it('takes the bare number at the start of a footnote for a document', () => {
    const find = (kind: Passage['kind']) =>
      findMentions([{ ...passageOf('6504/24, part two'), kind }], context, '2030-05-06').citations.length;
    assert.equal(find('footnote'), 1);
    assert.equal(find('paragraph'), 0);
  });
});

describe('findMentions', () => {
  it('gives spans of the passages, in order', () => {
    const passages = ['Europol, Action 6, June 2030, ST 6504/24.', 'Belgium, Action 5, July 2030, ST 6505/24.'].map(
      (text, index) => passageOf(text, 10 + 100 * index),
    );
    const found = findMentions(passages, context, '2030-05-06');
    assert.deepEqual(
      found.actors.map(({ span }) => span),
      [
        { start: 10, end: 17 },
        { start: 110, end: 117 },
      ],
    );
    assert.deepEqual(
      found.actions.map(({ span }) => span),
      [
        { start: 19, end: 27 },
        { start: 119, end: 127 },
      ],
    );
    assert.deepEqual(
      found.dates.map(({ span }) => span),
      [
        { start: 29, end: 38 },
        { start: 129, end: 138 },
      ],
    );
    assert.deepEqual(
      found.citations.map(({ span }) => span),
      [
        { start: 40, end: 50 },
        { start: 140, end: 150 },
      ],
    );
  });

  it('takes time in proportion to the length', () => {
    const pieces = [
      'European ',
      'Action 6 of ',
      'Council Decision ',
      '"',
      "'",
      '‘',
      'Action Plan ',
      'Member\n',
      '. A ',
      '-',
      'x.',
    ];
    for (const piece of pieces) {
      expectLinearTime(mentionsIn, (size) => piece.repeat(size), 600);
    }
  });
});

describe('prepareContext', () => {
  it('gives a prepared context back as it is', () => {
    assert.equal(prepareContext(context), context);
    assert.notEqual(prepareContext({ roadmaps: [], actors: register, today: '2030-05-06' }), context);
  });

  it('shares the index of actors between contexts with other roadmaps', () => {
    assert.equal(context.with({ roadmaps: [] }).actorMatcher, context.actorMatcher);
    assert.equal(context.with({ roadmaps: [] }).actionNumbers.scan('Action 6')[0]?.known, false);
  });
});

function actorOf(id: string, name: string, short?: string, ...names: readonly string[]): Actor {
  return {
    id,
    name,
    ...(short === undefined ? {} : { short }),
    names,
    kind: 'body',
    partOf: [],
    uri: 'test:/actors.yaml',
    span: { start: 0, end: 0 },
  };
}

function passageOf(text: string, start = 0): Passage {
  return { kind: 'paragraph', span: { start, end: start + text.length }, text };
}

/** The mentions of a text that is written with its expected mentions in double angle brackets. */
function mentionsIn(marked: string): Mentions {
  return findMentions([passageOf(marked.replace(/[«»]/g, ''))], context, '2030-05-06');
}

function marksOf(marked: string): string[] {
  return [...marked.matchAll(/«([^»]*)»/g)].map((match) => match[1] ?? '');
}
