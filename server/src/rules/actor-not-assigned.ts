import { type ActorRegister, displayNameOf } from '../model/actor';
import { actorNamesOf, creditedNamesOf } from '../model/assignment';
import type { ReferredAction } from '../model/entry-actions';
import { qualifiedLabel } from '../model/qualification';
import type { ActorName } from '../model/report';
import type { CheckEnvironment } from './check-context';
import { enumerate } from './enumeration';
import { markdownExample, yamlExample } from './example-reports';
import { withoutName } from './list-continuation';
import { relatedAction } from './roadmap-links';
import type { Rule } from './rule';

export const actorNotAssigned: Rule = {
  meta: {
    code: 'actor-not-assigned',
    group: 'actor',
    severity: 'info',
    summary: 'An actor to whom the roadmap does not give the action',
    why:
      'A report that credits somebody else than the roadmap raises the question whether the task has moved, or whether ' +
      'the entry is about another action.\n\nThe actors of the action’s deliverables count, and so do predecessors and ' +
      'successors, parts (Belgium for Member States, a working party for the Council) and the report’s author. Only the ' +
      'fields for actors are read, so whoever merely helped can be thanked in the text. In next steps it is a hint, and ' +
      'none for institutions, networks and groups, or for whoever works with those that have the action: that the ' +
      'Council will approve conclusions gives it no action.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['- **Status:** in progress', '- **Actors:** Eurojust, Frontex']),
        good: markdownExample('5', ['- **Status:** in progress', '- **Actors:** Eurojust, Belgium']),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['status: in-progress', 'actors: [eurojust, frontex]']),
        good: yamlExample('5', ['status: in-progress', 'actors: [eurojust, belgium]']),
      },
    ],
    fixable: true,
  },
  *checkEntry(entry, context) {
    const { standing } = context.lookup;
    const actions = context.lookup.settled(entry.actions);
    const assigned = standing.assignedTo(actions);
    if (assigned.size === 0) {
      return;
    }
    const author = authorOf(context);
    const standsForOne = ({ actors }: ActorName, ids: ReadonlySet<string>) =>
      actors.some((id) => {
        const actor = context.actors.byId(id);
        return actor !== undefined && standing.standsFor(actor, ids);
      });
    const isAssigned = (name: ActorName) => standsForOne(name, assigned) || standsForOne(name, author);
    const credited = creditedNamesOf(entry.fields);
    // In a step that is yet to come: not what institutions decide, not groups in which those that are assigned may sit, and
    // not who works with them.
    const ofSteps = (entry.fields.next?.value ?? [])
      .filter(({ actors }) => !actors.some(isAssigned))
      .flatMap(({ actors }) => actors.filter((name) => !standsForOne(name, gatheringsOf(context.actors))));
    const told = new Set<string>();
    for (const name of [...credited, ...ofSteps]) {
      const isKnown = name.actors.some((id) => context.actors.byId(id));
      const key = name.actors.join(' ');
      if (isKnown && !isAssigned(name) && !told.has(key)) {
        told.add(key);
        const label = ({ roadmap, action }: ReferredAction) => qualifiedLabel(roadmap, action.id, context.roadmaps);
        yield {
          span: name.span,
          message:
            `The roadmap does not give ${enumerate(actions.map(label))} to “${name.text}”, but to ` +
            `${listActors(actions, context.actors)}. Check the name and the action; whoever helped can be named in the text.`,
          ...(credited.includes(name) ? {} : { severity: 'hint' as const }),
          related: actions.map(({ roadmap, action }) => relatedAction(roadmap, action)),
          fixes: ({ report, start }) => {
            const isOnly = actorNamesOf(entry.fields).filter((other) => other.actors.join(' ') === key).length === 1;
            const edit = isOnly ? withoutName(report, start, entry.fields.actors, name) : undefined;
            return edit ? [{ title: `Take “${name.text}” out of the actors`, safe: false, edits: [edit] }] : [];
          },
        };
      }
    }
  },
};

/** Institutions, and groups of others. */
function gatheringsOf(register: ActorRegister): ReadonlySet<string> {
  const kinds = ['institution', 'network', 'group'];
  return new Set(register.all.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id));
}

function authorOf({ header: { author }, actors }: CheckEnvironment): ReadonlySet<string> {
  return new Set(author?.value === undefined ? [] : actors.named(author.value).map((actor) => actor.id));
}

/** The main actors of the actions, in words. */
function listActors(actions: readonly ReferredAction[], register: ActorRegister): string {
  const ids = [...new Set(actions.flatMap(({ action }) => action.actors))];
  return enumerate(ids.map((id) => displayNameOf(id, register))) || 'nobody';
}
