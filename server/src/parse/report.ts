import type { ReadingContext } from '../model/context';
import type { Report, ReportFormat } from '../model/report';
import { parseMarkdownReport } from './markdown-report';
import { parseYamlReport } from './yaml-report';

/** Reads a report in either format. Never throws: half-written, broken or empty text gives a model of what is there. */
export function parseReport(uri: string, text: string, format: ReportFormat, context: ReadingContext): Report {
  return format === 'markdown' ? parseMarkdownReport(uri, text, context) : parseYamlReport(uri, text, context);
}
