import * as vscode from 'vscode';
import { type BaseLanguageClient, ExecuteCommandRequest, WorkDoneProgress } from 'vscode-languageclient';
import {
  type CheckAllResult,
  type ConvertArguments,
  type ConvertResult,
  type MentionsArguments,
  type MissingEntriesArguments,
  type PlainLocation,
  ServerCommand,
  type SetAsOfArguments,
  type ShowPlacesArguments,
} from '../../server/src/lsp/protocol';
import { isIsoDay } from '../../server/src/model/date';
import { isDocument } from '../../server/src/parse/recognise';
import type { CommandContext, CommandId } from './extension';
import { importReport } from './import-report';
import { importRoadmap } from './import-roadmap';
import { type NewReportChoices, newReport } from './new-report';

/** Runs a command of the server (LSP 3.17, workspace/executeCommand). */
export async function runOnServer<T>(client: BaseLanguageClient, command: string, argument?: unknown): Promise<T> {
  return client.sendRequest(ExecuteCommandRequest.type, {
    command,
    arguments: argument === undefined ? [] : [argument],
  });
}

/** Runs a command of the palette by its id, with what whoever runs it hands over. */
export async function runCommand(id: CommandId, context: CommandContext, given: readonly unknown[]): Promise<unknown> {
  switch (id) {
    case 'rapporteur.newReport':
      return newReport(await context.started(), given[0] as NewReportChoices | undefined);
    case 'rapporteur.importRoadmap':
      return importRoadmap(context, given[0] as vscode.Uri | undefined);
    case 'rapporteur.importReport':
      return importReport(context, given[0] as vscode.Uri | undefined);
    case 'rapporteur.insertMissingEntries':
      return insertMissingEntries(context);
    case 'rapporteur.convertToMarkdown':
    case 'rapporteur.convertToYaml':
      return convert(context, given[0] as string | undefined);
    case 'rapporteur.checkAll':
      return checkAll(context);
    case 'rapporteur.setAsOf':
      return setAsOf(context, given[0] as string | undefined, given[1] as 'report' | 'workspace' | undefined);
    case 'rapporteur.restartServer':
      return context.restart();
    case 'rapporteur.showOutput':
      return (await context.started()).outputChannel.show();
    case 'rapporteur.showMenu':
      return showMenu();
    case 'rapporteur.showPlaces':
      return showPlaces(given[0] as ShowPlacesArguments, context);
  }
}

async function insertMissingEntries(context: CommandContext): Promise<number> {
  const client = await context.started();
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  if (uri === undefined) {
    void vscode.window.showInformationMessage('Open a report to insert entries into it.');
    return 0;
  }
  const argument: MissingEntriesArguments = { uri };
  const count = await runOnServer<number>(client, ServerCommand.insertMissingEntries, argument);
  if (count === 0) {
    void vscode.window.showInformationMessage('No entry was inserted: this report lacks no action of its roadmap.');
  }
  return count;
}

/** Opens a report in the other format as an untitled document; the report itself stays as it is. */
async function convert(context: CommandContext, given?: string): Promise<void> {
  const client = await context.started();
  const uri = given ?? vscode.window.activeTextEditor?.document.uri.toString();
  if (uri === undefined) {
    void vscode.window.showInformationMessage('Open a report to convert it.');
    return;
  }
  const argument: ConvertArguments = { uri };
  const result = await runOnServer<ConvertResult>(client, ServerCommand.convert, argument);
  if ('problem' in result) {
    void vscode.window.showWarningMessage(result.problem);
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: result.format, content: result.text });
  await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside);
  if (result.notes.length > 0) {
    void vscode.window.showInformationMessage(result.notes.join(' '));
  }
}

async function checkAll(context: CommandContext): Promise<CheckAllResult> {
  const client = await context.started();
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Checking all reports', cancellable: true },
    (progress, cancelled) => checkWithProgress(client, progress, cancelled),
  );
  const counts = `${counted(result.reports, 'report')}, ${counted(result.findings, 'finding')}`;
  const message = result.cancelled ? `Stopped after ${counts}.` : `Checked ${counts}.`;
  void vscode.window.showInformationMessage(message, 'Show Problems').then((answer) => {
    if (answer !== undefined) {
      void vscode.commands.executeCommand('workbench.actions.view.problems');
    }
  });
  return result;
}

