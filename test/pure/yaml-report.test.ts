import assert from 'node:assert/strict';
import fc from 'fast-check';
import actorsText from '../../data/actors.yaml';
import drugsText from '../../data/roadmaps/eu-drugs-2023.roadmap.yaml';
import { createActorRegister } from '../../server/src/model/actor';
import type { ReadingContext } from '../../server/src/model/context';
import type { ParseProblem, Report, Section } from '../../server/src/model/report';
import { problemsOf } from '../../server/src/model/section';
import type { Span } from '../../server/src/model/span';
import { parseActorsFile } from '../../server/src/parse/actors-file';
import { parseReport } from '../../server/src/parse/report';
import { parseRoadmapFile } from '../../server/src/parse/roadmap-file';

const HEAD = 'roadmap: eu-drugs-2023\ndate: 2024-06-03\n';
const CONTEXT = builtInContext();

describe('parseReport of YAML', () => {
  describe('reads', () => {
    it('the header, before and behind the entries', () => {
      const report = parse(`${HEAD}entries:\n  - action: "6"\nscope:\n  areas: [networks]\n`);
      const { header } = report;
      assert.deepEqual(problemsOf(report), []);
      assert.deepEqual(
        header.roadmaps.map((roadmap) => roadmap.value),
        ['eu-drugs-2023'],
      );
      assert.equal(header.date?.value?.latest, '2024-06-03');
      assert.deepEqual(
        header.scope?.areas?.map((area) => area.value),
        ['networks'],
      );
    });

    it('each item as a section, from its dash to the next', () => {
      const { text, sections } = sound('  - section: Introduction\n  # more\n  - action: "6"\n');
      assert.deepEqual(
        sections.map(({ start, end }) => text.slice(start, end)),
        ['- section: Introduction\n  # more\n  ', '- action: "6"\n'],
      );
    });

    it('an action by its id, as text', () => {
      const { text, sections } = sound('  - action: 6\n    status: delivered\n');
      const [section] = sections;
      assert.deepEqual(
        section?.actions.map(({ roadmap, action, known }) => [roadmap, action, known]),
        [['eu-drugs-2023', '6', true]],
      );
      assert.deepEqual(
        section?.actions.map(({ span }) => wordsAt(text, section, span)),
        ['6'],
      );
      assert.deepEqual([section?.heading?.kind, section?.heading?.level, section?.heading?.text], ['item', 0, '6']);
    });

    it('6.10 as another action than 6.1', () => {
      assert.deepEqual(
        sound('  - action: 6.10\n').sections[0]?.actions.map((action) => action.action),
        ['6.10'],
      );
    });

    it('several actions, as a list and in words', () => {
      for (const actions of [
        '["4", "5", "7"]',
        '4, 5 and 7',
        'Actions 4, 5 and 7',
        'Action 4, Action 5, Action 7',
        '\n      - "4"\n      - "5"\n      - "7"',
      ]) {
        const [section] = sound(`  - action: ${actions}\n`).sections;
        assert.deepEqual(
          section?.actions.map((action) => action.action),
          ['4', '5', '7'],
          actions,
        );
      }
    });

    it('a section about no action, in whose title actions are mentioned', () => {
      const { text, sections } = sound('  - section: What follows from Action 6\n    text: Words.\n');
      const [section] = sections;
      assert.deepEqual(section?.actions, []);
      assert.equal(section?.heading?.text, 'What follows from Action 6');
      assert.deepEqual(
        section?.mentions.actions.map(({ span }) => wordsAt(text, section, span)),
        ['Action 6'],
      );
    });

    it('text as Markdown, and everything in it where it stands', () => {
      const { text, sections } = sound(
        '  - action: "6"\n    text: |\n      Europol met **Eurojust** (ST 6504/24)\n      on 14 May 2024 about Action 5.\n\n      - TBC `Frontex`\n',
      );
      const [section] = sections;
      assert.ok(section);
      assert.equal(section.hasProse, true);
      const { actions, actors, dates, citations } = section.mentions;
      assert.deepEqual(
        [actions, actors, dates, citations].map((found) => found.map(({ span }) => wordsAt(text, section, span))),
        [['Action 5'], ['Europol', 'Eurojust'], ['14 May 2024'], ['ST 6504/24']].map((words) =>
          words.map((word) => word),
        ),
      );
      assert.deepEqual(
        section.placeholders.map((span) => wordsAt(text, section, span)),
        ['TBC'],
      );
      assert.deepEqual(
        section.passages.map((passage) => passage.kind),
        ['paragraph', 'item'],
      );
    });

    it('a passage over several lines as long as its place', () => {
      const { sections } = sound(
        '  - action: "6"\n    text: |\n      Europol and the European\n      Commission met.\n',
      );
      const [passage] = sections[0]?.passages ?? [];
      assert.equal(passage?.text, 'Europol and the European\n      Commission met.');
      assert.deepEqual(
        sections[0]?.mentions.actors.map((actor) => actor.actor),
        ['europol', 'commission'],
      );
    });

    it('text in quotation marks and on one line', () => {
      for (const written of [
        'Europol met.',
        '"Europol met."',
        "'Europol met.'",
        '"Europol\\tmet."',
        '>\n      Europol\n      met.',
      ]) {
        const { text, sections } = sound(`  - action: "6"\n    text: ${written}\n`);
        const [section] = sections;
        assert.equal(section?.hasProse, true, written);
        assert.deepEqual(
          section?.mentions.actors.map(({ span }) => wordsAt(text, section, span)),
          ['Europol'],
          written,
        );
      }
    });

    it('no prose where there is none', () => {
      for (const more of [
        '',
        '    text:\n',
        '    text: ""\n',
        '    status: delivered\n',
        '    reason: Money.\n',
        '    text: |\n\n',
      ]) {
        assert.equal(sound(`  - action: "6"\n${more}`).sections[0]?.hasProse, false, more);
      }
    });

    it('every field, with its words, place and key', () => {
      const { text, sections } = sound(`  - action: "6"
    status: on track
    actors: [europol, CEPOL]
    due: by mid-2024
    revised: 2024-12-31
    reason: The tender had to be repeated.
    completed: 14 May 2024
    evidence: ST 9999/24
`);
      const [section] = sections;
      assert.ok(section);
      const { status, actors, due, revised, reason, completed, evidence } = section.fields;
      assert.deepEqual(status?.value, { status: 'in-progress', as: 'in-progress' });
      assert.deepEqual(
        actors?.value?.map((actor) => actor.actors),
        [['europol'], ['cepol']],
      );
      assert.equal(due?.value?.latest, '2024-06-30');
      assert.equal(revised?.value?.latest, '2024-12-31');
      assert.equal(reason?.value, 'The tender had to be repeated.');
      assert.equal(completed?.value?.earliest, '2024-05-14');
      assert.deepEqual(
        evidence?.value?.flatMap((item) => item.citations.map((citation) => citation.id)),
        ['ST 9999/24'],
      );
      const places = [status, actors, due, revised, reason, completed, evidence].map((field) => {
        return field && [wordsAt(text, section, field.key), wordsAt(text, section, field.span)];
      });
      assert.deepEqual(places, [
        ['status', 'on track'],
        ['actors', '[europol, CEPOL]'],
        ['due', 'by mid-2024'],
        ['revised', '2024-12-31'],
        ['reason', 'The tender had to be repeated.'],
        ['completed', '14 May 2024'],
        ['evidence', 'ST 9999/24'],
      ]);
      assert.deepEqual(
        actors?.value?.map(({ span }) => wordsAt(text, section, span)),
        ['europol', 'CEPOL'],
      );
    });

    it('a relative date from the day of the report', () => {
      const [section] = sound('  - action: "6"\n    revised: next year\n').sections;
      assert.equal(section?.fields.revised?.value?.edtf, '2025');
    });

    it('a field without value as one that waits for it', () => {
      const { text, sections } = sound('  - action: "6"\n    status: \n    next:\n');
      const [section] = sections;
      const { status, next } = section?.fields ?? {};
      assert.deepEqual([status?.value, status?.text, next?.value], [undefined, '', undefined]);
      assert.ok(section && status);
      assert.deepEqual(status.span, { start: status.key.end + 2, end: status.key.end + 2 });
      assert.equal(text[section.start + status.span.start], '\n');
    });

    it('deliverables by id and title, with fields of their own', () => {
      const { text, sections } = sound(`  - action: "6"
    deliverables:
      - deliverable: 6.1
        status: delivered
        completed: 2024-05-14
        evidence:
          - ST 9999/24
          - ST 9998/24
      - deliverable: No such thing
      - 6.2
`);
      const [section] = sections;
      const [first, second, third] = section?.fields.deliverables?.value ?? [];
      assert.ok(section && first && second && third);
      assert.deepEqual(
        [first.deliverable, first.roadmap, first.status?.value?.as],
        ['6.1', 'eu-drugs-2023', 'delivered'],
      );
      assert.equal(first.evidence?.value?.length, 2);
      assert.match(wordsAt(text, section, first.whole), /^deliverable: 6\.1[\s\S]*ST 9998\/24$/);
      assert.deepEqual([second.text, second.deliverable], ['No such thing', undefined]);
      assert.deepEqual([third.deliverable, wordsAt(text, section, third.span)], ['6.2', '6.2']);
    });

    it('next steps with fields, and in words', () => {
      const { text, sections } = sound(`  - action: "6"
    next:
      - text: Present the blueprint
        actors: [europol]
        due: autumn 2024
      - In autumn 2024, Europol will present it to Eurojust by June 2025.
`);
      const [section] = sections;
      const [first, second] = section?.fields.next?.value ?? [];
      assert.ok(section && first && second);
      assert.deepEqual(
        [first.text, first.actors.map((actor) => actor.actors), first.due?.value?.latest],
        ['Present the blueprint', [['europol']], '2024-11-30'],
      );
      assert.deepEqual([second.actors.map((actor) => actor.text), second.due?.text], [['Europol'], 'by June 2025']);
      assert.equal(second.due && wordsAt(text, section, second.due.span), 'by June 2025');
    });

    it('follow-ups with a status, and in words', () => {
      const { sections } = sound(
        '  - action: "6"\n    follow-up:\n      - text: Draft it\n        status: done\n      - "Send it: delayed"\n',
      );
      const answers = sections[0]?.fields.followUp?.value ?? [];
      assert.deepEqual(
        answers.map(({ text, status }) => [text, status?.value?.as]),
        [
          ['Draft it', 'delivered'],
          ['Send it', 'delayed'],
        ],
      );
    });

    it('one item where a list is due', () => {
      const { sections } = sound('  - action: "6"\n    next:\n      text: Present it\n    deliverables: "6.1"\n');
      assert.deepEqual(
        sections[0]?.fields.next?.value?.map((step) => step.text),
        ['Present it'],
      );
      assert.deepEqual(
        sections[0]?.fields.deliverables?.value?.map((item) => item.deliverable),
        ['6.1'],
      );
    });

    it('what reasons, next steps and evidence mention', () => {
      const { sections } = sound(
        '  - action: "6"\n    reason: Action 5 is late.\n    next:\n      - Action 4 follows.\n    evidence: ST 9999/24\n',
      );
      assert.deepEqual(
        sections[0]?.mentions.actions.map((action) => action.action),
        ['5', '4'],
      );
      assert.deepEqual(
        sections[0]?.mentions.citations.map((citation) => citation.id),
        ['ST 9999/24'],
      );
    });

    it('a placeholder in any field', () => {
      const { text, sections } = sound(
        '  - action: "6"\n    due: "[to be completed]"\n    reason: TBC\n    next:\n      - "[to be completed]"\n',
      );
      assert.deepEqual(
        sections[0]?.placeholders.map((span) => sections[0] && wordsAt(text, sections[0], span)),
        ['[to be completed]', 'TBC', '[to be completed]'],
      );
    });

    it('values with a name, used in another entry', () => {
      const { text, sections } = sound(
        '  - action: "6"\n    actors: &all [europol, cepol]\n  - action: "5"\n    actors: *all\n',
      );
      const names = sections[1]?.fields.actors?.value ?? [];
      assert.deepEqual(
        names.map((name) => name.actors),
        [['europol'], ['cepol']],
      );
      assert.deepEqual(
        names.map(({ span }) => sections[1] && wordsAt(text, sections[1], span)),
        ['*all', '*all'],
      );
    });

    it('entries in brackets', () => {
      const { text, sections } = sound(
        'entries: [{action: "6", status: delivered}, {section: End, text: Europol left.}]\n',
        HEAD,
      );
      assert.deepEqual(
        sections.map((section) => section.heading?.text),
        ['6', 'End'],
      );
      const [, second] = sections;
      assert.deepEqual(
        second?.mentions.actors.map(({ span }) => wordsAt(text, second, span)),
        ['Europol'],
      );
    });

    it('line ends of every kind, and a byte order mark', () => {
      const lines = `${HEAD}entries:\n  - action: "6"\n    text: |\n      Europol met.\n\n      Twice.\n  - action: "5"\n`;
      for (const text of [lines.replaceAll('\n', '\r\n'), lines.replaceAll('\n', '\r'), `\ufeff${lines}`]) {
        const report = parse(text);
        const { sections, header } = report;
        assert.deepEqual(problemsOf(report), []);
        assert.equal(header.date?.value?.latest, '2024-06-03');
        const [first] = sections;
        assert.deepEqual(
          sections.map((section) => section.actions[0]?.action),
          ['6', '5'],
        );
        assert.deepEqual(
          first?.mentions.actors.map(({ span }) => wordsAt(text, first, span)),
          ['Europol'],
        );
      }
    });

    it('suppression comments', () => {
      const { suppressions } = sound('  # rapporteur-disable-next-line action-order -- on purpose\n  - action: "6"\n');
      assert.deepEqual(
        suppressions.map(({ codes, reason }) => [codes.map(({ code }) => code), reason]),
        [[['action-order'], 'on purpose']],
      );
    });

    it('what is no report at all as one without entries', () => {
      for (const text of ['', 'roadmap: eu-drugs-2023\n', 'words', '- a\n', 'roadmap: x\nentries:\n']) {
        assert.deepEqual(parse(text).sections, [], text);
      }
    });
  });

  describe('reports', () => {
    const wrong: readonly (readonly [
      what: string,
      entries: string,
      code: ParseProblem['code'],
      place: string,
      replacement?: string | undefined,
    ])[] = [
      ['an unknown field of an entry', '  - action: "6"\n    staus: done\n', 'report-field-unknown', 'staus', 'status'],
      [
        'one of a deliverable',
        '  - action: "6"\n    deliverables:\n      - deliverable: "6.1"\n        compleeted: 2024\n',
        'report-field-unknown',
        'compleeted',
        'completed',
      ],
      [
        'one of a next step',
        '  - action: "6"\n    next:\n      - text: x\n        actor: europol\n',
        'report-field-unknown',
        'actor',
        'actors',
      ],
      [
        'one of a follow-up',
        '  - action: "6"\n    follow-up:\n      - text: x\n        state: done\n',
        'report-field-unknown',
        'state',
        undefined,
      ],
      ['fields where a text is due', '  - action: "6"\n    status: {a: b}\n', 'value-invalid', '{a: b}', '"{a: b}"'],
      [
        'a list where a text is due',
        '  - action: "6"\n    reason: [to be done]\n',
        'value-invalid',
        '[to be done]',
        '"[to be done]"',
      ],
      [
        'words with a colon among next steps',
        '  - action: "6"\n    next:\n      - Next meeting: in June\n',
        'value-invalid',
        'Next meeting: in June',
        '"Next meeting: in June"',
      ],
      ['an entry of mere words', '  - Europol met.\n', 'value-invalid', 'Europol met.'],
      ['an entry about nothing', '  - status: done\n', 'value-invalid', 'status'],
      [
        'a deliverable without name',
        '  - action: "6"\n    deliverables:\n      - status: done\n',
        'value-invalid',
        'status',
      ],
      ['a next step without words', '  - action: "6"\n    next:\n      - due: 2025\n', 'value-invalid', 'due'],
      [
        'a colon in a text',
        '  - action: "6"\n    reason: Late: no money\n',
        'syntax',
        'Late: no money',
        '"Late: no money"',
      ],
      ['a field twice', '  - action: "6"\n    status: done\n    status: late\n', 'syntax', 'status'],
      ['a field that stands too far left', '  - action: "6"\nstatus: done\n', 'syntax', 'status: done'],
      ['an entry that stands in another column', '  - action: "6"\n - action: "5"\n', 'syntax', '- action: "5"'],
      ['text that is not indented', '  - action: "6"\n    text: |\nEuropol met.\nTwice.\n', 'syntax', 'Europol met.'],
      ['a key of the top level twice', '  - action: "6"\nroadmap: other\n', 'syntax', 'roadmap'],
      ['what stands behind the end', '  - action: "6"\n---\nmore: x\n', 'syntax', '---'],
    ];
    for (const [what, entries, code, place, replacement] of wrong) {
      it(what, () => {
        const report = parse(`${HEAD}entries:\n${entries}`);
        assert.deepEqual(
          problemsOf(report).map((problem) => [
            problem.code,
            report.text.slice(problem.span.start, problem.span.end),
            problem.replacement,
          ]),
          [[code, place, replacement]],
        );
      });
    }

    it('entries without colon or dash, and reads them', () => {
      for (const [entries, code] of [
        ['entries\n  - action: "6"\n', 'syntax'],
        ['entries:\n  action: "6"\n', 'value-invalid'],
      ]) {
        const report = parse(HEAD + entries);
        const { sections } = report;
        const problems = problemsOf(report);
        assert.deepEqual(
          problems.map((problem) => problem.code),
          [code],
        );
        assert.deepEqual(
          sections.map((section) => section.heading?.text),
          ['6'],
        );
      }
    });

    it('nothing where an empty document follows', () => {
      sound('  - action: "6"\n---\n# end\n...\n');
    });
  });

  describe('of half-typed text gives the entries that are there', () => {
    const slips: readonly (readonly [what: string, line: string])[] = [
      ['a key without colon', '    stat\n'],
      ['a key without value', '    status:\n'],
      ['a key without space', '    status:done\n'],
      ['an open quotation mark', '    reason: "no money\n'],
      ['an open single one', "    reason: 'no money\n"],
      ['an open bracket', '    actors: [europol, \n'],
      ['an open brace', '    next: {text: x\n'],
      ['a colon', '    reason: late: no money\n'],
      ['a dash alone', '    -\n'],
      ['a dash at the column of the entries', '  -\n'],
      ['a letter at the start of the line', 'a\n'],
      ['a field at the start of the line', 'status: done\n'],
      ['a tab', '\tstatus: done\n'],
      ['an asterisk', '    reason: *very* late\n'],
      ['too much indentation', '      status: done\n'],
      ['a comment', '# now\n'],
    ];
    for (const [what, line] of slips) {
      it(what, () => {
        const { sections } = parse(
          `${HEAD}entries:\n  - action: "4"\n    status: delivered\n${line}    text: |\n      Europol met.\n  - action: "5"\n    status: delayed\n`,
        );
        const named = sections.filter((section) => section.heading);
        assert.deepEqual(
          named.map((section) => section.actions.map((action) => action.action)),
          [['4'], ['5']],
        );
        assert.equal(named[0]?.fields.status?.value?.as, 'delivered');
        assert.equal(named[1]?.fields.status?.value?.as, 'delayed');
        const middle = sections.slice(0, sections.length - 1);
        assert.ok(
          middle.some((section) => section.hasProse || section.fields.next),
          what,
        );
      });
    }

    it('and fields that stand too far left are those of their entry', () => {
      const { sections } = parse(`${HEAD}entries:\n  - action: "6"\nstatus: delivered\n  - action: "5"\n`);
      assert.equal(sections[0]?.fields.status?.value?.as, 'delivered');
    });

    it('and text pasted without indentation is still prose', () => {
      const { text, sections } = parse(
        `${HEAD}entries:\n  - action: "6"\n    text: |\nEuropol met\nEurojust.\n  - action: "5"\n`,
      );
      const [section] = sections;
      assert.equal(section?.hasProse, true);
      assert.deepEqual(
        section?.mentions.actors.map(({ span }) => wordsAt(text, section, span)),
        ['Europol', 'Eurojust'],
      );
    });
  });

  it('reads an entry in the same way whatever stands around it', () => {
    const entry = '  - action: "6"\n    status: done\n    text: Europol met.\n';
    const around = fc.array(
      fc.constantFrom('  - action: "5"\n', '  - section: "x\n', '  - [\n', '  - *x\n', '  - a: b: c\n', '  -\n'),
      { maxLength: 4 },
    );
    const alone = parse(`${HEAD}entries:\n${entry}`).sections[0];
    fc.assert(
      fc.property(around, around, (before, behind) => {
        const text = `${HEAD}entries:\n${before.join('')}${entry}${behind.join('')}`;
        const found = parse(text).sections[before.length];
        assert.ok(found && alone);
        assert.deepEqual({ ...found.reading, length: alone.length }, alone.reading);
      }),
    );
  });

  it('never throws; sections are in order, and every place lies in its section', () => {
    const piece = fc.constantFrom(
      ...[
        'roadmap: eu-drugs-2023\n',
        'entries:\n',
        'entries',
        '  - action: "6"\n',
        '- action: 5\n',
        '    - action: [4, 5]\n',
        '  - section: x\n',
        '  -\n',
      ],
      ...[
        '    status: done\n',
        '    status:',
        '    text: |\n      Europol *met* on 3 May\n      2024 [TBC].\n',
        'Pasted Action 6 text: x\n',
        '    actors: &a [europol, CEPOL]\n',
      ],
      ...[
        '    actors: *a\n',
        '    next:\n      - Europol will do it: in 2025\n',
        '      - text: "x\\"y \n',
        '    deliverables:\n      - 6.1\n',
        '        due: "late 2024"\n',
      ],
      ...[
        '    evidence: [ST 1/24, "x',
        ']',
        '"',
        "'",
        ': ',
        '\t',
        '\r\n',
        '\r',
        '---\n',
        '...\n',
        '\ufeff',
        '# x\n',
        '{',
        '}',
        '    reason: "a \\\n      b"\n',
        '    text: *a\n',
        '🚢',
        '\ud83d',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        const report = parse(text);
        let end = 0;
        for (const section of report.sections) {
          assert.ok(end <= section.start && section.start <= section.end && section.end <= text.length);
          end = section.end;
          for (const span of spansIn({ ...section.reading })) {
            assert.ok(
              0 <= span.start && span.start <= span.end && span.end <= section.end - section.start,
              JSON.stringify([text, span]),
            );
          }
          for (const passage of section.passages) {
            assert.equal(passage.text.length, passage.span.end - passage.span.start, JSON.stringify(text));
          }
        }
        for (const span of spansIn({ header: report.header, problems: problemsOf(report) })) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify([text, span]));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives nothing but data', () => {
    const report = sound('  - action: "6"\n    status: done\n    text: Europol met.\n');
    const { sectionList: _, ...said } = report;
    const data = { ...said, sections: report.sections.map(({ start, reading }) => ({ start, reading })) };
    assert.deepEqual(structuredClone(data), data);
  });

  it('reads a report of 3,000 entries with a slip in each', () => {
    const entry = '  - action: "6"\n    status: done\n    reason: x: y\n';
    const report = parse(`${HEAD}entries:\n${entry.repeat(3_000)}`);
    assert.deepEqual([report.sections.length, problemsOf(report).length], [3_000, 3_000]);
  });
});

function builtInContext(): ReadingContext {
  const { roadmap } = parseRoadmapFile('builtin:/eu-drugs-2023.roadmap.yaml', drugsText);
  const { actors } = parseActorsFile('builtin:/actors.yaml', actorsText);
  return { roadmaps: roadmap ? [roadmap] : [], actors: createActorRegister(actors), today: '2020-01-01' };
}

function parse(text: string): Report {
  return parseReport('test:/draft.report.yaml', text, 'yaml', CONTEXT);
}

/** A report without problems, of its entries or of all that stands behind `head`. */
function sound(entries: string, head = `${HEAD}entries:\n`): Report {
  const report = parse(head + entries);
  assert.deepEqual(problemsOf(report), []);
  return report;
}

function wordsAt(text: string, section: Section, span: Span): string {
  return text.slice(section.start + span.start, section.start + span.end);
}

/** Every span in a value. */
function spansIn(value: unknown): readonly Span[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const own = 'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number';
  return [
    ...(own ? [{ start: Number(value.start), end: Number(value.end) }] : []),
    ...Object.values(value).flatMap(spansIn),
  ];
}
