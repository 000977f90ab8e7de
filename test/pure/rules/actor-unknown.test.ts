import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix } from '../../fixes';

const only = ['actor-unknown'];
const code = 'actor-unknown';

describe('actor-unknown', () => {
  it('warns in every field for actors, in both formats', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Status:** in progress
- **Actors:** Eurojsut, Europol and the Harbour Society
              ^^^^^^^^ warning actor-unknown: No actor is known by the name “Eurojsut”, so it cannot be checked against the roadmap. Did you mean “Eurojust”?
                                    ^^^^^^^^^^^^^^^^^^^ warning actor-unknown: add the actor to an actors.yaml

| Action | Main actors |
| --- | --- |
| 6 | Comission |
      ^^^^^^^^^ warning actor-unknown: Did you mean “Commission”?
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "5"
    actors: [eurojust, memberstates]
                       ^^^^^^^^^^^^ warning actor-unknown: Did you mean “member-states”?
    deliverables:
      - deliverable: "5.3"
        actors: Eurojsut
                ^^^^^^^^ warning actor-unknown: Did you mean “Eurojust”?
    next:
      - text: Appoint the members
        actors:
          - europoll
            ^^^^^^^^ warning actor-unknown: Did you mean “europol”?
`),
      { only },
    );
  });

  it('warns in the scope', () => {
    const scope = `
scope:
  actors: [europoll]
           ^^^^^^^^ warning actor-unknown: Did you mean “europol”?
`;
    expectFindings(markdownDraft('Text.\n', scope), { only });
    expectFindings(yamlDraft('  - section: Text\n', scope), { only });
  });

  it('never reads running text, nor a next step in prose', () => {
    expectFindings(
      markdownDraft(`
## Action 5

The Harbour Society and Eurojsut met.

**Next steps**

- The Harbour Society will meet again.
`),
      { only },
    );
    expectFindings(yamlDraft('  - action: "5"\n    text: Eurojsut met.\n    next:\n      - Eurojsut will meet.\n'), {
      only,
    });
  });

  it('is silent about ids, aliases, any case, remarks and actors of the workspace', () => {
    expectFindings(
      `${markdownDraft(`
## Action 5

- **Actors:** the EUROPEAN commission; OLAF; Member States (in particular customs authorities); Harbour Society (lead)
`)}
//- /actors.yaml
actors:
  - actor: harbour-society
    name: Harbour Society
    kind: group
`,
      { only },
    );
    expectFindings(yamlDraft('  - action: "5"\n    actors: [maoc-n, MAOC (N), "EMCDDA"]\n'), { only });
  });

  it('is silent about placeholders and empty values', () => {
    expectFindings(markdownDraft('## Action 5\n\n- **Actors:** [insert actors]\n\n## Action 6\n\n- **Actors:** –\n'), {
      only,
    });
    expectFindings(yamlDraft('  - action: "5"\n    actors: TBC\n  - action: "6"\n    actors: []\n'), { only });
  });

  it('corrects the one nearest name safely, in the way that the list is written', () => {
    expectFix(
      markdownDraft('## Action 5\n\n- **Status:** in progress\n- **Actors:** Eurojsut, Europol, Belgium\n'),
      { code, title: 'Change to “Eurojust”', safe: true },
      '- **Actors:** Eurojust, Europol, Belgium',
    );
    expectFix(
      yamlDraft('  - action: "5"\n    status: in-progress\n    actors: ["eurojsut", europol, belgium]\n'),
      { code, title: 'Change to “eurojust”', safe: true },
      '    actors: ["eurojust", europol, belgium]',
    );
  });
});
