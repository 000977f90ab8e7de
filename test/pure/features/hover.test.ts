import { describe, it } from 'mocha';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectHover } from '../../hovers';

const inMarkdown = (lines: string, header = '') => markdownDraft(`## Action 6\n\n${lines}`, header);
const inYaml = (lines: string, header = '') => yamlDraft(`  - action: "6"\n${lines}`, header);

const URL = 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:52023DC0641';
const SOURCE = `Source: [COM(2023) 641 final](<${URL}>) of 18 October 2023`;
const SIX = '**Action 6: Facilitating financial investigations**';
const BLUEPRINT = 'Blueprint for partnerships against money laundering';

describe('hover on an action', () => {
  it('tells title, area, actors, deliverables with deadlines and days left, and the source', () => {
    expectHover(markdownDraft('## Action $06: Facilitating financial investigations'))
      .isOn('Action 6')
      .says(
        SIX,
        'Area: Dismantling high-risk criminal networks (section 3.2)',
        'Main actors: Commission, Member States, Europol, Eurojust, CEPOL',
        'Deliverables:',
        `- ${BLUEPRINT}: by mid-2024 (by 30 June 2024) – **27 days left**`,
        '- AMLA support to joint analyses of Financial Intelligence Units: Once the AML/CFT legislative package is adopted',
        '- Horizon Europe call on security research, with tools for financial investigations: in June 2024 (1 June 2024 ' +
          'to 30 June 2024) – **27 days left**',
        '6 more without a deadline',
        'Related:',
        '- Overlaps with Priority 14: Checks of cash and of reinvestment (Statement of the coalition against serious and ' +
          'organised crime)',
        SOURCE,
      );
  });

  it('on each word of its heading', () => {
    const heading = '## Action 6: Facilitating financial investigations';
    expectHover(markdownDraft(heading.replace('Action', 'Act$0ion')))
      .isOn('Action 6')
      .mentions(SIX);
    expectHover(markdownDraft(heading.replace('financial', 'fin$0ancial')))
      .isOn('Facilitating financial investigations')
      .mentions(SIX);
    expectHover(markdownDraft('## Actions 4 and $06')).isOn('6').mentions(SIX);
    expectHover(markdownDraft('## Facilitating fin$0ancial investigations')).mentions(SIX);
  });

  it('says what is late, due today, delivered, revised', () => {
    const late = `- ${BLUEPRINT}: by mid-2024 (by 30 June 2024) – **34 days late**`;
    expectHover(markdownDraft('## Action $06', 'date: 2024-08-03')).mentions(late);
    expectHover(markdownDraft('## Action $06', 'date: 2024-07-01')).mentions(late.replace('34 days', '1 day'));
    expectHover(markdownDraft('## Action $06', 'date: 2024-06-30')).mentions(late.replace('34 days late', 'due today'));
    expectHover(markdownDraft('## Action $06', 'date: 2024-06-29')).mentions(
      late.replace('34 days late', '1 day left'),
    );
    const item = (status: string) => `## Action $06\n\n**Deliverables**\n\n- ${BLUEPRINT}: ${status}\n`;
    expectHover(markdownDraft(item('delivered (14 May 2024)'))).mentions(late.replace('**34 days late**', 'delivered'));
    expectHover(markdownDraft(item('dropped'))).mentions(late.replace('**34 days late**', 'dropped'));
    expectHover(markdownDraft(item('delayed (revised deadline 31 March 2025)'))).mentions(
      `- ${BLUEPRINT}: by mid-2024 (by 30 June 2024), revised: 31 March 2025 – **301 days left**`,
    );
  });

  it('in YAML, in running text, in a table, in the scope', () => {
    expectHover(yamlDraft('  - action: "$06"')).isOn('6').mentions(SIX, SOURCE);
    expectHover(yamlDraft('  - act$0ion: "6"')).isOn('action');
    expectHover(inMarkdown('It depends on Act$0ion 7.'))
      .isOn('Action 7')
      .mentions('**Action 7: Facilitating digital investigations**');
    expectHover(inYaml('    text: |\n      It depends on Action $07.'))
      .isOn('Action 7')
      .mentions('**Action 7: Facilitating digital investigations**');
    expectHover(markdownDraft('| Action | Status |\n|---|---|\n| Act$0ion 6 | delayed |'))
      .isOn('Action 6')
      .mentions(SIX);
    expectHover(inYaml('', 'scope:\n  actions: ["4", "$06"]')).isOn('6').mentions(SIX);
    expectHover(inMarkdown('', 'scope:\n  except:\n    - action: "$06"')).isOn('6').mentions(SIX);
  });

  it('with a deadline that comes again, and one of its own', () => {
    const plan =
      '\n//- /plan.roadmap.yaml\nroadmap: plan\ntitle: Plan\nactions:\n  - action: "6"\n    title: Cameras\n    due: ../2023-12-31\n' +
      '    deliverables:\n      - deliverable: "6.1"\n        title: Report\n        due: ../2023-06-30\n        every: P1Y\n';
    expectHover(`//- /a.report.yaml\nroadmap: plan\ndate: 2024-06-03\nentries:\n  - action: "$06"${plan}`).says(
      '**Action 6: Cameras**',
      'Deadline: by 31 December 2023 – **155 days late**',
      'Deliverables:',
      '- 6.1 Report: by 30 June 2023, then every year, next: by 30 June 2024 – **27 days left**',
      'Source: Plan',
    );
  });
});

