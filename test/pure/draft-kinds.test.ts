import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { BUILT_IN_KINDS, type DraftKind, kindWithId, STANDARD_KIND } from '../../server/src/model/draft-kind';
import { parseKindsFile } from '../../server/src/parse/draft-kinds';
import { RULES } from '../../server/src/rules';
import { convertReport } from '../../server/src/write/convert/convert';
import { type SkeletonOptions, skeleton } from '../../server/src/write/skeleton';
import { snapshotOf, uriOf } from '../analyse';
import { sharedSource } from '../skip-because';
import { expandSnippet } from '../snippets';

const { kinds, problems } = parseKindsFile(readFileSync('data/kinds.yaml', 'utf8'));

const OPTIONS: SkeletonOptions = {
  format: 'markdown',
  by: 'number',
  areas: [],
  onlyActors: [],
  asOf: '2024-06-03',
  snippet: false,
};

const FORMATS = ['markdown', 'yaml'] as const;

function pathOf(format: SkeletonOptions['format']): string {
  return format === 'yaml' ? '/draft.report.yaml' : '/draft.report.md';
}

function findingsIn(path: string, text: string, project?: string): readonly string[] {
  const files = { [path]: text, ...(project === undefined ? {} : { '/rapporteur.yaml': project }) };
  return snapshotOf(files)
    .findings(uriOf(path))
    .map(({ code, message }) => `${code}: ${message}`);
}

function newDraft(kind: DraftKind, on: 'on a roadmap' | 'on none', options: Partial<SkeletonOptions> = {}): string {
  const { roadmaps, actors } = snapshotOf({});
  const roadmap = on === 'on none' ? undefined : roadmaps.get('eu-drugs-2023');
  return skeleton(kind, roadmap, actors, { ...OPTIONS, ...options });
}

/** A new draft in which somebody has filled in every blank. */
function filledIn(text: string): string {
  let count = 0;
  return text
    .replace(/- \[insert function and country of the (\w+) signatory\]/g, (_, which: string) =>
      which === 'first' ? '- Minister of Justice of Belgium' : '- Minister of Justice of France',
    )
    .replace(/\[insert author\]/g, 'belgium')
    .replace(/\[insert [^\]]+\]/g, () => `Matter ${++count} is known`);
}

