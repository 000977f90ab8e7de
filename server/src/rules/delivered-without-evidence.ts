import { citesSomething, saysNoProgress } from './entry-prose';
import { markdownExample, yamlExample } from './example-reports';
import { PLACEHOLDER } from './field-below';
import { giveFields } from './new-fields';
import { deliveredWithout, hasEvidence, placeOf } from './reported-parts';
import type { Rule } from './rule';

const WORK = 'The network of prosecutors met for the first time on 14 May 2024.';

export const deliveredWithoutEvidence: Rule = {
  meta: {
    code: 'delivered-without-evidence',
    group: 'status',
    severity: 'warning',
    summary: 'Something is reported as delivered and nothing shows it',
    why:
      'A reader who wants to see what was delivered needs the document or a link. Without one, the next meeting asks ' +
      'for it.\n\nA document cited in the text, a link or a footnote is evidence too. Evidence of the entry covers its ' +
      'deliverables, and the other way round.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['- **Status:** delivered', '', WORK]),
        good: markdownExample('5', ['- **Status:** delivered', '- **Evidence:** ST 9999/24', '', WORK]),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['status: delivered', 'completed: 2024-05-14', `text: ${WORK}`]),
        good: yamlExample('5', [
          'status: delivered',
          'completed: 2024-05-14',
          'evidence: [ST 9999/24]',
          `text: ${WORK}`,
        ]),
      },
    ],
    fixable: true,
  },
  *checkEntry(entry, { text }) {
    for (const part of deliveredWithout(entry, hasEvidence)) {
      if (citesSomething(part, entry, text) || saysNoProgress(entry)) {
        continue;
      }
      yield {
        span: placeOf(part, entry),
        message:
          `${part.item ? `“${part.item.text}”` : 'The action'} is reported as delivered, but nothing shows it. ` +
          'Name the document or give a link under “Evidence” or in the text.',
        fixes: (now) => {
          const edits = giveFields(part, entry, [{ name: 'evidence', value: PLACEHOLDER }], now);
          return edits ? [{ title: 'Add the evidence, to be completed', safe: false, edits }] : [];
        },
      };
    }
  },
};
