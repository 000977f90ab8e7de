import { actorCircles } from './actor-circles';
import { brokenRelations } from './broken-relations';
import { EXAMPLE_ROADMAP } from './example-roadmaps';
import { problemsIn } from './reported-problems';
import type { Rule } from './rule';

export const roadmapReferenceBroken: Rule = {
  meta: {
    code: 'roadmap-reference-broken',
    group: 'roadmap',
    severity: 'error',
    summary: 'An area that the roadmap does not have, or a relation that leads nowhere',
    why:
      'An action with a misspelt area is in none: a report on that area would not have to cover it, and nobody would be ' +
      'told that it is missing. Actors have a rule of their own, `roadmap-actor-unknown`.\n\n' +
      '`relates` says what an item has to do with another roadmap, or with one of its actions, deliverables or ' +
      'commitments; all of them have to be there. Any other document is named by its number or its title, and not ' +
      'looked at. What builds on, carries out, replaces or is part of another one cannot be the basis of itself: such ' +
      'a circle is reported too. `supports` and `overlaps` go both ways. An actor that is a part of itself, or replaces ' +
      'itself, is reported as well.',
    examples: [
      {
        language: 'yaml',
        fileName: 'plan.roadmap.yaml',
        bad: EXAMPLE_ROADMAP.replace('area: customs\n    actors: [cepol]', 'area: custom\n    actors: [cepol]'),
        good: EXAMPLE_ROADMAP,
      },
      {
        language: 'yaml',
        fileName: 'plan.roadmap.yaml',
        bad: related('eu-drugs-2032'),
        good: related('eu-drugs-2023'),
      },
    ],
    fixable: true,
  },
  *checkFile(context) {
    yield* problemsIn(context, 'roadmap-reference-broken');
    yield* brokenRelations(context);
    yield* actorCircles(context);
  },
};

function related(to: string): string {
  return EXAMPLE_ROADMAP.replace(
    'actors: [cepol]\n',
    `actors: [cepol]\n    relates:\n      - to: ${to}\n        action: "1"\n        how: supports\n`,
  );
}