describe('the kinds of draft that ship', () => {
  it('are read without a problem, and are those that files are recognised by', () => {
    assert.deepEqual(problems, []);
    assert.deepEqual(
      kinds.map(({ id }) => id),
      BUILT_IN_KINDS,
    );
    assert.equal(kinds[0]?.id, STANDARD_KIND);
  });

  it('say what each section is for, and name rules that there are', () => {
    const codes = RULES.map(({ meta }) => meta.code);
    for (const { id, about, sections, rules } of kinds) {
      assert.ok(about.length > 20 && sections.length > 2, id);
      assert.deepEqual(
        Object.keys(rules).filter((code) => !codes.includes(code)),
        [],
        id,
      );
      for (const section of sections) {
        assert.ok(section.about.length > 20, `${id}: ${section.title}`);
        assert.ok(section.text !== '' || section.holds === 'entries', `${id}: ${section.title}`);
      }
    }
  });

  for (const kind of kinds) {
    const places = kind.id === STANDARD_KIND ? (['on a roadmap'] as const) : (['on a roadmap', 'on none'] as const);
    for (const on of places) {
      for (const format of FORMATS) {
        it(`${kind.id} ${on}: a new one in ${format} waits for nothing but what only the author knows`, () => {
          const text = newDraft(kind, on, { format });
          const codes = findingsIn(pathOf(format), text).map((finding) => finding.split(':')[0]);
          assert.deepEqual([...new Set(codes)], ['placeholder-left'], text);
          assert.equal(expandSnippet(newDraft(kind, on, { format, snippet: true })).text, text);
        });

        if (kind.id === STANDARD_KIND) {
          continue;
        }

        it(`${kind.id} ${on}: the same in ${format} becomes the other format and comes back`, () => {
          const path = pathOf(format);
          const text = newDraft(kind, on, { format });
          const there = converted(path, text);
          const other = pathOf(format === 'yaml' ? 'markdown' : 'yaml');
          assert.equal(snapshotOf({ [other]: there }).report(uriOf(other))?.kind?.id, kind.id);
          assert.deepEqual(
            [...new Set(findingsIn(other, there).map((finding) => finding.split(':')[0]))],
            ['placeholder-left'],
          );
          assert.equal(converted(other, there), text);
        });
      }
    }

    if (kind.id !== STANDARD_KIND) {
      it(`${kind.id}: becomes clean when it is filled in`, () => {
        for (const format of FORMATS) {
          const text = filledIn(newDraft(kind, 'on a roadmap', { format }));
          assert.deepEqual(findingsIn(pathOf(format), text), [], text);
        }
      });
    }
  }

  it('find questions under any heading, and titles that stand in a line of their own', () => {
    const header = 'title: Ports\nauthor: belgium\ndate: 2024-06-03\n';
    const paper = (lines: string) => `---\nkind: discussion-paper\n${header}---\n\n## Problem\n\nWords.\n\n${lines}`;
    for (const lines of ['## Zur Debatte\n\n- Why?\n- Who?\n', '**Guiding questions**\n\n1. Why?\n']) {
      assert.deepEqual(findingsIn('/a.report.md', paper(lines)), [], lines);
    }
    assert.match(findingsIn('/a.report.md', paper('## Annex\n\n- Why?\n- Words.\n')).join(), /section-missing/);
  });

  for (const path of ['/a.report.md', '/a.report.yaml']) {
    it(`have a missing section added as a new draft has it: ${path}`, () => {
      const text =
        path === '/a.report.md'
          ? '---\nkind: discussion-paper\n---\n\n## Problem\n\nWords.\n'
          : 'kind: discussion-paper\nentries:\n  - section: Problem\n    text: Words.\n';
      const snapshot = snapshotOf({ [path]: text });
      const findings = snapshot.findings(uriOf(path)).filter(({ code }) => code === 'section-missing');
      const [[fix] = []] = snapshot.fixes(uriOf(path), findings);
      const [edit] = fix?.edits ?? [];
      assert.equal(
        edit?.newText,
        path === '/a.report.md'
          ? '\n## Questions for delegations\n\n1. [insert first question]?\n2. [insert second question]?\n'
          : '  - section: Questions for delegations\n    text: |\n      1. [insert first question]?\n      2. [insert second question]?\n',
      );
    });
  }

  it('do not ask for every action where they have no entries', () => {
    const text =
      '---\nroadmap: eu-drugs-2023\nkind: discussion-paper\ntitle: Ports\nauthor: belgium\ndate: 2026-01-01\n---\n\n';
    const paper = `${text}## Action 4\n\nThe mapping is late.\n\n## Questions\n\n1. Why is it late?\n`;
    assert.deepEqual(findingsIn('/a.report.md', paper), []);
  });
});

function converted(path: string, text: string): string {
  const snapshot = snapshotOf({ [path]: text });
  const analysed = snapshot.report(uriOf(path)) ?? assert.fail();
  const { roadmaps } = analysed;
  const result = convertReport(analysed.report, { roadmaps, actors: snapshot.actors, today: snapshot.today });
  assert.ok('text' in result, JSON.stringify(result));
  return result.text;
}

