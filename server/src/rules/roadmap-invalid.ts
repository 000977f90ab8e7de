import { EXAMPLE_ROADMAP } from './example-roadmaps';
import { unknownRuleCodes } from './project-rule-codes';
import { problemsIn } from './reported-problems';
import type { Rule } from './rule';

export const roadmapInvalid: Rule = {
  meta: {
    code: 'roadmap-invalid',
    group: 'roadmap',
    severity: 'error',
    summary: 'A field of a roadmap, actors or project file that is missing, unknown or has an impossible value',
    why:
      'Every report is checked against these files. What cannot be read in them is missing from all reports: an action ' +
      'without id can be neither reported nor forgotten, a misspelt `deliverabels:` leaves an action without any.',
    examples: [
      {
        language: 'yaml',
        fileName: 'plan.roadmap.yaml',
        bad: EXAMPLE_ROADMAP.replace('deliverables:', 'deliverabels:'),
        good: EXAMPLE_ROADMAP,
      },
      {
        language: 'yaml',
        fileName: 'rapporteur.yaml',
        bad: 'due-soon-days: two months\n',
        good: 'due-soon-days: 60\n',
      },
    ],
    fixable: true,
  },
  checkFile: (context, rules) => [...problemsIn(context, 'roadmap-invalid'), ...unknownRuleCodes(context, rules)],
};
