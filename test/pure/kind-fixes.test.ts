import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/model/text-edits';
import { snapshotOf, uriOf } from '../analyse';

const QUESTIONS = [
  ...[
    '1. Why?',
    '2. Who?',
    '2. Who?',
    '3) When?',
    '10. Ten?',
    '1. [insert question]?',
    '   1. Nested?',
    '   More of it.',
  ],
  ...['Q1. Why?', 'Q2. Who?', 'Question 4: where?', 'a) Why?', 'b) Who?', '(i) Why?', 'ii. Who?', 'IV. When?', 'Q1.'],
  ...['- Why?', '- (a) Why?', '* Q2. Words.', '**2. Bold?**', '- **1.** Bold?', '> 1. Quoted?', '1.', '-', '', '', ''],
  ...[
    '### Question 2',
    '### 1. Why?',
    '**Questions:**',
    '| 1. Why? | Who? |',
    '| --- | --- |',
    '<!-- 1. No. -->',
    '```',
  ],
];

const SIGNATORIES = [
  ...[
    '- Belgium',
    '- Minister of Justice of Belgium',
    '- Minister of Justice of Belgium',
    '- Germny',
    '1. Belgium',
    '- ',
  ],
  ...[
    'Belgium, France and Spain, Belgium',
    'Bosnia and Herzegovina, Serbia',
    'Belgium',
    'France\\',
    'For Belgium',
    ', ; ,',
  ],
  ...[
    'Minister of Justice',
    '| Country | Function |',
    '| --- | --- |',
    '| Belgium | Minister |',
    '| Germny |',
    '|',
    '',
    '',
  ],
  ...[
    'Done at Brussels, 3 June 2024',
    'Signatories:',
    '> - Belgium',
    '- [insert country]',
    '### Belgium',
    '**Belgium**',
  ],
];

const CODES = ['question-numbering', 'signatory-duplicate', 'signatory-unknown', 'section-missing'];

describe('questions and signatories in random forms', () => {
  for (const [kind, lines, titles] of [
    ['discussion-paper', QUESTIONS, ['Questions for delegations', 'Other', 'The problem']],
    ['statement', SIGNATORIES, ['Signatories', 'Other', 'Priorities']],
  ] as const) {
    for (const format of ['markdown', 'yaml'] as const) {
      it(`${kind} in ${format}: fixes remove their finding and add none but placeholders`, () => {
        const path = format === 'yaml' ? '/a.report.yaml' : '/a.report.md';
        const draft = fc.tuple(
          fc.constantFrom(...titles),
          fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 9 }),
          fc.constantFrom('\n', '\r\n'),
        );
        const property = fc.property(draft, ([title, words, lineEnd]) => {
          const header = `kind: ${kind}\ntitle: X\nauthor: belgium\ndate: 2024-06-03\n`;
          const text =
            format === 'yaml'
              ? `${header}entries:\n  - section: ${title}\n    text: |\n${words.map((line) => `      ${line}\n`).join('')}`
              : `---\n${header}---\n\n## ${title}\n\n${words.join('\n')}\n`;
          checkFixes(path, text.replaceAll('\n', lineEnd));
        });
        fc.assert(property, { seed: 5, numRuns: 120 });
      }).timeout(60_000);
    }
  }
});

function checkFixes(path: string, text: string): void {
  const snapshot = snapshotOf({ [path]: text });
  const all = snapshot.findings(uriOf(path));
  const before = countByCode(all);
  assert.equal(before.get('internal-error'), undefined, text);
  const own = all.filter(({ code }) => CODES.includes(code));
  const fixes = snapshot.fixes(uriOf(path), own);
  for (const [index, { code }] of own.entries()) {
    for (const { title, edits } of fixes[index] ?? []) {
      const fixed = applyEdits(text, edits);
      const after = countByCode(snapshotOf({ [path]: fixed }).findings(uriOf(path)));
      const told = `${code}: ${title}\n--- before\n${text}\n--- after\n${fixed}`;
      assert.ok(code === 'section-missing' || (after.get(code) ?? 0) < (before.get(code) ?? 0), `it stays; ${told}`);
      for (const [other, count] of after) {
        assert.ok(other === 'placeholder-left' || count <= (before.get(other) ?? 0), `it adds ${other}; ${told}`);
      }
    }
  }
}

function countByCode(findings: readonly { readonly code: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of findings) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}
