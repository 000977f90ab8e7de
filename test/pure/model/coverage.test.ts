import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Coverage, countCovered, coverageOf } from '../../../server/src/model/coverage';
import { requiredActions } from '../../../server/src/model/scope';
import { snapshotOf, uriOf } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { parseFixture } from '../../fixture';

function coverage(source: string): Coverage {
  const { files } = parseFixture(source);
  const snapshot = snapshotOf(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  const analysed = snapshot.report(uriOf(files[0]?.path ?? ''));
  assert.ok(analysed);
  const [first, second] = coverageOf(analysed, snapshot.actors);
  assert.ok(first && !second);
  return first;
}

const ids = (actions: readonly { readonly id: string }[]) => actions.map(({ id }) => id);

describe('the coverage of a report', () => {
  it('tells what is required, named, reported and missing', () => {
    const found = coverage(
      markdownDraft(
        `
## Action 6

- **Status:** in progress

See Action 7.

## Action 8

- **Actors:** Europol

| Action | Status | Comment |
| --- | --- | --- |
| 4 | | Text. |
| 8 | delivered | Text. |
`,
        'scope:\n  areas: [networks]',
      ),
    );
    assert.deepEqual(ids(found.required), ['4', '5', '6', '7', '8', '9']);
    assert.deepEqual([...found.named], ['4', '6', '7', '8']);
    assert.deepEqual([...found.reported], ['4', '6']);
    assert.deepEqual(ids(found.missing), ['5', '9']);
    assert.deepEqual(countCovered([found]), { covered: 2, required: 6 });
  });

  it('is the same in YAML', () => {
    const found = coverage(
      yamlDraft(
        `
  - action: "6"
    status: in-progress
    text: See Action 7.
  - action: "8"
    actors: [europol]
`,
        'scope:\n  areas: [networks]',
      ),
    );
    assert.deepEqual([...found.named], ['6', '7', '8']);
    assert.deepEqual([...found.reported], ['6']);
    assert.deepEqual(ids(found.missing), ['4', '5', '9']);
  });

  it('does not count a placeholder, an unreadable status or a heading alone as reported', () => {
    const found = coverage(
      markdownDraft('## Action 4\n\n[to be completed]\n\n## Action 5\n\n- **Status:** so-so\n\n## Action 6\n'),
    );
    assert.deepEqual([...found.named], ['4', '5', '6']);
    assert.deepEqual([...found.reported], []);
  });

  it('gives the best guess for what is named nowhere', () => {
    const found = coverage(
      markdownDraft(
        '## Setting up a network of specialised prosecutors and judges\n\n' +
          'Eurojust prepares the network of prosecutors and judges, who deal with criminal networks.\n\n## Other work\n\nSee Action 6.\n',
      ),
    );
    assert.equal(
      found.suggested().get('5')?.section.heading?.text,
      'Setting up a network of specialised prosecutors and judges',
    );
    assert.equal(found.suggested().has('6'), false);
    assert.ok(ids(found.missing).includes('5'));
  });
});

describe('the scope of a report', () => {
  const snapshot = snapshotOf({});
  const roadmap = snapshot.roadmaps.get('eu-drugs-2023');
  const required = (scope: Partial<Parameters<typeof requiredActions>[1]>): readonly string[] => {
    assert.ok(roadmap);
    return ids(requiredActions(roadmap, { except: [], ...scope }, snapshot.actors));
  };

  it('is everything where nothing is said', () => {
    assert.equal(required({}).length, 17);
  });

  it('takes actions by number, label and roadmap, in the roadmap’s order', () => {
    assert.deepEqual(required({ actions: ['Action 14', 'eu-drugs-2023:8', '2', 'other:3'] }), ['2', '8', '14']);
  });

  it('takes areas by id and title, and each part restricts', () => {
    assert.deepEqual(required({ areas: ['prevention'] }), required({ areas: ['PREVENTION'] }));
    assert.deepEqual(required({ areas: ['Dismantling high-risk criminal networks'], actions: ['8', '14'] }), ['8']);
    assert.deepEqual(required({ areas: ['networks'], except: ['4', 'Action 5'] }), ['6', '7', '8', '9']);
  });

  it('takes the actions of an actor, of what it is part of and of its predecessor', () => {
    assert.deepEqual(required({ actors: ['EUCPN'] }), ['12']);
    assert.deepEqual(required({ actors: ['euda'] }), required({ actors: ['emcdda'] }));
    const ofMemberStates = required({ actors: ['member-states'] });
    assert.deepEqual(required({ actors: ['Belgium'] }), ofMemberStates);
    assert.ok(ofMemberStates.length < 17 && ofMemberStates.includes('5'));
  });

  it('does not give everybody what the Union as a whole has promised', () => {
    assert.equal(required({ actors: ['frontex'] }).includes('16'), false);
  });
});
