import assert from 'node:assert/strict';
import { BUILT_IN_ROOT, builtInFiles } from '../../server/src/project/built-in';
import { defaultRoadmap } from '../../server/src/project/default-roadmap';
import { snapshotOf } from '../analyse';

const plan = (id: string) =>
  `roadmap: ${id}\ntitle: Plan ${id}\nactions:\n  - action: "1"\n    title: Light the docks\n`;

function defaultOf(files: Readonly<Record<string, string>>, roadmap?: string): string | undefined {
  const snapshot = snapshotOf(files, roadmap === undefined ? {} : { settings: { roadmap } });
  return defaultRoadmap(snapshot, builtInFiles(BUILT_IN_ROOT))?.id;
}

describe('the roadmap where nobody says which', () => {
  it('is the first that ships, in a workspace that has none', () => {
    assert.equal(defaultOf({}), 'eu-drugs-2023');
  });

  it('is the only one of the workspace’s own', () => {
    assert.equal(defaultOf({ '/a.roadmap.yaml': plan('harbours') }), 'harbours');
    assert.equal(defaultOf({ '/a.roadmap.yaml': plan('coalition-2023') }), 'coalition-2023');
  });

  it('is asked for where the workspace has several', () => {
    assert.equal(defaultOf({ '/a.roadmap.yaml': plan('harbours'), '/b.roadmap.yaml': plan('rivers') }), undefined);
  });

  it('is that of the settings, and none where that is not known', () => {
    const files = { '/a.roadmap.yaml': plan('harbours'), '/b.roadmap.yaml': plan('rivers') };
    assert.equal(defaultOf(files, 'rivers'), 'rivers');
    assert.equal(defaultOf(files, 'luxembourg-2015'), 'luxembourg-2015');
    assert.equal(defaultOf(files, 'nothing'), undefined);
  });
});
