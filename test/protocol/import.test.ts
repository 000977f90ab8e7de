import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { type ImportResult, ServerCommand } from '../../server/src/lsp/protocol';
import { TestClient, workspaceUri } from './test-client';

describe('import of a document', () => {
  const run = (client: TestClient, path: string, token?: lsp.CancellationToken) =>
    client.connection.sendRequest(
      lsp.ExecuteCommandRequest.type,
      { command: ServerCommand.importDocument, arguments: [{ uri: workspaceUri(path) }] },
      token,
    ) as Promise<ImportResult>;

  it('answers the roadmap and the report, or why there is none', async () => {
    const files = { 'a-plan.md': '# Plan\n\n## Action 1: Scan ports\n\nMain actors: Europol\n', 'a.pdf': '%PDF-1.7' };
    const client = await TestClient.start({ files });
    const result = await run(client, 'a-plan.md');
    assert.ok('text' in result);
    assert.match(result.text, /^actions:\n {2}- action: "1"\n {4}title: Scan ports\n {4}actors: \[europol\]/m);
    assert.match(result.report, /^Import of a-plan\.md: \d+ taken, /);
    assert.match(result.report, /^taken +line 3 +Action 1/m);
    assert.deepEqual(await run(client, 'none.docx'), { problem: 'The file cannot be read.' });
    const pdf = await run(client, 'a.pdf');
    assert.match('problem' in pdf ? pdf.problem : '', /^A PDF cannot be imported/);
  });

  it('is stopped when the request is cancelled', async () => {
    const source = new lsp.CancellationTokenSource();
    const client = await TestClient.start({
      files: { 'a.md': 'Text' },
      importDocument: (_, stop) =>
        new Promise((_resolve, reject) => {
          stop?.addEventListener('abort', () => reject(new Error('stopped')));
          source.cancel();
        }),
    });
    await assert.rejects(run(client, 'a.md', source.token), { code: lsp.LSPErrorCodes.RequestCancelled });
  });
});
