import type { ReferredAction } from '../model/entry-actions';
import type { TextEdit } from '../model/finding';
import type { Field } from '../model/report';
import { actionLabel } from '../model/roadmap';
import { requiredActions } from '../model/scope';
import type { Span } from '../model/span';
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
      yield* inScope(field, 'in', context);
    }
    for (const { action } of except) {
      yield* inScope(action, 'left out of', context);
    }
  },
  *checkSection(section, context) {
    const { lookup } = context;
    for (const { actions } of [section, ...section.rows]) {
      for (const [index, reference] of actions.entries()) {
        const { action: id, candidates, span } = reference;
        const having = candidates.flatMap((roadmap) => lookup.action(roadmap, id) ?? []);
        // A roadmap that the report is not on is the finding of another rule.
        if (having.length > 1 && !foreignRoadmap(reference, context)) {
          const meaning = '. Nothing here says which one is meant, so it cannot be checked';
          yield ambiguity(id, span, having, meaning, (one) => qualifiedNumber(actions, index, one.roadmap, context));
        }
      }
    }
  },
};

/** An action, and the roadmap that has it. */
type Holder = Pick<ReferredAction, 'roadmap' | 'action'>;

/** A number in the report's scope that several of its roadmaps have: all of them are meant, for better or worse. */
function* inScope(
  { value = '', span }: Field<string>,
  where: 'in' | 'left out of',
  { roadmaps, actors }: HeaderContext,
): Iterable<RuleFinding> {
  const having = roadmaps.flatMap((roadmap) =>
    requiredActions(roadmap, { actions: [value], except: [] }, actors).map((action) => ({ roadmap, action })),
  );
  if (having.length > 1 && value.trim() !== '') {
    const meaning = `, and ${having.length === 2 ? 'both' : 'all'} are ${where} the scope`;
    const edits = ({ roadmap, action }: Holder) => [{ span, newText: `${roadmap.id}:${action.id}` }];
    yield { ...ambiguity(value, span, having, meaning, edits), ...(where === 'in' ? { severity: 'info' } : {}) };
  }
}

function ambiguity(
  words: string,
  span: Span,
  having: readonly Holder[],
  meaning: string,
  edits: (holder: Holder) => readonly TextEdit[] | undefined,
): RuleFinding {
  const [first] = having;
  return {
    span,
    message:
      `“${words}” is an action of ${enumerate(having.map(({ roadmap }) => `“${roadmap.title}”`))}${meaning}. Name the ` +
      `roadmap with it, as in “${first?.roadmap.id}:${first?.action.id}”.`,
    related: having.map(({ roadmap, action }) => relatedAction(roadmap, action)),
    fixes: () =>
      having.flatMap((holder) => {
        const made = edits(holder);
        const title = `Make it ${actionLabel(holder.roadmap, holder.action.id)} of “${holder.roadmap.title}”`;
        return made ? [{ title, safe: false, edits: made }] : [];
      }),
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
