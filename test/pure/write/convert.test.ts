import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { RULES } from '../../../server/src/rules';
import { skeleton } from '../../../server/src/write/skeleton';
import { snapshotOf } from '../../analyse';
import { converted, convertedText, findingsWithoutPlaces, reportOf } from '../../conversions';
import { CLEAN_DRAFT } from '../../drafts';
import { longDraft } from '../../long-drafts';
import { edited, generator, randomEdit } from '../../random-edits';

type Format = 'markdown' | 'yaml';

const other = (format: Format): Format => (format === 'markdown' ? 'yaml' : 'markdown');

const EXAMPLES: readonly (readonly [string, Format])[] = [
  ...['2024-h1', 'findings'].flatMap((name) => [
    [readFileSync(`data/examples/${name}.report.md`, 'utf8'), 'markdown'] as const,
    [readFileSync(`data/examples/${name}.report.yaml`, 'utf8'), 'yaml'] as const,
  ]),
  [longDraft('markdown', 1, 'end', '').text, 'markdown'],
  [longDraft('yaml', 1, 'end', '').text, 'yaml'],
  [CLEAN_DRAFT, 'markdown'],
];

/** Checks that a draft comes back with the same findings; answers whether it could be converted. */
function comesBack(text: string, format: Format): boolean {
  const there = converted(text, format);
  if (!('text' in there)) {
    return false;
  }
  const back = convertedText(there.text, other(format));
  const context = `${text}\n=====\n${there.text}\n=====\n${back}`;
  assert.deepEqual(findingsWithoutPlaces(back, format), findingsWithoutPlaces(text, format), context);
  return true;
}

