import type { SectionReading } from '../model/report';
import { overlaps, type Span } from '../model/span';
import { isDateProblem, readDate } from '../parse/dates';
import type { CheckEnvironment } from './check-context';
import { dateFieldsOf, dateFieldsOfHeader, problemOf } from './date-fields';
import { dateFixes } from './date-fixes';
import { markdownExample, yamlExample } from './example-reports';
import type { Rule, RuleFinding } from './rule';

const EVIDENCE = 'ST 9999/24';

export const dateImpossible: Rule = {
  meta: {
    code: 'date-impossible',
    group: 'deadline',
    severity: 'error',
    summary: 'The date does not exist',
    why:
      'There is no 31 June. A reader who notices doubts the other dates too, and nothing can be counted from it. ' +
      'Fields are checked, and days written out in the text (“31 June 2024”), unless they are quoted.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['- **Status:** in progress', '', 'Eurojust opened the network on 31 April 2024.']),
        good: markdownExample('5', ['- **Status:** in progress', '', 'Eurojust opened the network on 30 April 2024.']),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['status: delivered', 'completed: 2024-04-31', `evidence: [${EVIDENCE}]`]),
        good: yamlExample('5', ['status: delivered', 'completed: 2024-04-30', `evidence: [${EVIDENCE}]`]),
      },
    ],
    fixable: true,
  },
  *checkSection(section, context) {
    for (const { field } of dateFieldsOf(section)) {
      const problem = problemOf(field, context);
      if (problem?.problem === 'impossible') {
        yield {
          span: field.span,
          message: problem.message,
          fixes: (now) => dateFixes(field.text, field.span, now),
        };
      }
    }
    yield* inProse(section, context);
  },
  *checkHeader(context) {
    for (const { field } of dateFieldsOfHeader(context.header)) {
      const problem = problemOf(field, context);
      if (problem?.problem === 'impossible') {
        yield {
          span: field.span,
          message: problem.message,
          fixes: (now) => dateFixes(field.text, field.span, now),
        };
      }
    }
  },
};

/** The late days of a month are looked at, the only ones that may not exist. */
const WRITTEN_OUT =
  /(?<![\d.-])(?:0|29|[3-9]\d) (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/g;

/** How every match of {@link WRITTEN_OUT} begins: most passages have none. */
const LATE_DAY = /[0-9] (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;

function* inProse(section: SectionReading, { asOf }: CheckEnvironment): Iterable<RuleFinding> {
  const isElsewhere = (span: Span) =>
    dateFieldsOf(section).some(({ field }) => overlaps(field.span, span)) ||
    section.mentions.citations.some((citation) => overlaps(citation.span, span));
  for (const passage of section.passages) {
    const isWorthReading = !passage.quoted && LATE_DAY.test(passage.text);
    for (const match of isWorthReading ? passage.text.matchAll(WRITTEN_OUT) : []) {
      const start = passage.span.start + match.index;
      const span = { start, end: start + match[0].length };
      const read = readDate(match[0], asOf.day);
      if (isDateProblem(read) && read.problem === 'impossible' && !isElsewhere(span)) {
        yield { span, message: read.message, fixes: (now) => dateFixes(match[0], span, now) };
      }
    }
  }
}
