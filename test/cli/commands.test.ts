import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLEAN_DRAFT, HARBOUR_PLAN } from '../drafts';
import { inFolder, rapporteur } from './run';

const WRONG = CLEAN_DRAFT.replace('Action 14:', 'Action 99:').replace('in progress', 'in progres');

describe('rapporteur check', () => {
  it('exits 0 and says so where nothing is found', () => {
    inFolder({ 'a.report.md': CLEAN_DRAFT }, (folder) => {
      const { code, out, err } = rapporteur(['check', 'a.report.md'], folder);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /1 of 1 actions covered · 0 overdue · 0 due soon · no findings/);
    });
  });

  it('exits 1 where a finding is at or above --fail-on, and shows the line', () => {
    inFolder({ 'a.report.md': WRONG }, (folder) => {
      const { code, out } = rapporteur(['check', 'a.report.md'], folder);
      assert.equal(code, 1);
      assert.match(out, /^ {2}12:15 {2}error .*status-unknown\n +12 │ - \*\*Status:\*\* in progres\n +│ +\^{10}$/m);
      assert.ok(!out.includes('\u001b['), 'colours where there is no terminal');
    });
    inFolder(
      { 'a.report.md': CLEAN_DRAFT.replace('author: presidency\n', 'author: "[insert author]"\n') },
      (folder) => {
        assert.equal(rapporteur(['check', 'a.report.md'], folder).code, 0);
        assert.equal(rapporteur(['check', 'a.report.md', '--fail-on', 'hint'], folder).code, 1);
      },
    );
  });

  it('answers JSON with positions from 0, sorted, with related places and fixes', () => {
    inFolder({ 'b.report.md': WRONG, 'a.report.md': WRONG }, (folder) => {
      const { code, out } = rapporteur(['check', '.', '--format', 'json'], folder);
      assert.equal(code, 1);
      const findings = JSON.parse(out) as Record<string, unknown>[];
      assert.deepEqual([...new Set(findings.map(({ file }) => file))], ['a.report.md', 'b.report.md']);
      const status = findings.find((finding) => finding.code === 'status-unknown');
      assert.deepEqual(status?.range, { start: { line: 11, character: 14 }, end: { line: 11, character: 24 } });
      assert.equal(status?.severity, 'error');
      assert.match(String(status?.url), /status-unknown/);
      const keys = ['file', 'range', 'severity', 'code', 'message', 'url', 'related', 'fixes'];
      assert.deepEqual(Object.keys(status ?? {}), keys);
      const fixes = findings.flatMap((finding) => finding.fixes as { safe: boolean; edits: { newText: string }[] }[]);
      assert.ok(fixes.some(({ safe, edits }) => safe && edits[0]?.newText === 'in progress'));
      const related = findings.flatMap((finding) => finding.related as { file: string }[]);
      assert.ok(related.some(({ file }) => file.endsWith('data/roadmaps/eu-drugs-2023.roadmap.yaml')));
    });
  });

  it('takes globs, folders and files, each file once', () => {
    inFolder(
      { 'a.report.md': CLEAN_DRAFT, 'b.report.yaml': 'roadmap: eu-drugs-2023\nentries: []\n', 'notes.md': '# Notes\n' },
      (folder) => {
        const files = (...paths: string[]) => {
          const { out } = rapporteur(['check', ...paths, '--format', 'text', '--fail-on', 'error'], folder);
          return [...out.matchAll(/^(\S+\.(?:md|yaml))$/gm)].map((match) => match[1]);
        };
        assert.deepEqual(files('.', '*.report.md', 'a.report.md'), ['a.report.md', 'b.report.yaml']);
        assert.deepEqual(files('*.yaml'), ['b.report.yaml']);
      },
    );
  });

  it('checks a file without front matter against --roadmap', () => {
    inFolder({ 'plain.md': 'Progress\n\nAction 99 went well.\n', 'p.roadmap.yaml': HARBOUR_PLAN }, (folder) => {
      const { out } = rapporteur(['check', 'plain.md', '--roadmap', 'eu-drugs-2023', '--as-of', '2024-06-03'], folder);
      assert.match(out, /has no action “99”/);
      assert.match(rapporteur(['check', 'plain.md', '--roadmap', 'p.roadmap.yaml'], folder).out, /0 of 1 actions/);
    });
  });

  it('says in one line what is wrong with its use, and exits 2', () => {
    inFolder({ 'a.report.md': CLEAN_DRAFT, 'notes.txt': 'Notes' }, (folder) => {
      const wrong: readonly [string[], RegExp][] = [
        [['check'], /at least one file/],
        [['check', 'missing.md'], /There is no file or folder “missing.md”/],
        [['check', '*.docx'], /No file matches “\*\.docx”/],
        [['check', 'a.report.md', '--roadmap', 'nothing'], /There is no roadmap “nothing”/],
        [['check', 'a.report.md', '--roadmap', './nothing.yaml'], /There is no file/],
        [['check', 'a.report.md', '--as-of', '31 June 2024'], /--as-of takes a day/],
        [['check', 'a.report.md', '--format', 'pdf'], /--format is one of text, json/],
        [['check', 'a.report.md', '--colour'], /--colour/],
        [['chek', 'a.report.md'], /no command “chek”/],
        [['inspect', 'missing.md'], /There is no file/],
        [['roadmap', 'nothing'], /There is no roadmap/],
        [['rules', 'acton-unknown'], /Did you mean “action-unknown”/],
      ];
      for (const [args, message] of wrong) {
        const { code, out, err } = rapporteur(args, folder);
        assert.deepEqual([code, out], [2, ''], args.join(' '));
        assert.match(err, message);
        assert.equal(err.trimEnd().split('\n').length, 1, err);
      }
    });
  });

  it('reports a file that is not UTF-8 and goes on with the rest', () => {
    const latin = Buffer.from(WRONG.replace('three', 'tr\u00e9s'), 'latin1');
    inFolder({ 'a.report.md': latin, 'b.report.md': CLEAN_DRAFT }, (folder) => {
      const { code, out } = rapporteur(['check', '.'], folder);
      assert.equal(code, 1);
      assert.match(out, /encoding-invalid/);
      assert.match(out, /status-unknown/);
      assert.match(out, /b\.report\.md/);
    });
  });

  it('reads the project file of the working folder', () => {
    inFolder({ 'a.report.md': WRONG, 'rapporteur.yaml': 'rules:\n  status-unknown: "off"\n' }, (folder) => {
      assert.ok(!rapporteur(['check', 'a.report.md'], folder).out.includes('status-unknown'));
    });
  });

  it('says of a cycle of previous reports that it is one', () => {
    const a = CLEAN_DRAFT.replace('date: 2024-06-03', 'date: 2024-06-03\nprevious: b.report.md');
    const b = CLEAN_DRAFT.replace('date: 2024-06-03', 'date: 2023-12-03\nprevious: a.report.md');
    inFolder({ 'a.report.md': a, 'b.report.md': b }, (folder) => {
      assert.match(rapporteur(['check', 'a.report.md'], folder).out, /previous-broken/);
    });
  });
});

