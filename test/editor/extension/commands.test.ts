import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CheckAllResult } from '../../../server/src/lsp/protocol';
import { closeAndRemove, expectFindings, findingOf, findings, open, replace, soon, write } from './documents';

const DRAFT = `---
roadmap: eu-drugs-2023
title: Progress report
author: presidency
date: 2024-06-03
---

## Action 6: Facilitating financial investigations

- **Status:** in progress
- **Actors:** Commission, Member States, Europol, Eurojust, CEPOL

The partnership on financial intelligence collected practice from eleven Member States.
`;

/** A report on Action 8, which has no deadline near: once its number is right, nothing is found. */
const WRONG = DRAFT.replace(/Action 6: .*/, 'Action 88: Unlocking the potential of Schengen Information System alerts')
  .replace('Europol, Eurojust, CEPOL', 'Europol')
  .replace('date: 2024-06-03', '$&\nscope:\n  actions: ["8"]');

/** A plan as a document. */
const PLAN = `# Plan for the quays

## Action 1: Lamps on every quay

Main actors: Europol

- Europol will light the first ten quays by mid-2026.
`;

/** What is done to try each command. A command that the extension offers and that is not here fails the first test. */
const TRIED: Readonly<Record<string, () => void>> = {
  'rapporteur.newReport': () => {
    for (const format of ['markdown', 'yaml'] as const) {
      for (const [by, first] of [
        ['number', '1'],
        ['area', '1'],
        ['actor', '1'],
        ['deadline', '16'],
      ] as const) {
        it(`opens a new report in ${format}, by ${by}`, async () => {
          const given = { roadmap: 'eu-drugs-2023', format, by, areas: [], actors: [], asOf: '2024-06-03' };
          await vscode.commands.executeCommand('rapporteur.newReport', given);
          const editor = vscode.window.activeTextEditor;
          assert.ok(editor?.document.isUntitled);
          assert.equal(editor.document.languageId, format);
          const entry = format === 'markdown' ? /^#+ Action (\d+): /gm : /^ {2}- action: "(\d+)"/gm;
          const actions = [...editor.document.getText().matchAll(entry)].map(([, action]) => action);
          assert.equal(new Set(actions).size, 17, actions.join());
          assert.equal(actions[0], first);
          assert.match(editor.document.getText(), /^(date|as-of): "?2024-06-03"?$/m);
        });
      }
    }

    it('opens a draft of another kind, on no roadmap, which is checked as one', async () => {
      const given = { kind: 'statement', format: 'markdown', asOf: '2024-06-03' };
      await vscode.commands.executeCommand('rapporteur.newReport', given);
      const document = vscode.window.activeTextEditor?.document ?? assert.fail();
      assert.match(document.getText(), /^---\nkind: statement\ntitle: .*^## Signatories$/ms);
      assert.doesNotMatch(document.getText(), /^roadmap:/m);
    });

    it('opens a new report on several roadmaps', async () => {
      const given = {
        roadmap: 'coalition-2023',
        others: ['eu-drugs-2023'],
        format: 'markdown',
        by: 'number',
        areas: [],
      };
      await vscode.commands.executeCommand('rapporteur.newReport', { ...given, asOf: '2024-06-03' });
      const document = vscode.window.activeTextEditor?.document ?? assert.fail();
      assert.match(document.getText(), /^roadmap: \[coalition-2023, eu-drugs-2023\]$/m);
    });

    it('opens a new report on one area only', async () => {
      const given = { roadmap: 'eu-drugs-2023', format: 'yaml', by: 'number', areas: ['prevention'], asOf: '' };
      await vscode.commands.executeCommand('rapporteur.newReport', given);
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.deepEqual(
        [...text.matchAll(/^ {2}- action: "(\d+)"/gm)].map(([, action]) => action),
        ['10', '11', '12', '13'],
      );
    });
  },

  'rapporteur.insertMissingEntries': () => {
    it('inserts an entry for each action that the report lacks, as one step that can be undone', async () => {
      const { document } = await open('draft.report.md', DRAFT);
      await findingOf(document.uri, 'action-unreferenced');
      assert.equal(await vscode.commands.executeCommand('rapporteur.insertMissingEntries'), 16);
      assert.equal(document.getText().match(/^## Action \d+: /gm)?.length, 17);
      await soon(() => assert.ok(!findings(document.uri).some((one) => one.endsWith('action-unreferenced'))));
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), DRAFT);
    });

    it('says so where there is no report', async () => {
      assert.equal(await vscode.commands.executeCommand('rapporteur.insertMissingEntries'), 0);
    });
  },

  'rapporteur.convertToYaml': () => {
    it('opens the report in YAML and leaves it as it is', async () => {
      const { document } = await open('draft.report.md', DRAFT);
      await vscode.commands.executeCommand('rapporteur.convertToYaml');
      const converted = vscode.window.activeTextEditor?.document;
      assert.equal(converted?.languageId, 'yaml');
      assert.match(converted?.getText() ?? '', /^ {2}- action: /m);
      assert.equal(document.getText(), DRAFT);
    });
  },

  'rapporteur.convertToMarkdown': () => {
    it('opens a YAML report in Markdown', async () => {
      await open('draft.report.yaml', 'roadmap: eu-drugs-2023\nentries:\n  - action: "6"\n    status: in-progress\n');
      await vscode.commands.executeCommand('rapporteur.convertToMarkdown');
      assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^## Action 6: /m);
    });
  },

  'rapporteur.checkAll': () => {
    it('shows the findings of closed reports once, whether they are opened and closed again or change on disk', async () => {
      const reports = (await vscode.workspace.findFiles('**/*.report.{md,yaml}')).length;
      const uri = await write('wrong.report.md', WRONG);
      const result = await vscode.commands.executeCommand<CheckAllResult>('rapporteur.checkAll');
      assert.deepEqual([result.reports, result.cancelled], [reports + 1, false]);
      assert.ok(result.findings >= 1);
      const shown = findings(uri);
      assert.ok(shown.includes('10:11-10:13 error action-unknown'), shown.join());

      const editor = await open('wrong.report.md');
      await replace(editor, 'Action 88', 'Action 888');
      await soon(() => assert.ok(findings(uri).includes('10:11-10:14 error action-unknown'), findings(uri).join()));
      assert.equal(findings(uri).length, shown.length);
      await closeAndRemove();
      await expectFindings(uri, shown);

      await write('wrong.report.md', WRONG.replace('Action 88', 'Action 8'));
      await expectFindings(uri, []);
      await closeAndRemove('wrong.report.md');
    });
  },

  'rapporteur.importRoadmap': () => {
    it('makes a roadmap beside a document, over no other file, and shows what was taken', async () => {
      const source = await write('quays.md', PLAN);
      await write('quays.roadmap.yaml', 'roadmap: another\n');
      const made = await vscode.commands.executeCommand<vscode.Uri>('rapporteur.importRoadmap', source);
      assert.match(made.path, /\/quays-2\.roadmap\.yaml$/);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(made));
      assert.match(text, /^ {2}- action: "1"\n {4}title: Lamps on every quay$/m);
      assert.match(text, /^ {8}due: \.\.\/2026-06-30\n {8}stated: by mid-2026$/m);
      const shown = vscode.window.visibleTextEditors.map(({ document }) => document.getText());
      assert.ok(
        shown.some((one) => /^Import of quays\.md: \d+ taken/.test(one)),
        shown.join('\n---\n'),
      );

      const report = vscode.workspace.textDocuments.find(({ uri }) => uri.path === '/Import of quays.md');
      assert.ok(report);
      const links = await vscode.commands.executeCommand<readonly vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        report.uri,
      );
      const follow = async (words: string) => {
        const { target } = links.find(({ range }) => report.getText(range) === words) ?? assert.fail(words);
        const [command = '', query = ''] = decodeURIComponent(String(target))
          .replace(/^command:/, '')
          .split(/\?(.*)/s);
        await vscode.commands.executeCommand(command, ...(JSON.parse(query) as readonly unknown[]));
        const editor = vscode.window.activeTextEditor ?? assert.fail('no editor');
        return `${vscode.workspace.asRelativePath(editor.document.uri)}: ${editor.document.lineAt(editor.selection.active.line).text.trim()}`;
      };
      assert.equal(await follow('Action 1'), 'quays-2.roadmap.yaml: - action: "1"');
      assert.equal(await follow('line 3'), 'quays.md: ## Action 1: Lamps on every quay');
      await closeAndRemove('quays.md', 'quays.roadmap.yaml', 'quays-2.roadmap.yaml');
    });
  },

  'rapporteur.importReport': () => {
    it('makes the draft of a report beside a document, with every word of it', async () => {
      const source = await write(
        'old.html',
        '<h1>Report</h1><h2>Progress on the quays</h2><p>All lamps <b>burn</b>.</p>',
      );
      const made = await vscode.commands.executeCommand<vscode.Uri>('rapporteur.importReport', source);
      assert.match(made.path, /\/old\.report\.md$/);
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(made));
      assert.match(text, /^---\nroadmap: [\s\S]*^## Progress on the quays\n\nAll lamps \*\*burn\*\*\.$/m);
      await closeAndRemove('old.html', 'old.report.md');
    });
  },

  'rapporteur.setAsOf': () => {
    it('writes the as-of date into the report', async () => {
      const { document } = await open('draft.report.md', DRAFT);
      await findingOf(document.uri, 'action-unreferenced');
      await vscode.commands.executeCommand('rapporteur.setAsOf', '2030-01-01', 'report');
      assert.ok(document.getText().includes('date: 2024-06-03\nas-of: 2030-01-01\n'), document.getText());
      await findingOf(document.uri, 'deadline-overdue');
    });

    it('sets the as-of date of the workspace, for reports that have none', async () => {
      const { document } = await open('draft.report.md', DRAFT.replace('date: 2024-06-03\n', ''));
      await vscode.commands.executeCommand('rapporteur.setAsOf', '2030-01-01', 'workspace');
      const setting = vscode.workspace.getConfiguration('rapporteur').inspect<string>('asOf');
      assert.equal(setting?.workspaceValue, '2030-01-01');
      await findingOf(document.uri, 'deadline-overdue');
      await vscode.commands.executeCommand('rapporteur.setAsOf', '2023-11-01', 'workspace');
      await soon(() => assert.ok(!findings(document.uri).some((one) => one.endsWith('deadline-overdue'))));
      await vscode.workspace.getConfiguration('rapporteur').update('asOf', undefined);
    });
  },

  'rapporteur.restartServer': () => {
    it('ends the server and starts another, which checks what is open', async () => {
      const { document } = await open('wrong.report.md', WRONG);
      await findingOf(document.uri, 'action-unknown');
      const before = findings(document.uri);
      const gone = new Promise<void>((resolve) => {
        const listener = vscode.languages.onDidChangeDiagnostics(() => {
          if (findings(document.uri).length === 0) {
            listener.dispose();
            resolve();
          }
        });
      });
      await vscode.commands.executeCommand('rapporteur.restartServer');
      await gone;
      await expectFindings(document.uri, before);
      await closeAndRemove('wrong.report.md');
    });
  },

  'rapporteur.showOutput': () => {
    it('shows what the server has said', async () => {
      await vscode.commands.executeCommand('rapporteur.showOutput');
      await soon(() => {
        const outputs = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'output');
        assert.ok(
          outputs.some(({ uri }) => uri.path.includes('Rapporteur')),
          outputs.map(({ uri }) => uri.path).join(),
        );
      });
      await vscode.commands.executeCommand('workbench.action.closePanel');
    });
  },

  'rapporteur.showMenu': () => {
    it('asks what to do, and does nothing when it is left', async () => {
      let isOver = false;
      const chosen = Promise.resolve(vscode.commands.executeCommand('rapporteur.showMenu')).then(() => {
        isOver = true;
      });
      // It takes a moment to open.
      await soon(async () => {
        await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
        assert.ok(isOver);
      });
      await chosen;
    });
  },
};

describe('commands', () => {
  afterEach(() => closeAndRemove());
  after(() => closeAndRemove('draft.report.md'));

  it('are all registered, and all tried here', async () => {
    const extension = vscode.extensions.getExtension('rapporteur.rapporteur');
    const contributed: readonly { command: string }[] = extension?.packageJSON.contributes.commands;
    const offered = contributed.map(({ command }) => command).sort();
    assert.deepEqual(Object.keys(TRIED).sort(), offered);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      offered.filter((command) => !registered.has(command)),
      [],
    );
  });

  for (const [command, tests] of Object.entries(TRIED)) {
    describe(command, tests);
  }
});
