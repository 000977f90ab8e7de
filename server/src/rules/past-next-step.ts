import { formatDay, type IsoDay, type PolicyDate } from '../model/date';
import type { Entry } from '../model/entry';
import type { Field, NextStep } from '../model/report';
import type { RuleContext, RuleFinding } from './rule';

/**
 * The finding about a next step that was over on the day of the report, where it is. The date of one in running text is
 * taken from its sentence (it has no key of its own), so of such a one it is only a hint.
 */
export function* overBeforeReport(
  { due, text }: NextStep,
  { section }: Entry,
  { report }: RuleContext,
): Iterable<Omit<RuleFinding, 'section'>> {
  const day = firstDay(report.header.date) ?? firstDay(report.header.asOf);
  const last = due?.value?.latest;
  if (!due || !day || !last || last >= day) {
    return;
  }
  const isGuess = due.key.start === due.span.start && due.key.end === due.span.end;
  const before = report.text.slice(section.start, section.start + due.span.start);
  if (!isGuess || !DATE_OF_SOMETHING.test(before.slice(-LONGEST_LEAD))) {
    yield {
      span: due.span,
      ...(isGuess ? { severity: 'hint' } : {}),
      message:
        `The next step “${text}” is due by ${formatDay(last)}, before the day of the report (${formatDay(day)}). ` +
        'Correct the date, or report the step as done.',
    };
  }
}

/** "The conclusions of 3 June", "adopted on 3 June": no date by which something is to be done. */
const DATE_OF_SOMETHING = /\b(?:of|dated|since|from|after|(?:\p{L}+ed|held) (?:on|in))\s*$/iu;
const LONGEST_LEAD = 30;

function firstDay(field: Field<PolicyDate> | undefined): IsoDay | undefined {
  return field?.value?.earliest ?? field?.value?.latest ?? undefined;
}
