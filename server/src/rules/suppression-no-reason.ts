import type { Fix } from '../model/finding';
import type { Field } from '../model/report';
import type { Span } from '../model/span';
import { markdownExample, yamlExample } from './example-reports';
import { PLACEHOLDER } from './field-below';
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
    fixable: true,
  },
  *checkSuppressions({ header }, { all }) {
    for (const { reason, span } of all) {
      if (!reason?.trim()) {
        yield {
          span,
          message:
            'This comment hides findings and gives no reason. Say why behind it, after two dashes: -- and the reason.',
          fixes: ({ report }) => [withReason(span, report.text)],
        };
      }
    }
    for (const { action, reason } of header.scope?.except ?? []) {
      if (action.value !== undefined && !reason?.text.trim()) {
        yield {
          span: action.span,
          message: `“${action.text}” is left out of this report without a reason. Give it a “reason”, so that the next author knows.`,
          fixes: ({ report }) => exceptionWithReason(action.span, reason, report.text),
        };
      }
    }
  },
};

function withReason({ start, end }: Span, text: string): Fix {
  const words = text.slice(start, end).replace(/\s*(?:-->)?$/, '');
  const at = start + words.replace(/\s+--$/, '').length;
  const edit = { span: { start: at, end: start + words.length }, newText: ` -- ${PLACEHOLDER}` };
  return { title: 'Add a reason, to be completed', safe: false, edits: [edit] };
}

/** Below the action, or behind it in braces. */
function exceptionWithReason(action: Span, reason: Field<string> | undefined, text: string): readonly Fix[] {
  const lineStart = text.lastIndexOf('\n', action.start - 1) + 1;
  const behind = /^["']?/.exec(text.slice(action.end))?.[0].length ?? 0;
  const at = action.end + behind;
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const opening = /^( *- +)action *: *["']?$/.exec(text.slice(lineStart, action.start));
  const isAlone = /^[ \t]*(?:#[^\r\n]*)?(?:\r?\n|$)/.test(text.slice(at));
  const isInBraces = /\{ *action *: *["']?$/.test(text.slice(lineStart, action.start)) && /^ *\}/.test(text.slice(at));
  const end = at + (/^[^\r\n]*/.exec(text.slice(at))?.[0].length ?? 0);
  const edit =
    reason !== undefined
      ? reason.span.start === reason.span.end
        ? { span: reason.span, newText: `${/\s/.test(text[reason.span.start - 1] ?? '') ? '' : ' '}"${PLACEHOLDER}"` }
        : undefined
      : opening && isAlone
        ? {
            span: { start: end, end },
            newText: `${newLine}${' '.repeat(opening[1]?.length ?? 0)}reason: "${PLACEHOLDER}"`,
          }
        : isInBraces
          ? { span: { start: at, end: at }, newText: `, reason: "${PLACEHOLDER}"` }
          : undefined;
  return edit ? [{ title: 'Add a reason, to be completed', safe: false, edits: [edit] }] : [];
}

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
