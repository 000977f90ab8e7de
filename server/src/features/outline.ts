import { actionsOfSections, isEntry } from '../model/entry';
import type { Report, Section, SectionReading } from '../model/report';
import type { Roadmap } from '../model/roadmap';
import type { AnalysedReport, Snapshot } from '../model/snapshot';
import { headerOutline, keysBehindHeader } from './outline-header';
import { type OutlineItem, shiftItem, trimEnd } from './outline-item';
import { actorsOutline, roadmapOutline } from './outline-roadmap';
import { type SectionOutline, sectionOutline } from './outline-section';
import { groupEnds, rankOf } from './section-groups';

export type { OutlineItem, OutlineKind } from './outline-item';

/**
 * The outlines of files: reports with their header, groups, entries, deliverables and next steps; roadmaps with areas,
 * actions, deliverables and commitments; actors files. What a section adds is kept for as long as it says the same.
 */
export class Outlines {
  private readonly bySection = new WeakMap<SectionReading, KeptOutline>();

  /**
   * The outline of a file, in the order of its text; empty for a file that is left alone. Spans count from the file;
   * an item's span encloses its selection and those of its children.
   */
  of(snapshot: Snapshot, uri: string): readonly OutlineItem[] {
    const analysed = snapshot.report(uri);
    if (analysed) {
      return this.ofReport(analysed);
    }
    const text = snapshot.text(uri) ?? '';
    const roadmap = snapshot.roadmapIn(uri);
    return roadmap ? roadmapOutline(roadmap, text) : actorsOutline(snapshot.actorsIn(uri), text);
  }

  private ofReport(analysed: AnalysedReport): readonly OutlineItem[] {
    const { report } = analysed;
    const inSections = report.sections.some(({ rows }) => rows.length > 0)
      ? actionsOfSections(report.sections)
      : new Set<string>();
    const sections = report.sections.map((section) => this.ofSection(section, analysed, inSections));
    return [...headerOutline(report), ...nested(report, sections), ...keysBehindHeader(report)];
  }

  private ofSection(
    section: Section,
    { report, roadmaps }: AnalysedReport,
    inSections: ReadonlySet<string>,
  ): readonly OutlineItem[] {
    let kept = this.bySection.get(section.reading);
    if (!kept || kept.format !== report.format || !isSameList(kept.roadmaps, roadmaps)) {
      const words = report.text.slice(section.start, section.end);
      kept = { roadmaps, format: report.format, outline: sectionOutline(section.reading, words, roadmaps) };
      this.bySection.set(section.reading, kept);
    }
    const { withoutRows, withRows } = kept.outline;
    const isShown = section.rows.map((row) => isEntry(row, inSections));
    return (isShown.includes(true) ? withRows(isShown) : withoutRows).map((item) => shiftItem(item, section.start));
  }
}

interface KeptOutline {
  readonly roadmaps: readonly Roadmap[];
  readonly format: Report['format'];
  readonly outline: SectionOutline;
}

/** Sections below the sections whose headings are higher; what stands under no heading, at the top. */
function nested(report: Report, outlines: readonly (readonly OutlineItem[])[]): readonly OutlineItem[] {
  const { sections, text } = report;
  const ends = groupEnds(report);
  let index = 0;
  const below = (end: number): OutlineItem[] => {
    const items: OutlineItem[] = [];
    for (let section = sections[index]; section && section.start < end; section = sections[index]) {
      const [own, ...others] = outlines[index] ?? [];
      const groupEnd = ends[index] ?? section.end;
      index++;
      if (own && rankOf(section.heading) !== undefined) {
        items.push(grouped(own, below(groupEnd), Math.max(trimEnd(text, section.start, groupEnd), own.span.end)));
      } else if (own) {
        items.push(own, ...others);
      }
    }
    return items;
  };
  return below(Number.POSITIVE_INFINITY);
}

/** A section with the sections below its heading. */
function grouped(own: OutlineItem, below: readonly OutlineItem[], end: number): OutlineItem {
  const children = [...own.children, ...below];
  const isGroup = own.kind === 'section' && children.some(({ kind }) => kind === 'entry' || kind === 'group');
  return { ...own, kind: isGroup ? 'group' : own.kind, span: { start: own.span.start, end }, children };
}

function isSameList<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
