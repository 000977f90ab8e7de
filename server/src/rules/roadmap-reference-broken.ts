import { EXAMPLE_ROADMAP } from './example-roadmaps';
import { problemsIn } from './reported-problems';
import type { Rule } from './rule';

export const roadmapReferenceBroken: Rule = {
  meta: {
    code: 'roadmap-reference-broken',
    group: 'roadmap',
    severity: 'error',
    summary: 'An action whose area the roadmap does not have',
    why:
      'An action with a misspelt area is in none: a report on that area would not have to cover it, and nobody would be ' +
      'told that it is missing. Actors have a rule of their own, `roadmap-actor-unknown`.',
    examples: [
      {
        language: 'yaml',
        fileName: 'plan.roadmap.yaml',
        bad: EXAMPLE_ROADMAP.replace('area: customs\n    actors: [cepol]', 'area: custom\n    actors: [cepol]'),
        good: EXAMPLE_ROADMAP,
      },
    ],
    fixable: true,
  },
  checkFile: (context) => problemsIn(context, 'roadmap-reference-broken'),
};
