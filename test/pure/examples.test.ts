import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { globSync } from 'tinyglobby';
import { overview } from '../../server/src/features/overview';
import { entriesOf } from '../../server/src/model/entry';
import { LineIndex } from '../../server/src/model/lines';
import { decodeText } from '../../server/src/project/decode';
import { RULES } from '../../server/src/rules';
import type { RuleMeta } from '../../server/src/rules/rule';
import { snapshotOf, uriOf } from '../analyse';

/** What is found in which line; `UPDATE=1 npm test` writes it anew. */
const EXPECTED = 'test/pure/examples.findings.txt';

const COMPLETE = ['/2024-h1.report.md', '/2024-h1.report.yaml'];

/** What the Belgian Presidency's report says is to follow, and the answers half a year later. */
const [PROMISES, ANSWERS] = ['/2024-06-presidency.report.md', '/2024-12-presidency.report.md'] as const;

/** A report on two roadmaps. */
const TWO_PLANS = '/2024-06-two-plans.report.md';

const CLEAN = [...COMPLETE, PROMISES, ANSWERS, TWO_PLANS];

/** The dated follow-ups in ST 10270/24, by action: who, and the first and last day. */
const FOLLOW_UPS: readonly (readonly [action: string, actors: string, earliest: string | null, latest: string])[] = [
  ['1', 'customs-authorities police-authorities', '2024-07-01', '2024-12-31'],
  ['1', 'epa-customs-project-group', '2024-10-01', '2024-12-31'],
  ['1', 'commission', '2025-01-01', '2025-03-31'],
  ['3', 'lewp-police lewp-customs', '2024-06-01', '2024-06-30'],
  ['3', 'european-ports-alliance', '2024-09-01', '2024-11-30'],
  ['3', 'european-ports-alliance', '2024-11-01', '2024-11-30'],
  ['3', 'european-ports-alliance', '2025-01-01', '2025-03-31'],
  ['4', 'council', '2024-06-01', '2024-06-30'],
  ['4', 'europol', '2026-01-01', '2026-12-31'],
  ['7', 'council', '2024-06-01', '2024-06-30'],
  ['7', 'hlg-access-to-data', '2024-09-01', '2024-11-30'],
  ['10', 'europol', null, '2024-12-31'],
  ['10', 'empact', '2025-10-01', '2025-12-31'],
  ['15', 'eu-celac-mechanism-on-drugs', null, '2025-06-30'],
  ['15', 'cosi clasi', '2025-01-01', '2025-06-30'],
  ['5', 'council', '2024-06-01', '2024-06-30'],
  ['5', 'eurojust', '2024-09-01', '2024-09-30'],
  ['5', 'eurojust', '2025-01-01', '2025-12-31'],
  ['9', 'council', '2026-01-01', '2026-12-31'],
  ['17', 'council', '2024-06-01', '2024-06-30'],
];

/** The example workspace as the editor reads it: paths with `/` in front, and texts. */
const files = new Map(
  globSync('**', { cwd: 'data/examples' })
    .sort()
    .map((path) => [`/${path}`, decodeText(readFileSync(`data/examples/${path}`))]),
);
const snapshot = snapshotOf(Object.fromEntries(files));
const findingsIn = (path: string) => snapshot.findings(uriOf(path));
const codesIn = (paths: readonly string[]) => new Set(paths.flatMap(findingsIn).map(({ code }) => code));
const roleOf = (path: string) => snapshot.roleOf(uriOf(path));

