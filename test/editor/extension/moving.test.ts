import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAndRemove, open, rangeOf, soon, workspaceFolder, write } from './documents';

const PLAN = `roadmap: quay-plan
title: Quay plan
reference: QP 1
date: 2024-01-15
labels: [Measure]
actions:
  - action: "1"
    title: Light the quays
    actors: [commission]
`;

const REPORT = `---
roadmap: [quay-plan, eu-drugs-2023]
title: Progress
author: presidency
date: 2024-06-03
previous: ./before.report.md
---

## Measure 1: Light the quays

Lamps have been ordered.[^1]

## Action 8: Unlocking the potential of Schengen Information System alerts

Member States enter alerts.

[^1]: A note.
`;

const BEFORE = REPORT.replace('previous: ./before.report.md\n', '');

/** A text without opening a document that would stay open for minutes. */
async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open || uri.scheme !== 'file') {
    // What is built in can only be opened.
    return (open ?? (await vscode.workspace.openTextDocument(uri))).getText();
  }
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

/** The places that VS Code gives for one: the name of the file, and the words. */
async function places(command: string, uri: vscode.Uri, at: vscode.Position): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(command, uri, at);
  const shown = await Promise.all(
    found.map(async (one) => {
      const [target, range] =
        'targetUri' in one ? [one.targetUri, one.targetSelectionRange ?? one.targetRange] : [one.uri, one.range];
      return `${target.path.split('/').at(-1)}: ${(await textOf(target)).split('\n')[range.start.line]?.slice(range.start.character, range.end.character)}`;
    }),
  );
  return shown.sort();
}

describe('moving about', () => {
  const names = ['quay.roadmap.yaml', 'before.report.md', 'draft.report.md'];
  beforeEach(async () => {
    await write('quay.roadmap.yaml', PLAN);
    await write('before.report.md', BEFORE);
  });
  afterEach(() => closeAndRemove(...names));

  it('goes to what is named and finds who names it, from either side, in built-in files too', async () => {
    const { document } = await open('draft.report.md', REPORT);
    const builtIn = vscode.Uri.parse('rapporteur:/data/roadmaps/eu-drugs-2023.roadmap.yaml');
    const roadmap = await vscode.workspace.openTextDocument(builtIn);
    const define = (words: string) =>
      places('vscode.executeDefinitionProvider', document.uri, rangeOf(document, words).start);
    await soon(async () => assert.deepEqual(await define('Measure 1'), ['quay.roadmap.yaml: 1']));
    assert.deepEqual(await define('Action 8'), ['eu-drugs-2023.roadmap.yaml: 8']);
    assert.deepEqual(await define('./before'), ['before.report.md: ']);
    assert.deepEqual(await define('[^1].'.slice(0, 4)), ['draft.report.md: 1']);
    const inEntry = rangeOf(document, 'enter alerts').start;
    assert.deepEqual(await places('vscode.executeTypeDefinitionProvider', document.uri, inEntry), [
      'eu-drugs-2023.roadmap.yaml: 8',
    ]);
    const line = rangeOf(roadmap, 'action: "8"').end.translate(0, -2);
    await soon(async () => {
      const found = await places('vscode.executeReferenceProvider', builtIn, line);
      assert.ok(
        found.includes('before.report.md: Action 8') && found.includes('draft.report.md: Action 8'),
        found.join(),
      );
    });
  });

  it('renames in all files, and says why it does not', async () => {
    await open('before.report.md');
    const roadmap = (await open('quay.roadmap.yaml')).document;
    const { document } = await open('draft.report.md', REPORT);
    const rename = (words: string, newName: string) =>
      vscode.commands.executeCommand<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        rangeOf(document, words).end,
        newName,
      );
    await soon(async () => {
      const edit = await rename('Measure 1', '1.10');
      assert.deepEqual(
        edit
          .entries()
          .map(([uri]) => uri.path.split('/').at(-1))
          .sort(),
        ['before.report.md', 'draft.report.md', 'quay.roadmap.yaml'],
      );
    });
    assert.ok(await vscode.workspace.applyEdit(await rename('Measure 1', '1.10')));
    assert.equal(document.getText(), REPORT.replace('Measure 1', 'Measure 1.10'));
    assert.equal(roadmap.getText(), PLAN.replace('"1"', '"1.10"'));
    // In headings VS Code's own Markdown would rename the heading instead.
    await assert.rejects(async () => rename('presidency', 'x-1'), /ships with Rapporteur/);
  });

  it('changes `previous` when the file that it names is moved', async () => {
    const { document } = await open('draft.report.md', REPORT);
    const [from, to] = ['before.report.md', 'first.report.md'].map((name) =>
      vscode.Uri.joinPath(workspaceFolder(), name),
    );
    assert.ok(from && to);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(from, to);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await soon(() => assert.ok(document.getText().includes('previous: ./first.report.md'), document.getText()));
    await write('before.report.md', BEFORE);
    await vscode.workspace.fs.delete(to);
  });
});
