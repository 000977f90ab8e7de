import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';

const markdownText = (body: string, header = '') => `---\nroadmap: eu-drugs-2023\n${header}\n---\n\n${body}\n`;

describe('links over the protocol', () => {
  let client: TestClient;
  const start = async (options: TestClientOptions = {}) => {
    client = await TestClient.start(options);
  };
  afterEach(() => client.stop());

  const linksOf = (uri: string) =>
    client.connection.sendRequest(lsp.DocumentLinkRequest.type, { textDocument: { uri } });

  it('resolves paths from the document, and tells what is there to clients that show it', async () => {
    await start({ capabilities: { textDocument: { documentLink: { tooltipSupport: true } } } });
    const uri = workspaceUri('2024/h1.report.md');
    await client.open(uri, markdownText('[a](./b%20c.md#d) ST 6504/24', 'previous: ../2023/h2 b.report.md'));
    assert.deepEqual(await linksOf(uri), [
      {
        range: { start: { line: 2, character: 10 }, end: { line: 2, character: 32 } },
        target: 'file:///w/2023/h2%20b.report.md',
        tooltip: 'The report before this one',
      },
      {
        range: { start: { line: 5, character: 4 }, end: { line: 5, character: 16 } },
        target: 'file:///w/2024/b%20c.md#d',
        tooltip: './b%20c.md#d',
      },
      {
        range: { start: { line: 5, character: 18 }, end: { line: 5, character: 28 } },
        target: 'https://data.consilium.europa.eu/doc/document/ST-6504-2024-INIT/en/pdf',
        tooltip: 'ST 6504/24 – Council document',
      },
    ]);
  });

  it('leads nowhere from a document on no disk, and gives nothing for other files', async () => {
    await start();
    const unsaved = 'untitled:Untitled-1';
    await client.open(unsaved, markdownText('[a](./b.md) ST 6504/24'));
    assert.deepEqual(
      (await linksOf(unsaved))?.map(({ target, tooltip }) => [target, tooltip]),
      [['https://data.consilium.europa.eu/doc/document/ST-6504-2024-INIT/en/pdf', undefined]],
    );
    await client.open(workspaceUri('readme.md'), '[a](./b.md)\n');
    assert.equal(await linksOf(workspaceUri('readme.md')), null);
  });
});
