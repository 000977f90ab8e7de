import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { DocumentLinks } from '../../../server/src/features/document-links';
import { snapshotOf, uriOf } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { parseFixture } from '../../fixture';

/** The links of a fixture's file: words, target, tooltip where it is another text than the target. */
function linksIn(fixture: string): readonly string[] {
  const [file] = parseFixture(fixture).files;
  assert.ok(file);
  return new DocumentLinks().of(snapshotOf({ [file.path]: file.text }), uriOf(file.path)).map((link) => {
    const { span, target, tooltip } = link;
    const address = 'url' in target ? target.url : target.reference;
    return `${file.text.slice(span.start, span.end)} -> ${address}${tooltip === address ? '' : ` (${tooltip})`}`;
  });
}

const REGISTER = 'https://data.consilium.europa.eu/doc/document';
const EUR_LEX = 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=';

describe('links in Markdown', () => {
  it('lead from citations to the register of the Council and to EUR-Lex', () => {
    assert.deepEqual(
      linksIn(
        markdownDraft(`## Action 6

- **Evidence:** ST 6504/24, 16376/3/23 REV 3

See COM(2023) 641 final, 52023DC0641, OJ L 22, 26.1.2005, p. 1 and OJ L, 2024/1260, 2.5.2024. WK 5703/24 is nowhere.
`),
      ),
      [
        `ST 6504/24 -> ${REGISTER}/ST-6504-2024-INIT/en/pdf (ST 6504/24 – Council document)`,
        `16376/3/23 REV 3 -> ${REGISTER}/ST-16376-2023-REV-3/en/pdf (ST 16376/3/23 REV 3 – Council document)`,
        `COM(2023) 641 final -> ${EUR_LEX}COM:2023:641:FIN (COM(2023) 641 final – Commission document)`,
        `52023DC0641 -> ${EUR_LEX}CELEX:52023DC0641 (52023DC0641 – CELEX number)`,
        `OJ L 22, 26.1.2005, p. 1 -> ${EUR_LEX}OJ:L:2005:022:TOC (OJ L 22, 26.1.2005, p. 1 – Official Journal)`,
        `OJ L, 2024/1260, 2.5.2024 -> ${EUR_LEX}OJ:L_202401260 (OJ L, 2024/1260, 2.5.2024 – Official Journal)`,
      ],
    );
  });

  it('lead to files beside the document and to addresses, none of them twice', () => {
    assert.deepEqual(
      linksIn(
        markdownDraft(`## Action 6

- **Evidence:** ./annex.pdf; annexes/table.xlsx

[Last one](../2023/h2.report.md#action-6 "Title"), [ELI](https://data.europa.eu/eli/reg/2023/1322/oj), [there][1].
See www.europol.europa.eu/publications, [mail](mailto:a@example.eu), [below](#outlook), [root](/a.md).

\`[code](./code.md)\`

[1]: <./with.md>
`),
      ),
      [
        './annex.pdf -> ./annex.pdf',
        'annexes/table.xlsx -> annexes/table.xlsx',
        '../2023/h2.report.md#action-6 -> ../2023/h2.report.md#action-6',
        'https://data.europa.eu/eli/reg/2023/1322/oj -> https://data.europa.eu/eli/reg/2023/1322/oj',
        'www.europol.europa.eu/publications -> https://www.europol.europa.eu/publications',
        './with.md -> ./with.md',
      ],
    );
  });

  it('lead from the front matter', () => {
    assert.deepEqual(linksIn(markdownDraft('Text.', 'reference: ST 10270/24\nprevious: ./2023-h2.report.yaml')), [
      `ST 10270/24 -> ${REGISTER}/ST-10270-2024-INIT/en/pdf (ST 10270/24 – Council document)`,
      './2023-h2.report.yaml -> ./2023-h2.report.yaml (The report before this one)',
    ]);
  });
});

describe('links in YAML', () => {
  it('lead from the header, evidence and texts', () => {
    assert.deepEqual(
      linksIn(
        yamlDraft(
          `
  - action: "6"
    text: |
      See ST 6504/24 and [the annex](./annex.md).
    evidence:
      - COM(2023) 641 final
      - www.europol.europa.eu
      - ../annex/a.pdf
      - A note of nobody
    deliverables:
      - deliverable: "6.1"
        evidence: PE-CONS 36/21
`,
          'previous: a.report.md',
        ),
      ),
      [
        'a.report.md -> a.report.md (The report before this one)',
        `ST 6504/24 -> ${REGISTER}/ST-6504-2024-INIT/en/pdf (ST 6504/24 – Council document)`,
        './annex.md -> ./annex.md',
        `COM(2023) 641 final -> ${EUR_LEX}COM:2023:641:FIN (COM(2023) 641 final – Commission document)`,
        'www.europol.europa.eu -> https://www.europol.europa.eu',
        '../annex/a.pdf -> ../annex/a.pdf',
        `PE-CONS 36/21 -> ${REGISTER}/PE-36-2021-INIT/en/pdf (PE-CONS 36/21 – act of Parliament and Council as adopted)`,
      ],
    );
  });

  it('lead from roadmaps', () => {
    assert.deepEqual(
      linksIn(
        '//- /plan.roadmap.yaml\nroadmap: plan\ntitle: Plan\nreference:\n  - COM(2023) 641 final\nurl: https://example.eu/plan\nactions: []\n',
      ),
      [
        `COM(2023) 641 final -> ${EUR_LEX}COM:2023:641:FIN (COM(2023) 641 final – Commission document)`,
        'https://example.eu/plan -> https://example.eu/plan',
      ],
    );
  });
});
