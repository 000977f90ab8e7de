import assert from 'node:assert/strict';
import { readMarkdown } from '../../../server/src/import/read-markdown';
import { roadmapOf } from '../../../server/src/import/roadmap-of';

describe('the roadmap that a document is on', () => {
  const roadmaps = [
    { id: 'ports', titles: ['Light the docks', 'Scan containers', 'Train officers'] },
    { id: 'single', titles: ['Scan containers'] },
    { id: 'large', titles: ['Light the docks', 'Scan containers', 'Train officers', 'Share data', 'Map networks'] },
  ];
  const found = (text: string) => roadmapOf(readMarkdown(text), roadmaps);

  it('is the one most of whose titles it has, wherever they stand', () => {
    assert.equal(found('# Report\n\n## Action 1 – **Light** the docks\n\nWe scan containers.\n'), 'ports');
    assert.equal(found('| What | When |\n| --- | --- |\n| LIGHT THE DOCKS | now |\n\n- Train officers.\n'), 'ports');
    assert.equal(found('Light the docks\n\nScan containers\n\nTrain officers\n\nShare data\n'), 'large');
  });

  it('is unknown where too few are there, or none', () => {
    assert.equal(found('Scan containers\n'), undefined);
    assert.equal(found('Scan containerships, floodlight the docksides\n'), undefined);
    assert.equal(found('~~Light the docks~~ and scan containers\n'), undefined);
    assert.equal(roadmapOf(readMarkdown('Text'), undefined), undefined);
  });
});
