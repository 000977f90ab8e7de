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

  it('has no fix that would leave the rest of an item behind', () => {
    const { findings, fixes } = found(['- Why?', '', '  More of it.', '', '- Who?']);
    assert.equal(findings.length, 1);
    assert.deepEqual(fixes, []);
  });
});
