import { markdownExample, yamlExample } from './example-reports';
import { reportedProblems } from './reported-problems';
import type { Rule } from './rule';

export const syntax: Rule = {
  meta: {
    code: 'syntax',
    group: 'report',
    severity: 'error',
    summary: 'Something that cannot be read as YAML',
    why:
      'What cannot be read is not checked, and a slip in one line can hide the lines below it. That is why this finding ' +
      'cannot be hidden by a comment: a file with a syntax error is never “without findings”.\n\n' +
      'The front matter of a Markdown report is YAML too. The usual slips are a colon in a text without quotation marks, ' +
      'a quotation mark that is never closed, and lines that do not start in the same column.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['- **Status:** in progress'], ['title: Progress report: the first half of 2024']),
        good: markdownExample('5', ['- **Status:** in progress'], ['title: "Progress report: the first half of 2024"']),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['status: in-progress', 'text: "Eurojust prepares the network.']),
        good: yamlExample('5', ['status: in-progress', 'text: Eurojust prepares the network.']),
      },
    ],
    fixable: true,
  },
  ...reportedProblems('syntax'),
};
