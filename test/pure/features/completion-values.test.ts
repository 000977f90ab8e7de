import { describe, it } from 'mocha';
import { expectCompletion } from '../../completions';
import { markdownDraft, yamlDraft } from '../../drafts';

const inMarkdown = (lines: string, header = '') => markdownDraft(`## Action 6\n\n${lines}`, header);
const inYaml = (lines: string, header = '') => yamlDraft(`  - action: "6"\n${lines}`, header);

const STATUSES = `
//- /plan.roadmap.yaml
roadmap: harbour-plan
title: Harbour plan
statuses:
  - status: parked
    as: delayed
    names: [on hold, "no. 3: waiting"]
actions:
  - action: "6"
    title: Cameras
`;

describe('completion of statuses', () => {
  it('the usual words in Markdown, ids in YAML', () => {
    expectCompletion(inMarkdown('- **Status:** $0'))
      .offersOnly('not started', 'in progress', 'delivered', 'delayed', 'dropped', 'recurring')
      .eachIsUnderstood()
      .shows('delivered', { kind: 'status' })
      .documents('delivered', 'Also written: completed, done, adopted')
      .applied('in progress')
      .gives('- **Status:** in progress$0');
    expectCompletion(inYaml('    status: $0'))
      .offersOnly('not-started', 'in-progress', 'delivered', 'delayed', 'dropped', 'recurring')
      .eachIsUnderstood()
      .applied('in-progress')
      .gives('    status: in-progress$0');
  });

  it('by each of their names', () => {
    expectCompletion(inMarkdown('- **Status:** on tr$0')).offersOnly('in progress');
    expectCompletion(inMarkdown('- **Status:** Comp$0'))
      .offersOnly('delivered')
      .applied('delivered')
      .gives('- **Status:** delivered$0');
    expectCompletion(inYaml('    status: "in pr$0"'))
      .offersOnly('in-progress')
      .applied('in-progress')
      .gives('    status: in-progress$0');
    expectCompletion(inYaml('    status: ongo$0')).offersOnly('in-progress');
  });

  it('in every form of the label', () => {
    for (const label of [
      '- **Status**: ',
      '**Status:** ',
      'Status: ',
      '* __Status:__ ',
      '1. Status: ',
      '  - **Status:** ',
      'STATUS: ',
    ]) {
      expectCompletion(inMarkdown(`${label}del$0`))
        .offersOnly('delivered', 'delayed')
        .applied('delayed')
        .gives(`${label}delayed$0`);
    }
    expectCompletion(inMarkdown('- **Status:**$0')).applied('delayed').gives('- **Status:** delayed$0');
    expectCompletion(inMarkdown('- **Sta$0tus:** delayed')).offersNothing();
  });

  it('leaves a remark behind the status alone', () => {
    expectCompletion(inMarkdown('- **Status:** del$0 (no budget)'))
      .applied('delayed')
      .gives('- **Status:** delayed$0 (no budget)');
    expectCompletion(inMarkdown('- **Status:** $0delivered – at last'))
      .applied('delayed')
      .gives('- **Status:** delayed$0 – at last');
    expectCompletion(inMarkdown('- **Status:** delayed (no $0budget)')).offersNothing();
    expectCompletion(inYaml('    status: del$0 # no budget'))
      .applied('delayed')
      .gives('    status: delayed$0 # no budget');
    expectCompletion(inYaml('    status: delayed # no $0')).offersNothing();
  });

  it('those of the roadmap first', () => {
    const header = '//- /a.report.yaml\nroadmap: harbour-plan\nentries:\n  - action: "6"\n    status: ';
    expectCompletion(`${header}$0${STATUSES}`)
      .first('parked', 'not-started')
      .documents('parked', 'counts as `delayed`');
    expectCompletion(`${header}on h$0${STATUSES}`)
      .offersOnly('parked')
      .applied('parked')
      .gives('    status: parked$0')
      .isUnderstood();
    const markdown = '---\nroadmap: harbour-plan\n---\n\n## Action 6\n\n- **Status:** ';
    expectCompletion(`//- /a.report.md\n${markdown}$0\n${STATUSES}`).first('on hold').eachIsUnderstood();
  });

  it('of deliverables and of follow-ups', () => {
    expectCompletion(inYaml('    deliverables:\n      - deliverable: "6.1"\n        status: de$0'))
      .offersOnly('delivered', 'delayed')
      .eachIsUnderstood();
    expectCompletion(inMarkdown('**Follow-up**\n\n- Present the blueprint: de$0')).offersOnly('delivered', 'delayed');
    expectCompletion(inMarkdown('**Follow-up**\n\n- Present the $0')).offersNothing();
    expectCompletion(inYaml('    follow-up:\n      - text: Present it\n        status: de$0'))
      .offersOnly('delivered', 'delayed')
      .eachIsUnderstood();
  });
});

