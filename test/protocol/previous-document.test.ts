import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import type { DocumentImporter } from '../../server/src/import/import-task';
import { runImport } from '../../server/src/import/run-import';
import { HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';
import { lateReportAsWord } from '../word-files';
import { keptInMemory } from './kept-in-memory';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';
import { WorkspaceViewer } from './workspace-viewer';

const AFTER_WORD = LATE_ON_HARBOUR_PLAN.replace('---\n## ', 'previous: ./old 1.docx\n---\n## ');
const uri = workspaceUri('now.report.md');
const document = workspaceUri('old%201.docx');
const TOP = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

describe('a document as the previous report, over the protocol', () => {
  let client: TestClient;
  let imports = 0;
  const counting: DocumentImporter = (task) => {
    imports++;
    return runImport(task);
  };
  const start = async (word: Uint8Array | string | undefined, options: TestClientOptions = {}) => {
    imports = 0;
    const files = { 'plan.roadmap.yaml': HARBOUR_PLAN, ...(word === undefined ? {} : { 'old 1.docx': word }) };
    client = await TestClient.start({ importDocument: counting, ...options, files: { ...files, ...options.files } });
  };
  afterEach(() => client.stop());
  const codes = async () => (await client.pull(uri)).map(({ code }) => code);
  const changed = async (bytes: Uint8Array | undefined) => {
    const file = decodeURI(document);
    if (bytes) {
      client.files.set(file, bytes);
    } else {
      client.files.delete(file);
    }
    const type = bytes ? lsp.FileChangeType.Changed : lsp.FileChangeType.Deleted;
    await client.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: document, type }],
    });
  };

  it('counts, and is imported once', async () => {
    await start(await lateReportAsWord());
    await client.open(uri, AFTER_WORD);
    assert.deepEqual(await codes(), ['deadline-due-soon']);
    await client.change(uri, { text: `${AFTER_WORD}\nMore lamps have been ordered.\n` });
    assert.deepEqual(await codes(), ['deadline-due-soon']);
    assert.equal(imports, 1);
  });

  it('is offered where the report before is named, as reports are', async () => {
    const files = { 'old/2023.report.yaml': 'roadmap: a\nentries: []\n', 'old/notes.md': 'Notes', 'plan.html': 'Plan' };
    await start(await lateReportAsWord(), { files });
    for (const [typed, expected] of [
      ['', ['./old 1.docx', './old/2023.report.yaml', './plan.html']],
      ['./old', ['./old 1.docx', './old/2023.report.yaml', './plan.html']],
    ] as const) {
      const text = LATE_ON_HARBOUR_PLAN.replace('---\n## ', `previous: ${typed}\n---\n## `);
      await client.open(uri, text);
      const line = text.split('\n').findIndex((one) => one.startsWith('previous:'));
      const position = { line, character: 'previous: '.length + typed.length };
      const params = { textDocument: { uri }, position };
      const list = await client.connection.sendRequest(lsp.CompletionRequest.type, params);
      assert.ok(list && !Array.isArray(list));
      assert.deepEqual(
        list.items.map(({ label }) => label),
        expected,
      );
      const edit = list.items[0]?.textEdit;
      const range = { start: { line, character: 'previous: '.length }, end: position };
      assert.deepEqual(edit, { range, newText: './old 1.docx' });
    }
    assert.equal(imports, 0);
  });

  it('is not imported where nobody names it', async () => {
    await start(await lateReportAsWord());
    await client.open(uri, LATE_ON_HARBOUR_PLAN);
    assert.deepEqual(await codes(), ['deadline-overdue']);
    assert.equal(imports, 0);
  });

  it('is led to as a file, not as places in a text that nobody sees', async () => {
    await start(await lateReportAsWord(), { initializationOptions: { commands: ['rapporteur.showPlaces'] } });
    await client.open(uri, AFTER_WORD);
    await client.pull(uri);
    const lenses = await client.connection.sendRequest(lsp.CodeLensRequest.type, { textDocument: { uri } });
    const lens = lenses?.find(({ command }) => command?.title === 'previous report: delayed');
    assert.deepEqual(
      lens?.command?.arguments?.[0].locations.map((one: lsp.Location) => [decodeURI(one.uri), one.range]),
      [[decodeURI(document), TOP]],
    );
    const position = { line: 5, character: 15 };
    const targets = await client.connection.sendRequest(lsp.DefinitionRequest.type, {
      textDocument: { uri },
      position,
    });
    assert.deepEqual(targets, [{ uri: document, range: TOP }]);
  });

  it('is imported again when it has changed, and missed when it is gone', async () => {
    await start('no Word file');
    await client.open(uri, AFTER_WORD);
    const broken = (await client.pull(uri)).find(({ code }) => code === 'previous-broken');
    assert.match(broken?.message as string, /“\.\/old 1\.docx” could not be imported, .* is none\. Open it in Word/);
    const { refreshes } = client;
    await changed(await lateReportAsWord());
    await client.until(() => client.refreshes > refreshes);
    assert.deepEqual(await codes(), ['deadline-due-soon']);
    const before = client.refreshes;
    await changed(undefined);
    await client.until(() => client.refreshes > before);
    const gone = (await client.pull(uri)).find(({ code }) => code === 'previous-broken');
    assert.match(gone?.message as string, /^There is no file/);
  });

  it('is not waited for where its import takes long', async () => {
    let done: () => void = () => undefined;
    const slow: DocumentImporter = async (task) => {
      await new Promise<void>((resolve) => {
        done = resolve;
      });
      return runImport(task);
    };
    await start(await lateReportAsWord(), { importDocument: slow });
    await client.open(uri, AFTER_WORD);
    assert.deepEqual(await codes(), ['deadline-overdue']);
    const { refreshes } = client;
    done();
    await client.until(() => client.refreshes > refreshes);
    assert.deepEqual(await codes(), ['deadline-due-soon']);
  }).timeout(10_000);

  it('counts for reports that nobody has open', async () => {
    await start(await lateReportAsWord(), { files: { 'now.report.md': AFTER_WORD } });
    const viewer = new WorkspaceViewer(client);
    await viewer.until(() => viewer.reports.has(uri));
    const found = JSON.stringify(viewer.reports.get(uri));
    assert.match(found, /deadline-due-soon/);
    assert.doesNotMatch(found, /deadline-overdue/);
    await changed(new TextEncoder().encode('no Word file'));
    await viewer.until(() => JSON.stringify(viewer.reports.get(uri)).includes('previous-broken'));
    void viewer.stop().catch(() => undefined);
  });

  it('counts at the next start, for which findings are kept', async () => {
    const keeping = keptInMemory();
    const word = await lateReportAsWord();
    await start(word, { keeping });
    await client.open(uri, AFTER_WORD);
    await client.pull(uri);
    await client.stop();
    assert.ok([...keeping.texts.values()].some((text) => text.includes('deadline-due-soon')));
    await start(word, { keeping });
    await client.open(uri, AFTER_WORD);
    assert.deepEqual(await codes(), ['deadline-due-soon']);
    await client.stop();
    await start('no Word file', { keeping });
    await client.open(uri, AFTER_WORD);
    assert.deepEqual(await codes(), ['previous-broken', 'deadline-overdue']);
  });

  it('is not what an editor shows of it', async () => {
    await start(undefined, { files: { 'old.html': '<h2>Light the docks</h2><p>Status: delayed</p>' } });
    const html = workspaceUri('old.html');
    await client.open(html, '<h2>Something else', 'html');
    await client.open(uri, AFTER_WORD.replace('old 1.docx', 'old.html'));
    await client.pull(uri);
    await client.change(html, { text: '<h2>Light the lamps</h2>' });
    await client.close(html);
    assert.deepEqual(await client.pull(html), []);
    assert.ok(!(await codes()).includes('previous-broken'));
    assert.equal(imports, 1);
  });
});
