import { type ActorRegister, namesOf } from '../model/actor';
import { actorNamesOf } from '../model/assignment';
import { isEmptyValue } from '../model/empty-value';
import { hasPlaceholder } from '../model/placeholder';
import type { ReportFormat } from '../model/report';
import type { Span } from '../model/span';
import { nearestNames } from '../parse/nearest-name';
import { looksLikeId, nameToWrite } from './actor-spelling';
import { changeTo, didYouMean } from './did-you-mean';
import { markdownExample, yamlExample } from './example-reports';
import type { Rule, RuleFinding } from './rule';

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
  *checkSection(section, { actors, report }) {
    for (const { fields } of [section, ...section.rows]) {
      for (const name of actorNamesOf(fields)) {
        if (name.actors.length === 0 && !isEmptyValue(name.text) && !hasPlaceholder(section, name.span)) {
          yield finding(name.text, name.span, actors, report.format);
        }
      }
    }
  },
  *checkReport({ actors, report }) {
    for (const { value, span } of report.header.scope?.actors ?? []) {
      if (value !== undefined && actors.named(value).length === 0) {
        yield finding(value, span, actors, 'yaml');
      }
    }
  },
};

function finding(written: string, span: Span, register: ActorRegister, format: ReportFormat): RuleFinding {
  const possible = register.all.filter(({ kind }) => kind !== 'other');
  const names = nearestNames(written, new Set(possible.flatMap((actor) => [actor.id, ...namesOf(actor)])));
  const meant = possible.filter((actor) => [actor.id, ...namesOf(actor)].some((name) => names.includes(name)));
  const around = { asId: looksLikeId(written), format, preferred: names };
  const spellings = meant.map((actor) => nameToWrite(actor, around, register));
  return {
    span,
    message:
      `No actor is known by the name “${written}”, so it cannot be checked against the roadmap.` +
      (didYouMean(spellings) || ' Correct the name, or add the actor to an actors.yaml in the workspace.'),
    fixes: spellings.length > MOST_FIXES ? [] : spellings.map((name) => changeTo(name, span, spellings.length === 1)),
  };
}

const MOST_FIXES = 3;
