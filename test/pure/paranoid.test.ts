import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { snapshotOf, uriOf } from '../analyse';
import { edited, generator, randomEdit } from '../random-edits';

const PATH = '/reports/2024-h1.report.md';

describe('the setting “paranoid”', function () {
  this.timeout(60_000);

  const text = readFileSync('data/examples/2024-h1.report.md', 'utf8');

  it('finds nothing to say about edits as they are', () => {
    const random = generator(7);
    let current = text;
    let snapshot = snapshotOf({ [PATH]: text }, { settings: { paranoid: true } });
    for (let count = 0; count < 10; count++) {
      const edit = randomEdit(current, random, text.length);
      current = edited(current, edit);
      const change = { start: edit.start, end: edit.end, newEnd: edit.start + edit.insert.length };
      snapshot = snapshot.with([{ uri: uriOf(PATH), text: current, change }]);
      assert.deepEqual(codes(snapshot.findings(uriOf(PATH))).filter(isInternal), []);
    }
  });

  it('tells when what was kept is wrong, and shows what is right', () => {
    const other = text.replace('## Action 6', '## Action 66');
    const found = (paranoid: boolean) => {
      const snapshot = snapshotOf({ [PATH]: text }, { settings: { paranoid } });
      snapshot.findings(uriOf(PATH));
      // An edit at the end, which is not where the text is another.
      const change = { start: text.length, end: text.length, newEnd: other.length };
      return codes(snapshot.with([{ uri: uriOf(PATH), text: other, change }]).findings(uriOf(PATH)));
    };
    const expected = codes(snapshotOf({ [PATH]: other }).findings(uriOf(PATH)));
    assert.notDeepEqual(other, text);
    assert.notDeepEqual(found(false), expected);
    assert.deepEqual(found(true), ['internal-error', ...expected]);
  });
});

function codes(findings: readonly { readonly code: string }[]): readonly string[] {
  return findings.map(({ code }) => code);
}

function isInternal(code: string): boolean {
  return code === 'internal-error';
}
