import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { HARBOUR_PLAN } from '../drafts';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';

const DRAFT =
  '---\nroadmap: eu-drugs-2023\ndate: 2024-06-03\n---\n\n## Action 6\n\n- **Status:** delayed\n- **Deadline:** May 2024\n';

describe('semantic tokens over the protocol', () => {
  let client: TestClient;
  const start = async (options: TestClientOptions = {}) => {
    client = await TestClient.start(options);
  };
  afterEach(() => client.stop());

  const uri = workspaceUri('draft.report.md');
  const full = (of = uri) =>
    client.connection.sendRequest(lsp.SemanticTokensRequest.type, { textDocument: { uri: of } });

  it('have standard types for a client that knows no other', async () => {
    await start();
    const { legend } = client.capabilities.semanticTokensProvider as lsp.SemanticTokensOptions;
    assert.deepEqual(legend.tokenTypes, [
      ...['function', 'method', 'class', 'number', 'enumMember', 'string', 'property', 'namespace'],
    ]);
    assert.deepEqual(legend.tokenModifiers, ['overdue', 'dueSoon']);
  });

  it('have their own types for a client that knows them', async () => {
    const semanticTokens = { requests: {}, tokenTypes: ['class', 'action'], tokenModifiers: [], formats: [] };
    await start({ capabilities: { textDocument: { semanticTokens } } });
    const { legend } = client.capabilities.semanticTokensProvider as lsp.SemanticTokensOptions;
    assert.deepEqual(legend.tokenTypes.slice(0, 2), ['action', 'method']);
  });

  it('come whole, as changes and for lines', async () => {
    await start();
    await client.open(uri, DRAFT);
    const first = await full();
    const entry = [...[3, 3, 8, 0, 0], ...[2, 4, 6, 6, 0, 0, 10, 7, 4, 0], ...[1, 4, 8, 6, 0, 0, 12, 8, 3, 1]];
    assert.deepEqual(first?.data.slice(-entry.length), entry);
    const range = { start: { line: 8, character: 0 }, end: { line: 8, character: 5 } };
    const lines = await client.connection.sendRequest(lsp.SemanticTokensRangeRequest.type, {
      textDocument: { uri },
      range,
    });
    assert.deepEqual(lines?.data, [8, 4, 8, 6, 0, 0, 12, 8, 3, 1]);

    const position = { line: 7, character: 0 };
    await client.change(uri, { range: { start: position, end: position }, text: 'Europol met.\n\n' });
    const delta = await client.connection.sendRequest(lsp.SemanticTokensDeltaRequest.type, {
      textDocument: { uri },
      previousResultId: first?.resultId ?? '',
    });
    assert.ok(delta && 'edits' in delta);
    const [edit, more] = delta.edits;
    assert.ok(edit && !more);
    assert.equal(edit.data?.length, 5);
    const data = first?.data.slice() ?? [];
    data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    assert.deepEqual(data, (await full())?.data);
  });

  it('are none for a file that is none of ours', async () => {
    await start();
    const other = workspaceUri('notes.md');
    await client.open(other, 'Europol met.\n');
    assert.equal(await full(other), null);
  });

  it('are asked for anew when a roadmap changes', async () => {
    await start({ capabilities: { workspace: { semanticTokens: { refreshSupport: true } } } });
    await client.open(uri, DRAFT.replace('eu-drugs-2023', 'harbour-plan').replace('Action 6', 'Measure 1'));
    const before = (await full())?.data.length ?? 0;
    const seen = client.tokenRefreshes;
    await client.write('harbour.roadmap.yaml', HARBOUR_PLAN);
    await client.until(() => client.tokenRefreshes > seen);
    assert.ok(((await full())?.data.length ?? 0) > before);
  });
});
