import { markdownExample, yamlExample } from './example-reports';
import { problemsIn } from './reported-problems';
import type { Rule } from './rule';

export const reportFieldUnknown: Rule = {
  meta: {
    code: 'report-field-unknown',
    group: 'report',
    severity: 'warning',
    summary: 'A field of a report that does not exist, usually a slip of one that does',
    why:
      'What stands under an unknown name is not read: a report with `autor:` has no author, an entry with `evidnce:` no ' +
      'evidence.\n\n' +
      'The front matter of a Markdown report may hold fields of other tools (pandoc, Jekyll, Quarto). They are left ' +
      'alone unless they look like a slip of one of ours. A slip of `roadmap` is an error, because nothing is checked ' +
      'then.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['Eurojust prepares the network.'], ['titel: Progress report']),
        good: markdownExample('5', ['Eurojust prepares the network.'], ['title: Progress report', 'lang: en-GB']),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['staus: in-progress', 'text: Eurojust prepares the network.']),
        good: yamlExample('5', ['status: in-progress', 'text: Eurojust prepares the network.']),
      },
    ],
    fixable: true,
  },
  checkSection: (section) => problemsIn(section, 'report-field-unknown'),
  *checkHeader({ problems }) {
    const slips = problems.filter((problem) => problem.replacement === 'roadmap').map(({ span }) => span.start);
    for (const finding of problemsIn({ problems }, 'report-field-unknown')) {
      yield slips.includes(finding.span.start) ? { ...finding, severity: 'error' } : finding;
    }
  },
};
