import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { complete } from '../../../server/src/features/completion';
import { hover } from '../../../server/src/features/hover';
import { yamlRegion } from '../../../server/src/features/yaml-lines';
import { yamlSlot } from '../../../server/src/features/yaml-slot';
import { skeleton } from '../../../server/src/write/skeleton';
import { snapshotOf, uriOf } from '../../analyse';
import { expandSnippet } from '../../snippets';

const MARKDOWN_LINES = [
  '---',
  'roadmap: eu-drugs-2023',
  'scope:',
  '  areas: [networks, ',
  '## Action 6: Facilitating financial investigations',
  '## Act',
  '# ',
  '### Next steps',
  '- **Status:** in progress (no budget)',
  '- **Actors:** Europol, Eu',
  '**Deliverables**',
  '- Blueprint for partnerships against money laundering: delivered (14 May 2024)',
  '  - **Deadline:** by mid-2024',
  '- Europol and Eurojust will present it (autumn 2024',
  'Europol met on 14 May 2024, see Action 1 and ST 9999/24.',
  '| Action | Status | Actors |',
  '|---|---|---|',
  '| Action 6 | del | Europol, ',
  '```',
  '<!-- rapporteur-disable-next-line ',
  '> quoted',
  '**',
  '-',
  '',
];

const YAML_LINES = [
  'roadmap: eu-drugs-2023',
  'roadmap: [eu-drugs-2023, ',
  'scope:',
  '  except:',
  '    - action: "8',
  'entries:',
  '  - action: "6" # Facilitating',
  '  - ac',
  '  -',
  '    status: in-progress',
  '    status:',
  '    sta',
  '    actors: [europol, ',
  '    actors:',
  '      - euro',
  '    - europol',
  '    text: |',
  '      Europol met on 14 May 2024, see Action 1',
  '    deliverables:',
  '      - deliverable: "6.1',
  '        due: by mid-2024',
  '    next:',
  '      - text: >-',
  '      - {text: a, due: ',
  '\tstatus: x',
  '    "st": \'x',
  '# rapporteur-disable-line ',
  '---',
  ']',
  '',
];

/** A draft that somebody is in the middle of: lines in any order, some cut off or moved, with any line ends. */
function drafts(lines: readonly string[]): fc.Arbitrary<string> {
  const line = fc
    .tuple(
      fc.constantFrom(...lines),
      fc.nat({ max: 60 }),
      fc.constantFrom('', ' ', '  ', '\t', '\ufeff', '🚢', '"', '- '),
    )
    .map(([words, cut, before]) => before + (cut < 40 ? words : words.slice(0, cut - 40)));
  const body = fc.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r'));
  return body.map(([all, newLine]) => all.join(newLine));
}

/** Asks for everything at each place of a text, and checks what every answer has to keep to. */
function checkEverywhere(path: string, text: string): void {
  const snapshot = snapshotOf({ [path]: text });
  for (let offset = 0; offset <= text.length; offset++) {
    for (const { label, edit, snippet, filterText } of complete(snapshot, uriOf(path), offset)) {
      const { start, end } = edit.span;
      assert.ok(start <= offset && offset <= end, `${label} at ${offset}: ${start} to ${end}`);
      assert.doesNotMatch(text.slice(start, end), /[\r\n]/, label);
      assert.notEqual(filterText, '', label);
      if (snippet) {
        expandSnippet(edit.newText);
      }
    }
    const found = hover(snapshot, uriOf(path), offset);
    assert.ok(!found || (found.span.start <= offset && offset <= found.span.end && found.markdown !== ''));
  }
}

describe('completion and hover at any place of any draft', () => {
  it('keep to the line and the cursor, in Markdown', () => {
    const property = fc.property(drafts(MARKDOWN_LINES), (text) =>
      checkEverywhere('/a.report.md', `---\nroadmap: eu-drugs-2023\n---\n${text}`),
    );
    fc.assert(property, { numRuns: 60 });
  }).timeout(60_000);

  it('keep to the line and the cursor, in front matter', () => {
    const property = fc.property(drafts(YAML_LINES), (text) => checkEverywhere('/a.report.md', `---\n${text}`));
    fc.assert(property, { numRuns: 40 });
  }).timeout(60_000);

  it('keep to the line and the cursor, in YAML', () => {
    const property = fc.property(drafts(YAML_LINES), (text) => checkEverywhere('/a.report.yaml', text));
    fc.assert(property, { numRuns: 60 });
  }).timeout(60_000);

  it('is found in YAML from the entry around it as from the whole file', () => {
    const { roadmaps, actors, kinds } = snapshotOf({});
    const [roadmap, kind] = [roadmaps.get('eu-drugs-2023'), kinds[0]];
    assert.ok(roadmap && kind);
    const options = { by: 'area', areas: ['networks'], onlyActors: [], asOf: '2024-06-03', snippet: false } as const;
    const text = skeleton(kind, roadmap, actors, { ...options, format: 'yaml' });
    const sections = snapshotOf({ '/a.report.yaml': text }).report(uriOf('/a.report.yaml'))?.report.sections ?? [];
    assert.equal(sections.length, 8);
    for (let offset = 0; offset <= text.length; offset++) {
      assert.deepEqual(
        yamlSlot(text, offset, yamlRegion({ text, sections }, offset), ['Action']),
        yamlSlot(text, offset, { start: 0, end: text.length }, ['Action']),
        text.slice(0, offset).slice(-80),
      );
    }
  });
});
