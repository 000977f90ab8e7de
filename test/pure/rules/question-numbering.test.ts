import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/model/text-edits';
import { paperExample } from '../../../server/src/rules/kind-examples';
import { expectFindings, snapshotOf, uriOf } from '../../analyse';

const only = ['question-numbering'];

const paper = (lines: string) => `---\nkind: discussion-paper\n---\n\n## Questions for ministers\n\n${lines}`;

/** The findings of questions, one a line. */
function found(lines: readonly string[], format: 'markdown' | 'yaml' = 'markdown') {
  const path = format === 'yaml' ? '/a.report.yaml' : '/a.report.md';
  const text = paperExample(format, lines);
  const snapshot = snapshotOf({ [path]: text });
  const findings = snapshot.findings(uriOf(path)).filter(({ code }) => code === 'question-numbering');
  const [fixes = []] = snapshot.fixes(uriOf(path), findings);
  return { text, findings, fixes };
}

describe('question-numbering', () => {
  it('stands on the first number that is wrong, once', () => {
    expectFindings(
      paper(`1. Why?
2. Who?
4. When?
^^ warning question-numbering: What follows question 2 has the number 4, not 3
5. Where?
`),
      { only },
    );
    expectFindings(paper('2. Why?\n^^ warning question-numbering: The first question has the number 2\n'), { only });
  });

  it('takes numbers in order, those of Markdown itself, and lists that go on behind a paragraph', () => {
    expectFindings(paper('1. Why?\n2. Who?\n\nAnd besides:\n\n3. When?\n'), { only });
    expectFindings(paper('1. Why?\n1. Who?\n1. When?\n'), { only });
    expectFindings(paper('1) Why?\n\n   More of it.\n\n2) Who?\n   1. This one?\n   2. That one?\n'), { only });
    expectFindings(paper('**1. Why?**\n\nWords.\n'), { only });
  });

  it('is told of a list that begins anew', () => {
    expectFindings(
      paper('1. Why?\n2. Who?\n\nAnd besides:\n\n1. When?\n^^ warning question-numbering: has the number 1, not 3\n'),
      { only },
    );
  });

  it('asks for numbers where there are none', () => {
    expectFindings(paper('- Why?\n^ info question-numbering: have no numbers\n- Who?\n'), { only });
  });

  it('looks at no other section and no other kind', () => {
    const list = '2. Words.\n4. Words.\n';
    expectFindings(`---\nkind: discussion-paper\n---\n\n## The framework\n\n${list}`, { only });
    expectFindings(`---\nkind: statement\n---\n\n## Questions for delegations\n\n${list}`, { only });
    expectFindings(`---\nroadmap: eu-drugs-2023\n---\n\n## Questions for delegations\n\n${list}`, { only });
  });

  for (const [before, after] of [
    [
      ['1. Why?', '3. Who?', '7) When?'],
      ['1. Why?', '2. Who?', '3. When?'],
    ],
    [
      ['- Why?', '- Who?'],
      ['1. Why?', '2. Who?'],
    ],
    [
      ['2. Why?', '   Because.', '3. Who?'],
      ['1. Why?', '   Because.', '2. Who?'],
    ],
  ] as const) {
    for (const format of ['markdown', 'yaml'] as const) {
      it(`numbers ${before.join(' ')} in ${format}`, () => {
        const { text, fixes } = found(before, format);
        const [fix] = fixes;
        assert.ok(fix);
        assert.equal(applyEdits(text, fix.edits), paperExample(format, after));
        assert.deepEqual(found(after, format).findings, []);
      });
    }
  }

  it('reads numbers that are a part of the words', () => {
    expectFindings(
      paper(`Q1. Why?

Words about it.

- Q9. no question of its own

Q3. Who?
^^^ warning question-numbering: What follows question 1 has the number 3, not 2
`),
      { only },
    );
    expectFindings(
      paper(
        'a) Why?\nb) Who?\nb) When?\n^^ warning question-numbering: What follows question b has the number b, not c\n',
      ),
      { only },
    );
    expectFindings(
      paper('- (i) Why?\n- (ii) Who?\n- (iv) When?\n^ warning question-numbering: the number iv, not iii\n'),
      { only },
    );
    expectFindings(paper('(1) Why?\n(2) Who?\n\nI. e. words.\n'), { only });
    expectFindings(paper('i) Why?\nii) Who?\n\nA) No number of these.\n'), { only });
  });

  it('reads headings of their own', () => {
    expectFindings(
      paper(`### Question 1: Why?

Words.

### Question 1: Who?
    ^^^^^^^^^^^^^^^^ warning question-numbering: there are two with this number

Words.

## Annex 7
`),
      { only },
    );
    expectFindings(paper('### 1. Why?\n\nWords.\n\n### 2. Who?\n\nWords.\n\n### On ports\n\nWords.\n'), { only });
  });

  it('reads lists of questions under other headings, and under a line that is their title', () => {
    const elsewhere = (lines: string) => `---\nkind: discussion-paper\n---\n\n## Fragen\n\n${lines}`;
    expectFindings(
      elsewhere('1. Why?\n2. Who?\n2. When?\n^^ warning question-numbering: there are two with this number\n'),
      { only },
    );
    expectFindings(elsewhere('3. Why?\n4. Who?\n'), { only });
    expectFindings(elsewhere('1. Why?\n3. That is so.\n'), { only });
    expectFindings(elsewhere('- Why?\n- Who?\n'), { only });
    expectFindings(
      elsewhere('**Questions for the Council:**\n\n2. Say why.\n^^ warning question-numbering: The first question\n'),
      { only },
    );
  });

  it('keeps the form of the numbers that it corrects', () => {
    for (const [before, after] of [
      ['Q1. Why?', 'Q2. Who?'],
      ['A) Why?', 'B) Who?'],
      ['(i) Why?', '(ii) Who?'],
    ] as const) {
      const second = after.replace(/2|B|ii/, (number) => ({ '2': '4', B: 'D', ii: 'iv' })[number] ?? '');
      for (const format of ['markdown', 'yaml'] as const) {
        const { text, fixes } = found([before, '', second], format);
        assert.ok(fixes[0], second);
        assert.equal(applyEdits(text, fixes[0].edits), text.replace(second, after));
      }
    }
    const text = paper('### Question 1: Why?\n\nWords.\n\n### Question 3: Who?\n\nWords.\n');
    const snapshot = snapshotOf({ '/a.report.md': text });
    const findings = snapshot.findings(uriOf('/a.report.md')).filter(({ code }) => code === 'question-numbering');
    const [[fix] = []] = snapshot.fixes(uriOf('/a.report.md'), findings);
    assert.equal(applyEdits(text, fix?.edits ?? []), text.replace('Question 3', 'Question 2'));
  });

  it('has no fix that would leave the rest of an item behind', () => {
    const { findings, fixes } = found(['- Why?', '', '  More of it.', '', '- Who?']);
    assert.equal(findings.length, 1);
    assert.deepEqual(fixes, []);
  });
});
