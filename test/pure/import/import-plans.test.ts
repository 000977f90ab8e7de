import assert from 'node:assert/strict';
import actorsText from '../../../data/actors.yaml';
import { importRoadmap } from '../../../server/src/import/import-roadmap';
import { readMarkdown } from '../../../server/src/import/read-markdown';
import { createActorRegister } from '../../../server/src/model/actor';
import type { Roadmap } from '../../../server/src/model/roadmap';
import { parseActorsFile } from '../../../server/src/parse/actors-file';
import { parseRoadmapFile } from '../../../server/src/parse/roadmap-file';

// Made-up plans in the structures of plans that governments and cities have published as Markdown.

const register = createActorRegister(parseActorsFile('builtin:/actors.yaml', actorsText).actors);

function imported(text: string): { readonly text: string; readonly roadmap: Roadmap } {
  const result = importRoadmap(readMarkdown(text), { name: 'plan.md', actors: register, today: '2026-01-01' });
  const { roadmap, problems } = parseRoadmapFile('file:///plan.roadmap.yaml', result.text);
  assert.deepEqual(problems, []);
  assert.ok(roadmap);
  return { text: result.text, roadmap };
}

const linesOf = ({ actions, areas }: Roadmap) =>
  actions.map(({ id, title, area, actors, deadline }) =>
    [
      id,
      title,
      areas.find((one) => one.id === area)?.title ?? '',
      actors.join(' '),
      deadline.due?.edtf ?? deadline.stated ?? '',
    ].join(' | '),
  );

const partsOf = ({ actions }: Roadmap) =>
  actions.flatMap(({ deliverables }) =>
    deliverables.map(({ id, title, actors, deadline }) =>
      [id, title, actors.join(' '), deadline.due?.edtf ?? deadline.stated ?? ''].join(' | '),
    ),
  );

