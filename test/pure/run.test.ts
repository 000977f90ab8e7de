import assert from 'node:assert/strict';
import type { Rule, RuleContext, RuleMeta } from '../../server/src/rules/rule';
import { checkReport, findingsOf, fixesOf, runReportRules } from '../../server/src/rules/run';
import { snapshotOf, uriOf } from '../analyse';

const DRAFT = `---
roadmap: eu-drugs-2023
date: 2024-06-03
---
<!-- rapporteur-disable-next-line first -- a test -->
## Action 6: Facilitating financial investigations

Text.
`;

/** A context of a small report, and settings for it. */
function contextOf(rules: RuleContext['settings']['rules'] = {}): RuleContext {
  const snapshot = snapshotOf({ '/draft.report.md': DRAFT });
  const analysed = snapshot.report(uriOf('/draft.report.md'));
  assert.ok(analysed);
  return {
    ...analysed,
    actors: snapshot.actors,
    settings: { ...snapshot.settings, rules },
    knownRoadmaps: snapshot.roadmaps,
    knownKinds: snapshot.kinds,
  };
}

const META: RuleMeta = {
  code: 'first',
  group: 'report',
  severity: 'warning',
  summary: 'A rule for this test',
  why: 'It is one.',
  examples: [],
  fixable: true,
};

/** A rule that finds every entry's heading, with a fix that replaces it. */
const onHeadings: Rule = {
  meta: META,
  checkEntry: (entry) => [
    {
      span: entry.anchor,
      message: 'found',
      fixes: () => [{ title: 'Replace', safe: false, edits: [{ span: entry.anchor, newText: 'x' }] }],
    },
  ],
};

describe('the rule runner', () => {
  it('a rule that throws becomes an internal error, and the others go on', () => {
    const broken: Rule = {
      meta: { ...META, code: 'broken' },
      checkReport: () => {
        throw new Error('out of luck');
      },
    };
    const other: Rule = { ...onHeadings, meta: { ...META, code: 'second' } };
    const findings = runReportRules([broken, other], contextOf());
    assert.deepEqual(
      findings.map(({ code, severity }) => [code, severity]),
      [
        ['internal-error', 'error'],
        ['second', 'warning'],
      ],
    );
    assert.match(findings[0]?.message ?? '', /The rule broken failed \(out of luck\)/);
  });

  it('gives offsets into the file, for fixes too', () => {
    const checked = checkReport([{ ...onHeadings, meta: { ...META, code: 'second' } }], contextOf());
    const findings = findingsOf(checked);
    const [finding] = findings;
    assert.equal(
      DRAFT.slice(finding?.span.start, finding?.span.end),
      'Action 6: Facilitating financial investigations',
    );
    assert.deepEqual(fixesOf(checked, findings)[0]?.[0]?.edits[0]?.span, finding?.span);
  });

  it('leaves out what is suppressed and what is off, and lets a setting decide the severity', () => {
    const rules = [onHeadings, { ...onHeadings, meta: { ...META, code: 'second' } }];
    assert.deepEqual(
      runReportRules(rules, contextOf()).map(({ code }) => code),
      ['second'],
    );
    assert.deepEqual(runReportRules(rules, contextOf({ second: 'off' })), []);
    assert.equal(runReportRules(rules, contextOf({ second: 'hint' }))[0]?.severity, 'hint');
  });

  it('asks no rule again about what an edit left as it was', () => {
    const asked: string[] = [];
    const counting: Rule = {
      meta: META,
      checkSection: () => {
        asked.push('section');
        return [];
      },
      checkEntry: () => {
        asked.push('entry');
        return [];
      },
      checkHeader: () => {
        asked.push('header');
        return [];
      },
      checkReport: () => {
        asked.push('report');
        return [];
      },
    };
    const rules = [counting];
    const context = contextOf();
    const checked = checkReport(rules, context);
    assert.deepEqual(asked.splice(0).sort(), ['entry', 'header', 'report', 'section', 'section']);
    assert.deepEqual(checkReport(rules, context, checked).bySection, checked.bySection);
    assert.deepEqual(asked, []);
  });

  it('gives the same findings for the same text and day, and others for another day', () => {
    const findings = (today: string) =>
      snapshotOf({ '/a.report.md': DRAFT.replace('date: 2024-06-03\n', '') }, { today }).findings(
        uriOf('/a.report.md'),
      );
    assert.deepEqual(findings('2024-05-01'), findings('2024-05-01'));
    assert.notDeepEqual(findings('2024-05-01'), findings('2025-05-01'));
  });
});
