import type { Finding } from '../model/finding';
import type { Rule, RuleContext } from '../rules/rule';
import { type CheckedReport, checkReport, findingsOf } from '../rules/run';

/**
 * What a check after an edit has found, if that is what a check of the whole text finds: else the latter, with an
 * `internal-error` that says so (the setting `paranoid`).
 *
 * @param kept found with what was kept from before the edit
 * @param fresh the same context with a report that was read anew
 */
export function checkedTwice(rules: readonly Rule[], kept: CheckedReport, fresh: RuleContext): CheckedReport {
  const anew = checkReport(rules, fresh);
  const [found, expected] = [findingsOf(kept).map(asText), findingsOf(anew).map(asText)];
  const missing = expected.find((finding) => !found.includes(finding));
  const wrong = found.find((finding) => !expected.includes(finding));
  const isSame = found.length === expected.length && missing === undefined && wrong === undefined;
  return isSame ? kept : { ...anew, ofReport: [difference(missing ?? wrong), ...anew.ofReport] };
}

function asText(finding: Finding): string {
  return JSON.stringify(finding);
}

function difference(first: string | undefined): Finding {
  return {
    code: 'internal-error',
    severity: 'error',
    span: { start: 0, end: 0 },
    message:
      'After the last edit the check of what it concerned did not give what a check of the whole text gives. What is ' +
      `shown is that of the whole text. Please report this with the file, the edit, and this: ${first ?? 'another number of findings'}`,
    related: [],
  };
}
