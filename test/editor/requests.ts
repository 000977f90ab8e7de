// What the tests of the extension host ask VS Code for, one check for each request of the protocol. The table of the README
// is made of it, so that what it says was seen; nothing here is loaded from VS Code.
import assert from 'node:assert/strict';
import type * as vscode from 'vscode';

/** The kinds of file that requests are tried on. */
export type FileKind = 'Markdown' | 'YAML' | 'roadmap';

/** A file that is open in VS Code, and what checks need of VS Code. */
export interface OpenFile {
  readonly kind: FileKind;
  readonly document: vscode.TextDocument;
  /** The range of the first place with these words. */
  readonly range: (words: string) => vscode.Range;
  /** Runs one of VS Code's commands. */
  readonly run: <T>(command: string, ...given: readonly unknown[]) => Thenable<T>;
  /** What VS Code shows of a file of the workspace in its list of problems. */
  readonly problems: (file: string) => readonly vscode.Diagnostic[];
}

/** A request (LSP 3.17) that the server answers. */
export interface RequestCheck {
  readonly method: string;
  /** What it is good for. */
  readonly does: string;
  readonly kinds: readonly FileKind[];
  /** Fails where VS Code does not show what a person would expect. */
  check(file: OpenFile): Promise<void>;
}

/** A request that is tried by a test of its own. */
export interface RequestElsewhere extends Omit<RequestCheck, 'check'> {
  /** The file of the test. */
  readonly test: string;
}

/** Words of the drafts below, by what they are. */
const WORDS = {
  Markdown: { action: 'Action 6', actor: 'Harbour Board', value: 'in progress', footnote: '[^list]' },
  YAML: { action: '6"', actor: 'harbour-board]', value: 'in-progress', footnote: '[^list]' },
  roadmap: { action: '6"', actor: 'harbour-board]', value: 'harbour-board', footnote: '' },
} as const;

const DRAFTS: readonly FileKind[] = ['Markdown', 'YAML'];
const ALL: readonly FileKind[] = ['Markdown', 'YAML', 'roadmap'];

/** The files of the workspace of these checks, by name. */
export const REQUEST_FILES: Readonly<Record<string, string>> = {
  'requests.roadmap.yaml': `roadmap: harbours
title: Roadmap for safer harbours
reference: HB 1
date: 2024-01-15
areas:
  - area: quays
    title: Quays
actions:
  - action: "6"
    title: Counting the cranes
    area: quays
    actors: [harbour-board]
    deliverables:
      - deliverable: "6.1"
        title: List of cranes
        actors: [harbour-board]
        due: ../2024-04-30
        stated: by the end of April 2024
`,
  'actors.yaml': `actors:
  - actor: harbour-board
    name: Harbour Board
    kind: body
`,
  'requests-first.report.md': `---
roadmap: harbours
title: First report
author: harbour-board
date: 2024-03-01
---

## Action 6: Counting the cranes

- **Status:** in progress
- **Actors:** Harbour Board

Half of the cranes are counted, as action 66 asks.

## Action 66
`,
  'requests.report.md': `---
roadmap: harbours
title: Second report
author: harbour-board
date: 2024-06-03
previous: requests-first.report.md
---

## Action 6: Counting the cranes

- **Status:**   in progress
- **Actors:** Harbour Board

The list of ST 6504/24 will follow by mid-2024.[^list] The quays are behind it.

| Action | Status |
|---|---|
| 6 | in progress |

[^list]: In the list of cranes.
`,
  'requests.report.yaml': `roadmap: harbours
title: Second report
author: harbour-board
date: 2024-06-03
previous: requests-first.report.md
entries:
  - action: "6"
    status:   in-progress
    actors: [harbour-board]
    text: |
      The list of ST 6504/24 will follow by mid-2024.[^list] The quays are behind it.

      [^list]: In the list of cranes.
`,
};

/** The file of each kind. */
export const REQUEST_FILE: Readonly<Record<FileKind, string>> = {
  Markdown: 'requests.report.md',
  YAML: 'requests.report.yaml',
  roadmap: 'requests.roadmap.yaml',
};

