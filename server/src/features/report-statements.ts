import type { IsoDay } from '../model/date';
import type { Lines } from '../model/lines';
import type { AnalysedReport } from '../model/snapshot';
import { namedActions, statusesIn } from './report-index';

/** What a report says of actions, as plain data that can be kept when its text is let go. */
export interface Statements {
  /** Of the report, where it has one. */
  readonly title?: string | undefined;
  /** The report's date, or its as-of date. */
  readonly day: IsoDay;
  /** Keys of the actions that it reports on or mentions, each once. */
  readonly named: readonly string[];
  /** The first status of each of these actions that has one. */
  readonly statuses: readonly StatusStatement[];
}

/** The index of an action in `named`, the words of its status, and where the entry stands (LSP 3.17, Range). */
export type StatusStatement = readonly [
  action: number,
  status: string,
  line: number,
  character: number,
  endLine: number,
  endCharacter: number,
];

/** What a report says of the actions that it names. */
export function statementsOf(analysed: AnalysedReport, lines: Lines): Statements {
  const { report, asOf } = analysed;
  const keys = report.sections.flatMap(({ reading }) => [...namedActions(reading)]);
  const named = [...new Set(keys)];
  const said = statusesIn(analysed);
  const statuses = named.flatMap((key, index): StatusStatement[] => {
    const one = said.get(key);
    if (!one) {
      return [];
    }
    const [start, end] = [lines.positionAt(one.at.span.start), lines.positionAt(one.at.span.end)];
    return [[index, one.status, start.line, start.character, end.line, end.character]];
  });
  const [first] = said.values();
  return { title: report.header.title?.text, day: first?.day ?? asOf.day, named, statuses };
}
