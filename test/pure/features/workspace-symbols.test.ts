import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { MOST_SYMBOLS, WorkspaceSymbols } from '../../../server/src/features/workspace-symbols';
import { snapshotOf } from '../../analyse';
import { CLEAN_DRAFT, HARBOUR_PLAN } from '../../drafts';

const FILES = {
  '/plan.roadmap.yaml': HARBOUR_PLAN,
  '/a.report.md': CLEAN_DRAFT,
  '/b.report.yaml':
    'roadmap: [harbour-plan, eu-drugs-2023]\nentries:\n  - action: "1"\n    roadmap: harbour-plan\n  - section: Outlook\n',
  '/readme.md': '# Read me\n',
};

const find = (query: string, files: Readonly<Record<string, string>> = FILES) => {
  const snapshot = snapshotOf(files);
  return new WorkspaceSymbols().find(snapshot, query).map(({ kind, name, container, uri, span }) => {
    const words = snapshot.text(uri)?.slice(span.start, span.end);
    return `${kind} ${name} [${container}] "${words}"`;
  });
};

describe('symbols of a workspace', () => {
  it('finds an action, deliverable or actor by its number, id or abbreviation first', () => {
    assert.equal(
      find('6')[0],
      'action Action 6: Facilitating financial investigations [EU roadmap to fight drug trafficking and organised crime] "6"',
    );
    assert.match(find('6.1')[0] ?? '', /^deliverable 6\.1 Blueprint for partnerships against money laundering /);
    assert.match(find('c1')[0] ?? '', /^commitment C1 /);
    assert.equal(find('EUDA')[0], 'actor European Union Drugs Agency (EUDA) [agency] "actor: euda"');
  });

  it('finds by words of the title in any order, words that begin so before others', () => {
    assert.match(find('investig finan')[0] ?? '', /^action Action 6: Facilitating financial investigations/);
    assert.deepEqual(find('docks light'), [
      'action Measure 1: Light the docks [Harbour plan] "1"',
      'entry Measure 1: Light the docks [b.report.yaml] "1"',
    ]);
    assert.deepEqual(find('nothing like it'), []);
    assert.ok(!find('41').some((one) => one.includes('641')));
  });

  it('finds entries of known reports, and no other sections', () => {
    const [action, entry] = find('west africa anti-drug');
    assert.match(action ?? '', /^action Action 14: /);
    assert.match(entry ?? '', /^entry Action 14: .* \[Progress report\] "Action 14: /);
    assert.ok(!find('outlook').some((one) => one.startsWith('section')));
  });

  it('says by which other name an actor was found, so that an editor that compares names finds it too', () => {
    assert.match(find('member-states')[0] ?? '', /^actor Member States – member-states /);
    assert.ok(find('eu drugs agency').some((one) => one.startsWith('actor European Union Drugs Agency (EUDA)')));
  });

  it('finds scattered letters behind everything else', () => {
    const found = find('ligdoc');
    assert.match(found[0] ?? '', /^action Measure 1: Light the docks/);
  });

  it('finds something for an empty query: actions, then entries, never too much', () => {
    const found = find('');
    assert.match(found[0] ?? '', /^action Action 1:/);
    assert.ok(found.some((one) => one.startsWith('action Measure 1')));
    assert.ok(found.some((one) => one.startsWith('entry Action 14')));
    assert.ok(found.length <= MOST_SYMBOLS);
    const many = Array.from({ length: 500 }, (_, index) => `  - action: "${index}"\n    title: Title\n`).join('');
    assert.equal(
      find('title', { '/big.roadmap.yaml': `roadmap: big\ntitle: Big\nactions:\n${many}` }).length,
      MOST_SYMBOLS,
    );
  });
});
