import type * as vscode from 'vscode';
import type { CommandContext } from './extension';
import { folderFor, importDocument, newFile, showFile, stemOf } from './import-document';

/**
 * Imports a document as the draft of a report, which becomes a new file beside it, on the roadmap that it seems to be on.
 * What could not be read is shown. Answers the new file's URI; undefined where there is none.
 *
 * @param given the document; asked for where it is undefined
 */
export async function importReport(context: CommandContext, given?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const imported = await importDocument(context, given, 'report');
  if (!imported) {
    return undefined;
  }
  const { source, name, result } = imported;
  const report = await newFile(folderFor(source), `${stemOf(name)}.report.md`, result.text, 'markdown');
  await showFile(report);
  if (result.notes > 0) {
    await context.importReports.show(name, result.report, { source, made: report });
  }
  return report;
}
