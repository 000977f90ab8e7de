import { RULES } from '../rules';
import { rulePageText } from '../rules/documentation';

/** The URI of a rule's page below the package's folder, or below {@link BUILT_IN_ROOT}: it works without a network. */
export function rulePageUri(root: string, code: string): string {
  return `${root}/docs/rules/${code}.md`;
}

/** The text of a rule's page by such a URI; undefined where it is none, or there is no such rule. */
export function rulePageAt(uri: string): string | undefined {
  const code = /\/docs\/rules\/([a-z-]+)\.md$/.exec(uri)?.[1];
  const rule = RULES.find(({ meta }) => meta.code === code);
  return rule && rulePageText(rule.meta);
}
