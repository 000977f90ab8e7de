import { nearestNames } from '../parse/nearest-name';
import type { HeaderContext } from './check-context';
import { changeTo, didYouMean } from './did-you-mean';
import { markdownExample, yamlExample } from './example-reports';
import { problemsIn } from './reported-problems';
import type { Rule, RuleFinding } from './rule';
import { invalidScopeValues } from './scope-values';

export const valueInvalid: Rule = {
  meta: {
    code: 'value-invalid',
    group: 'report',
    severity: 'error',
    summary: 'A value that its field cannot have',
    why:
      'An area or actor in `scope` that the roadmap has not got restricts the report to nothing: then no forgotten ' +
      'action is found. A kind of draft that does not exist is checked as no kind at all.\n\n' +
      'Statuses, actions, deliverables, actors and dates have rules of their own.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['Eurojust prepares the network.'], ['kind: discusion-paper']),
        good: markdownExample('5', ['Eurojust prepares the network.'], ['kind: discussion-paper']),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['text: Eurojust prepares the network.']).replace('scope:', 'scope:\n  areas: [network]'),
        good: yamlExample('5', ['text: Eurojust prepares the network.']).replace(
          'scope:',
          'scope:\n  areas: [networks]',
        ),
      },
    ],
    fixable: true,
  },
  checkSection: (section) => problemsIn(section, 'value-invalid'),
  *checkHeader(context) {
    yield* problemsIn(context, 'value-invalid');
    yield* invalidKind(context);
    yield* invalidScopeValues(context);
  },
};

function* invalidKind({ header: { kind }, kind: known, knownKinds }: HeaderContext): Iterable<RuleFinding> {
  if (kind?.value === undefined || known?.id === kind.value) {
    return;
  }
  const ids = knownKinds.map(({ id }) => id);
  const nearest = nearestNames(kind.value, ids);
  yield {
    span: kind.span,
    message:
      `“${kind.value}” is no kind of draft${known ? '' : ', so nothing that belongs to a kind is checked'}.` +
      `${didYouMean(nearest)} The kinds are ${ids.join(', ')}.`,
    fixes: () => nearest.map((name) => changeTo(name, kind.span, nearest.length === 1)),
  };
}
