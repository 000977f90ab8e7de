import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { LineIndex } from '../../server/src/model/lines';
import { CLEAN_DRAFT } from '../drafts';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';

/** What VS Code says of code actions. */
const LAZY: TestClientOptions['capabilities'] = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, dataSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'], snippetEditSupport: true },
  },
};

const MISSPELT = CLEAN_DRAFT.replace('in progress', 'in progres')
  .replace('**Status:**', '**Actors:** Europl\n- **Status:**')
  .replace('title:', 'titel:');

describe('code actions over the protocol', () => {
  const uri = workspaceUri('draft.report.md');
  let client: TestClient;

  const start = async (text: string, options: TestClientOptions = {}) => {
    client = await TestClient.start(options);
    await client.open(uri, text);
    return client.pull(uri);
  };
  const ask = async (range: lsp.Range, context: Partial<lsp.CodeActionContext> = {}) => {
    const parameters = { textDocument: { uri }, range, context: { diagnostics: [], ...context } };
    const found = (await client.connection.sendRequest(lsp.CodeActionRequest.type, parameters)) ?? [];
    return found.filter(
      (action): action is lsp.CodeAction => !('command' in action && typeof action.command === 'string'),
    );
  };
  const resolve = (action: lsp.CodeAction | undefined) => {
    assert.ok(action, 'no such action');
    return client.connection.sendRequest(lsp.CodeActionResolveRequest.type, action);
  };
  afterEach(async () => client.stop());

  it('makes all safe fixes, on request only, and in one edit of this version', async () => {
    const findings = await start(MISSPELT, { capabilities: LAZY });
    assert.ok(findings.length >= 3);
    const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const plain = await ask(everything);
    assert.ok(plain.length > 0 && plain.every(({ kind }) => !kind?.startsWith('source')));
    for (const only of ['source.fixAll.rapporteur', 'source.fixAll', 'source']) {
      const [action, ...others] = await ask({ start: everything.start, end: everything.start }, { only: [only] });
      assert.deepEqual([action?.kind, action?.edit, others], ['source.fixAll.rapporteur', undefined, []]);
      const { edit } = await resolve(action);
      assert.equal(applied(MISSPELT, edit), CLEAN_DRAFT.replace('**Status:**', '**Actors:** Europol\n- **Status:**'));
    }
    assert.deepEqual(await ask(everything, { only: ['source.organizeImports'] }), []);
    const [action] = await ask(everything, { only: ['source.fixAll'] });
    await client.change(uri, { text: CLEAN_DRAFT });
    await assert.rejects(resolve(action), { code: lsp.LSPErrorCodes.ContentModified });
  });

  it('gives edits at once to clients that do not ask again', async () => {
    await start(MISSPELT);
    assert.equal(client.capabilities.codeActionProvider && typeof client.capabilities.codeActionProvider, 'object');
    const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [action] = await ask(top, { only: ['source.fixAll'] });
    assert.match(applied(MISSPELT, action?.edit), /in progress/);
    await client.change(uri, { text: CLEAN_DRAFT });
    assert.deepEqual(await ask(top, { only: ['source.fixAll'] }), []);
  });

  it('is about the findings that the client means, and hands back its own diagnostics', async () => {
    const findings = await start(MISSPELT, { capabilities: LAZY });
    const status = findings.find(({ code }) => code === 'status-unknown');
    assert.ok(status?.data, 'a finding is known by its data');
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const moved = { ...status, message: 'in other words', range: whole };
    const actions = await ask(whole, { diagnostics: [moved], only: ['quickfix'] });
    assert.deepEqual(new Set(actions.map(({ diagnostics }) => diagnostics?.[0]?.code)), new Set(['status-unknown']));
    assert.equal(actions[0]?.diagnostics?.[0]?.message, 'in other words');
    assert.equal(actions[0]?.isPreferred, true);
    const foreign = { range: whole, message: 'another', source: 'markdownlint', code: 'MD001' };
    assert.deepEqual(await ask(whole, { diagnostics: [foreign], only: ['quickfix'] }), []);
  });

  it('fixes all findings of a rule', async () => {
    const twice = CLEAN_DRAFT.replace('in progress', 'in progres').replace('actions: ["14"]', 'actions: ["14", "8"]');
    const text = `${twice}\n## Action 8\n\n- **Status:** in progres\n\nWork goes on.\n`;
    const [status] = (await start(text, { capabilities: LAZY })).filter(({ code }) => code === 'status-unknown');
    const actions = await ask(status?.range ?? assert.fail());
    const all = actions.find(({ title }) => title.includes('Fix all 2 “status-unknown” findings'));
    assert.equal(applied(text, (await resolve(all)).edit), text.replaceAll('progres\n', 'progress\n'));
  });

  it('hides a finding by a comment whose reason is to be typed', async () => {
    const text = CLEAN_DRAFT.replace('in progress', 'nearly');
    for (const capabilities of [LAZY, undefined]) {
      const [status] = await start(text, capabilities ? { capabilities } : {});
      const actions = await ask(status?.range ?? assert.fail());
      const found = actions.find(({ title }) => title.startsWith('Hide this'));
      const { edit } = capabilities ? await resolve(found) : (found ?? assert.fail());
      const comment = ' <!-- rapporteur-disable-line status-unknown -- [to be completed] -->';
      const written = JSON.stringify(edit);
      assert.ok(
        written.includes(capabilities ? comment.replace('[to be completed]', `\${1:[to be completed]}`) : comment),
        written,
      );
      if (capabilities) {
        await client.stop();
      }
    }
  });

  it('turns a rule off in the project file, or makes one', async () => {
    const text = CLEAN_DRAFT.replace('in progress', 'nearly');
    const title = (name: string) => `Turn “status-unknown” off in ${name}`;
    const [status] = await start(text, { capabilities: LAZY });
    const made = (await ask(status?.range ?? assert.fail())).find(
      (action) => action.title === title('rapporteur.yaml'),
    );
    assert.deepEqual(made?.edit?.documentChanges, [
      { kind: 'create', uri: workspaceUri('rapporteur.yaml'), options: { ignoreIfExists: true } },
      {
        textDocument: { uri: workspaceUri('rapporteur.yaml'), version: null },
        edits: [
          {
            range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
            newText: 'rules:\n  status-unknown: off\n',
          },
        ],
      },
    ]);
    await client.stop();
    await start(text);
    assert.ok(
      !(await ask(status?.range ?? assert.fail())).some((action) => action.title.startsWith('Turn')),
      'nothing that it cannot do',
    );
    await client.stop();
    await start(text, { capabilities: LAZY, files: { 'rapporteur.yaml': '# ours\nrules:\n  action-order: info\n' } });
    const changed = (await ask(status?.range ?? assert.fail())).find(
      (action) => action.title === title('rapporteur.yaml'),
    );
    assert.match(JSON.stringify(changed?.edit), /status-unknown: off/);
    await client.write('rapporteur.yaml', 'rules:\n  status-unknown: off\n');
    await client.until(() => client.refreshes > 0);
    assert.deepEqual(await client.pull(uri), []);
  });

  it('makes pasted titles headings', async () => {
    const body = 'The first title\n\nA text of its own.\n\nThe second title\n\nAnother text.\n';
    const text = `---\nroadmap: eu-drugs-2023\ndate: 2024-06-03\n---\n\n${body}`;
    await start(text, { capabilities: LAZY });
    const at = { line: 9, character: 3 };
    const actions = await ask({ start: at, end: at }, { only: ['refactor'] });
    const [one, all] = actions.map(({ edit }) => applied(text, edit));
    assert.equal(one, text.replace('The second', '## The second'));
    assert.equal(all, text.replace('The first', '## The first').replace('The second', '## The second'));
  });
});

/** The text with the edits of a workspace edit. */
function applied(text: string, edit: lsp.WorkspaceEdit | undefined): string {
  const lines = new LineIndex(text);
  const edits = (edit?.documentChanges ?? []).flatMap((change) => ('edits' in change ? change.edits : []));
  return edits
    .flatMap((one) => ('newText' in one ? [one] : []))
    .map(({ range, newText }) => ({ start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end, newText }) => rest.slice(0, start) + newText + rest.slice(end), text);
}
