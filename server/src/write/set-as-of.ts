import type { IsoDay } from '../model/date';
import type { TextEdit } from '../model/finding';
import type { Report } from '../model/report';

/**
 * The edit that makes a day the as-of date of a report: it replaces the value of `as-of`, or adds the key behind the
 * line of `date` (of `roadmap`, or at the start of the header). Undefined for a report without a header.
 */
export function setAsOf({ text, header }: Report, day: IsoDay): TextEdit | undefined {
  if (header.asOf) {
    const { span, key } = header.asOf;
    const gap = span.start === key.end + 1 && span.end === span.start ? ' ' : '';
    return { span, newText: `${gap}${day}` };
  }
  if (!header.span) {
    return undefined;
  }
  const before = header.keys.find((key) => key.name === 'date') ?? header.keys.find((key) => key.name === 'roadmap');
  if (!before) {
    return { span: { start: header.span.start, end: header.span.start }, newText: `as-of: ${day}\n` };
  }
  const next = header.keys[header.keys.indexOf(before) + 1];
  const at = next ? next.span.start : header.span.end;
  const needsLine = at > 0 && !/[\r\n]/.test(text[at - 1] ?? '');
  return { span: { start: at, end: at }, newText: `${needsLine ? '\n' : ''}as-of: ${day}\n` };
}
