import { actionLabel, type Roadmap } from '../model/roadmap';
import type { IndexedAction } from '../model/roadmap-index';
import { markdownEntries, yamlEntries } from './example-reports';
import { sortFix } from './order-fixes';
import { relatedAction } from './roadmap-links';
import type { Rule } from './rule';
import type { RuleLookup } from './rule-lookup';
import type { ReferenceFacts } from './section-facts';

export const actionOrder: Rule = {
  meta: {
    code: 'action-order',
    group: 'action',
    severity: 'off',
    summary: 'Entries in another order than the actions of the roadmap',
    why:
      'Whoever holds the roadmap beside the report finds the actions faster where both have the same order.\n\nThe rule ' +
      'is off, because a report may well be ordered by actor or by deadline. Turn it on for reports that follow the ' +
      'roadmap.',
    examples: [
      {
        language: 'markdown',
        bad: markdownEntries('Action 14', 'Action 8'),
        good: markdownEntries('Action 8', 'Action 14'),
      },
      { language: 'yaml', bad: yamlEntries('14', '8'), good: yamlEntries('8', '14') },
    ],
    fixable: true,
  },
  *checkReport({ entries, lookup }) {
    const before = new Map<Roadmap, IndexedAction & { readonly section: number; readonly isRow: boolean }>();
    for (const {
      section,
      entry: { row, actions },
    } of entries) {
      const [index, first] = firstKnown(actions, lookup);
      if (!first) {
        continue;
      }
      const { roadmap, action, place } = first;
      const previous = before.get(roadmap);
      before.set(roadmap, { ...first, section, isRow: row !== undefined });
      if (previous && previous.place > place) {
        yield {
          place: { section, what: 'action', row, index },
          message:
            `${actionLabel(roadmap, action.id)} stands behind ${actionLabel(roadmap, previous.action.id)}, but comes ` +
            `before it in “${roadmap.title}”. Move the entry so that the report can be read beside the roadmap.`,
          related: [relatedAction(roadmap, action), relatedAction(roadmap, previous.action)],
          fixes: (now) =>
            row === undefined && !previous.isRow ? sortFix(section, previous.section, roadmap, now) : [],
        };
      }
    }
  },
};

/** The first of an entry's actions that a roadmap has, and which of them it is. */
function firstKnown(
  actions: readonly ReferenceFacts[],
  lookup: RuleLookup,
): readonly [number, IndexedAction | undefined] {
  const found = actions.map(({ roadmap, action }) => lookup.action(roadmap, action));
  const index = found.findIndex((one) => one !== undefined);
  return [index, found[index]];
}
