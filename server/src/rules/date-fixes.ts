import type { Fix } from '../model/finding';
import type { Span } from '../model/span';
import { dateCorrections } from '../parse/date-corrections';
import { referenceDay } from './check-context';
import { changeTo } from './did-you-mean';
import type { FixContext } from './rule';

/**
 * Fixes that write what the words of a date were probably meant to be.
 *
 * @param span relative to what the fix's spans are
 * @param words what stands there; where the source writes it otherwise (escapes, folded lines), there is no fix
 */
export function dateFixes(words: string, span: Span, { report, asOf, start }: FixContext): readonly Fix[] {
  const isVerbatim = report.text.slice(start + span.start, start + span.end) === words;
  const reference = referenceDay({ header: report.header, asOf });
  return isVerbatim ? dateCorrections(words, reference).map(({ text, isSure }) => changeTo(text, span, isSure)) : [];
}
