import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix } from '../../fixes';

const only = ['actor-not-assigned'];

describe('actor-not-assigned', () => {
  it('points out an actor to whom the roadmap does not give the action', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Status:** in progress
- **Actors:** Eurojust, Frontex
                        ^^^^^^^ info actor-not-assigned: The roadmap does not give Action 5 to “Frontex”, but to Eurojust, Europol and Member States.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "5"
    actors: [frontex, eurojust]
             ^^^^^^^ info actor-not-assigned: Action 5 to “frontex”
    deliverables:
      - deliverable: "5.3"
        actors: [frontex, interpol]
                          ^^^^^^^^ info actor-not-assigned: “interpol”
`),
      { only },
    );
  });

  it('only hints at a next step, which may be anybody’s', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Status:** in progress
- **Actors:** Eurojust, Frontex
                        ^^^^^^^ info actor-not-assigned: Action 5 to “Frontex”

**Next steps**

- Interpol will join the network.
  ^^^^^^^^ hint actor-not-assigned: Action 5 to “Interpol”
- Frontex will join the network.
- Council and COSI will approve conclusions that set up the network (June 2024).
- Eurojust, EMPACT and EPPO will carry them out.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "5"
    actors: [eurojust]
    next:
      - text: Join the network
        actors: [interpol]
                 ^^^^^^^^ hint actor-not-assigned: Action 5 to “interpol”
`),
      { only },
    );
  });

  it('takes somebody out of the actors where nothing else names them', () => {
    const title = 'Take “frontex” out of the actors';
    const draft = yamlDraft('  - action: "5"\n    actors: [eurojust, frontex]\n');
    expectFix(draft, { code: 'actor-not-assigned', title, safe: false }, '    actors: [eurojust]');
  });

  it('takes actors of deliverables, parts and successors for assigned', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Actors:** Eurojust, Belgium, judicial authorities

## Action 9

- **Actors:** Commission, LEWP, EEAS

## Action 16

- **Actors:** EUDA, EMCDDA, United States
`).replace(', United States', ''),
      { only },
    );
  });

  it('takes the report’s author for assigned', () => {
    const draft = '  - action: "5"\n    actors: [eurojust, frontex]\n';
    expectFindings(yamlDraft(draft, 'author: frontex'), { only });
    expectFindings(yamlDraft(draft, 'author: European Border and Coast Guard Agency'), { only });
  });

  it('never reads running text, and is silent about unknown names and actions', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Actors:** Eurojust, Harbour Society

Frontex and Interpol took part.

## Actions 5 and 99

- **Actors:** Frontex

| Action | Main actors |
| --- | --- |
| 5 | Frontex |
`),
      { only },
    );
    expectFindings(yamlDraft('  - section: Thanks\n    text: To Frontex.\n  - action: "99"\n    actors: [frontex]\n'), {
      only,
    });
  });
});
