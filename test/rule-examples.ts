import type { Finding } from '../server/src/model/finding';
import type { RuleExample, RuleMeta } from '../server/src/rules/rule';
import { snapshotOf, uriOf } from './analyse';

/** The findings of one of an example's two texts, in the example's folder; a rule that is off is turned on. */
export function findingsOfExample(
  example: RuleExample,
  text: string,
  { code, severity }: RuleMeta,
): readonly Finding[] {
  const path = `/${example.fileName ?? (example.language === 'markdown' ? 'draft.report.md' : 'draft.report.yaml')}`;
  const others = Object.entries(example.files ?? {}).map(([name, content]) => [`/${name}`, content]);
  const settings = severity === 'off' ? { rules: { [code]: 'info' as const } } : {};
  return snapshotOf({ [path]: text, ...Object.fromEntries(others) }, { settings }).findings(uriOf(path));
}
