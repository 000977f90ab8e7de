import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/model/text-edits';
import { exceptAction } from '../../../server/src/write/scope-exception';
import { snapshotOf, uriOf } from '../../analyse';

/** The header with Action 8 left out; undefined where that has no place. */
function excepted(header: string): string | undefined {
  const text = `roadmap: eu-drugs-2023\n${header}entries:\n  - section: One\n`;
  const report = snapshotOf({ '/a.report.yaml': text }).report(uriOf('/a.report.yaml'))?.report ?? assert.fail();
  const edit = exceptAction(report, '8', 'why so');
  const after = edit && applyEdits(text, [edit]);
  return after?.slice('roadmap: eu-drugs-2023\n'.length, after.indexOf('entries:'));
}

describe('an exception from the scope', () => {
  const item = (indent: string) => `${indent}- action: "8"\n${indent}  reason: why so\n`;

  it('goes where the header has a place for it', () => {
    const cases: readonly [string, string][] = [
      ['', `scope:\n  except:\n${item('    ')}`],
      ['title: One\n', `title: One\nscope:\n  except:\n${item('    ')}`],
      ['scope:\n', `scope:\n  except:\n${item('    ')}`],
      [
        'scope: # ours\n    areas: [networks]\n',
        `scope: # ours\n    except:\n${item('      ')}    areas: [networks]\n`,
      ],
      [
        'scope:\n  except:\n  - action: "9"\n    reason: no\n',
        `scope:\n  except:\n${item('  ')}  - action: "9"\n    reason: no\n`,
      ],
      ['scope:\n  except:\n', `scope:\n  except:\n${item('    ')}`],
      ['scope:\n  except: [{action: "9"}]\n', 'scope:\n  except: [{action: "8", reason: why so}, {action: "9"}]\n'],
      ['scope: {actions: ["8", "9"]}\n', 'scope: {actions: ["8", "9"], except: [{action: "8", reason: why so}]}\n'],
      ['scope: {}\n', 'scope: {except: [{action: "8", reason: why so}]}\n'],
      ['scope: {except: [{action: "9"}]}\n', 'scope: {except: [{action: "8", reason: why so}, {action: "9"}]}\n'],
    ];
    for (const [before, after] of cases) {
      assert.equal(excepted(before), after, JSON.stringify(before));
    }
  });

  it('is not written into what cannot be read', () => {
    assert.equal(excepted('scope: networks\n'), undefined);
    assert.equal(excepted('scope:\n  areas [networks\n'), undefined);
  });
});
