import { describe, it } from 'mocha';
import { expectCompletion } from '../../completions';
import { markdownDraft, yamlDraft } from '../../drafts';

const SIX = 'Action 6: Facilitating financial investigations';
const SEVEN = 'Action 7: Facilitating digital investigations';
const FOUR = 'Action 4: Mapping the criminal networks that pose the biggest threats to society';
const FIRST = 'Action 1: Mobilising the customs community against drug trafficking';

const PLAN = `
//- /plan.roadmap.yaml
roadmap: harbour-plan
title: Harbour plan
actions:
  - action: "6"
    title: Harbour cameras
  - action: "A.3"
    title: "Costs: 100 %"
  - action: "yes"
    title: "Ports [and] harbours"
`;

describe('completion of actions in headings', () => {
  it('by any word of its title, the ones with that word before those that only have its letters', () => {
    expectCompletion(markdownDraft('## fin$0')).offersOnly(SIX);
    expectCompletion(markdownDraft('## Schengen I$0')).offersOnly(
      'Action 8: Unlocking the potential of Schengen Information System alerts',
    );
  });

  it('replaces all that is typed behind the marks', () => {
    expectCompletion(markdownDraft('## $0')).first(FIRST).eachIsUnderstood().applied(SIX).gives(`## ${SIX}$0`);
    expectCompletion(markdownDraft('### Act$0')).first(FIRST).applied(SIX).gives(`### ${SIX}$0`);
    expectCompletion(markdownDraft('## Action 6$0')).offersOnly(SIX).applied(SIX).gives(`## ${SIX}$0`);
    expectCompletion(markdownDraft('## action 6$0')).applied(SIX).gives(`## ${SIX}$0`);
    expectCompletion(markdownDraft('## 6$0')).offersOnly(SIX).applied(SIX).gives(`## ${SIX}$0`);
    expectCompletion(markdownDraft('## Facil$0')).offersOnly(SIX, SEVEN).applied(SEVEN).gives(`## ${SEVEN}$0`);
    expectCompletion(markdownDraft('## Action 6: Fac$0 something else')).applied(SIX).gives(`## ${SIX}$0`);
  });

  it('offers those that still need an entry first, and those that have one last', () => {
    const body = '## Action 1\n\nText.\n\n## $0\n\n## Action 6: Facilitating financial investigations\n\nText.\n';
    expectCompletion(markdownDraft(body, 'scope:\n  areas: [networks]'))
      .first(FOUR)
      .shows(FOUR, {
        detail: 'Dismantling high-risk criminal networks · Commission, Member States, Europol, Eurojust, CEPOL',
      })
      .shows(SIX, {
        kind: 'action',
        detail:
          'has an entry already · Dismantling high-risk criminal networks · Commission, Member States, Europol, ' +
          'Eurojust, CEPOL',
      });
    const labels = [FOUR, 'Action 2: Strengthening law enforcement operations in ports', SIX];
    expectCompletion(markdownDraft(body, 'scope:\n  areas: [networks]')).inOrder(...labels);
  });

  it('explains an action with its deadlines', () => {
    expectCompletion(markdownDraft('## 6$0')).documents(SIX, 'Blueprint for partnerships against money laundering');
    expectCompletion(markdownDraft('## 6$0')).documents(SIX, '27 days left');
  });

  it('does not hold an action for taken because it is named in passing, or by the heading itself', () => {
    expectCompletion(markdownDraft('## 6$0\n\nText.\n\nSee Action 6.\n')).shows(SIX, {
      detail: 'Dismantling high-risk criminal networks · Commission, Member States, Europol, Eurojust, CEPOL',
    });
    expectCompletion(markdownDraft('## Action 6$0\n\nText.\n')).shows(SIX, {
      detail: 'Dismantling high-risk criminal networks · Commission, Member States, Europol, Eurojust, CEPOL',
    });
  });

  it('says which roadmap where there are several', () => {
    const fixture = (heading: string) =>
      `//- /a.report.md\n---\nroadmap: [eu-drugs-2023, harbour-plan]\n---\n\n${heading}\n${PLAN}`;
    expectCompletion(fixture('## 6$0'))
      .offersOnly(SIX, 'Action 6: Harbour cameras')
      .eachIsUnderstood()
      .applied('Action 6: Harbour cameras')
      .gives('## Action 6 (harbour-plan): Harbour cameras$0');
    expectCompletion(fixture('## harbour-plan:6$0')).offersOnly('Action 6: Harbour cameras');
    expectCompletion(fixture('## A.3$0'))
      .applied('Action A.3: Costs: 100 %')
      .gives('## Action A.3 (harbour-plan): Costs: 100 %$0');
  });

  it('in a heading of any level, and in none behind the cursor', () => {
    expectCompletion(markdownDraft('# $0')).offers(SIX);
    expectCompletion(markdownDraft('###### $0')).offers(SIX);
    expectCompletion(markdownDraft('#$0')).offersNothing();
    expectCompletion(markdownDraft('$0## Action 6')).offersNothing();
    expectCompletion(markdownDraft('####### $0')).offersNothing();
  });
});

