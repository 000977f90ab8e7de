import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { IsoDay } from '../model/date';
import { isDefinition } from '../model/file-role';
import type { Finding } from '../model/finding';
import { LineIndex, type Lines } from '../model/lines';
import type { PartialSettings } from '../model/settings';
import { composeChanges, type TextChange } from '../model/text-change';
import { isDocument, recogniseFile } from '../parse/recognise';
import type { BuiltInFile } from '../project/built-in';
import { decodeText } from '../project/decode';
import { type FoundDefinitions, findDefinitions } from '../project/definitions';
import { placesText } from '../project/document-drafts';
import { DEFINITION_GLOBS, type FileSource, REPORT_GLOBS } from '../project/file-source';
import { canonicalUri, referenceTo, resolveReference } from '../project/uri';
import {
  createSnapshot,
  type FileChange,
  type WorkspaceFile,
  type WorkspaceOptions,
  type WorkspaceSnapshot,
} from '../project/workspace';
import { MadeOfText } from './made-of-text';

/**
 * What the server knows of a workspace: open documents, files read from the file source, settings. Gives snapshots;
 * what has changed goes into one when it is next asked for.
 */
export class Session {
  private readonly open = new Map<string, TextDocument>();
  private readonly fromSource = new Map<string, { readonly uri: string; readonly text: string }>();
  private readonly pending = new Map<string, FileChange>();
  private pendingOptions: Partial<WorkspaceOptions> = {};
  /** Undefined until somebody asks: a start can have its first answers without it. */
  private current: WorkspaceSnapshot | undefined;
  private readonly readings = { begun: 0, last: new Map<string, number>() };
  private changeCount = 0;
  private readonly indexes = new MadeOfText((text) => new LineIndex(text));
  private ofEditor: PartialSettings = {};
  /** By canonical URI. */
  private readonly builtIn: ReadonlyMap<string, BuiltInFile>;

  constructor(
    private readonly files: FileSource,
    private readonly today: () => IsoDay,
    /** URI of the workspace folder, where there is one. */
    readonly folder: string | undefined,
    builtIn: readonly BuiltInFile[],
    /** Is told of a document whose import took so long that nobody waited for it. */
    private readonly arrivedLate: (uri: string) => void = () => undefined,
  ) {
    this.builtIn = new Map(builtIn.map((file) => [canonicalUri(file.uri), file]));
  }

  /** The workspace as it is now. */
  snapshot(): WorkspaceSnapshot {
    const today = this.today();
    this.current ??= this.firstSnapshot(today);
    if (today !== this.current.today) {
      this.pendingOptions = { ...this.pendingOptions, today };
    }
    if (this.pending.size > 0 || Object.keys(this.pendingOptions).length > 0) {
      const [changes, options] = [[...this.pending.values()], this.pendingOptions];
      this.pending.clear();
      this.pendingOptions = {};
      this.current = this.current.with(changes, options);
    }
    return this.current;
  }

  /** Another number after every change of a file, a document or the settings. */
  get changes(): number {
    return this.changeCount;
  }

  /** The day that a snapshot would be made on now. */
  get day(): IsoDay {
    return this.today();
  }

  /** A file as a snapshot would have it now, none of which is made for that. */
  file(uri: string): WorkspaceFile | undefined {
    return this.filesNow().get(canonicalUri(uri));
  }

  /** Settings, what files are, and the definitions in their order, as in a snapshot of now, which is not made for that. */
  definitions(): FoundDefinitions<WorkspaceFile> {
    return findDefinitions(this.filesNow(), this.folder, [this.ofEditor]);
  }

  /** The settings of the editor. */
  get editorSettings(): PartialSettings {
    return this.ofEditor;
  }

  /** Takes the text of a document that was opened, which counts instead of the file's from now on. */
  opened(document: TextDocument): void {
    if (isDocument(canonicalUri(document.uri))) {
      // What counts of it is the draft that an import makes of the file.
      return;
    }
    this.open.set(canonicalUri(document.uri), document);
    this.changed(document, undefined);
  }