describe('the documents that the kinds are modelled on', () => {
  for (const [file, kind, header] of [
    ['logrono-discussion-paper-2023.md', 'discussion-paper', 'author: spain\n'],
    ['coalition-statement-2023.md', 'statement', ''],
    ['luxembourg-action-programme-2015.md', 'action-programme', ''],
  ] as const) {
    it(`${file} has no finding as ${kind}`, function () {
      const source = sharedSource(this, file);
      for (const roadmap of ['', 'roadmap: eu-drugs-2023\n']) {
        const text = `---\n${roadmap}kind: ${kind}\ntitle: A title\n${header}date: 2024-06-03\n---\n\n${source}`;
        assert.deepEqual(findingsIn('/a.report.md', text), []);
      }
    }).timeout(20_000);
  }

  it('st-10270-24.md lacks no section of a progress report', function () {
    const source = sharedSource(this, 'st-10270-24.md');
    const header = 'roadmap: eu-drugs-2023\nkind: progress-report\ntitle: A title\nauthor: belgium\ndate: 2024-06-03\n';
    const found = findingsIn('/a.report.md', `---\n${header}---\n\n${source}`);
    assert.deepEqual([...new Set(found.map((one) => one.split(':')[0]))].sort(), [
      'action-unreferenced',
      'section-unlinked',
    ]);
  }).timeout(20_000);
});

const OWN = `kinds:
  - kind: ministry-report
    extends: progress-report
    name: Report of the ministry
    title: Report on the {roadmap}
    fields: [roadmap, title, author, date, reference]
    rules:
      section-missing: warning
      action-unreferenced: "off"
    sections:
      - section: Introduction
      - section: State of play
      - section: Budget
        names: [Funding]
        about: What it costs, and who pays.
        text: "[insert what it costs and who pays]"
      - section: Way forward
  - kind: annual-report
    extends: ministry-report
    name: Annual report
`;

