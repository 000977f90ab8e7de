import type { CheckEnvironment } from './check-context';
import { type DateField, dateFieldsOf, dateFieldsOfHeader, problemOf } from './date-fields';
import { dateFixes } from './date-fixes';
import { markdownExample, yamlExample } from './example-reports';
import type { Rule, RuleFinding } from './rule';
import { isStatedIn } from './stated-deadlines';

const WORK = 'Eurojust has prepared the network.';

export const dateUnparsable: Rule = {
  meta: {
    code: 'date-unparsable',
    group: 'deadline',
    severity: 'error',
    summary: 'The words of a date field are no date',
    why:
      'A date that cannot be read is not checked: nobody is told that it passed. Most words of policy documents are ' +
      'understood (“by mid-2024”, “Q3 2024”, “first semester of 2025”), and so are ISO 8601 dates.\n\n' +
      'A deadline can be an event (“next meeting of the group”). It is never counted as late, so it is only a note.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['- **Status:** in progress', '- **Revised deadline:** end of 20245', '', WORK]),
        good: markdownExample('5', ['- **Status:** in progress', '- **Revised deadline:** end of 2024', '', WORK]),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['status: in-progress', 'revised: end of 20245', `text: ${WORK}`]),
        good: yamlExample('5', ['status: in-progress', 'revised: end of 2024', `text: ${WORK}`]),
      },
    ],
    fixable: true,
  },
  checkSection: (section, context) => findings(dateFieldsOf(section), context),
  checkHeader: (context) => findings(dateFieldsOfHeader(context.header), context),
};

/** What is written for a deadline that has no end or was never set. */
const NO_END =
  /^(?:on-?going|continuous(?:ly)?|permanent(?:ly)?|open(?:-ended)?|recurring|regular(?:ly)?|no (?:fixed )?(?:deadline|date)(?: set)?|not (?:set|specified))\.?$/i;

function* findings(fields: readonly DateField[], context: CheckEnvironment): Iterable<RuleFinding> {
  for (const { field, kind } of fields) {
    const problem = problemOf(field, context);
    const isNoDate = kind === 'deadline' && (NO_END.test(field.text) || isStatedIn(context.lookup, field.text));
    // A list or map where a date is due is `value-invalid`.
    const isNoText = context.format === 'yaml' && /^[[{]/.test(field.text);
    if (problem?.problem !== 'unparsable' || isNoDate || isNoText) {
      continue;
    }
    const isEvent = kind === 'deadline' && !/\d/.test(field.text);
    yield {
      span: field.span,
      ...(isEvent
        ? {
            severity: 'info',
            message:
              `“${field.text}” has no date in it, so nobody is told when it passes. If it is an event, leave it; ` +
              'otherwise write a date such as “by June 2025” or “2025-06-30”.',
          }
        : { message: problem.message }),
      fixes: (now) => dateFixes(field.text, field.span, now),
    };
  }
}
