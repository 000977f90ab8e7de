import type { ActorRegister } from '../model/actor';
import type { PolicyDate } from '../model/date';
import type { Field, Report, Section, SectionReading } from '../model/report';
import type { Roadmap } from '../model/roadmap';
import { lastSectionFrom } from '../model/section-at';
import type { Settings } from '../model/settings';
import type { AnalysedReport, Snapshot } from '../model/snapshot';
import type { Span } from '../model/span';
import { actorHints } from './hints-actors';
import { dateHint, dateHints } from './hints-dates';
import { titleHints } from './hints-titles';
import type { Place } from './report-index';

/** Words that are shown behind words of the text and are not part of it. */
export interface InlayHint {
  readonly kind: 'date' | 'actor' | 'title';
  /** Behind which the hint stands: an offset into the file. */
  readonly offset: number;
  readonly label: string;
  /** More of the same, in one line. */
  readonly tooltip: string;
  /** What the label leads to. */
  readonly target?: Place | undefined;
}

/** What a hint is made against. */
export interface HintContext {
  readonly roadmaps: readonly Roadmap[];
  readonly actors: ActorRegister;
  readonly format: Report['format'];
  /** The text of the section. */
  readonly words: string;
}

/** The inlay hints of reports. Those of a section are kept for as long as it says the same. */
export class InlayHints {
  private readonly bySection = new WeakMap<SectionReading, KeptHints>();

  /** The hints of a report in a range (offsets into the file), in the order of the text; none for other files. */
  of(snapshot: Snapshot, uri: string, range: Span): readonly InlayHint[] {
    const analysed = snapshot.report(uri);
    if (!analysed) {
      return [];
    }
    const { sections } = analysed.report;
    const from = Math.max(0, lastSectionFrom(sections, range.start));
    const to = lastSectionFrom(sections, range.end) + 1;
    const hints = [
      ...headerHints(analysed.report),
      ...sections.slice(from, to).flatMap((section) =>
        this.inSection(section, analysed, snapshot.actors).map((hint) => ({
          ...hint,
          offset: hint.offset + section.start,
        })),
      ),
    ];
    return hints
      .filter(({ kind, offset }) => range.start <= offset && offset <= range.end && isWanted(kind, snapshot.settings))
      .sort((a, b) => a.offset - b.offset);
  }

  private inSection(
    { reading, start, end }: Section,
    { report, roadmaps }: AnalysedReport,
    actors: ActorRegister,
  ): readonly InlayHint[] {
    const kept = this.bySection.get(reading);
    if (kept?.actors === actors && kept.format === report.format && isSameList(kept.roadmaps, roadmaps)) {
      return kept.hints;
    }
    const context = { roadmaps, actors, format: report.format, words: report.text.slice(start, end) };
    const hints = apart([
      ...titleHints(reading, context),
      ...dateHints(reading, context.words),
      ...actorHints(reading, context),
    ]);
    this.bySection.set(reading, { ...context, hints });
    return hints;
  }
}

interface KeptHints extends HintContext {
  readonly hints: readonly InlayHint[];
}

function isWanted(kind: InlayHint['kind'], settings: Settings): boolean {
  return { date: settings.dateHints, actor: settings.actorHints, title: settings.titleHints }[kind];
}

/** Of several hints in one place the first. */
function apart(hints: readonly InlayHint[]): readonly InlayHint[] {
  const taken = new Set<number>();
  return hints.filter(({ offset }) => !taken.has(offset) && taken.add(offset));
}

function headerHints({ header, text }: Report): readonly InlayHint[] {
  const fields: readonly (Field<PolicyDate> | undefined)[] = [header.date, header.asOf, header.period];
  return fields.flatMap((field) => (field?.value ? dateHint(field.value, field.text, field.span, text) : []));
}

function isSameList<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
