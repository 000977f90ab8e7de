import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { closeAndRemove, expectFindings, findingOf, findings, open, rangeOf, replace, soon, write } from './documents';

const DRAFT = `---
roadmap: eu-drugs-2023
title: Progress report
author: presidency
scope:
  actions: ["8"]
---

## Action 88: Unlocking the potential of Schengen Information System alerts

- **Status:** in progress

Member States enter alerts.
`;

const PLAN = `roadmap: quay-plan
title: Quay plan
reference: QP 1
date: 2024-01-15
labels: [Measure]
areas:
  - area: docks
    title: Docks
actions:
  - action: "1"
    title: Light the docks
    area: docks
    actors: [commission]
    due: ../2024-05-01
    stated: by 1 May 2024
`;

const ON_PLAN = `---
roadmap: quay-plan
title: Progress
author: presidency
date: 2024-06-03
---

## Measure 1: Light the docks

- **Status:** in progress
- **Actors:** Commission

Lamps have been ordered.
`;

const LATE = ['10:15-10:26 warning deadline-overdue'];

describe('settings', () => {
  const set = (name: string, value: unknown) => vscode.workspace.getConfiguration('rapporteur').update(name, value);
  afterEach(async () => {
    for (const name of ['rules', 'asOf', 'reports', 'roadmap']) await set(name, undefined);
    await closeAndRemove();
  });
  after(() => closeAndRemove('draft.report.md', 'text.md'));

  it('change the severity of a rule, and turn it off, in what is open', async () => {
    const { document } = await open('draft.report.md', DRAFT);
    const severityOf = async () => (await findingOf(document.uri, 'action-unknown')).severity;
    assert.equal(await severityOf(), vscode.DiagnosticSeverity.Error);
    await set('rules', { 'action-unknown': 'info' });
    await soon(async () => assert.equal(await severityOf(), vscode.DiagnosticSeverity.Information));
    await set('rules', { 'action-unknown': 'off' });
    await soon(() => assert.ok(!findings(document.uri).some((one) => one.endsWith('action-unknown'))));
  });

  it('say what is a report, and on which roadmap', async () => {
    const text = '## Action 99: Nothing\n\nNo progress to report.\n';
    const { document } = await open('text.md', text);
    await set('reports', ['text.md']);
    await set('roadmap', 'eu-drugs-2023');
    await findingOf(document.uri, 'action-unknown');
    await set('reports', undefined);
    await expectFindings(document.uri, []);
  });
});

describe('roadmaps', () => {
  afterEach(() => closeAndRemove('quay.roadmap.yaml', 'quay.report.md'));

  it('that change in their editor update the findings of open reports at once', async () => {
    const plan = await open('quay.roadmap.yaml', PLAN);
    const { document } = await open('quay.report.md', ON_PLAN);
    await expectFindings(document.uri, LATE);
    const change = async (from: string, to: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(plan.document.uri, rangeOf(plan.document, from), to);
      assert.ok(await vscode.workspace.applyEdit(edit));
    };
    await change('../2024-05-01', '../2025-05-01');
    await expectFindings(document.uri, []);
    await change('../2025-05-01', '../2024-05-01');
    await expectFindings(document.uri, LATE);
    assert.ok(plan.document.isDirty);
  });

  it('that change on disk do so too', async () => {
    await write('quay.roadmap.yaml', PLAN);
    const { document } = await open('quay.report.md', ON_PLAN);
    await expectFindings(document.uri, LATE);
    await write('quay.roadmap.yaml', PLAN.replace('../2024-05-01', '../2025-05-01'));
    await expectFindings(document.uri, []);
  });

  it('are checked themselves while they are typed', async () => {
    const plan = await open('quay.roadmap.yaml', PLAN);
    await write('quay.report.md', ON_PLAN);
    await replace(plan, 'area: docks\n    actors', 'area: dikes\n    actors');
    await expectFindings(plan.document.uri, ['12:11-12:16 error roadmap-reference-broken']);
  });

  it('that are built in open read-only from a finding', async () => {
    const { document } = await open('quay.report.md', DRAFT);
    await write('quay.roadmap.yaml', PLAN);
    const { relatedInformation } = await findingOf(document.uri, 'action-unknown');
    const [place] = relatedInformation ?? [];
    assert.equal(place?.location.uri.scheme, 'rapporteur');
    const editor = await vscode.window.showTextDocument(place.location.uri, { preview: false });
    const extension = vscode.extensions.getExtension('rapporteur.rapporteur');
    const file = path.join(extension?.extensionPath ?? '', 'data', 'roadmaps', 'eu-drugs-2023.roadmap.yaml');
    assert.equal(editor.document.getText(), readFileSync(file, 'utf8'));
    assert.equal(editor.document.getText(place.location.range), '8');
    await vscode.commands.executeCommand('type', { text: 'x' });
    assert.equal(editor.document.isDirty, false);
    assert.deepEqual(vscode.languages.getDiagnostics(place.location.uri), []);
  });
});
