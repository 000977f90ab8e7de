import type { Actor, ActorRegister } from '../model/actor';
import { isInUse } from '../model/actor-names';
import { actorNamesOf } from '../model/assignment';
import type { ActorName } from '../model/report';
import { looksLikeId, nameToWrite } from './actor-spelling';
import type { CheckEnvironment } from './check-context';
import { changeTo } from './did-you-mean';
import { markdownExample, yamlExample } from './example-reports';
import type { Rule } from './rule';

const TWO_UNITS = `actors:
  - actor: joint-customs-unit
    name: Joint Customs Unit
    short: JCU
    kind: group
  - actor: judicial-cooperation-unit
    name: Judicial Cooperation Unit
    short: JCU
    kind: group
`;

export const actorAmbiguous: Rule = {
  meta: {
    code: 'actor-ambiguous',
    group: 'actor',
    severity: 'warning',
    summary: 'A name in a field for actors that several actors have',
    why:
      'A reader cannot tell who is meant, and whether the roadmap gives the action to that actor cannot be checked. ' +
      'Write the full name.\n\nNothing is reported where only one of them is an actor of the action, or where they are ' +
      'one body before and after a change of its name.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['- **Status:** in progress', '- **Actors:** JCU']),
        good: markdownExample('5', ['- **Status:** in progress', '- **Actors:** Joint Customs Unit']),
        files: { 'actors.yaml': TWO_UNITS },
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['status: in-progress', 'actors: [JCU]']),
        good: yamlExample('5', ['status: in-progress', 'actors: [joint-customs-unit]']),
        files: { 'actors.yaml': TWO_UNITS },
      },
    ],
    fixable: true,
  },
  *checkEntry(entry, context) {
    for (const name of actorNamesOf(entry.fields).filter(({ actors }) => actors.length > 1)) {
      const assigned = context.lookup.standing.assignedTo(context.lookup.referred(entry.actions));
      const meant = possibleActors(name, assigned, context);
      if (meant.length > 1) {
        yield {
          span: name.span,
          message:
            `“${name.text}” can be ${meant.map((actor) => `“${actor.name}”`).join(' or ')}. ` +
            'Nothing here says which one, so it cannot be checked. Write the full name.',
          related: meant.map((actor) => ({ uri: actor.uri, span: actor.span, message: actor.name })),
          fixes: () =>
            meant.map((actor) => {
              const around = { asId: looksLikeId(name.text), format: context.format };
              return changeTo(nameToWrite(actor, around, context.actors), name.span, false);
            }),
        };
      }
    }
  },
};

/** Who a name can stand for: the one assigned to the action, or in use at the as-of date, where that decides. */
function possibleActors(
  name: ActorName,
  assigned: ReadonlySet<string>,
  { actors, asOf, lookup }: CheckEnvironment,
): readonly Actor[] {
  const all = name.actors.flatMap((id) => actors.byId(id) ?? []);
  const ofAction = all.filter((actor) => lookup.standing.standsFor(actor, assigned));
  const inUse = isOneLineage(all, actors) ? all.filter((actor) => isInUse(actor, asOf.day)) : [];
  return [ofAction, inUse].find((some) => some.length === 1) ?? all;
}

function isOneLineage(all: readonly Actor[], register: ActorRegister): boolean {
  const [first] = all;
  return first !== undefined && all.every((actor) => register.lineageOf(first).includes(actor));
}
