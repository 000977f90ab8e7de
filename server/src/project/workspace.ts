import type { Actor, ActorRegister } from '../model/actor';
import type { IsoDay } from '../model/date';
import type { DraftKind } from '../model/draft-kind';
import { type FileRole, isDefinition } from '../model/file-role';
import type { Finding, Fix } from '../model/finding';
import type { Roadmap } from '../model/roadmap';
import type { PartialSettings, Settings } from '../model/settings';
import type { AnalysedReport, Snapshot } from '../model/snapshot';
import type { TextChange } from '../model/text-change';
import { isDocument } from '../parse/recognise';
import { RULES } from '../rules';
import type { FileContext } from '../rules/rule';
import { type CheckedReport, findingsOf, fixesOf, fixesOfFile, internalError, runFileRules } from '../rules/run';
import { type AnalysisEnvironment, analyseReport } from './analyse';
import type { BuiltInFile } from './built-in';
import { type Definitions, readDefinitions } from './definitions';
import { checkedTwice } from './paranoid';
import { type ReportFile, ReportStore, type TextVersion } from './report-store';
import { canonicalUri, referenceTo } from './uri';

/** Everything that decides what a workspace's findings are. Handed in whole; nothing is looked up elsewhere. */
export interface WorkspaceState extends WorkspaceOptions {
  /** Texts by URI: open documents and files read from disk; the caller sees to it that the open one wins. */
  readonly files: ReadonlyMap<string, string>;
}

/** What decides beside the files. */
export interface WorkspaceOptions {
  readonly builtIn: readonly BuiltInFile[];
  /** URI of the workspace folder, where there is one. */
  readonly folder: string | undefined;
  /** Settings of the editor; the project file is read from the files. */
  readonly editorSettings: PartialSettings;
  /** What the command line says, which wins over all else. */
  readonly command: {
    readonly roadmap?: string | undefined;
    readonly asOf?: IsoDay | undefined;
    /** URIs of files that are named one by one: they are reports whatever they look like, if they are nothing else. */
    readonly reports?: readonly string[];
  };
  readonly commandSettings: PartialSettings;
  readonly today: IsoDay;
}

/** What happened to a file. */
export interface FileChange {
  readonly uri: string;
  /** Its text now; undefined: the file is gone. */
  readonly text: string | undefined;
  /** What is other than in its text before, where that is known; else the text is read anew. */
  readonly change?: TextChange | undefined;
  /** The language of an unsaved document (`markdown`, `yaml`), whose URI has no extension that would tell. */
  readonly language?: string | undefined;
}

/** A file with its text. */
export interface WorkspaceFile {
  readonly uri: string;
  readonly text: string;
  /** Of an unsaved document, as in {@link FileChange}. */
  readonly language: string | undefined;
}

/** A {@link Snapshot} that also knows how files came to what is wrong with them, and what can be done about it. */
export interface WorkspaceSnapshot extends Snapshot {
  /** The findings of a report by section; undefined where the file is no report. Throws where a reader does. */
  checked(uri: string): CheckedReport | undefined;
  /** Canonical URIs of the files that the findings of a report depend on, whether they exist or not; its own is one. */
  lookedAt(uri: string): ReadonlySet<string> | undefined;
  /** The fixes of each of these findings, which {@link findings} gave for the file. */
  fixes(uri: string, findings: readonly Finding[]): readonly (readonly Fix[])[];
  /** All files that are known, by canonical URI: those of which the later one counts where two define the same. */
  readonly files: ReadonlyMap<string, WorkspaceFile>;
  /** URIs of all files that are not left alone. */
  readonly uris: readonly string[];
  /**
   * The workspace after changes to files, on another day or with other settings. It shares with this one what they do
   * not concern, and is the same as a workspace made anew.
   */
  with(changes: readonly FileChange[], options?: Partial<WorkspaceOptions>): WorkspaceSnapshot;
  /** The same workspace, to try out changes: what is kept for the next edit here stays as it is. */
  apart(): WorkspaceSnapshot;
}

/**
 * The workspace at one moment. What `previous` has read from the same text, against the same roadmaps and actors, is
 * used again; the result is the same as reading everything anew.
 */
export function createSnapshot(state: WorkspaceState, previous?: WorkspaceSnapshot): WorkspaceSnapshot {
  const older = previous instanceof StateSnapshot ? previous : undefined;
  const files = new Map<string, KnownFile>();
  for (const { uri, text } of state.builtIn) {
    addFile(files, older, uri, text);
  }
  for (const [uri, text] of state.files) {
    addFile(files, older, uri, text);
  }
  return StateSnapshot.of(files, state, older);
}

interface KnownFile extends WorkspaceFile {
  readonly version: TextVersion;
}

