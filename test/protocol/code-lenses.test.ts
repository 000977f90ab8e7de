import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { CLEAN_DRAFT, HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';

describe('lenses over the protocol', () => {
  let client: TestClient;
  const start = async (options: TestClientOptions = {}) => {
    client = await TestClient.start({ files: { 'plan.roadmap.yaml': HARBOUR_PLAN }, ...options });
  };
  afterEach(() => client.stop());

  const uri = workspaceUri('late.report.md');
  const lensesOf = async (of: string) =>
    (await client.connection.sendRequest(lsp.CodeLensRequest.type, { textDocument: { uri: of } })) ?? [];

  it('run a command of the client where it has that, to the place in the roadmap', async () => {
    await start({ initializationOptions: { commands: ['rapporteur.showPlaces'] } });
    await client.open(uri, LATE_ON_HARBOUR_PLAN);
    assert.deepEqual(await lensesOf(uri), [
      {
        range: { start: { line: 6, character: 3 }, end: { line: 6, character: 29 } },
        command: {
          title: '33 days late',
          command: 'rapporteur.showPlaces',
          arguments: [
            {
              uri,
              position: { line: 6, character: 3 },
              locations: [
                {
                  uri: workspaceUri('plan.roadmap.yaml'),
                  range: { start: { line: 13, character: 9 }, end: { line: 13, character: 22 } },
                },
              ],
            },
          ],
        },
      },
    ]);
  });

  it('ask the server to have the place shown by a client without that command', async () => {
    const shown: lsp.ShowDocumentParams[] = [];
    await start({ capabilities: { window: { showDocument: { support: true } } } });
    client.connection.onRequest(lsp.ShowDocumentRequest.type, (parameters) => {
      shown.push(parameters);
      return { success: true };
    });
    await client.open(uri, LATE_ON_HARBOUR_PLAN);
    const [{ command } = {}] = await lensesOf(uri);
    assert.ok(command);
    const answer = await client.connection.sendRequest(lsp.ExecuteCommandRequest.type, command);
    assert.equal(answer, true);
    assert.equal(shown[0]?.uri, workspaceUri('plan.roadmap.yaml'));
  });

  it('do no harm in a client that cannot show documents', async () => {
    await start();
    await client.open(uri, LATE_ON_HARBOUR_PLAN);
    const [{ command } = {}] = await lensesOf(uri);
    assert.ok(command);
    assert.equal(await client.connection.sendRequest(lsp.ExecuteCommandRequest.type, command), false);
  });

  it('find the places of mentions when they are shown', async () => {
    await start();
    const other = workspaceUri('other.report.md');
    await client.open(other, LATE_ON_HARBOUR_PLAN);
    await client.open(uri, LATE_ON_HARBOUR_PLAN);
    const lens = (await lensesOf(uri)).find(({ command }) => command === undefined);
    assert.ok(lens);
    const { command } = await client.connection.sendRequest(lsp.CodeLensResolveRequest.type, lens);
    assert.equal(command?.title, '1 other report mentions it');
    assert.deepEqual(
      command.arguments?.[0].locations.map((location: lsp.Location) => location.uri),
      [other, uri],
    );
  });

  it('are asked for again when the roadmap changes, or another document', async () => {
    await start({ capabilities: { workspace: { codeLens: { refreshSupport: true } } } });
    let asked = () => {};
    const nextRequest = () =>
      new Promise<void>((resolve) => {
        asked = resolve;
      });
    client.connection.onRequest(lsp.CodeLensRefreshRequest.type, () => asked());
    await client.open(uri, LATE_ON_HARBOUR_PLAN);
    await client.write('plan.roadmap.yaml', HARBOUR_PLAN.replace('2024-05-01', '2024-05-02'));
    do {
      await nextRequest();
    } while (!JSON.stringify(await lensesOf(uri)).includes('32 days late'));
    const another = nextRequest();
    await client.open(workspaceUri('clean.report.md'), CLEAN_DRAFT);
    await another;
  });
});
