import type { IsoDay } from '../model/date';
import type { Finding } from '../model/finding';
import type { Lines } from '../model/lines';
import type { AnalysedReport } from '../model/snapshot';
import type { Span } from '../model/span';
import { quotedTitles } from './quoted-titles';
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
  /** The titles that it quotes otherwise than the roadmap has them. */
  readonly quoted: readonly QuoteStatement[];
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

/** The key of an action or deliverable (`subjectKey`), the title in the report, and where that stands (LSP 3.17, Range). */
export type QuoteStatement = readonly [
  subject: string,
  title: string,
  line: number,
  character: number,
  endLine: number,
  endCharacter: number,
];

/**
 * What a report says of the actions that it names.
 *
 * @param findings those of the report
 */
export function statementsOf(analysed: AnalysedReport, findings: readonly Finding[], lines: Lines): Statements {
  const { report, asOf } = analysed;
  const keys = report.sections.flatMap(({ reading }) => [...namedActions(reading)]);
  const named = [...new Set(keys)];
  const said = statusesIn(analysed);
  const statuses = named.flatMap((key, index): StatusStatement[] => {
    const one = said.get(key);
    if (!one) {
      return [];
    }
    return [[index, one.status, ...rangeOf(one.at.span, lines)]];
  });
  const quoted = quotedTitles(analysed, findings).map(
    ({ subject, title, finding: { span } }): QuoteStatement => [subject, title, ...rangeOf(span, lines)],
  );
  const [first] = said.values();
  return { title: report.header.title?.text, day: first?.day ?? asOf.day, named, statuses, quoted };
}

function rangeOf({ start, end }: Span, lines: Lines): [number, number, number, number] {
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
  return [from.line, from.character, to.line, to.character];
}