/** Every request that the server answers, in the order of the table. */
export const REQUEST_CHECKS: readonly RequestCheck[] = [
  {
    method: 'textDocument/diagnostic',
    does: 'findings of an open report; pushed to clients that do not ask',
    kinds: DRAFTS,
    check: async ({ document, problems }) => {
      const codes = problems(document.fileName.split(/[\\/]/).at(-1) ?? '').map(codeOf);
      assert.ok(codes.includes('deadline-overdue') || codes.includes('deliverable-unreported'), codes.join());
    },
  },
  {
    method: 'workspace/diagnostic',
    does: 'findings of all reports, open or not',
    kinds: ['Markdown'],
    check: async ({ problems }) => {
      const codes = problems('requests-first.report.md').map(codeOf);
      assert.ok(codes.includes('action-unknown'), codes.join());
    },
  },
  {
    method: 'textDocument/completion',
    does: 'actions, deliverables, actors, statuses, dates, fields',
    kinds: ALL,
    check: async ({ document, range, kind, run }) => {
      const end = range(WORDS[kind].value).start.translate(0, 2);
      const list = await run<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, end);
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(labels.includes(WORDS[kind].value), labels.join());
    },
  },
  {
    method: 'completionItem/resolve',
    does: 'what the roadmap says about what is offered',
    kinds: ALL,
    check: async ({ document, range, kind, run }) => {
      const end = range(WORDS[kind].value).start.translate(0, 2);
      const list = await run<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        end,
        undefined,
        50,
      );
      assert.ok(list.items.some(({ documentation }) => documentation));
    },
  },
  {
    method: 'textDocument/hover',
    does: 'what the roadmap says about the words under the mouse',
    kinds: ALL,
    check: async ({ document, range, kind, run }) => {
      const at = range(WORDS[kind].actor).start;
      const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
      const texts = hovers.flatMap(({ contents }) =>
        contents.map((one) => (typeof one === 'string' ? one : one.value)),
      );
      assert.match(texts.join('\n'), /Roadmap for safer harbours/);
    },
  },
  {
    method: 'textDocument/codeAction',
    does: 'quick fixes, hiding findings with a reason, refactorings',
    kinds: DRAFTS,
    check: async ({ document, run, problems }) => {
      const [problem] = problems(REQUEST_FILE[document.languageId === 'yaml' ? 'YAML' : 'Markdown']);
      assert.ok(problem);
      const actions = await run<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        problem.range,
        'quickfix',
      );
      assert.ok(actions.length > 0);
    },
  },
  {
    method: 'codeAction/resolve',
    does: 'the edit of an action once it is chosen',
    kinds: DRAFTS,
    check: async ({ document, range, run }) => {
      const at = range('roadmap: harbours');
      const actions = await run<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        at,
        'refactor',
        50,
      );
      assert.ok(
        actions.some(({ edit, command }) => edit || command),
        actions.map(({ title }) => title).join(),
      );
    },
  },
  {
    method: 'textDocument/definition',
    does: 'the line of the roadmap or actors file; the document cited, the previous report, the footnote',
    kinds: ALL,
    check: async ({ document, range, kind, run }) => {
      const at = range(WORDS[kind].actor).start;
      const found = await run<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at,
      );
      assert.deepEqual(found.map(fileOf), ['actors.yaml']);
    },
  },
  {
    method: 'textDocument/typeDefinition',
    does: 'the action that an entry or deliverable belongs to',
    kinds: DRAFTS,
    check: async ({ document, range, run }) => {
      const at = range('quays are').start;
      const found = await run<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeTypeDefinitionProvider',
        document.uri,
        at,
      );
      assert.deepEqual(found.map(fileOf), ['requests.roadmap.yaml']);
    },
  },
  {
    method: 'textDocument/references',
    does: 'every place that names an action, deliverable, actor or document, in all reports',
    kinds: ALL,
    check: async ({ document, range, kind, run }) => {
      const at = range(WORDS[kind].action).end.translate(0, -2);
      const found = await run<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at);
      assert.ok(found.map(fileOf).includes('requests-first.report.md'), found.map(fileOf).join());
    },
  },
  {
    method: 'textDocument/documentHighlight',
    does: 'the same in the document',
    kinds: ALL,
    check: async ({ document, range, kind, run }) => {
      const at = range(WORDS[kind].actor).start;
      const found = await run<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, at);
      assert.ok(found.length > 1);
    },
  },
  {
    method: 'textDocument/prepareRename',
    does: 'what can be renamed, and why something cannot',
    kinds: ALL,
    check: async ({ document, range, kind, run }) => {
      const at = range(kind === 'roadmap' ? 'harbour-board]' : 'harbour-board').start;
      const found = await run<{ readonly placeholder: string }>('vscode.prepareRename', document.uri, at);
      assert.equal(found.placeholder, 'harbour-board');
    },
  },
  {
    method: 'textDocument/rename',
    does: 'another id, name or title everywhere, footnotes in the file',
    kinds: ALL,
    check: async ({ document, range, kind, run }) => {
      const at = range(kind === 'roadmap' ? 'harbour-board]' : 'harbour-board').start;
      const edit = await run<vscode.WorkspaceEdit>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        at,
        'port-board',
      );
      const files = edit.entries().map(([uri]) => uri.path.split('/').at(-1));
      assert.ok(files.includes('actors.yaml') && files.includes('requests-first.report.md'), files.join());
    },
  },
  {
    method: 'textDocument/linkedEditingRange',
    does: 'both ends of a footnote while its label is typed',
    kinds: DRAFTS,
    check: async ({ document, range, kind, run }) => {
      const at = range(WORDS[kind].footnote).start.translate(0, 3);
      const found = await run<{ readonly ranges: readonly unknown[] }>(
        '_executeLinkedEditingProvider',
        document.uri,
        at,
      );
      assert.equal(found.ranges.length, 2);
    },
  },
  {
    method: 'textDocument/documentSymbol',
    does: 'the outline: entries with status, deliverables, next steps',
    kinds: ALL,
    check: async ({ document, run }) => {
      const symbols = await run<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
      assert.match(namesOf(symbols).join('\n'), /Counting the cranes/);
    },
  },
  {
    method: 'workspace/symbol',
    does: 'actions, deliverables and actors of all roadmaps, entries of reports',
    kinds: ALL,
    check: async ({ run }) => {
      const symbols = await run<readonly unknown[]>('vscode.executeWorkspaceSymbolProvider', 'cranes');
      assert.match(JSON.stringify(symbols), /Counting the cranes/);
    },
  },
  {
    method: 'textDocument/foldingRange',
    does: 'front matter, entries, long lists, blocks of text, comments',
    kinds: ALL,
    check: async ({ document, run }) => {
      const found = await run<readonly unknown[]>('vscode.executeFoldingRangeProvider', document.uri);
      assert.ok(found.length > 0);
    },
  },
  {
    method: 'textDocument/selectionRange',
    does: 'word, value, item, paragraph, entry, group',
    kinds: ALL,
    check: async ({ document, range, kind, run }) => {
      const at = range(WORDS[kind].actor).start;
      const [found] = await run<vscode.SelectionRange[]>('vscode.executeSelectionRangeProvider', document.uri, [at]);
      assert.ok(found?.parent?.parent);
    },
  },
  {
    method: 'textDocument/documentLink',
    does: 'citations to the Council register and EUR-Lex, paths, addresses',
    kinds: DRAFTS,
    check: async ({ document, run }) => {
      const links = await run<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
      const targets = links.map(({ target }) => String(target));
      const register = 'https://data.consilium.europa.eu/doc/document/ST-6504-2024-INIT/en/pdf';
      assert.ok(targets.includes(register), targets.join());
    },
  },
  {
    method: 'textDocument/codeLens',
    does: 'deliverables done, days late or left, what the previous report said, the latest status',
    kinds: ALL,
    check: async ({ document, run }) => {
      const titles = await lensTitles(document, run);
      assert.ok(
        titles.some((title) => /report/.test(title)),
        titles.join(),
      );
    },
  },
  {
    method: 'textDocument/inlayHint',
    does: 'what a date means, abbreviations, titles behind numbers',
    kinds: DRAFTS,
    check: async ({ document, run }) => {
      const whole = document.validateRange(rangeOfAll(document));
      const hints = await run<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
      assert.match(JSON.stringify(hints.map(({ label }) => label)), /30 Jun 2024/);
    },
  },
  {
    method: 'textDocument/semanticTokens/full',
    does: 'colours for actions, actors, dates (those overdue too), statuses, citations',
    kinds: ALL,
    check: async ({ document, run }) => {
      const tokens = await run<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
      assert.ok(tokens.data.length > 0);
    },
  },
  {
    method: 'textDocument/semanticTokens/range',
    does: 'the same for what is in sight',
    kinds: ALL,
    check: async ({ document, run }) => {
      const whole = document.validateRange(rangeOfAll(document));
      const tokens = await run<vscode.SemanticTokens>('vscode.provideDocumentRangeSemanticTokens', document.uri, whole);
      assert.ok(tokens.data.length > 0);
    },
  },
  {
    method: 'textDocument/formatting',
    does: 'order of fields and keys, columns of tables, spaces; prose stays as it is',
    kinds: DRAFTS,
    check: async ({ document, run }) => {
      const edits = await run<vscode.TextEdit[]>('vscode.executeFormatDocumentProvider', document.uri, OPTIONS);
      assert.ok(edits.length > 0);
    },
  },
  {
    method: 'textDocument/rangeFormatting',
    does: 'the same for some lines',
    kinds: DRAFTS,
    check: async ({ document, range, kind, run }) => {
      const { start, end } = range(WORDS[kind].value);
      const line = document.lineAt(start).range.with({ end });
      const edits = await run<vscode.TextEdit[]>('vscode.executeFormatRangeProvider', document.uri, line, OPTIONS);
      assert.equal(edits.length, 1);
    },
  },
  {
    method: 'textDocument/onTypeFormatting',
    does: 'columns of a table when a row is closed',
    kinds: ['Markdown'],
    check: async ({ document, range, run }) => {
      const at = range('| 6 | in progress |').end;
      const edits = await run<vscode.TextEdit[]>('vscode.executeFormatOnTypeProvider', document.uri, at, '|', OPTIONS);
      assert.ok(edits.length > 0);
    },
  },
];

