import { type Actor, namesOf } from '../model/actor';
import { actorNamesOf } from '../model/assignment';
import { isEmptyValue } from '../model/empty-value';
import { hasPlaceholder } from '../model/placeholder';
import type { ReportFormat } from '../model/report';
import type { Span } from '../model/span';
import { nearestNames } from '../parse/nearest-name';
import { looksLikeId, nameToWrite } from './actor-spelling';
import type { CheckEnvironment } from './check-context';
import { changeTo, didYouMean } from './did-you-mean';
import { markdownExample, yamlExample } from './example-reports';
import type { Rule, RuleFinding } from './rule';
import type { RuleLookup } from './rule-lookup';

export const actorUnknown: Rule = {
  meta: {
    code: 'actor-unknown',
    group: 'actor',
    severity: 'warning',
    summary: 'A name in a field for actors that nobody is known by',
    why:
      'An actor that is not known cannot be checked against the roadmap, and most of the time the name has a slip in ' +
      'it. Only the fields for actors are read, never running text.\n\nAn actor that does exist is added to an ' +
      '`actors.yaml` in the workspace, with its names.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['- **Status:** in progress', '- **Actors:** Eurojsut, Europol and Member States']),
        good: markdownExample('5', ['- **Status:** in progress', '- **Actors:** Eurojust, Europol and Member States']),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['status: in-progress', 'actors: [eurojsut, europol, member-states]']),
        good: yamlExample('5', ['status: in-progress', 'actors: [eurojust, europol, member-states]']),
      },
    ],
    fixable: true,
  },
  *checkSection(section, context) {
    for (const { fields } of [section, ...section.rows]) {
      for (const name of actorNamesOf(fields)) {
        if (name.actors.length === 0 && !isEmptyValue(name.text) && !hasPlaceholder(section, name.span)) {
          yield finding(name.text, name.span, context, context.format);
        }
      }
    }
  },
  *checkHeader(context) {
    for (const { value, span } of context.header.scope?.actors ?? []) {
      if (value !== undefined && context.actors.named(value).length === 0) {
        yield finding(value, span, context, 'yaml');
      }
    }
  },
};

function finding(
  written: string,
  span: Span,
  { lookup, actors: register }: CheckEnvironment,
  format: ReportFormat,
): RuleFinding {
  const { possible, byName } = lookup.derived(possibleNames);
  const names = nearestNames(written, byName.keys());
  const near = new Set(names.flatMap((name) => byName.get(name) ?? []));
  const meant = near.size === 0 ? [] : possible.filter((actor) => near.has(actor));
  const around = { asId: looksLikeId(written), format, preferred: names };
  const spellings = meant.map((actor) => nameToWrite(actor, around, register));
  return {
    span,
    message:
      `No actor is known by the name “${written}”, so it cannot be checked against the roadmap.` +
      (didYouMean(spellings) || ' Correct the name, or add the actor to an actors.yaml in the workspace.'),
    // A bracket or quotation mark without its other one holds more together than the name.
    fixes: () =>
      spellings.length > MOST_FIXES || /[[\]{}"]|^'/.test(written)
        ? []
        : spellings.map((name) => changeTo(name, span, spellings.length === 1)),
  };
}

const MOST_FIXES = 3;

/** The actors that a field can mean, and everything that they are called. */
function possibleNames({ actors }: RuleLookup) {
  const possible = actors.all.filter(({ kind }) => kind !== 'other');
  const byName = new Map<string, Actor[]>();
  for (const actor of possible) {
    for (const name of [actor.id, ...namesOf(actor)]) {
      byName.set(name, [...(byName.get(name) ?? []), actor]);
    }
  }
  return { possible, byName };
}