describe('rapporteur inspect', () => {
  it('shows what it reads: entries with fields, mentions, citations', () => {
    inFolder({ 'a.report.md': `${CLEAN_DRAFT}\nSee ST 6504/24 of 4 March 2024.\n` }, (folder) => {
      const { code, out } = rapporteur(['inspect', 'a.report.md'], folder);
      assert.equal(code, 0);
      const answer = JSON.parse(out);
      assert.deepEqual(answer.roadmaps, ['eu-drugs-2023']);
      assert.equal(answer.asOf, '2024-06-03');
      const [entry] = answer.entries;
      assert.deepEqual(entry.actions, [{ roadmap: 'eu-drugs-2023', action: '14' }]);
      assert.deepEqual([entry.how, entry.confidence, entry.status.value], ['named', 1, 'in-progress']);
      assert.equal(entry.due, null);
      assert.ok(entry.text.text.startsWith('Europol and MAOC (N)'));
      assert.deepEqual(
        answer.mentions.actions.map(({ action, text }: { action: string; text: string }) => [action, text]),
        [['14', '14']],
      );
      assert.deepEqual(
        answer.mentions.citations.map(({ id, url }: { id: string; url: string }) => [id, url]),
        [['ST 6504/24', 'https://data.consilium.europa.eu/doc/document/ST-6504-2024-INIT/en/pdf']],
      );
      assert.ok(answer.mentions.actors.some(({ actor }: { actor: string }) => actor === 'maoc-n'));
      assert.ok(answer.mentions.dates.some(({ latest }: { latest: string }) => latest === '2024-03-04'));
    });
  });
});

