import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { expectCompletion } from '../../completions';
import { markdownDraft, yamlDraft } from '../../drafts';

const SIX = 'Action 6: Facilitating financial investigations';
const inYaml = (lines: string) => yamlDraft(`  - action: "6"\n${lines}`);
const inMarkdown = (lines: string) => markdownDraft(`## Action 6\n\n${lines}`);

describe('completion of keys in entries', () => {
  it('those that the entry does not have', () => {
    expectCompletion(inYaml('    status: delayed\n    $0\n    text: Late.'))
      .offersOnly('actors', 'due', 'revised', 'reason', 'completed', 'evidence', 'deliverables', 'next', 'follow-up')
      .shows('reason', { kind: 'key', detail: 'The tender had to be repeated.', thenSuggest: false })
      .documents('reason', 'Why it is late or was dropped.')
      .applied('reason')
      .gives('    reason: $0');
    expectCompletion(inYaml('    st$0')).offersOnly('status').applied('status').gives('    status: $0');
    expectCompletion(inYaml('    st$0\n    text: Late.')).applied('status').gives('    status: $0');
    expectCompletion(inYaml('    sta$0: delayed')).applied('status').gives('    status$0: delayed');
    expectCompletion(inYaml('    "st$0": delayed')).applied('status').gives('    status$0: delayed');
    expectCompletion(inYaml('    st$0 # later')).applied('status').gives('    status: $0 # later');
  });

  it('open the list, map or text that they own', () => {
    const at = expectCompletion(inYaml('    $0'));
    at.applied('text').gives('    text: |\n      $0');
    at.applied('actors').gives('    actors: [$0]');
    at.applied('deliverables').gives('    deliverables:\n      - deliverable: $0');
    at.applied('next').gives('    next:\n      - text: $0');
    at.applied('follow-up').gives('    follow-up:\n      - text: $0');
    expectCompletion('//- /a.report.yaml\nroadmap: eu-drugs-2023\n$0').applied('scope').gives('scope:\n  $0');
    expectCompletion('//- /a.report.yaml\nroadmap: eu-drugs-2023\nscope:\n  $0')
      .applied('except')
      .gives('  except:\n    - action: $0');
  });

  it('with the line ends of the file', () => {
    const fixture = inYaml('    $0').replace(/\n(?!roadmap)/g, '\r\n');
    expectCompletion(fixture).applied('next').gives('    next:\r\n      - text: $0');
    expectCompletion(fixture).withholds('action');
  });

  it('at the start of an item', () => {
    expectCompletion(yamlDraft('  - $0')).first('action', 'section').applied('action').gives('  - action: $0');
    expectCompletion(yamlDraft('  - ac$0')).offers('action').applied('action').gives('  - action: $0');
    expectCompletion(yamlDraft('  -$0')).applied('action').gives('  - action: $0');
    expectCompletion(yamlDraft('- $0')).applied('action').gives('- action: $0');
    expectCompletion(yamlDraft('  - action: "4"\n    status: delayed\n  - $0\n  - action: "5"')).first(
      'action',
      'section',
      'status',
    );
    expectCompletion(yamlDraft('  - $0\n    status: delayed')).first('action', 'section', 'actors');
  });

  it('one of “action” and “section”', () => {
    expectCompletion(inYaml('    $0')).withholds('section');
    expectCompletion(yamlDraft('  - section: Introduction\n    $0')).withholds('action');
  });

  it('with the dash that is missing', () => {
    expectCompletion(yamlDraft('  - action: "4"\n    status: delayed\n  $0')).applied('action').gives('  - action: $0');
    expectCompletion(yamlDraft('  ac$0')).offers('action').applied('action').gives('  - action: $0');
    expectCompletion(inYaml('    next:\n      $0'))
      .offersOnly('text', 'actors', 'due')
      .applied('text')
      .gives('      - text: $0');
  });

  it('of the item above first, where Enter has left the cursor in the column of its dash', () => {
    expectCompletion(yamlDraft('  - action: "4"\n    status: delayed\n  $0'))
      .first('actors', 'due')
      .inOrder('follow-up', 'action', 'section')
      .withholds('status')
      .applied('actors')
      .gives('    actors: [$0]');
    expectCompletion(yamlDraft('  - action: "4"\n  st$0')).first('status').applied('status').gives('    status: $0');
    expectCompletion(yamlDraft('  -   action: "4"\n  te$0')).applied('text').gives('      text: |\n        $0');
    expectCompletion(inYaml('    next:\n      - text: Meet.\n      $0'))
      .offersOnly('actors', 'due', 'text')
      .applied('due')
      .gives('        due: $0');
  });

  it('of deliverables, next steps and follow-ups', () => {
    expectCompletion(inYaml('    deliverables:\n      - $0')).first('deliverable', 'status').withholds('text', 'next');
    expectCompletion(inYaml('    deliverables:\n      - deliverable: "6.1"\n        $0')).offersOnly(
      'status',
      'actors',
      'due',
      'revised',
      'reason',
      'completed',
      'evidence',
    );
    expectCompletion(inYaml('    next:\n      - text: Present it\n        $0\n    status: delayed')).offersOnly(
      'actors',
      'due',
    );
    expectCompletion(inYaml('    next:\n    - text: Present it\n      d$0'))
      .offersOnly('due')
      .applied('due')
      .gives('      due: $0');
    expectCompletion(inYaml('    follow-up:\n      - text: Present it\n        $0')).offersOnly('status');
    expectCompletion(inYaml('    next:\n      -$0')).applied('text').gives('      - text: $0');
  });

  it('by the column of the cursor on an empty line', () => {
    const lines = '    deliverables:\n      - deliverable: "6.1"\n';
    expectCompletion(inYaml(`${lines}        $0`))
      .offers('completed')
      .withholds('text');
    expectCompletion(inYaml(`${lines}    $0    `))
      .offers('text')
      .withholds('deliverables');
    expectCompletion(inYaml(`${lines}$0`))
      .offers('as-of', 'title')
      .withholds('status', 'date');
  });
});

