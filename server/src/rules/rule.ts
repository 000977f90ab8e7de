import type { ActorRegister } from '../model/actor';
import type { DeadlineState } from '../model/deadline-state';
import type { DraftKind } from '../model/draft-kind';
import type { EntryReading } from '../model/entry';
import type { FileProblem } from '../model/file-problem';
import type { Fix, RelatedPlace, Severity, SeveritySetting } from '../model/finding';
import type { SectionReading, Suppression } from '../model/report';
import type { Roadmap } from '../model/roadmap';
import type { Settings } from '../model/settings';
import type { AnalysedReport } from '../model/snapshot';
import type { Span } from '../model/span';
import type { HeaderContext, ReportContext, SectionContext } from './check-context';
import type { RuleLookups } from './rule-lookup';

export type RuleGroup = 'report' | 'action' | 'actor' | 'deadline' | 'status' | 'suppression' | 'roadmap';

/** Everything that documentation, settings and the command line say about a rule. */
export interface RuleMeta {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly group: RuleGroup;
  /** Without a setting. */
  readonly severity: SeveritySetting;
  /** What it finds, in one line without a full stop. */
  readonly summary: string;
  /** Why that matters to whoever reads the report, and when to leave it: Markdown, a paragraph or two. */
  readonly why: string;
  /** Run as tests: `bad` has a finding of this rule, `good` has none. */
  readonly examples: readonly RuleExample[];
  /** Whether at least some of its findings carry a fix. */
  readonly fixable: boolean;
}

/**
 * A whole file with the problem and the same without. Reports are on the built-in roadmap `eu-drugs-2023`, or on one in
 * `files` (by file name).
 */
export interface RuleExample {
  readonly language: 'markdown' | 'yaml';
  /** Needed where the file is not a report: `plan.roadmap.yaml`, `actors.yaml`, or where `previous` refers to one. */
  readonly fileName?: string;
  readonly bad: string;
  readonly good: string;
  /** Other files of the example's folder. */
  readonly files?: Readonly<Record<string, string>>;
}

/** What a rule reads when it checks a roadmap, actors or project file. */
export interface FileContext {
  readonly uri: string;
  readonly text: string;
  readonly kind: 'roadmap' | 'actors' | 'project';
  readonly problems: readonly FileProblem[];
  /** The roadmap of a roadmap file, as far as it could be read. */
  readonly roadmap: Roadmap | undefined;
  /** Others with its id in files of the workspace: which of them counts is nothing to build on. */
  readonly rivals: readonly Roadmap[];
  /** All that are known, by id. */
  readonly roadmaps: ReadonlyMap<string, Roadmap>;
  readonly actors: ActorRegister;
}

/** What a rule found. */
export interface RuleFinding {
  /** Relative to the section that was looked at; in a header, a suppression or another file: offsets into the file. */
  readonly span: Span;
  readonly message: string;
  /** Only where it differs from the rule's own; a setting still wins. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: FixMaker;
}

/** What a rule found in a roadmap, actors or project file. */
export interface FileFinding extends Omit<RuleFinding, 'fixes'> {
  readonly fixes?: () => readonly Fix[];
}

/** What a rule found in a report as a whole. */
export interface ReportFinding extends Omit<RuleFinding, 'span' | 'related'> {
  /** Where it stands: something that a section says, or a span of the header (offsets into the file). */
  readonly place: PlaceInSection | Span;
  readonly related?: readonly (RelatedPlace | RelatedInReport)[];
}

/** Another place of the report that proves a finding. */
export interface RelatedInReport {
  readonly place: PlaceInSection;
  readonly message: string;
}

/**
 * Something that a section says: its heading, an action that it or one of its rows reports on, or an action that it
 * mentions. Where that stands is asked of the section only when the finding is shown, so that the finding outlives edits
 * that move it.
 */
export type PlaceInSection =
  | { readonly section: number; readonly what: 'heading' }
  | { readonly section: number; readonly what: 'action'; readonly row: number | undefined; readonly index: number }
  | { readonly section: number; readonly what: 'mention'; readonly index: number };

/**
 * Makes the fixes of a finding, when somebody asks for them, for the text as it is then. Their spans are relative to what
 * the finding's own is relative to.
 */
export type FixMaker = (context: FixContext) => readonly Fix[];

/** What fixes are made from. */
export interface FixContext extends RuleContext {
  /** The start of the section that spans are relative to; 0 where they count from the file. */
  readonly start: number;
  /** The reports that the workspace knows, as paths from the folder of this one: "./2023-h2.report.md", "../a.report.md". */
  readonly reportPaths: () => readonly string[];
}

/** What a report is checked against: the report itself and all that belongs to it. */
export interface RuleContext extends AnalysedReport {
  /** All roadmaps that a report could be on, by id: built-in ones and those of the workspace. */
  readonly knownRoadmaps: ReadonlyMap<string, Roadmap>;
  /** All kinds of draft that there are. */
  readonly knownKinds: readonly DraftKind[];
  readonly actors: ActorRegister;
  readonly settings: CheckSettings;
  /** For these actors; absent where nobody keeps any. */
  readonly lookups?: RuleLookups;
}

/** The settings that rules follow. */
export type CheckSettings = Pick<Settings, 'rules' | 'roadmap' | 'dueSoonDays'>;

/** A deadline that an entry answers for. */
export type EntryDeadline = Omit<DeadlineState, 'entries'>;

/**
 * One rule: pure functions of what they are handed. A rule has the checks that it needs. What each is handed says how
 * long its findings are kept: as long as that stays the same.
 */
export interface Rule {
  readonly meta: RuleMeta;
  /** Looks at one section (its rows included) and at nothing of the rest of the report. */
  readonly checkSection?: (section: SectionReading, context: SectionContext) => Iterable<RuleFinding>;
  /** Looks at one entry and at nothing of the rest of the report. Findings are relative to the entry's section. */
  readonly checkEntry?: (entry: EntryReading, context: SectionContext) => Iterable<RuleFinding>;
  /**
   * Looks at one entry and at the deadlines that it answers for, of which there is at least one. Deadlines are left out
   * where a status or completion date that decides cannot be read.
   */
  readonly checkDeadlines?: (
    entry: EntryReading,
    states: readonly EntryDeadline[],
    context: SectionContext,
  ) => Iterable<RuleFinding>;
  /** Looks at the header and at what the reader said about what stands outside the sections. */
  readonly checkHeader?: (context: HeaderContext) => Iterable<RuleFinding>;
  /** Looks at what the sections of a report say, taken together. */
  readonly checkReport?: (context: ReportContext) => Iterable<ReportFinding>;
  /** Looks at suppression comments; `unused` are those that hid nothing, `rules` are all rules that there are. */
  readonly checkSuppressions?: (
    context: HeaderContext,
    comments: { readonly all: readonly Suppression[]; readonly unused: readonly Suppression[] },
    rules: readonly RuleMeta[],
  ) => Iterable<RuleFinding>;
  /** Looks at a roadmap, actors or project file; `rules` are all rules that there are. */
  readonly checkFile?: (context: FileContext, rules: readonly RuleMeta[]) => Iterable<FileFinding>;
}
