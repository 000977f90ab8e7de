import assert from 'node:assert/strict';
import actorsText from '../../../data/actors.yaml';
import { importRoadmap } from '../../../server/src/import/import-roadmap';
import type { ImportedRoadmap } from '../../../server/src/import/imported-roadmap';
import { readMarkdown } from '../../../server/src/import/read-markdown';
import { createActorRegister } from '../../../server/src/model/actor';
import type { Roadmap } from '../../../server/src/model/roadmap';
import { parseActorsFile } from '../../../server/src/parse/actors-file';
import { parseRoadmapFile } from '../../../server/src/parse/roadmap-file';
import { snapshotOf, uriOf } from '../../analyse';

// Made-up plans in structures that real ones have.

const register = createActorRegister(parseActorsFile('builtin:/actors.yaml', actorsText).actors);

function imported(text: string, name = 'plan.md'): ImportedRoadmap & { readonly roadmap: Roadmap } {
  const result = importRoadmap(readMarkdown(text), { name, actors: register, today: '2026-01-01' });
  const files = {
    '/plan.roadmap.yaml': result.text,
    ...(result.actorsText ? { '/actors.yaml': result.actorsText } : {}),
  };
  const snapshot = snapshotOf(files);
  for (const path of Object.keys(files)) {
    assert.deepEqual(
      snapshot.findings(uriOf(path)).map(({ code, message }) => `${path} ${code}: ${message}`),
      [],
      result.text,
    );
  }
  const { roadmap } = parseRoadmapFile('file:///plan.roadmap.yaml', result.text);
  assert.ok(roadmap);
  return { ...result, roadmap };
}

const actionsOf = ({ actions }: Roadmap) => actions.map(({ id, title, actors }) => [id, title, actors.join(' ')]);
const partsOf = ({ actions }: Roadmap, id: string) =>
  (actions.find((action) => action.id === id)?.deliverables ?? []).map((one) => [
    one.title,
    one.actors.join(' '),
    one.deadline.due?.edtf ?? '',
    one.deadline.stated ?? '',
  ]);

