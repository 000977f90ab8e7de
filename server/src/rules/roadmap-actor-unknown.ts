import type { Span } from '../model/span';
import { nearestNames } from '../parse/nearest-name';
import { actorReferencesOf } from './actor-references';
import { changeTo, didYouMean } from './did-you-mean';
import { EXAMPLE_ROADMAP } from './example-roadmaps';
import type { FileContext, FileFinding, Rule } from './rule';

export const roadmapActorUnknown: Rule = {
  meta: {
    code: 'roadmap-actor-unknown',
    group: 'roadmap',
    severity: 'error',
    summary: 'A roadmap or actors file refers to an actor that does not exist',
    why:
      'Roadmaps name actors by their ids. An id that nobody has is an actor that no report can name: each report that ' +
      'gives the right one would be told that it is not assigned.\n\n' +
      'In an actors file, `replaces` and `part-of` are looked at. An actor that is missing is added to an `actors.yaml` ' +
      'in the workspace.',
    examples: [
      {
        language: 'yaml',
        fileName: 'plan.roadmap.yaml',
        bad: EXAMPLE_ROADMAP.replace('[cepol]', '[ceopl]'),
        good: EXAMPLE_ROADMAP,
      },
      {
        language: 'yaml',
        fileName: 'actors.yaml',
        bad: actorsFile('member-state'),
        good: actorsFile('member-states'),
      },
    ],
    fixable: true,
  },
  *checkFile(context) {
    for (const { id, span } of actorReferencesOf(context)) {
      if (!context.actors.byId(id)) {
        yield unknown(id, span, context);
      }
    }
  },
};

function unknown(id: string, span: Span, { actors }: FileContext): FileFinding {
  const [named] = actors.named(id);
  const meant = named
    ? [named.id]
    : nearestNames(
        id,
        actors.all.map((actor) => actor.id),
      );
  return {
    span,
    message: named
      ? `Files name actors by their ids. Write “${named.id}” for “${id}”.`
      : `There is no actor with the id “${id}”.${didYouMean(meant)} An actor that is not ` +
        'there yet is added to an actors.yaml in the workspace.',
    fixes: () => meant.map((name) => changeTo(name, span, meant.length === 1)),
  };
}

function actorsFile(whole: string): string {
  return `actors:
  - actor: flanders
    name: Flemish Region
    short: Flanders
    kind: country
    part-of: ${whole}
`;
}
