import type { Report, Section } from '../model/report';
import type { Action, Area, Roadmap } from '../model/roadmap';
import { RoadmapIndex } from '../model/roadmap-index';
import type { AnalysedReport } from '../model/snapshot';
import { startOfLine } from '../model/text-lines';
import { areaReader, endOfGroup, rankOf } from '../parse/area-headings';
import type { EntryStyle } from './entry-text';

/** How the entries of a report are written, and where. */
export interface EntryLayout {
  readonly style: EntryStyle;
  /** Where an entry for an action belongs. */
  placeFor(roadmap: Roadmap, action: Action): EntryPlace;
}

export interface EntryPlace {
  /** The start of a line, or the end of the entries; an offset into the file. */
  readonly at: number;
  /** The area whose title has to be written above it: the report groups its entries by area and has not got this one. */
  readonly newArea: { readonly area: Area; readonly style: EntryStyle } | undefined;
}

/**
 * Looks at the entries of a report once. An entry belongs before that of the next action of its area in the roadmap's
 * order, else at the end of its area; where its area has none, between the areas or entries around it in that order, else
 * at the end. Undefined for YAML entries in brackets, between which nothing can be inserted line by line.
 */
export function readEntryLayout(analysed: AnalysedReport): EntryLayout | undefined {
  const { report, roadmaps } = analysed;
  const style = entryStyleOf(analysed);
  if (!style) {
    return undefined;
  }
  const known = new RoadmapIndex(roadmaps);
  const outlines = new Map(roadmaps.map((roadmap) => [roadmap, outlineOf(roadmap, analysed, known, style)]));
  const lastPasted = report.sections.findLastIndex(({ heading }) => heading?.kind === 'pasted');
  return {
    style,
    placeFor: (roadmap, action) => {
      const outline = outlines.get(roadmap) ?? { entries: [], groups: [] };
      const order = known.action(roadmap.id, action.id)?.place ?? roadmap.actions.length;
      const { index: found, newArea } = placeAmong(roadmap, action, order, outline, report.sections);
      const index = newArea || style.format === 'yaml' ? found : outOfGroup(report.sections, found, style.level);
      const level = outline.groups[0]?.rank ?? 1;
      return {
        at: startOf(report, index, index <= lastPasted, style),
        newArea: newArea && { area: newArea, style: style.format === 'markdown' ? { ...style, level } : style },
      };
    },
  };
}

/**
 * How the entries of a report are written; the usual way where it has none. Undefined for YAML entries in brackets,
 * between which nothing can be inserted line by line.
 */
export function entryStyleOf({ report, roadmaps }: AnalysedReport): EntryStyle | undefined {
  if (report.format === 'yaml') {
    const first = report.sections[0];
    const before = first ? report.text.slice(startOfLine(report.text, first.start), first.start) : '  ';
    return /^ *$/.test(before) ? { format: 'yaml', indent: before.length } : undefined;
  }
  const counts = new Map<number, number>();
  let hasHeading = false;
  let isPasted = false;
  for (const { heading, actions } of report.sections) {
    hasHeading ||= heading?.kind === 'heading';
    isPasted ||= heading?.kind === 'pasted' && actions.length > 0;
    if (heading?.kind === 'heading' && actions.length > 0) {
      counts.set(heading.level, (counts.get(heading.level) ?? 0) + 1);
    }
  }
  if (!hasHeading && isPasted) {
    return { format: 'markdown', level: 0 };
  }
  const [usual] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (usual !== undefined) {
    return { format: 'markdown', level: usual };
  }
  const isArea = areaReader(roadmaps);
  const area = report.sections.find((section) => section.heading?.kind === 'heading' && isArea(section))?.heading
    ?.level;
  return { format: 'markdown', level: Math.min(6, (area ?? 1) + 1) };
}

/** Where a report has the entries and areas of a roadmap. */
interface Outline {
  /** Without those that stand under the title of another area. */
  readonly entries: readonly PlacedEntry[];
  readonly groups: readonly AreaGroup[];
}

interface PlacedEntry {
  /** Of the section. */
  readonly index: number;
  readonly area: string | undefined;
  /** Place of the action in the roadmap. */
  readonly order: number;
}

/** The title of an area, and what stands under it: the sections up to `end`, exclusive. */
interface AreaGroup {
  readonly index: number;
  readonly end: number;
  readonly rank: number;
  readonly area: string;
  /** Place of the area in the roadmap. */
  readonly order: number;
}