describe('import of structures found in the wild', () => {
  it('reads milestone tables with American dates, intervals, and dates that are struck out', () => {
    const { roadmap, text } = imported(`# Lighthouse Data Plan 2020

## Agency Actions

### Action 1: Assess Beam Data

By May 2020, all agencies will conduct an initial assessment of beams.[^1]

| Milestone | Measurement | Target Date | Required or Encouraged |
|---|---|---|---|
| Publish beam charts | Completion | <s>June 30, 2020</s> <b>July 31, 2020</b> | Required |
| Select a model | Completion | 12 months | Encouraged |
| Document the lamps | Number of lamps | (See Above) | Encouraged |
| Report on outages | Completion | Annually | Required |
| Update the charts | Completion | 90 days after the guidance is issued | Required |

### Action 2: Train Keepers
**Responsible party:** Department of Harbours, Keeper Training Office (KTO)

| Milestone | Responsible Party | Target Date |
|---|---|---|
| Hire two trainers | KTO | 9/30/2020 |
| Open the school | Department of Harbours and KTO | December 2020 and quarterly thereafter |

[^1]: See the charts.
`);
    assert.deepEqual(actionsOf(roadmap), [
      ['1', 'Assess Beam Data', ''],
      ['2', 'Train Keepers', 'department-harbours kto'],
    ]);
    assert.deepEqual(
      roadmap.areas.map(({ title }) => title),
      ['Agency Actions'],
    );
    assert.deepEqual(partsOf(roadmap, '1'), [
      ['Initial assessment of beams', 'agencies', '../2020-05-31', 'By May 2020'],
      ['Publish beam charts', '', '2020-07-31', 'July 31, 2020'],
      ['Select a model', '', '', '12 months'],
      ['Document the lamps', '', '', '(See Above)'],
      ['Report on outages', '', '', 'Annually'],
      ['Update the charts', '', '', '90 days after the guidance is issued'],
    ]);
    assert.deepEqual(partsOf(roadmap, '2'), [
      ['Hire two trainers', 'kto', '2020-09-30', '9/30/2020'],
      ['Open the school', 'department-harbours kto', '2020-12', 'December 2020 and quarterly thereafter'],
    ]);
    assert.match(text, /note: "Earlier deadline: June 30, 2020\."/);
    assert.match(text, /every: P3M/);
  });

  it('keeps ids apart where numbers start again in each part, and says so', () => {
    const { roadmap, report, text } = imported(`# Riverside Action Plan 2024-2027

Adopted 3 March 2024

## Part A: Water

### Action 1 – Clean the river
Lead: Ministry of Waters; Deadline: by the end of 2025

- Map all sources of pollution by mid-2025
- Publish water data every two years

### Action 2 – Protect the banks

The Ministry of Waters will plant trees along the banks from 2026.

## Part B: Towns

### Action 1 – Quiet streets

**Actors:** municipalities, Police Authority

1. Measure noise in ten towns (2025)
2. Set up a noise office
   - with two experts
`);
    assert.equal(roadmap.date, '2024-03-03');
    assert.equal(roadmap.period?.edtf, '2024/2027');
    assert.deepEqual(actionsOf(roadmap), [
      ['A.1', 'Clean the river', 'ministry-waters'],
      ['A.2', 'Protect the banks', ''],
      ['B.1', 'Quiet streets', 'local-authorities police-authority'],
    ]);
    assert.equal(roadmap.actions[0]?.deadline.due?.edtf, '../2025-12-31');
    assert.deepEqual(partsOf(roadmap, 'A.1'), [
      ['Mapping of sources of pollution', '', '../2025-06-30', 'by mid-2025'],
      ['Publication of water data', '', '', 'every two years'],
    ]);
    assert.deepEqual(partsOf(roadmap, 'A.2'), [
      ['Planting of trees along banks', 'ministry-waters', '2026-01-01/..', 'from 2026'],
    ]);
    assert.deepEqual(partsOf(roadmap, 'B.1'), [
      ['Measurement of noise in ten towns', '', '2025', '2025'],
      ['Noise office', '', '', ''],
    ]);
    assert.match(text, /# check: The source numbers it 1 within its part/);
    assert.ok(
      report.some(
        ({ kind, place, text: words }) => kind === 'doubtful' && place === 6 && /numbers start again/.test(words),
      ),
    );
  });

  it('reads forms, and lists with bold names', () => {
    const { roadmap } = imported(`# Open Harbour National Action Plan

## Commitment 1: Publish berth contracts

| Commitment 1 | Publish berth contracts |
|---|---|
| Lead implementing agency | Ministry of Ports |
| Timeline | January 2023 - December 2024 |

| Verifiable milestones | Responsible | Start Date | End Date |
|---|---|---|---|
| Register of contracts is online | Ministry of Ports | 1 January 2023 | 30 June 2023 |

## Commitment 2: Ask citizens about ferries

**Responsible:** Ferry Council
**Timeline:** 2023–2024

- **Survey of passengers.** The Ferry Council shall survey passengers by 1 March 2024.
`);
    assert.deepEqual(roadmap.labels, ['Commitment']);
    assert.deepEqual(actionsOf(roadmap), [
      ['1', 'Publish berth contracts', 'ministry-ports'],
      ['2', 'Ask citizens about ferries', 'ferry-council'],
    ]);
    assert.deepEqual(
      roadmap.actions.map(({ deadline }) => deadline.due?.edtf),
      ['2023/2024', '2023/2024'],
    );
    assert.deepEqual(partsOf(roadmap, '1'), [
      ['Register of contracts is online', 'ministry-ports', '2023-06-30', '30 June 2023'],
    ]);
    assert.deepEqual(partsOf(roadmap, '2'), [
      ['Survey of passengers', 'ferry-council', '../2024-03-01', 'by 1 March 2024'],
    ]);
  });

  it('reads labels, columns and dates of other languages, and tables of actions', () => {
    const german = imported(`# Aktionsplan Küste

### Maßnahme 1: Leuchttürme sanieren

Zuständig: Küstenamt

### Maßnahme 2: Deiche erhöhen

| Maßnahme | Zuständig | Frist |
|---|---|---|
| Deich Nord | Deichverband | 31.12.2025 |
`).roadmap;
    assert.deepEqual(german.labels, ['Maßnahme']);
    assert.deepEqual(actionsOf(german), [
      ['1', 'Leuchttürme sanieren', 'kustenamt'],
      ['2', 'Deiche erhöhen', ''],
    ]);
    assert.deepEqual(partsOf(german, '2'), [['Deich Nord', 'deichverband', '2025-12-31', '31.12.2025']]);
    const { roadmap } = imported(`# Bicycle Strategy

## Safe lanes

| No | Action | Lead | Timeline |
|----|--------|------|----------|
| 1 | Build 30 km of lanes | City Roads Office | 2026 |
| 2 | Repair the bridge | City Roads Office, Bridge Unit | Ongoing |
`);
    assert.deepEqual(
      roadmap.areas.map(({ title }) => title),
      ['Safe lanes'],
    );
    assert.deepEqual(actionsOf(roadmap), [
      ['1', 'Build 30 km of lanes', 'city-roads-office'],
      ['2', 'Repair the bridge', 'city-roads-office bridge-unit'],
    ]);
    assert.deepEqual(
      roadmap.actions.map(({ deadline }) => deadline.due?.edtf ?? deadline.stated),
      ['2026', 'Ongoing'],
    );
  });

  it('reads text without any marks: numbered headings, labels and actors in one line, pages with footnotes', () => {
    const { roadmap } = imported(`COUNCIL OF HARBOURS

Seaport, 3 May 2023

on the plan for calmer harbours

1. INTRODUCTION

Harbours are loud, and the people who live beside them have complained about that for many years now, as all

¹ See the survey of 2022.

studies show. These measures are to be carried out in 2024 and 2025.

2.1.Calm quays

Noise comes from engines and from cranes, and from those who shout; the quays are where most of it is heard.

Action 1: Quieter cranes Main actors: Commission, Member States (in particular customs authorities)

Cranes were built in 1970. In early 2024, Europol, with the support of Member States, will draw up a list of loud cranes. The Commission invites the Council to adopt the Crane Regulation by the end of the legislature.

Action 2: Fewer horns.

Main EU actors: Europol

This will help people to sleep. The list should be updated every two years.
`);
    assert.equal(roadmap.title, 'Plan for calmer harbours');
    assert.equal(roadmap.date, '2023-05-03');
    assert.equal(roadmap.period?.edtf, '2024/2025');
    assert.deepEqual(
      roadmap.areas.map(({ title, section }) => [section, title]),
      [['2.1', 'Calm quays']],
    );
    assert.deepEqual(actionsOf(roadmap), [
      ['1', 'Quieter cranes', 'commission member-states customs-authorities'],
      ['2', 'Fewer horns', 'europol'],
    ]);
    assert.deepEqual(partsOf(roadmap, '1'), [
      ['List of loud cranes', 'europol member-states', '2024-01-01/2024-03-31', 'In early 2024'],
      ['Adoption of Crane Regulation', 'council', '', 'by the end of the legislature'],
    ]);
    assert.deepEqual(partsOf(roadmap, '2'), [['Update of list', '', '', 'every two years']]);
  });

  it('reads conclusions: duties that an item announces, calls, and who is asked', () => {
    const { roadmap } = imported(`# Conclusions on lighthouses

## Lamps

1. Over the past months, the lamps have grown dark. However, progress is insufficient and has to be speeded up. The Member States must urgently:

   - address the dark lamps at the northern coast, notably by buying oil;
   - enhance measures for cleaning the glass;

2. The comprehensive strategy agreed in December will only bring light if all the lamps are lit. The European Council invites the European Investment Bank to rapidly develop a fund for oil, in cooperation with the Commission, on which keepers can draw.

## Keepers

The Council INVITES the Commission to:

- propose a code for keepers by the end of 2027;
- take stock of their pay.
`);
    assert.deepEqual(partsOf(roadmap, '1'), [
      ['Faster progress', '', '', ''],
      ['Work on dark lamps at northern coast', 'member-states', '', ''],
      ['Better measures for cleaning glass', 'member-states', '', ''],
      ['Fund for oil', 'european-investment-bank commission', '', ''],
    ]);
    assert.deepEqual(partsOf(roadmap, '2'), [
      ['Proposal of code for keepers', 'commission', '../2027-12-31', 'by the end of 2027'],
      ['Stock of their pay', 'commission', '', ''],
    ]);
  });

  it('takes what “we will” do, and not what “we” think', () => {
    const { roadmap } = imported(`# Declaration on lighthouses

## Our commitments

1. We, the keepers and their deputies, have met at the northern lighthouse in May.
2. We emphasize that light is an indispensable need of ships.
3. Today, we are lighting a candle. We will maintain the lamps of the coast, including by cleaning them.
4. We reaffirm the oath of the keepers. We will publish a register of keepers.
`);
    assert.deepEqual(actionsOf(roadmap), [
      ['1', 'Continued lamps of coast', ''],
      ['2', 'Publication of register of keepers', ''],
    ]);
  });

  it('finds results of studies, and who takes part in what nobody does', () => {
    const { roadmap } = imported(`# Lighthouse strategy

## Knowledge

To make the coast brighter, lamps will be part of two studies the Commission has launched in 2024 on tides and on the needs of keepers on the islands, the results of which will be expected in 2027.

Further work is needed to implement the strategy, which will require the involvement of Member States, the Commission and Europol.

A reflection should take place about the need for more lamps.
`);
    assert.deepEqual(partsOf(roadmap, '1'), [
      ['Results of study on tides', 'commission', '2027', 'in 2027'],
      ['Results of study on needs of keepers on islands', 'commission', '2027', 'in 2027'],
      ['Implementation of strategy', 'member-states commission europol', '', ''],
      ['Reflection about need for more lamps', '', '', ''],
    ]);
  });

  it('takes no day for a title, and two offices for two', () => {
    const { roadmap } = imported(`Order on the lighthouses of the nation

January 16, 2025

Within 90 days of the date of this order, the Secretary of Harbours and the Secretary of Lamps, acting through the Director of the Lamp Office, shall identify dark harbours and thereafter regularly update a list of them.
`);
    assert.deepEqual(
      roadmap.commitments.map(({ title, actors }) => [title, actors.join(' ')]),
      [
        ['Identification of dark harbours', 'secretary-harbours secretary-lamps'],
        ['Update of list of them', 'secretary-harbours secretary-lamps'],
      ],
    );
    assert.deepEqual(roadmap.actions, []);
  });

  it('says what it did not understand, and finds nothing where nothing is', () => {
    const { roadmap, report } = imported('# Poem\n\nThe sea is wide.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n');
    assert.deepEqual([roadmap.actions, roadmap.commitments], [[], []]);
    const lost = report.filter(({ kind }) => kind === 'not-understood').map(({ text }) => text);
    assert.equal(lost.length, 2, lost.join(' '));
  });

  it('makes titles that say whole things', () => {
    const { roadmap } = imported(`# Quay Plan

## Action 1: Safer quays

The Commission will hold further exchanges with Norway, in particular on ropes.

Europol will consider proposing to widen the League's mandate in particular to other quays.

The Commission will propose extending this approach to all quays.

The EUDA will take over the office and will become operational on 2 July 2031.
`);
    assert.deepEqual(
      partsOf(roadmap, '1').map(([title]) => title),
      [
        'Exchanges with Norway',
        "Possible proposal to widen League's mandate",
        'Proposal to extend approach to all quays',
        'Takeover of office',
        'EUDA operational',
      ],
    );
  });

  it('says from which sentences with a day, or with an actor who is to do something, nothing was taken', () => {
    const { report } = imported(`# Quay Plan

Brussels, 3 March 2031

## Action 1: Safer quays

The quays have been repaired since 2029. A study of ropes, lamps and rails in the east of the harbour, which is to be
repeated in 2032, was nevertheless not enough, and nobody fell.

Member States need to be aware of their role.

The Commission will publish a list of quays by mid-2032.
`);
    const lost = report.filter(({ kind }) => kind === 'not-understood').map(({ text }) => text);
    assert.deepEqual(lost, [
      'Nothing was taken that is due “in 2032”: “… lamps and rails in the east of the harbour, which is to be repeated in 2032, was nevertheless not enough, and nobody fell”.',
      'Nothing was taken from “Member States need to be aware of their role”.',
    ]);
  });
});
