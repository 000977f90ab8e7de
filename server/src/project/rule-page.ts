/**
 * The URI of a rule's page below the package's folder, or below {@link BUILT_IN_ROOT}: it works without a network.
 * The pages ship as files, so that no bundle has to carry them.
 */
export function rulePageUri(root: string, code: string): string {
  return `${root}/docs/rules/${code}.md`;
}
