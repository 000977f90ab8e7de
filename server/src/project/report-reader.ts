import type { ActorRegister } from '../model/actor';
import type { IsoDay } from '../model/date';
import type { Report } from '../model/report';
import type { Roadmap } from '../model/roadmap';
import type { Suggestion } from '../model/suggestion';
import { PreparedContext } from '../parse/prepared-context';
import { parseReport } from '../parse/report';
import { type ActionSuggester, createActionSuggester } from '../parse/suggest-actions';
import type { ReportFile } from './analyse';
import { canonicalUri } from './uri';

/**
 * Reads reports against one register of actors on one day. It keeps what it computed of roadmaps and actors, and the
 * last reading of each file with the text and roadmaps that it was made of; whoever changes actors or the day makes
 * another one.
 */
export class ReportReader {
  private readonly base: PreparedContext;
  private readonly byRoadmaps: { roadmaps: readonly Roadmap[]; context: PreparedContext; suggest: ActionSuggester }[] =
    [];
  private readonly readings = new Map<string, { file: ReportFile; context: PreparedContext; report: Report }>();

  constructor(
    readonly actors: ActorRegister,
    readonly today: IsoDay,
  ) {
    this.base = new PreparedContext({ roadmaps: [], actors, today });
  }

  /** The report in a file; the same object for the same text and roadmaps. */
  read(file: ReportFile, roadmaps: readonly Roadmap[]): Report {
    const { context } = this.preparedFor(roadmaps);
    const key = canonicalUri(file.uri);
    const known = this.readings.get(key);
    if (known?.context === context && known.file.text === file.text && known.file.format === file.format) {
      return known.report;
    }
    const report = parseReport(file.uri, file.text, file.format, context);
    this.readings.set(key, { file, context, report });
    return report;
  }

  /** What the sections of a report that name no action seem to be about. */
  suggest(report: Report, roadmaps: readonly Roadmap[]): readonly Suggestion[] {
    return this.preparedFor(roadmaps).suggest(report);
  }

  /** Forgets the readings of files that are gone. */
  keepOnly(isKnown: (canonical: string) => boolean): void {
    for (const key of this.readings.keys()) {
      if (!isKnown(key)) {
        this.readings.delete(key);
      }
    }
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

/** A roadmap that is being typed is another one after each key: old ones are let go. */
const MOST_SETS_OF_ROADMAPS = 16;