describe('completion in half-typed YAML', () => {
  it('with a key without colon between others', () => {
    expectCompletion(
      inYaml('    status: delayed\n    rea$0\n    actors: [europol]\n    next:\n      - text: Present it'),
    ).offersOnly('reason');
    expectCompletion(inYaml('    reas\n    actors: [$0]')).first('commission');
    expectCompletion(inYaml('    deliver\n    status: $0')).offers('delayed');
  });

  it('with no space behind the colon', () => {
    expectCompletion(inYaml('    status:$0')).applied('delayed').gives('    status: delayed$0').isUnderstood();
    expectCompletion(inYaml('    status:del$0'))
      .offersOnly('delivered', 'delayed')
      .applied('delayed')
      .gives('    status: delayed$0')
      .isUnderstood();
    expectCompletion(inYaml('    actors:[$0')).applied('europol').gives('    actors:[europol$0');
    expectCompletion(inYaml('    note:del$0')).offersNothing();
  });

  it('below a quotation mark or bracket that is not closed', () => {
    expectCompletion(inYaml('    reason: "It was late\n    status: $0')).offers('delayed');
    expectCompletion(inYaml('    actors: [europol, eurojust\n    status: $0')).offers('delayed');
    expectCompletion(inYaml('    actors: [europol, eurojust\n    completed: 2024-05-14\n    act$0')).offersNothing();
    expectCompletion(inYaml("    reason: 'It was late\n    $0")).offers('status').withholds('reason');
    expectCompletion(inYaml('    actors: [europol\n    deliverables:\n      - deliverable: $0')).offers('6.1');
  });

  it('in an item at the end of the file', () => {
    expectCompletion(yamlDraft('  - action: "6"\n    $0')).offers('status');
    expectCompletion(yamlDraft('  - action: "6"\n    deliverables:\n      - deliverable: $0')).first('6.1');
    expectCompletion(yamlDraft('  - action: "4"\n    text: Text.\n  - action: "6"\n    actors: [$0')).first(
      'commission',
      'member-states',
      'europol',
    );
    expectCompletion(yamlDraft('  - action: "6"\n    next:\n      - text: Present it\n        due: $0')).offers(
      'autumn 2024',
    );
    expectCompletion(yamlDraft('  - action: "6"\n    actors:\n      - $0')).first('commission');
  });

  it('with tabs', () => {
    expectCompletion(inYaml('\tstatus: $0')).offers('delayed');
    expectCompletion(inYaml('    status:\t$0')).applied('delayed').gives('    status:\tdelayed$0');
    expectCompletion(yamlDraft('  -\taction: $0')).offers(SIX);
  });

  it('nothing where a value is no list of ours', () => {
    for (const line of [
      '    evidence: $0',
      '    title: $0',
      '    status: delayed\n      $0',
      '    {$0',
      '    reason: $0',
    ]) {
      expectCompletion(inYaml(line)).offersNothing();
    }
  });
});

