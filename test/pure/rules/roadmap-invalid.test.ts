import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';

const only = ['roadmap-invalid'];

describe('roadmap-invalid', () => {
  it('finds missing, unknown and impossible fields of a roadmap', () => {
    expectFindings(
      `//- /plan.roadmap.yaml
roadmap: plan
titel: Plan
^^^^^ error roadmap-invalid: Did you mean “title”?
numbering: mine
           ^^^^ error roadmap-invalid: “numbering” is either
title: Plan
actions:
  - title: Controls
    ^^^^^ error roadmap-invalid: needs the field “action”
`,
      { only },
    );
  });

  it('finds them in actors and project files', () => {
    expectFindings(
      `//- /actors.yaml
actors:
  - actor: flanders
    name: Flemish Region
    kind: region
          ^^^^^^ error roadmap-invalid: no kind of actor
//- /rapporteur.yaml
due-soon-days: two months
               ^^^^^^^^^^ error roadmap-invalid: takes a number of days
`,
      { only },
    );
  });

  it('finds settings of rules that do not exist', () => {
    expectFindings(
      `//- /rapporteur.yaml
rules:
  action-unreferanced: off
  ^^^^^^^^^^^^^^^^^^^ warning roadmap-invalid: Did you mean “action-unreferenced”?
  deadline-due-soon: hint
`,
      { only },
    );
  });

  it('is silent about sound files, numbers as ids, and fields in any order', () => {
    expectFindings(
      `//- /plan.roadmap.yaml
title: Plan
roadmap: plan
actions:
  - title: Controls
    action: 1
    deliverables: []
//- /actors.yaml
actors: []
//- /rapporteur.yaml
rules:
  syntax: error
`,
      { only },
    );
  });
});
