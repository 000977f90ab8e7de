import * as vscode from 'vscode';

/** The two files that the lines of an import report are about. */
export interface ImportedFiles {
  /** The document. */
  readonly source: vscode.Uri;
  /** What was made of it. */
  readonly made: vscode.Uri;
}

/**
 * Shows what imports have found as read-only documents, as long as the window is open. Lines of the document and items
 * of the roadmap are links, so that a person can compare the two.
 */
export class ImportReports implements vscode.Disposable, vscode.TextDocumentContentProvider {
  private readonly reports = new Map<string, { readonly text: string; readonly files: ImportedFiles }>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly registrations = [
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
    vscode.languages.registerDocumentLinkProvider(
      { scheme: SCHEME },
      { provideDocumentLinks: (document) => this.linksOf(document) },
    ),
    vscode.commands.registerCommand(REVEAL_COMMAND, reveal),
  ];

  /** Opens the report on the import of a document beside the editor that is active. */
  async show(name: string, text: string, files: ImportedFiles): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/Import of ${name}` });
    this.reports.set(uri.toString(), { text, files });
    this.changed.fire(uri);
    const opened = await vscode.workspace.openTextDocument(uri);
    const document = await vscode.languages.setTextDocumentLanguage(opened, LANGUAGE);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.reports.get(uri.toString())?.text ?? 'This report is not kept. Import the document again to see it.\n';
  }

  dispose(): void {
    vscode.Disposable.from(...this.registrations, this.changed).dispose();
  }

  private linksOf(document: vscode.TextDocument): vscode.DocumentLink[] {
    const files = this.reports.get(document.uri.toString())?.files;
    if (!files) {
      return [];
    }
    const text = document.getText();
    const link = (match: RegExpMatchArray, tooltip: string, ...place: RevealArguments) => {
      const start = (match.index ?? 0) + match[0].length - match[0].trimStart().length;
      const end = start + match[0].trim().length;
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      const target = vscode.Uri.parse(`command:${REVEAL_COMMAND}?${encodeURIComponent(JSON.stringify(place))}`);
      return Object.assign(new vscode.DocumentLink(range, target), { tooltip });
    };
    const source = files.source.toString();
    const made = files.made.toString();
    return [
      ...[...text.matchAll(LINE)].map((match) => link(match, 'Show it in the document', source, Number(match[1]) - 1)),
      ...[...text.matchAll(ITEM)].map((match) => link(match, 'Show it in the roadmap', made, match[1] ?? '')),
    ];
  }
}

const SCHEME = 'rapporteur-import';
/** Plain text whose long lines are wrapped. */
const LANGUAGE = 'rapporteur-import-report';
const REVEAL_COMMAND = 'rapporteur.revealImported';

/** "line 12", behind what was done with it. Paragraphs of Word files cannot be shown in an editor. */
const LINE = /(?<=^\p{Ll}[\p{Ll} ]* {2,})line (\d+)/gmu;
/** "Action 4" at the start of what a line says. */
const ITEM = /(?<=^\p{Ll}[\p{Ll} ]* {2,}(?:line|paragraph) \d+ {2,})(?:Action|Deliverable|Commitment) ([^\s,:]+)/gmu;

/** A file, and a line of it (from 0) or the id of an item. */
type RevealArguments = readonly [uri: string, place: number | string];

/** Shows a line, or the item of a roadmap with this id, in the first editor group; the report is in the one beside it. */
async function reveal(...[uri, place]: RevealArguments): Promise<void> {
  const file = vscode.Uri.parse(uri);
  const line = typeof place === 'number' ? place : await lineOfItem(file, place);
  const options: vscode.TextDocumentShowOptions = {
    viewColumn: vscode.ViewColumn.One,
    preview: false,
    selection: new vscode.Range(line, 0, line, 0),
  };
  // As a person opens it: a document that an extension asks for stays open for minutes after its editor.
  await vscode.commands.executeCommand('vscode.open', file, options);
}

/** The line on which an item of a roadmap begins, as the import writes it; 0 where it is not there any more. */
async function lineOfItem(roadmap: vscode.Uri, id: string): Promise<number> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === roadmap.toString());
  const text = open?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(roadmap));
  const begins = /^\s*- (?:action|deliverable|commitment): ["']?(.*?)["']?\s*$/;
  const line = text.split(/\r?\n/).findIndex((one) => begins.exec(one)?.[1] === id);
  return Math.max(0, line);
}
