import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/model/text-edits';
import { statementExample } from '../../../server/src/rules/kind-examples';
import { expectFindings, snapshotOf, uriOf } from '../../analyse';

const only = ['signatory-duplicate'];

const statement = (lines: string) => `---\nkind: statement\n---\n\n## Signatories\n\n${lines}`;

describe('signatory-duplicate', () => {
  it('stands on the second one, whatever it is called there', () => {
    expectFindings(
      statement(`- Minister of Justice of Belgium
- Minister of Justice of France
- Kingdom of Belgium, the Minister of Justice
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning signatory-duplicate: stands in this list already
`),
      { only },
    );
  });

  it('takes two functions of one country, and lists of who declares elsewhere', () => {
    expectFindings(statement('- Minister of Justice of Belgium\n- Minister of the Interior of Belgium\n'), { only });
    expectFindings('---\nkind: statement\n---\n\n## Declaration\n\n- Belgium\n\n## Signatories\n\n- Belgium\n', {
      only,
    });
    expectFindings(statement('- [insert country]\n- [insert country]\n'), { only });
  });

  for (const format of ['markdown', 'yaml'] as const) {
    it(`takes the line out: ${format}`, () => {
      const path = format === 'yaml' ? '/a.report.yaml' : '/a.report.md';
      const text = statementExample(format, ['- Belgium', '- Belgium', '- France']);
      const snapshot = snapshotOf({ [path]: text });
      const findings = snapshot.findings(uriOf(path));
      assert.deepEqual(
        findings.map(({ code }) => code),
        only,
      );
      const [[fix] = []] = snapshot.fixes(uriOf(path), findings);
      assert.ok(fix);
      assert.equal(applyEdits(text, fix.edits), statementExample(format, ['- Belgium', '- France']));
    });
  }
});
