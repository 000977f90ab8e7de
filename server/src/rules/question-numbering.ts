import type { DraftKind } from '../model/draft-kind';
import type { Fix } from '../model/finding';
import type { ReportContext } from './check-context';
import { paperExample } from './kind-examples';
import { type ListItem, listItems, numberIn } from './kind-items';
import { partFor } from './kind-parts';
import type { FixContext, Rule } from './rule';

export const questionNumbering: Rule = {
  meta: {
    code: 'question-numbering',
    group: 'report',
    severity: 'warning',
    summary: 'Questions for delegations whose numbers have a gap, come twice or are missing',
    why:
      'In a meeting delegations answer “question 3”. Where two questions have that number, or none has it, nobody knows ' +
      'which one is meant. The numbers begin with 1 and go on without a gap, under one heading.\n\n' +
      'Read are lists, paragraphs that begin with “Q1.”, “(a)” or “iv.”, and headings such as “Question 2” below that of ' +
      'the questions. Where no heading says that there are questions, a list that does nothing but ask counts. Markdown ' +
      'that has “1.” before every item of a list is in order: it is numbered when it is printed.',
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
    const { passages, titled } = partFor('questions', section, context);
    const items = listItems(passages, section, context.text);
    const numbered = items.filter(({ number }) => number !== undefined);
    const [bullet] = items;
    if (bullet && numbered.length === 0) {
      if (titled) {
        yield {
          span: bullet.marker,
          severity: 'info',
          message: 'These questions have no numbers, so that nobody can say which one an answer is about. Number them.',
          fixes: () => renumber(items, context.text),
        };
      }
      return;
    }
    // Under a heading of their own they can go on with those of another one.
    const from = titled ? 1 : (numbered[0]?.number ?? 1);
    const at = numbered.findIndex((item, index) => item.number !== expectedNumber(numbered, index, from));
    const wrong = numbered[at];
    if (wrong) {
      const name = (number: number) => (wrong.label ? numberIn(wrong.label.style, number) : String(number));
      const before = numbered.slice(0, at).some(({ number }) => number === wrong.number);
      yield {
        span: wrong.marker,
        message: complaint(wrong.number ?? 0, expectedNumber(numbered, at, from), from, before, name),
        fixes: () => (from === 1 ? renumber(numbered, context.text) : []),
      };
    }
  },
  *checkReport({ sections, kind }) {
    const questions = questionHeadings(sections, kind);
    const at = questions.findIndex(({ number }, index) => number !== index + 1);
    const wrong = questions[at];
    if (wrong) {
      const before = questions.slice(0, at).some(({ number }) => number === wrong.number);
      yield {
        place: { section: wrong.section, what: 'heading' },
        message: complaint(wrong.number, at + 1, 1, before, String),
        fixes: (now) => renumberHeadings(questions, now),
      };
    }
  },
};

/** What is wrong with a number where another one is expected; `before`: an earlier question has it. */
function complaint(
  number: number,
  expected: number,
  from: number,
  before: boolean,
  name: (number: number) => string,
): string {
  const place = expected === from ? 'The first question' : `What follows question ${name(expected - 1)}`;
  const harm = before
    ? `: there are two with this number, so that an answer to “question ${name(number)}” could be about either`
    : `, so that whoever answers looks for a question ${name(expected)}`;
  return `${place} has the number ${name(number)}, not ${name(expected)}${harm}. Number the questions without gaps.`;
}

/** The number that an item should have. One that all items of its list have is left to whatever prints the list. */
function expectedNumber(items: readonly ListItem[], index: number, from: number): number {
  const item = items[index];
  const list = items.filter((one) => one.list === item?.list);
  const first = items.findIndex((one) => one.list === item?.list);
  const isAutomatic = list.length > 1 && list.every(({ number, label }) => !label && number === list[0]?.number);
  return (isAutomatic ? first : index) + from;
}

/** Numbers in their order. Not where a longer mark would leave the rest of an item outside it, or forms are mixed. */
function renumber(items: readonly ListItem[], text: string): readonly Fix[] {
  const edits = items.flatMap(({ marker, number, label }, index) => {
    const written = numberIn(label?.style ?? 'digits', index + 1);
    const newText = label && /[A-Z]/.test(text[label.span.start] ?? '') ? written.toUpperCase() : written;
    return number === index + 1
      ? []
      : [label ? { span: label.span, newText } : { span: marker, newText: `${written}.` }];
  });
  const isSound = items.every(({ marker, label, isPlain }, index) => {
    // A number alone in a paragraph may become the marker of a list, or one of them a number in a paragraph.
    const isMarker = label === undefined || /\d/.test(text[marker.start] ?? '');
    const isAsLong = `${index + 1}.`.length === marker.end - marker.start;
    return !isMarker || isAsLong || (label === undefined && isPlain);
  });
  const isOneForm = items.every(({ label }) => label?.style === items[0]?.label?.style);
  return isSound && isOneForm ? numberFix(items.length, edits) : [];
}

function numberFix(count: number, edits: Fix['edits']): readonly Fix[] {
  return edits.length === 0 ? [] : [{ title: `Number the ${count} questions from 1`, safe: false, edits }];
}

/** A heading of its own for a question, and its number. */
interface QuestionHeading {
  readonly section: number;
  readonly number: number;
}

/** The numbered headings below that of the questions, "Question 2: …" and others. */
function questionHeadings(
  sections: ReportContext['sections'],
  kind: DraftKind | undefined,
): readonly QuestionHeading[] {
  const found: QuestionHeading[] = [];
  let level: number | undefined;
  for (const [section, { heading, opens }] of sections.entries()) {
    if (heading && (level === undefined || heading.level <= level)) {
      level = opens !== undefined && kind?.sections[opens]?.holds === 'questions' ? heading.level : undefined;
    } else if (heading) {
      const number = HEADING_NUMBER.exec(heading.text)?.[2];
      found.push(...(number === undefined ? [] : [{ section, number: Number(number) }]));
    }
  }
  return found;
}

/** "Question 2", "Q2: …", "2. …". */
const HEADING_NUMBER = /^(\s*(?:\p{L}+\.?[ \t]*)?\(?)(\d{1,3})(?=[ \t]*(?:$|[.):–—-]))/u;

function renumberHeadings(questions: readonly QuestionHeading[], { report, start }: FixContext): readonly Fix[] {
  const edits = questions.flatMap(({ section: at, number }, index) => {
    const section = report.sections[at];
    const match = section?.heading && HEADING_NUMBER.exec(section.heading.text);
    const from = (section?.heading?.span.start ?? 0) + (section?.start ?? 0) + (match?.[1]?.length ?? 0);
    const written = match?.[2] ?? '';
    return number === index + 1 || !report.text.startsWith(written, from)
      ? []
      : [{ span: { start: from - start, end: from + written.length - start }, newText: String(index + 1) }];
  });
  return numberFix(questions.length, edits);
}
