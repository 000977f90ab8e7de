import type { Report, Suppression } from '../model/report';
import { isReadable } from '../model/section';
import type { Span } from '../model/span';
import { markdownExample, yamlExample } from './example-reports';
import type { Rule } from './rule';

export const suppressionUnused: Rule = {
  meta: {
    code: 'suppression-unused',
    group: 'suppression',
    severity: 'info',
    summary: 'A comment that hides no finding',
    why:
      'What it was written for is gone, or was never there. Left behind, it will hide the next finding in its place, ' +
      'which nobody has looked at. Take it out.\n\n' +
      'A comment that only names rules which are turned off in the settings is left alone. `syntax` and ' +
      '`internal-error` cannot be hidden.',
    examples: [
      {
        language: 'markdown',
        bad: inMarkdown('<!-- rapporteur-disable-next-line section-empty -- the text comes later -->'),
        good: inMarkdown(''),
      },
      {
        language: 'yaml',
        bad: inYaml('  # rapporteur-disable-next-line section-empty -- the text comes later\n'),
        good: inYaml(''),
      },
    ],
    fixable: true,
  },
  *checkSuppressions({ settings }, { unused }, rules) {
    const isOff = (code: string) =>
      (settings.rules[code] ?? rules.find((rule) => rule.code === code)?.severity ?? 'off') === 'off';
    for (const suppression of unused) {
      const { codes, span } = suppression;
      // Unknown codes count as off: they are a finding of their own.
      if (codes.length === 0 || codes.some(({ code }) => !isOff(code))) {
        yield {
          span,
          message: messageFor(suppression),
          fixes: ({ report }) =>
            isReadable(report) && !isAllOfItem(report.text, span) && !isInHeaderValue(report, span)
              ? [
                  {
                    title: 'Take the comment out',
                    safe: true,
                    edits: [{ span: wholeLines(report.text, span), newText: '' }],
                  },
                ]
              : [],
        };
      }
    }
  },
};

function messageFor({ codes }: Suppression): string {
  if (codes.some(({ code }) => code === 'syntax' || code === 'internal-error')) {
    return 'This comment hides nothing: a file that cannot be read, or checked, always says so. Take it out.';
  }
  const what = codes.length === 0 ? 'no finding' : `no finding of ${codes.map(({ code }) => `“${code}”`).join(' or ')}`;
  return `This comment hides ${what}, but it would hide the next one in this place unseen. Take it out.`;
}

/** Whether nothing but the dash of a list item would be left of the line, which can make a title of the line above. */
function isAllOfItem(text: string, { start, end }: Span): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^\s*(?:[-*+]|\d+[.)])\s*$/.test(before) && /^[^\S\n]*(?:\n|$)/.test(text.slice(end));
}

/** Whether it is a comment of Markdown in the header of a YAML report, where it is a part of some value. */
function isInHeaderValue({ format, sections, text }: Report, { start }: Span): boolean {
  return format === 'yaml' && start < (sections[0]?.start ?? text.length) && text.startsWith('<!--', start);
}

/** The comment, with its line where nothing else stands on it. */
function wholeLines(text: string, { start, end }: Span): Span {
  const before = /[^\S\r\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const behind = /^[^\S\r\n]*(?:\r\n|\r|\n|$)/.exec(text.slice(end))?.[0];
  const lineStart = start - before.length;
  const isAlone = behind !== undefined && (lineStart === 0 || /[\r\n]/.test(text[lineStart - 1] ?? ''));
  return isAlone
    ? { start: lineStart, end: end + behind.length }
    : { start: behind === undefined ? start : lineStart, end };
}

function inMarkdown(comment: string): string {
  return markdownExample('5', ['- **Status:** in progress', '', comment, 'Eurojust prepares the network.']);
}

function inYaml(comment: string): string {
  return yamlExample('5', ['text: Eurojust prepares the network.']).replace('  - action', `${comment}  - action`);
}
