import { actionsOfSections, isEntry } from '../model/entry';
import type { Report, Section, SectionReading } from '../model/report';
import type { Roadmap } from '../model/roadmap';
import type { AnalysedReport, Snapshot } from '../model/snapshot';
import { headerOutline, keysBehindHeader } from './outline-header';
import { type OutlineItem, shiftItem, trimEnd } from './outline-item';
import { actorsOutline, roadmapOutline } from './outline-roadmap';
import { type SectionOutline, sectionOutline } from './outline-section';

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
  const top: OutlineItem[] = [];
  const open: { readonly rank: number; readonly index: number; readonly children: OutlineItem[] }[] = [];
  const close = (end: number) => {
    const { index = 0, children = [] } = open.pop() ?? {};
    const [own] = outlines[index] ?? [];
    const { start = 0 } = report.sections[index] ?? {};
    if (own) {
      const below = [...own.children, ...children];
      const isGroup = own.kind === 'section' && below.some(({ kind }) => kind === 'entry' || kind === 'group');
      (open[open.length - 1]?.children ?? top).push({
        ...own,
        kind: isGroup ? 'group' : own.kind,
        span: { start, end: Math.max(trimEnd(report.text, start, end), own.span.end) },
        children: below,
      });
    }
  };
  for (const [index, { heading, start }] of report.sections.entries()) {
    const rank = rankOf(heading);
    while (open.length > 0 && (rank === undefined || (open[open.length - 1]?.rank ?? 0) >= rank)) {
      close(start);
    }
    if (rank === undefined) {
      top.push(...(outlines[index] ?? []));
    } else {
      open.push({ rank, index, children: [] });
    }
  }
  const end = report.sections[report.sections.length - 1]?.end ?? 0;
  while (open.length > 0) {
    close(end);
  }
  return top;
}

/** Headings by level, pasted titles below all of them; undefined where a section stands below no other. */
function rankOf(heading: Section['heading']): number | undefined {
  if (!heading || heading.kind === 'item') {
    return undefined;
  }
  return heading.kind === 'pasted' ? RANK_OF_PASTED : heading.level;
}

const RANK_OF_PASTED = 7;

function isSameList<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}
