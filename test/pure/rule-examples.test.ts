import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../../server/src/rules';
import { findingsOfExample } from '../rule-examples';

/** The codes of DESIGN section 5, without those marked later, and in its order. */
const CODES = {
  report:
    'syntax encoding-invalid roadmap-unknown report-field-missing report-field-unknown value-invalid as-of-missing ' +
    'period-invalid previous-broken placeholder-left section-empty section-missing section-order section-unlinked ' +
    'question-numbering question-unasked signatory-duplicate signatory-unknown internal-error',
  action:
    'action-unknown action-ambiguous action-unreferenced action-unreported action-duplicate action-title-mismatch ' +
    'action-order action-wrong-area deliverable-unknown deliverable-unreported',
  actor: 'actor-unknown actor-not-assigned actor-missing actor-renamed actor-ambiguous',
  deadline:
    'deadline-overdue deadline-due-soon overdue-without-reason deadline-mismatch date-unparsable date-impossible ' +
    'date-order',
  status: 'status-unknown status-contradiction delivered-without-evidence delivered-without-date completed-in-future',
  suppression: 'suppression-unused suppression-unknown suppression-no-reason',
  roadmap: 'roadmap-invalid roadmap-duplicate roadmap-actor-unknown roadmap-date-invalid roadmap-reference-broken',
} as const;

const RULES_FOLDER = path.join('server', 'src', 'rules');

describe('the list of rules', () => {
  it('has the rules of the design, in its order and groups', () => {
    for (const [group, codes] of Object.entries(CODES)) {
      const found = RULES.filter(({ meta }) => meta.group === group).map(({ meta }) => meta.code);
      assert.deepEqual(found, codes.split(' '), group);
    }
    const groups = RULES.map(({ meta }) => meta.group);
    assert.deepEqual([...new Set(groups)], Object.keys(CODES), 'groups');
    assert.deepEqual(
      groups,
      Object.keys(CODES).flatMap((group) => groups.filter((one) => one === group)),
    );
  });

  it('has stable codes: kebab-case, each once', () => {
    const codes = RULES.map(({ meta }) => meta.code);
    assert.deepEqual(codes, [...new Set(codes)]);
    for (const code of codes) {
      assert.match(code, /^[a-z]+(-[a-z]+)*$/);
    }
  });

  it('has one file a rule, of about 80 lines', () => {
    const lengths = RULES.map(({ meta }) => {
      const file = path.join(RULES_FOLDER, `${meta.code}.ts`);
      assert.ok(existsSync(file), file);
      return readFileSync(file, 'utf8').trimEnd().split('\n').length;
    }).sort((a, b) => a - b);
    const median = lengths[lengths.length >> 1] ?? 0;
    assert.ok(median <= 80, `the median of the rules is ${median} lines`);
  });

  it('says what each rule finds in one line, and why', () => {
    for (const { meta } of RULES) {
      assert.match(meta.summary, /^[A-Z“].*[^.]$/, meta.code);
      assert.ok(meta.why.length > 60, meta.code);
      assert.ok(meta.why.split('\n\n').length <= 3, `${meta.code}: a paragraph or two`);
    }
  });
});

for (const { meta } of RULES) {
  describe(`the examples of ${meta.code}`, () => {
    it('are there for each format that it can be in', () => {
      const languages = new Set(meta.examples.map((example) => example.language));
      const wanted = meta.code === 'internal-error' ? [] : meta.group === 'roadmap' ? ['yaml'] : ['markdown', 'yaml'];
      assert.deepEqual([...languages].sort(), wanted);
    });

    for (const [index, example] of meta.examples.entries()) {
      it(`${index + 1} (${example.language}): the bad one has the finding`, () => {
        const codes = findingsOfExample(example, example.bad, meta).map((finding) => finding.code);
        assert.ok(codes.includes(meta.code), `found only: ${codes.join(', ')}`);
      });

      it(`${index + 1} (${example.language}): the good one is clean`, () => {
        const found = findingsOfExample(example, example.good, meta);
        const unwanted = found.filter(
          ({ code, severity }) => code === meta.code || severity === 'error' || severity === 'warning',
        );
        assert.deepEqual(
          unwanted.map(({ code, message }) => `${code}: ${message}`),
          [],
        );
      });
    }
  });
}
