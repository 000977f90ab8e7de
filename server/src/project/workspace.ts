import { type Actor, type ActorRegister, createActorRegister } from '../model/actor';
import type { IsoDay } from '../model/date';
import type { FileProblem } from '../model/file-problem';
import type { Finding, Fix } from '../model/finding';
import type { Roadmap } from '../model/roadmap';
import { mergeSettings, type PartialSettings, type Settings } from '../model/settings';
import type { AnalysedReport, Snapshot } from '../model/snapshot';
import { parseActorsFile } from '../parse/actors-file';
import { parseProjectFile } from '../parse/project-file';
import { parseRoadmapFile } from '../parse/roadmap-file';
import { RULES } from '../rules';
import type { FileContext } from '../rules/rule';
import { RuleLookups } from '../rules/rule-lookup';
import {
  type CheckedReport,
  checkReport,
  findingsOf,
  fixesOf,
  fixesOfFile,
  internalError,
  runFileRules,
} from '../rules/run';
import { type AnalysisEnvironment, analyseReport, type ReportFile } from './analyse';
import type { BuiltInFile } from './built-in';
import { createFileClassifier, type FileRole } from './file-role';
import { ReportReader } from './report-reader';
import { canonicalUri } from './uri';

/** Everything that decides what a workspace's findings are. Handed in whole; nothing is looked up elsewhere. */
export interface WorkspaceState {
  readonly builtIn: readonly BuiltInFile[];
  /** URI of the workspace folder, where there is one. */
  readonly folder: string | undefined;
  /** Texts by URI: open documents and files read from disk; the caller sees to it that the open one wins. */
  readonly files: ReadonlyMap<string, string>;
  /** Languages (`markdown`, `yaml`) of unsaved documents, whose URIs have no extension that would tell. */
  readonly languages?: ReadonlyMap<string, string>;
  /** Settings of the editor; the project file is read from `files`. */
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

/** A {@link Snapshot} that also knows what each file is and what is wrong with it. */
export interface WorkspaceSnapshot extends Snapshot {
  /** What a file is to Rapporteur; undefined for a file that is left alone, or not known. */
  roleOf(uri: string): FileRole | undefined;
  /** The findings of a file, sorted; empty for one that is left alone. */
  findings(uri: string): readonly Finding[];
  /** The fixes of each of these findings, which {@link findings} gave for the file. */
  fixes(uri: string, findings: readonly Finding[]): readonly (readonly Fix[])[];
  /** URIs of all files that are not left alone. */
  readonly uris: readonly string[];
}

/**
 * The workspace at one moment. What `previous` has read from the same text, against the same roadmaps and actors, is
 * used again; the result is the same as reading everything anew.
 */
export function createSnapshot(state: WorkspaceState, previous?: WorkspaceSnapshot): WorkspaceSnapshot {
  return new StateSnapshot(state, previous instanceof StateSnapshot ? previous : undefined);
}

interface KnownFile {
  readonly uri: string;
  readonly text: string;
  readonly role: FileRole | undefined;
}

type Parsed<T> = { readonly text: string } & T;
type ParsedRoadmap = Parsed<ReturnType<typeof parseRoadmapFile>>;
type ParsedActors = Parsed<ReturnType<typeof parseActorsFile>>;

class StateSnapshot implements WorkspaceSnapshot {
  readonly revision: number;
  readonly today: IsoDay;
  readonly settings: Settings;
  readonly roadmaps: ReadonlyMap<string, Roadmap>;
  readonly actors: ActorRegister;
  private readonly files = new Map<string, KnownFile>();
  private readonly project: Parsed<ReturnType<typeof parseProjectFile>> | undefined;
  private readonly roadmapFiles = new Map<string, ParsedRoadmap>();
  private readonly actorsFiles = new Map<string, ParsedActors>();
  private readonly reader: ReportReader;
  private readonly lookups: RuleLookups;
  private readonly analysed = new Map<string, AnalysedReport | undefined>();
  private readonly found = new Map<string, readonly Finding[]>();
  private readonly checked = new Map<string, CheckedReport>();

