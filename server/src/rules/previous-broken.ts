import type { PreviousProblem } from '../model/snapshot';
import { nearestNames } from '../parse/nearest-name';
import { changeTo } from './did-you-mean';
import { markdownExample, yamlExample } from './example-reports';
import type { Rule } from './rule';

export const previousBroken: Rule = {
  meta: {
    code: 'previous-broken',
    group: 'report',
    severity: 'warning',
    summary: 'A previous report that is not there, is no report, cannot be read, or leads back to this one',
    why:
      'What the last report promised is held against this one: completed deliverables, revised deadlines and next steps ' +
      'count from there. Where it cannot be read, none of that is known, and a recurring deadline counts from its first ' +
      'date.\n\n' +
      'The path counts from the folder of this report: `./2023-h2.report.md` is its neighbour. It may be a ' +
      'report in Word (.docx) or HTML, which is read as the draft that `rapporteur import --as report` makes of it.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['Eurojust prepares the network.'], ['previous: ./2023.report.md']),
        good: markdownExample('5', ['Eurojust prepares the network.'], ['previous: ./2023-h2.report.md']),
        files: { '2023-h2.report.md': markdownExample('5', ['No progress to report.'], ['date: 2023-12-15']) },
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['text: Eurojust prepares the network.'], ['previous: ./minutes.md']),
        good: yamlExample('5', ['text: Eurojust prepares the network.'], ['previous: ./2023-h2.report.yaml']),
        files: {
          'minutes.md': 'Minutes of the meeting on 15 December 2023.\n',
          '2023-h2.report.yaml': yamlExample('5', ['text: No progress to report.'], ['date: 2023-12-15']),
        },
      },
    ],
    fixable: true,
  },
  *checkHeader({ uri, header: { previous }, previousProblem }) {
    // A draft that was never saved has no folder that the path could count from.
    if (previous?.value === undefined || previousProblem === undefined || /^untitled:/i.test(uri)) {
      return;
    }
    const { span, value } = previous;
    const isElsewhere = previousProblem === 'not-found' || previousProblem === 'no-report';
    yield {
      span,
      ...(previousProblem.startsWith('partly') ? { severity: 'info' } : {}),
      message: messageOf(previousProblem, value),
      // Where several are equally near, the author has the choice; a path that would need quotation marks is none.
      fixes: ({ reportPaths }) => {
        const paths = isElsewhere ? reportPaths().filter((path) => PLAIN_PATH.test(path)) : [];
        return nearestNames(value.replace(/^(?![./])/, './'), paths).map((path) => changeTo(path, span, false));
      },
    };
  },
};

const PLAIN_PATH = /^\.{1,2}\/[\p{L}\p{N}./_~+-]+$/u;

function messageOf(problem: PreviousProblem, path: string): string {
  const unknown = 'so nothing is known of what the previous report said.';
  switch (problem) {
    case 'not-found':
      return `There is no file “${path}”, ${unknown} Correct the path: it counts from the folder of this report.`;
    case 'no-report':
      return `“${path}” is no report, ${unknown} Name a *.report.md, a *.report.yaml, or a Word or HTML document.`;
    case 'cycle':
      return (
        `The previous reports, starting with “${path}”, lead back to a report that was there already. The first ` +
        'report of a series has no “previous”: take it out there.'
      );
    default: {
      const told = problem.startsWith('partly')
        ? `Not all of “${path}” could be read, so look whether anything is missing that counts.`
        : `“${path}” could not be imported, ${unknown}`;
      return `${told} ${problem.replace(/^\w+-imported: /, '')}`;
    }
  }
}