describe('completion of deliverables', () => {
  const list = (item: string) => inMarkdown(`**Deliverables**\n\n${item}`);
  const BLUEPRINT = 'Blueprint for partnerships against money laundering';

  it('the title in Markdown where readers know no id, with the colon for the status', () => {
    expectCompletion(list('- $0'))
      .first(BLUEPRINT)
      .shows(BLUEPRINT, { kind: 'deliverable', detail: 'by mid-2024', thenSuggest: true })
      .documents(BLUEPRINT, 'Deliverable of Action 6')
      .documents(BLUEPRINT, '27 days left')
      .eachIsUnderstood()
      .applied(BLUEPRINT)
      .gives(`- ${BLUEPRINT}: $0`);
    expectCompletion(list('- Blue$0')).offersOnly(BLUEPRINT);
    expectCompletion(list('- Blue$0: delivered')).applied(BLUEPRINT).gives(`- ${BLUEPRINT}$0: delivered`);
    expectCompletion(list('- 6.1$0')).first(BLUEPRINT).applied(BLUEPRINT).gives(`- ${BLUEPRINT}: $0`);
    expectCompletion(list('-$0')).offersNothing();
  });

  it('then the status behind the colon', () => {
    expectCompletion(list(`- ${BLUEPRINT}: $0`)).offersOnly(
      'not started',
      'in progress',
      'delivered',
      'delayed',
      'dropped',
      'recurring',
    );
    expectCompletion(list(`- ${BLUEPRINT}:$0`))
      .applied('delayed')
      .gives(`- ${BLUEPRINT}: delayed$0`);
    expectCompletion(list(`- ${BLUEPRINT}: del$0 (14 May 2024)`))
      .applied('delivered')
      .gives(`- ${BLUEPRINT}: delivered$0 (14 May 2024)`)
      .isUnderstood();
    expectCompletion(list(`- ${BLUEPRINT}: delivered (14 $0`)).offersNothing();
  });

  it('the id in Markdown where the source has one', () => {
    const fixture = (item: string) =>
      `//- /a.report.md\n---\nroadmap: harbour-plan\n---\n\n## Action 6\n\n**Deliverables**\n\n${item}\n` +
      '//- /plan.roadmap.yaml\nroadmap: harbour-plan\ntitle: Harbour plan\nactions:\n  - action: "6"\n    title: Cameras\n' +
      '    deliverables:\n      - deliverable: "6.1"\n        title: Masts\n';
    expectCompletion(fixture('- $0')).offersOnly('6.1 Masts').applied('6.1 Masts').gives('- 6.1 Masts: $0');
    expectCompletion(fixture('- Mas$0')).offersOnly('6.1 Masts');
  });

  it('the id in YAML', () => {
    expectCompletion(inYaml('    deliverables:\n      - deliverable: $0'))
      .first('6.1')
      .shows('6.1', { description: BLUEPRINT, detail: 'by mid-2024' })
      .eachIsUnderstood()
      .applied('6.1')
      .gives('      - deliverable: "6.1"$0');
    expectCompletion(inYaml('    deliverables:\n      - deliverable: Blue$0')).offersOnly('6.1');
    expectCompletion(inYaml('    deliverables:\n      - deliverable: "6.1$0"')).offersOnly('6.1');
    expectCompletion(inYaml('    deliverables: ["6.1", $0]')).withholds('6.1').offers('6.2');
  });

  it('those that the entry lists come last', () => {
    expectCompletion(list(`- ${BLUEPRINT}: delivered\n- $0`)).inOrder(
      'Horizon Europe call on security research, with tools for financial investigations',
      BLUEPRINT,
    );
    expectCompletion(
      inYaml('    deliverables:\n      - deliverable: "6.1"\n        status: delivered\n      - deliverable: $0'),
    )
      .first('6.9')
      .inOrder('6.2', '6.1');
  });

  it('of all actions of the entry, and of none elsewhere', () => {
    expectCompletion(markdownDraft('## Actions 4 and 5\n\n**Deliverables**\n\n- $0')).offers(
      'Mapping of the most threatening criminal networks',
    );
    expectCompletion(markdownDraft('## Introduction\n\n**Deliverables**\n\n- $0')).offersNothing();
    expectCompletion(
      yamlDraft('  - section: Introduction\n    deliverables:\n      - deliverable: $0'),
    ).offersNothing();
  });
});