describe('completion of actions in YAML', () => {
  it('replaces the value, quoted where YAML needs it', () => {
    expectCompletion(yamlDraft('  - action: $0'))
      .first(FIRST)
      .eachIsUnderstood()
      .applied(SIX)
      .gives('  - action: "6"$0');
    expectCompletion(yamlDraft('  - action:$0')).applied(SIX).gives('  - action: "6"$0');
    expectCompletion(yamlDraft('  - action: "$0"')).applied(SIX).gives('  - action: "6"$0');
    expectCompletion(yamlDraft('  - action: "6$0')).offersOnly(SIX).applied(SIX).gives('  - action: "6"$0');
    expectCompletion(yamlDraft("  - action: '$0")).applied(SIX).gives('  - action: "6"$0');
    expectCompletion(yamlDraft('  - action: Facil$0')).offersOnly(SIX, SEVEN).applied(SIX).gives('  - action: "6"$0');
    expectCompletion(yamlDraft('  - action: Action 6$0')).applied(SIX).gives('  - action: "6"$0');
  });

  it('leaves a comment behind the value alone', () => {
    expectCompletion(yamlDraft('  - action: $0 # the next one')).applied(SIX).gives('  - action: "6"$0 # the next one');
    expectCompletion(yamlDraft('  - action: 6$0 # the next one'))
      .applied(SIX)
      .gives('  - action: "6"$0 # the next one');
  });

  it('in a list, without those that are listed', () => {
    expectCompletion(yamlDraft('  - action: ["4", $0]'))
      .withholds(FOUR)
      .eachIsUnderstood()
      .applied(SIX)
      .gives('  - action: ["4", "6"$0]');
    expectCompletion(yamlDraft('  - action: [4,$0')).withholds(FOUR).applied(SIX).gives('  - action: [4, "6"$0');
    expectCompletion(yamlDraft('  - action:\n      - "4"\n      - Facil$0'))
      .offersOnly(SIX, SEVEN)
      .applied(SIX)
      .gives('      - "6"$0')
      .isUnderstood();
    expectCompletion(yamlDraft('  - action:\n    - 4\n    - $0\n    - 7')).withholds(FOUR, SEVEN).offers(SIX);
    expectCompletion(yamlDraft('  - action:\n      - 4\n      -$0')).applied(SIX).gives('      - "6"$0');
    expectCompletion(yamlDraft('  - action: [4,\n      7,\n      $0]'))
      .withholds(FOUR, SEVEN)
      .applied(SIX)
      .gives('      "6"$0]');
  });

  it('offers those that still need an entry first', () => {
    const entries =
      '  - action: "1"\n    status: in-progress\n  - action: $0\n  - action: "4"\n    status: in-progress\n';
    expectCompletion(yamlDraft(entries, 'scope:\n  areas: [networks]'))
      .first('Action 5: A network of specialised prosecutors and judges to dismantle criminal networks', SIX)
      .inOrder(SIX, 'Action 2: Strengthening law enforcement operations in ports', FIRST, FOUR);
  });

  it('says which roadmap where there are several, and quotes what YAML would read otherwise', () => {
    const fixture = (action: string) =>
      `//- /a.report.yaml\nroadmap: [eu-drugs-2023, harbour-plan]\nentries:\n  - action: ${action}\n${PLAN}`;
    expectCompletion(fixture('6$0'))
      .applied('Action 6: Harbour cameras')
      .gives('  - action: "harbour-plan:6"$0')
      .isUnderstood();
    const own = (action: string) =>
      `//- /a.report.yaml\nroadmap: harbour-plan\nentries:\n  - action: ${action}\n${PLAN}`;
    expectCompletion(own('$0'))
      .eachIsUnderstood()
      .applied('Action yes: Ports [and] harbours')
      .gives('  - action: "yes"$0');
  });
});

