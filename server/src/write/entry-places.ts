import type { Report, Section } from '../model/report';
import { type Action, actionOf, type Roadmap } from '../model/roadmap';
import type { AnalysedReport } from '../model/snapshot';
import { areaOfHeading, endOfGroup } from '../parse/area-headings';
import type { EntryStyle } from './entry-text';

/** How the entries of a report are written, and where. */
export interface EntryLayout {
  readonly style: EntryStyle;
  /**
   * Where an entry for an action belongs: before the entry of the next action of its area in the roadmap's order, else
   * at the end of its area, else between the entries around it in that order, else at the end. The start of a line, or
   * the end of the entries; an offset into the file.
   */
  placeFor(roadmap: Roadmap, action: Action): number;
}

/**
 * Looks at the entries of a report once. Undefined for YAML entries in brackets, between which nothing can be inserted
 * line by line.
 */
export function readEntryLayout(analysed: AnalysedReport): EntryLayout | undefined {
  const style = styleOf(analysed);
  const outlines = new Map(analysed.roadmaps.map((roadmap) => [roadmap, outlineOf(roadmap, analysed)]));
  return (
    style && {
      style,
      placeFor: (roadmap, action) => {
        const outline = outlines.get(roadmap) ?? { entries: [], areas: new Map() };
        return startOf(analysed.report, sectionBehind(roadmap, action, outline, analysed.report.sections), style);
      },
    }
  );
}

/** Where a report has the entries and areas of a roadmap. */
interface Outline {
  readonly entries: readonly Placed[];
  /** Indexes of the sections that are titles of areas, by the area's id. */
  readonly areas: ReadonlyMap<string, number>;
}

/** A section on an action. */
interface Placed {
  readonly index: number;
  readonly area: string | undefined;
  /** Place of the action in the roadmap. */
  readonly order: number;
}

function outlineOf(roadmap: Roadmap, { report, roadmaps }: AnalysedReport): Outline {
  const entries: Placed[] = [];
  const areas = new Map<string, number>();
  for (const [index, section] of report.sections.entries()) {
    const reference = section.actions.find((one) => one.roadmap === roadmap.id);
    const action = reference && actionOf(roadmap, reference.action);
    const named = action ? undefined : areaOfHeading(section, roadmaps);
    if (action) {
      entries.push({ index, area: action.area, order: roadmap.actions.indexOf(action) });
    } else if (named?.roadmap === roadmap) {
      areas.set(named.area.id, index);
    }
  }
  return { entries, areas };
}

/** Index of the section before which an entry belongs; the number of sections where it belongs behind all. */
function sectionBehind(
  roadmap: Roadmap,
  action: Action,
  { entries, areas }: Outline,
  sections: readonly Section[],
): number {
  const order = roadmap.actions.indexOf(action);
  const sameArea = entries.filter((one) => one.area === action.area);
  const next = nearestBehind(sameArea, order);
  const group = action.area === undefined ? undefined : areas.get(action.area);
  const lastOfArea = sameArea[sameArea.length - 1];
  if (next) {
    return next.index;
  }
  if (group !== undefined || lastOfArea) {
    return endOfGroup(sections, group ?? lastOfArea?.index ?? 0);
  }
  const nextAnywhere = nearestBehind(entries, order);
  const lastAnywhere = entries[entries.length - 1];
  if (nextAnywhere) {
    return outermost(nextAnywhere, areas, sections);
  }
  return lastAnywhere ? endOfGroup(sections, outermost(lastAnywhere, areas, sections)) : sections.length;
}

/** The section on the action that follows soonest. */
function nearestBehind(placed: readonly Placed[], order: number): Placed | undefined {
  return placed.filter((one) => one.order > order).sort((a, b) => a.order - b.order)[0];
}

/** The heading of the area that a section stands under, else the section itself. */
function outermost({ index, area }: Placed, areas: Outline['areas'], sections: readonly Section[]): number {
  const group = area === undefined ? undefined : areas.get(area);
  return group !== undefined && group < index && index < endOfGroup(sections, group) ? group : index;
}

/** The start of the line of a section, comments on it included; behind the last one, the end of the entries. */
function startOf({ format, sections, text }: Report, index: number, style: EntryStyle): number {
  const section = sections[index];
  const end = format === 'yaml' ? (sections.at(-1)?.end ?? text.length) : text.length;
  // A heading ends the part of a text in which titles without marks count, so it cannot stand before one.
  const isInPasted = sections.slice(index).some(({ heading }) => heading?.kind === 'pasted');
  if (!section || (isInPasted && style.format === 'markdown' && style.level > 0)) {
    return end;
  }
  let at = lineStart(text, section.start);
  const comment =
    style.format === 'yaml' ? new RegExp(`^ {0,${style.indent}}#`) : /^<!--\s*rapporteur-disable-next-line/;
  while (at > 0 && comment.test(text.slice(lineStart(text, at - 1), at))) {
    at = lineStart(text, at - 1);
  }
  return at;
}

/** How the entries of a report are written; the usual way where it has none. */
function styleOf({ report, roadmaps }: AnalysedReport): EntryStyle | undefined {
  if (report.format === 'yaml') {
    const first = report.sections[0];
    const before = first ? report.text.slice(lineStart(report.text, first.start), first.start) : '  ';
    return /^ *$/.test(before) ? { format: 'yaml', indent: before.length } : undefined;
  }
  const headings = report.sections.filter(({ heading }) => heading?.kind === 'heading');
  const entries = report.sections.filter(({ actions }) => actions.length > 0);
  if (headings.length === 0 && entries.some(({ heading }) => heading?.kind === 'pasted')) {
    return { format: 'markdown', level: 0 };
  }
  const counts = new Map<number, number>();
  for (const { heading } of headings.filter(({ actions }) => actions.length > 0)) {
    counts.set(heading?.level ?? 2, (counts.get(heading?.level ?? 2) ?? 0) + 1);
  }
  const [usual] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const area = headings.find((section) => areaOfHeading(section, roadmaps))?.heading?.level;
  return { format: 'markdown', level: usual ?? (area === undefined ? 2 : Math.min(6, area + 1)) };
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