/** A report as it was analysed, with the files that were looked at for it, whether they exist or not. */
interface Analysis {
  readonly analysed: AnalysedReport;
  readonly lookedAt: ReadonlySet<string>;
  checked: CheckedReport | undefined;
}

function addFile(files: Map<string, KnownFile>, older: StateSnapshot | undefined, uri: string, text: string): void {
  const key = canonicalUri(uri);
  const known = older?.files.get(key);
  const version = known?.text === text ? known.version : { id: Symbol() };
  files.set(key, { uri, text, language: undefined, version });
}

class StateSnapshot implements WorkspaceSnapshot {
  readonly revision: number;
  private readonly roles = new Map<string, FileRole | undefined>();
  private readonly found = new Map<string, readonly Finding[]>();

  private constructor(
    readonly files: ReadonlyMap<string, KnownFile>,
    private readonly options: WorkspaceOptions,
    private readonly definitions: Definitions,
    private readonly store: ReportStore,
    private readonly analyses: Map<string, Analysis>,
    older: StateSnapshot | undefined,
  ) {
    this.revision = (older?.revision ?? 0) + 1;
  }

  /** A snapshot whose definitions are read, as far as the older one has not done so. */
  static of(
    files: ReadonlyMap<string, KnownFile>,
    options: WorkspaceOptions,
    older: StateSnapshot | undefined,
  ): StateSnapshot {
    const { builtIn, folder, command, commandSettings, editorSettings, today } = options;
    const settings = [commandSettings, editorSettings];
    const namedReports = command.reports ?? [];
    const definitions = readDefinitions(files, { builtIn, folder, namedReports, settings }, older?.definitions);
    const isSameStore = older?.definitions.actors === definitions.actors && older.today === today;
    const store = isSameStore ? older.store : new ReportStore(definitions.actors, today);
    return new StateSnapshot(files, options, definitions, store, new Map(), older);
  }

  get today(): IsoDay {
    return this.options.today;
  }

  get settings(): Settings {
    return this.definitions.settings;
  }

  get roadmaps(): ReadonlyMap<string, Roadmap> {
    return this.definitions.roadmaps;
  }

  get actors(): ActorRegister {
    return this.definitions.actors;
  }

  get kinds(): readonly DraftKind[] {
    return this.definitions.kinds;
  }

  get uris(): readonly string[] {
    return [...this.files].filter(([key]) => this.roleAt(key) !== undefined).map(([, file]) => file.uri);
  }

  get reportUris(): readonly string[] {
    const isReport = (role: FileRole | undefined) => role === 'markdown-report' || role === 'yaml-report';
    return [...this.files].filter(([key]) => isReport(this.roleAt(key))).map(([, file]) => file.uri);
  }

  roadmapIn(uri: string): Roadmap | undefined {
    return this.definitions.read.get(canonicalUri(uri))?.roadmap;
  }

  actorsIn(uri: string): readonly Actor[] {
    return this.definitions.read.get(canonicalUri(uri))?.actors ?? [];
  }

  with(changes: readonly FileChange[], options: Partial<WorkspaceOptions> = {}): WorkspaceSnapshot {
    const files = new Map(this.files);
    let isOfReports = Object.keys(options).length === 0;
    for (const { uri, text, change, language } of changes) {
      const key = canonicalUri(uri);
      const known = files.get(key);
      isOfReports &&= !isDefinition(this.roleAt(key));
      if (text === undefined) {
        files.delete(key);
        this.store.forget(key);
        continue;
      }
      const isSame = known?.text === text;
      const version = isSame
        ? known.version
        : known && change
          ? this.store.edited(key, known.version, change)
          : { id: Symbol() };
      files.set(key, { uri, text, language: language ?? known?.language, version });
      isOfReports &&= !isDefinition(this.definitions.classify(uri, text, language));
    }
    if (!isOfReports) {
      return StateSnapshot.of(files, { ...this.options, ...options }, this);
    }
    const changed = changes.map(({ uri }) => canonicalUri(uri));
    const isKept = ({ lookedAt }: Analysis) => !changed.some((key) => lookedAt.has(key));
    const analyses = new Map([...this.analyses].filter(([, analysis]) => isKept(analysis)));
    return new StateSnapshot(files, this.options, this.definitions, this.store, analyses, this);
  }

  apart(): WorkspaceSnapshot {
    const { files, options, definitions, store, analyses } = this;
    return new StateSnapshot(files, options, definitions, store.copy(), new Map(analyses), this);
  }

  roleOf(uri: string): FileRole | undefined {
    return this.roleAt(canonicalUri(uri));
  }

  text(uri: string): string | undefined {
    return this.files.get(canonicalUri(uri))?.text;
  }

  report(uri: string): AnalysedReport | undefined {
    return this.analysis(canonicalUri(uri))?.analysed;
  }

