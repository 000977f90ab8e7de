import { formatDay, type IsoDay, type PolicyDate } from '../model/date';
import type { NextStep } from '../model/report';
import type { StatedField } from '../model/stated';
import type { SectionContext } from './check-context';
import type { RuleFinding } from './rule';
import { yearLaterFixes } from './year-later';

/**
 * The finding about a next step that was over on the day of the report, where it is. The date of one in running text is
 * taken from its sentence (it has no key of its own), so of such a one it is only a hint.
 */
export function* overBeforeReport({ due, text }: NextStep, context: SectionContext): Iterable<RuleFinding> {
  const day = firstDay(context.header.date) ?? firstDay(context.header.asOf);
  const last = due?.value?.latest;
  if (!due || !day || !last || last >= day) {
    return;
  }
  const isGuess = due.key.start === due.span.start && due.key.end === due.span.end;
  const before = context.text.slice(0, due.span.start);
  if (!isGuess || !DATE_OF_SOMETHING.test(before.slice(-LONGEST_LEAD))) {
    yield {
      span: due.span,
      ...(isGuess ? { severity: 'hint' } : {}),
      message:
        `The next step “${text}” is due by ${formatDay(last)}, before the day of the report (${formatDay(day)}). ` +
        'Correct the date, or report the step as done.',
      // Whether it is done only the author knows.
      fixes: (now) => yearLaterFixes(due, now, ({ latest }) => latest !== null && latest >= day),
    };
  }
}

/** "The conclusions of 3 June", "adopted on 3 June": no date by which something is to be done. */
const DATE_OF_SOMETHING = /\b(?:of|dated|since|from|after|(?:\p{L}+ed|held) (?:on|in))\s*$/iu;
const LONGEST_LEAD = 30;

function firstDay(field: StatedField<PolicyDate> | undefined): IsoDay | undefined {
  return field?.value?.earliest ?? field?.value?.latest ?? undefined;
}
