import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { type ImportResult, ServerCommand } from '../../server/src/lsp/protocol';
import { HARBOUR_PLAN } from '../drafts';
import { TestClient, workspaceUri } from './test-client';

describe('import of a document', () => {
  const run = (client: TestClient, path: string, token?: lsp.CancellationToken, as?: 'report') =>
    client.connection.sendRequest(
      lsp.ExecuteCommandRequest.type,
      { command: ServerCommand.importDocument, arguments: [{ uri: workspaceUri(path), ...(as ? { as } : {}) }] },
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

  it('answers the draft of a report, on the roadmap whose actions it names', async () => {
    const plan = `${HARBOUR_PLAN}  - action: "2"\n    title: Train the officers\n    actors: [commission]\n`;
    const page = '<h2>Light the docks</h2><p>Status: done</p><h2>Train the officers</h2><p>Courses have begun.</p>';
    const client = await TestClient.start({ files: { 'plan.roadmap.yaml': plan, 'a.html': page, 'b.md': '# Other' } });
    const result = await run(client, 'a.html', undefined, 'report');
    assert.ok('text' in result);
    assert.match(result.text, /^---\nroadmap: harbour-plan\n/);
    assert.equal(result.notes, 0);
    const uri = workspaceUri('a.report.md');
    await client.open(uri, result.text);
    const codes = (await client.pull(uri)).map(({ code }) => code);
    assert.ok(!codes.includes('action-unreferenced'), codes.join());
    const other = await run(client, 'b.md', undefined, 'report');
    assert.match('text' in other ? other.text : '', /^---\nroadmap: "\[insert roadmap\]"\n/);
  });

  it('does not read what is too large', async () => {
    const client = await TestClient.start({
      files: { 'a.md': 'Text' },
      importDocument: Object.assign(async () => assert.fail('imported'), { largest: 3 }),
    });
    const result = await run(client, 'a.md');
    assert.match('problem' in result ? result.problem : '', /^The file has 1 MB; up to 1 MB can be imported here/);
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
