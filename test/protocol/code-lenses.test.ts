import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { CLEAN_DRAFT, HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';
import { WorkspaceViewer } from './workspace-viewer';

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

  it('have mentions looked for when they are to be shown, in reports too that nobody has open', async () => {
    const shown: lsp.ShowDocumentParams[] = [];
    await start({
      files: { 'plan.roadmap.yaml': HARBOUR_PLAN, 'closed.report.md': LATE_ON_HARBOUR_PLAN },
      capabilities: { window: { showDocument: { support: true } } },
    });
    client.connection.onRequest(lsp.ShowDocumentRequest.type, (parameters) => {
      shown.push(parameters);
      return { success: true };
    });
    await client.open(uri, LATE_ON_HARBOUR_PLAN);
    let command: lsp.Command | undefined;
    while (command === undefined) {
      const lenses = await lensesOf(uri);
      command = lenses.find((lens) => lens.command?.title === '1 other report mentions it')?.command;
    }
    const [argument] = command.arguments ?? [];
    const places: readonly lsp.Location[] = await client.connection.sendRequest(lsp.ExecuteCommandRequest.type, {
      command: 'rapporteur.server.mentions',
      arguments: [argument],
    });
    assert.deepEqual(
      places.map((place) => [place.uri, place.range.start.line]),
      [
        [uri, 6],
        [workspaceUri('closed.report.md'), 6],
      ],
    );
    assert.equal(await client.connection.sendRequest(lsp.ExecuteCommandRequest.type, command), true);
    assert.equal(shown[0]?.uri, uri);
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

  describe('count reports that nobody has open', () => {
    const plan = workspaceUri('plan.roadmap.yaml');
    const report = (date: string, status: string) =>
      LATE_ON_HARBOUR_PLAN.replace('date: 2024-06-03', `date: ${date}`).replace('in progress', status);
    const FILES = {
      'plan.roadmap.yaml': HARBOUR_PLAN,
      'a.report.md': report('2024-01-15', 'delayed'),
      'b.report.md': report('2024-05-15', 'in progress'),
      'notes.md': LATE_ON_HARBOUR_PLAN.replace(/^---[\s\S]*?---/, ''),
    };
    /** Asks until the lenses are these: more is known each time. */
    const untilTitles = async (of: string, ...expected: readonly string[]) => {
      let titles: readonly (string | undefined)[] = [];
      for (let tries = 0; tries < 1000 && JSON.stringify(titles) !== JSON.stringify(expected); tries++) {
        titles = (await lensesOf(of)).map(({ command }) => command?.title);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      assert.deepEqual(titles, expected);
    };

    it('and follow what happens to their files', async () => {
      await start({ files: FILES });
      await client.open(plan, HARBOUR_PLAN);
      new WorkspaceViewer(client);
      await untilTitles(plan, 'in progress (Progress, 15 May 2024)', '2 reports mention it');
      await client.write('c.report.md', report('2024-06-01', 'delivered'));
      await untilTitles(plan, 'delivered (Progress, 1 June 2024)', '3 reports mention it');
      await client.write('c.report.md', report('2024-02-01', 'delivered'));
      await untilTitles(plan, 'in progress (Progress, 15 May 2024)', '3 reports mention it');
      await client.write('b.report.md', undefined);
      await untilTitles(plan, 'delivered (Progress, 1 February 2024)', '2 reports mention it');
      await client.write('c.report.md', '# Nothing of ours\n');
      await untilTitles(plan, 'delayed (Progress, 15 January 2024)', '1 report mentions it');
    });

    it('and say which of them quote a title that the roadmap has no more', async () => {
      await start({ files: FILES });
      await client.open(plan, HARBOUR_PLAN);
      const titles = ['in progress (Progress, 15 May 2024)', '2 reports mention it'];
      await untilTitles(plan, ...titles);
      await client.change(plan, { text: HARBOUR_PLAN.replace('Light the docks', 'Light all docks') });
      await untilTitles(plan, ...titles, '2 reports quote another title: “Light the docks”');
      const [, , quotes] = await lensesOf(plan);
      assert.deepEqual(
        quotes?.command?.arguments?.[0].locations,
        ['a', 'b'].map((name) => ({
          uri: workspaceUri(`${name}.report.md`),
          range: { start: { line: 6, character: 14 }, end: { line: 6, character: 29 } },
        })),
      );
      await client.write('a.report.md', report('2024-01-15', 'delayed').replace('Light the docks', 'Light all docks'));
      await untilTitles(plan, ...titles, '1 report quotes another title: “Light the docks”');
      await client.change(plan, { text: HARBOUR_PLAN });
      await untilTitles(plan, ...titles, '1 report quotes another title: “Light all docks”');
    });

    it('open what they say there', async () => {
      await start({ files: FILES });
      await client.open(plan, HARBOUR_PLAN);
      await untilTitles(plan, 'in progress (Progress, 15 May 2024)', '2 reports mention it');
      const [latest] = await lensesOf(plan);
      assert.deepEqual(latest?.command?.arguments?.[0].locations, [
        {
          uri: workspaceUri('b.report.md'),
          range: { start: { line: 6, character: 3 }, end: { line: 6, character: 29 } },
        },
      ]);
    });

    it('once each, whether they are opened or closed, and as they are in the editor', async () => {
      await start({ files: FILES });
      await client.open(plan, HARBOUR_PLAN);
      await untilTitles(plan, 'in progress (Progress, 15 May 2024)', '2 reports mention it');
      const open = workspaceUri('b.report.md');
      await client.open(open, report('2024-05-15', 'delivered'));
      await untilTitles(plan, 'delivered (Progress, 15 May 2024)', '2 reports mention it');
      await untilTitles(open, '1 other report mentions it');
      await client.close(open);
      await untilTitles(plan, 'in progress (Progress, 15 May 2024)', '2 reports mention it');
    });

    it('even where the findings of those are not shown', async () => {
      await start({ files: FILES, settings: { diagnosticMode: 'openFilesOnly' }, pulls: false });
      await client.open(plan, HARBOUR_PLAN);
      await untilTitles(plan, 'in progress (Progress, 15 May 2024)', '2 reports mention it');
      assert.ok(![...client.published.keys()].some((file) => file.endsWith('.report.md')));
      await client.connection.sendRequest(lsp.ExecuteCommandRequest.type, { command: 'rapporteur.server.checkAll' });
      assert.ok([...client.published.keys()].some((file) => file.endsWith('b.report.md')));
    });

    it('and are asked for again when more of them are read', async () => {
      await start({ files: FILES, capabilities: { workspace: { codeLens: { refreshSupport: true } } } });
      const asked = new Promise<void>((resolve) => {
        client.connection.onRequest(lsp.CodeLensRefreshRequest.type, () => resolve());
      });
      await client.open(plan, HARBOUR_PLAN);
      await lensesOf(plan);
      await asked;
      await untilTitles(plan, 'in progress (Progress, 15 May 2024)', '2 reports mention it');
    });
  });
});
