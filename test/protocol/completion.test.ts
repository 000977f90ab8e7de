import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { CLEAN_DRAFT } from '../drafts';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';

/** A client that asks for documentation when it shows an item, and takes what all items have in common once. */
const MODERN: lsp.CompletionClientCapabilities = {
  completionItem: { snippetSupport: true, resolveSupport: { properties: ['documentation', 'detail'] } },
  completionList: { itemDefaults: ['editRange', 'insertTextFormat', 'insertTextMode', 'data'] },
};

describe('completion over the protocol', () => {
  let client: TestClient;
  const start = async (options: TestClientOptions = {}) => {
    client = await TestClient.start(options);
  };
  afterEach(() => client.stop());

  const uri = workspaceUri('draft.report.md');
  /** Opens a draft and asks at its `$0`. */
  const completeAt = async (source: string, of = uri): Promise<lsp.CompletionList> => {
    const before = source.slice(0, source.indexOf('$0')).split('\n');
    await client.open(of, source.replace('$0', ''));
    const list = await client.connection.sendRequest(lsp.CompletionRequest.type, {
      textDocument: { uri: of },
      position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
    });
    assert.ok(list && !Array.isArray(list));
    return list;
  };
  const resolve = (item: lsp.CompletionItem) => client.connection.sendRequest(lsp.CompletionResolveRequest.type, item);
  const labelled = (list: lsp.CompletionList, label: string): lsp.CompletionItem => {
    const item = list.items.find((one) => one.label.startsWith(label));
    assert.ok(item, `“${label}” is not offered`);
    return item;
  };
  const textOf = ({ documentation }: lsp.CompletionItem) =>
    lsp.MarkupContent.is(documentation) ? documentation.value : undefined;

  it('sends documentation at once to a client that does not ask for it', async () => {
    await start();
    assert.equal(client.capabilities.completionProvider?.resolveProvider, undefined);
    const list = await completeAt(CLEAN_DRAFT.replace('in progress', '$0'));
    assert.equal(list.itemDefaults, undefined);
    assert.match(textOf(labelled(list, 'in progress')) ?? '', /Also written/);
    assert.deepEqual(
      list.items.filter(({ documentation, textEdit }) => documentation === undefined || textEdit === undefined),
      [],
    );
  });

  it('sends documentation when it is asked for, the same', async () => {
    const places = [
      [CLEAN_DRAFT.replace('in progress', '$0'), 'delayed'],
      [`${CLEAN_DRAFT}\n## $0\n`, 'Action 6: '],
      [CLEAN_DRAFT.replace('**Status:** in progress', '**Actors:** $0'), 'Europol'],
      [CLEAN_DRAFT.replace('**Status:** in progress', '**Revised deadline:** $0'), 'mid-2025'],
      [
        CLEAN_DRAFT.replace('## Action 14', '## Action 6').replace(/- \*\*Status.*/, '**Deliverables**\n\n- $0'),
        'Blue',
      ],
      [CLEAN_DRAFT.replace('author: presidency', 'per$0'), 'period'],
      [CLEAN_DRAFT.replace('roadmap: eu-drugs-2023', 'roadmap: $0'), 'eu-drugs-2023'],
      [CLEAN_DRAFT.replace('actions: ["14"]', 'areas: [$0]'), 'networks'],
    ] as const;
    await start();
    const expected: (string | undefined)[] = [];
    for (const [source, label] of places) {
      expected.push(textOf(labelled(await completeAt(source), label)));
    }
    assert.ok(expected.every((text) => text !== undefined && text !== ''));
    await client.stop();
    await start({ completion: MODERN });
    assert.equal(client.capabilities.completionProvider?.resolveProvider, true);
    for (const [index, [source, label]] of places.entries()) {
      const item = labelled(await completeAt(source), label);
      assert.equal(item.documentation, undefined);
      assert.equal(textOf(await resolve(item)), expected[index]);
    }
  });

  it('tells of an item from before a change what is so now, or nothing', async () => {
    await start({ completion: MODERN });
    const item = labelled(await completeAt(`${CLEAN_DRAFT}\n## $0\n`), 'Action 6: ');
    assert.match(textOf(await resolve(item)) ?? '', /27 days left/);
    await client.change(uri, { text: CLEAN_DRAFT.replace('2024-06-03', '2024-06-10') });
    assert.match(textOf(await resolve(item)) ?? '', /20 days left/);
    await client.change(uri, { text: CLEAN_DRAFT.replace('eu-drugs-2023', 'another-plan') });
    assert.equal(textOf(await resolve(item)), undefined);
    await client.close(uri);
    assert.equal((await resolve(item)).label, item.label);
  });

  it('gives back an item that it knows nothing of', async () => {
    await start({ completion: MODERN });
    await client.open(uri, CLEAN_DRAFT);
    for (const data of [
      undefined,
      null,
      'text',
      7,
      [],
      {},
      { uri },
      { uri: 3, topic: ['actor', 'europol'] },
      { uri, topic: 'actor' },
      { uri, topic: [] },
      { uri, topic: ['actor'] },
      { uri, topic: ['actor', 7] },
      { uri, topic: ['actor', 'nobody'] },
      { uri, topic: ['date', '31 June 2024'] },
      { uri, topic: ['key', 'toString', 'constructor'] },
      { uri, topic: ['key', 'entry', 'toString'] },
      { uri, topic: ['nothing', 'at', 'all'] },
      { uri: 'file:///w/none.md', topic: ['actor', 'europol'] },
    ]) {
      const item = await resolve({ label: 'x', data });
      assert.deepEqual([item.label, item.documentation], ['x', undefined], JSON.stringify(data));
    }
  });

  it('says once what all items have in common', async () => {
    await start({ completion: MODERN });
    const list = await completeAt(CLEAN_DRAFT.replace('- **Status:** in progress', '- **Actors:** Europol, Eur$0x'));
    const line = CLEAN_DRAFT.split('\n').indexOf('- **Status:** in progress');
    assert.deepEqual(list.itemDefaults, {
      editRange: { start: { line, character: 23 }, end: { line, character: 27 } },
    });
    assert.ok(list.items.length > 100);
    assert.deepEqual(
      list.items.filter(({ textEdit, insertText }) => textEdit !== undefined || insertText !== undefined),
      [],
    );
    assert.equal(labelled(list, 'Eurojust').textEditText, undefined);
  });

  it('says what is inserted where it is not the label', async () => {
    await start({ completion: MODERN });
    const list = await completeAt('roadmap: eu-drugs-2023\nentries:\n  - $0\n', workspaceUri('draft.report.yaml'));
    assert.equal(labelled(list, 'action').textEditText, 'action: ');
    const entry = labelled(list, 'Action 6: ');
    assert.match(entry.textEditText ?? '', /^action: "6" # .*\n {4}status: /);
    assert.equal(entry.insertTextFormat, lsp.InsertTextFormat.Snippet);
    assert.equal(entry.insertTextMode, lsp.InsertTextMode.asIs);
  });

  it('has a list asked for again only where what is typed counts', async () => {
    await start({ completion: MODERN });
    const isIncomplete = async (source: string) => (await completeAt(source)).isIncomplete;
    assert.equal(await isIncomplete(CLEAN_DRAFT.replace('author: presidency', 'date: $0')), false);
    assert.equal(await isIncomplete(CLEAN_DRAFT.replace('author: presidency', 'per$0')), false);
    assert.equal(await isIncomplete(CLEAN_DRAFT.replace('**Status:** in progress', '**Completed:** $0')), false);
    // Found by several names, of which the typed one comes first.
    assert.equal(await isIncomplete(CLEAN_DRAFT.replace('in progress', '$0')), true);
    assert.equal(await isIncomplete(CLEAN_DRAFT.replace('## Action 14', '## $0')), true);
    // Any other word is prose.
    assert.equal(await isIncomplete(`${CLEAN_DRAFT}\nAction $0\n`), true);
    assert.equal(await isIncomplete(`${CLEAN_DRAFT}\nSta$0\n`), true);
    assert.equal(await isIncomplete(`${CLEAN_DRAFT}\nEuropol met $0\n`), true);
  });

  it('answers cancelled requests with cancelled', async () => {
    let release = () => {};
    await start({
      completion: MODERN,
      filesReady: new Promise((done) => {
        release = done;
      }),
    });
    await client.open(uri, CLEAN_DRAFT);
    const source = new lsp.CancellationTokenSource();
    const place = { textDocument: { uri }, position: { line: 0, character: 0 } };
    const { connection } = client;
    const asked = [
      connection.sendRequest(lsp.CompletionRequest.type, place, source.token),
      connection.sendRequest(lsp.HoverRequest.type, place, source.token),
      connection.sendRequest(lsp.CompletionResolveRequest.type, { label: 'x' }, source.token),
    ];
    source.cancel();
    // The server reads in order: once it has answered this, it has seen the cancellations.
    await connection.sendRequest('rapporteur/builtInText', { uri: 'rapporteur:/nothing' });
    release();
    for (const one of asked) {
      await assert.rejects(one, { code: lsp.LSPErrorCodes.RequestCancelled });
    }
  });

  it('replaces what is typed behind signs of two UTF-16 units, and behind the end of a line', async () => {
    await start({ completion: MODERN });
    const list = await completeAt(CLEAN_DRAFT.replace('**Status:** in progress', '**Actors:** 🚢 Europol, Eu$0'));
    const range = list.itemDefaults?.editRange;
    assert.ok(range && 'start' in range);
    assert.deepEqual([range.start.character, range.end.character], [26, 28]);
    const beyond = await client.connection.sendRequest(lsp.CompletionRequest.type, {
      textDocument: { uri },
      position: { line: range.start.line, character: 999 },
    });
    assert.deepEqual(beyond && !Array.isArray(beyond) && beyond.itemDefaults?.editRange, range);
  });
});
