import type { ReportFormat } from '../model/report';

/** Small drafts for the examples of rules on kinds of draft other than progress reports, dated 3 June 2024. */

/** A discussion paper with these lines as its questions. */
export function paperExample(format: ReportFormat, questions: readonly string[]): string {
  const header = ['kind: discussion-paper', 'title: Discussion paper on ports', 'author: belgium', 'date: 2024-06-03'];
  return draft(format, header, [
    ['The problem', ['Containers are opened before customs see them.']],
    ['Questions for delegations', questions],
  ]);
}

/** A statement with these lines as its signatories. */
export function statementExample(format: ReportFormat, signatories: readonly string[]): string {
  const header = ['kind: statement', 'title: Statement on ports', 'date: 2024-06-03'];
  return draft(format, header, [
    ['Declaration', ['The ministers declare the following:']],
    ['Considering', ['Considering the threat to ports;']],
    ['Priorities', ['Ports have to be safe.']],
    ['Signatories', signatories],
  ]);
}

function draft(
  format: ReportFormat,
  header: readonly string[],
  sections: readonly (readonly [title: string, lines: readonly string[]])[],
): string {
  const lines =
    format === 'markdown'
      ? ['---', ...header, '---', ...sections.flatMap(([title, words]) => ['', `## ${title}`, '', ...words])]
      : [
          ...header,
          'entries:',
          ...sections.flatMap(([title, words]) => [
            `  - section: ${title}`,
            '    text: |',
            ...words.map((line) => `      ${line}`),
          ]),
        ];
  return `${lines.join('\n')}\n`;
}
