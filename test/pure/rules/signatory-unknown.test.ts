import { expectFindings } from '../../analyse';

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