/** The client's own progress stands in the status bar, where nobody can cancel it. */
async function checkWithProgress(
  client: BaseLanguageClient,
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  cancelled: vscode.CancellationToken,
): Promise<CheckAllResult> {
  const workDoneToken = `${ServerCommand.checkAll} ${Date.now()}`;
  let shown = 0;
  const reports = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
    if (value.kind === 'report') {
      const { message = '', percentage = shown } = value;
      progress.report({ message, increment: percentage - shown });
      shown = percentage;
    }
  });
  try {
    const parameters = { command: ServerCommand.checkAll, workDoneToken };
    return await client.sendRequest(ExecuteCommandRequest.type, parameters, cancelled);
  } finally {
    reports.dispose();
  }
}

function counted(count: number, thing: string): string {
  return `${count} ${count === 1 ? thing : `${thing}s`}`;
}

async function setAsOf(context: CommandContext, given?: string, givenWhere?: 'report' | 'workspace'): Promise<void> {
  const client = await context.started();
  const day =
    given ??
    (await vscode.window.showInputBox({
      title: 'As-of date',
      prompt: 'The day that “overdue” is measured against, such as 2024-06-03',
      placeHolder: 'YYYY-MM-DD',
      validateInput: (text) => (isIsoDay(text.trim()) ? undefined : 'Give a day that exists, as YYYY-MM-DD.'),
    }));
  if (day === undefined) {
    return;
  }
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const where = givenWhere ?? (await askWhere(uri !== undefined));
  if (where === 'workspace') {
    const hasFolder = vscode.workspace.workspaceFolders !== undefined;
    const target = hasFolder ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
    await vscode.workspace.getConfiguration('rapporteur').update('asOf', day.trim(), target);
  } else if (where === 'report' && uri !== undefined) {
    const argument: SetAsOfArguments = { uri, day: day.trim() };
    if (!(await runOnServer<boolean>(client, ServerCommand.setAsOf, argument))) {
      void vscode.window.showWarningMessage('The active editor shows no report whose as-of date can be set.');
    }
  }
}

async function askWhere(inReport: boolean): Promise<'report' | 'workspace' | undefined> {
  if (!inReport) {
    return 'workspace';
  }
  const choice = await vscode.window.showQuickPick(
    [
      { label: 'In this report', description: 'as-of in its header', where: 'report' as const },
      {
        label: 'For the workspace',
        description: 'setting, for reports that have neither as-of nor date',
        where: 'workspace' as const,
      },
    ],
    { title: 'Where is the as-of date set?' },
  );
  return choice?.where;
}

/** Goes to a place; of several, shows a list at the place that they were asked from. */
async function showPlaces(places: ShowPlacesArguments, context: CommandContext): Promise<void> {
  const { uri, position } = places;
  const locations = 'locations' in places ? places.locations : await mentions(places, context);
  const rangeOf = ({ start, end }: PlainLocation['range']) =>
    new vscode.Range(start.line, start.character, end.line, end.character);
  const [only, more] = locations;
  if (only && !more && isDocument(vscode.Uri.parse(only.uri).path)) {
    // No text editor shows a Word file.
    await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(only.uri));
  } else if (only && !more) {
    await vscode.window.showTextDocument(vscode.Uri.parse(only.uri), { selection: rangeOf(only.range) });
  } else if (only) {
    await vscode.commands.executeCommand(
      'editor.action.showReferences',
      vscode.Uri.parse(uri),
      new vscode.Position(position.line, position.character),
      locations.map((one) => new vscode.Location(vscode.Uri.parse(one.uri), rangeOf(one.range))),
    );
  }
}

async function mentions({ uri, mentionsOf }: MentionsArguments, context: CommandContext): Promise<PlainLocation[]> {
  const argument: MentionsArguments = { uri, mentionsOf };
  return runOnServer<PlainLocation[]>(await context.started(), ServerCommand.mentions, argument);
}

async function showMenu(): Promise<void> {
  const choice = await vscode.window.showQuickPick(
    [
      { label: '$(warning) Show problems', command: 'workbench.actions.view.problems' },
      { label: '$(diff-insert) Insert entries for missing actions', command: 'rapporteur.insertMissingEntries' },
      { label: '$(calendar) Set as-of date…', command: 'rapporteur.setAsOf' },
      { label: '$(checklist) Check all reports', command: 'rapporteur.checkAll' },
      { label: '$(new-file) New report…', command: 'rapporteur.newReport' },
      { label: '$(file-symlink-file) Import roadmap from document…', command: 'rapporteur.importRoadmap' },
      { label: '$(file-symlink-file) Import report from document…', command: 'rapporteur.importReport' },
      { label: '$(output) Show output', command: 'rapporteur.showOutput' },
    ],
    { title: 'Rapporteur' },
  );
  if (choice) {
    await vscode.commands.executeCommand(choice.command);
  }
}