describe('hover on a deliverable', () => {
  const paragraphs = [
    `**${BLUEPRINT}**`,
    'Deliverable of Action 6: Facilitating financial investigations',
    'Actors: Europol',
    'Deadline: by mid-2024 (by 30 June 2024) – **27 days left**',
    `${SOURCE}, section 3.2, Action 6, paragraph 2; footnote 39`,
  ];

  it('tells its action, actors, deadline and source, in both formats', () => {
    expectHover(inMarkdown(`**Deliverables**\n\n- Blue$0${BLUEPRINT.slice(4)}: in progress`))
      .isOn(BLUEPRINT)
      .mentions(...paragraphs);
    expectHover(inMarkdown('**Deliverables**\n\n- 6$0.1: in progress'))
      .isOn('6.1')
      .mentions(...paragraphs);
    expectHover(inYaml('    deliverables:\n      - deliverable: "6.$01"'))
      .isOn('6.1')
      .mentions(...paragraphs);
  });

  it('without a deadline', () => {
    expectHover(inYaml('    deliverables:\n      - deliverable: "6.$02"')).mentions('No deadline');
  });
});

describe('hover on an actor', () => {
  it('tells full name, kind, names and tasks', () => {
    expectHover(inMarkdown('- **Actors:** Euro$0pol'))
      .isOn('Europol')
      .says(
        '**European Union Agency for Law Enforcement Cooperation** (Europol) · agency',
        'Took over from the European Police Office',
        'Part of: Justice and Home Affairs agencies',
        'Also written: EUROPOL, EU Agency for Law Enforcement Cooperation',
        'Main actor of 11 actions: 2, 3, 4, 5, 6, 7, 8, 10, 14, 15, 16 (EU roadmap to fight drug trafficking and ' +
          'organised crime)',
        'In YAML: `europol`',
      );
  });

  it('tells the successor, and which name to write at the as-of date', () => {
    const emcdda = (header: string) => expectHover(inMarkdown('- **Actors:** EMCD$0DA', header));
    emcdda('date: 2024-12-01').mentions(
      'Replaced by the European Union Drugs Agency (EUDA) on 2 July 2024',
      'At the as-of date, 1 December 2024, its name is EUDA: write that one',
    );
    emcdda('').mentions('Replaced by the European Union Drugs Agency (EUDA) on 2 July 2024', 'In YAML: `emcdda`');
    expectHover(inMarkdown('- **Actors:** EU$0DA')).mentions(
      'Took over from the European Monitoring Centre for Drugs and Drug Addiction (EMCDDA) on 2 July 2024',
      'At the as-of date, 3 June 2024, its name is EMCDDA: write that one',
    );
  });

  it('in every place that names one', () => {
    const europol = '**European Union Agency for Law Enforcement Cooperation** (Europol) · agency';
    for (const fixture of [
      inYaml('    actors: [commission, euro$0pol]'),
      inYaml('    actors:\n      - Europ$0ol'),
      inYaml('    next:\n      - text: Europ$0ol will present it'),
      inYaml('    next:\n      - text: Present it\n        actors: euro$0pol'),
      inYaml('    text: |\n      Then Euro$0pol met.'),
      inMarkdown('**Next steps**\n\n- Euro$0pol will present it'),
      inMarkdown('Then Euro$0pol met.'),
      inMarkdown('', 'author: euro$0pol'),
      inYaml('', 'scope:\n  actors: [Euro$0pol]'),
      markdownDraft('| Action | Actors |\n|---|---|\n| Action 6 | Euro$0pol |'),
    ]) {
      expectHover(fixture).mentions(europol);
    }
  });

  it('says Member States, never an abbreviation', () => {
    expectHover(inMarkdown('- **Actors:** M$0S')).isOn('MS').mentions('**Member States** · group');
  });
});

