import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { type KindChoice, ServerCommand } from '../../server/src/lsp/protocol';
import { CLEAN_DRAFT, HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';

describe('the language server', () => {
  let client: TestClient;
  const start = async (options: TestClientOptions = {}) => {
    client = await TestClient.start(options);
  };
  afterEach(() => client.stop());

  const uri = workspaceUri('draft.report.md');
  const codes = async (of = uri) => (await client.pull(of)).map((diagnostic) => diagnostic.code);
  const rangeOf = (text: string, words: string): lsp.Range => {
    const before = text.slice(0, text.indexOf(words)).split('\n');
    const line = before.length - 1;
    const character = before[line]?.length ?? 0;
    return { start: { line, character }, end: { line, character: character + words.length } };
  };

  it('finds nothing in a clean draft, a wrong action while it is typed, and nothing once it is corrected', async () => {
    await start();
    await client.open(uri, CLEAN_DRAFT);
    assert.deepEqual(await client.pull(uri), []);
    const heading = rangeOf(CLEAN_DRAFT, 'Action 14:');
    const number = {
      start: { ...heading.start, character: heading.start.character + 7 },
      end: { ...heading.end, character: heading.end.character - 1 },
    };
    await client.change(uri, { range: number, text: '66' });
    const [wrong] = (await client.pull(uri)).filter((diagnostic) => diagnostic.code === 'action-unknown');
    assert.equal(wrong?.severity, lsp.DiagnosticSeverity.Error);
    assert.deepEqual(wrong?.range, { ...number, end: { ...number.end, character: number.end.character } });
    assert.match(wrong?.codeDescription?.href ?? '', /docs\/rules\/action-unknown\.md$/);
    await client.change(uri, {
      range: { ...number, end: { ...number.end, character: number.end.character } },
      text: '14',
    });
    assert.deepEqual(await client.pull(uri), []);
  });

  it('points into the roadmap from a finding', async () => {
    await start({ files: { 'harbour.roadmap.yaml': HARBOUR_PLAN } });
    await client.open(uri, LATE_ON_HARBOUR_PLAN);
    const [overdue] = (await client.pull(uri)).filter((diagnostic) => diagnostic.code === 'deadline-overdue');
    const place = overdue?.relatedInformation?.[0]?.location;
    assert.equal(place?.uri, workspaceUri('harbour.roadmap.yaml'));
    assert.ok(place && /due|action|by 1 May/.test(HARBOUR_PLAN.split('\n')[place.range.start.line] ?? ''));
  });

  it('answers unchanged where the findings are those that the client has', async () => {
    await start();
    await client.open(uri, `${CLEAN_DRAFT}\n## Action 66\n\nText.\n`);
    const ask = (previousResultId?: string) =>
      client.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, {
        textDocument: { uri },
        ...(previousResultId === undefined ? {} : { previousResultId }),
      });
    const first = await ask();
    assert.equal(first.kind, 'full');
    assert.equal((await ask(first.resultId)).kind, 'unchanged');
    await client.change(uri, { text: CLEAN_DRAFT });
    const second = await ask(first.resultId);
    assert.equal(second.kind === 'full' && second.items.length, 0);
  });

  it('pushes to a client that does not pull, with the version, and takes back what is gone', async () => {
    await start({ pulls: false });
    await client.open(uri, CLEAN_DRAFT.replace('Action 14:', 'Action 66:'));
    await client.until(() => (client.published.get(uri)?.diagnostics.length ?? 0) > 0);
    assert.equal(client.published.get(uri)?.version, 1);
    assert.ok(client.published.get(uri)?.diagnostics.some((diagnostic) => diagnostic.code === 'action-unknown'));
    await client.change(uri, { text: CLEAN_DRAFT });
    await client.until(() => client.published.get(uri)?.diagnostics.length === 0);
    assert.equal(client.published.get(uri)?.version, 2);
  });

  it('leaves other Markdown and YAML alone', async () => {
    await start();
    const [notes, config] = [workspaceUri('notes.md'), workspaceUri('config.yaml')];
    await client.open(notes, '# Action 99\n\nEMCDDA, by 31 June 2024.\n');
    await client.open(config, 'status: wrong\nactors: [nobody]\n');
    assert.deepEqual(await client.pull(notes), []);
    assert.deepEqual(await client.pull(config), []);
    const completion = await client.connection.sendRequest(lsp.CompletionRequest.type, {
      textDocument: { uri: notes },
      position: { line: 0, character: 2 },
    });
    assert.equal(completion, null);
  });

  it('recognises an unsaved document by its text', async () => {
    await start();
    await client.open('untitled:Untitled-1', CLEAN_DRAFT.replace('Action 14:', 'Action 66:'), 'markdown');
    assert.ok((await codes('untitled:Untitled-1')).includes('action-unknown'));
  });

  it('updates the findings of open reports when an open roadmap changes, and asks the client to pull again', async () => {
    await start({ files: { 'harbour.roadmap.yaml': HARBOUR_PLAN } });
    const roadmap = workspaceUri('harbour.roadmap.yaml');
    await client.open(roadmap, HARBOUR_PLAN);
    await client.open(uri, LATE_ON_HARBOUR_PLAN);
    assert.ok((await codes()).includes('deadline-overdue'));
    const before = client.refreshes;
    await client.change(roadmap, { text: HARBOUR_PLAN.replace('../2024-05-01', '../2024-12-31') });
    await client.until(() => client.refreshes > before);
    assert.ok(!(await codes()).includes('deadline-overdue'));
  });

  it('checks a roadmap while it is typed', async () => {
    await start();
    const roadmap = workspaceUri('harbour.roadmap.yaml');
    await client.open(
      roadmap,
      HARBOUR_PLAN.replace('area: docks\n    actors', 'area: dcks\n    actors').replace('[commission]', '[comission]'),
    );
    const found = await codes(roadmap);
    assert.ok(found.includes('roadmap-reference-broken'), String(found));
    assert.ok(found.includes('roadmap-actor-unknown'), String(found));
  });

  it('notices files that change outside the editor', async () => {
    await start({ files: { 'harbour.roadmap.yaml': HARBOUR_PLAN } });
    await client.open(uri, LATE_ON_HARBOUR_PLAN);
    assert.ok((await codes()).includes('deadline-overdue'));
    const roadmap = workspaceUri('harbour.roadmap.yaml');
    client.files.set(roadmap, new TextEncoder().encode(HARBOUR_PLAN.replace('../2024-05-01', '../2024-12-31')));
    const before = client.refreshes;
    await client.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: roadmap, type: lsp.FileChangeType.Changed }],
    });
    await client.until(() => client.refreshes > before);
    assert.ok(!(await codes()).includes('deadline-overdue'));
  });

  it('takes settings from the editor over the project file', async () => {
    const files = { 'rapporteur.yaml': 'rules:\n  action-unknown: warning\n  as-of-missing: "off"\n' };
    await start({ files });
    await client.open(uri, CLEAN_DRAFT.replace('Action 14:', 'Action 66:'));
    const severity = async () => (await client.pull(uri)).find(({ code }) => code === 'action-unknown')?.severity;
    assert.equal(await severity(), lsp.DiagnosticSeverity.Warning);
    const before = client.refreshes;
    await client.configure({ rules: { 'action-unknown': 'hint' } });
    await client.until(() => client.refreshes > before);
    assert.equal(await severity(), lsp.DiagnosticSeverity.Hint);
  });

  it('completes and explains over the protocol', async () => {
    await start();
    const text = CLEAN_DRAFT.replace('in progress', 'in ');
    await client.open(uri, text);
    const { end } = rangeOf(text, '**Status:** in ');
    const list = await client.connection.sendRequest(lsp.CompletionRequest.type, {
      textDocument: { uri },
      position: end,
    });
    const items = Array.isArray(list) ? list : (list?.items ?? []);
    assert.ok(items.some((item) => item.label === 'in progress'));
    const over = rangeOf(text, 'Europol').start;
    const hover = await client.connection.sendRequest(lsp.HoverRequest.type, { textDocument: { uri }, position: over });
    assert.match(JSON.stringify(hover?.contents), /European Union Agency for Law Enforcement Cooperation/);
  });

  it('reads the report before this one from disk', async () => {
    const previous = CLEAN_DRAFT.replace('date: 2024-06-03', 'date: 2023-12-20');
    await start({ files: { '2023.report.md': previous } });
    await client.open(uri, CLEAN_DRAFT.replace('date: 2024-06-03', 'date: 2024-06-03\nprevious: ./2023.report.md'));
    await client.until(() => client.refreshes > 1 || client.overviews.has(uri));
    assert.ok(!(await codes()).includes('previous-broken'));
    await client.change(uri, {
      text: CLEAN_DRAFT.replace('date: 2024-06-03', 'date: 2024-06-03\nprevious: ./2022.report.md'),
    });
    assert.ok((await codes()).includes('previous-broken'));
  });

  it('tells the state of an open report', async () => {
    await start();
    await client.open(uri, CLEAN_DRAFT);
    await client.until(() => client.overviews.get(uri) != null);
    const overview = client.overviews.get(uri) as { covered: number; required: number; asOf: { day: string } };
    assert.deepEqual([overview.covered, overview.required, overview.asOf.day], [1, 1, '2024-06-03']);
  });

  it('offers the fixes of a finding, and what they write removes it', async () => {
    await start();
    const wrong = CLEAN_DRAFT.replace('in progress', 'in progres');
    await client.open(uri, wrong);
    const [finding] = (await client.pull(uri)).filter(({ code }) => code === 'status-unknown');
    assert.ok(finding);
    const actions = await client.connection.sendRequest(lsp.CodeActionRequest.type, {
      textDocument: { uri },
      range: finding.range,
      context: { diagnostics: [finding] },
    });
    const fix = actions?.find((action): action is lsp.CodeAction => 'edit' in action && action.isPreferred === true);
    assert.deepEqual(
      fix?.diagnostics?.map(({ code }) => code),
      ['status-unknown'],
    );
    const [change] = fix?.edit?.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change && change.textDocument.version === 1);
    await client.change(
      uri,
      ...change.edits.flatMap((edit) => ('newText' in edit ? [{ range: edit.range, text: edit.newText }] : [])),
    );
    assert.deepEqual(await client.pull(uri), []);
  });

  it('answers a cancelled request with cancelled, never with nothing found', async () => {
    let release = () => {};
    await start({
      filesReady: new Promise((resolve) => {
        release = resolve;
      }),
    });
    await client.open(uri, CLEAN_DRAFT.replace('Action 14:', 'Action 99:'));
    const source = new lsp.CancellationTokenSource();
    const asked = client.connection.sendRequest(
      lsp.DocumentDiagnosticRequest.type,
      { textDocument: { uri } },
      source.token,
    );
    const notCancelled = client.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri } });
    source.cancel();
    // The server reads in order: once it has answered this, it has seen the cancellation.
    await client.connection.sendRequest('rapporteur/builtInText', { uri: 'rapporteur:/nothing' });
    release();
    await assert.rejects(asked, { code: lsp.LSPErrorCodes.RequestCancelled });
    const report = await notCancelled;
    assert.ok(report.kind === 'full' && report.items.some(({ code }) => code === 'action-unknown'));
  });

  it('tells the text of the built-in roadmap', async () => {
    await start();
    const text = (of: string) => client.connection.sendRequest('rapporteur/builtInText', { uri: of });
    assert.match(
      String(await text('rapporteur:/data/roadmaps/eu-drugs-2023.roadmap.yaml')),
      /^roadmap: eu-drugs-2023/m,
    );
    assert.equal(await text('rapporteur:/data/nothing.yaml'), null);
  });

  it('runs its commands', async () => {
    await start({
      files: { 'a.report.md': CLEAN_DRAFT, 'b.report.md': CLEAN_DRAFT.replace('Action 14:', 'Action 66:') },
    });
    const run = (command: string, argument?: unknown) =>
      client.connection.sendRequest(lsp.ExecuteCommandRequest.type, {
        command,
        arguments: argument === undefined ? [] : [argument],
      });
    const roadmaps = (await run(ServerCommand.roadmaps)) as { id: string; actions: number }[];
    assert.equal(roadmaps.find(({ id }) => id === 'eu-drugs-2023')?.actions, 17);

    const options = { roadmap: 'eu-drugs-2023', format: 'markdown', by: 'area', snippet: false, asOf: '2024-06-03' };
    const text = String(await run(ServerCommand.skeleton, options));
    assert.equal(text.match(/^#### Action \d+: /gm)?.length, 17);

    const kinds = (await run(ServerCommand.kinds)) as KindChoice[];
    assert.deepEqual(
      kinds.filter(({ needsRoadmap }) => !needsRoadmap).map(({ id }) => id),
      ['discussion-paper', 'statement', 'action-programme'],
    );
    const draft = { kind: 'statement', format: 'yaml', snippet: false };
    assert.match(String(await run(ServerCommand.skeleton, draft)), /^kind: statement\ntitle: /);
    await assert.rejects(run(ServerCommand.skeleton, { ...options, kind: 'note' }), /no kind of draft “note”/);
    await assert.rejects(run(ServerCommand.skeleton, { format: 'yaml', snippet: false }), /no roadmap/);

    await client.open(uri, CLEAN_DRAFT.replace('scope:\n  actions: ["14"]\n', ''));
    let edit: lsp.WorkspaceEdit | undefined;
    client.connection.onRequest(lsp.ApplyWorkspaceEditRequest.type, (parameters) => {
      edit = parameters.edit;
      return { applied: true };
    });
    assert.equal(await run(ServerCommand.insertMissingEntries, { uri }), 16);
    const [change] = edit?.documentChanges ?? [];
    assert.ok(change && 'textDocument' in change && change.textDocument.version === 1);

    assert.equal(await run(ServerCommand.setAsOf, { uri, day: '2024-07-01' }), true);
    assert.match(JSON.stringify(edit), /2024-07-01/);

    const inYaml = (await run(ServerCommand.convert, { uri })) as { format: string; text: string };
    assert.equal(inYaml.format, 'yaml');
    assert.match(inYaml.text, /^ {2}- action: "14"/m);
    assert.deepEqual(await run(ServerCommand.convert, { uri: workspaceUri('none.md') }), {
      problem: 'This document is no report.',
    });

    const result = (await run(ServerCommand.checkAll)) as { reports: number; findings: number };
    assert.equal(result.reports, 3);
    const other = workspaceUri('b.report.md');
    await client.until(() => client.published.has(other));
    assert.ok(client.published.get(other)?.diagnostics.some(({ code }) => code === 'action-unknown'));
  });
});
