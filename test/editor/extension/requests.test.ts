import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { REQUEST_CHECKS, REQUEST_FILE, REQUEST_FILES } from '../requests';
import { closeAndRemove, open, rangeOf, soon, workspaceFolder, write } from './documents';

describe('requests that VS Code sends', () => {
  before(async () => {
    // The workspace has actors of its own.
    await vscode.workspace.fs.rename(at('actors.yaml'), at('actors.yaml.kept'));
    for (const [name, text] of Object.entries(REQUEST_FILES)) await write(name, text);
  });
  after(async () => {
    await closeAndRemove(...Object.keys(REQUEST_FILES));
    await vscode.workspace.fs.rename(at('actors.yaml.kept'), at('actors.yaml'));
  });

  for (const { method, kinds, check } of REQUEST_CHECKS) {
    for (const kind of kinds) {
      it(`${method} in ${kind}`, async () => {
        const { document } = await open(REQUEST_FILE[kind]);
        await soon(() =>
          check({
            kind,
            document,
            range: (words) => rangeOf(document, words),
            run: (command, ...given) => vscode.commands.executeCommand(command, ...given),
            problems: (file) =>
              vscode.languages.getDiagnostics(at(file)).filter(({ source }) => source === 'rapporteur'),
          }),
        );
        assert.equal(document.isDirty, false);
      });
    }
  }
});

function at(name: string): vscode.Uri {
  return vscode.Uri.joinPath(workspaceFolder(), name);
}
