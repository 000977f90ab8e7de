import type { Fix } from '../model/finding';
import type { SectionReading } from '../model/report';
import { lineAround } from '../model/text-lines';
import { statementExample } from './kind-examples';
import { isSectionFor, type ListItem, listItems, printedSpan } from './kind-items';
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
      'Two functions of one country are two signatories; “Kingdom of Belgium” and “Belgium” are one.',
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
    if (!isSectionFor('signatories', section, context)) {
      return;
    }
    const first = new Map<string, ListItem>();
    for (const item of listItems(section, context.text)) {
      const key = signatoryKey(item, section);
      const before = first.get(key);
      if (before) {
        yield {
          span: printedSpan(item),
          message:
            `“${before.text.trim()}” stands in this list already, so it would sign twice. Take one out, or say in which ` +
            'function it signs here.',
          fixes: (now) => takeOut(item, now),
        };
      } else if (key !== '' && !item.isWaiting) {
        first.set(key, item);
      }
    }
  },
};

/** What makes one signatory: its actors and the words about its function, in any order. */
function signatoryKey({ span, text }: ListItem, { mentions }: SectionReading): string {
  const actors = mentions.actors.filter((one) => one.span.start >= span.start && one.span.end <= span.end);
  let rest = text;
  for (const { span: name } of actors.toReversed()) {
    const at = name.start - span.start;
    rest = rest.slice(0, at) + ' '.repeat(name.end - name.start) + rest.slice(at + name.end - name.start);
  }
  const words = rest.toLowerCase().split(/[^\p{L}\p{Nd}]+/u);
  const own = words.filter((word) => word !== '' && !SMALL_WORDS.has(word));
  return [...new Set([...actors.map(({ actor }) => `@${actor}`), ...own])].sort().join(' ');
}

const SMALL_WORDS: ReadonlySet<string> = new Set(['the', 'of', 'and', 'for', 'in', 'on', 'a', 'an', 'its', 'behalf']);

/** The item with its line. */
function takeOut({ marker, span, isPlain }: ListItem, { report, start }: FixContext): readonly Fix[] {
  const { text } = report;
  const [from, to] = [lineAround(text, start + marker.start).start, lineAround(text, start + span.end).end];
  const isOneLine = isPlain && text.slice(start + span.end, to).trim() === '' && from > 0;
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
