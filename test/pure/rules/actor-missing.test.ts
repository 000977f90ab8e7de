import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix } from '../../fixes';

const only = ['actor-missing'];
const fix = { code: 'actor-missing', title: 'Add the missing actors', safe: false };

describe('actor-missing', () => {
  it('hints once an entry', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Actors:** Eurojust
              ^^^^^^^^ hint actor-missing: The roadmap also gives Action 5 to Europol and Member States.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "5"
    actors: [eurojust, europol]
            ^^^^^^^^^^^^^^^^^^^ hint actor-missing: also gives Action 5 to Member States
`),
      { only },
    );
  });

  it('takes a part, a successor and several names of one action for present', () => {
    expectFindings(markdownDraft('## Action 5\n\n- **Actors:** Eurojust, Europol, Belgium\n'), { only });
    expectFindings(markdownDraft('## Action 13\n\n- **Actors:** Commission, Germany and EUDA\n', 'date: 2024-12-02'), {
      only,
    });
    expectFindings(yamlDraft('  - action: "9"\n    actors: [commission, european-parliament, lewp, eeas]\n'), { only });
  });

  it('is silent without a field, with an empty one, and about actors of deliverables', () => {
    expectFindings(markdownDraft('## Action 5\n\nEurojust met.\n\n## Action 6\n\n- **Actors:** [insert actors]\n'), {
      only,
    });
    expectFindings(yamlDraft('  - action: "5"\n    actors: []\n  - action: "6"\n    actors:\n'), { only });
    expectFindings(
      yamlDraft(
        '  - action: "5"\n    text: Text.\n    deliverables:\n      - deliverable: "5.3"\n        actors: [eurojust]\n',
      ),
      { only },
    );
  });

  it('is silent where a name is unknown, which may be the missing one, and where the action is', () => {
    expectFindings(markdownDraft('## Action 5\n\n- **Actors:** Eurojust, Europool, Member States\n'), { only });
    expectFindings(markdownDraft('## Action 99\n\n- **Actors:** Eurojust\n'), { only });
  });

  it('adds the names in the form of the list', () => {
    expectFix(
      markdownDraft('## Action 5\n\n- **Status:** in progress\n- **Actors:** Eurojust (lead).\n'),
      fix,
      '- **Actors:** Eurojust (lead), Europol, Member States.',
    );
    const yaml = (actors: string) => yamlDraft(`  - action: "5"\n    status: in-progress\n    actors: ${actors}\n`);
    expectFix(yaml('[eurojust]'), fix, '    actors: [eurojust, europol, member-states]');
    expectFix(yaml('["eurojust"]'), fix, '    actors: ["eurojust", europol, member-states]');
    expectFix(yaml('"Eurojust"'), fix, '    actors: "Eurojust, Europol, Member States"');
    expectFix(yaml('\n      - Eurojust'), fix, '      - Europol\n      - Member States');
  });

  it('adds the name that is in use', () => {
    expectFix(
      markdownDraft(
        '## Action 13\n\n- **Status:** in progress\n- **Actors:** Commission, Belgium\n',
        'date: 2024-12-02',
      ),
      fix,
      '- **Actors:** Commission, Belgium, EUDA',
    );
  });
});
