import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';

const HEAD = '---\nroadmap: eu-drugs-2023\n---\n\n## Action 6\n\n';
const OPTIONS = { tabSize: 4, insertSpaces: true };

describe('formatting over the protocol', () => {
  let client: TestClient;
  const start = async (options: TestClientOptions = {}) => {
    client = await TestClient.start(options);
  };
  afterEach(() => client.stop());

  const uri = workspaceUri('draft.report.md');
  const changed = (text: string, edits: lsp.TextEdit[] | null) =>
    TextDocument.applyEdits(TextDocument.create(uri, 'markdown', 1, text), edits ?? []);
  const format = (of = uri) =>
    client.connection.sendRequest(lsp.DocumentFormattingRequest.type, { textDocument: { uri: of }, options: OPTIONS });

  it('formats a report', async () => {
    await start();
    const text = `${HEAD}- **Actors:**  Europol \r\n- **Status:** in progress`;
    await client.open(uri, text);
    assert.equal(changed(text, await format()), `${HEAD}- **Status:** in progress\n- **Actors:** Europol\n`);
  });

  it('formats some lines', async () => {
    await start();
    const text = `${HEAD}One. \nTwo. \nThree. \n`;
    await client.open(uri, text);
    const edits = await client.connection.sendRequest(lsp.DocumentRangeFormattingRequest.type, {
      textDocument: { uri },
      range: { start: { line: 7, character: 0 }, end: { line: 7, character: 2 } },
      options: OPTIONS,
    });
    assert.deepEqual(edits, [
      { range: { start: { line: 7, character: 4 }, end: { line: 7, character: 5 } }, newText: '' },
    ]);
  });

  it('aligns a table when a row is closed', async () => {
    await start();
    const text = `${HEAD}| Action | Status |\n|---|---|\n| 6 | done |\n`;
    await client.open(uri, text);
    const edits = await client.connection.sendRequest(lsp.DocumentOnTypeFormattingRequest.type, {
      textDocument: { uri },
      position: { line: 8, character: 12 },
      ch: '|',
      options: OPTIONS,
    });
    assert.equal(changed(text, edits), `${HEAD}| Action | Status |\n| ------ | ------ |\n| 6      | done   |\n`);
  });

  it('says once why it leaves a file alone', async () => {
    await start();
    const broken = workspaceUri('draft.report.yaml');
    await client.open(broken, 'roadmap: eu-drugs-2023\ntitle:   "a\nentries: []\n');
    assert.deepEqual([await format(broken), await format(broken)], [[], []]);
    await client.until(() => client.messages.length > 0);
    assert.equal(client.messages.length, 1);
    assert.match(
      client.messages[0] ?? '',
      /^Rapporteur left draft\.report\.yaml as it is: line 2 cannot be read\. The quotation mark/,
    );
  });

  it('answers nothing for a file that is none of ours', async () => {
    await start();
    const other = workspaceUri('notes.md');
    await client.open(other, '# Notes \n');
    assert.equal(await format(other), null);
  });

  it('offers itself for open files of ours only, to a client that takes that', async () => {
    const dynamic = { dynamicRegistration: true };
    await start({
      capabilities: { textDocument: { formatting: dynamic, rangeFormatting: dynamic, onTypeFormatting: dynamic } },
    });
    assert.equal(client.capabilities.documentFormattingProvider, undefined);
    const offers = () =>
      [...client.registered.values()]
        .filter(({ method }) => method.endsWith('ormatting'))
        .map(({ method, registerOptions }) => `${method} ${JSON.stringify(registerOptions.documentSelector)}`)
        .sort();
    const other = workspaceUri('notes%5B1%5D.md');
    await client.open(other, '# Notes \n');
    await client.open(uri, HEAD);
    await client.until(() => offers().length === 3);
    assert.deepEqual(offers(), [
      'textDocument/formatting [{"scheme":"file","pattern":"**/w/draft.report.md"}]',
      'textDocument/onTypeFormatting [{"scheme":"file","pattern":"**/w/draft.report.md"}]',
      'textDocument/rangeFormatting [{"scheme":"file","pattern":"**/w/draft.report.md"}]',
    ]);
    // It becomes a report while it is written.
    await client.change(other, { text: HEAD });
    await client.until(() => offers().some((offer) => offer.includes('**/w/notes[[]1].md')));
    await client.close(uri);
    await client.close(other);
    await client.until(() => offers().length === 0);
  });
});