describe('rapporteur inspect on YAML', () => {
  it('shows prose without the indentation of the file', () => {
    const draft = `roadmap: eu-drugs-2023
date: 2024-06-03
entries:
  - action: "14"
    text: |
      Europol supported three
      interceptions.

      - One at sea
`;
    inFolder({ 'a.report.yaml': draft }, (folder) => {
      const [entry] = JSON.parse(rapporteur(['inspect', 'a.report.yaml'], folder).out).entries;
      assert.equal(entry.text.value, 'Europol supported three\ninterceptions.\n\n- One at sea');
    });
  });
});

describe('rapporteur roadmap', () => {
  it('shows the roadmap as JSON with text ids and bounds', () => {
    const { code, out } = rapporteur(['roadmap', 'eu-drugs-2023', '--format', 'json']);
    assert.equal(code, 0);
    const roadmap = JSON.parse(out);
    assert.equal(roadmap.actions.length, 17);
    assert.equal(roadmap.areas.length, 4);
    const blueprint = roadmap.actions[5].deliverables.find(
      ({ deliverable }: { deliverable: string }) => deliverable === '6.1',
    );
    assert.deepEqual(blueprint.due, {
      earliest: null,
      latest: '2024-06-30',
      edtf: '../2024-06-30',
      stated: 'by mid-2024',
    });
  });

  it('shows a roadmap of a file as text', () => {
    inFolder({ 'p.roadmap.yaml': HARBOUR_PLAN }, (folder) => {
      const { code, out } = rapporteur(['roadmap', 'p.roadmap.yaml'], folder);
      assert.equal(code, 0);
      assert.match(out, /Measure 1: Light the docks/);
    });
  });
});