  /** Takes the text of an open document; `change` is what is new in it, undefined where that is not known. */
  changed(document: TextDocument, change: TextChange | undefined): void {
    const key = canonicalUri(document.uri);
    if (isDocument(key)) {
      return;
    }
    const before = this.pending.get(key);
    const joined = before?.change && change ? composeChanges(before.change, change) : before ? undefined : change;
    const language = unsavedLanguage(document);
    this.pending.set(key, { uri: document.uri, text: document.getText(), change: joined, language });
    this.changeCount++;
  }

  /** Goes back to the file of a document that was closed, as far as it is known. */
  closed(document: TextDocument): void {
    const key = canonicalUri(document.uri);
    this.open.delete(key);
    const { uri, text } = this.fromSource.get(key) ?? this.builtIn.get(key) ?? { uri: document.uri, text: undefined };
    this.take(key, { uri, text });
  }

  /** Answers whether these settings are others than before. */
  setEditorSettings(editorSettings: PartialSettings): boolean {
    const areNew = JSON.stringify(editorSettings) !== JSON.stringify(this.ofEditor);
    if (areNew) {
      this.ofEditor = editorSettings;
      this.pendingOptions = { ...this.pendingOptions, editorSettings };
      this.changeCount++;
    }
    return areNew;
  }

  /** Reads the project file of the folder, and roadmaps and actors whose names tell what they are. */
  async loadDefinitions(): Promise<void> {
    if (this.folder !== undefined) {
      await this.load(await this.files.find(this.folder, DEFINITION_GLOBS));
    }
  }

  /** Reads the roadmaps and actors that the settings name. */
  async loadNamedDefinitions(): Promise<void> {
    const { roadmaps, actors } = this.definitions().settings;
    if (this.folder !== undefined && roadmaps.length + actors.length > 0) {
      await this.load(await this.files.find(this.folder, [...roadmaps, ...actors]));
    }
  }

  /**
   * Reads files anew; one that is not there any more is forgotten. They count in the order in which they are given,
   * whichever is read first. A document that takes long to import is none yet; it is taken when it is there.
   */
  async load(uris: readonly string[]): Promise<void> {
    const reading = ++this.readings.begun;
    const contents = await Promise.all(
      uris.map((uri) => (isDocument(canonicalUri(uri)) ? this.draft(uri, reading) : this.files.read(uri))),
    );
    for (const [index, uri] of uris.entries()) {
      this.arrived(uri, contents[index], reading);
    }
  }

  /** URIs of the documents that are open. */
  get openUris(): readonly string[] {
    return [...this.open.values()].map(({ uri }) => uri);
  }

  /** Whether a document is open. */
  isOpen(uri: string): boolean {
    return this.open.has(canonicalUri(uri));
  }

  /** Whether a file ships with Rapporteur and is not the workspace's to change. */
  isBuiltIn(uri: string): boolean {
    return this.builtIn.has(canonicalUri(uri));
  }

  /**
   * Reads files anew that have changed, as far as they matter to open documents: those that were read before, and
   * definitions. Answers whether there were any.
   */
  async reload(uris: readonly string[]): Promise<boolean> {
    const { roadmaps, actors } = this.snapshot().settings;
    const hasGlobs = roadmaps.length + actors.length > 0;
    const known = uris.filter((uri) => this.fromSource.has(canonicalUri(uri)));
    const others = uris.filter((uri) => !known.includes(uri) && (hasGlobs || isNamedDefinition(uri)));
    await this.load([...known, ...others]);
    const snapshot = this.snapshot();
    for (const uri of others) {
      const key = canonicalUri(uri);
      if (!isDefinition(snapshot.roleOf(key)) && this.fromSource.delete(key)) {
        this.take(key, { uri, text: undefined });
      }
    }
    return known.length + others.length > 0;
  }

  /**
   * Reads the chain of `previous` of a report as far as it is not known yet. Answers whether anything was read.
   * Relative references count from the report; those of unsaved documents lead nowhere.
   */
  async loadPrevious(uri: string): Promise<boolean> {
    const seen = new Set<string>();
    let any = false;
    for (let current: string | undefined = uri; current !== undefined && !seen.has(current); ) {
      seen.add(current);
      const next = this.previousOf(current);
      if (next !== undefined && this.snapshot().text(next) === undefined) {
        await this.load([encodeURI(next)]);
        any ||= this.snapshot().text(next) !== undefined;
      }
      current = next;
    }
    return any;
  }

