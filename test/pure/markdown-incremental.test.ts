import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { type ReportReading, readReport } from '../../server/src/parse/report';
import { changeOf, edited, generator, type RandomEdit, randomEdit } from '../random-edits';
import { CONTEXT } from './markdown-sample';

/** How many edits in all. */
const EDITS = Number(process.env.EDITS ?? 2000);

const URI = 'file:///a.report.md';

describe('a Markdown report read again after an edit', () => {
  const examples = globSync(['data/examples/**/*.md', '!**/README.md'])
    .sort()
    .map((path) => readFileSync(path, 'utf8'));
  const chapters = chunks(commonMarkExamples(), 40).map((some) => `${FRONT_MATTER}${some.join('\n\n')}\n`);
  const texts = [...examples, ...examples.map((text) => text.replace(/\n/g, '\r\n')), ...chapters];

  it(`is what it is when it is read anew, over ${EDITS} edits to ${texts.length} texts`, function () {
    this.timeout(600_000);
    let [kept, sections] = [0, 0];
    for (const [index, text] of texts.entries()) {
      const counts = editAtRandom(text, Math.ceil(EDITS / texts.length), generator(index + 1));
      kept += counts.kept;
      sections += counts.sections;
    }
    assert.ok(kept > sections / 2, `only ${kept} of ${sections} sections were used again`);
  });

  it('keeps all but the section that was typed in', () => {
    const text = readFileSync('data/examples/2024-h1.report.md', 'utf8');
    const before = readReport(URI, text, 'markdown', CONTEXT);
    const section = before.report.sections.find(({ hasProse, actions }) => hasProse && actions.length > 0);
    assert.ok(section?.passages[0]);
    const start = section.start + section.passages[0].span.end;
    const edit = { start, end: start, insert: 'x' };
    const after = readReport(URI, edited(text, edit), 'markdown', CONTEXT, {
      reading: before,
      change: changeOf([edit]),
    });
    const same = after.report.sections.filter(
      ({ reading }, index) => reading === before.report.sections[index]?.reading,
    );
    assert.equal(same.length, before.report.sections.length - 1);
    assert.equal(after.report.header, before.report.header);
  });
});

const FRONT_MATTER = '---\nroadmap: harbours-2030\ndate: 2030-01-02\n---\n\n# Report\n\n';

function editAtRandom(text: string, count: number, random: () => number): { kept: number; sections: number } {
  let [kept, sections] = [0, 0];
  let current = text;
  let reading: ReportReading = readReport(URI, current, 'markdown', CONTEXT);
  for (let done = 0; done < count; ) {
    const edits: RandomEdit[] = [];
    for (let together = random() < 0.8 ? 1 : 3; together > 0; together--) {
      const edit = randomEdit(current, random, text.length);
      current = edited(current, edit);
      edits.push(edit);
      done++;
    }
    const before = new Set(reading.report.sections.map((section) => section.reading));
    reading = readReport(URI, current, 'markdown', CONTEXT, { reading, change: changeOf(edits) });
    assert.deepEqual(reading.report, readReport(URI, current, 'markdown', CONTEXT).report, JSON.stringify(edits));
    kept += reading.report.sections.filter((section) => before.has(section.reading)).length;
    sections += reading.report.sections.length;
  }
  return { kept, sections };
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return items.flatMap((_, index) => (index % size === 0 ? [items.slice(index, index + size)] : []));
}

/** The inputs of all examples of the CommonMark specification, whose arrows are tabs. */
function commonMarkExamples(): readonly string[] {
  const specification = readFileSync('node_modules/commonmark-spec/spec.txt', 'utf8');
  const examples = [...specification.matchAll(/^`{32} example\n([\s\S]*?)^\.\n/gm)];
  return examples.map((match) => (match[1] ?? '').replaceAll('→', '\t'));
}
