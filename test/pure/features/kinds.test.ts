import assert from 'node:assert/strict';
import { overview } from '../../../server/src/features/overview';
import { snapshotOf, uriOf } from '../../analyse';
import { expectCompletion } from '../../completions';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectHover } from '../../hovers';

const paper = (body: string) => `---\nkind: discussion-paper\ntitle: Ports\n---\n\n${body}`;
const statement = (body: string) => `---\nkind: statement\ntitle: Ports\n---\n\n${body}`;
const programme = (body: string) => `---\nkind: action-programme\ntitle: Ports\n---\n\n${body}`;

const QUESTIONS = 'Questions for delegations';

describe('completion of the sections of a kind of draft', () => {
  it('offers those that are missing, in their order', () => {
    expectCompletion(paper('## $0'))
      .offersOnly('The problem', 'The framework', 'Cooperation so far', QUESTIONS)
      .shows('The problem', { description: 'section', kind: 'value' })
      .documents('The problem', 'What is wrong')
      .applied(QUESTIONS)
      .gives(`## ${QUESTIONS}$0`);
    expectCompletion(paper('## Background\n\nWords.\n\n## $0\n\n## Guiding questions\n\n1. Why?\n'))
      .offersOnly('The framework', 'Cooperation so far')
      .applied('The framework')
      .gives('## The framework$0');
  });

  it('finds them by their other titles', () => {
    expectCompletion(statement('## Rec$0')).offersOnly('Considering');
  });

  it('counts those that can be there several times', () => {
    expectCompletion(programme('## Part 1: Ports\n\nWords.\n\n## Part 2: Roads\n\nWords.\n\n## $0'))
      .offers('Part 3', 'Evaluation')
      .withholds('Part 1', 'Part 2');
  });

  it('offers them before the actions, where the report has none yet, and behind them later', () => {
    expectCompletion(markdownDraft('## $0', 'kind: progress-report')).first('Introduction', 'State of play');
    expectCompletion(markdownDraft('## Introduction\n\nWords.\n\n## Action 1\n\nDone.\n\n## $0'))
      .inOrder('Action 2: Strengthening law enforcement operations in ports', 'State of play', 'Way forward')
      .withholds('Introduction');
  });

  it('offers them in YAML', () => {
    const fixture =
      '//- /a.report.yaml\nkind: statement\nentries:\n  - section: Declaration\n    text: We.\n  - section: $0\n';
    expectCompletion(fixture).offersOnly('Considering', 'Priorities', 'Signatories');
    expectCompletion(yamlDraft('  - section: $0')).first('Introduction');
  });

  it('offers none in a table, and none of a kind that there is not', () => {
    expectCompletion(markdownDraft('| Action | Status |\n| --- | --- |\n| $0 | |\n')).withholds('Introduction');
    expectCompletion('---\nkind: nothing\nroadmap: eu-drugs-2023\n---\n\n## $0').withholds(
      'Introduction',
      'The problem',
    );
  });
});

