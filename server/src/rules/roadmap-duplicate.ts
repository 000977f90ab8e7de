import { EXAMPLE_ROADMAP } from './example-roadmaps';
import { problemsIn } from './reported-problems';
import type { Rule } from './rule';
import { sharedNames } from './shared-names';

export const roadmapDuplicate: Rule = {
  meta: {
    code: 'roadmap-duplicate',
    group: 'roadmap',
    severity: 'error',
    summary: 'Two actions, deliverables, areas, actors or roadmaps with one id or name',
    why:
      'An id is how a report says which one it means. With two of them nobody can tell, and only one of the two would ' +
      'be checked. Published ids are never changed: give the new one another id.\n\n' +
      'Two actions with one title, two deliverables of an action, and a name that several actors have are pointed out: ' +
      'reports that use it do not say which one they mean.',
    examples: [
      {
        language: 'yaml',
        fileName: 'plan.roadmap.yaml',
        bad: EXAMPLE_ROADMAP.replace('action: "2"', 'action: "1"'),
        good: EXAMPLE_ROADMAP,
      },
    ],
    fixable: true,
  },
  checkFile: (context) => [...problemsIn(context, 'roadmap-duplicate'), ...sharedNames(context)],
};
