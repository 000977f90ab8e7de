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

  it('reads tables, lines, and names between commas', () => {
    const finding = 'warning signatory-duplicate: stands in this list already';
    expectFindings(
      statement(`| Country | Function |
| --- | --- |
| Belgium | Minister of Justice |
| France | Minister of Justice |
| Belgium | Minister of Justice |
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ${finding}
`),
      { only },
    );
    expectFindings(statement(`Belgium, France, Spain and Belgium\n                           ^^^^^^^ ${finding}\n`), {
      only,
    });
    expectFindings(statement(`Belgium\\\nFrance\\\nBelgium\n^^^^^^^ ${finding}\n`), { only });
  });

  it('takes functions that stand above or below the country', () => {
    const lines = (...words: readonly string[]) => statement(`${words.join('\n\n')}\n`);
    expectFindings(lines('Belgium', 'Minister of Justice', 'Belgium', 'Minister of the Interior'), { only });
    expectFindings(
      lines(
        'Minister of Justice',
        'Belgium',
        'Minister of the Interior',
        'Belgium',
        'Minister of the Interior',
        'Spain',
      ),
      { only },
    );
    expectFindings(statement('It was adopted by Belgium and France. Belgium keeps it.\n'), { only });
    expectFindings(statement('| Belgium | Minister |\n| --- | --- |\n| Belgium | Secretary |\n'), { only });
  });

  it('finds who signs under other titles, and below lines that are titles', () => {
    const twice = '- Belgium\n- Belgium\n  ^^^^^^^ warning signatory-duplicate: stands in this list already\n';
    for (const title of [
      '## Done at Brussels, 3 June 2024',
      '## List of signatories',
      '**Signatories**',
      'Done at Brussels:',
    ]) {
      expectFindings(`---\nkind: statement\n---\n\n## Priorities\n\nWords.\n\n${title}\n\n${twice}`, { only });
    }
    expectFindings('---\nkind: statement\n---\n\n## Priorities\n\nDone at last\nit is.\n\n- Belgium\n- Belgium\n', {
      only,
    });
  });

  it('takes the row of a table out', () => {
    const row = '| Belgium | Minister |\n';
    const text = statement(`| Country | Function |\n| --- | --- |\n${row}| France | Minister |\n${row}`);
    const snapshot = snapshotOf({ '/a.report.md': text });
    const findings = snapshot.findings(uriOf('/a.report.md')).filter(({ code }) => code === 'signatory-duplicate');
    const [[fix] = []] = snapshot.fixes(uriOf('/a.report.md'), findings);
    assert.equal(applyEdits(text, fix?.edits ?? []), text.slice(0, -row.length));
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
