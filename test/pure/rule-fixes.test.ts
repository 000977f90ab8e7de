import assert from 'node:assert/strict';
import type { Finding, Fix } from '../../server/src/model/finding';
import { RULES } from '../../server/src/rules';
import { findingsOfExample } from '../rule-examples';

/** DESIGN, section 5: what every fix keeps to, seen on the fixes of every example. */
describe('the fixes of the rules', () => {
  for (const { meta } of RULES) {
    const findings = meta.examples.flatMap((example) =>
      findingsOfExample(example, example.bad, meta)
        .filter(({ code }) => code === meta.code)
        .flatMap((finding) => finding.fixes.map((fix) => ({ example, finding, fix }))),
    );

    it(`${meta.code}: there are some where the rule says so, and only there`, () => {
      assert.equal(findings.length > 0, meta.fixable);
    });

    for (const [index, { example, finding, fix }] of findings.entries()) {
      it(`${meta.code} ${index + 1}: “${fix.title}” removes its finding and adds none but placeholders`, () => {
        const before = findingsOfExample(example, example.bad, meta);
        const after = findingsOfExample(example, applied(fix, example.bad), meta);
        assert.ok(!after.some(({ code, message }) => code === finding.code && message === finding.message));
        const allowed = ['placeholder-left', ...(ALLOWED[meta.code] ?? [])];
        const added = [...new Set(after.map(({ code }) => code))].filter(
          (code) => count(after, code) > count(before, code) && !allowed.includes(code),
        );
        assert.deepEqual(added, []);
        if (fix.safe) {
          assert.ok(count(after, 'placeholder-left') <= count(before, 'placeholder-left'), 'safe, with a placeholder');
        }
      });
    }
  }
});

/**
 * An ambiguous action counts for every roadmap that has it; with the choice of one, the others turn out forgotten. With a
 * kind of draft, its sections do.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  'action-ambiguous': ['action-unreferenced'],
  'value-invalid': ['section-missing'],
};

function applied(fix: Fix, text: string): string {
  const fromTheEnd = [...fix.edits].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
  return fromTheEnd.reduce((all, { span, newText }) => all.slice(0, span.start) + newText + all.slice(span.end), text);
}

function count(findings: readonly Finding[], code: string): number {
  return findings.filter((finding) => finding.code === code).length;
}
