import type { RuleExample, RuleMeta } from '../server/src/rules/rule';
import { snapshotOf, uriOf } from './analyse';
import type { FixableFinding } from './fixes';

/** The findings of one of an example's two texts, with their fixes, in the example's folder; a rule that is off is on. */
export function findingsOfExample(
  example: RuleExample,
  text: string,
  { code, severity }: RuleMeta,
): readonly FixableFinding[] {
  const path = `/${example.fileName ?? (example.language === 'markdown' ? 'draft.report.md' : 'draft.report.yaml')}`;
  const others = Object.entries(example.files ?? {}).map(([name, content]) => [`/${name}`, content]);
  const settings = severity === 'off' ? { rules: { [code]: 'info' as const } } : {};
  const snapshot = snapshotOf({ [path]: text, ...Object.fromEntries(others) }, { settings });
  const findings = snapshot.findings(uriOf(path));
  const fixes = snapshot.fixes(uriOf(path), findings);
  return findings.map((finding, index) => ({ ...finding, fixes: fixes[index] ?? [] }));
}
