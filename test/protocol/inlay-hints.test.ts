import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { HARBOUR_PLAN } from '../drafts';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';

describe('inlay hints over the protocol', () => {
  let client: TestClient;
  const start = async (options: TestClientOptions = {}) => {
    client = await TestClient.start({ files: { 'plan.roadmap.yaml': HARBOUR_PLAN }, ...options });
  };
  afterEach(() => client.stop());

  const uri = workspaceUri('draft.report.md');
  const DRAFT = '---\nroadmap: harbour-plan\n---\n\nMeasure 1 is due by mid-2024.\n\nMeasure 1 and H1 2025.\n';
  const hintsIn = async (first: number, last: number) =>
    (await client.connection.sendRequest(lsp.InlayHintRequest.type, {
      textDocument: { uri },
      range: { start: { line: first, character: 0 }, end: { line: last, character: 0 } },
    })) ?? [];

  it('lead to the roadmap, and stand in the range that was asked for', async () => {
    await start();
    await client.open(uri, DRAFT);
    const plan = workspaceUri('plan.roadmap.yaml');
    assert.deepEqual(await hintsIn(4, 5), [
      {
        position: { line: 4, character: 9 },
        label: [
          {
            value: 'Light the docks',
            tooltip: 'Measure 1: Light the docks',
            location: { uri: plan, range: { start: { line: 9, character: 13 }, end: { line: 9, character: 14 } } },
          },
        ],
        paddingLeft: true,
      },
      {
        position: { line: 4, character: 28 },
        label: '≤ 30 Jun 2024',
        tooltip: 'Read as 30 June 2024 at the latest.',
        paddingLeft: true,
      },
    ]);
    assert.equal((await hintsIn(5, 7)).length, 1);
  });

  it('follow the settings, and are asked for again when these change', async () => {
    let asked = () => {};
    await start({
      capabilities: { workspace: { inlayHint: { refreshSupport: true } } },
      settings: { inlayHints: { dates: false } },
    });
    client.connection.onRequest(lsp.InlayHintRefreshRequest.type, () => asked());
    await client.open(uri, DRAFT);
    assert.equal((await hintsIn(4, 5)).length, 1);
    await client.configure({ inlayHints: { dates: null, titles: false } });
    do {
      await new Promise<void>((resolve) => {
        asked = resolve;
      });
    } while ((await hintsIn(4, 7)).length < 2);
    assert.deepEqual(
      (await hintsIn(4, 7)).map(({ label }) => label),
      ['≤ 30 Jun 2024', 'Jan – Jun 2025'],
    );
  });
});
