import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { CLEAN_DRAFT } from '../drafts';
import { TestClient, workspaceUri } from './test-client';

describe('folding and selection over the protocol', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const uri = workspaceUri('draft.report.md');
  const foldsOf = (of: string) =>
    client.connection.sendRequest(lsp.FoldingRangeRequest.type, { textDocument: { uri: of } });

  it('folds whole lines, with kinds', async () => {
    client = await TestClient.start();
    await client.open(uri, CLEAN_DRAFT);
    assert.deepEqual(await foldsOf(uri), [
      { startLine: 0, endLine: 7, kind: 'imports' },
      { startLine: 5, endLine: 6 },
      { startLine: 9, endLine: 13, kind: 'region' },
    ]);
    await client.open(workspaceUri('readme.md'), '# Read me\n\nText.\n');
    assert.equal(await foldsOf(workspaceUri('readme.md')), null);
  });

  it('gives no more than a client can take, the longest', async () => {
    client = await TestClient.start({ capabilities: { textDocument: { foldingRange: { rangeLimit: 1 } } } });
    await client.open(uri, CLEAN_DRAFT);
    assert.deepEqual(await foldsOf(uri), [{ startLine: 0, endLine: 7, kind: 'imports' }]);
  });

  it('selects more and more, once for each position', async () => {
    client = await TestClient.start();
    await client.open(uri, CLEAN_DRAFT);
    const found = await client.connection.sendRequest(lsp.SelectionRangeRequest.type, {
      textDocument: { uri },
      positions: [
        { line: 11, character: 16 },
        { line: 1, character: 2 },
      ],
    });
    const [inStatus, inHeader] = found ?? [];
    assert.deepEqual(inStatus?.range, { start: { line: 11, character: 14 }, end: { line: 11, character: 16 } });
    assert.deepEqual(inStatus?.parent?.range, { start: { line: 11, character: 14 }, end: { line: 11, character: 25 } });
    assert.deepEqual(inHeader?.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } });
  });
});
