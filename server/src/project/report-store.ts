import type { ActorRegister } from '../model/actor';
import type { IsoDay } from '../model/date';
import type { Report, ReportFormat } from '../model/report';
import type { Roadmap } from '../model/roadmap';
import type { Suggestion } from '../model/suggestion';
import { composeChanges, type TextChange } from '../model/text-change';
import { PreparedContext } from '../parse/prepared-context';
import { type EarlierReading, type ReportReading, readReport } from '../parse/report';
import { type ActionSuggester, createActionSuggester } from '../parse/suggest-actions';
import type { Rule, RuleContext } from '../rules/rule';
import { RuleLookups } from '../rules/rule-lookup';
import { type CheckedReport, checkReport } from '../rules/run';
import { linkedDraft } from './linked-draft';

/** A file that is a report, at one moment. */
export interface ReportFile {
  /** Canonical URI: what the file is known by. */
  readonly key: string;
  readonly uri: string;
  readonly text: string;
  readonly format: ReportFormat;
  readonly version: TextVersion;
}

/** One text of a file. */
export interface TextVersion {
  /** Another one for every text. */
  readonly id: symbol;
  /** The version that was read last before this one, and what has changed since; absent where that is not known. */
  readonly since?: { readonly id: symbol; readonly change: TextChange };
}

/**
 * What is kept of reports from one snapshot of a workspace to the next, against one register of actors on one day: what
 * was computed of roadmaps and actors, and the last reading and check of each file, of which the next one uses again
 * what an edit did not concern. The results are the same as without. Whoever changes actors or the day makes another one.
 */
export class ReportStore {
  readonly lookups: RuleLookups;
  private readonly base: PreparedContext;
  private readonly byRoadmaps: { roadmaps: readonly Roadmap[]; context: PreparedContext; suggest: ActionSuggester }[] =
    [];
  private readonly kept = new Map<string, KeptReport>();
  /** Drafts of documents whose sections name their actions, by those as they stand in the document. */
  private readonly linked = new WeakMap<Report, Report>();

  constructor(
    readonly actors: ActorRegister,
    readonly today: IsoDay,
    from?: ReportStore,
  ) {
    this.lookups = from?.lookups ?? new RuleLookups(actors);
    this.base = from?.base ?? new PreparedContext({ roadmaps: [], actors, today });
    if (from) {
      this.byRoadmaps.push(...from.byRoadmaps);
      for (const [key, kept] of from.kept) {
        this.kept.set(key, kept);
      }
    }
  }

  /** Another store that begins with what this one keeps; what it comes to keep is not seen here. */
  copy(): ReportStore {
    return new ReportStore(this.actors, this.today, this);
  }

  /** The report in a file; the same object for the same file and roadmaps. */
  read(file: ReportFile, roadmaps: readonly Roadmap[]): Report {
    const { context } = this.preparedFor(roadmaps);
    const kept = this.kept.get(file.key);
    const isSameText = kept?.version.id === file.version.id && kept.reading.format === file.format;
    if (isSameText && kept.context === context) {
      return kept.reading.report;
    }
    const change = kept && changeSince(kept.version, file);
    const earlier: EarlierReading | undefined = change && { reading: kept.reading, change };
    const reading = readReport(file.uri, file.text, file.format, context, earlier);
    const checked = change && kept.checked;
    const since = isSameText ? checked?.since : change && joined(checked?.since, change);
    this.kept.set(file.key, { version: file.version, context, reading, checked: checked && { ...checked, since } });
    return reading.report;
  }

  /**
   * The draft that an import made of a document, as a report on roadmaps that the document itself does not name. Sections
   * whose headings are as good as the title of an action are about that action.
   */
  readDraft(file: ReportFile, roadmaps: readonly Roadmap[]): Report {
    const read = this.read(file, roadmaps);
    let linked = this.linked.get(read);
    if (!linked) {
      const text = linkedDraft(read, this.suggest(read, roadmaps), roadmaps);
      linked =
        text === file.text
          ? read
          : readReport(file.uri, text, file.format, this.preparedFor(roadmaps).context, undefined).report;
      this.linked.set(read, linked);
    }
    return linked;
  }

  /** What rules find in a report that {@link read} gave last for its file. */
  check(file: ReportFile, rules: readonly Rule[], context: RuleContext): CheckedReport {
    const kept = this.kept.get(file.key);
    if (kept?.reading.report !== context.report) {
      return checkReport(rules, context);
    }
    const { result, since } = kept.checked ?? {};
    const checked = checkReport(rules, context, result, since ?? nothingChanged(file.text));
    this.kept.set(file.key, { ...kept, checked: { result: checked, since: undefined } });
    return checked;
  }

  /** The version that comes of an edit of a text. */
  edited(key: string, version: TextVersion, change: TextChange): TextVersion {
    const lastRead = this.kept.get(key)?.version.id;
    if (lastRead === version.id) {
      return { id: Symbol(), since: { id: lastRead, change } };
    }
    const { since } = version;
    return since && since.id === lastRead
      ? { id: Symbol(), since: { id: lastRead, change: joined(since.change, change) } }
      : { id: Symbol() };
  }

  /** The report as it was read last, of whatever text. */
  lastReport(key: string): Report | undefined {
    return this.kept.get(key)?.reading.report;
  }

  /** What the sections of a report that name no action seem to be about. */
  suggest(report: Report, roadmaps: readonly Roadmap[]): readonly Suggestion[] {
    return this.preparedFor(roadmaps).suggest(report);
  }

  /** Forgets what was read of a file. */
  forget(key: string): void {
    this.kept.delete(key);
  }

  /** There are as many kinds of reports as sets of roadmaps, and these are few. */
  private preparedFor(roadmaps: readonly Roadmap[]) {
    const same = (other: readonly Roadmap[]) =>
      other.length === roadmaps.length && other.every((roadmap, index) => roadmap === roadmaps[index]);
    let prepared = this.byRoadmaps.find((one) => same(one.roadmaps));
    if (!prepared) {
      prepared = { roadmaps, context: this.base.with({ roadmaps }), suggest: createActionSuggester(roadmaps) };
      this.byRoadmaps.push(prepared);
      if (this.byRoadmaps.length > MOST_SETS_OF_ROADMAPS) {
        this.byRoadmaps.shift();
      }
    }
    return prepared;
  }
}

interface KeptReport {
  readonly version: TextVersion;
  readonly context: PreparedContext;
  readonly reading: ReportReading;
  /** The last check, and what has changed in the text since; undefined: nothing. */
  readonly checked: { readonly result: CheckedReport; readonly since: TextChange | undefined } | undefined;
}

/** A roadmap that is being typed is another one after each key: old ones are let go. */
const MOST_SETS_OF_ROADMAPS = 16;

/** What has changed in a file since a version of it; undefined where that is not known. */
function changeSince({ id }: TextVersion, { version, text }: ReportFile): TextChange | undefined {
  if (version.id === id) {
    return nothingChanged(text);
  }
  return version.since?.id === id ? version.since.change : undefined;
}

function joined(first: TextChange | undefined, second: TextChange): TextChange {
  return first ? composeChanges(first, second) : second;
}

function nothingChanged({ length }: string): TextChange {
  return { start: length, end: length, newEnd: length };
}