describe('a kind of draft in a project file', () => {
  const snapshot = snapshotOf({ '/rapporteur.yaml': OWN });
  const own = kindWithId('ministry-report', snapshot.kinds) ?? assert.fail();

  it('stands behind the built-in ones and takes from its base what it does not say', () => {
    assert.deepEqual(
      snapshot.kinds.map(({ id }) => id),
      [...BUILT_IN_KINDS, 'ministry-report', 'annual-report'],
    );
    assert.deepEqual(snapshot.findings(uriOf('/rapporteur.yaml')), []);
    const base = kindWithId(STANDARD_KIND, kinds);
    assert.deepEqual(own.sections[0], base?.sections[0]);
    assert.equal(own.about, base?.about);
    assert.deepEqual(own.sections[2]?.titles, ['budget', 'funding']);
    const annual = kindWithId('annual-report', snapshot.kinds);
    assert.deepEqual(annual, { ...own, id: 'annual-report', name: 'Annual report' });
  });

  for (const format of FORMATS) {
    it(`has new drafts that wait for nothing but what only the author knows: ${format}`, () => {
      const text = newDraft(own, 'on a roadmap', { format });
      assert.match(text, /kind: ministry-report/);
      assert.match(text, /Budget/);
      const codes = findingsIn(pathOf(format), text, OWN).map((finding) => finding.split(':')[0]);
      assert.deepEqual([...new Set(codes)], ['placeholder-left'], text);
    });
  }

  it('decides which sections a draft lacks, how much that matters, and what its header has to say', () => {
    const text =
      '---\nroadmap: eu-drugs-2023\nkind: ministry-report\ntitle: X\nauthor: belgium\ndate: 2024-06-03\n---\n\n';
    const report = `${text}## Introduction\n\nThis.\n\n## Action 8\n\nWork goes on.\n\n## Way forward\n\nMore.\n`;
    const files = { '/rapporteur.yaml': OWN, '/a.report.md': report };
    const found = snapshotOf(files).findings(uriOf('/a.report.md'));
    assert.deepEqual(
      found.map(({ code, severity }) => `${severity} ${code}`),
      ['info report-field-missing', 'warning section-missing'],
    );
    assert.match(found[1]?.message ?? '', /“Budget”, which a report of the ministry usually has/);
  });

  it('keeps a rule off whatever the settings say, and lets them change other severities', () => {
    const text =
      '---\nroadmap: eu-drugs-2023\nkind: ministry-report\ntitle: X\nauthor: belgium\nreference: 1\ndate: 2024-06-03\n---\n';
    const files = { '/rapporteur.yaml': OWN, '/a.report.md': `${text}\n## Action 8\n\nWork goes on.\n` };
    const settings = { rules: { 'section-missing': 'info', 'action-unreferenced': 'error' } } as const;
    const found = snapshotOf(files, { settings }).findings(uriOf('/a.report.md'));
    assert.deepEqual(
      found.map(({ code, severity }) => `${severity} ${code}`),
      ['info section-missing'],
    );
  });

  it('makes a report of a file that says it, as a built-in one does', () => {
    const text = (kind: string) => `---\nkind: ${kind}\ntitle: X\n---\n\nWords.\n`;
    const files = { '/a.md': text('annual-report'), '/b.md': text('statement'), '/c.md': text('page') };
    const known = snapshotOf({ ...files, '/rapporteur.yaml': OWN });
    assert.deepEqual(
      ['/a.md', '/b.md', '/c.md'].map((path) => known.roleOf(uriOf(path))),
      ['markdown-report', 'markdown-report', undefined],
    );
    assert.equal(snapshotOf(files).roleOf(uriOf('/a.md')), undefined);
  });

  it('has something to fill in where it says nothing of a section, and asks for no action without entries', () => {
    const project =
      'kinds:\n  - kind: note für alle\n    fields: [title, date, author, reference, period]\n    sections:\n      - section: Budget\n      - section: Fragen\n        holds: questions\n' +
      '      - section: Unterzeichner\n        holds: signatories\n  - kind: bare\n  - kind: list\n    fields: [roadmap]\n';
    const known = snapshotOf({ '/rapporteur.yaml': project });
    const newOne = (id: string, format: SkeletonOptions['format']) =>
      newDraft(kindWithId(id, known.kinds) ?? assert.fail(), 'on a roadmap', { format });
    for (const format of FORMATS) {
      const codes = (text: string) => findingsIn(pathOf(format), text, project).map((finding) => finding.split(':')[0]);
      assert.deepEqual([...new Set(codes(newOne('note für alle', format)))], ['placeholder-left']);
      assert.deepEqual(codes(newOne('bare', format)), []);
      assert.equal(newOne('list', format).match(/^(?:## Action| {2}- action:)/gm)?.length, 17);
    }
    const plain = newOne('note für alle', 'markdown').replace(/^roadmap:.*\n/m, '');
    assert.equal(snapshotOf({ '/a.md': plain, '/rapporteur.yaml': project }).roleOf(uriOf('/a.md')), 'markdown-report');
  });

  it('is not told of deadlines and actions left out unless it has entries, or asks for it', () => {
    const project = (more: string) => `kinds:\n  - kind: talk\n${more}    sections:\n      - section: Facts\n`;
    const text =
      '---\nroadmap: eu-drugs-2023\nkind: talk\ntitle: X\ndate: 2024-11-03\n---\n\n## Facts\n\nWords.\n\n## Action 6\n\nWork goes on.\n';
    assert.deepEqual(findingsIn('/a.report.md', text, project('')), []);
    const asked = findingsIn('/a.report.md', text, project('    rules: { deadline-overdue: warning }\n'));
    assert.deepEqual(
      asked.map((one) => one.split(':')[0]),
      ['deadline-overdue'],
    );
    const entries = `${project('    extends: statement\n')}      - section: State of play\n        holds: entries\n`;
    assert.match(findingsIn('/a.report.md', text, entries).join('\n'), /action-unreferenced/);
  });

  it('counts at once when it changes, as if all were read anew', () => {
    const report = '---\nroadmap: eu-drugs-2023\nkind: ministry-report\ntitle: X\n---\n\n## Action 8\n\nWork.\n';
    const path = '/a.report.md';
    let now = snapshotOf({ '/rapporteur.yaml': OWN, [path]: report });
    for (const project of [
      OWN.replace('warning', '"off"'),
      OWN.replace('[Funding]', '[Action 8, Costs]'),
      'kinds: []\n',
      OWN,
    ]) {
      now.findings(uriOf(path));
      now = now.with([{ uri: uriOf('/rapporteur.yaml'), text: project }]);
      const anew = snapshotOf({ '/rapporteur.yaml': project, [path]: report });
      assert.deepEqual(now.findings(uriOf(path)), anew.findings(uriOf(path)), project);
    }
  });

  it('is read as its page shows it', () => {
    const [, shown = ''] = /```yaml\n(.*?)```/s.exec(readFileSync('docs/kinds.md', 'utf8')) ?? [];
    const described = snapshotOf({ '/rapporteur.yaml': shown });
    assert.deepEqual(described.findings(uriOf('/rapporteur.yaml')), []);
    assert.deepEqual(described.kinds.at(-1)?.sections[2]?.snippets, [
      { name: 'cost', text: '- [insert what]: [insert sum] euro' },
    ]);
  });

  it('is the nearest name of a misspelt one, and nothing that depends on it is asked for', () => {
    const slip = '---\nkind: statment\ntitle: X\ndate: 2024-06-03\n---\n';
    assert.equal(findingsIn('/a.report.md', slip, OWN).length, 1);
    const unlike = '---\nroadmap: eu-drugs-2023\nkind: briefing\ntitle: X\ndate: 2024-06-03\n---\n';
    assert.deepEqual(
      findingsIn('/a.report.md', unlike, OWN).map((one) => one.split('.')[0]),
      ['value-invalid: “briefing” is no kind of draft, so nothing that belongs to a kind is checked'],
    );
    const text = '---\nroadmap: eu-drugs-2023\nkind: anual-report\n---\n';
    const [found] = findingsIn('/a.report.md', text, OWN).filter((one) => one.startsWith('value-invalid'));
    assert.match(found ?? '', /Did you mean “annual-report”\? The kinds are .*, ministry-report, annual-report\./);
  });

  const slips: readonly (readonly [what: string, text: string, message: RegExp])[] = [
    ['no id', 'kinds:\n  - name: Note\n', /A kind of draft needs the field “kind”/],
    ['an id twice', 'kinds:\n  - kind: a\n  - kind: a\n', /The kind of draft “a” is there already/],
    [
      'an unknown base',
      'kinds:\n  - kind: a\n    extends: statment\n',
      /“statment” is no kind .*Did you mean “statement”/,
    ],
    [
      'one that builds on one further down',
      'kinds:\n  - kind: a\n    extends: b\n  - kind: b\n    extends: a\n',
      /The kind “b” stands further down.*Move it above this one, unless it builds on this one/,
    ],
    [
      'a section twice',
      'kinds:\n  - kind: a\n    sections:\n      - section: Budget\n      - section: budget\n',
      /There is a section “budget” in this kind already/,
    ],
    ['itself as base', 'kinds:\n  - kind: a\n    extends: a\n', /“a” is no kind that this one could build on/],
    ['an unknown key', 'kinds:\n  - kind: a\n    section: x\n', /no field “section” in a kind of draft.*“sections”/],
    [
      'an unknown key of a section',
      'kinds:\n  - kind: a\n    sections:\n      - section: x\n        name: y\n',
      /“names”/,
    ],
    [
      'a section without title',
      'kinds:\n  - kind: a\n    sections:\n      - about: x\n',
      /A section needs the field “section”/,
    ],
    [
      'an unknown content',
      'kinds:\n  - kind: a\n    sections:\n      - section: x\n        holds: question\n',
      /“questions”/,
    ],
    ['an unknown field', 'kinds:\n  - kind: a\n    fields: [titel]\n', /“titel” is no field of a header.*“title”/],
    ['an unknown severity', 'kinds:\n  - kind: a\n    rules: {section-order: of}\n', /“of” is no severity.*“off”/],
    ['an unknown rule', 'kinds:\n  - kind: a\n    rules: {section-oder: "off"}\n', /There is no rule “section-oder”/],
    [
      'words for a truth',
      'kinds:\n  - kind: a\n    sections:\n      - section: x\n        required: no\n',
      /neither true nor false/,
    ],
  ];
  for (const [what, text, message] of slips) {
    it(`says what is wrong: ${what}`, () => {
      const found = findingsIn('/rapporteur.yaml', text);
      assert.equal(found.length, 1, found.join('\n'));
      assert.match(found[0] ?? '', message);
    });
  }
});
