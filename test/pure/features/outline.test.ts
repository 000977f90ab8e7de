import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Outlines } from '../../../server/src/features/outline';
import { snapshotOf, uriOf } from '../../analyse';
import { HARBOUR_PLAN, markdownDraft, yamlDraft } from '../../drafts';
import { checkNesting, expectOutline } from '../../outlines';

describe('outline of a report', () => {
  it('in Markdown: header, groups, entries with status, deliverables, next steps, subheadings', () => {
    expectOutline(
      markdownDraft(
        `Preface.

# State of play

## Dismantling networks

### Action 6: Facilitating financial investigations

- **Status:** in progress

**Deliverables**

- Blueprint for partnerships against money laundering: delivered (14 May 2024)
- 6.2: dropped

#### *More* on this

Text.

#### Next steps

- Europol will present it (autumn 2024).

## Actions 7 and 8

Work goes on.

# Outlook

## Words

Prose.
`,
        'title: Progress',
      ),
      `
header "roadmap" Front matter – Progress
  key "roadmap" roadmap – eu-drugs-2023
  key "date" date – 2024-06-03
  key "title" title – Progress
group "State of play" State of play
  group "Dismantling networks" Dismantling networks
    entry "Action 6: Facilitating financial investigations" Action 6: Facilitating financial investigations – in progress
      deliverable "Blueprint for partnerships against money laundering" Blueprint for partnerships against money laundering – delivered
      deliverable "6.2" 6.2 Better financial investigations by Member States – dropped
      section "*More* on this" More on this
      section "Next steps" Next steps
        next-step "Europol will present it (autumn 2024)." Europol will present it (autumn 2024).
  entry "Actions 7 and 8" Actions 7 and 8
section "Outlook" Outlook
  section "Words" Words
`,
    );
  });

  it('in Markdown: rows that are entries, no summaries of entries', () => {
    expectOutline(
      markdownDraft(`## Action 6

Text.

## Overview

| Action | Status |
|---|---|
| 6 | delayed |
| 7 | on track |
`),
      `
header "roadmap" Front matter
  key "roadmap" roadmap – eu-drugs-2023
  key "date" date – 2024-06-03
entry "Action 6" Action 6
group "Overview" Overview
  entry "7" Action 7: Facilitating digital investigations – on track
`,
    );
  });

  it('in YAML: numbers get their titles, ids of statuses are words', () => {
    expectOutline(
      `${yamlDraft(`
  - section: Introduction
    text: |
      Words.

      ## Below

      More.
  - action: "6"
    status: in-progress
    deliverables:
      - deliverable: "6.1"
        status: delivered
      - deliverable: "6.99"
    next:
      - text: Present the blueprint
        due: autumn 2024
  - action: ["4", "99"]
  - text: About nothing.
`)}author: belgium\n`,
      `
header "roadmap" Header
  key "roadmap" roadmap – eu-drugs-2023
  key "date" date – 2024-06-03
section "Introduction" Introduction
  section "Below" Below
entry "6" Action 6: Facilitating financial investigations – in progress
  deliverable "6.1" 6.1 Blueprint for partnerships against money laundering – delivered
  deliverable "6.99" 6.99
  next-step "Present the blueprint" Present the blueprint – autumn 2024
entry "["4", "99"]" Action 4, Action 99
key "author" author – belgium
`,
    );
  });

  it('where titles are pasted from Word, and where a heading has no words yet', () => {
    expectOutline(
      markdownDraft('Facilitating financial investigations\n\nEuropol went on with its work.\n\n## \n\nText.\n'),
      `
header "roadmap" Front matter
  key "roadmap" roadmap – eu-drugs-2023
  key "date" date – 2024-06-03
entry "Facilitating financial investigations" Facilitating financial investigations
section "## " Untitled
`,
    );
  });
});

