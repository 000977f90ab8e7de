import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { CLEAN_DRAFT } from '../drafts';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';

describe('outline over the protocol', () => {
  let client: TestClient;
  const start = async (options: TestClientOptions = {}) => {
    client = await TestClient.start(options);
  };
  afterEach(() => client.stop());

  const uri = workspaceUri('draft.report.md');
  const symbolsOf = (of: string) =>
    client.connection.sendRequest(lsp.DocumentSymbolRequest.type, { textDocument: { uri: of } });

  it('is nested for a client that takes that', async () => {
    await start({ capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } } });
    await client.open(uri, CLEAN_DRAFT);
    const [header, entry, more] = (await symbolsOf(uri)) as lsp.DocumentSymbol[];
    assert.equal(more, undefined);
    assert.equal(header?.children?.length, 5);
    assert.deepEqual(entry, {
      name: 'Action 14: Strengthening support to operational anti-drug trafficking operations in West Africa',
      detail: 'in progress',
      kind: lsp.SymbolKind.Event,
      range: { start: { line: 9, character: 0 }, end: { line: 13, character: 73 } },
      selectionRange: { start: { line: 9, character: 3 }, end: { line: 9, character: 98 } },
    });
  });

  it('is a list for other clients, and nothing for other files', async () => {
    await start();
    await client.open(uri, CLEAN_DRAFT);
    const symbols = (await symbolsOf(uri)) as lsp.SymbolInformation[];
    assert.deepEqual(symbols.map(({ name, containerName }) => [name.slice(0, 12), containerName]).slice(0, 3), [
      ['Front matter', undefined],
      ['roadmap', 'Front matter'],
      ['title', 'Front matter'],
    ]);
    assert.equal(symbols[6]?.location.uri, uri);
    await client.open(workspaceUri('readme.md'), '# Read me\n');
    assert.equal(await symbolsOf(workspaceUri('readme.md')), null);
  });
});
