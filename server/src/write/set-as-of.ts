import type { IsoDay } from '../model/date';
import type { TextEdit } from '../model/finding';
import type { Report } from '../model/report';
import { headerEdits } from './header-lines';

/**
 * The edit that makes a day the as-of date of a report, whatever stood there: it replaces the value of `as-of`, or
 * writes the key into the header, which is opened where there is none. Offsets into the file.
 */
export function setAsOf(report: Report, day: IsoDay): TextEdit | undefined {
  const { asOf } = report.header;
  return asOf && asOf.text !== '' ? { span: asOf.span, newText: day } : headerEdits(report, [['as-of', day]])[0];
}
