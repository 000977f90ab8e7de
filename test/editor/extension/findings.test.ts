import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAndRemove, expectFindings, findingOf, findings, open, replace, soon } from './documents';

const DRAFT = `---
roadmap: eu-drugs-2023
title: Progress report
author: presidency
date: 2024-06-03
scope:
  actions: ["5", "8"]
---

## Action 5: A network of specialised prosecutors and judges to dismantle criminal networks

- **Status:** delivered
- **Actors:** Eurojust, Europol, Member States

The College of Eurojust endorsed the network on 31 June 2024.

## Action 8: Unlocking the potential of Schengen Information System alerts

- **Status:** nearly there
- **Actors:** Commission, Member States, Europol

Member States enter alerts.
`;

describe('findings', () => {
  afterEach(() => closeAndRemove());
  after(() => closeAndRemove('draft.report.md', 'fixed.report.md'));

  for (const { name, heading, wrong, found } of [
    {
      name: '2024-h1.report.md',
      heading: '#### Action 6:',
      wrong: '#### Action 66:',
      found: ['82:13-82:15 error action-unknown', '212:69-212:78 info action-unreported'],
    },
    {
      name: '2024-h1.report.yaml',
      heading: '- action: "6"',
      wrong: '- action: "66"',
      found: ['64:14-64:16 error action-unknown', '170:75-170:84 info action-unreported'],
    },
  ]) {
    it(`${name}: a wrong action is found while it is typed, and nothing once it is corrected`, async () => {
      const editor = await open(name);
      await replace(editor, heading, wrong);
      await expectFindings(editor.document.uri, found);
      await replace(editor, wrong, heading);
      await expectFindings(editor.document.uri, []);
    });
  }

  it('have the ranges, severities, messages and pages of their rules', async () => {
    const { document } = await open('draft.report.md', DRAFT);
    await expectFindings(document.uri, [
      '12:15-12:24 warning delivered-without-date',
      '12:15-12:24 warning delivered-without-evidence',
      '15:49-15:61 error date-impossible',
      '19:15-19:27 error status-unknown',
    ]);
    const impossible = await findingOf(document.uri, 'date-impossible');
    assert.equal(document.getText(impossible.range), '31 June 2024');
    assert.match(impossible.message, /^There is no 31 June 2024: the month has 30 days\./);
    assert.ok(typeof impossible.code === 'object');
    const page = await vscode.workspace.openTextDocument(impossible.code.target);
    assert.match(page.getText(), /date-impossible/);
  });

  it('go when their quick fix is chosen', async () => {
    const { document } = await open('fixed.report.md', DRAFT.replace('Action 8:', 'Action 88:'));
    const { range } = await findingOf(document.uri, 'action-unknown');
    const offered = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = offered.find(({ title }) => title === 'Change to “8”');
    assert.ok(fix?.edit, offered.map(({ title }) => title).join());
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    assert.ok(document.getText().includes('\n## Action 8: Unlocking'));
    await soon(() => assert.ok(!findings(document.uri).some((one) => one.endsWith('action-unknown'))));
  });

  it('are of what the workspace holds, not of the older version that version control shows beside it', async () => {
    const earlier: vscode.TextDocumentContentProvider = { provideTextDocumentContent: () => DRAFT };
    const registration = vscode.workspace.registerTextDocumentContentProvider('earlier', earlier);
    const uri = vscode.Uri.from({ scheme: 'earlier', path: '/draft.report.md' });
    await vscode.window.showTextDocument(uri, { preview: false });
    const { document } = await open('draft.report.md', DRAFT);
    await findingOf(document.uri, 'status-unknown');
    assert.deepEqual(findings(uri), []);
    registration.dispose();
  });
});
