/** Where the page of a rule is on the web. */
export function rulePage(code: string): string {
  return `https://github.com/rapporteur-tools/rapporteur/blob/main/docs/rules/${code}.md`;
}
