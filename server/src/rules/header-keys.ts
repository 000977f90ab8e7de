import type { Report } from '../model/report';

/** The keys that were meant by those of the header that do not exist: `report-field-unknown` asks about these. */
export function misspeltKeys({ header, problems }: Pick<Report, 'header' | 'problems'>): ReadonlySet<string> {
  const unknown = problems.filter((problem) => problem.code === 'report-field-unknown');
  const inHeader = unknown.filter(({ span }) => header.keys.some((key) => key.span.start === span.start));
  return new Set(inHeader.flatMap(({ replacement }) => replacement ?? []));
}
