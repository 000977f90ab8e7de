/** Fixtures of one draft on the built-in roadmap, dated 3 June 2024. Carets stand in the lines as in any fixture. */

/** A Markdown draft; `header` are further lines of the front matter. */
export function markdownDraft(body: string, header = ''): string {
  return `//- /draft.report.md\n---\nroadmap: eu-drugs-2023\n${dated(header)}---\n\n${body.replace(/^\n/, '')}`;
}

/** A YAML draft; `entries` are its items, `header` further keys. */
export function yamlDraft(entries: string, header = ''): string {
  return `//- /draft.report.yaml\nroadmap: eu-drugs-2023\n${dated(header)}entries:\n${entries.replace(/^\n/, '')}`;
}

/** A report on one action without deadlines, which has no finding on 3 June 2024. */
export const CLEAN_DRAFT = `---
roadmap: eu-drugs-2023
title: Progress report
author: presidency
date: 2024-06-03
scope:
  actions: ["14"]
---

## Action 14: Strengthening support to operational anti-drug trafficking operations in West Africa

- **Status:** in progress

Europol and MAOC (N) supported three interceptions in the Gulf of Guinea.
`;

/** A roadmap of a workspace; its one deadline has passed on 3 June 2024. */
export const HARBOUR_PLAN = `roadmap: harbour-plan
title: Harbour plan
reference: HP 1
date: 2024-01-15
labels: [Measure]
areas:
  - area: docks
    title: Docks
actions:
  - action: "1"
    title: Light the docks
    area: docks
    actors: [commission]
    due: ../2024-05-01
    stated: by 1 May 2024
`;

/** A report on {@link HARBOUR_PLAN} that is late and does not admit it. */
export const LATE_ON_HARBOUR_PLAN = `---
roadmap: harbour-plan
title: Progress
author: presidency
date: 2024-06-03
---
## Measure 1: Light the docks

- **Status:** in progress

Lamps have been ordered.
`;

function dated(header: string): string {
  const lines = header === '' ? '' : `${header.replace(/^\n/, '').trimEnd()}\n`;
  return /^(?:date|as-of):/m.test(lines) ? lines : `date: 2024-06-03\n${lines}`;
}
