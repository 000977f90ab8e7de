import type { ActorRegister } from '../model/actor';
import type { Entry } from '../model/entry';
import type { FileProblem } from '../model/file-problem';
import type { Fix, RelatedPlace, Severity, SeveritySetting } from '../model/finding';
import type { Section, Suppression } from '../model/report';
import type { Roadmap } from '../model/roadmap';
import type { Settings } from '../model/settings';
import type { AnalysedReport } from '../model/snapshot';
import type { Span } from '../model/span';

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

/** What a rule reads when it checks a report. */
export interface RuleContext extends AnalysedReport {
  /** {@link entriesOf} the report. */
  readonly entries: readonly Entry[];
  /** All roadmaps that a report could be on, by id: built-in ones and those of the workspace. */
  readonly knownRoadmaps: ReadonlyMap<string, Roadmap>;
  readonly actors: ActorRegister;
  readonly settings: Settings;
}

/** What a rule reads when it checks a roadmap, actors or project file. */
export interface FileContext {
  readonly uri: string;
  readonly text: string;
  readonly kind: 'roadmap' | 'actors' | 'project';
  readonly problems: readonly FileProblem[];
  /** The roadmap of a roadmap file, as far as it could be read. */
  readonly roadmap: Roadmap | undefined;
  readonly actors: ActorRegister;
}

/** What a rule found. */
export interface RuleFinding {
  /** The section that `span` and the fixes' spans are relative to; absent: they count from the file. */
  readonly section?: Section | undefined;
  readonly span: Span;
  readonly message: string;
  /** Only where it differs from the rule's own; a setting still wins. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

/** One rule: pure functions of what they are handed. A rule has the checks that it needs. */
export interface Rule {
  readonly meta: RuleMeta;
  /** Looks at one section (its rows included) and at nothing of the rest of the report. */
  readonly checkSection?: (section: Section, context: RuleContext) => Iterable<RuleFinding>;
  /** Looks at one entry and at nothing of the rest of the report. Findings are relative to the entry's section. */
  readonly checkEntry?: (entry: Entry, context: RuleContext) => Iterable<Omit<RuleFinding, 'section'>>;
  readonly checkReport?: (context: RuleContext) => Iterable<RuleFinding>;
  /** Looks at suppression comments; `unused` are those that hid nothing, `rules` are all rules that there are. */
  readonly checkSuppressions?: (
    context: RuleContext,
    unused: readonly Suppression[],
    rules: readonly RuleMeta[],
  ) => Iterable<RuleFinding>;
  /** Looks at a roadmap, actors or project file; `rules` are all rules that there are. */
  readonly checkFile?: (context: FileContext, rules: readonly RuleMeta[]) => Iterable<RuleFinding>;
}
