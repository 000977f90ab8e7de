import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver-protocol/node';
import { HARBOUR_PLAN } from '../drafts';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';

const PLAN = 'harbour.roadmap.yaml';

const ACTORS = `actors:
  - actor: port
    name: Port Authority
    kind: body
`;

/** A report on the harbour plan; `n` stands in its reference, and the report before it is n - 1. */
function report(n: number): string {
  const previous = n > 1 ? `previous: ./${n - 1}.report.md\n` : '';
  const head = `---\nroadmap: harbour-plan\nauthor: port\nreference: ST ${1000 + n}/24\n${previous}---\n`;
  return `${head}\n## Measure 1: Light the docks\n\nThe Port Authority lit a lamp[^1], see ST ${999 + n}/24.\n\n[^1]: Text.\n`;
}

const FILES = {
  [PLAN]: HARBOUR_PLAN,
  'actors.yaml': ACTORS,
  'rapporteur.yaml': 'roadmaps: [harbour.roadmap.yaml]\n',
  '1.report.md': report(1),
  '2.report.md': report(2),
  'notes.md': '# Notes\n\nMeasure 1 of the Port Authority\n',
  'b.report.yaml': 'roadmap: harbour-plan\nentries:\n  - action: 1\n    text: The Port Authority met.\n',
};

/** A client that takes all that there is. */
const MODERN: lsp.ClientCapabilities = {
  textDocument: {
    definition: { linkSupport: true },
    typeDefinition: { linkSupport: true },
    rename: { prepareSupport: true },
    diagnostic: {},
  },
  workspace: {
    configuration: true,
    fileOperations: { willRename: true },
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: { groupsOnLabel: true } },
  },
};

