import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FirstFindings } from '../../server/src/lsp/first-findings';
import { Session } from '../../server/src/lsp/session';
import { BUILT_IN_ROOT, builtInFiles } from '../../server/src/project/built-in';
import { HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';
import { DAMAGES, type KeptInMemory, keptInMemory, markKept } from './kept-in-memory';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';

const BEFORE = LATE_ON_HARBOUR_PLAN.replace('date: 2024-06-03', 'date: 2023-12-04');
const DRAFT = LATE_ON_HARBOUR_PLAN.replace('---\n## ', 'previous: ./before.report.md\n---\n## ');
const UNDATED = DRAFT.replace('date: 2024-06-03\n', '');
const FILES = { 'plan.roadmap.yaml': HARBOUR_PLAN, 'before.report.md': BEFORE };
const uri = workspaceUri('draft.report.md');

/** Only open files are checked, so that all that is kept is of open documents. */
const OPEN_ONLY = { diagnosticMode: 'openFilesOnly' } as const;

function start(keeping: KeptInMemory, options: TestClientOptions = {}): Promise<TestClient> {
  return TestClient.start({ files: FILES, keeping, settings: OPEN_ONLY, ...options });
}

/** What a start answers when it is first asked for the findings of a document that was just opened. */
async function firstAnswer(
  keeping: KeptInMemory,
  text: string,
  options: TestClientOptions = {},
): Promise<readonly lsp.Diagnostic[]> {
  const client = await start(keeping, options);
  await client.open(uri, text);
  const found = await client.pull(uri);
  await client.stop();
  return found;
}

/** What a start has left behind that had this draft open, with a mark on what is kept. */
async function afterOneStart(text = DRAFT, options: TestClientOptions = {}): Promise<KeptInMemory> {
  const keeping = keptInMemory();
  assert.match(JSON.stringify(await firstAnswer(keeping, text, options)), /passed by/);
  assert.deepEqual(
    [...keeping.texts.keys()].map((name) => name.replace(/-.*/, '')),
    ['open'],
  );
  markKept(keeping);
  return keeping;
}

const isKept = (found: unknown) => JSON.stringify(found).includes('PASSED BY');

const changeTo = (text: string): lsp.TextDocumentContentChangeEvent => ({ text });

describe('the first findings of a start', function () {
  this.timeout(30_000);

  it('are those that an earlier start has kept, where nothing has changed', async () => {
    assert.ok(isKept(await firstAnswer(await afterOneStart(), DRAFT)));
  });

  it('are known before a definition or report is read', async () => {
    const keeping = await afterOneStart();
    const bytes = new Map(Object.entries(FILES).map(([path, text]) => [workspaceUri(path), Buffer.from(text)]));
    const source = { find: async () => [workspaceUri('plan.roadmap.yaml')], read: async (at: string) => bytes.get(at) };
    const session = new Session(source, () => '2024-06-03', 'file:///w', builtInFiles(BUILT_IN_ROOT));
    const files = keeping.cacheIn('') ?? assert.fail();
    let checks = 0;
    const check = () => {
      checks++;
      return { resultId: 'other', count: 0, items: () => [] };
    };
    const complain = (reason: unknown) => assert.fail(String(reason));
    const circumstances = ['file:///w', BUILT_IN_ROOT, false];
    const first = new FirstFindings({ session, files, host: keeping, circumstances, check, complain });
    session.setEditorSettings(OPEN_ONLY);
    await session.loadDefinitions();
    await session.loadNamedDefinitions();
    session.opened(TextDocument.create(uri, 'markdown', 1, DRAFT));
    let snapshots = 0;
    const { snapshot } = session;
    session.snapshot = () => {
      snapshots++;
      return snapshot.call(session);
    };
    assert.ok(await first.recall(uri));
    assert.ok(isKept(first.of(uri)?.items()));
    assert.deepEqual([snapshots, checks], [0, 0]);
    assert.notEqual(first.confirm(uri), undefined, 'it is compared afterwards');
    assert.deepEqual([snapshots, checks], [1, 1]);
    assert.equal(first.of(uri), undefined, 'and what the check finds counts from then on');
  });

  it('have the id that they have once the document is read', async () => {
    const keeping = keptInMemory();
    await firstAnswer(keeping, DRAFT);
    const client = await start(keeping);
    await client.open(uri, DRAFT);
    const pull = (previousResultId?: string) =>
      client.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, {
        textDocument: { uri },
        ...(previousResultId ? { previousResultId } : {}),
      });
    const { resultId } = await pull();
    await client.until(() => client.overviews.has(uri));
    assert.equal((await pull(resultId)).kind, lsp.DocumentDiagnosticReportKind.Unchanged);
    assert.deepEqual(client.logged, []);
    await client.stop();
  });

  it('are taken back and reported, should they not be what is found', async () => {
    for (const paranoid of [false, true]) {
      const settings = { ...OPEN_ONLY, paranoid };
      const client = await start(await afterOneStart(DRAFT, { settings }), { settings });
      await client.open(uri, DRAFT);
      assert.ok(isKept(await client.pull(uri)));
      await client.until(() => client.refreshes > 0);
      assert.ok(!isKept(await client.pull(uri)));
      assert.match(client.logged.join('\n'), /What was kept of/);
      assert.equal(client.messages.length, paranoid ? 1 : 0);
      await client.stop();
    }
  });

  it('are not what was kept of another text, settings, definitions, build or folder', async () => {
    const plan = HARBOUR_PLAN.replace('Light the docks', 'Light all docks');
    const others: readonly (readonly [what: string, text: string, options: TestClientOptions])[] = [
      ['text', DRAFT.replace('Lamps', 'Lanterns'), {}],
      ['report before', DRAFT, { files: { ...FILES, 'before.report.md': BEFORE.replace('Lamps', 'Lanterns') } }],
      ['no report before', DRAFT, { files: { 'plan.roadmap.yaml': HARBOUR_PLAN } }],
      ['roadmap', DRAFT, { files: { ...FILES, 'plan.roadmap.yaml': plan } }],
      ['another roadmap', DRAFT, { files: { ...FILES, 'other.roadmap.yaml': 'roadmap: other\n' } }],
      ['actors', DRAFT, { files: { ...FILES, 'actors.yaml': 'actors: []\n' } }],
      ['project file', DRAFT, { files: { ...FILES, 'rapporteur.yaml': 'due-soon-days: 3\n' } }],
      ['settings', DRAFT, { settings: { ...OPEN_ONLY, rules: { 'deadline-overdue': 'hint' } } }],
      [
        'what the client keeps',
        DRAFT,
        { capabilities: { textDocument: { publishDiagnostics: { dataSupport: true } } } },
      ],
    ];
    for (const [what, text, options] of others) {
      const found = await firstAnswer(await afterOneStart(), text, options);
      assert.ok(!isKept(found), what);
      assert.deepEqual(found, await firstAnswer(keptInMemory(), text, options), what);
    }
    const { texts } = await afterOneStart();
    assert.ok(!isKept(await firstAnswer(keptInMemory('two', texts), DRAFT)), 'build');
    const client = await start(keptInMemory('one', texts), { folders: ['', 'north'] });
    const elsewhere = workspaceUri('north/draft.report.md');
    await client.open(elsewhere, DRAFT);
    assert.ok(!isKept(await client.pull(elsewhere)), 'folder');
    await client.stop();
  });

  it('are those of another day only where the day does not count', async () => {
    assert.ok(isKept(await firstAnswer(await afterOneStart(), DRAFT, { today: '2024-06-04' })));
    assert.ok(!isKept(await firstAnswer(await afterOneStart(UNDATED), UNDATED, { today: '2024-06-04' })));
    assert.ok(isKept(await firstAnswer(await afterOneStart(UNDATED), UNDATED)));
  });

  it('follow files that the settings name', async () => {
    const named = { 'rapporteur.yaml': 'roadmaps: ["plans/*.yaml"]\n', 'plans/one.yaml': HARBOUR_PLAN };
    const files = { ...named, 'before.report.md': BEFORE };
    assert.ok(isKept(await firstAnswer(await afterOneStart(DRAFT, { files }), DRAFT, { files })));
    const changed = { ...files, 'plans/one.yaml': HARBOUR_PLAN.replace('Light the', 'Light all') };
    assert.ok(!isKept(await firstAnswer(await afterOneStart(DRAFT, { files }), DRAFT, { files: changed })));
  });

  it('know what is written in a roadmap that is open', async () => {
    const client = await start(await afterOneStart());
    const plan = workspaceUri('plan.roadmap.yaml');
    await client.open(plan, HARBOUR_PLAN.replace('Light the', 'Light all'));
    await client.open(uri, DRAFT);
    assert.ok(!isKept(await client.pull(uri)));
    await client.stop();
    const same = await start(await afterOneStart());
    await same.open(plan, HARBOUR_PLAN);
    await same.open(uri, DRAFT);
    assert.ok(isKept(await same.pull(uri)));
    await same.stop();
  });

  it('are never those of a text that is not there any more', async () => {
    const edited = DRAFT.replace('Lamps', 'Lanterns');
    const expected = await firstAnswer(keptInMemory(), edited);
    for (const isAsked of [false, true]) {
      const client = await start(await afterOneStart());
      const opening = client.open(uri, DRAFT);
      const early = isAsked ? client.pull(uri) : undefined;
      const change = client.change(uri, changeTo(edited));
      const late = client.pull(uri);
      await Promise.all([opening, early, change]);
      // The report before it is there too.
      assert.deepEqual(await late, expected);
      assert.ok(early === undefined || JSON.stringify(await early).includes('deadline-overdue'));
      await client.stop();
    }
    const client = await start(await afterOneStart());
    await client.open(uri, DRAFT);
    assert.ok(isKept(await client.pull(uri)));
    await client.change(uri, changeTo(edited));
    assert.deepEqual(await client.pull(uri), expected);
    await client.change(uri, changeTo(DRAFT));
    assert.ok(!isKept(await client.pull(uri)));
    await client.stop();
  });

  it('go when the report before changes', async () => {
    const client = await start(await afterOneStart());
    await client.open(uri, DRAFT);
    assert.ok(isKept(await client.pull(uri)));
    await client.open(workspaceUri('before.report.md'), BEFORE.replace('Lamps', 'Lanterns'));
    await client.settled();
    assert.ok(!isKept(await client.pull(uri)));
    await client.stop();
  });

  it('are pushed at once to a client that does not ask', async () => {
    const keeping = await afterOneStart();
    const client = await start(keeping, { pulls: false });
    await client.open(uri, DRAFT);
    await client.until(() => client.published.has(uri));
    assert.ok(isKept(client.published.get(uri)));
    await client.until(() => !isKept(client.published.get(uri)));
    assert.match(JSON.stringify(client.published.get(uri)), /passed by/);
    await client.stop();
  });

  it('can be kept in one place by two servers', async () => {
    const keeping = await afterOneStart();
    const answers = await Promise.all([
      firstAnswer(keeping, DRAFT),
      firstAnswer(keeping, DRAFT.replace('Lamps', 'Lanterns')),
      firstAnswer(keeping, DRAFT),
    ]);
    assert.deepEqual(answers.map(isKept), [true, false, true]);
    const again = await firstAnswer(keeping, DRAFT);
    assert.match(JSON.stringify(again), /passed by/i);
  });

  it('are looked for where what was kept is damaged, cannot be read, or is not wanted', async () => {
    const expected = await firstAnswer(keptInMemory(), DRAFT);
    for (const damage of DAMAGES) {
      const keeping = await afterOneStart();
      for (const [name, text] of keeping.texts) {
        keeping.texts.set(name, damage(text));
      }
      assert.deepEqual(await firstAnswer(keeping, DRAFT), expected);
    }
    const broken = async () => {
      throw new Error('The disk is full.');
    };
    const unread = { ...keptInMemory(), cacheIn: () => ({ read: broken, write: broken }) };
    assert.deepEqual(await firstAnswer(unread, DRAFT), expected);
    const unwanted = keptInMemory();
    const initializationOptions = { cacheFolder: undefined };
    assert.deepEqual(await firstAnswer(unwanted, DRAFT, { initializationOptions }), expected);
    assert.equal(unwanted.texts.size, 0);
  });
});

describe('a server whose files cannot be read', function () {
  this.timeout(30_000);

  it('still answers a report whose `previous` is such a file', async () => {
    const client = await start(keptInMemory(), { unreadable: ['before.report.md'] });
    await client.open(uri, DRAFT);
    assert.match(JSON.stringify(await client.pull(uri)), /deadline-overdue/);
    assert.match(client.logged.join('\n'), /before .* could not be read/);
    await client.stop();
  });

  it('still answers after a change of folders in which that fails', async () => {
    const plan = workspaceUri('north/plan.roadmap.yaml');
    const files = { 'north/plan.roadmap.yaml': HARBOUR_PLAN, 'north/draft.report.md': LATE_ON_HARBOUR_PLAN };
    const client = await start(keptInMemory(), { folders: ['south'], files, unreadable: ['north/plan.roadmap.yaml'] });
    await client.open(plan, HARBOUR_PLAN);
    await client.settled();
    await client.changeFolders(['north'], []);
    await client.open(workspaceUri('north/draft.report.md'), LATE_ON_HARBOUR_PLAN);
    assert.match(JSON.stringify(await client.pull(workspaceUri('north/draft.report.md'))), /deadline-overdue/);
    await client.stop();
  });
});
