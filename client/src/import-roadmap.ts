import * as vscode from 'vscode';
import type { CommandContext } from './extension';
import { exists, folderFor, importDocument, newFile, showFile, stemOf } from './import-document';

/**
 * Imports a document as a roadmap, which becomes a new file beside it (of a document from elsewhere, in the open folder), and
 * shows what was understood. Answers the new file's URI; undefined where there is none.
 *
 * @param given the document; asked for where it is undefined
 */
export async function importRoadmap(context: CommandContext, given?: vscode.Uri): Promise<vscode.Uri | undefined> {
  const imported = await importDocument(context, given, 'roadmap');
  if (!imported) {
    return undefined;
  }
  const { source, name, result } = imported;
  const folder = folderFor(source);
  const roadmap = await newFile(folder, `${stemOf(name)}.roadmap.yaml`, result.text, 'yaml');
  if (result.actorsText !== undefined) {
    await proposeActors(folder, result.actorsText);
  }
  await showFile(roadmap);
  await context.importReports.show(name, result.report, { source, made: roadmap });
  return roadmap;
}

/**
 * Shows actors that nobody knows yet: in the file `actors.yaml` of a folder, which is made where there is none; in
 * one that is there they are added to the list and not saved. Where that is no plain list, in a draft to copy from.
 */
async function proposeActors(folder: vscode.Uri, text: string): Promise<void> {
  const uri = vscode.Uri.joinPath(folder, 'actors.yaml');
  if (!(await exists(uri))) {
    await showFile(await newFile(folder, 'actors.yaml', text, 'yaml'));
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