describe('moving about over the protocol', () => {
  let client: TestClient;
  const start = async (options: TestClientOptions = {}) => {
    client = await TestClient.start({ files: FILES, capabilities: MODERN, ...options });
  };
  afterEach(() => client.stop());

  const uri = workspaceUri('3.report.md');
  const texts: Record<string, string> = { ...FILES, '3.report.md': report(3) };
  const open = (path = '3.report.md') => client.open(workspaceUri(path), texts[path] ?? '');
  /** The place of words in a file; behind the first `skip` characters of them. */
  const at = (path: string, words: string, skip = 0) => {
    const text = texts[path] ?? '';
    const before = text.slice(0, text.indexOf(words) + skip).split('\n');
    return {
      textDocument: { uri: workspaceUri(path) },
      position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
    };
  };
  const wordsAt = ({ uri: file, range }: lsp.Location) => {
    const path = file.replace(/^file:\/\/\/w\//, '');
    const line = texts[path]?.split('\n')[range.start.line] ?? '';
    return `${path}: ${line.slice(range.start.character, range.end.character)}`;
  };
  const define = async (path: string, words: string) => {
    const links = await client.connection.sendRequest(lsp.DefinitionRequest.type, at(path, words));
    return ((links ?? []) as lsp.LocationLink[]).map(({ targetUri, targetSelectionRange }) =>
      wordsAt({ uri: targetUri, range: targetSelectionRange }),
    );
  };
  const refer = async (path: string, words: string, includeDeclaration = true) => {
    const context = { includeDeclaration };
    const found = await client.connection.sendRequest(lsp.ReferencesRequest.type, { ...at(path, words), context });
    return (found ?? []).map(wordsAt).sort();
  };
  const rename = (path: string, words: string, newName: string) =>
    client.connection.sendRequest(lsp.RenameRequest.type, { ...at(path, words), newName });
  /** What an edit makes of each file. */
  const applied = (edit: lsp.WorkspaceEdit | null): Record<string, string> => {
    const documents = (edit?.documentChanges ?? []) as lsp.TextDocumentEdit[];
    return Object.fromEntries(
      documents.map(({ textDocument: { uri: file }, edits }) => {
        const path = file.replace(/^file:\/\/\/w\//, '');
        const lines = (texts[path] ?? '').split('\n');
        for (const { range, newText } of [...(edits as lsp.TextEdit[])].reverse()) {
          const line = lines[range.start.line] ?? '';
          lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character);
        }
        return [path, lines.join('\n')];
      }),
    );
  };

  it('goes to what is named, with the words that lead there', async () => {
    await start();
    await open();
    assert.deepEqual(await define('3.report.md', 'Measure 1'), [`${PLAN}: 1`]);
    assert.deepEqual(await define('3.report.md', 'Port Authority'), ['actors.yaml: port']);
    assert.deepEqual(await define('3.report.md', 'harbour-plan'), [`${PLAN}: harbour-plan`]);
    assert.deepEqual(await define('3.report.md', '[^1],'), ['3.report.md: 1']);
    assert.deepEqual(await define('3.report.md', '[^1]:'), ['3.report.md: [^1]']);
    assert.deepEqual(await define('3.report.md', './2.report'), ['2.report.md: ']);
    assert.deepEqual(await define('3.report.md', 'ST 1002'), ['2.report.md: ST 1002/24']);
    assert.deepEqual(await define('3.report.md', 'lit a'), []);
    const [link] = (await client.connection.sendRequest(
      lsp.DefinitionRequest.type,
      at('3.report.md', 'Measure 1'),
    )) as [lsp.LocationLink];
    assert.ok(link.originSelectionRange);
    assert.equal(wordsAt({ uri, range: link.originSelectionRange }), '3.report.md: Measure 1');
    assert.equal(link.targetRange.end.line - link.targetRange.start.line, 5);
  });

  it('goes to a document of a report that nobody has open', async () => {
    await start();
    await open('b.report.yaml');
    const text = `${FILES['b.report.yaml']}    evidence: ST 1001/24\n`;
    await client.change(workspaceUri('b.report.yaml'), { text });
    const position = { line: 4, character: 18 };
    const found = await client.connection.sendRequest(lsp.DefinitionRequest.type, {
      textDocument: { uri: workspaceUri('b.report.yaml') },
      position,
    });
    const [link] = found as lsp.LocationLink[];
    assert.equal(link?.targetUri, workspaceUri('1.report.md'));
    assert.equal(link?.targetSelectionRange.start.line, 3);
  });

  it('gives places to a client that knows no links, and built-in ones', async () => {
    await start({ capabilities: {} });
    const builtIn = workspaceUri('a.report.md');
    await client.open(builtIn, '---\nroadmap: eu-drugs-2023\n---\n\n## Action 6\n\n- **Status:** late\n');
    const ask = { textDocument: { uri: builtIn }, position: { line: 4, character: 10 } };
    const [place] = (await client.connection.sendRequest(lsp.DefinitionRequest.type, ask)) as lsp.Location[];
    assert.match(place?.uri ?? '', /^rapporteur:\/data\/roadmaps\/eu-drugs-2023\.roadmap\.yaml$/);
    const inEntry = { ...ask, position: { line: 6, character: 8 } };
    const [action] = (await client.connection.sendRequest(lsp.TypeDefinitionRequest.type, inEntry)) as lsp.Location[];
    assert.deepEqual(action, place);
  });

  it('goes from anything in an entry to its action', async () => {
    await start();
    await open();
    const [link] = (await client.connection.sendRequest(
      lsp.TypeDefinitionRequest.type,
      at('3.report.md', 'lit a lamp'),
    )) as lsp.LocationLink[];
    assert.equal(link && wordsAt({ uri: link.targetUri, range: link.targetSelectionRange }), `${PLAN}: 1`);
  });

  it('finds what is named in all files, open or not, from either side', async () => {
    await start();
    await open();
    await client.open(workspaceUri(PLAN), HARBOUR_PLAN);
    const actions = ['1.report.md', '2.report.md', '3.report.md'].flatMap((path) => [
      `${path}: Light the docks`,
      `${path}: Measure 1`,
    ]);
    const all = [...actions, 'b.report.yaml: 1'];
    assert.deepEqual(await refer('3.report.md', 'Measure 1', false), all);
    assert.deepEqual(await refer(PLAN, '"1"'.slice(1), false), all);
    assert.deepEqual(await refer(PLAN, 'Light'), [...all, `${PLAN}: 1`]);
    assert.deepEqual(await refer('3.report.md', '[^1]'), ['3.report.md: [^1]', '3.report.md: [^1]']);
    assert.deepEqual(await refer('3.report.md', './2'), ['3.report.md: ./2.report.md']);
    assert.deepEqual(await refer('3.report.md', 'ST 1002/24'), ['2.report.md: ST 1002/24', '3.report.md: ST 1002/24']);
    assert.deepEqual(await refer('3.report.md', 'lit a'), []);
  });

  it('finds who names a line of a built-in roadmap, which stays when it is closed', async () => {
    const draft = '---\nroadmap: eu-drugs-2023\n---\n\n## Action 6\n\nText.\n';
    await start({ files: { '1.report.md': draft }, capabilities: {} });
    const ofReport = { textDocument: { uri: workspaceUri('2.report.md') }, position: { line: 4, character: 10 } };
    await client.open(workspaceUri('2.report.md'), draft);
    const [place] = (await client.connection.sendRequest(lsp.DefinitionRequest.type, ofReport)) as lsp.Location[];
    assert.ok(place);
    const builtIn = place.uri;
    const text = await client.connection.sendRequest<string>('rapporteur/builtInText', { uri: builtIn });
    await client.open(builtIn, text);
    assert.deepEqual(await client.pull(builtIn), []);
    const found = await client.connection.sendRequest(lsp.ReferencesRequest.type, {
      textDocument: { uri: builtIn },
      position: place.range.start,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(found?.map(({ uri: file }) => file).sort(), [
      workspaceUri('1.report.md'),
      workspaceUri('2.report.md'),
      // What another roadmap relates to it is among the places.
      builtIn.replace('eu-drugs-2023', 'coalition-2023'),
      builtIn,
    ]);
    await client.close(builtIn);
    assert.deepEqual(await client.connection.sendRequest(lsp.DefinitionRequest.type, ofReport), [place]);
  });

  it('sees files that change, come and go', async () => {
    await start();
    await open('b.report.yaml');
    const name = 'Port Authority';
    const count = async () => (await refer('b.report.yaml', name, false)).length;
    assert.equal(await count(), 5);
    await client.write('2.report.md', report(2).replace('Port Authority', 'town'));
    assert.equal(await count(), 4);
    await client.write('4.report.md', report(4));
    assert.equal(await count(), 6);
    await client.write('1.report.md', undefined);
    assert.equal(await count(), 4);
    await client.write(
      'actors.yaml',
      ACTORS.replace('Port Authority', 'Port Office\n    names: [Port Authority, town]'),
    );
    assert.equal(await count(), 5);
  });

  it('sees what has changed on the disk without being told, where a client does not watch files', async () => {
    await start({ capabilities: { ...MODERN, workspace: { ...MODERN.workspace, didChangeWatchedFiles: {} } } });
    await open('b.report.yaml');
    const find = async () => (await refer('b.report.yaml', 'Port Authority', false)).length;
    assert.equal(await find(), 5);
    client.files.set(workspaceUri('4.report.md'), new TextEncoder().encode(report(4)));
    client.files.set(workspaceUri('2.report.md'), new TextEncoder().encode('Nothing.'));
    assert.equal(await find(), 5);
    client.files.delete(workspaceUri('1.report.md'));
    assert.equal(await find(), 3);
  });

  it('highlights what is named in a document, and where it is defined', async () => {
    await start();
    await open();
    const found = await client.connection.sendRequest(lsp.DocumentHighlightRequest.type, at('3.report.md', '[^1]'));
    assert.deepEqual(
      found?.map(({ range, kind }) => [wordsAt({ uri, range }), kind]),
      [
        ['3.report.md: [^1]', lsp.DocumentHighlightKind.Read],
        ['3.report.md: [^1]', lsp.DocumentHighlightKind.Write],
      ],
    );
    assert.equal(
      await client.connection.sendRequest(lsp.DocumentHighlightRequest.type, at('3.report.md', 'lit')),
      null,
    );
  });

  it('renames in open documents with their version, and in files on disk', async () => {
    await start();
    await open();
    const prepared = await client.connection.sendRequest(
      lsp.PrepareRenameRequest.type,
      at('3.report.md', 'Measure 1', 8),
    );
    assert.deepEqual(prepared, {
      range: { start: { line: 7, character: 11 }, end: { line: 7, character: 12 } },
      placeholder: '1',
    });
    const edit = await rename('3.report.md', 'Measure 1', '1.10');
    const versions = ((edit?.documentChanges ?? []) as lsp.TextDocumentEdit[]).map(
      ({ textDocument: { uri: file, version } }) => [file.slice('file:///w/'.length), version],
    );
    assert.deepEqual(versions.sort(), [
      ['1.report.md', null],
      ['2.report.md', null],
      ['3.report.md', 1],
      ['b.report.yaml', null],
      [PLAN, null],
    ]);
    assert.deepEqual(applied(edit), {
      [PLAN]: HARBOUR_PLAN.replace('action: "1"', 'action: "1.10"'),
      '1.report.md': report(1).replace('Measure 1', 'Measure 1.10'),
      '2.report.md': report(2).replace('Measure 1', 'Measure 1.10'),
      '3.report.md': report(3).replace('Measure 1', 'Measure 1.10'),
      'b.report.yaml': FILES['b.report.yaml'].replace('action: 1', 'action: "1.10"'),
    });
    assert.deepEqual(Object.keys(edit?.changeAnnotations ?? {}).sort(), [
      'In files that are not open',
      'In open files',
    ]);
    const names = applied(await rename('3.report.md', 'Port Authority', 'Harbour Office'));
    assert.deepEqual(Object.keys(names).sort(), [
      '1.report.md',
      '2.report.md',
      '3.report.md',
      'actors.yaml',
      'b.report.yaml',
    ]);
    assert.equal(names['b.report.yaml'], FILES['b.report.yaml'].replace('Port Authority', 'Harbour Office'));
  });

  it('renames a roadmap in its file, in reports that nobody has open and in the project file', async () => {
    await start({ files: { ...FILES, 'rapporteur.yaml': 'roadmap: harbour-plan\n' } });
    await open();
    const edit = await rename('3.report.md', 'harbour-plan', 'docks-2');
    const files = applied(edit);
    assert.deepEqual(Object.keys(files).sort(), [
      '1.report.md',
      '2.report.md',
      '3.report.md',
      'b.report.yaml',
      PLAN,
      'rapporteur.yaml',
    ]);
    assert.equal(files['b.report.yaml'], FILES['b.report.yaml'].replace('harbour-plan', 'docks-2'));
  });

  it('does not rename a roadmap that the editor’s settings name', async () => {
    await start({ settings: { roadmap: 'harbour-plan' } });
    await open();
    await assert.rejects(rename('3.report.md', 'harbour-plan', 'docks-2'), /setting “rapporteur.roadmap” names/);
  });

  it('says why it does not rename', async () => {
    await start();
    await open();
    await assert.rejects(rename('3.report.md', 'Light the docks', 'a|b'), /A title is one line/);
    await assert.rejects(rename('3.report.md', 'Port Authority', 'Europol'), /“Europol” is taken/);
    const prepare = client.connection.sendRequest(lsp.PrepareRenameRequest.type, at('3.report.md', 'lit a'));
    await assert.rejects(prepare, /nothing here that Rapporteur can rename/);
  });

  it('changes paths when files and folders move', async () => {
    await start();
    await open();
    const move = async (from: string, to: string) => {
      const files = [{ oldUri: workspaceUri(from), newUri: workspaceUri(to) }];
      return applied(await client.connection.sendRequest(lsp.WillRenameFilesRequest.type, { files }));
    };
    assert.ok(client.capabilities.workspace?.fileOperations?.willRename);
    assert.deepEqual(await move('2.report.md', 'old/2.report.md'), {
      '2.report.md': report(2).replace('./1', '../1'),
      '3.report.md': report(3).replace('./2', './old/2'),
    });
    assert.deepEqual(await move('1.report.md', 'one.report.md'), {
      '2.report.md': report(2).replace('./1', './one'),
    });
    assert.deepEqual(await move(PLAN, 'plan.roadmap.yaml'), { 'rapporteur.yaml': 'roadmaps: [plan.roadmap.yaml]\n' });
    assert.deepEqual(await move('notes.md', 'other.md'), {});
  });

  it('changes links in reports that nobody has open when files move', async () => {
    const linking = 'roadmap: harbour-plan\nentries:\n  - action: 1\n    text: See [the map](img/map.png#a).\n';
    await start({ files: { ...FILES, 'b.report.yaml': linking } });
    const files = [{ oldUri: workspaceUri('img/map.png'), newUri: workspaceUri('img/old/map.png') }];
    const edit = await client.connection.sendRequest(lsp.WillRenameFilesRequest.type, { files });
    const [changed, more] = (edit?.documentChanges ?? []) as lsp.TextDocumentEdit[];
    assert.equal(more, undefined);
    assert.equal(changed?.textDocument.uri, workspaceUri('b.report.yaml'));
    assert.deepEqual(
      changed.edits.map((one) => 'newText' in one && one.newText),
      ['img/old/map.png#a'],
    );
  });

  it('links the label of a footnote with its marks', async () => {
    await start();
    await open();
    const label = at('3.report.md', '[^1]', 2);
    const linked = await client.connection.sendRequest(lsp.LinkedEditingRangeRequest.type, label);
    assert.deepEqual(
      linked?.ranges.map((range) => wordsAt({ uri, range })),
      ['3.report.md: 1', '3.report.md: 1'],
    );
    assert.equal(
      await client.connection.sendRequest(lsp.LinkedEditingRangeRequest.type, at('3.report.md', 'lit')),
      null,
    );
  });

  it('answers others while it looks through many files, and ends when it is cancelled', async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`${n + 10}.report.md`, report(1)]));
    await start({ files: { ...FILES, ...many } });
    await open();
    const cancel = new lsp.CancellationTokenSource();
    const context = { includeDeclaration: false };
    const ask = { ...at('3.report.md', 'Measure 1'), context };
    const search = client.connection.sendRequest(lsp.ReferencesRequest.type, ask, cancel.token);
    const order: string[] = [];
    const done = search.then(
      () => order.push('found'),
      (error: lsp.ResponseError<void>) => order.push(String(error.code)),
    );
    await client.connection.sendRequest(lsp.HoverRequest.type, at('3.report.md', 'Measure 1'));
    order.push('hover');
    cancel.cancel();
    await done;
    assert.deepEqual(order, ['hover', String(lsp.LSPErrorCodes.RequestCancelled)]);
    assert.equal((await client.connection.sendRequest(lsp.ReferencesRequest.type, ask))?.length, 607);
  });
});
