/** Fixtures of one draft on the built-in roadmap, dated 3 June 2024. Carets stand in the lines as in any fixture. */

/** A Markdown draft; `header` are further lines of the front matter. */
export function markdownDraft(body: string, header = ''): string {
  return `//- /draft.report.md\n---\nroadmap: eu-drugs-2023\n${dated(header)}---\n\n${body.replace(/^\n/, '')}`;
}

/** A YAML draft; `entries` are its items, `header` further keys. */
export function yamlDraft(entries: string, header = ''): string {
  return `//- /draft.report.yaml\nroadmap: eu-drugs-2023\n${dated(header)}entries:\n${entries.replace(/^\n/, '')}`;
}

function dated(header: string): string {
  const lines = header === '' ? '' : `${header.replace(/^\n/, '').trimEnd()}\n`;
  return /^(?:date|as-of):/m.test(lines) ? lines : `date: 2024-06-03\n${lines}`;
}