describe('the examples', () => {
  for (const path of COMPLETE) {
    it(`${path} is complete, admits two late actions with a reason, and has no finding`, () => {
      assert.deepEqual(findingsIn(path), []);
      const state = overview(snapshot, uriOf(path));
      assert.deepEqual([state?.covered, state?.required], [17, 17]);
      const entries = entriesOf(snapshot.report(uriOf(path))?.report ?? assert.fail('it is no report'));
      const late = entries.filter(({ fields }) => fields.status?.value?.as === 'delayed' && fields.reason?.value);
      assert.equal(late.length, 2);
    });

    it(`${path} has a finding for each of the two without its reason`, () => {
      const silent = (files.get(path) ?? '').replace(/^.*\breason:.*\n/gim, '').replace(/^- \*\*Reason.*\n/gm, '');
      const { findings } = { findings: snapshotOf({ [path]: silent }).findings(uriOf(path)) };
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['overdue-without-reason', 'overdue-without-reason'],
      );
    });
  }

  it('have the follow-ups of the Belgian Presidency as next steps, with their actors and dates', () => {
    assert.deepEqual(findingsIn(PROMISES), []);
    const report = snapshot.report(uriOf(PROMISES))?.report ?? assert.fail('it is no report');
    const steps = entriesOf(report).flatMap(({ actions, fields }) =>
      (fields.next?.value ?? []).map((step) => ({ action: actions[0]?.action, ...step })),
    );
    assert.ok(steps.every(({ actors }) => actors.length > 0));
    const dated = steps.flatMap(({ action, actors, due }) => {
      const names = actors.flatMap((name) => name.actors).join(' ');
      return due?.value ? [[action, names, due.value.earliest, due.value.latest]] : [];
    });
    assert.deepEqual(dated, FOLLOW_UPS);
  });

  it('answer for every step of them that was due by then', () => {
    assert.deepEqual(findingsIn(ANSWERS), []);
    const analysed = snapshot.report(uriOf(ANSWERS)) ?? assert.fail('it is no report');
    assert.equal(analysed.previous?.uri, uriOf(PROMISES));
    const answers = entriesOf(analysed.report).map(({ actions, fields }) => ({
      action: actions[0]?.action,
      given: (fields.followUp?.value ?? []).filter(({ status }) => status?.value).length,
      next: (fields.next?.value ?? []).length,
    }));
    for (const { action, given, next } of answers) {
      const promised = FOLLOW_UPS.filter(([of]) => of === action);
      const wasDue = promised.filter(([, , , latest]) => latest < '2025-01-01');
      assert.ok(given >= wasDue.length, `Action ${action}`);
      assert.ok(next >= promised.length - wasDue.length, `Action ${action}`);
    }
  });

  it('tell the same number in two roadmaps apart', () => {
    assert.deepEqual(findingsIn(TWO_PLANS), []);
    const report = snapshot.report(uriOf(TWO_PLANS))?.report ?? assert.fail('it is no report');
    assert.deepEqual(
      entriesOf(report).map(({ actions }) => actions.map(({ roadmap, action }) => `${roadmap}:${action}`).join()),
      ['eu-drugs-2023:5', 'coalition-2023:13', 'eu-drugs-2023:7', 'coalition-2023:4', 'eu-drugs-2023:4'],
    );
    const state = overview(snapshot, uriOf(TWO_PLANS));
    assert.deepEqual([state?.covered, state?.required], [5, 5]);
  });

  it('hide no finding of a report that is clean', () => {
    assert.deepEqual(
      CLEAN.filter((path) => /rapporteur-disable/.test(files.get(path) ?? '')),
      [],
    );
  });

  it('show every rule, in each format that it is for', () => {
    const drafts = [...files.keys()].filter((path) => !CLEAN.includes(path));
    const shown: Record<Format, ReadonlySet<string>> = {
      markdown: codesIn(drafts.filter((path) => roleOf(path) === 'markdown-report')),
      yaml: codesIn(drafts.filter((path) => roleOf(path) === 'yaml-report')),
      definition: codesIn(drafts.filter((path) => !/report$/.test(roleOf(path) ?? 'report'))),
    };
    const missing = RULES.map(({ meta }) => meta)
      .filter(({ code, severity }) => severity !== 'off' && code !== 'internal-error')
      .flatMap((meta) =>
        formatsOf(meta)
          .filter((format) => !shown[format].has(meta.code))
          .map((format) => `${meta.code} in ${format}`),
      );
    assert.deepEqual(missing, []);
  });

  it('say in a comment what is found, and find what the comments say', () => {
    const codes = RULES.map(({ meta }) => meta.code);
    for (const [path, text] of files) {
      const role = roleOf(path) ?? '';
      if (CLEAN.includes(path) || !/report$|^roadmap$/.test(role)) {
        continue;
      }
      const words: readonly string[] =
        text.replace(/rapporteur-disable\S* \S+/g, '').match(/[a-z]+(?:-[a-z]+)*/g) ?? [];
      const said = codes.filter((code) => words.includes(code));
      assert.deepEqual(said.sort(), [...codesIn([path])].sort(), path);
    }
  });

  it('leave the page that explains them alone, and have no finding where none is meant', () => {
    assert.equal(roleOf('/README.md'), undefined);
    for (const path of ['/actors.yaml', '/rapporteur.yaml', '/harbour-plan.roadmap.yaml']) {
      assert.notEqual(roleOf(path), undefined);
      // Two actors share a name, so that a report can show what comes of it.
      const shared = path === '/actors.yaml' ? ['roadmap-duplicate', 'roadmap-duplicate'] : [];
      const codes = findingsIn(path).map(({ code }) => code);
      assert.deepEqual(codes, shared, path);
    }
  });

  it(`have the findings of ${EXPECTED}`, () => {
    const found = [...files.keys()].map(listFindings).join('\n');
    if (process.env.UPDATE && !process.env.CI) {
      writeFileSync(EXPECTED, found);
    }
    assert.equal(found, readFileSync(EXPECTED, 'utf8'), 'UPDATE=1 npm test writes the file anew, not in CI');
  });
});

type Format = 'markdown' | 'yaml' | 'definition';

/** Where a rule's findings stand: the languages of its examples, or roadmap and actors files. */
function formatsOf({ group, examples }: RuleMeta): readonly Format[] {
  return group === 'roadmap' ? ['definition'] : [...new Set(examples.map(({ language }) => language))];
}

/** The file's name, then line (from 1), severity and code of each finding. */
function listFindings(path: string): string {
  const lines = new LineIndex(files.get(path) ?? '');
  const found = findingsIn(path).map(
    ({ span, severity, code }) => `${String(lines.positionAt(span.start).line + 1).padStart(4)} ${severity} ${code}\n`,
  );
  return `${path.slice(1)}\n${found.join('')}`;
}
