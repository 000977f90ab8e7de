import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as lsp from 'vscode-languageserver-protocol/node';
import { CLEAN_DRAFT } from '../drafts';
import { TestClient, workspaceUri } from './test-client';

const DRAFT = CLEAN_DRAFT.replace(/## Action 14: .*/, '## Actions 4 and 5').replace(
  '- **Status:** in progress',
  '- **Status:** in progress\n- **Deadline:** by mid-2024',
);

describe('refactorings', () => {
  const uri = workspaceUri('draft.report.md');
  let client: TestClient;
  const at = (words: string, only?: lsp.CodeActionKind[]) => {
    const line = DRAFT.split('\n').findIndex((one) => one.includes(words));
    const position = { line, character: DRAFT.split('\n')[line]?.indexOf(words) ?? 0 };
    return client.connection.sendRequest(lsp.CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    }) as Promise<lsp.CodeAction[]>;
  };
  const resolve = (action: lsp.CodeAction | undefined) =>
    client.connection.sendRequest(lsp.CodeActionResolveRequest.type, action ?? { title: '' });

  describe('for a client that resolves edits', () => {
    beforeEach(async () => {
      client = await TestClient.start({
        capabilities: {
          textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
          workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } },
        },
      });
      await client.open(uri, DRAFT);
    });

    it('are offered where they apply, without edits until these are asked for', async () => {
      const [split, more] = await at('Actions 4', [lsp.CodeActionKind.Refactor]);
      assert.deepEqual(
        [split?.title, split?.edit, more],
        ['Split into one entry for each action', undefined, undefined],
      );
      const { edit } = await resolve(split);
      const [change] = edit?.documentChanges ?? [];
      assert.ok(change && 'edits' in change && change.textDocument.version === 1);
      assert.match(JSON.stringify(change.edits), /Reported together with Action 4/);
    });

    it('write dates in another form', async () => {
      const titles = (await at('mid-2024', ['refactor.rewrite'])).map(({ title }) => title);
      assert.deepEqual(titles, [
        'Write this date as EDTF (ISO 8601)',
        'Write all dates in fields as EDTF (ISO 8601)',
        'Write all dates in fields in words',
      ]);
    });

    it('convert the report into a new file beside it', async () => {
      const [action] = await at('roadmap:', ['refactor.rewrite.convert']);
      const [create, change] = (await resolve(action)).edit?.documentChanges ?? [];
      assert.ok(create && 'kind' in create && create.kind === 'create');
      assert.deepEqual([create.uri, create.options?.overwrite], [workspaceUri('draft.report.yaml'), false]);
      assert.match(JSON.stringify(change), /entries:/);
    });

    it('keep to the kinds that are asked for, and to the text that they were offered for', async () => {
      assert.deepEqual(await at('Actions 4', ['refactor.extract']), []);
      assert.deepEqual(await at('Actions 4', ['source.organizeImports']), []);
      assert.ok((await at('Actions 4', ['quickfix'])).every(({ kind }) => kind === 'quickfix'));
      const [split] = await at('Actions 4', ['refactor.rewrite']);
      await client.change(uri, { text: `${DRAFT}\nMore.\n` });
      assert.equal((await resolve(split)).edit, undefined);
    });
  });

  it('come with their edits for a client that does not resolve them', async () => {
    client = await TestClient.start();
    await client.open(uri, DRAFT);
    const [split] = await at('Actions 4', ['refactor.rewrite']);
    assert.match(JSON.stringify(split?.edit), /Reported together with Action 4/);
    assert.deepEqual(await at('roadmap:', ['refactor.rewrite.convert']), []);
  });
});
