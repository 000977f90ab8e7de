import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient';
import {
  type ImportArguments,
  type ImportResult,
  LARGEST_DOCUMENT,
  ServerCommand,
} from '../../server/src/lsp/protocol';
import type { CommandContext } from './extension';

/**
 * Imports a document as a roadmap, which becomes a new file beside it (of a document from elsewhere, in the open folder), and
 * shows what was understood. Answers the new file's URI; undefined where there is none.
 *
 * @param given the document; asked for where it is undefined
 */
export async function importRoadmap(context: CommandContext, given?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const source = given ?? (await askForDocument());
  if (!source) {
    return undefined;
  }
  const name = nameOf(source);
  const result = await runImport(context, source, name);
  if (!result) {
    return undefined;
  }
  if ('problem' in result) {
    void vscode.window.showWarningMessage(`“${name}” was not imported. ${result.problem}`);
    return undefined;
  }
  const stem = name.replace(/(?:\.roadmap)?\.[^.]*$/, '') || 'imported';
  const folder = folderFor(source);
  const roadmap = await newFile(folder, `${stem}.roadmap.yaml`, result.text);
  if (result.actorsText !== undefined) {
    await proposeActors(folder, result.actorsText);
  }
  await vscode.window.showTextDocument(roadmap, { preview: false });
  await context.importReports.show(name, result.report);
  return roadmap.uri;
}

/** Where reports see what is made of a document: beside it, or in the open folder where that is not in one. */
function folderFor(source: vscode.Uri): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  return vscode.workspace.getWorkspaceFolder(source) || !first ? vscode.Uri.joinPath(source, '..') : first.uri;
}

async function askForDocument(): Promise<vscode.Uri | undefined> {
  const [document] =
    (await vscode.window.showOpenDialog({
      title: 'Import roadmap from document',
      openLabel: 'Import',
      filters: { Documents: ['docx', 'html', 'htm', 'md', 'markdown', 'txt'] },
    })) ?? [];
  return document;
}

/** Undefined where somebody has cancelled it. */
async function runImport(context: CommandContext, source: vscode.Uri, name: string): Promise<ImportResult | undefined> {
  try {
    const { size } = await vscode.workspace.fs.stat(source);
    if (size > LARGEST_DOCUMENT) {
      const [given, most] = [size, LARGEST_DOCUMENT].map((bytes) => Math.ceil(bytes / 1_000_000));
      return { problem: `It has ${given} MB; up to ${most} MB can be imported. Save it without pictures.` };
    }
  } catch {
    return { problem: 'The file cannot be read.' };
  }
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Importing ${name}`, cancellable: true },
    async (_, token) => {
      const client = await context.started();
      const argument: ImportArguments = { uri: source.toString() };
      const parameters = { command: ServerCommand.importRoadmap, arguments: [argument] };
      try {
        return (await client.sendRequest(ExecuteCommandRequest.type, parameters, token)) as ImportResult;
      } catch (error) {
        if (token.isCancellationRequested) {
          return undefined;
        }
        throw error;
      }
    },
  );
}

/**
 * Shows actors that nobody knows yet: in the file `actors.yaml` of a folder, which is made where there is none; in
 * one that is there they are added to the list and not saved. Where that is no plain list, in a draft to copy from.
 */
async function proposeActors(folder: vscode.Uri, text: string): Promise<void> {
  const uri = vscode.Uri.joinPath(folder, 'actors.yaml');
  if (!(await exists(uri))) {
    await vscode.window.showTextDocument(await newFile(folder, 'actors.yaml', text), { preview: false });
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const added = addedActors(document.getText(), text);
  if (added === undefined) {
    const draft = await vscode.workspace.openTextDocument({ language: 'yaml', content: text });
    await vscode.window.showTextDocument(draft, { preview: false });
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  edit.insert(uri, document.lineAt(document.lineCount - 1).range.end, added);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document, { preview: false });
}

/** What to write behind a file with actors so that its list has the proposals too; undefined where it is no plain list. */
function addedActors(text: string, proposals: string): string | undefined {
  const isPlain = text.split(/\r?\n/).every((line) => /^(?:\s|#|- |---|actors:\s*$|$)/.test(line));
  const indent = /^( *)- actor:/m.exec(text)?.[1];
  const items = /^actors:[ \t]*\n([\s\S]*)$/m.exec(proposals)?.[1];
  const given = items === undefined ? undefined : /^( *)- actor:/m.exec(items)?.[1];
  if (!isPlain || indent === undefined || items === undefined || given === undefined) {
    return undefined;
  }
  const moved = items.replace(new RegExp(`^${given}`, 'gm'), indent);
  return `${text.endsWith('\n') ? '' : '\n'}${moved}`;
}

/**
 * A new file in a folder, under this name or, where that is taken, one with a number. Where no file can be made there
 * it is an unsaved document.
 */
async function newFile(folder: vscode.Uri, name: string, text: string): Promise<vscode.TextDocument> {
  const [, stem = name, ending = ''] = /^([^.]*)(.*)$/.exec(name) ?? [];
  for (let number = 1; number < 100; number++) {
    const uri = vscode.Uri.joinPath(folder, number === 1 ? name : `${stem}-${number}${ending}`);
    if (await exists(uri)) {
      continue;
    }
    const edit = new vscode.WorkspaceEdit();
    // Not over a file that has come to be there meanwhile.
    edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
    if (await vscode.workspace.applyEdit(edit)) {
      return vscode.workspace.openTextDocument(uri);
    }
    break;
  }
  return vscode.workspace.openTextDocument({ language: 'yaml', content: text });
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
