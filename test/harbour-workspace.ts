import assert from 'node:assert/strict';

/** A roadmap that names and numbers everything in its own way. */
export const HARBOUR_ROADMAP = `roadmap: plan
title: Harbour plan
reference: ST 100/24
labels: [Measure]
numbering: own
areas:
  - area: docks
    title: The docks
actions:
  - action: "6.10"
    title: Light the docks
    area: docks
    actors: [port, europol]
    deliverables:
      - deliverable: "6.1"
        title: Lamps on the piers
        actors: [port]
  - action: 7
    title: Sweep the docks
  - action: "8"
    title: Paint the docks
commitments:
  - commitment: C1
    title: A call for paint
`;

/** Its actors. */
export const HARBOUR_ACTORS = `actors:
  - actor: port
    name: Port Authority
    short: PA
    names: [Harbour Office]
    kind: body
    replaces: old-port
    part-of: [member-states]
  - actor: old-port
    name: Old Port Authority
    kind: body
`;

const MARKDOWN = `//- /a.report.md
---
roadmap: plan
author: port
reference: ST 200/24
previous: ./b.report.yaml
scope:
  areas: [docks]
  actions: ["6.10", Measure 8]
  actors: [Port Authority]
  except:
    - action: "7"
      reason: later
---

# The docks

## Measure 6.10: Light the docks

- **Status:** in progress
- **Actors:** port, Europol
- **Evidence:** ST 300/24

The Port Authority lit a lamp.[^1] Measures 7-8 wait, and so does Measure 7. See ST 300/24.

**Deliverables**

- Lamps on the piers: in progress
- 6.1: delivered (ST 100/24)

**Next steps**

- Port Authority will light more (autumn 2024).

[^1]: See ST 200/24, and \`[^1]\`.

## Sweep the docks

Text.

| Measure | Status | Actors |
|---|---|---|
| 8 | late | PA |
`;

const YAML = `//- /b.report.yaml
roadmap: plan
author: Port Authority
reference: ST 300/24
date: 2024-01-01
scope:
  areas: [The docks]
  actions: [plan:8]
entries:
  - section: The docks
    text: |
      The Harbour Office met.[^a] Europol too.

      [^a]: A note.
  - action: ["6.10", '7']
    actors: [europol, PA]
    text: |
      Measure 8 is next.
    deliverables:
      - deliverable: "6.1"
        actors: [port]
        evidence: [ST 200/24]
      - deliverable: C1
    next:
      - text: Light more lamps with Europol
        actors: [Port Authority]
`;

/** A roadmap written by hand: two areas, two actions, a deliverable with a deadline. More can be put behind it. */
export const HARBOUR_GATES = `roadmap: harbour
title: Harbour plan
reference: COM(2023) 641 final
date: 2024-02-01
areas:
  - area: quays
    title: Quays and cranes
  - area: checks
    title: Checks of containers
actions:
  - action: "1"
    title: Scanners at every gate
    area: checks
    actors: [europol, cepol]
    deliverables:
      - deliverable: "1.1"
        title: Ten scanners
        actors: [europol]
        due: ../2025-06-30
        stated: by mid-2025
  - action: "2"
    title: A register of cranes
    area: quays
    actors: [commission]
`;

/** The workspace as a fixture, with the cursor before the n-th time (from 1) that these words stand in a file or behind it. */
export function harbourAt(path: string, words: string, nth = 1): string {
  const files = [`//- /plan.roadmap.yaml\n${HARBOUR_ROADMAP}//- /actors.yaml\n${HARBOUR_ACTORS}`, MARKDOWN, YAML].join(
    '',
  );
  const start = files.indexOf(`//- ${path}\n`) + path.length + 5;
  let place = start - 1;
  for (let i = 0; i < nth; i++) {
    place = files.indexOf(words, place + 1);
    assert.ok(place >= 0, words);
  }
  return `${files.slice(0, place)}$0${files.slice(place)}`;
}