describe('hover on a date', () => {
  it('tells bounds, why, and how far off it is', () => {
    expectHover(inMarkdown('- **Deadline:** by mid-$02024'))
      .isOn('by mid-2024')
      .says(
        '**by mid-2024**: by 30 June 2024',
        'Read as 30 June 2024 at the latest.',
        '27 days after the as-of date, 3 June 2024',
        'EDTF: `../2024-06-30`',
      );
    expectHover(inMarkdown('It ended in spring 20$024.')).mentions(
      '**spring 2024**: 1 March 2024 to 31 May 2024',
      'Ended 3 days before the as-of date, 3 June 2024',
    );
    expectHover(inYaml('    completed: 2024-05$0-14')).says(
      '**2024-05-14**: 14 May 2024',
      '20 days before the as-of date, 3 June 2024',
    );
    expectHover(inMarkdown('It was on 3 June 20$024.')).mentions(
      '**3 June 2024**',
      'Falls on the as-of date, 3 June 2024',
    );
    expectHover(inMarkdown('It starts as of mid-20$024.')).mentions('Begins 28 days after the as-of date, 3 June 2024');
    expectHover(inMarkdown('It runs from 20$024.')).mentions('Began 154 days before the as-of date, 3 June 2024');
    expectHover(inMarkdown('It is done every two ye$0ars.')).says('**every two years**: every 2 years');
  });

  it('in every field that has one', () => {
    for (const [fixture, words] of [
      [inYaml('    due: by mid$0-2024'), 'by mid-2024'],
      [inYaml('    revised: autumn 20$024'), 'autumn 2024'],
      [inYaml('    next:\n      - text: Present it\n        due: autumn 20$024'), 'autumn 2024'],
      [inYaml('    deliverables:\n      - deliverable: "6.1"\n        completed: 14 May$0 2024'), '14 May 2024'],
      [inMarkdown('- **Revised deadline:** autumn$0 2024'), 'autumn 2024'],
      [inMarkdown('**Next steps**\n\n- Europol will present it (autumn$0 2024)'), 'autumn 2024'],
      [inMarkdown('', 'date: 2024-$006-03'), '2024-06-03'],
      [inYaml('', 'as-of: 2024-$006-03'), '2024-06-03'],
      [inYaml('', 'period: 2024-01-01/2024-$006-30'), '2024-01-01/2024-06-30'],
    ] as const) {
      expectHover(fixture).isOn(words);
    }
  });
});

describe('hover on a status', () => {
  it('tells what it says and how it is written', () => {
    const paragraphs = [
      '**in progress**: Work has begun and is not finished; something delivered in part counts as in progress.',
      'Also written: ongoing, on-going, under way, underway, on track, partially delivered, started',
      'In YAML: `in-progress`',
    ];
    expectHover(inMarkdown('- **Status:** on tr$0ack'))
      .isOn('on track')
      .says(...paragraphs);
    expectHover(inYaml('    status: in-$0progress'))
      .isOn('in-progress')
      .says(...paragraphs);
    expectHover(inYaml('    deliverables:\n      - deliverable: "6.1"\n        status: on$0going')).says(...paragraphs);
    expectHover(inYaml('    follow-up:\n      - text: Present it\n        status: on$0going')).says(...paragraphs);
    expectHover(inMarkdown(`**Deliverables**\n\n- ${BLUEPRINT}: on$0going`)).says(...paragraphs);
    expectHover(markdownDraft('| Action | Status |\n|---|---|\n| Action 6 | on$0going |')).says(...paragraphs);
  });

  it('of the roadmap', () => {
    expectHover(
      '//- /a.report.yaml\nroadmap: plan\nentries:\n  - action: "6"\n    status: on h$0old\n//- /plan.roadmap.yaml\n' +
        'roadmap: plan\ntitle: Plan\nstatuses:\n  - status: parked\n    as: delayed\n    names: [on hold]\nactions:\n' +
        '  - action: "6"\n    title: Cameras\n',
    ).says('**on hold**', 'In YAML: `parked`, which counts as `delayed`');
  });
});