  checked(uri: string): CheckedReport | undefined {
    const key = canonicalUri(uri);
    const analysis = this.analysis(key);
    const file = this.reportFile(key);
    if (!analysis || typeof file !== 'object') {
      return undefined;
    }
    analysis.checked ??= this.checkNow(file, analysis.analysed);
    return analysis.checked;
  }

  lookedAt(uri: string): ReadonlySet<string> | undefined {
    return this.analysis(canonicalUri(uri))?.lookedAt;
  }

  findings(uri: string): readonly Finding[] {
    const key = canonicalUri(uri);
    let found = this.found.get(key);
    if (found === undefined) {
      found = this.check(key);
      this.found.set(key, found);
    }
    return found;
  }

  fixes(uri: string, findings: readonly Finding[]): readonly (readonly Fix[])[] {
    const checked = this.checked(uri);
    if (checked) {
      const home = canonicalUri(uri);
      const documents = () => [...this.files.keys()].filter(isDocument);
      const others = () => [...this.reportUris.map(canonicalUri), ...documents()].filter((other) => other !== home);
      return fixesOf(checked, findings, () => others().map((other) => referenceTo(other, home, './')));
    }
    const context = this.fileContext(canonicalUri(uri));
    return context ? fixesOfFile(RULES, context, findings) : findings.map(() => []);
  }

  private checkNow(file: ReportFile, analysed: AnalysedReport): CheckedReport {
    const { roadmaps: knownRoadmaps, actors, kinds: knownKinds, settings, today } = this;
    const against = { knownRoadmaps, knownKinds, actors, settings, lookups: this.store.lookups };
    const checked = this.store.check(file, RULES, { ...analysed, ...against });
    if (!settings.paranoid) {
      return checked;
    }
    const anew = analyseReport(file, { ...this.environment(new Set()), store: new ReportStore(actors, today) });
    return checkedTwice(RULES, checked, { ...anew, ...against });
  }

  private check(key: string): readonly Finding[] {
    try {
      const checked = this.checked(key);
      if (checked) {
        return findingsOf(checked);
      }
      const context = this.fileContext(key);
      return context ? runFileRules(RULES, context, this.settings.rules) : [];
    } catch (error) {
      return [internalError('Reading this file', error)];
    }
  }

  private fileContext(key: string): FileContext | undefined {
    const uri = this.files.get(key)?.uri;
    const definition = this.definitions.read.get(key);
    if (uri === undefined || !definition) {
      return undefined;
    }
    const { role: kind, text, problems, roadmap } = definition;
    const isBuiltIn = (file: string) => this.options.builtIn.some((one) => one.uri === file);
    const others = isBuiltIn(uri) ? [] : [...this.definitions.read.values()].flatMap((other) => other.roadmap ?? []);
    const rivals = others.filter((other) => other !== roadmap && other.id === roadmap?.id && !isBuiltIn(other.uri));
    return { uri, text, kind, problems, roadmap, rivals, roadmaps: this.roadmaps, actors: this.actors };
  }

  private analysis(key: string): Analysis | undefined {
    const known = this.analyses.get(key);
    const file = known ? undefined : this.reportFile(key);
    if (typeof file !== 'object') {
      return known;
    }
    const lookedAt = new Set([key]);
    const analysis = { analysed: analyseReport(file, this.environment(lookedAt)), lookedAt, checked: undefined };
    this.analyses.set(key, analysis);
    return analysis;
  }

  /** What reports are analysed against; the files that are looked at are added to `lookedAt`. */
  private environment(lookedAt: Set<string>): AnalysisEnvironment {
    return {
      roadmaps: this.roadmaps,
      actors: this.actors,
      settings: this.settings,
      kinds: this.kinds,
      today: this.today,
      command: this.options.command,
      reportFile: (key) => {
        lookedAt.add(key);
        return this.draftFile(key) ?? this.reportFile(key);
      },
      store: this.store,
    };
  }

  private roleAt(key: string): FileRole | undefined {
    const file = this.files.get(key);
    if (file && !this.roles.has(key)) {
      this.roles.set(key, this.definitions.classify(file.uri, file.text, file.language));
    }
    return this.roles.get(key);
  }

  /** A document, whose text is a draft; only reports that go on from it see it as a report. */
  private draftFile(key: string): ReportFile | undefined {
    const file = isDocument(key) ? this.files.get(key) : undefined;
    return file && { ...file, key, format: 'markdown' };
  }

  private reportFile(key: string): ReportFile | 'no-report' | undefined {
    const file = this.files.get(key);
    if (file === undefined) {
      return undefined;
    }
    const role = this.roleAt(key);
    if (role !== 'markdown-report' && role !== 'yaml-report') {
      return 'no-report';
    }
    return { ...file, key, format: role === 'markdown-report' ? 'markdown' : 'yaml' };
  }
}
