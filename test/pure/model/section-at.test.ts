import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Section } from '../../../server/src/model/report';
import { lastSectionFrom, sectionAt } from '../../../server/src/model/section-at';
import { snapshotOf, uriOf } from '../../analyse';

const TEXT = `roadmap: eu-drugs-2023
entries:
  - action: "1"
    status: delivered

  - action: "2"
    text: Text.
  # a comment
  - section: Way forward
    text: Text.
title: Behind
`;

describe('the section at an offset', () => {
  it('is the one that a look at all of them finds, at each offset', () => {
    for (const path of ['/a.report.yaml', '/a.report.md']) {
      const text = path.endsWith('yaml')
        ? TEXT
        : '---\nroadmap: eu-drugs-2023\n---\nText.\n\n# A\n## Action 1\n\nText.\n# B';
      const report = snapshotOf({ [path]: text }).report(uriOf(path))?.report;
      assert.ok(report && report.sections.length >= 3);
      for (let offset = 0; offset <= text.length; offset++) {
        const section: Section | undefined = report.sections.findLast(({ start }) => start <= offset);
        assert.equal(lastSectionFrom(report.sections, offset), section ? report.sections.indexOf(section) : -1);
        assert.equal(sectionAt(report, offset), section && offset <= section.end ? section : undefined);
      }
    }
  });

  it('is none in a report without sections', () => {
    assert.equal(sectionAt({ sections: [] }, 0), undefined);
  });
});
