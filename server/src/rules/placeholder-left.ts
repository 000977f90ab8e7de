import { findPlaceholders } from '../parse/placeholders';
import { markdownExample, yamlExample } from './example-reports';
import type { Rule, RuleFinding } from './rule';

export const placeholderLeft: Rule = {
  meta: {
    code: 'placeholder-left',
    group: 'report',
    severity: 'warning',
    summary: 'Text that waits for somebody: “[to be completed]”, “TBC”, “XX June”',
    why:
      'A placeholder that is forgotten is printed. New reports and some quick fixes put placeholders where only the ' +
      'author knows what to write; this finding leads from one to the next until none is left.\n\n' +
      '“To be completed” in a sentence is an ordinary verb, and “[…]” in a quotation stands for words left out: ' +
      'neither is taken for a placeholder.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['- **Status:** in progress', '', 'Eurojust met prosecutors on XX May 2024.']),
        good: markdownExample('5', ['- **Status:** in progress', '', 'Eurojust met prosecutors on 13 May 2024.']),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['status: in-progress', 'text: The network of prosecutors [to be completed]']),
        good: yamlExample('5', ['status: in-progress', 'text: The network of prosecutors is to be completed in 2025.']),
      },
    ],
    fixable: false,
  },
  *checkSection(section, { text }) {
    for (const span of section.placeholders) {
      yield finding(span, text.slice(span.start, span.end));
    }
  },
  *checkHeader({ header }) {
    const reasons = header.scope?.except.map(({ reason }) => reason) ?? [];
    const { title, author, reference, date, asOf, period } = header;
    for (const field of [title, author, reference, date, asOf, period, ...reasons]) {
      // The words stand in the text as they are, but for an escape in a quoted one: then the whole value is marked.
      const [found] = field ? findPlaceholders(field.text) : [];
      if (field && found) {
        yield finding(field.span, field.text.slice(found.start, found.end));
      }
    }
  },
  *checkSuppressions(_context, { all }) {
    for (const { reason, span } of all) {
      const [found] = reason ? findPlaceholders(reason) : [];
      if (reason && found) {
        yield finding(span, reason.slice(found.start, found.end));
      }
    }
  },
};

function finding(span: RuleFinding['span'], text: string): RuleFinding {
  return { span, message: `“${text.trim()}” still waits for somebody. Write what belongs here, or take it out.` };
}
