import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/model/text-edits';
import { parseProjectFile } from '../../../server/src/parse/project-file';
import { projectFileWithout, turnRuleOff } from '../../../server/src/write/rule-off';

describe('turning a rule off in a project file', () => {
  const off = (text: string) => {
    const edit = turnRuleOff(text, 'action-order');
    return edit && applyEdits(text, [edit]);
  };

  it('writes the setting wherever there is a place for it, and keeps all else', () => {
    const cases: readonly [string, string][] = [
      ['', 'rules:\n  action-order: off\n'],
      ['# ours\n', '# ours\nrules:\n  action-order: off\n'],
      ['due-soon-days: 30', 'due-soon-days: 30\nrules:\n  action-order: off\n'],
      ['rules:\nas-of: 2024-06-03\n', 'rules:\n  action-order: off\nas-of: 2024-06-03\n'],
      ['rules: # ours\n', 'rules: # ours\n  action-order: off\n'],
      [
        'rules:\n    # why\n    actor-missing: off # ours\nas-of: 2024-06-03\n',
        'rules:\n    # why\n    action-order: off\n    actor-missing: off # ours\nas-of: 2024-06-03\n',
      ],
      ['rules:\n  action-order: warning # ours\n', 'rules:\n  action-order: off # ours\n'],
      ['rules:\n  action-order:\n', 'rules:\n  action-order: off\n'],
      ['rules: {actor-missing: off}\n', 'rules: {action-order: off, actor-missing: off}\n'],
      ['rules: {}\n', 'rules: {action-order: off}\n'],
      ['rules:\r\n  actor-missing: off\r\n', 'rules:\r\n  action-order: off\r\n  actor-missing: off\r\n'],
    ];
    for (const [before, after] of cases) {
      assert.equal(off(before), after, JSON.stringify(before));
    }
  });

  it('does nothing where the rule is off, or the file cannot take it', () => {
    for (const text of ['rules:\n  action-order: off\n', 'rules: none\n', '- a\n', 'rules: [a]\n']) {
      assert.equal(off(text), undefined, text);
    }
  });

  it('begins a file with the setting', () => {
    const { settings, problems } = parseProjectFile('', projectFileWithout('action-order'));
    assert.deepEqual([settings.rules, problems], [{ 'action-order': 'off' }, []]);
  });
});
