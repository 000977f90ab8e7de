import { paperExample } from './kind-examples';
import { listItems } from './kind-items';
import { partFor } from './kind-parts';
import { asks } from './kind-words';
import type { Rule } from './rule';

export const questionUnasked: Rule = {
  meta: {
    code: 'question-unasked',
    group: 'report',
    severity: 'hint',
    summary: 'An item among the questions for delegations that asks nothing',
    why:
      'Delegations prepare an answer to each item under such a heading. An item without a question mark that invites ' +
      'them to nothing either (“Delegations are invited to …”) leaves them to guess what is wanted; often it is part of ' +
      'the problem, and belongs further up. Items below “Delegations are invited to:” ask by that.',
    examples: [
      {
        language: 'markdown',
        bad: paperExample('markdown', ['1. Which ports need help first?', '2. The ports of the south are small.']),
        good: paperExample('markdown', [
          '1. Which ports need help first?',
          '2. Delegations are invited to name others.',
        ]),
      },
      {
        language: 'yaml',
        bad: paperExample('yaml', ['1. The ports of the south are small.']),
        good: paperExample('yaml', ['1. The ports of the south are small. Which of them need help?']),
      },
    ],
    fixable: false,
  },
  *checkSection(section, context) {
    const { passages } = partFor('questions', section, context);
    // "Delegations are invited to:" asks what each item says.
    if (passages.some(({ kind, text }) => kind === 'paragraph' && /\bto\s*:\s*$/.test(text) && asks(text))) {
      return;
    }
    for (const { text, marker, number, label, isWaiting } of listItems(passages, section, context.text)) {
      if (!isWaiting && !asks(text)) {
        const written = label ? context.text.slice(label.span.start, label.span.end) : number;
        const name = written === undefined ? 'This item' : `Question ${written}`;
        yield {
          span: marker,
          message:
            `${name} asks nothing, so that delegations do not know what to answer. End it with a question, say what ` +
            'they are invited to do, or move it further up.',
        };
      }
    }
  },
};
