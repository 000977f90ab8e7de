import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { actionsAround, definingFile, definitionsAmong } from '../../../server/src/features/definition';
import { subjectKey } from '../../../server/src/model/subject';
import { uriOf } from '../../analyse';
import { harbourAt as at } from '../../harbour-workspace';
import { nameOf, openFixture } from '../../moving';

/** The lines that define what stands at the cursor. */
function definitions(fixture: string): readonly string[] {
  const { snapshot, reader, at: named } = openFixture(fixture);
  return named.flatMap(({ subject }) => {
    const uri = definingFile(snapshot, subject);
    return uri === undefined
      ? []
      : definitionsAmong(uri, reader.of(snapshot, uri), subject).map(({ whole, name }) => {
          const text = snapshot.text(uri) ?? '';
          assert.ok(whole.start <= name.start && name.end <= whole.end);
          const start = text.lastIndexOf('\n', name.start) + 1;
          return text.slice(start, text.indexOf('\n', start)).trim();
        });
  });
}

/** The actions that what stands at the cursor belongs to. */
function actions(fixture: string): readonly string[] {
  const { snapshot, reader, cursor, at: named } = openFixture(fixture);
  const uri = uriOf(cursor.path);
  const found = actionsAround(snapshot, uri, cursor.offset, named, () => reader.of(snapshot, uri));
  return found.map((subject) => nameOf(subjectKey(subject)));
}

const [PLAN, ACTORS, MD, YML] = ['/plan.roadmap.yaml', '/actors.yaml', '/a.report.md', '/b.report.yaml'] as const;

describe('definition', () => {
  it('is the line of the roadmap or of the actors that says it', () => {
    for (const path of [MD, YML]) {
      assert.deepEqual(definitions(at(path, '6.10')), ['- action: "6.10"']);
      assert.deepEqual(definitions(at(path, 'Port Authority')), ['- actor: port']);
      assert.deepEqual(definitions(at(path, 'plan')), ['roadmap: plan']);
      assert.deepEqual(definitions(at(path, '[^')), []);
    }
    assert.deepEqual(definitions(at(MD, 'Lamps on')), ['- deliverable: "6.1"']);
    assert.deepEqual(definitions(at(YML, 'C1')), ['- commitment: C1']);
    assert.deepEqual(definitions(at(MD, 'docks]')), ['- area: docks']);
    assert.deepEqual(definitions(at(ACTORS, 'old-port')), ['- actor: old-port']);
    assert.deepEqual(definitions(at(PLAN, 'europol')), ['- actor: europol']);
    assert.deepEqual(definitions(at(MD, 'Measures 7-8')), ['- action: 7']);
  });

  it('of the type is the action that something belongs to', () => {
    assert.deepEqual(actions(at(MD, 'in progress')), ['action plan 6.10']);
    assert.deepEqual(actions(at(MD, 'Lamps on')), ['action plan 6.10']);
    assert.deepEqual(actions(at(MD, 'late |')), ['action plan 8']);
    assert.deepEqual(actions(at(MD, 'Measure 7.')), ['action plan 7']);
    assert.deepEqual(actions(at(MD, 'roadmap:')), []);
    assert.deepEqual(actions(at(YML, '6.1"')), ['action plan 6.10']);
    assert.deepEqual(actions(at(YML, 'Light more')), ['action plan 6.10', 'action plan 7']);
    assert.deepEqual(actions(at(YML, 'C1')), ['action plan 6.10', 'action plan 7']);
    assert.deepEqual(actions(at(PLAN, 'europol')), ['action plan 6.10']);
    assert.deepEqual(actions(at(PLAN, 'Lamps')), ['action plan 6.10']);
    assert.deepEqual(actions(at(PLAN, 'title: Harbour')), []);
  });
});