describe('import of structures of published plans', () => {
  it('reads headings without a space, and lists that begin with who does it', () => {
    const { roadmap } = imported(`##04 Aims and actions

###Aim: Quieter ferries

####Action 01: Ferry lines will have a noise officer

-   noise officers will be in place from April 2031
-   departments will have clear maps of noise by March 2032

Harbour Design Service will:

-   publish a noise standard
-   help departments to measure noise

###Aim: Cleaner piers

####Action 02: Piers will be swept every day

Harbour Design Service will:

-   offer training to sweepers
`);
    assert.equal(roadmap.title, 'Aims and actions');
    assert.deepEqual(linesOf(roadmap), [
      '01 | Ferry lines will have a noise officer | Aim: Quieter ferries |  | ',
      '02 | Piers will be swept every day | Aim: Cleaner piers |  | ',
    ]);
    assert.deepEqual(partsOf(roadmap), [
      '01.1 | Noise officers in place |  | 2031-04-01/..',
      '01.2 | Clear maps of noise | departments | ../2032-03-31',
      '01.3 | Publication of noise standard | harbour-design-service | ',
      '01.4 | Help to departments to measure noise | harbour-design-service | ',
      '02.1 | Offer of training to sweepers | harbour-design-service | ',
    ]);
  });

  it('takes items and rows below "Actions" as actions, and reads on below them', () => {
    const { roadmap } = imported(`---
title: Lighthouse Strategy
---

## Lamps

### Vision

Lamps shine.

### Actions

1.  Agencies must replace lamps of glass by 2031.
2.  The Lamp Office (LO) will audit lamps.
    -   The Lamp Office will publish the audit in 2032.

### 1. Oil

**Agencies must remove oil from all towers.**

## Sirens

### Actions

1.  Agencies must test sirens.
2.  Agencies must adopt clear, loud, and safe siren plans.
`);
    assert.equal(roadmap.title, 'Lighthouse Strategy');
    assert.deepEqual(linesOf(roadmap), [
      '1 | Replacement of lamps of glass | Lamps | agencies | ../2031-12-31',
      '2 | Audit of lamps | Lamps | lamp-office | ',
      '3 | Test of sirens | Sirens | agencies | ',
      '4 | Adoption of safe siren plans | Sirens | agencies | ',
    ]);
    assert.deepEqual(partsOf(roadmap), ['2.1 | Publication of audit | lamp-office | 2032']);
    assert.deepEqual(
      roadmap.commitments.map(({ title }) => title),
      ['Removal of oil from all towers'],
    );
  });

  it('reads rows between bars that no line of dashes makes a table of', () => {
    const { roadmap } = imported(`# Task Matrix

| **Section** | **Task** | **Harbour Action Timeline (counted from the date of this plan)** |
| General | Agencies must submit to the Board a plan of berths. | Within 60 days. |
| Ropes | Agencies must remove old ropes. | September 2031 |
| Ropes | Agencies must create long, strong, and complete rope lists. | Within one year. |
`);
    assert.deepEqual(linesOf(roadmap), [
      '1 | Submission of plan of berths | General | agencies | Within 60 days.',
      '2 | Removal of old ropes | Ropes | agencies | 2031-09',
      '3 | Complete rope lists | Ropes | agencies | Within one year.',
    ]);
  });

  it('gives lines behind "Within 90 days of this plan:" that deadline', () => {
    const { roadmap } = imported(`# Buoy Report

## 1. Paint buoys

**Within 90 days of the date of this report:**

The Buoy Agency (BA) will publish a list of colours. Colours are seen from afar.

**By the end of 2031:**

The Buoy Agency, in coordination with the Pier Board, will convene a task force of painters to finish the work.

## 2. Count buoys

The Buoy Agency will publish the count.
`);
    assert.deepEqual(partsOf(roadmap), [
      '1.1 | Publication of list of colours | buoy-agency | Within 90 days of the date of this report',
      '1.2 | Task force of painters to finish work | buoy-agency | ../2031-12-31',
      '2.1 | Publication of count | buoy-agency | ',
    ]);
  });

  it('reads tables in other languages, with areas, half years and names without accents', () => {
    const french =
      imported(`<table><thead><tr><th>Ministère</th><th>Thématiques</th><th>Actions</th><th>Echéances</th></tr></thead>
<tbody><tr><td>MDP</td><td>Phares</td><td>Publier la liste des phares et des gardiens de toutes les côtes</td><td>S1 2031</td></tr>
<tr><td>MDQ</td><td>Quais</td><td>Ouvrir les quais</td><td>fin décembre 2032</td></tr></tbody></table>
`);
    assert.deepEqual(linesOf(french.roadmap), [
      '1 | Publier la liste des phares et des gardiens de toutes les côtes | Phares | mdp | 2031-01-01/2031-06-30',
      '2 | Ouvrir les quais | Quais | mdq | 2032-12-21/2032-12-31',
    ]);
    const german = imported(`# Stege

Unsere Ziele.

## Maßnahmen
Nummer| Titel | Beschreibung
---- | ---- | ----
01 | Helle Stege | Alle Stege werden heller und sicherer gestaltet.
02 | Zählung | Zählung der Boote an allen Stegen.
`);
    assert.deepEqual(linesOf(german.roadmap), ['01 | Helle Stege |  |  | ', '02 | Zählung |  |  | ']);
  });

  it('finds what a footnote undertakes by a day, and who leads by when', () => {
    const { text, roadmap } = imported(`# Plan of 3 March 2030 on anchors

3 March 2030

## 1. Anchors

The network of anchor makers has found many anchors.[^7] Currently driven by Belgium in 2029-2030 and by Italy from 2031-2032, the Commission supports it.

[^7]: Funded through the Internal Security Fund, EUR 3 million for 2031-2032.
`);
    const all = [...roadmap.commitments, ...roadmap.actions.flatMap(({ deliverables }) => deliverables)];
    assert.deepEqual(
      all.map(({ title, actors, deadline }) => [title, actors.join(' '), deadline.due?.edtf]),
      [
        ['Lead by Italy', 'italy', '2031/2032'],
        ['EUR 3 million from the Internal Security Fund', '', '2031/2032'],
      ],
    );
    assert.match(text, /source: footnote 7, line 7/);
  });

  it('keeps a deadline of an action that is struck out as its note', () => {
    const { text, roadmap } = imported(`# Plan

## Action 1: Moor boats

**Deadline:** <s>30 June 2031</s> <b>31 July 2031</b>

- Moor all boats.

## Action 2: Row boats

- Row all boats.
`);
    assert.equal(roadmap.actions[0]?.deadline.due?.edtf, '2031-07-31');
    assert.match(text, /note: "?Earlier deadline: 30 June 2031\./);
    assert.doesNotMatch(text, /# check: Earlier/);
  });

  it('takes bold names of what paragraphs are about as areas, with a colon or without', () => {
    const { roadmap } = imported(`# Statement on bridges

Regarding **high bridges**, we invite the Council to consider the following priorities:

Adopt rules for high bridges.

Publish a map of high bridges.

As to **low bridges**, we invite the Council to consider these priorities:

Adopt rules for low bridges.

Publish a map of low bridges.

Equally important is the **painting of bridges** by the Council, which should publish its colours.

Adopt one colour.
`);
    assert.deepEqual(
      roadmap.areas.map(({ title }) => title),
      ['High bridges', 'Low bridges', 'Painting of bridges'],
    );
    assert.deepEqual(linesOf(roadmap).slice(-1), ['6 | Adoption of one colour | Painting of bridges |  | ']);
  });

  it('names the body that a passive says something is submitted to', () => {
    const { roadmap } = imported(`# Ferry Report

1 March 2030

## Ferries

Conclusions on ferries are submitted to the **Council for approval in June 2030**.
`);
    const all = [...roadmap.commitments, ...roadmap.actions.flatMap(({ deliverables }) => deliverables)];
    assert.deepEqual(
      all.map(({ title, actors }) => [title, actors.join(' ')]),
      [['Conclusions on ferries', 'council']],
    );
  });
});
