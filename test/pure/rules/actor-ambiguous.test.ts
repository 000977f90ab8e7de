import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix } from '../../fixes';

const only = ['actor-ambiguous'];
const code = 'actor-ambiguous';

const ACTORS = `
//- /actors.yaml
actors:
  - actor: joint-customs-unit
    name: Joint Customs Unit
    short: JCU
    kind: group
  - actor: judicial-cooperation-unit
    name: Judicial Cooperation Unit
    short: JCU
    kind: group
    part-of: eurojust
  - actor: junior-cadet-union
    name: Junior Cadet Union
    short: JCX
    kind: group
  - actor: joint-cargo-exchange
    name: Joint Cargo Exchange
    short: JCX
    kind: group
  - actor: old-port-office
    name: Port Office
    kind: body
    until: 2023-12-31
  - actor: new-port-office
    name: Port Office
    kind: body
    since: 2024-01-01
    replaces: old-port-office
`;

describe('actor-ambiguous', () => {
  it('warns in the fields for actors', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Actors:** Eurojust, JCX
                        ^^^ warning actor-ambiguous: “JCX” can be “Junior Cadet Union” or “Joint Cargo Exchange”.
`) + ACTORS,
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "5"
    next:
      - text: Meet
        actors: [JCX]
                 ^^^ warning actor-ambiguous: Write the full name
`) + ACTORS,
      { only },
    );
  });

  it('is silent where one of them is an actor of the action', () => {
    expectFindings(markdownDraft('## Action 5\n\n- **Actors:** JCU\n') + ACTORS, { only });
    expectFindings(yamlDraft('  - action: "5"\n    actors: [JCU]\n') + ACTORS, { only });
  });

  it('is silent about one body before and after a change, full names, ids and running text', () => {
    expectFindings(
      markdownDraft('## Action 5\n\n- **Actors:** Port Office, Joint Cargo Exchange\n\nThe JCX met.\n') + ACTORS,
      { only },
    );
    expectFindings(yamlDraft('  - action: "5"\n    actors: [junior-cadet-union, new-port-office]\n') + ACTORS, {
      only,
    });
  });

  it('offers each in full', () => {
    expectFix(
      markdownDraft('## Action 5\n\n- **Status:** in progress\n- **Actors:** JCX\n') + ACTORS,
      { code, title: 'Change to “Joint Cargo Exchange”', safe: false },
      '- **Actors:** Joint Cargo Exchange',
      { only },
    );
  });
});