describe('hover on other things', () => {
  it('a roadmap: what it is and how much the report covers', () => {
    const paragraphs = [
      '**EU roadmap to fight drug trafficking and organised crime**',
      'COM(2023) 641 final · ST 14114/23',
      '17 actions in 4 areas',
      'This report covers 1 of the 6 actions that it has to',
      'Related:',
      '- Builds on Statement of the coalition against serious and organised crime. Section 2 says so in its last paragraph.',
      `[Open the document](<${URL}>)`,
    ];
    const scope = '\nscope:\n  areas: [networks]';
    expectHover(`---\nroadmap: eu-dr$0ugs-2023${scope}\n---\n\n## Action 6\n\nText.\n`)
      .isOn('eu-drugs-2023')
      .says(...paragraphs);
    expectHover(
      `//- /a.report.yaml\nroadmap: eu-dr$0ugs-2023${scope}\nentries:\n  - action: "6"\n    text: Text.\n`,
    ).says(...paragraphs);
  });

  it('an area of the scope', () => {
    expectHover(inYaml('', 'scope:\n  areas: [prev$0ention]')).says(
      '**Prevention (section 3.3)**',
      '- Action 10: Preventing organised crime activities through administrative measures',
      '- Action 11: Combating the proliferation of designer precursors',
      '- Action 12: Preventing criminal networks from recruiting children and young people',
      '- Action 13: Improving public safety and public health in areas affected by the use and sale of drugs and ' +
        'drug-related crime',
    );
  });

  it('a document: what it is and where it can be read', () => {
    const council = [
      '**ST 9999/24** · Council document',
      '[Open the document](<https://data.consilium.europa.eu/doc/document/ST-9999-2024-INIT/en/pdf>)',
    ];
    expectHover(inMarkdown('- **Evidence:** ST 99$099/24'))
      .isOn('ST 9999/24')
      .says(...council);
    expectHover(inYaml('    evidence: [ST 99$099/24]'))
      .isOn('ST 9999/24')
      .says(...council);
    expectHover(inMarkdown('See ST 99$099/24.')).says(...council);
    expectHover(inMarkdown('See Framework Decision 2008/$0841/JHA.')).mentions(
      '**Framework Decision 2008/841/JHA** · legal act',
    );
  });

  it('a key, and the label that says the same in Markdown', () => {
    const reason = [
      'Why it is late or was dropped. With a reason, being late is no finding.',
      'For example: `The tender had to be repeated.`',
    ];
    expectHover(inYaml('    rea$0son: No budget.')).isOn('reason').says(`**reason**: ${reason[0]}`, `${reason[1]}`);
    expectHover(inMarkdown('- **Rea$0son:** No budget.'))
      .isOn('Reason')
      .says(`**Reason**: ${reason[0]}`, `${reason[1]}`);
    expectHover(inMarkdown('', 'aut$0hor: belgium')).isOn('author');
    expectHover(inMarkdown('', 'scope:\n  ar$0eas: [networks]')).isOn('areas');
    expectHover(inYaml('    next:\n      - te$0xt: Present it')).isOn('text').mentions('**text**: What is to be done.');
    expectHover(inMarkdown('**Next st$0eps**\n\n- Europol will present it')).isOn('Next steps');
    expectHover(inYaml('    deliverables:\n      - sta$0tus: delayed\n        deliverable: "6.1"')).isOn('status');
  });

  it('nothing on plain words, unknown names, comments and code', () => {
    for (const fixture of [
      inMarkdown('Nothing spec$0ial.'),
      inMarkdown('- **Status:** alm$0ost'),
      inMarkdown('- **Actors:** Nob$0ody'),
      inMarkdown('<!-- Euro$0pol -->'),
      inMarkdown('`Euro$0pol`'),
      inMarkdown('```\nEuro$0pol\n```'),
      markdownDraft('## Action $099'),
      inMarkdown('', 'pandoc-ke$0y: x'),
      inYaml('    no$0te: x'),
      inYaml('    text: Nothing spec$0ial.'),
      inYaml('    # Euro$0pol'),
      inYaml('    text: |\n      sta$0tus: plain'),
      '//- /readme.md\n## Action $06\n',
    ]) {
      expectHover(fixture).isNothing();
    }
  });

  it('says signs of Markdown in titles literally', () => {
    expectHover(
      '//- /a.report.yaml\nroadmap: plan\nentries:\n  - action: "$06"\n//- /plan.roadmap.yaml\nroadmap: plan\n' +
        'title: "*Plan* [1]"\nactions:\n  - action: "6"\n    title: "Ports_and_harbours <b> #1"\n',
    ).says('**Action 6: Ports\\_and\\_harbours \\<b\\> \\#1**', 'Source: \\*Plan\\* \\[1\\]');
  });
});