describe('converting a draft', () => {
  it('brings the examples there and back with the same findings', () => {
    for (const [text, format] of EXAMPLES) {
      assert.ok(comesBack(text, format), text);
    }
  }).timeout(20_000);

  it('brings the examples of all rules there and back', () => {
    const refused = RULES.flatMap(({ meta }) =>
      meta.examples.flatMap(({ bad, good, language, fileName, files }) =>
        fileName === undefined && files === undefined
          ? [bad, good].flatMap((text) => (comesBack(text, language) ? [] : [meta.code]))
          : [],
      ),
    );
    assert.deepEqual([...new Set(refused)], ['syntax', 'roadmap-unknown']);
  }).timeout(20_000);

  it('brings new reports of every kind, filled in, there and back', () => {
    const { roadmaps, actors, kinds } = snapshotOf({});
    const given = { by: 'number', areas: [], onlyActors: [], asOf: '2024-06-03', snippet: false } as const;
    for (const roadmap of roadmaps.values()) {
      for (const kind of kinds.filter(({ id }) => id === 'progress-report' || roadmap.id === 'coalition-2023')) {
        for (const format of ['markdown', 'yaml'] as const) {
          const blank = skeleton(kind, roadmap, actors, { ...given, format });
          const text = blank
            .replace(/\[insert status\]/g, 'in progress')
            .replace(/\[insert [^\]\n]*\]/g, 'Work goes on');
          assert.ok('text' in converted(text, format), `${roadmap.id} ${kind.id} ${format}\n${text}`);
        }
      }
    }
  }).timeout(60_000);

  it('loses no word and no finding of drafts with random slips', () => {
    fc.assert(
      fc.property(fc.nat(EXAMPLES.length - 1), fc.integer(), fc.integer({ min: 1, max: 4 }), (which, seed, edits) => {
        const [source = '', format = 'markdown'] = EXAMPLES[which] ?? [];
        const random = generator(seed);
        let text = source.slice(0, 3000);
        for (let edit = 0; edit < edits; edit++) {
          text = edited(text, randomEdit(text, random, 3000));
        }
        comesBack(text, format);
      }),
      { numRuns: Number(process.env.RUNS ?? 25) },
    );
  }).timeout(120_000);

  it('writes fields, text, lists and titles as the other format has them', () => {
    const markdown = `---
roadmap: eu-drugs-2023
# The style of the ministry.
bibliography: refs.bib
date: 2024-06-03
---

## Introduction

Words with a note.[^1]

<!-- checked -->
## Action 6: Facilitating financial investigations

- **Status:** in progress <!-- says Europol -->
- **Actors:** Europol, Member States
- **Evidence:** ST 9999/24; COM(2023) 641 final

Europol completed *much*.

| Month | Cases |
| ----- | ----- |
| May   | 3     |

**Deliverables**

- 6.1: delivered (14 May 2024; ST 9999/24)

**Next steps**

- Europol will present it (autumn 2024).

## Actions 4, 5 and 7

### Details

No progress to report.

[^1]: The note.
`;
    const yaml = convertedText(markdown, 'markdown');
    assert.equal(
      yaml,
      `roadmap: eu-drugs-2023
# The style of the ministry.
#| bibliography: refs.bib
date: 2024-06-03
entries:
  - section: Introduction
    text: |
      Words with a note.[^1]
  # checked
  - action: "6" # Facilitating financial investigations
    status: in-progress # says Europol
    actors: [europol, member-states]
    evidence:
      - "ST 9999/24; COM(2023) 641 final"
    text: |
      Europol completed *much*.

      | Month | Cases |
      | ----- | ----- |
      | May   | 3     |
    deliverables:
      - deliverable: "6.1"
        status: delivered
        completed: "14 May 2024"
        evidence:
          - "ST 9999/24"
    next:
      - text: "Europol will present it (autumn 2024)."
  - action: ["4", "5", "7"]
    text: |
      ### Details

      No progress to report.

      [^1]: The note.
`,
    );
    const inYaml = reportOf(yaml, 'yaml').sections.map(({ actions, fields }) => [actions.length, Object.keys(fields)]);
    const inMarkdown = reportOf(markdown, 'markdown').sections.map(({ actions, fields }) => [
      actions.length,
      Object.keys(fields),
    ]);
    const sorted = (all: typeof inYaml) => all.map(([count, keys]) => [count, [...(keys as string[])].sort()]);
    assert.deepEqual(sorted(inYaml), sorted(inMarkdown));
    assert.match(convertedText(yaml, 'yaml'), /^bibliography: refs\.bib$/m);
  });

  it('keeps in comments what Markdown has no fields for', () => {
    const yaml = `roadmap: eu-drugs-2023
date: 2024-06-03
entries:
  - action: "6"
    status: delivered
    owner: the finance team
    # Who knows?
    actors: [europol]
    text: |
      ## A heading of its own

      Status: not a field here.
  - section: Notes
    text: As Action 6 says.
`;
    const markdown = convertedText(yaml, 'yaml');
    assert.match(markdown, /<!-- yaml\nowner: the finance team/);
    assert.match(markdown, /### A heading of its own/);
    assert.match(markdown, /&#83;tatus: not a field here\./);
    assert.deepEqual(
      findingsWithoutPlaces(convertedText(markdown, 'markdown'), 'yaml'),
      findingsWithoutPlaces(yaml, 'yaml'),
    );
  });

  it('keeps CR LF and the byte order mark', () => {
    const there = convertedText(`\ufeff${CLEAN_DRAFT}`.replace(/\n/g, '\r\n'), 'markdown');
    assert.ok(there.startsWith('\ufeffroadmap: eu-drugs-2023\r\n') && !/[^\r]\n/.test(there));
    assert.ok(!/[^\r]\n/.test(convertedText(there, 'yaml')));
  });

  it('says why a draft cannot be converted', () => {
    const broken = converted('roadmap: eu-drugs-2023\nentries:\n  - action: "6\n    status: done\n', 'yaml');
    assert.match('problem' in broken ? broken.problem : '', /cannot be read, so nothing was converted/);
    const unknown = converted('---\nroadmap: no-such-plan\n---\n\n## Action 1\n\nDone.\n', 'markdown');
    assert.match('problem' in unknown ? unknown.problem : '', /roadmap of this report is not known/);
  });
});
