import type { IsoDay } from '../model/date';
import type { Finding } from '../model/finding';
import { LineIndex } from '../model/lines';
import type { PartialSettings } from '../model/settings';
import { parseHeader } from '../parse/header';
import { recogniseFile } from '../parse/recognise';
import type { BuiltInFile } from '../project/built-in';
import { decodeText } from '../project/decode';
import { DEFINITION_GLOBS, type FileSource } from '../project/file-source';
import { canonicalUri, resolveReference } from '../project/uri';
import { createSnapshot, type WorkspaceSnapshot } from '../project/workspace';

/** Text of an open document. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  getText(): string;
}

/**
 * What the server knows of a workspace: open documents, files read from the file source, settings. Gives snapshots;
 * one is made when it is first asked for after a change.
 */
export class Session {
  private readonly fromSource = new Map<string, { readonly uri: string; readonly text: string }>();
  private current: WorkspaceSnapshot | undefined;
  private latest: WorkspaceSnapshot | undefined;
  private readonly indexes = new Map<string, { readonly text: string; readonly lines: LineIndex }>();
  private editorSettings: PartialSettings = {};

  constructor(
    private readonly openDocuments: () => readonly OpenDocument[],
    private readonly files: FileSource,
    private readonly today: () => IsoDay,
    private readonly folder: string | undefined,
    private readonly builtIn: readonly BuiltInFile[],
  ) {}

  /** The workspace as it is now. */
  snapshot(): WorkspaceSnapshot {
    const today = this.today();
    if (this.current === undefined || this.current.today !== today) {
      const texts = new Map([...this.fromSource.values()].map(({ uri, text }) => [uri, text]));
      for (const document of this.openDocuments()) {
        texts.delete(this.fromSource.get(canonicalUri(document.uri))?.uri ?? '');
        texts.set(document.uri, document.getText());
      }
      const state = {
        builtIn: this.builtIn,
        languages: new Map(this.openDocuments().flatMap((document) => unsavedLanguage(document))),
        folder: this.folder,
        files: texts,
        editorSettings: this.editorSettings,
        commandSettings: {},
        command: {},
        today,
      };
      this.current = createSnapshot(state, this.latest);
      this.latest = this.current;
    }
    return this.current;
  }

  /** Says that a document or file is another than it was. */
  changed(): void {
    this.current = undefined;
  }

  /** Answers whether these settings are others than before. */
  setEditorSettings(settings: PartialSettings): boolean {
    const areNew = JSON.stringify(settings) !== JSON.stringify(this.editorSettings);
    if (areNew) {
      this.editorSettings = settings;
      this.changed();
    }
    return areNew;
  }

  /** Reads roadmaps, actors and the project file of the folder, those that the settings name too. */
  async loadDefinitions(): Promise<void> {
    if (this.folder === undefined) {
      return;
    }
    await this.load(await this.files.find(this.folder, DEFINITION_GLOBS));
    const { roadmaps, actors } = this.snapshot().settings;
    if (roadmaps.length + actors.length > 0) {
      await this.load(await this.files.find(this.folder, [...roadmaps, ...actors]));
    }
  }

  /** Reads files anew; one that is not there any more is forgotten. */
  async load(uris: readonly string[]): Promise<void> {
    await Promise.all(
      uris.map(async (uri) => {
        const bytes = await this.files.read(uri);
        const key = canonicalUri(uri);
        if (bytes !== undefined) {
          this.fromSource.set(key, { uri, text: decodeText(bytes) });
          this.changed();
        } else if (this.fromSource.delete(key)) {
          this.changed();
        }
      }),
    );
  }

  /** Whether a file that has changed may matter: it was read, or its name or the settings make it one of ours. */
  mayBeOurs(uri: string): boolean {
    const { roadmaps, actors } = this.snapshot().settings;
    return (
      this.fromSource.has(canonicalUri(uri)) ||
      recogniseFile(canonicalUri(uri), '') !== 'none' ||
      roadmaps.length + actors.length > 0
    );
  }

  /** Reads files that may be reports, and forgets those that are none, so that they cost nothing later. */
  async loadCandidates(uris: readonly string[]): Promise<void> {
    const unknown = uris.map(canonicalUri).filter((key) => !this.fromSource.has(key));
    await this.load(uris);
    const snapshot = this.snapshot();
    for (const key of unknown) {
      if (snapshot.roleOf(key) === undefined) {
        this.fromSource.delete(key);
      }
    }
    this.changed();
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

  /** Findings of a file in the current snapshot. */
  findings(uri: string): readonly Finding[] {
    return this.snapshot().findings(uri);
  }

  /** The line index of a file that the snapshot knows; the same object for the same text. */
  lines(uri: string): LineIndex | undefined {
    const text = this.snapshot().text(uri);
    if (text === undefined) {
      return undefined;
    }
    const key = canonicalUri(uri);
    const known = this.indexes.get(key);
    if (known?.text === text) {
      return known.lines;
    }
    const lines = new LineIndex(text);
    this.indexes.set(key, { text, lines });
    return lines;
  }

  private previousOf(uri: string): string | undefined {
    const snapshot = this.snapshot();
    const role = snapshot.roleOf(uri);
    const text = snapshot.text(uri);
    if (text === undefined || (role !== 'markdown-report' && role !== 'yaml-report')) {
      return undefined;
    }
    const reference = parseHeader(text, role === 'markdown-report' ? 'markdown' : 'yaml').previous?.value;
    return reference === undefined ? undefined : resolveReference(uri, reference);
  }
}

/** The language of a document that is on no disk yet (`untitled:` in VS Code). */
function unsavedLanguage({ uri, languageId }: OpenDocument): [string, string][] {
  return uri.startsWith('untitled:') && !/\.(md|markdown|ya?ml)$/i.test(uri) ? [[uri, languageId]] : [];
}