  constructor(
    private readonly state: WorkspaceState,
    older: StateSnapshot | undefined,
  ) {
    this.revision = (older?.revision ?? 0) + 1;
    this.today = state.today;
    const projectText = [...state.files].find(([uri]) => /(^|\/)rapporteur\.ya?ml$/.test(canonicalUri(uri)));
    const oldProject = older?.project;
    this.project =
      projectText === undefined
        ? undefined
        : oldProject?.text === projectText[1]
          ? oldProject
          : { text: projectText[1], ...parseProjectFile(...projectText) };
    this.settings = mergeSettings(state.commandSettings, state.editorSettings, this.project?.settings ?? {});
    const classify = createFileClassifier(state.folder, this.settings, state.command.reports ?? [], state.languages);
    for (const [uri, text] of [...state.builtIn.map((file) => [file.uri, file.text] as const), ...state.files]) {
      const key = canonicalUri(uri);
      const old = older?.files.get(key);
      const same = old?.text === text && older?.settings.reports === this.settings.reports;
      this.files.set(key, { uri, text, role: same ? old.role : classify(uri, text) });
    }
    for (const [key, file] of this.files) {
      if (file.role === 'roadmap') {
        this.roadmapFiles.set(key, reuse(older?.roadmapFiles.get(key), file, parseRoadmapFile));
      } else if (file.role === 'actors') {
        this.actorsFiles.set(key, reuse(older?.actorsFiles.get(key), file, parseActorsFile));
      }
    }
    const sameActors = older !== undefined && sameValues(older.actorsFiles, this.actorsFiles);
    this.actors = sameActors ? older.actors : createActorRegister(allActors(this.actorsFiles));
    const sameRoadmaps = older !== undefined && sameValues(older.roadmapFiles, this.roadmapFiles);
    this.roadmaps = sameRoadmaps ? older.roadmaps : allRoadmaps(this.roadmapFiles);
    this.lookups = sameActors ? older.lookups : new RuleLookups(this.actors);
    const sameReader = sameActors && older.reader.today === this.today;
    this.reader = sameReader ? older.reader : new ReportReader(this.actors, this.today);
    this.reader.keepOnly((key) => this.files.has(key));
  }

  get uris(): readonly string[] {
    return [...this.files.values()].filter((file) => file.role !== undefined).map((file) => file.uri);
  }

  roleOf(uri: string): FileRole | undefined {
    return this.files.get(canonicalUri(uri))?.role;
  }

  text(uri: string): string | undefined {
    return this.files.get(canonicalUri(uri))?.text;
  }

  report(uri: string): AnalysedReport | undefined {
    const key = canonicalUri(uri);
    if (!this.analysed.has(key)) {
      const file = this.reportFile(key);
      const isReport = file !== undefined && file !== 'no-report';
      this.analysed.set(key, isReport ? analyseReport(file, this.environment()) : undefined);
    }
    return this.analysed.get(key);
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
    const checked = this.checked.get(canonicalUri(uri));
    const context = checked ? undefined : this.fileContext(canonicalUri(uri));
    if (checked) {
      return fixesOf(checked, findings);
    }
    return context ? fixesOfFile(RULES, context, findings) : findings.map(() => []);
  }

  private check(key: string): readonly Finding[] {
    try {
      const analysed = this.report(key);
      if (analysed) {
        const { roadmaps: knownRoadmaps, actors, settings, lookups } = this;
        const checked = checkReport(RULES, { ...analysed, knownRoadmaps, actors, settings, lookups });
        this.checked.set(key, checked);
        return findingsOf(checked);
      }
      const context = this.fileContext(key);
      return context ? runFileRules(RULES, context, this.settings.rules) : [];
    } catch (error) {
      return [internalError('Reading this file', error)];
    }
  }

  private fileContext(key: string): FileContext | undefined {
    const file = this.files.get(key);
    if (file?.role !== 'roadmap' && file?.role !== 'actors' && file?.role !== 'project') {
      return undefined;
    }
    const { problems, roadmap } = this.problemsOf(key, file.role);
    return { uri: file.uri, text: file.text, kind: file.role, problems, roadmap, actors: this.actors };
  }

  private problemsOf(
    key: string,
    role: 'roadmap' | 'actors' | 'project',
  ): { problems: readonly FileProblem[]; roadmap: Roadmap | undefined } {
    const roadmapFile = this.roadmapFiles.get(key);
    const problems =
      role === 'roadmap'
        ? roadmapFile?.problems
        : role === 'actors'
          ? this.actorsFiles.get(key)?.problems
          : this.project?.problems;
    return { problems: problems ?? [], roadmap: roadmapFile?.roadmap };
  }

  private environment(): AnalysisEnvironment {
    return {
      roadmaps: this.roadmaps,
      actors: this.actors,
      settings: this.settings,
      today: this.today,
      command: this.state.command,
      reportFile: (canonical) => this.reportFile(canonical),
      reader: this.reader,
    };
  }

  private reportFile(key: string): ReportFile | 'no-report' | undefined {
    const file = this.files.get(key);
    if (file === undefined) {
      return undefined;
    }
    if (file.role !== 'markdown-report' && file.role !== 'yaml-report') {
      return 'no-report';
    }
    return { uri: file.uri, text: file.text, format: file.role === 'markdown-report' ? 'markdown' : 'yaml' };
  }
}

function reuse<T>(
  old: Parsed<T> | undefined,
  file: { uri: string; text: string },
  parse: (uri: string, text: string) => T,
): Parsed<T> {
  return old?.text === file.text ? old : { text: file.text, ...parse(file.uri, file.text) };
}

function sameValues(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...b].every(([key, value]) => a.get(key) === value);
}

/** Built-in files come first in `files`, so that those of the workspace override them. */
function allActors(files: ReadonlyMap<string, { readonly actors: readonly Actor[] }>): readonly Actor[] {
  return [...files.values()].flatMap((file) => file.actors);
}

function allRoadmaps(files: ReadonlyMap<string, { readonly roadmap: Roadmap | undefined }>): Map<string, Roadmap> {
  return new Map([...files.values()].flatMap(({ roadmap }) => (roadmap ? [[roadmap.id, roadmap] as const] : [])));
}
