import type { PolicyDate } from '../model/date';
import { isEmptyValue } from '../model/empty-value';
import type { Field, ReportHeader, SectionReading } from '../model/report';
import { type DateProblem, isDateProblem, readDate } from '../parse/dates';
import { findPlaceholders } from '../parse/placeholders';
import { type CheckEnvironment, referenceDay } from './check-context';
import { partsOfSection } from './reported-parts';

/** A field of a section that holds a date. */
export interface DateField {
  readonly field: Field<PolicyDate>;
  /** Deadlines can be events, in words that are no date; completions cannot. */
  readonly kind: 'deadline' | 'completion';
}

/** Every date field of a section: of its entry, its deliverables, its table rows and its next steps. */
export function dateFieldsOf(section: SectionReading): readonly DateField[] {
  const found: DateField[] = [];
  const add = (field: Field<PolicyDate> | undefined, kind: DateField['kind']) => {
    if (field) {
      found.push({ field, kind });
    }
  };
  for (const { fields } of partsOfSection(section)) {
    add(fields.due, 'deadline');
    add(fields.revised, 'deadline');
    add(fields.completed, 'completion');
  }
  for (const { fields } of section.rows.length === 0 ? [section] : [section, ...section.rows]) {
    for (const { due } of fields.next?.value ?? []) {
      add(due, 'deadline');
    }
  }
  return found;
}

/** The date fields of the header, whose spans count from the file; `period` is left to `period-invalid`. */
export function dateFieldsOfHeader(header: ReportHeader): readonly DateField[] {
  return [header.date, header.asOf].flatMap((field): DateField[] => (field ? [{ field, kind: 'completion' }] : []));
}

/** Why a field's words are no date; undefined where they are one, are missing, or wait for somebody. */
export function problemOf(field: Field<PolicyDate>, environment: CheckEnvironment): DateProblem | undefined {
  if (field.value !== undefined || isEmptyValue(field.text) || findPlaceholders(field.text).length > 0) {
    return undefined;
  }
  const reference = referenceDay(environment);
  const problems = [field.text, field.text.replace(/\s*\([^()]*\)\.?$/, '')]
    .map((text) => readDate(text, reference))
    .filter(isDateProblem);
  return problems.find(({ problem }) => problem === 'impossible') ?? problems[0];
}
