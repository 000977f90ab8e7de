import type { ReadingContext } from '../model/context';
import type { Report, ReportFormat } from '../model/report';
import type { TextChange } from '../model/text-change';
import { type MarkdownReading, readMarkdownReport } from './markdown-report';
import { prepareContext } from './prepared-context';
import { readYamlReport, type YamlReading } from './yaml-report';

/** A report with what a later reading of the same file can use again. */
export type ReportReading = MarkdownReading | YamlReading;

/** What was read before an edit, and what the edit changed. */
export interface EarlierReading {
  readonly reading: ReportReading;
  readonly change: TextChange;
}

/** Reads a report in either format. Never throws: half-written, broken or empty text gives a model of what is there. */
export function parseReport(uri: string, text: string, format: ReportFormat, context: ReadingContext): Report {
  return readReport(uri, text, format, context).report;
}

/**
 * Reads a report as {@link parseReport} does, and after an edit no more of it than the edit concerns. The result is the
 * same as that of reading the text anew.
 *
 * @param earlier a reading of the text that the change was made to, against whatever context
 */
export function readReport(
  uri: string,
  text: string,
  format: ReportFormat,
  context: ReadingContext,
  earlier?: EarlierReading,
): ReportReading {
  const prepared = prepareContext(context);
  const { reading, change } = earlier ?? {};
  return format === 'markdown'
    ? readMarkdownReport(uri, text, prepared, reading?.format === 'markdown' ? reading : undefined, change)
    : readYamlReport(uri, text, prepared, reading?.format === 'yaml' ? reading : undefined, change);
}