describe('completion of what a section is made of', () => {
  it('goes on with the numbers of questions', () => {
    expectCompletion(paper(`## ${QUESTIONS}\n\n1. Why?\n2. Who?\n$0`))
      .offersOnly('question')
      .applied('question')
      .gives('3. [insert question]$0?');
    expectCompletion(paper(`## ${QUESTIONS}\n\n1. Why?\n2. $0`))
      .applied('question')
      .gives('2. [insert question]$0?');
  });

  it('offers the beginnings of reasons under their heading, and without one', () => {
    expectCompletion(statement('## Considering\n\n$0')).offersOnly('considering', 'having regard to', 'building upon');
    expectCompletion(statement('The ministers declare:\n\nBuil$0')).offersOnly('building upon');
    expectCompletion(statement('## Signatories\n\n- $0')).offersOnly('signatory');
    expectCompletion(statement('## Priorities\n\nBuil$0')).offersNothing();
  });

  it('offers the same in the texts of a YAML report', () => {
    const yaml = (lines: string, section = QUESTIONS) =>
      `//- /a.report.yaml\nkind: discussion-paper\nentries:\n  - section: ${section}\n    text: |\n${lines}`;
    expectCompletion(yaml('      1. Why?\n         1. More of it?\n      2. Who?\n      $0\n  - section: Annex\n'))
      .offersOnly('question')
      .applied('question')
      .gives('      3. [insert question]$0?');
    expectCompletion(yaml('      1. Why?\n      2. $0')).applied('question').gives('      2. [insert question]$0?');
    expectCompletion(yaml('      $0')).applied('question').gives('      1. [insert question]$0?');
    expectCompletion(yaml('      1. Why?\n     $0')).offersNothing();
    expectCompletion(yaml('      These$0')).offersNothing();
    expectCompletion(yaml('      $0', 'The problem')).offersNothing();
    expectCompletion(yaml('      - S$0').replace('discussion-paper', 'statement').replace(QUESTIONS, 'Signatories'))
      .offersOnly('signatory')
      .applied('signatory')
      .gives('      - [insert function]$0 of [insert country or body]');
  });

  it('keeps the lines of a snippet together', () => {
    const own =
      '//- /rapporteur.yaml\nkinds:\n  - kind: note\n    sections:\n      - section: Budget\n        snippets:\n' +
      '          - snippet: cost\n            text: |\n              - [insert what]\n                in euro\n';
    expectCompletion(`${own}//- /a.report.yaml\nkind: note\nentries:\n  - section: Budget\n    text: |\n      $0`)
      .applied('cost')
      .gives('      - [insert what]$0\n        in euro');
    expectCompletion(`${own}//- /a.report.md\n---\nkind: note\n---\n\n## Budget\n\n- $0`)
      .applied('cost')
      .gives('- [insert what]$0\n  in euro');
  });

  it('offers nothing that goes on otherwise, nor in entries', () => {
    expectCompletion(paper(`## ${QUESTIONS}\n\nThese$0`)).offersNothing();
    expectCompletion(paper('## The problem\n\n$0')).offersNothing();
  });
});

describe('completion and hover of the kind', () => {
  it('offers every kind, with what it is for', () => {
    expectCompletion('---\nroadmap: eu-drugs-2023\nkind: $0\n---\n')
      .offersOnly('progress-report', 'discussion-paper', 'statement', 'action-programme')
      .documents('statement', 'signatories')
      .applied('statement')
      .gives('kind: statement$0');
    expectCompletion(
      '//- /rapporteur.yaml\nkinds:\n  - kind: note\n    name: Note\n//- /a.report.md\n---\nroadmap: x\nkind: n$0\n---\n',
    ).offersOnly('note');
  });

  it('tells what a kind is for, and its sections', () => {
    expectHover(paper('Words.').replace('discussion-paper', 'dis$0cussion-paper'))
      .isOn('discussion-paper')
      .mentions('**Discussion paper**: Sets out a problem and asks delegations what to do about it, before a meeting.')
      .mentions(
        '- Questions for delegations: What delegations are asked to answer, in numbered questions that one can refer to in the meeting.',
      );
  });

  it('tells what belongs into a section, on its heading', () => {
    expectHover(paper('## Que$0stions for ministers\n\n1. Why?\n'))
      .isOn('Questions for ministers')
      .says(
        '**Questions for delegations**: What delegations are asked to answer, in numbered questions that one can refer to in the meeting.',
        'Discussion paper',
        'Also called: questions, question, guiding questions, discussion points, points for discussion, issues for discussion',
      );
    expectHover('//- /a.report.yaml\nkind: statement\nentries:\n  - section: Sig$0natures\n    text: We.\n')
      .isOn('Signatures')
      .mentions('Statement · not always there');
  });
});

describe('the overview of a draft without entries', () => {
  it('says its kind and counts nothing', () => {
    const text = paper('Words.\n').replace('kind:', 'roadmap: eu-drugs-2023\nkind:');
    const state = overview(snapshotOf({ '/a.report.md': text }), uriOf('/a.report.md'));
    assert.equal(state?.draft, 'Discussion paper');
    assert.deepEqual([state?.covered, state?.required, state?.missing, state?.overdue], [0, 0, 0, 0]);
  });
});