/** What needs a test of its own, because it changes files or VS Code has no command for it. */
export const REQUESTS_ELSEWHERE: readonly RequestElsewhere[] = [
  {
    method: 'textDocument/semanticTokens/full/delta',
    does: 'what has changed of the colours',
    kinds: ALL,
    test: 'test/protocol/semantic-tokens.test.ts',
  },
  {
    method: 'workspace/willRenameFiles',
    does: '`previous`, links and the project file follow a file that moves',
    kinds: DRAFTS,
    test: 'test/editor/extension/moving.test.ts',
  },
  {
    method: 'workspace/executeCommand',
    does: 'what the commands of the palette do',
    kinds: DRAFTS,
    test: 'test/editor/extension/commands.test.ts',
  },
];

const REQUESTS_TEST = 'test/editor/extension/requests.test.ts';

/** The table of the README: all requests, the kinds of file that they are tried on, and by which test. */
export function requestTable(): string {
  const rows = [...REQUEST_CHECKS.map((one) => ({ ...one, test: REQUESTS_TEST })), ...REQUESTS_ELSEWHERE];
  const isIn = (kinds: readonly FileKind[], kind: FileKind) => (kinds.includes(kind) ? 'yes' : '');
  const cells = rows.map(({ method, does, kinds, test }) => [
    `\`${method}\``,
    does,
    ...ALL.map((kind) => isIn(kinds, kind)),
    `[${test.split('/').at(-1)}](${test})`,
  ]);
  const header = ['request', 'what it gives', 'Markdown', 'YAML', 'roadmaps', 'shown by'];
  return aligned([header, ...cells]);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [header = [], ...rest] = rows;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

const OPTIONS = { tabSize: 2, insertSpaces: true };

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function fileOf(place: vscode.Location | vscode.LocationLink): string {
  const uri = 'targetUri' in place ? place.targetUri : place.uri;
  return uri.path.split('/').at(-1) ?? '';
}

async function lensTitles(document: vscode.TextDocument, run: OpenFile['run']): Promise<readonly string[]> {
  const lenses = await run<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 50);
  return lenses.flatMap(({ command }) => (command ? [command.title] : []));
}

function namesOf(symbols: readonly vscode.DocumentSymbol[]): readonly string[] {
  return symbols.flatMap(({ name, children }) => [name, ...namesOf(children ?? [])]);
}

function rangeOfAll(document: vscode.TextDocument): vscode.Range {
  return document.lineAt(0).range.union(document.lineAt(document.lineCount - 1).range);
}
