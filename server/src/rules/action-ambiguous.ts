import type { Field } from '../model/report';
import { actionLabel } from '../model/roadmap';
import { requiredActions } from '../model/scope';
import type { HeaderContext } from './check-context';
import { enumerate } from './enumeration';
import { foreignRoadmap } from './foreign-roadmap';
import { qualifiedNumber } from './qualified-number';
import { relatedAction } from './roadmap-links';
import type { Rule, RuleFinding } from './rule';

export const actionAmbiguous: Rule = {
  meta: {
    code: 'action-ambiguous',
    group: 'action',
    severity: 'warning',
    summary: 'An action that several of the report’s roadmaps have, without a word which one is meant',
    why:
      'A report on two roadmaps has two actions 6. Where a heading, row or item does not say which one it reports on, ' +
      'neither its deadlines nor its actors can be checked, and a reader has to guess. In the report’s scope it means all of ' +
      'them: more may be left out than was meant.\n\nNothing is reported where the title beside the number decides, and ' +
      'nothing in running text.',
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
  *checkHeader(context) {
    const { actions = [], except = [] } = context.header.scope ?? {};
    for (const field of actions) {
      yield* ambiguousInScope(field, 'actions', context);
    }
    for (const { action } of except) {
      yield* ambiguousInScope(action, 'except', context);
    }
  },
  *checkSection(section, context) {
    const { lookup, roadmaps } = context;
    for (const place of [section, ...section.rows]) {
      const open = place.actions.filter(({ candidates }) => candidates.length > 1);
      // A roadmap that the report is not on is the finding of another rule.
      for (const reference of open.filter((one) => foreignRoadmap(one, context) === undefined)) {
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
            having.flatMap((roadmap) => {
              const edits = qualifiedNumber(place.actions, place.actions.indexOf(reference), roadmap, context);
              const title = `Make it ${actionLabel(roadmap, reference.action)} of “${roadmap.title}”`;
              return edits ? [{ title, safe: false, edits }] : [];
            }),
        };
      }
    }
  },
};

/** A number in the report's scope that several of its roadmaps have: all of them are meant, for better or worse. */
function* ambiguousInScope(
  field: Field<string>,
  kind: 'actions' | 'except',
  { roadmaps, actors }: HeaderContext,
): Iterable<RuleFinding> {
  const text = field.value ?? '';
  const holders = roadmaps.flatMap((roadmap) =>
    requiredActions(roadmap, { actions: [text], except: [] }, actors).map((action) => ({ roadmap, action })),
  );
  const [first] = holders;
  if (!first || holders.length < 2 || text.trim() === '') {
    return;
  }
  const each = holders.map(({ roadmap }) => `“${roadmap.title}”`);
  yield {
    span: field.span,
    ...(kind === 'actions' ? { severity: 'info' } : {}),
    message:
      `“${text}” is an action of ${enumerate(each)}, and ${holders.length === 2 ? 'both' : 'all'} are ` +
      `${kind === 'except' ? 'left out of' : 'in'} the scope. Name the roadmap with it, as in ` +
      `“${first.roadmap.id}:${first.action.id}”, once for each that is meant.`,
    related: holders.map(({ roadmap, action }) => relatedAction(roadmap, action)),
    fixes: () =>
      holders.map(({ roadmap, action }) => ({
        title: `Make it ${actionLabel(roadmap, action.id)} of “${roadmap.title}”`,
        safe: false,
        edits: [{ span: field.span, newText: `${roadmap.id}:${action.id}` }],
      })),
  };
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
