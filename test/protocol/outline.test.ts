import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { CLEAN_DRAFT, HARBOUR_PLAN } from '../drafts';
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

  it('finds symbols of the workspace, built-in ones too', async () => {
    await start({ files: { 'plan.roadmap.yaml': HARBOUR_PLAN } });
    await client.open(uri, CLEAN_DRAFT);
    const find = (query: string) => client.connection.sendRequest(lsp.WorkspaceSymbolRequest.type, { query });
    const [measure] = (await find('light docks')) ?? [];
    assert.deepEqual(measure, {
      name: 'Measure 1: Light the docks',
      kind: lsp.SymbolKind.Event,
      containerName: 'Harbour plan',
      location: {
        uri: workspaceUri('plan.roadmap.yaml'),
        range: { start: { line: 9, character: 13 }, end: { line: 9, character: 14 } },
      },
    });
    const [six] = (await find('Action 6')) ?? [];
    assert.match(six?.location.uri ?? '', /eu-drugs-2023\.roadmap\.yaml$/);
    assert.equal((await find('west africa anti-drug'))?.[1]?.location.uri, uri);
  });
});
