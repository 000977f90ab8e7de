import { markdownExample, yamlExample } from './example-reports';
import type { Rule } from './rule';

export const suppressionNoReason: Rule = {
  meta: {
    code: 'suppression-no-reason',
    group: 'suppression',
    severity: 'info',
    summary: 'A finding is hidden, or an action excepted, without a reason',
    why:
      'Whoever takes over the file has to know why a finding does not count, or why an action is not reported on. ' +
      'Otherwise the comment, or the exception, stays for ever.\n\n' +
      'The reason of a comment stands behind two dashes; that of an exception in `reason:`.',
    examples: [
      {
        language: 'markdown',
        bad: inMarkdown(''),
        good: inMarkdown(' -- the text comes with the Council conclusions'),
      },
      {
        language: 'yaml',
        bad: inYaml('action: "8"'),
        good: inYaml('action: "8"\n      reason: the next evaluation is due in 2026'),
      },
    ],
    fixable: false,
  },
  *checkSuppressions({ header }, { all }) {
    for (const { reason, span } of all) {
      if (!reason?.trim()) {
        yield {
          span,
          message: 'This comment hides findings without a reason. Say why behind two dashes: -- and the reason.',
        };
      }
    }
    for (const { action, reason } of header.scope?.except ?? []) {
      if (action.value !== undefined && !reason?.text.trim()) {
        yield {
          span: action.span,
          message: `“${action.text}” is left out of this report without a reason. Give it a \`reason:\`, so that the next author knows.`,
        };
      }
    }
  },
};

function inMarkdown(reason: string): string {
  return markdownExample('5', [
    'Eurojust prepares the network.',
    '',
    `<!-- rapporteur-disable-next-line section-empty${reason} -->`,
    '## Way forward',
  ]);
}

function inYaml(exception: string): string {
  const except = `scope:\n  except:\n    - ${exception}`;
  return yamlExample('5', ['text: Eurojust prepares the network.']).replace('scope:', except);
}
