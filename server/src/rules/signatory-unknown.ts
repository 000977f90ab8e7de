import { statementExample } from './kind-examples';
import { isSectionFor, listItems, printedSpan } from './kind-items';
import type { Rule } from './rule';

export const signatoryUnknown: Rule = {
  meta: {
    code: 'signatory-unknown',
    group: 'report',
    severity: 'hint',
    summary: 'A signatory that names no country or body that is known',
    why:
      'Who signs is who is bound. A line that names a person or a function only does not say for whom, and a misspelt ' +
      'country is not found by whoever looks for it.\n\n' +
      'Countries, institutions and bodies that Rapporteur does not know can be added to `actors.yaml`.',
    examples: [
      {
        language: 'markdown',
        bad: statementExample('markdown', ['- Minister of Justice of Belguim', '- Minister of Justice of France']),
        good: statementExample('markdown', ['- Minister of Justice of Belgium', '- Minister of Justice of France']),
      },
      {
        language: 'yaml',
        bad: statementExample('yaml', ['- Minister of Justice']),
        good: statementExample('yaml', ['- Minister of Justice of Belgium']),
      },
    ],
    fixable: false,
  },
  *checkSection(section, context) {
    if (!isSectionFor('signatories', section, context)) {
      return;
    }
    const { actors } = section.mentions;
    for (const item of listItems(section, context.text)) {
      const { span, isWaiting } = item;
      if (!isWaiting && !actors.some((one) => one.span.start >= span.start && one.span.end <= span.end)) {
        yield {
          span: printedSpan(item),
          message:
            'This signatory names no country or body that is known, so it cannot be told for whom it signs. Name one, ' +
            'check its spelling, or add it to actors.yaml.',
        };
      }
    }
  },
};
