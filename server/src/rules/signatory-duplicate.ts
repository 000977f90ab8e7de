import type { Fix } from '../model/finding';
import { lineAround } from '../model/text-lines';
import { statementExample } from './kind-examples';
import { partFor } from './kind-parts';
import { type Signatory, signatoriesIn } from './kind-signatories';
import type { FixContext, Rule } from './rule';

export const signatoryDuplicate: Rule = {
  meta: {
    code: 'signatory-duplicate',
    group: 'report',
    severity: 'warning',
    summary: 'A signatory that stands twice in the list of those who sign',
    why:
      'A list of signatories is copied from the last statement and added to. One that stands twice looks like a mistake ' +
      'to the others, and hides that somebody else is missing.\n\n' +
      'Two functions of one country are two signatories; “Kingdom of Belgium” and “Belgium” are one. Read are lists, the ' +
      'rows of a table, lines, and names between commas.',
    examples: [
      {
        language: 'markdown',
        bad: statementExample('markdown', [
          '- Minister of Justice of Belgium',
          '- Minister of Justice of France',
          '- Minister of Justice of the Kingdom of Belgium',
        ]),
        good: statementExample('markdown', [
          '- Minister of Justice of Belgium',
          '- Minister of Justice of France',
          '- Minister of the Interior of Belgium',
        ]),
      },
      {
        language: 'yaml',
        bad: statementExample('yaml', ['- Belgium', '- France', '- Belgium']),
        good: statementExample('yaml', ['- Belgium', '- France', '- Spain']),
      },
    ],
    fixable: true,
  },
  *checkSection(section, context) {
    const { passages } = partFor('signatories', section, context);
    const first = new Map<string, Signatory>();
    for (const one of signatoriesIn(passages, section, context.text)) {
      const before = first.get(one.key);
      if (before) {
        yield {
          span: one.span,
          message:
            `“${before.text}” stands in this list already, so it would sign twice. Take one out, or say in which ` +
            'function it signs here.',
          fixes: (now) => takeOut(one, now),
        };
      } else if (one.key !== '' && !one.isWaiting) {
        first.set(one.key, one);
      }
    }
  },
};

/** The item or row with its line. */
function takeOut({ line }: Signatory, { report, start }: FixContext): readonly Fix[] {
  if (!line) {
    return [];
  }
  const { text } = report;
  const [from, to] = [lineAround(text, start + line.start).start, lineAround(text, start + line.end).end];
  const isOneLine = /^[\s|]*$/.test(text.slice(start + line.end, to)) && from > 0;
  const end = text.startsWith('\r\n', from - 2) ? 2 : 1;
  return isOneLine
    ? [
        {
          title: 'Take it out',
          safe: false,
          edits: [{ span: { start: from - end - start, end: to - start }, newText: '' }],
        },
      ]
    : [];
}
