/** Small reports for the examples of rules: each on one action of the built-in roadmap, dated 3 June 2024. */

/** A report in Markdown. `lines` stand below the heading, `header` are further lines of the front matter. */
export function markdownExample(
  action: ExampleAction,
  lines: readonly string[],
  header: readonly string[] = [],
): string {
  return [
    '---',
    ...headerLines(action, header),
    '---',
    '',
    `## Action ${action}: ${TITLES[action]}`,
    '',
    ...lines,
    '',
  ].join('\n');
}

/** The same in YAML. `lines` are those of the entry, without indentation; `header` are further keys. */
export function yamlExample(action: ExampleAction, lines: readonly string[], header: readonly string[] = []): string {
  return [
    ...headerLines(action, header),
    'entries:',
    `  - action: "${action}"`,
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n');
}

/** A report on Actions 8 and 14, which have no deadline near, in Markdown: an entry under each of the headings. */
export function markdownEntries(...headings: readonly string[]): string {
  const entries = headings.map((heading) => `## ${heading}\n\n- **Status:** in progress\n\nWork goes on.\n`);
  return ['---', ...ENTRIES_HEADER, '---', '', entries.join('\n')].join('\n');
}

/** The same in YAML; `actions` are the values of `action`. */
export function yamlEntries(...actions: readonly string[]): string {
  const entries = actions.map(
    (action) => `  - action: "${action}"\n    status: in-progress\n    text: Work goes on.\n`,
  );
  return [...ENTRIES_HEADER, 'entries:', entries.join('')].join('\n');
}

const ENTRIES_HEADER = ['roadmap: eu-drugs-2023', 'date: 2024-06-03', 'scope:', '  actions: ["8", "14"]'];

/** Action 4 has a deadline that has passed by then, Action 6 one that is near, Action 5 none. */
type ExampleAction = '4' | '5' | '6';

const TITLES: Readonly<Record<ExampleAction, string>> = {
  '4': 'Mapping the criminal networks that pose the biggest threats to society',
  '5': 'A network of specialised prosecutors and judges to dismantle criminal networks',
  '6': 'Facilitating financial investigations',
};

function headerLines(action: ExampleAction, header: readonly string[]): readonly string[] {
  const date = header.some((line) => line.startsWith('date:')) ? [] : ['date: 2024-06-03'];
  return ['roadmap: eu-drugs-2023', ...date, ...header, 'scope:', `  actions: ["${action}"]`];
}
