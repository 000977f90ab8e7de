import { markdownExample, yamlExample } from './example-reports';
import { type LostCharacters, lostCharacters } from './lost-characters';
import type { FileFinding, Rule } from './rule';

export const encodingInvalid: Rule = {
  meta: {
    code: 'encoding-invalid',
    group: 'report',
    severity: 'error',
    summary: 'Characters that could not be read, usually because the file is not saved as UTF-8',
    why:
      'Letters with accents, dashes and quotation marks are lost where a file is saved in an older encoding such as ' +
      'Windows-1252. The names of people, places and documents are then wrong in whatever is made of the report.\n\n' +
      'Save the file as UTF-8: in VS Code click the encoding in the status bar, choose “Reopen with Encoding”, pick the ' +
      'one in which the text looks right, and then “Save with Encoding”, UTF-8. A single such character can also have ' +
      'come with text that was pasted: type it again.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['- **Status:** in progress', '', 'The Commission met in Logro\uFFFDo.']),
        good: markdownExample('5', ['- **Status:** in progress', '', 'The Commission met in Logroño.']),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['status: in-progress', 'text: The Commission met in Logro\uFFFDo.']),
        good: yamlExample('5', ['status: in-progress', 'text: The Commission met in Logroño.']),
      },
    ],
    fixable: false,
  },
  checkHeader: ({ lost }) => findings(lost),
  checkFile: ({ text }) => findings(lostCharacters(text)),
};

/** One finding, at the first of them. */
function* findings({ count, first }: LostCharacters): Iterable<FileFinding> {
  if (count === 0) {
    return;
  }
  const more = count - 1;
  const others = more === 0 ? '' : more === 1 ? ', and neither could one more' : `, and neither could ${more} more`;
  yield {
    span: { start: first, end: first + 1 },
    message:
      `This character could not be read${others}: the file does not seem to be saved as UTF-8, and the letter that ` +
      'stood here is lost. Reopen the file in the encoding that it is in, then save it as UTF-8.',
  };
}
