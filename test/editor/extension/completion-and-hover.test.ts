import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { accept, closeAndRemove, completions, expectFindings, labelOf, open, rangeOf } from './documents';

const MARKDOWN = `---
roadmap: eu-drugs-2023
title: Progress report
author: presidency
date: 2024-06-03
scope:
  actions: ["4", "8"]
---

## Action 8: Unlocking the potential of Schengen Information System alerts

- **Status:** in progress
- **Actors:** Commission, Member States, Europol

Member States enter alerts.

##${' '}
`;

const YAML = `roadmap: eu-drugs-2023
title: Progress report
author: presidency
date: 2024-06-03
scope:
  actions: ["8"]
entries:
  - action: "8"
    status: on hold
    text: |
      Member States enter alerts.
`;

describe('completion and hover', () => {
  afterEach(() => closeAndRemove());
  after(() => closeAndRemove('draft.report.md', 'draft.report.yaml'));

  it('offers the actions in a heading, those that are missing first, and puts one in', async () => {
    const editor = await open('draft.report.md', MARKDOWN);
    const { document } = editor;
    const end = rangeOf(document, '\n## \n').end.translate(-1, 3);
    const offered = (await completions(document, end)).filter(({ kind }) => kind === vscode.CompletionItemKind.Event);
    assert.equal(offered.length, 17);
    const first = [...offered].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))[0];
    assert.ok(first && labelOf(first).startsWith('Action 4: '), first && labelOf(first));
    await accept(editor, end, 'Action 4: Mapping the criminal networks that pose the biggest threats to society');
    const line = document.lineAt(end.line).text;
    assert.equal(line, '## Action 4: Mapping the criminal networks that pose the biggest threats to society');
  });

  it('replaces what is typed of a status in YAML, and the finding goes', async () => {
    const editor = await open('draft.report.yaml', YAML);
    const { document } = editor;
    await expectFindings(document.uri, ['9:13-9:20 error status-unknown']);
    await accept(editor, rangeOf(document, 'on hold').end, 'in-progress');
    assert.ok(document.getText().includes('\n    status: in-progress\n'), document.getText());
    await expectFindings(document.uri, []);
  });

  it('explains an action, an actor and a status where the mouse is', async () => {
    const { document } = await open('draft.report.md', MARKDOWN);
    const explain = async (words: string) => {
      const range = rangeOf(document, words);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        range.start.translate(0, 1),
      );
      const [hover] = hovers;
      assert.ok(hover?.range, `no hover on "${words}"`);
      assert.ok(hover.range.contains(range.start));
      return hover.contents.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
    };
    const action = await explain('Action 8');
    assert.match(action, /Unlocking the potential of Schengen Information System alerts/);
    assert.match(action, /Dismantling high-risk criminal networks/);
    assert.match(await explain('Europol'), /European Union Agency for Law Enforcement Cooperation/);
    assert.match(await explain('in progress'), /in-progress|in progress/);
  });
});
