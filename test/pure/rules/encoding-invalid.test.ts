import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['encoding-invalid'];

describe('encoding-invalid', () => {
  it('is one finding, at the first of the lost characters, with their number', () => {
    expectFindings(
      markdownDraft(`
## Action 5

The ministers met in Logro\uFFFDo.
                          ^ error encoding-invalid: neither could 2 more
It\uFFFDs a caf\uFFFD.
`),
      { only },
    );
  });

  it('is in YAML reports and in roadmap files too', () => {
    expectFindings(
      yamlDraft(`
  - action: "5"
    text: Logro\uFFFDo
               ^ error encoding-invalid: could not be read: the file
`),
      { only },
    );
    expectFindings(
      `//- /plan.roadmap.yaml
roadmap: plan
title: Stra\uFFFDe
           ^ error encoding-invalid: UTF-8
actions: []
`,
      { only },
    );
  });

  it('is silent about accents, other scripts, question marks and symbols', () => {
    expectFindings(
      markdownDraft(`
## Action 5

Logroño, Sofia (София), “quoted” – déjà vu ?? 🙂 � written as an entity: &#xFFFD;
`).replace('� ', ''),
      { only },
    );
    expectFindings(yamlDraft('  - action: "5"\n    text: "Logro\\u00f1o"\n'), { only });
    expectFindings(yamlDraft('  - action: "5"\n    text: Ελλάδα?\n'), { only });
  });
});