describe('completion of dates', () => {
  it('the deadlines of the action in the words of the roadmap, for the deadline', () => {
    expectCompletion(inMarkdown('- **Deadline:** $0'))
      .first('by mid-2024')
      .shows('by mid-2024', { kind: 'date', detail: 'Blueprint for partnerships against money laundering' })
      .documents('by mid-2024', '27 days after the as-of date, 3 June 2024')
      .eachIsUnderstood()
      .applied('by mid-2024')
      .gives('- **Deadline:** by mid-2024$0');
    expectCompletion(inYaml('    due: $0'))
      .first('by mid-2024')
      .eachIsUnderstood()
      .applied('by mid-2024')
      .gives('    due: by mid-2024$0');
  });

  it('the deadline of the deliverable first, in its item', () => {
    const items =
      '    deliverables:\n      - deliverable: "6.1"\n        status: delayed\n      - deliverable: "6.9"\n        due: $0';
    expectCompletion(inYaml(items)).first('in June 2024', 'by mid-2024');
    const list = '**Deliverables**\n\n- 6.9: delayed\n  - **Deadline:** $0\n';
    expectCompletion(inMarkdown(list)).first('in June 2024', 'by mid-2024');
  });

  it('EDTF where the words of the roadmap are not a date by themselves', () => {
    const fixture =
      '//- /a.report.yaml\nroadmap: harbour-plan\nentries:\n  - action: "6"\n    due: $0\n//- /plan.roadmap.yaml\n' +
      'roadmap: harbour-plan\ntitle: Harbour plan\nactions:\n  - action: "6"\n    title: Cameras\n    due: ../2024-06-30\n' +
      '    stated: before the harbour feast\n';
    expectCompletion(fixture)
      .offersOnly('../2024-06-30')
      .applied('../2024-06-30')
      .gives('    due: ../2024-06-30$0')
      .isUnderstood();
  });

  it('times ahead, for what is planned', () => {
    const words = [
      'mid-2024',
      'autumn 2024',
      'end of 2024',
      'first quarter of 2025',
      'mid-2025',
      'autumn 2025',
      'end of 2025',
    ];
    for (const fixture of [
      inMarkdown('- **Revised deadline:** $0'),
      inYaml('    revised: $0'),
      inYaml('    next:\n      - text: Present it\n        due: $0'),
    ]) {
      expectCompletion(fixture)
        .offersOnly(...words)
        .eachIsUnderstood();
    }
    expectCompletion(inYaml('    revised: $0', 'date: 2024-12-01')).first('end of 2024', 'first quarter of 2025');
    expectCompletion(inYaml('    revised: mid$0'))
      .offersOnly('mid-2024', 'mid-2025')
      .applied('mid-2025')
      .gives('    revised: mid-2025$0');
  });

  it('the as-of date and today, for what is done, but no day after the as-of date', () => {
    expectCompletion(inMarkdown('- **Completed:** $0', 'date: 2024-06-30'))
      .offersOnly('30 June 2024', '3 June 2024')
      .shows('30 June 2024', { detail: 'the as-of date' })
      .shows('3 June 2024', { detail: 'today' });
    expectCompletion(inMarkdown('- **Completed:** $0', 'date: 2024-05-31')).offersOnly('31 May 2024');
    expectCompletion(inMarkdown('- **Completed:** $0')).offersOnly('3 June 2024').eachIsUnderstood();
    expectCompletion(inYaml('    completed: 20$0'))
      .offersOnly('2024-06-03')
      .applied('2024-06-03')
      .gives('    completed: 2024-06-03$0');
  });
});
