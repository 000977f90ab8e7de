import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type FileMove, previousAfterMove, projectFileAfterMove } from '../../server/src/lsp/moved-files';
import { OccurrenceReader } from '../../server/src/lsp/occurrence-reader';
import { snapshotOf, uriOf } from '../analyse';
import { applyEdits } from '../moving';

/** What `previous` of a report says after moves, given as paths. */
function previous(path: string, written: string, ...moves: readonly (readonly [string, string])[]): string {
  const isYaml = path.endsWith('.yaml');
  const lines = `roadmap: eu-drugs-2023\nprevious: ${written} # the last one\n`;
  const text = isYaml ? `${lines}entries: []\n` : `---\n${lines}---\n\nText.\n`;
  const snapshot = snapshotOf({ [path]: text });
  const occurrences = new OccurrenceReader().of(snapshot, uriOf(path));
  const after = applyEdits(text, previousAfterMove(uriOf(path), text, occurrences, asMoves(moves)));
  const found = /^previous: (.*) # the last one$/m.exec(after)?.[1];
  assert.ok(found !== undefined, after);
  assert.equal(after.replace(`previous: ${found}`, `previous: ${written}`), text);
  return found;
}

function asMoves(moves: readonly (readonly [string, string])[]): readonly FileMove[] {
  return moves.map(([from, to]) => ({ oldUri: uriOf(encodeURI(from)), newUri: uriOf(encodeURI(to)) }));
}

describe('files that move', () => {
  it('are followed by `previous` of the reports that come after them', () => {
    for (const path of ['/r/b.report.md', '/r/b.report.yaml']) {
      assert.equal(previous(path, './a.report.md', ['/r/a.report.md', '/r/old.report.md']), './old.report.md');
      assert.equal(previous(path, 'a.report.md', ['/r/a.report.md', '/r/old.report.md']), 'old.report.md');
      assert.equal(previous(path, '"a.report.md"', ['/r/a.report.md', '/r/x "y".md']), '"x \\"y\\".md"');
      assert.equal(previous(path, "'a.report.md'", ['/r/a.report.md', "/r/o'.md"]), "'o''.md'");
      assert.equal(previous(path, 'a.report.md', ['/r/a.report.md', '/r/#1: x.md']), '"#1: x.md"');
      assert.equal(previous(path, './a.report.md', ['/r/a.report.md', '/old/a.report.md']), '../old/a.report.md');
      assert.equal(previous(path, './a.report.md', ['/r/a.report.md', '/r/2023/a 1.md']), './2023/a 1.md');
      assert.equal(previous(path, '/r/a.report.md', ['/r/a.report.md', '/q/a.md']), '/q/a.md');
      assert.equal(previous(path, './ä.report.md', ['/r/ä.report.md', '/r/100%.md']), './100%25.md');
    }
  });

  it('take their own `previous` along', () => {
    assert.equal(previous('/r/b.report.md', './a.md', ['/r/b.report.md', '/r/c.report.md']), './a.md');
    assert.equal(previous('/r/b.report.md', './a.md', ['/r/b.report.md', '/r/q/b.report.md']), '../a.md');
    assert.equal(previous('/r/q/b.report.md', '../a.md', ['/r/q/b.report.md', '/r/b.report.md']), './a.md');
    const both = previous('/r/b.report.md', './a.md', ['/r/b.report.md', '/q/b.report.md'], ['/r/a.md', '/q/a.md']);
    assert.equal(both, './a.md');
  });

  it('move with their folders', () => {
    assert.equal(previous('/r/b.report.md', '../q/a.md', ['/q', '/p/q']), '../p/q/a.md');
    assert.equal(previous('/r/b.report.md', './a.md', ['/r', '/s']), './a.md');
    assert.equal(previous('/r/b.report.md', './a.md', ['/re', '/s']), './a.md');
    assert.equal(previous('/r/b.report.md', '../q/a.md', ['/r', '/s/r']), '../../q/a.md');
  });

  it('are followed by the paths of the project file', () => {
    const text =
      'roadmap: x\nroadmaps: [./plans/a.yaml, "plans/*.yaml"]\nreports:\n  - drafts/b.md # b\nactors: plans/b.yaml\n';
    const moved = (...moves: readonly (readonly [string, string])[]) =>
      applyEdits(text, projectFileAfterMove(text, 'file:///w', asMoves(moves)));
    assert.equal(moved(['/w/plans/a.yaml', '/w/plans/c.yaml']), text.replace('plans/a.yaml', 'plans/c.yaml'));
    assert.equal(moved(['/w/drafts/b.md', '/w/b [1].md']), text.replace('drafts/b.md', '"b [1].md"'));
    assert.equal(moved(['/w/plans', '/w/programmes']), text.replaceAll('plans/', 'programmes/'));
    assert.equal(moved(['/w/plan', '/w/programmes']), text);
    assert.equal(projectFileAfterMove(text, 'file:///w', asMoves([['/w/plans', '/x']])).length, 0);
  });
});
