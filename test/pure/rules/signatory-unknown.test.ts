import assert from 'node:assert/strict';
import { expectFindings, snapshotOf, uriOf } from '../../analyse';

const only = ['signatory-unknown'];

describe('signatory-unknown', () => {
  it('stands on a signatory without a country or body', () => {
    expectFindings(
      `
---
kind: action-programme
---

## Signatures

- Minister of Security and Justice
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint signatory-unknown: names no country or body
- Minister of Security and Justice of the Netherlands
- For the Commission, its President
- [insert function]
`,
      { only },
    );
  });

  it('suggests the country that is nearly named, in rows and lists of names too', () => {
    for (const lines of [
      '- Minister of Justice of Germny',
      '| Country |\n| --- |\n| Germny |',
      'Belgium, France, Spain, Germny',
      'Belgium\nFrance\nGermny',
    ]) {
      const text = `---\nkind: statement\n---\n\n## Signatories\n\n${lines}\n`;
      const snapshot = snapshotOf({ '/a.report.md': text });
      const findings = snapshot.findings(uriOf('/a.report.md')).filter(({ code }) => code === only[0]);
      assert.match(findings[0]?.message ?? '', /Did you mean “Germany”\?$/, lines);
      const [[fix] = []] = snapshot.fixes(uriOf('/a.report.md'), findings);
      assert.equal(text.slice(fix?.edits[0]?.span.start, fix?.edits[0]?.span.end), 'Germny');
    }
  });

  it('takes names with “and” in them as one', () => {
    const names = 'Belgium, France, Spain, Bosnia and Herzegovina, Serbia and Norway';
    const actors =
      '//- /actors.yaml\nactors:\n  - actor: bosnia\n    name: Bosnia and Herzegovina\n    kind: country\n';
    const text = `---\nkind: statement\n---\n\n## Signatories\n\n${names.replace('Serbia', 'Italy')}\n`;
    expectFindings(`${actors}//- /a.report.md\n${text}`, { only });
  });

  it('leaves prose among signatories alone', () => {
    expectFindings('---\nkind: statement\n---\n\n## Signatories\n\nThe ministers sign, some of them later.\n', {
      only,
    });
  });

  it('knows the actors of the workspace', () => {
    expectFindings(
      `//- /actors.yaml
actors:
  - actor: harbour
    name: Harbour Authority
    kind: body
//- /a.report.md
---
kind: statement
---

## Signatories

- Harbour Authority
`,
      { only },
    );
  });
});
