import type { Fix } from '../model/finding';
import type { ActionReference, ReportFormat } from '../model/report';
import { actionLabel } from '../model/roadmap';
import { enumerate } from './enumeration';
import { relatedAction } from './roadmap-links';
import type { Rule } from './rule';

export const actionAmbiguous: Rule = {
  meta: {
    code: 'action-ambiguous',
    group: 'action',
    severity: 'warning',
    summary: 'An action that several of the report’s roadmaps have, without a word which one is meant',
    why:
      'A report on two roadmaps has two actions 6. Where a heading, row or item does not say which one it reports on, ' +
      'neither its deadlines nor its actors can be checked, and a reader has to guess.\n\nNothing is reported where the ' +
      'title beside the number decides, and nothing in running text.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('Action 2'),
        good: markdownExample('Action 2 (ports-2025)'),
        files: twoPlans(),
      },
      { language: 'yaml', bad: yamlExample('2'), good: yamlExample('ports-2025:2'), files: twoPlans() },
    ],
    fixable: true,
  },
  *checkSection(section, { format, lookup, roadmaps }) {
    for (const place of [section, ...section.rows]) {
      for (const reference of place.actions.filter(({ candidates }) => candidates.length > 1)) {
        const having = roadmaps.filter(({ id }) => reference.candidates.includes(id));
        yield {
          span: reference.span,
          message:
            `“${reference.action}” is an action of ${enumerate(having.map(({ title }) => `“${title}”`))}. ` +
            'Nothing here says which one is meant, so it cannot be checked. Name the ' +
            `roadmap with it, as in “${reference.candidates[0]}:${reference.action}”.`,
          related: having.flatMap((roadmap) => {
            const found = lookup.action(roadmap.id, reference.action);
            return found ? [relatedAction(roadmap, found.action)] : [];
          }),
          fixes: () =>
            having.map((roadmap) => ({
              title: `Make it ${actionLabel(roadmap, reference.action)} of “${roadmap.title}”`,
              safe: false,
              edits: [qualification(reference, roadmap.id, format, place.actions.length === 1)],
            })),
        };
      }
    }
  },
};

/** "eu-drugs-2023:6" in YAML and in a list of numbers, "Action 6 (eu-drugs-2023)" where it reads well. */
function qualification(
  reference: ActionReference,
  roadmap: string,
  format: ReportFormat,
  alone: boolean,
): Fix['edits'][number] {
  const { start, end } = reference.span;
  const behind = format === 'markdown' && (alone || reference.by === 'title');
  return behind
    ? { span: { start: end, end }, newText: ` (${roadmap})` }
    : { span: { start, end: start }, newText: `${roadmap}:` };
}

function markdownExample(heading: string): string {
  return `---
roadmap: [ports-2024, ports-2025]
date: 2024-06-03
scope:
  actions: ["1"]
---

## Action 1

- **Status:** in progress

Two ports have asked for training.

## ${heading}

- **Status:** in progress

Two more ports have joined.
`;
}

function yamlExample(action: string): string {
  return `roadmap: [ports-2024, ports-2025]
date: 2024-06-03
scope:
  actions: ["1"]
entries:
  - action: "1"
    status: in-progress
    text: Two ports have asked for training.
  - action: "${action}"
    status: in-progress
    text: Two more ports have joined.
`;
}

/** Roadmap files by name, which the examples are on: both have an action 2. */
function twoPlans(): Readonly<Record<string, string>> {
  const plan = (year: number, other: string) => `roadmap: ports-${year}
title: Ports plan ${year}
areas:
  - area: ports
    title: Safer ports
actions:
  - action: "2"
    title: Ports that join the alliance in ${year}
    area: ports
    actors: [commission]
  - action: "${other}"
    title: Training of ports
    area: ports
    actors: [commission]
`;
  return { 'ports-2024.roadmap.yaml': plan(2024, '1'), 'ports-2025.roadmap.yaml': plan(2025, '3') };
}
