import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';

const LAZY: TestClientOptions['capabilities'] = {
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};

const RETITLED = HARBOUR_PLAN.replace('Light the docks', 'Light all docks: now');

const YAML = `roadmap: harbour-plan
date: 2024-06-03
entries:
  - action: "Measure 1: Light some docks"
    text: Lamps.
`;

describe('the title of a roadmap in reports that quote another one', () => {
  const plan = workspaceUri('plan.roadmap.yaml');
  let client: TestClient;
  const start = async (capabilities = LAZY, files: Readonly<Record<string, string>> = {}) => {
    client = await TestClient.start({
      files: { 'plan.roadmap.yaml': HARBOUR_PLAN, 'closed.report.md': LATE_ON_HARBOUR_PLAN, ...files },
      capabilities,
    });
    await client.open(plan, RETITLED);
  };
  afterEach(() => client.stop());

  const offered = async (line: number): Promise<readonly lsp.CodeAction[]> => {
    const at = { line, character: 5 };
    const parameters = { textDocument: { uri: plan }, range: { start: at, end: at }, context: { diagnostics: [] } };
    const found = (await client.connection.sendRequest(lsp.CodeActionRequest.type, parameters)) ?? [];
    return found.filter((one): one is lsp.CodeAction => one.title.startsWith('Write this title'));
  };
  /** Asks until so many reports are known to quote another title. */
  const untilOffered = async (title: string) => {
    let [action] = await offered(10);
    for (let tries = 0; tries < 1000 && action?.title !== title; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      [action] = await offered(10);
    }
    assert.equal(action?.title, title);
    return action ?? assert.fail();
  };
  const resolve = async (action: lsp.CodeAction) => {
    const { edit } = await client.connection.sendRequest(lsp.CodeActionResolveRequest.type, action);
    return (edit?.documentChanges ?? []).map((change) => {
      assert.ok('edits' in change);
      const { uri, version } = change.textDocument;
      const edits = change.edits.map((one) => {
        assert.ok('newText' in one);
        return [
          one.range.start.line,
          one.range.start.character,
          one.newText,
          'annotationId' in one && one.annotationId,
        ];
      });
      return [uri.replace(/.*\//, ''), version, ...edits];
    });
  };

  it('is written into all of them, open or not, at once', async () => {
    await start(LAZY, {
      'other.report.yaml': YAML,
      'same.report.md': LATE_ON_HARBOUR_PLAN.replace(': Light the docks', ''),
    });
    const open = workspaceUri('open.report.md');
    await client.open(open, LATE_ON_HARBOUR_PLAN);
    await client.change(open, { text: `${LATE_ON_HARBOUR_PLAN}\nMore.\n` });
    const action = await untilOffered('Write this title in the 3 reports that quote another one');
    const inHeading = [6, 14, 'Light all docks: now'];
    assert.deepEqual(await resolve(action), [
      ['open.report.md', 2, [...inHeading, 'In open files']],
      ['closed.report.md', null, [...inHeading, 'In files that are not open']],
      ['other.report.yaml', null, [3, 24, 'Light all docks: now', 'In files that are not open']],
    ]);
  });

  it('is written as a report is that was opened after it was offered', async () => {
    await start();
    const action = await untilOffered('Write this title in the report that quotes another one');
    await client.open(workspaceUri('closed.report.md'), `\n${LATE_ON_HARBOUR_PLAN}`.replace(/^\n---/, '---\nnote: x'));
    assert.deepEqual(await resolve(action), [
      ['closed.report.md', 1, [7, 14, 'Light all docks: now', 'In open files']],
    ]);
  });

  it('is offered at the lines of the id and the title only', async () => {
    await start();
    await untilOffered('Write this title in the report that quotes another one');
    const lines = await Promise.all([8, 9, 10, 11].map(async (line) => (await offered(line)).length));
    assert.deepEqual(lines, [0, 1, 1, 0]);
  });

  it('is not offered where no report quotes another one, or the client never asks for the edit', async () => {
    await start({});
    await client.open(workspaceUri('open.report.md'), LATE_ON_HARBOUR_PLAN);
    assert.deepEqual(await offered(10), []);
    await client.stop();
    await start(LAZY, { 'closed.report.md': '# Nothing\n' });
    await client.open(workspaceUri('open.report.md'), LATE_ON_HARBOUR_PLAN.replace(': Light the docks', ''));
    assert.deepEqual(await offered(10), []);
  });
});
