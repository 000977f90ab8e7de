import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { yamlDraft } from '../../drafts';

const only = ['report-field-unknown'];

describe('report-field-unknown', () => {
  it('finds slips in the front matter; one of “roadmap” is an error', () => {
    expectFindings(
      `
---
raodmap: eu-drugs-2023
^^^^^^^ error report-field-unknown: Did you mean “roadmap”?
autor: belgium
^^^^^ warning report-field-unknown: Did you mean “author”?
---
`,
      { only },
    );
  });

  it('finds slips and unknown fields in the entries of a YAML report', () => {
    expectFindings(
      yamlDraft(`
  - action: "5"
    staus: in-progress
    ^^^^^ warning report-field-unknown: Did you mean “status”?
    next:
      - txt: Open the network
        ^^^ warning report-field-unknown: “text”
    colour: blue
    ^^^^^^ warning report-field-unknown: no field “colour”
`),
      { only },
    );
  });

  it('is silent about fields of other tools, nested ones, and words with a colon in the text', () => {
    expectFindings(
      `
---
roadmap: eu-drugs-2023
lang: en-GB
toc: true
geometry: margin=2cm
references:
  - id: europol
    title: A report
layout: page
---

Autor: somebody
`,
      { only },
    );
    expectFindings(yamlDraft('  - action: "5"\n    text: |\n      staus: in the text\n'), { only });
  });
});
