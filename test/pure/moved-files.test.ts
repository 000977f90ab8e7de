import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DocumentLinks } from '../../server/src/features/document-links';
import { type FileMove, pathsAfterMove, projectFileAfterMove } from '../../server/src/lsp/moved-files';
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
  const after = applyEdits(text, pathsAfterMove({ uri: uriOf(path), text, occurrences, links: [] }, asMoves(moves)));
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

  describe('are followed by links, images and evidence', () => {
    const BODY = [
      'See [the last one](./a.report.md#action-6 "Title"), ![a map](img/map.png) and [it again][last].',
      '',
      '`[code](./a.report.md)` and [the web](https://example.org/a.report.md), [here](#top), [root](/r/a.report.md)',
      '',
      '[last]: <a.report.md?x#y>',
    ];
    const links = (path: string, ...moves: readonly (readonly [string, string])[]) => {
      const isYaml = path.endsWith('.yaml');
      const evidence = isYaml ? '    evidence:\n      - ./a.report.md\n' : '- **Evidence:** ./a.report.md\n\n';
      const prose = isYaml
        ? `    text: |\n${BODY.map((line) => `      ${line}`).join('\n')}\n`
        : `${BODY.join('\n')}\n`;
      const header = 'roadmap: eu-drugs-2023\nprevious: ./a.report.md\n';
      const text = isYaml
        ? `${header}entries:\n  - action: "6"\n${evidence}${prose}`
        : `---\n${header}---\n\n## Action 6\n\n${evidence}${prose}`;
      const snapshot = snapshotOf({ [path]: text });
      const uri = uriOf(path);
      const found = new DocumentLinks().of(snapshot, uri).flatMap(({ span, target }) => {
        return 'reference' in target ? [{ span, reference: target.reference }] : [];
      });
      const report = { uri, text, occurrences: new OccurrenceReader().of(snapshot, uri), links: found };
      const after = applyEdits(text, pathsAfterMove(report, asMoves(moves))).split('\n');
      return text.split('\n').flatMap((line, index) => (line === after[index] ? [] : [after[index]?.trim()]));
    };

    it('of other files, with what stands behind them', () => {
      assert.deepEqual(links('/r/b.report.md', ['/r/a.report.md', '/old/a (1).report.md']), [
        'previous: ../old/a (1).report.md',
        '- **Evidence:** ../old/a%20%281%29.report.md',
        'See [the last one](../old/a%20%281%29.report.md#action-6 "Title"), ![a map](img/map.png) and [it again][last].',
        '[last]: <../old/a%20%281%29.report.md?x#y>',
      ]);
      assert.deepEqual(links('/r/b.report.yaml', ['/r/a.report.md', '/r/old.report.md']), [
        'previous: ./old.report.md',
        '- ./old.report.md',
        'See [the last one](./old.report.md#action-6 "Title"), ![a map](img/map.png) and [it again][last].',
      ]);
      assert.deepEqual(links('/r/b.report.md', ['/r/img', '/r/images']), [
        'See [the last one](./a.report.md#action-6 "Title"), ![a map](images/map.png) and [it again][last].',
      ]);
    });

    it('of the report itself', () => {
      assert.deepEqual(links('/r/b.report.md', ['/r/b.report.md', '/r/q/b.report.md']), [
        'previous: ../a.report.md',
        '- **Evidence:** ../a.report.md',
        'See [the last one](../a.report.md#action-6 "Title"), ![a map](../img/map.png) and [it again][last].',
        '[last]: <../a.report.md?x#y>',
      ]);
      assert.deepEqual(links('/r/b.report.md', ['/r/b.report.md', '/r/c.report.md']), []);
      assert.deepEqual(links('/r/b.report.md', ['/r', '/s']), []);
    });
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
