import * as vscode from 'vscode';
import { ExecuteCommandRequest } from 'vscode-languageclient';
import { type ImportArguments, type ImportResult, ServerCommand } from '../../server/src/lsp/protocol';
import type { CommandContext } from './extension';

/** A document that was imported, and what became of it. */
export interface ImportedDocument {
  readonly source: vscode.Uri;
  /** Its name, without a path. */
  readonly name: string;
  readonly result: Exclude<ImportResult, { readonly problem: string }>;
}

/**
 * Imports a document, and says why where that is not possible. Undefined where it is not, or somebody has cancelled it.
 *
 * @param given the document; asked for where it is undefined
 */
export async function importDocument(
  context: CommandContext,
  given: vscode.Uri | undefined,
  as: NonNullable<ImportArguments['as']>,
): Promise<ImportedDocument | undefined> {
  const source = given ?? (await askForDocument(as));
  if (!source) {
    return undefined;
  }
  const name = nameOf(source);
  const result = await runImport(context, source, name, as);
  if (result && 'problem' in result) {
    void vscode.window.showWarningMessage(`“${name}” was not imported. ${result.problem}`);
    return undefined;
  }
  return result && { source, name, result };
}

/** A file's name without its ending, for the name of what an import makes of it. */
export function stemOf(name: string): string {
  return name.replace(/(?:\.(?:roadmap|report))?\.[^.]*$/, '') || 'imported';
}

/** Where reports see what is made of a document: beside it, or in the open folder where that is not in one. */
export function folderFor(source: vscode.Uri): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  return vscode.workspace.getWorkspaceFolder(source) || !first ? vscode.Uri.joinPath(source, '..') : first.uri;
}

/**
 * A new file in a folder, under this name or, where that is taken, one with a number. Where no file can be made there
 * it is an unsaved document.
 */
export async function newFile(
  folder: vscode.Uri,
  name: string,
  text: string,
  language: 'yaml' | 'markdown',
): Promise<vscode.Uri> {
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
      return uri;
    }
    break;
  }
  return (await vscode.workspace.openTextDocument({ language, content: text })).uri;
}

/** Shows a file as if a person had opened it: one that an extension asks for would stay open for minutes after its editor. */
export async function showFile(uri: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
}

/** Whether there is a file. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function askForDocument(as: string): Promise<vscode.Uri | undefined> {
  const [document] =
    (await vscode.window.showOpenDialog({
      title: `Import ${as} from document`,
      openLabel: 'Import',
      filters: { Documents: ['docx', 'html', 'htm', 'md', 'markdown', 'txt'] },
    })) ?? [];
  return document;
}

/** Undefined where somebody has cancelled it. */
async function runImport(
  context: CommandContext,
  source: vscode.Uri,
  name: string,
  as: NonNullable<ImportArguments['as']>,
): Promise<ImportResult | undefined> {
  return vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: `Importing ${name}`, cancellable: true },
    async (_, token) => {
      const client = await context.started();
      const argument: ImportArguments = { uri: source.toString(), as };
      const parameters = { command: ServerCommand.importDocument, arguments: [argument] };
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

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
