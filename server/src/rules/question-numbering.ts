import type { Fix } from '../model/finding';
import { paperExample } from './kind-examples';
import { isSectionFor, type ListItem, listItems } from './kind-items';
import type { Rule } from './rule';

export const questionNumbering: Rule = {
  meta: {
    code: 'question-numbering',
    group: 'report',
    severity: 'warning',
    summary: 'Questions for delegations whose numbers have a gap, come twice or are missing',
    why:
      'In a meeting delegations answer “question 3”. Where two questions have that number, or none has it, nobody knows ' +
      'which one is meant. The numbers begin with 1 and go on without a gap, under one heading.\n\n' +
      'Only sections that hold questions in this kind of draft are looked at. Markdown that has “1.” before every item ' +
      'of a list is in order: it is numbered when it is printed.',
    examples: [
      {
        language: 'markdown',
        bad: paperExample('markdown', ['1. Which ports need help first?', '3. Who should give it?']),
        good: paperExample('markdown', ['1. Which ports need help first?', '2. Who should give it?']),
      },
      {
        language: 'yaml',
        bad: paperExample('yaml', ['1. Which ports need help first?', '1. Who should give it?', '2. By when?']),
        good: paperExample('yaml', ['1. Which ports need help first?', '2. Who should give it?', '3. By when?']),
      },
    ],
    fixable: true,
  },
  *checkSection(section, context) {
    if (!isSectionFor('questions', section, context)) {
      return;
    }
    const items = listItems(section, context.text);
    const numbered = items.filter(({ number }) => number !== undefined);
    const [bullet] = items;
    if (bullet && numbered.length === 0) {
      yield {
        span: bullet.marker,
        severity: 'info',
        message: 'These questions have no numbers, so that nobody can say which one an answer is about. Number them.',
        fixes: () => renumber(items),
      };
      return;
    }
    const at = numbered.findIndex((item, index) => item.number !== expectedNumber(numbered, index));
    const wrong = numbered[at];
    if (wrong) {
      const expected = expectedNumber(numbered, at);
      const before = at === 0 ? 'The first question' : `What follows question ${expected - 1}`;
      yield {
        span: wrong.marker,
        message:
          `${before} has the number ${wrong.number}, not ${expected}, so that an answer to “question ${expected}” could ` +
          'be about another one. Number the questions without gaps.',
        fixes: () => renumber(numbered),
      };
    }
  },
};

/** The number that an item should have. One that all items of its list have is left to whatever prints the list. */
function expectedNumber(items: readonly ListItem[], index: number): number {
  const item = items[index];
  const list = items.filter((one) => one.list === item?.list);
  const first = items.findIndex((one) => one.list === item?.list);
  const isAutomatic = list.length > 1 && list.every(({ number }) => number === list[0]?.number);
  return (isAutomatic ? first : index) + 1;
}

/** Numbers from 1. Not where a longer mark would leave the rest of an item outside it. */
function renumber(items: readonly ListItem[]): readonly Fix[] {
  const edits = items.flatMap(({ marker, number }, index) =>
    number === index + 1 ? [] : [{ span: marker, newText: `${index + 1}.` }],
  );
  const isSound = items.every(({ marker, isPlain }, index) => {
    return isPlain || `${index + 1}.`.length === marker.end - marker.start;
  });
  return isSound ? [{ title: `Number the ${items.length} questions from 1`, safe: false, edits }] : [];
}
