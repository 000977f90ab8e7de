import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { yamlDraft } from '../../drafts';

const only = ['value-invalid'];

describe('value-invalid', () => {
  it('finds a kind of draft that does not exist', () => {
    expectFindings(
      `
---
roadmap: eu-drugs-2023
kind: progres report
      ^^^^^^^^^^^^^^ error value-invalid: Did you mean “progress-report”? The kinds are progress-report,
---
`,
      { only },
    );
  });

  it('finds areas and actors in the scope that the roadmap has not got', () => {
    expectFindings(
      `//- /draft.report.yaml
roadmap: eu-drugs-2023
scope:
  areas: [networks, network]
                    ^^^^^^^ error value-invalid: no area “network”
  actors: [europol, frontex]
                    ^^^^^^^ error value-invalid: gives Frontex no action
entries: []
`,
      { only },
    );
  });

  it('finds groups of fields where a text belongs', () => {
    expectFindings(
      yamlDraft(`
  - action: "5"
    status: {a: b}
            ^^^^^^ error value-invalid: takes a text
`),
      { only },
    );
  });

  it('is silent about ids, titles, successors and parts, and while the roadmap is unknown', () => {
    expectFindings('---\nroadmap: eu-drugs-2023\nkind: progress-report\nscope:\n  areas: [ports, Prevention]\n---\n', {
      only,
    });
    expectFindings('---\nroadmap: eu-drugs-2023\nscope:\n  actors: [Belgium, EUDA, Commission]\n---\n', { only });
    expectFindings('---\nroadmap: eu-drugs-2032\nscope:\n  areas: [network]\n---\n', { only });
  });

  it('leaves unknown actions and names of actors to their own rules', () => {
    expectFindings('---\nroadmap: eu-drugs-2023\nscope:\n  actions: ["88"]\n  actors: [Eurojsut]\n---\n', { only });
  });
});