describe('outline of definitions', () => {
  it('of a roadmap: areas, actions below them, deliverables, commitments', () => {
    expectOutline(
      `//- /plan.roadmap.yaml
roadmap: plan
title: Plan
areas:
  - area: docks
    title: Docks
    section: "2"
actions:
  - action: "1"
    title: Light the docks
    area: docks
    deliverables:
      - deliverable: "1.1"
        title: Lamps
        due: ../2024-05-01
        stated: by 1 May 2024
  - action: "2"
    title: Watch the docks
    area: docks
  - action: "3"
    title: Everything else
commitments:
  - commitment: C1
    title: Report
`,
      `
header "plan" Plan – plan
key "area: docks" Areas
  area "area: docks" Docks – 2
area "1" Docks – 2
  action "1" Action 1: Light the docks
    deliverable "1.1" 1.1 Lamps – by 1 May 2024
  action "2" Action 2: Watch the docks
action "3" Action 3: Everything else
commitment "C1" C1 Report
`,
    );
  });

  it('of actors, and of nothing', () => {
    expectOutline(
      '//- /actors.yaml\nactors:\n  - actor: port\n    name: Port Authority\n    short: PA\n    kind: body\n',
      'actor "actor: port" Port Authority (PA) – port',
    );
    const { of } = { of: (path: string, text: string) => new Outlines().of(snapshotOf({ [path]: text }), uriOf(path)) };
    assert.deepEqual(of('/readme.md', '# Read me\n'), []);
    assert.deepEqual(of('/rapporteur.yaml', 'roadmap: eu-drugs-2023\n'), []);
  });

  it('of the built-in ones', () => {
    const snapshot = snapshotOf({});
    for (const uri of ['rapporteur:/data/actors.yaml', 'rapporteur:/data/roadmaps/eu-drugs-2023.roadmap.yaml']) {
      const items = new Outlines().of(snapshot, uri);
      assert.ok(items.length > 5);
      checkNesting(items, { start: 0, end: snapshot.text(uri)?.length ?? 0 });
    }
  });
});

describe('an outline', () => {
  const lines = [
    '---',
    'roadmap: eu-drugs-2023',
    'entries:',
    '## Action 6: Facilitating financial investigations',
    '# ',
    '## Action 7 ##',
    'Setext',
    '===',
    '### Next steps',
    '**Deliverables**',
    '- Blueprint for partnerships against money laundering: delivered (14 May 2024)',
    '  - **Deadline:** by mid-2024',
    '- Europol will present it (autumn 2024',
    '| Action | Status | Next steps |',
    '|---|---|---|',
    '| Action 9 | del | Europol will go on |',
    '  - action: "8"',
    '    deliverables: [8.1, {deliverable: "8.2"}]',
    '    next:',
    '      - text: Go on',
    '        due: 2025',
    '    text: |',
    '      ## Sub',
    '  - section: x',
    '<!--',
    '```',
    '',
  ];

  it('is nested soundly whatever the draft, and the same after an edit as anew', () => {
    const text = fc.array(fc.constantFrom(...lines), { maxLength: 30 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(text, text, fc.constantFrom('/a.report.md', '/a.report.yaml'), (first, second, path) => {
        const header = path.endsWith('.md')
          ? '---\nroadmap: eu-drugs-2023\n---\n'
          : 'roadmap: eu-drugs-2023\nentries:\n';
        const kept = new Outlines();
        const before = snapshotOf({ [path]: `${header}${first}` });
        checkNesting(kept.of(before, uriOf(path)), { start: 0, end: header.length + first.length });
        const after = before.with([{ uri: uriOf(path), text: `${header}${second}\n${first}` }]);
        assert.deepEqual(kept.of(after, uriOf(path)), new Outlines().of(after, uriOf(path)));
      }),
      { numRuns: 200 },
    );
  });

  it('takes another title from a roadmap that has changed', () => {
    const draft = 'roadmap: harbour-plan\nentries:\n  - action: "1"\n';
    const files = { '/a.report.yaml': draft, '/h.roadmap.yaml': HARBOUR_PLAN };
    const before = snapshotOf(files);
    const outlines = new Outlines();
    const nameIn = (snapshot: typeof before) => outlines.of(snapshot, uriOf('/a.report.yaml')).at(-1)?.name;
    assert.equal(nameIn(before), 'Measure 1: Light the docks');
    const text = HARBOUR_PLAN.replace('Light the docks', 'Darken the docks');
    assert.equal(nameIn(before.with([{ uri: uriOf('/h.roadmap.yaml'), text }])), 'Measure 1: Darken the docks');
  });
});