describe('completion of whole entries', () => {
  it('behind the dash of an item', () => {
    const at = expectCompletion(
      yamlDraft('  - action: "4"\n    status: delayed\n  - $0', 'scope:\n  areas: [networks]'),
    );
    at.shows(SIX, { kind: 'entry', description: 'entry' }).documents(SIX, 'Main actors: Commission');
    at.withholds('Action 4: Mapping the criminal networks that pose the biggest threats to society');
    at.inOrder('action', SIX, 'Action 1: Mobilising the customs community against drug trafficking');
    const applied = at.applied(SIX).isUnderstood();
    const [, entry] = applied.report().sections;
    assert.deepEqual(
      entry?.actions.map(({ action }) => action),
      ['6'],
    );
    applied.gives(
      [
        '  - action: "6" # Facilitating financial investigations',
        '    status: "[insert status]$0"',
        '    actors: [commission, member-states, europol, eurojust, cepol]',
        '    text: |',
        '      [insert what was done, by whom and when]',
        '    deliverables:',
        '      - deliverable: "6.1" # Blueprint for partnerships against money laundering',
        '        status: "[insert status]"',
        '        due: ../2024-06-30',
        '      - deliverable: "6.9" # Horizon Europe call on security research, with tools for financial investigations',
        '        status: "[insert status]"',
        '        due: "2024-06"',
        '    next:',
        '      - text: "[insert who will do what by when]"',
      ].join('\n'),
    );
    expectCompletion(yamlDraft('- $0')).applied(SIX).isUnderstood();
    expectCompletion(yamlDraft('  -$0')).applied(SIX).isUnderstood();
    expectCompletion(yamlDraft('  $0')).applied(SIX).isUnderstood();
    expectCompletion(yamlDraft('  - Facil$0')).offersOnly(SIX, 'Action 7: Facilitating digital investigations');
    expectCompletion(yamlDraft('  - $0').replace(/\n(?!roadmap)/g, '\r\n'))
      .applied(SIX)
      .isUnderstood();
  });

  it('on a line of its own in Markdown, with headings like the others', () => {
    const body = '## State of play\n\n### Action 4\n\nText.\n\n$0\n';
    const applied = expectCompletion(markdownDraft(body)).applied(SIX, 'entry').isUnderstood();
    assert.deepEqual(
      applied.report().sections.map(({ heading, actions }) => [heading?.level, ...actions.map(({ action }) => action)]),
      [[2], [3, '4'], [3, '6']],
    );
    expectCompletion(markdownDraft('Action 6: Fac$0')).offersOnly(SIX).applied(SIX).isUnderstood();
    expectCompletion(markdownDraft('Facil$0')).applied(SIX).isUnderstood();
    expectCompletion(markdownDraft('$0')).offers(SIX);
  });

  it('for no action that has an entry', () => {
    expectCompletion(inMarkdown('Text.\n\n$0')).withholds(SIX).offers('Action 7: Facilitating digital investigations');
  });
});

describe('completion of labels in Markdown', () => {
  it('those that the entry does not have, as an item of its list', () => {
    expectCompletion(inMarkdown('- **Status:** delayed\n- $0'))
      .first(
        'Actors',
        'Deadline',
        'Revised deadline',
        'Reason',
        'Completed',
        'Evidence',
        'Deliverables',
        'Next steps',
        'Follow-up',
      )
      .withholds('Status')
      .shows('Reason', { kind: 'key', thenSuggest: false })
      .shows('Actors', { thenSuggest: true })
      .documents('Reason', 'Why it is late')
      .applied('Revised deadline')
      .gives('- **Revised deadline:** $0');
    expectCompletion(inMarkdown('- **Revised deadline:** mid-2025\n- Re$0')).offersOnly('Reason');
    expectCompletion(inMarkdown('- Sta$0')).offersOnly('Status').applied('Status').gives('- **Status:** $0');
    expectCompletion(inMarkdown('- **Sta$0')).offersOnly('Status').applied('Status').gives('- **Status:** $0');
    expectCompletion(inMarkdown('- revised d$0')).offersOnly('Revised deadline');
  });

  it('at the start of a line', () => {
    expectCompletion(inMarkdown('Sta$0')).offersOnly('Status').applied('Status').gives('- **Status:** $0');
    expectCompletion(inMarkdown('Text.\n\nNext$0'))
      .offersOnly('Next steps')
      .applied('Next steps')
      .gives('**Next steps**\n\n- $0');
    expectCompletion(inMarkdown('**Deliv$0'))
      .offersOnly('Deliverables')
      .applied('Deliverables')
      .gives('**Deliverables**\n\n- $0');
    expectCompletion(inMarkdown('$0')).first('Status', 'Actors');
  });

  it('of a deliverable and of a next step, in the list below its item', () => {
    expectCompletion(inMarkdown('**Deliverables**\n\n- 6.1: delayed\n  - $0'))
      .offersOnly('Status', 'Actors', 'Deadline', 'Revised deadline', 'Reason', 'Completed', 'Evidence')
      .applied('Reason')
      .gives('  - **Reason:** $0');
    expectCompletion(inMarkdown('**Next steps**\n\n- Present it\n  - $0')).offersOnly('Actors', 'Deadline');
  });

  it('in no section that is about no action', () => {
    expectCompletion(markdownDraft('## Introduction\n\n- $0')).offersNothing();
    expectCompletion(markdownDraft('## Introduction\n\nSta$0')).offersNothing();
  });
});
