import { displayName } from '../model/actor';
import { actorInUse } from '../model/actor-names';
import { hasPlaceholder } from '../model/placeholder';
import { qualifiedLabel } from '../model/qualification';
import { looksLikeId, nameToWrite } from './actor-spelling';
import { enumerate } from './enumeration';
import { markdownExample, yamlExample } from './example-reports';
import { addedNames } from './list-continuation';
import { relatedAction } from './roadmap-links';
import type { Rule } from './rule';

export const actorMissing: Rule = {
  meta: {
    code: 'actor-missing',
    group: 'actor',
    severity: 'hint',
    summary: 'A main actor of the action that the entry’s actors leave out',
    why:
      'An actor that the roadmap makes responsible and the entry does not list looks as if it had done nothing, or had ' +
      'been forgotten.\n\nA part or a successor counts as present (Belgium for Member States). An entry without a field ' +
      'for actors is left alone. Leave the hint where the report is only about some of the actors.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['- **Status:** in progress', '- **Actors:** Eurojust']),
        good: markdownExample('5', ['- **Status:** in progress', '- **Actors:** Eurojust, Europol, Belgium']),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['status: in-progress', 'actors: [eurojust]']),
        good: yamlExample('5', ['status: in-progress', 'actors: [eurojust, europol, belgium]']),
      },
    ],
    fixable: true,
  },
  *checkEntry(entry, { actors, asOf, format, lookup }) {
    const field = entry.fields.actors;
    const listed = field?.value ?? [];
    // A name that nobody is known by may be the missing one, and is reported already.
    if (!field || listed.length === 0 || listed.some((name) => name.actors.length === 0)) {
      return;
    }
    const referred = lookup.settled(entry.actions);
    const present = listed.flatMap((name) => name.actors.flatMap((id) => actors.byId(id) ?? []));
    const missing = [...new Set(referred.flatMap(({ action }) => action.actors))]
      .flatMap((id) => actors.byId(id) ?? [])
      .filter((actor) => !present.some((one) => lookup.standing.standsForOne(one, actor.id)))
      .map((actor) => actorInUse(actors, actor, asOf.day));
    if (missing.length > 0 && !hasPlaceholder(entry.section, field.span)) {
      const labels = enumerate(
        referred.map(({ roadmap, action }) => qualifiedLabel(roadmap, action.id, lookup.roadmaps)),
      );
      const around = { asId: listed.every((name) => looksLikeId(name.text)), format };
      yield {
        span: field.span,
        message:
          `The roadmap also gives ${labels} to ${enumerate(missing.map(displayName))}. ` +
          'Add them if they are answerable for what is reported here.',
        related: referred.map(({ roadmap, action }) => relatedAction(roadmap, action)),
        fixes: ({ report, start }) => {
          const names = missing.map((actor) => nameToWrite(actor, around, actors));
          const edit = addedNames(report, start, field, names);
          return edit ? [{ title: 'Add the missing actors', safe: false, edits: [edit] }] : [];
        },
      };
    }
  },
};
