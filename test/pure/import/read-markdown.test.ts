import assert from 'node:assert/strict';
import { readMarkdown } from '../../../server/src/import/read-markdown';
import { shown } from '../../shown-document';

describe('reading Markdown for import', () => {
  const reads = (text: string, expected: readonly string[]) => assert.deepEqual(shown(readMarkdown(text)), expected);

  it('gives blocks with the lines of the whole file, front matter left out', () => {
    reads(
      `---
title: Plan
---
# Plan

Action 1 **Main actors:** ~~30 June~~
*31 July*\\
next line.[^1]

- one
  - deeper

    still deeper
- two

2) second
3) third

| Action | When |
| ------ | ---- |
| One    | 2024 |

[^1]: See [there](https://example.org),
    and more.

Setext
------

> quoted
`,
      [
        '3 # Plan',
        '5 Action 1 **Main actors:** ~~30 June~~ _31 July_⏎next line.[^1]',
        '9 - one',
        '10   - deeper⏎still deeper',
        '13 - two',
        '15 2) second',
        '16 3) third',
        '18 || Action | When ||',
        '20 | One | 2024 |',
        '25 ## Setext',
        '28 quoted',
        '[^1]: See [there](https://example.org), and more.',
      ],
    );
  });

  it('reads HTML in Markdown, and counts its lines', () => {
    reads('Text <s>30 June</s> <b>31 July</b><br>on\n\n<div>\n<p>In\n<p>HTML\n</div>\n\nBehind\n', [
      '0 Text ~~30 June~~ **31 July**⏎on',
      '3 In',
      '4 HTML',
      '7 Behind',
    ]);
  });

  it('leaves marks without footnotes, and footnotes without marks, where they are', () => {
    reads('A[^x] b.\n\n[^y]: Nobody asks.\n', ['0 A[^x] b.', '2 Nobody asks.']);
  });

  it('reads the tables of pandoc', () => {
    reads(
      `+-------+----------+
| Step  | When     |
+:======+:========:+
| Scan  | June     |
| ports | 2025     |
+-------+----------+
| Train |          |
+-------+----------+
| cut off

  Step     When
  -------- ------
  Scan     2025
  Train    2026

----------------------
Step      When
--------- ------------
Scan      June
ports     2025

Train     2026
----------------------

Text

--- ---

- +---+---+
  | a | b |
  +---+---+
`,
      [
        '1 || Step | When ||',
        '3 | Scan ports | June 2025 |',
        '6 | Train |  |',
        '8 cut off',
        '10 || Step | When ||',
        '12 | Scan | 2025 |',
        '13 | Train | 2026 |',
        '16 || Step | When ||',
        '18 | Scan ports | June 2025 |',
        '21 | Train | 2026 |',
        '24 Text',
        '29 | a | b |',
      ],
    );
  });

  it('leaves the marks of pandoc out: attributes of headings, lines that stay lines', () => {
    reads('# Plan {#plan .unnumbered}\n\nPart {-}\n---\n\n| Actors: Europol\n| Date: 2025\n\n## A {b}\n\n| a |\n', [
      '0 # Plan',
      '2 ## Part',
      '5 Actors: Europol⏎Date: 2025',
      '8 ## A {b}',
      '10 | a |',
    ]);
  });

  it('takes any text', () => {
    reads('', []);
    reads('---\n', []);
    reads('[^', ['0 [^']);
    reads(`${'> '.repeat(300)}x`, [
      '! 0 Quotations or lists are nested so deep here that what is in them was not read.',
    ]);
  });
});