function outlineOf(
  roadmap: Roadmap,
  { report, roadmaps }: AnalysedReport,
  known: RoadmapIndex,
  style: EntryStyle,
): Outline {
  const { sections } = report;
  const rankOfEntries = style.format === 'markdown' ? style.level : 2;
  const areaOf = areaReader(roadmaps);
  const titles = sections.flatMap((section, index): AreaGroup[] => {
    const named = areaOf(section);
    const rank = rankOf(section);
    return named?.roadmap === roadmap && rank < rankOfEntries && section.heading?.kind !== 'pasted'
      ? [
          {
            index,
            end: endOfGroup(sections, index),
            rank,
            area: named.area.id,
            order: roadmap.areas.indexOf(named.area),
          },
        ]
      : [];
  });
  // What stands behind the title of an only area in YAML need not stand under it.
  const groups = report.format === 'markdown' || titles.length > 1 ? titles : [];
  const entries = sections.flatMap((section, index): PlacedEntry[] => {
    const reference = section.actions.find((one) => one.roadmap === roadmap.id);
    const found = reference && known.action(roadmap.id, reference.action);
    const around = groups.find((group) => group.index < index && index < group.end);
    return found && (!around || around.area === found.action.area)
      ? [{ index, area: found.action.area, order: found.place }]
      : [];
  });
  return { entries, groups };
}

/** Index of the section before which an entry belongs; the number of sections where it belongs behind all. */
function placeAmong(
  roadmap: Roadmap,
  action: Action,
  order: number,
  { entries, groups }: Outline,
  sections: readonly Section[],
): { readonly index: number; readonly newArea?: Area } {
  const sameArea = entries.filter((entry) => entry.area === action.area);
  const next = nextOf(sameArea, order);
  const group = groups.find(({ area }) => area === action.area);
  const lastOfArea = sameArea[sameArea.length - 1];
  if (next) {
    return { index: next.index };
  }
  if (group || lastOfArea) {
    return { index: group?.end ?? endOfGroup(sections, lastOfArea?.index ?? 0) };
  }
  const newArea = groups.length > 0 ? roadmap.areas.find(({ id }) => id === action.area) : undefined;
  if (newArea) {
    const nextGroup = nextOf(groups, roadmap.areas.indexOf(newArea));
    return { index: nextGroup?.index ?? groups[groups.length - 1]?.end ?? sections.length, newArea };
  }
  const nextAnywhere = nextOf(entries, order);
  const lastAnywhere = entries[entries.length - 1];
  return { index: nextAnywhere?.index ?? (lastAnywhere ? endOfGroup(sections, lastAnywhere.index) : sections.length) };
}

/**
 * Where an entry that belongs before a section can stand without parting it from what it stands under: a section that
 * stands further in than entries would come under the new one. So before the heading above it that is as far out as entries,
 * or, where only others are, behind the whole group.
 */
function outOfGroup(sections: readonly Section[], index: number, level: number): number {
  const isInner = (at: number) => sections[at] !== undefined && rankOf(sections[at]) > level;
  let before = index;
  let behind = index;
  while (level > 0 && isInner(before)) {
    before--;
  }
  while (level > 0 && isInner(behind)) {
    behind++;
  }
  const outer = sections[before];
  return before === index || (outer && rankOf(outer) === level) ? before : behind;
}

/** What follows soonest in the roadmap's order. */
function nextOf<T extends { readonly order: number }>(placed: readonly T[], order: number): T | undefined {
  let next: T | undefined;
  for (const one of placed) {
    if (one.order > order && (next === undefined || one.order < next.order)) {
      next = one;
    }
  }
  return next;
}

/**
 * The start of the line of a section, comments on it included; behind the last one, the end of the entries.
 *
 * @param isInPasted whether it or a section behind it has a title pasted from Word
 */
function startOf({ format, sections, text }: Report, index: number, isInPasted: boolean, style: EntryStyle): number {
  const section = sections[index];
  const end = format === 'yaml' ? (sections[sections.length - 1]?.end ?? text.length) : text.length;
  // A heading ends the part of a text in which titles without marks count, so it cannot stand before one.
  if (!section || (isInPasted && style.format === 'markdown' && style.level > 0)) {
    return end;
  }
  let at = startOfLine(text, section.start);
  const comment =
    style.format === 'yaml' ? new RegExp(`^ {0,${style.indent}}#`) : /^<!--\s*rapporteur-disable-next-line/;
  while (at > 0 && comment.test(text.slice(startOfLine(text, at - 1), at))) {
    at = startOfLine(text, at - 1);
  }
  return at;
}
