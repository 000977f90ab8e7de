import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createActorRegister } from '../../../server/src/model/actor';
import type { ReportFormat } from '../../../server/src/model/report';
import { parseReport } from '../../../server/src/parse/report';
import { headerEdits } from '../../../server/src/write/header-lines';

/** The text after `as-of` was written into its header. */
function dated(text: string, format: ReportFormat): string {
  const context = { roadmaps: [], actors: createActorRegister([]), today: '2024-06-03' };
  const report = parseReport(`file:///draft.report.${format}`, text, format, context);
  const edits = headerEdits(report, [['as-of', '2024-06-03']]);
  return edits.reduce((all, { span, newText }) => all.slice(0, span.start) + newText + all.slice(span.end), text);
}

describe('edits of the header', () => {
  it('write a key where it usually stands', () => {
    assert.equal(
      dated('---\nroadmap: a\ntitle: b\nperiod: 2024\n---\n\nText.\n', 'markdown'),
      '---\nroadmap: a\ntitle: b\nas-of: 2024-06-03\nperiod: 2024\n---\n\nText.\n',
    );
    assert.equal(
      dated('---\nscope:\n  areas: [a]\nroadmap: a\n---\n', 'markdown'),
      '---\nas-of: 2024-06-03\nscope:\n  areas: [a]\nroadmap: a\n---\n',
    );
  });

  it('write it behind the last key where none follows, lists and empty headers included', () => {
    assert.equal(
      dated('---\nroadmap:\n  - a\n  - b\n---\n', 'markdown'),
      '---\nroadmap:\n  - a\n  - b\nas-of: 2024-06-03\n---\n',
    );
    assert.equal(dated('---\n---\nText.\n', 'markdown'), '---\nas-of: 2024-06-03\n---\nText.\n');
    assert.equal(dated('roadmap: a\nentries: []\n', 'yaml'), 'roadmap: a\nas-of: 2024-06-03\nentries: []\n');
    assert.equal(dated('roadmap: a', 'yaml'), 'roadmap: a\nas-of: 2024-06-03\n');
    assert.equal(dated('', 'yaml'), 'as-of: 2024-06-03\n');
  });

  it('open a header where there is none', () => {
    assert.equal(dated('Text.\n', 'markdown'), '---\nas-of: 2024-06-03\n---\n\nText.\n');
    assert.equal(dated('\ufeffText.\n', 'markdown'), '\ufeff---\nas-of: 2024-06-03\n---\n\nText.\n');
  });

  it('fill in a key without value, and keep the line ends of the file', () => {
    assert.equal(
      dated('---\r\nas-of:\r\nroadmap: a\r\n---\r\n', 'markdown'),
      '---\r\nas-of: 2024-06-03\r\nroadmap: a\r\n---\r\n',
    );
    assert.equal(
      dated('---\r\nroadmap: a\r\n---\r\n', 'markdown'),
      '---\r\nroadmap: a\r\nas-of: 2024-06-03\r\n---\r\n',
    );
  });

  it('leave comments where they belong', () => {
    assert.equal(
      dated('---\nroadmap: a\n\n# only one area\nscope:\n  areas: [a]\n---\n', 'markdown'),
      '---\nroadmap: a\nas-of: 2024-06-03\n\n# only one area\nscope:\n  areas: [a]\n---\n',
    );
    assert.equal(dated('as-of: # which?\nentries: []\n', 'yaml'), 'as-of: 2024-06-03 # which?\nentries: []\n');
    assert.equal(dated('# A report\nentries: []\n', 'yaml'), 'as-of: 2024-06-03\n# A report\nentries: []\n');
  });

  it('stand in the column of the other keys', () => {
    assert.equal(
      dated('---\n  roadmap: a\n  scope:\n    areas: [a]\n---\n', 'markdown'),
      '---\n  roadmap: a\n  as-of: 2024-06-03\n  scope:\n    areas: [a]\n---\n',
    );
  });
});
