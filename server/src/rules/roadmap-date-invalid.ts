import { EXAMPLE_ROADMAP } from './example-roadmaps';
import { problemsIn } from './reported-problems';
import type { Rule } from './rule';

export const roadmapDateInvalid: Rule = {
  meta: {
    code: 'roadmap-date-invalid',
    group: 'roadmap',
    severity: 'error',
    summary: 'A date in a roadmap or actors file that is no date in EDTF, or does not exist',
    why:
      'Deadlines decide what is overdue in every report, so a roadmap gives them in EDTF (ISO 8601-2), where nothing is ' +
      'left to interpretation: `../2025-06-30` is “by 30 June 2025”, `2025-01-01/..` “from 2025”. The words of the source ' +
      'stand beside it in `stated`. A deadline that is an event has `stated` alone.',
    examples: [
      {
        language: 'yaml',
        fileName: 'plan.roadmap.yaml',
        bad: EXAMPLE_ROADMAP.replace('due: ../2025-06-30', 'due: by mid-2025'),
        good: EXAMPLE_ROADMAP,
      },
    ],
    fixable: true,
  },
  checkFile: (context) => problemsIn(context, 'roadmap-date-invalid'),
};
