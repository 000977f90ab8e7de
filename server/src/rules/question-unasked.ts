import { paperExample } from './kind-examples';
import { isSectionFor, listItems } from './kind-items';
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
      'the problem, and belongs further up.',
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
    if (!isSectionFor('questions', section, context)) {
      return;
    }
    for (const { text, marker, number, isWaiting } of listItems(section, context.text)) {
      if (!isWaiting && !ASKED.test(text)) {
        const name = number === undefined ? 'This item' : `Question ${number}`;
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

/** A question mark, of other scripts too, or what asks somebody for something. */
const ASKED = /[?？؟]|\b(?:invited|asked|requested|encouraged|called upon)\b|\bplease\b|\bviews\b/i;
