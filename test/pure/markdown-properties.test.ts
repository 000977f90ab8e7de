import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Section } from '../../server/src/model/report';
import { placeSection } from '../../server/src/model/section';
import type { Span } from '../../server/src/model/span';
import { bodyStartOf } from '../../server/src/parse/front-matter';
import { readProse } from '../../server/src/parse/prose';
import { recogniseFile } from '../../server/src/parse/recognise';
import { expectLinearTime } from '../linear-time';
import { read } from './markdown-sample';

const FRAGMENTS = [
  '---\n',
  'roadmap: harbours-2030\n',
  'date: 2030-01-01\n',
  'title: "x\n',
  'scope: {a: b, c}\n',
  '# ',
  '## ',
  '###### ',
  '#',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  '\t',
  '    ',
  ' ',
  '- ',
  '* ',
  '1. ',
  '  - ',
  '> ',
  '>',
  '| ',
  '|---|---|\n',
  '| Action | Status |\n',
  '| 4 | delivered |\n',
  '|',
  '===\n',
  '```\n',
  '~~~',
  '`',
  '**',
  '_',
  '<!-- ',
  ' -->',
  '<!--',
  '<br>',
  '<date>',
  '<div>\n',
  '</div>',
  '[',
  ']',
  '](',
  '](https://e.org)',
  '[^1]',
  '[^1]: ',
  '![',
  '\\',
  '&nbsp;',
  '&amp;',
  'Action 4',
  'Actions 4, 5 and 6',
  'Action 99',
  'Training for pilots',
  '**Status:** ',
  'Status: ',
  'delivered',
  'Actors: ',
  'Navy',
  ', ',
  'Evidence:\n',
  'ST 1/30',
  '**Next steps**\n',
  'Deliverables:\n',
  '4.1: ',
  'Follow-up: ',
  'Deadline: ',
  'mid-2030',
  '; ',
  '(',
  ')',
  'https://e.org/a',
  'TBC',
  '[to be completed]',
  '¹ ',
  '🚢',
  '\uD800',
  '\uFEFF',
  '\u0000',
  'Introduction',
  'Navy will sail in May 2030.',
  '<!-- rapporteur-disable-line a -- b -->',
  '<!-- rapporteur-disable -->',
  '# rapporteur-disable-next-line\n',
];

const TEXTS = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...FRAGMENTS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

/** Every span in a value, however deep. */
function spansIn(value: unknown): readonly Span[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const own = 'start' in value && 'end' in value ? [value as Span] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}

function checkSection(text: string, section: Section): void {
  const length = section.end - section.start;
  const { start: _start, end: _end, ...inside } = section;
  for (const span of spansIn(inside)) {
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= length, `${JSON.stringify(span)} of ${length}`);
  }
  for (const passage of section.passages) {
    assert.equal(passage.text.length, passage.span.end - passage.span.start);
  }
  const { heading } = section;
  if (heading) {
    assert.ok(section.start + heading.span.end <= text.length);
  }
}

describe('any Markdown text', () => {
  it('is a report: sections in order cover the body, and hold every span of theirs', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        const report = read(text);
        const [first] = report.sections;
        const start = first?.start ?? text.length;
        assert.ok(start >= bodyStartOf(text));
        assert.match(text.slice(bodyStartOf(text), start), /^[\s\uFEFF]*$/);
        let end = start;
        for (const section of report.sections) {
          assert.equal(section.start, end);
          assert.ok(section.end > section.start);
          end = section.end;
          checkSection(text, section);
        }
        assert.equal(end, text.length);
        for (const span of spansIn([report.header, report.problems, report.suppressions])) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is prose whose passages lie in it, in order', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        const prose = readProse(text);
        let at = 0;
        for (const passage of prose.passages) {
          assert.ok(passage.span.start >= at && passage.span.end <= text.length);
          assert.equal(passage.text.length, passage.span.end - passage.span.start);
          at = passage.span.end;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same report twice', () => {
    fc.assert(
      fc.property(TEXTS, (text) => {
        assert.deepEqual(read(text), read(text));
      }),
      { numRuns: 50 },
    );
  });

  it('says the same of a section whatever stands before it', () => {
    fc.assert(
      fc.property(TEXTS, TEXTS, (before, text) => {
        const tail = `## Action 5\n\n${text}`;
        const alone = read(tail);
        // Front matter, code and comments that are still open would swallow the heading.
        fc.pre(!/^\uFEFF?---/.test(before) && !/`|~|<|\r/.test(before));
        const whole = read(`${before}\n\n${tail}`);
        const last = whole.sections.slice(-alone.sections.length);
        const shift = before.length + 2;
        fc.pre(last[0]?.start === shift);
        assert.deepEqual(
          last,
          alone.sections.map((section) => placeSection(section.reading, section.start + shift)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is recognised as something', () => {
    fc.assert(
      fc.property(TEXTS, fc.constantFrom('a.md', 'a.yaml'), (text, name) => {
        assert.match(recogniseFile(name, text), /^(?:markdown-report|yaml-report|none)$/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a long line', () => {
  for (const [name, text] of [
    ['of words', 'word '.repeat(200_000)],
    ['of quotations', '> '.repeat(5_000)],
    ['of brackets', '['.repeat(100_000)],
    ['of stars', '*a '.repeat(30_000)],
    ['of placeholders', '[…] to be confirmed '.repeat(5_000)],
    ['of tags', '<a b '.repeat(20_000)],
    ['of labels', 'Status: '.repeat(20_000)],
    ['of names', `Actors: ${'Navy, '.repeat(8_000)}`],
    ['of cells', `| Action | Status |\n|---|---|\n|${' 4 |'.repeat(10_000)}`],
  ] as const) {
    it(`${name} is read`, () => {
      assert.equal(read(text).sections.length, 1);
    }).timeout(10_000);
  }
});

describe('the time to read a report', () => {
  it('grows with its length', () => {
    const entry =
      '## Action 4\n\n- **Status:** delivered\n- **Actors:** Navy, Commission\n\nThe Navy [sailed](https://e.org) in *May* 2030.\n\n' +
      '**Next steps**\n\n- The Navy will sail by mid-2031.\n\n| Action | Status |\n|---|---|\n| 5 | delayed |\n\n';
    expectLinearTime(read, (size) => entry.repeat(size), 100);
  }).timeout(20_000);
});
