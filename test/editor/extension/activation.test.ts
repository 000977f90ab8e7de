import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RapporteurApi } from '../../../client/src/extension';
import { closeAndRemove, completions, expectFindings, findingOf, labelOf, open } from './documents';

// The first file of this folder: none before it may open a report, or the server would run already.
describe('a window without reports', () => {
  after(() => closeAndRemove('notes.md', 'pipeline.yaml', 'pod.md'));

  const rapporteur = async () => {
    const extension = vscode.extensions.getExtension<RapporteurApi>('rapporteur.rapporteur');
    assert.ok(extension);
    return extension.activate();
  };

  it('does not start the server for other Markdown and YAML, and says nothing in them', async () => {
    const notes = await open(
      'notes.md',
      '# Action 99\n\n- **Status:** perhaps\n- **Actors:** EMCDDA\n\nBy 31 June 2024.\n\n\n',
    );
    const pipeline = await open('pipeline.yaml', 'status: perhaps\nactors: [nobody]\nsteps:\n  - action: 99\n    \n');
    const { isServerStarted } = await rapporteur();
    for (const { document } of [notes, pipeline]) {
      const offered = await completions(document, document.positionAt(document.getText().length - 1));
      assert.deepEqual(
        offered.map(labelOf).filter((label) => /rapporteur|^Action \d|^Europol/.test(label)),
        [],
      );
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(0, 3),
      );
      assert.deepEqual(hovers, []);
      assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    }
    assert.equal(isServerStarted(), false);
  });

  it('does not start it for what says another kind of thing', async () => {
    const { isServerStarted } = await rapporteur();
    await open('pod.md', '---\nkind: Deployment\n---\n\nWords.\n');
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(isServerStarted(), false);
  });

  it('starts the server when a document becomes a draft of a kind that the project declares, and leaves it alone again', async () => {
    const { isServerStarted, timeToStart } = await rapporteur();
    const { document } = await open('notes.md');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '---\nkind: ministry-report\n---\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText((await findingOf(document.uri, 'section-missing')).range), 'ministry-report');
    assert.equal(isServerStarted(), true);
    const milliseconds = timeToStart();
    assert.ok(milliseconds !== undefined && milliseconds > 0);
    console.log(`From the first report to a server that answers: ${Math.round(milliseconds)} ms`);
    await vscode.commands.executeCommand('undo');
    await expectFindings(document.uri, []);
  });
});
