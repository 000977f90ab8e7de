import { markdownExample, yamlExample } from './example-reports';
import { problemsIn } from './reported-problems';
import type { FileFinding, FixContext, Rule } from './rule';

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
  checkSection: (section, { text }) => problemsIn(section, 'report-field-unknown').map((one) => onlyNames(one, text)),
  *checkHeader({ problems }) {
    const slips = problems.filter((problem) => problem.replacement === 'roadmap').map(({ span }) => span.start);
    for (const finding of problemsIn({ problems }, 'report-field-unknown')) {
      const named = { ...finding, fixes: (now: FixContext) => onlyNames(finding, now.report.text).fixes?.() ?? [] };
      yield slips.includes(finding.span.start) ? { ...named, severity: 'error' } : named;
    }
  },
};

/** What is no name at all, but a slip in the lines, is not made one. */
function onlyNames(finding: FileFinding, text: string): FileFinding {
  const { fixes, ...rest } = finding;
  const isName = /^[a-z]+(?:[-_ ][a-z]+)*$/i.test(text.slice(finding.span.start, finding.span.end));
  return fixes && !isName ? rest : finding;
}
