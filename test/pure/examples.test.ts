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

const CLEAN = ['/2024-h1.report.md', '/2024-h1.report.yaml'];

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
  for (const path of CLEAN) {
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
      assert.deepEqual(findingsIn(path), [], path);
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