describe('completion of actions elsewhere', () => {
  it('the number behind the label in running text', () => {
    expectCompletion(markdownDraft('## Action 6\n\nThis depends on Action $0'))
      .first('1', '2')
      .shows('7', { description: 'Facilitating digital investigations', kind: 'action' })
      .applied('7')
      .gives('This depends on Action 7$0');
    expectCompletion(markdownDraft('Action 1$0, and more')).offersOnly(
      '1',
      '10',
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
      '17',
    );
    expectCompletion(markdownDraft('Actions $0')).offers('6');
    expectCompletion(markdownDraft('- see Action 1$02')).applied('14').gives('- see Action 14$0');
    expectCompletion(markdownDraft('| A |\n|---|\n| see Action $0 |')).offers('6');
  });

  it('not where a word goes on', () => {
    expectCompletion(markdownDraft('Action p$0')).offersNothing();
    expectCompletion(markdownDraft('Transaction $0')).offersNothing();
    expectCompletion(markdownDraft('Action$0')).withholds('6');
    expectCompletion(markdownDraft('The Action $0')).offers('6');
    expectCompletion(markdownDraft('an action $0')).offersNothing();
  });

  it('in the texts of a YAML report', () => {
    expectCompletion(yamlDraft('  - action: "6"\n    text: |\n      See Action $0\n'))
      .applied('7')
      .gives('      See Action 7$0');
    expectCompletion(yamlDraft('  - action: "6"\n    text: See Action $0\n')).offers('7');
    expectCompletion(yamlDraft('  - action: "6"\n    reason: It waits for Action 1$0\n')).offers('17');
    expectCompletion(yamlDraft('  - action: "6"\n    next:\n      - text: Finish Action $0\n')).offers('7');
    expectCompletion(yamlDraft('  - action: "6"\n    text: >-\n\n      First.\n\n      Action $0')).offers('7');
  });

  it('the first column of a table, and others by their titles', () => {
    const table = (row: string) =>
      markdownDraft(
        `| Action | **Status** | Actors | Deadline |\n|---|:--|--:|---|\n| Action 4 | delayed | Europol | |\n${row}\n`,
      );
    expectCompletion(table('| $0')).offers(SIX).applied(SIX).gives(`| ${SIX}$0`);
    expectCompletion(table('| Facil$0 | in progress |'))
      .applied(SIX)
      .gives(`| ${SIX}$0 | in progress |`)
      .isUnderstood();
    expectCompletion(table('|$0|')).applied(SIX).gives(`| ${SIX}$0|`);
    expectCompletion(table('| Action 6 | in$0 |'))
      .offersOnly('in progress')
      .applied('in progress')
      .gives('| Action 6 | in progress$0 |');
    expectCompletion(table('| Action 16 | | $0'))
      .first('Commission', 'Europol')
      .applied('Europol')
      .gives('| Action 16 | | Europol$0');
    expectCompletion(table('| Action 16 | | Europol, $0 |'))
      .withholds('Europol')
      .applied('Eurojust')
      .gives('| Action 16 | | Europol, Eurojust$0 |');
    expectCompletion(table('| Action 6 | | | $0 |'))
      .offers('by mid-2024')
      .applied('by mid-2024')
      .gives('| Action 6 | | | by mid-2024$0 |');
    expectCompletion(table('| Action 6 \\| 7 | de$0 |')).offersOnly('delivered', 'delayed');
  });

  it('in no header and no other table', () => {
    expectCompletion(markdownDraft('| $0 | Status |\n|---|---|')).offersNothing();
    expectCompletion(markdownDraft('| Action | Status |\n| $0---|---|')).offersNothing();
    expectCompletion(markdownDraft('| Ship | Colour |\n|---|---|\n| $0 | |')).offersNothing();
  });
});