  /** Paths, as seen from a report, of files in its folder that may be the report before it: reports by their names, documents. */
  async reportPaths(uri: string): Promise<readonly string[]> {
    const found = this.folder === undefined ? [] : await this.files.find(this.folder, REPORT_GLOBS);
    const home = canonicalUri(uri);
    const others = new Set([...this.snapshot().reportUris, ...found].map(canonicalUri));
    others.delete(home);
    return [...others].map((other) => referenceTo(other, home, './')).sort();
  }

  /** Findings of a file in the current snapshot. */
  findings(uri: string): readonly Finding[] {
    return this.snapshot().findings(uri);
  }

  /** The lines of a file that the snapshot knows. Those of an open document are good until its next change. */
  lines(uri: string): Lines | undefined {
    const document = this.open.get(canonicalUri(uri));
    return document ?? this.indexes.of(uri, placesText(uri, this.snapshot().text(uri)));
  }

  /** The draft of a document; where its import takes long, the one that is known, or an empty one for the time being. */
  private async draft(uri: string, reading: number): Promise<Uint8Array | undefined> {
    const draft = this.files.read(uri);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), PATIENCE);
    });
    const first = await Promise.race([draft, late]);
    clearTimeout(timer);
    if (first !== 'late') {
      return first;
    }
    const whenThere = async () => {
      this.arrived(uri, await draft, reading);
      this.arrivedLate(uri);
    };
    whenThere().catch(() => this.arrivedLate(uri));
    return new TextEncoder().encode(this.fromSource.get(canonicalUri(uri))?.text ?? '');
  }

  /** Takes what was read of a file; undefined: it is not there. */
  private arrived(uri: string, bytes: Uint8Array | undefined, reading: number): void {
    const key = canonicalUri(uri);
    if ((this.readings.last.get(key) ?? 0) > reading) {
      // Somebody who began later was done earlier.
      return;
    }
    this.readings.last.set(key, reading);
    if (bytes !== undefined) {
      const file = { uri, text: decodeText(bytes) };
      this.fromSource.set(key, file);
      this.take(key, file);
    } else if (this.fromSource.delete(key)) {
      this.take(key, { uri, text: undefined });
    }
  }

  /** Takes the text of a file, unless it is open: then the text in the editor counts. */
  private take(key: string, change: FileChange): void {
    if (!this.open.has(key)) {
      this.pending.set(key, change);
      this.changeCount++;
    }
  }

  private firstSnapshot(today: IsoDay): WorkspaceSnapshot {
    return createSnapshot({
      builtIn: [...this.builtIn.values()],
      folder: this.folder,
      files: new Map(),
      editorSettings: {},
      commandSettings: {},
      command: {},
      today,
    });
  }

  /** The files that a snapshot of now would have, in their order. */
  private filesNow(): ReadonlyMap<string, WorkspaceFile> {
    const builtIn = [...this.builtIn].map(([key, { uri, text }]) => [key, { uri, text, language: undefined }] as const);
    const files = new Map<string, WorkspaceFile>(this.current?.files ?? builtIn);
    for (const [key, { uri, text, language }] of this.pending) {
      if (text === undefined) {
        files.delete(key);
      } else {
        files.set(key, { uri, text, language: language ?? files.get(key)?.language });
      }
    }
    return files;
  }

  private previousOf(uri: string): string | undefined {
    try {
      const reference = this.snapshot().report(uri)?.report.header.previous?.value;
      return reference === undefined ? undefined : resolveReference(uri, reference);
    } catch {
      // A report that cannot be read has an `internal-error` that says so.
      return undefined;
    }
  }
}

/** How long the import of a document is waited for, in milliseconds. */
const PATIENCE = 1500;

function isNamedDefinition(uri: string): boolean {
  const kind = recogniseFile(canonicalUri(uri), '');
  return kind === 'roadmap' || kind === 'actors' || kind === 'project';
}

/** The language of a document that is on no disk yet (`untitled:` in VS Code). */
function unsavedLanguage({ uri, languageId }: TextDocument): string | undefined {
  return uri.startsWith('untitled:') && !/\.(md|markdown|ya?ml)$/i.test(uri) ? languageId : undefined;
}
