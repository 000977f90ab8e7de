// What the tests of the extension host do to documents, and what they read from them.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../eventually';

/** How long VS Code may take, in milliseconds: less than a test, so that the difference is told. */
const PATIENCE = 20_000;

/** The folder that VS Code has open: a copy of the example workspace. */
export function workspaceFolder(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return folder.uri;
}

/** Writes a file of the workspace. */
export async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Opens a file of the workspace in an editor; writes it first where a text is given. */
export async function open(name: string, text?: string): Promise<vscode.TextEditor> {
  const uri = text === undefined ? vscode.Uri.joinPath(workspaceFolder(), name) : await write(name, text);
  // As a person opens it: a document that an extension asks for stays open for minutes after its editor is closed.
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return soon(() => {
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor?.document.uri.toString() === uri.toString(), `${name} is not in front`);
    return editor;
  });
}

/** Closes every editor without saving, and removes files that a test has written. */
export async function closeAndRemove(...names: readonly string[]): Promise<void> {
  while (vscode.window.tabGroups.all.some((group) => group.tabs.length > 0)) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  const opened = () => vscode.workspace.textDocuments.map(({ uri }) => uri).filter(({ scheme }) => scheme === 'file');
  await soon(() => assert.deepEqual(opened().map(String), []));
  for (const name of names) {
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(workspaceFolder(), name));
  }
}

/** The range of the first place with these words. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const start = document.getText().indexOf(words);
  assert.ok(start >= 0, `the document has no "${words}"`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
}

/** Replaces the first place with these words. */
export async function replace(editor: vscode.TextEditor, words: string, by: string): Promise<void> {
  assert.ok(await editor.edit((edit) => edit.replace(rangeOf(editor.document, words), by)));
}

/** The findings that VS Code shows for a file, in the order of the text: `12:3-12:9 error action-unknown`, from 1. */
export function findings(uri: vscode.Uri): string[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => diagnostic.source === 'rapporteur')
    .sort((a, b) => a.range.start.compareTo(b.range.start) || a.range.end.compareTo(b.range.end))
    .map(({ range: { start, end }, severity, code }) => {
      const name = typeof code === 'object' ? code.value : code;
      const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
      return `${place} ${SEVERITIES[severity]} ${name}`;
    });
}

const SEVERITIES = ['error', 'warning', 'info', 'hint'];

/** Waits until VS Code shows exactly these findings for a file. */
export async function expectFindings(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  await eventually(() => assert.deepEqual(findings(uri), expected), PATIENCE);
}

/** Waits until VS Code shows a finding of this code, and gives it. */
export function findingOf(uri: vscode.Uri, code: string): Promise<vscode.Diagnostic> {
  return eventually(() => {
    const found = vscode.languages
      .getDiagnostics(uri)
      .find((one) => typeof one.code === 'object' && one.code.value === code);
    assert.ok(found, `no ${code} among ${findings(uri)}`);
    return found;
  }, PATIENCE);
}

/** Waits until a check holds. */
export function soon<T>(check: () => T | Promise<T>): Promise<T> {
  return eventually(check, PATIENCE);
}

/** What VS Code would offer at a position. */
export async function completions(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items;
}

/** The label of a completion. */
export function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

/** Puts in the completion with a label, as the editor does when it is chosen at a position. */
export async function accept(editor: vscode.TextEditor, position: vscode.Position, label: string): Promise<void> {
  const offered = await completions(editor.document, position);
  const item = offered.find((one) => labelOf(one) === label);
  assert.ok(item, `"${label}" is not among ${offered.map(labelOf).join(', ')}`);
  const range = item.range === undefined || item.range instanceof vscode.Range ? item.range : item.range.replacing;
  assert.ok(range?.isSingleLine && range.contains(position), 'VS Code takes no such edit');
  const text = item.insertText ?? labelOf(item);
  const done =
    typeof text === 'string'
      ? await editor.edit((edit) => edit.replace(range, text))
      : await editor.insertSnippet(text, range);
  assert.ok(done);
}
