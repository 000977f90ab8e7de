import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { setAsOf } from '../../../server/src/write/set-as-of';
import { snapshotOf, uriOf } from '../../analyse';

/** The text after the as-of date was set to 30 June 2024; checks that it is the as-of date then. */
function dated(path: string, text: string): string {
  const analysed = snapshotOf({ [path]: text }).report(uriOf(path));
  assert.ok(analysed);
  const edit = setAsOf(analysed.report, '2024-06-30');
  assert.ok(edit);
  const result = text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
  const after = snapshotOf({ [path]: result });
  assert.deepEqual(after.report(uriOf(path))?.asOf, { day: '2024-06-30', from: 'as-of' }, result);
  assert.deepEqual(after.report(uriOf(path))?.report.problems, analysed.report.problems, result);
  return result;
}

const markdown = (header: string) => dated('/a.report.md', `---\n${header}---\n\nText.\n`).split('---\n')[1];
const yaml = (header: string) => dated('/a.report.yaml', `${header}entries: []\n`).replace('entries: []\n', '');

describe('setting the as-of date', () => {
  for (const [format, set] of [
    ['Markdown', markdown],
    ['YAML', yaml],
  ] as const) {
    it(`replaces the value that is there, in ${format}`, () => {
      assert.equal(set('roadmap: a\nas-of: 2024-06-03\n'), 'roadmap: a\nas-of: 2024-06-30\n');
      assert.equal(set('as-of: "3 June 2024"\nroadmap: a\n'), 'as-of: "2024-06-30"\nroadmap: a\n');
      assert.equal(set("as-of: '2024-06-03' # the meeting\n"), "as-of: '2024-06-30' # the meeting\n");
      assert.equal(set('as-of: by mid-2024 # the meeting\n'), 'as-of: 2024-06-30 # the meeting\n');
      assert.equal(set('as-of: someday\n'), 'as-of: 2024-06-30\n');
    });

    it(`fills in a key without value, in ${format}`, () => {
      assert.equal(set('as-of:\nroadmap: a\n'), 'as-of: 2024-06-30\nroadmap: a\n');
      assert.equal(set('as-of: # which?\n'), 'as-of: 2024-06-30 # which?\n');
    });

    it(`adds the key behind those before it, in ${format}`, () => {
      assert.equal(set('roadmap: a\ndate: 2024-06-03\n'), 'roadmap: a\ndate: 2024-06-03\nas-of: 2024-06-30\n');
      assert.equal(set('roadmap: a\nprevious: b.md\n'), 'roadmap: a\nas-of: 2024-06-30\nprevious: b.md\n');
      assert.equal(set('roadmap:\n  - a\n  - b\n'), 'roadmap:\n  - a\n  - b\nas-of: 2024-06-30\n');
      assert.equal(
        set('roadmap: a\n# what it covers\nscope:\n  areas: [b]\n'),
        'roadmap: a\nas-of: 2024-06-30\n# what it covers\nscope:\n  areas: [b]\n',
      );
      assert.equal(set(''), 'as-of: 2024-06-30\n');
    });

    it(`keeps the line ends, in ${format}`, () => {
      const crlf = dated(
        format === 'YAML' ? '/a.report.yaml' : '/a.report.md',
        format === 'YAML'
          ? 'roadmap: a\r\ndate: 2024-06-03\r\nentries: []\r\n'
          : '---\r\nroadmap: a\r\ndate: 2024-06-03\r\n---\r\n\r\nText.\r\n',
      );
      assert.match(crlf, /date: 2024-06-03\r\nas-of: 2024-06-30\r\n/);
      assert.doesNotMatch(crlf, /[^\r]\n/);
    });
  }

  it('opens front matter where there is none', () => {
    assert.equal(dated('/a.report.md', '## Action 6\n'), '---\nas-of: 2024-06-30\n---\n\n## Action 6\n');
    assert.equal(dated('/a.report.md', ''), '---\nas-of: 2024-06-30\n---\n\n');
    assert.equal(dated('/a.report.md', '\ufeffText.\r\n'), '\ufeff---\r\nas-of: 2024-06-30\r\n---\r\n\r\nText.\r\n');
  });

  it('starts a line at the end of a file without one', () => {
    assert.equal(dated('/a.report.yaml', 'roadmap: a'), 'roadmap: a\nas-of: 2024-06-30\n');
    assert.equal(dated('/a.report.yaml', ''), 'as-of: 2024-06-30\n');
  });

  it('finds the key behind the entries', () => {
    assert.equal(
      dated('/a.report.yaml', 'roadmap: a\nentries:\n  - section: A\n    text: B\nas-of: 2024-06-03\n'),
      'roadmap: a\nentries:\n  - section: A\n    text: B\nas-of: 2024-06-30\n',
    );
  });
});