describe('rapporteur new', () => {
  it('makes a report that lacks nothing but what only its author knows', function () {
    // Six processes, one after the other.
    this.timeout(60_000);
    inFolder({}, (folder) => {
      for (const format of ['md', 'yaml']) {
        const file = `new.report.${format}`;
        assert.equal(
          rapporteur(['new', '--roadmap', 'eu-drugs-2023', '--as-of', '2024-01-15', '-o', file], folder).code,
          0,
        );
        const { out } = rapporteur(['check', file, '--format', 'json'], folder);
        const codes = new Set((JSON.parse(out) as { code: string }[]).map(({ code }) => code));
        assert.ok(codes.has('placeholder-left'), file);
        for (const code of ['syntax', 'action-unreferenced', 'action-unknown', 'actor-unknown', 'value-invalid']) {
          assert.ok(!codes.has(code), `${code} in ${file}`);
        }
      }
      const kept = readFileSync(join(folder, 'new.report.md'), 'utf8');
      assert.equal(rapporteur(['new', '-o', 'new.report.md'], folder).code, 2);
      assert.match(rapporteur(['new', '--roadmap', 'eu-drugs-2023', '-o', '-'], folder).out, /^---\n/);
      assert.equal(readFileSync(join(folder, 'new.report.md'), 'utf8'), kept);
    });
  });

  it('takes several roadmaps, and the default one where none is given', function () {
    this.timeout(60_000);
    const several = rapporteur(['new', '--roadmap', 'eu-drugs-2023', '--roadmap', 'luxembourg-2015']).out;
    assert.match(several, /^roadmap: \[eu-drugs-2023, luxembourg-2015\]$/m);
    assert.match(several, /^#### Action 11 \(luxembourg-2015\): Fine-tuning/m);
    const plan = (id: string) => HARBOUR_PLAN.replace(/^roadmap: .*/m, `roadmap: ${id}`);
    inFolder({}, (folder) => {
      assert.match(rapporteur(['new'], folder).out, /^roadmap: eu-drugs-2023$/m);
    });
    inFolder({ 'a.roadmap.yaml': plan('harbours') }, (folder) => {
      assert.match(rapporteur(['new'], folder).out, /^roadmap: harbours$/m);
    });
    inFolder({ 'a.roadmap.yaml': plan('harbours'), 'b.roadmap.yaml': plan('rivers') }, (folder) => {
      const { code, err } = rapporteur(['new'], folder);
      assert.equal(code, 2);
      assert.match(err, /Say which roadmap: eu-drugs-2023 \(EU roadmap.*harbours \(.*rivers \(/);
    });
  });

  it('groups as it is told', () => {
    const { out } = rapporteur(['new', '--roadmap', 'eu-drugs-2023', '--by', 'area']);
    assert.match(out, /### International cooperation/);
  });

  it('makes drafts of every kind, without a roadmap where the kind has no entries', () => {
    inFolder({ 'rapporteur.yaml': 'kinds:\n  - kind: note\n    sections:\n      - section: Summary\n' }, (folder) => {
      for (const [kind, text] of [
        ['discussion-paper', /^1\. \[insert first question\]\?$/m],
        ['statement', /^## Signatories$/m],
        ['action-programme', /^## Part 1: /m],
        ['note', /^kind: note\ntitle: note\n/m],
      ] as const) {
        const { code, out, err } = rapporteur(['new', '--kind', kind, '--as-of', '2024-01-15'], folder);
        if (kind !== 'note') {
          assert.deepEqual([code, err], [0, '']);
          assert.match(out, text);
          assert.doesNotMatch(out, /^roadmap:/m);
        }
        const onOne = rapporteur(['new', '--kind', kind, '--roadmap', 'eu-drugs-2023', '--format', 'yaml'], folder);
        assert.match(onOne.out, new RegExp(`^roadmap: eu-drugs-2023\nkind: ${kind}\n`));
      }
      const { code, err } = rapporteur(['new', '--kind', 'statment'], folder);
      assert.equal(code, 2);
      assert.match(err, /not “statment”\. Did you mean “statement”\?/);
    });
  });
});

describe('rapporteur convert', () => {
  it('prints the report in the other format, or writes a new file', () => {
    inFolder({ 'a.report.md': CLEAN_DRAFT }, (folder) => {
      const { code, out, err } = rapporteur(['convert', 'a.report.md', '--to', 'yaml'], folder);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /^ {2}- action: "14" # Strengthening support/m);
      assert.equal(rapporteur(['convert', 'a.report.md', '-o', 'b.report.yaml'], folder).code, 0);
      assert.equal(readFileSync(join(folder, 'b.report.yaml'), 'utf8'), out);
      assert.equal(rapporteur(['convert', 'b.report.yaml', '--to', 'md'], folder).out, CLEAN_DRAFT);
    });
  });

  it('writes nothing over a file, nor of a report that cannot be read', () => {
    const broken = 'roadmap: eu-drugs-2023\nentries:\n  - action: "6\n    status: done\n';
    inFolder({ 'a.report.md': CLEAN_DRAFT, 'b.report.yaml': broken }, (folder) => {
      const there = rapporteur(['convert', 'a.report.md', '--to', 'yaml', '-o', 'b.report.yaml'], folder);
      assert.equal(there.code, 2);
      assert.match(there.err, /is there already; nothing was written/);
      const unread = rapporteur(['convert', 'b.report.yaml', '--to', 'md', '-o', 'c.report.md'], folder);
      assert.deepEqual([unread.code, unread.out], [2, '']);
      assert.match(unread.err, /cannot be read, so nothing was converted/);
      assert.match(rapporteur(['convert', 'a.report.md', '--to', 'md'], folder).err, /is Markdown already/);
      assert.match(rapporteur(['convert', 'a.report.md', '--to', 'docx'], folder).err, /--to is one of md, yaml/);
    });
  });
});

describe('rapporteur rules, --help, --version', () => {
  it('lists the rules and shows the page of one', () => {
    assert.match(rapporteur(['rules']).out, /^deadline-overdue +warning/m);
    assert.match(rapporteur(['rules', 'deadline-overdue']).out, /^# /);
  });

  it('shows its help and version', () => {
    assert.match(rapporteur(['--help']).out, /rapporteur check PATH/);
    assert.match(rapporteur(['--version']).out, /^\d+\.\d+\.\d+\n$/);
    assert.equal(rapporteur([]).code, 2);
  });
});
