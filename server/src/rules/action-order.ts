import { referredActions } from '../model/entry-actions';
import { actionLabel, type Roadmap } from '../model/roadmap';
import { markdownEntries, yamlEntries } from './example-reports';
import { relatedAction } from './roadmap-links';
import type { Rule } from './rule';

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
    fixable: false,
  },
  *checkReport({ entries, roadmaps }) {
    const before = new Map<Roadmap, number>();
    for (const entry of entries) {
      const [first] = referredActions(entry.actions, roadmaps);
      if (!first) {
        continue;
      }
      const { roadmap, action, reference } = first;
      const place = roadmap.actions.indexOf(action);
      const previous = roadmap.actions[before.get(roadmap) ?? -1];
      before.set(roadmap, place);
      if (previous && roadmap.actions.indexOf(previous) > place) {
        yield {
          section: entry.section,
          span: reference.span,
          message:
            `${actionLabel(roadmap, action.id)} stands behind ${actionLabel(roadmap, previous.id)}, but comes before it ` +
            `in “${roadmap.title}”. Move the entry so that the report can be read beside the roadmap.`,
          related: [relatedAction(roadmap, action), relatedAction(roadmap, previous)],
        };
      }
    }
  },
};
