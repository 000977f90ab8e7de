import { nearestNames } from '../parse/nearest-name';
import { changeTo, didYouMean } from './did-you-mean';
import { markdownExample, yamlExample } from './example-reports';
import type { Rule } from './rule';

export const suppressionUnknown: Rule = {
  meta: {
    code: 'suppression-unknown',
    group: 'suppression',
    severity: 'warning',
    summary: 'A comment that turns off a rule that does not exist',
    why: 'A misspelt code hides nothing: the finding that was looked at and accepted stays. Each rule has a page, named after its code.',
    examples: [
      {
        language: 'markdown',
        bad: inMarkdown('section-emty'),
        good: inMarkdown('section-empty'),
      },
      {
        language: 'yaml',
        bad: inYaml('section-emty'),
        good: inYaml('section-empty'),
      },
    ],
    fixable: true,
  },
  *checkSuppressions(_context, { all }, rules) {
    const known = rules.map((rule) => rule.code);
    for (const { code, span } of all.flatMap((suppression) => suppression.codes)) {
      if (known.includes(code)) {
        continue;
      }
      const nearest = nearestNames(code, known);
      yield {
        span,
        message:
          `There is no rule “${code}”, so this comment hides nothing.${didYouMean(nearest)} ` +
          'The code of a finding stands behind its message.',
        fixes: () => nearest.map((name) => changeTo(name, span, nearest.length === 1)),
      };
    }
  },
};

function inMarkdown(code: string): string {
  return markdownExample('5', [
    'Eurojust prepares the network.',
    '',
    `<!-- rapporteur-disable-next-line ${code} -- the text comes with the Council conclusions -->`,
    '## Way forward',
  ]);
}

function inYaml(code: string): string {
  const reason = 'the text comes with the Council conclusions';
  return `${yamlExample('5', ['text: Eurojust prepares the network.'])}  # rapporteur-disable-next-line ${code} -- ${reason}
  - section: Way forward
`;
}
