import type { ActorRegister } from '../model/actor';
import { coverageOf } from '../model/coverage';
import type { TextEdit } from '../model/finding';
import type { Report, Section } from '../model/report';
import { type Action, actionOf, type Roadmap } from '../model/roadmap';
import type { AnalysedReport } from '../model/snapshot';
import { areaOfHeading, endOfGroup } from '../parse/area-headings';
import { type EntryStyle, entryLines } from './entry-text';

/** An action to write an entry for. */
export interface MissingAction {
  readonly roadmap: Roadmap;
  readonly action: Action;
}

/**
 * Edits that insert an entry with blanks for each action that the report has to cover and names nowhere, and how many
 * these are. Those that a section seems to be about already are left out unless they are asked for.
 *
 * @param wanted ids of actions; undefined: all
 */
export function missingEntries(
  analysed: AnalysedReport,
  register: ActorRegister,
  wanted?: readonly string[],
): { readonly edits: readonly TextEdit[]; readonly count: number } {
  const missing = coverageOf(analysed, register).flatMap((coverage) => {
    const isWanted = ({ id }: Action) => (wanted ? wanted.includes(id) : !coverage.suggested().has(id));
    return coverage.missing.filter(isWanted).map((action) => ({ roadmap: coverage.roadmap, action }));
  });
  const edits = insertEntries(analysed, register, missing);
  return { edits, count: edits.length > 0 ? missing.length : 0 };
}

/**
 * Edits that insert an entry with blanks for each of these actions: before the entry of the next action of its area in
 * the roadmap's order, else at the end of its area, else between the entries around it in that order, else at the end.
 * They look like the report's other entries (level of headings, indentation, line ends). Offsets into the file; in
 * order and without overlap, entries for one place in one edit.
 *
 * @param missing in the order in which they are to stand
 */
export function insertEntries(
  analysed: AnalysedReport,
  register: ActorRegister,
  missing: readonly MissingAction[],
): readonly TextEdit[] {
  const { report, roadmaps, asOf } = analysed;
  const style = styleOf(analysed);
  if (!style) {
    return [];
  }
  const qualified = roadmaps.length > 1;
  const textOf = (one: MissingAction) => entryLines({ ...one, register, asOf: asOf.day, qualified }, style);
  if (report.format === 'yaml' && report.sections.length === 0) {
    return missing.length > 0 ? firstEntries(report, missing.map(textOf)) : [];
  }
  const byPlace = new Map<number, (readonly string[])[]>();
  for (const one of missing) {
    const at = placeFor(one.roadmap, one.action, analysed, style);
    byPlace.set(at, [...(byPlace.get(at) ?? []), textOf(one)]);
  }
  const places = [...byPlace].sort(([a], [b]) => a - b);
  return places.map(([at, entries]) => insertion(report, at, entries));
}

/**
 * How the entries of a report are written; the usual way where it has none. Undefined for YAML entries in brackets,
 * between which nothing can be inserted line by line.
 */
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

/** Where the entry for an action belongs: the start of a line, or the end of the entries. */
function placeFor(roadmap: Roadmap, action: Action, { report, roadmaps }: AnalysedReport, style: EntryStyle): number {
  const { sections } = report;
  const order = roadmap.actions.indexOf(action);
  const placed = sections.flatMap((section, index): Placed[] => {
    const reference = section.actions.find((one) => one.roadmap === roadmap.id);
    const other = reference && actionOf(roadmap, reference.action);
    return other ? [{ index, area: other.area, order: roadmap.actions.indexOf(other) }] : [];
  });
  const groups = new Map(
    sections.flatMap((section, index) => {
      const named = areaOfHeading(section, roadmaps);
      return named?.roadmap === roadmap ? [[named.area.id, index] as const] : [];
    }),
  );
  const indexBefore = (one: Placed, sameArea: boolean) => (sameArea ? one.index : outermost(one, groups, sections));
  const indexBehind = (one: Placed, sameArea: boolean) => endOfGroup(sections, indexBefore(one, sameArea));
  const sameArea = placed.filter((one) => one.area === action.area);
  const next = nearestBehind(sameArea, order);
  const group = action.area === undefined ? undefined : groups.get(action.area);
  const lastOfArea = sameArea.at(-1);
  if (next) {
    return startOf(report, indexBefore(next, true), style);
  }
  if (group !== undefined) {
    return startOf(report, endOfGroup(sections, group), style);
  }
  if (lastOfArea) {
    return startOf(report, indexBehind(lastOfArea, true), style);
  }
  const nextAnywhere = nearestBehind(placed, order);
  const lastAnywhere = placed.at(-1);
  const index = nextAnywhere
    ? indexBefore(nextAnywhere, false)
    : lastAnywhere
      ? indexBehind(lastAnywhere, false)
      : undefined;
  return startOf(report, index ?? sections.length, style);
}

/** A section on an action. */
interface Placed {
  readonly index: number;
  readonly area: string | undefined;
  /** Place of the action in the roadmap. */
  readonly order: number;
}

/** The section on the action that follows soonest. */
function nearestBehind(placed: readonly Placed[], order: number): Placed | undefined {
  return placed.filter((one) => one.order > order).sort((a, b) => a.order - b.order)[0];
}

/** The heading of the area that a section stands under, else the section itself. */
function outermost({ index, area }: Placed, groups: ReadonlyMap<string, number>, sections: readonly Section[]): number {
  const group = area === undefined ? undefined : groups.get(area);
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

/** Inserts entries at the start of a line or the end of a text, set off as the format and the other entries are. */
function insertion({ format, sections, text }: Report, at: number, entries: readonly (readonly string[])[]): TextEdit {
  const before = text.slice(0, at);
  const behind = text.slice(at);
  const second = sections[1];
  const isAiry = format === 'markdown' || (second !== undefined && /\n\s*\n\s*$/.test(text.slice(0, second.start)));
  const gap = isAiry ? '\n\n' : '\n';
  const missing = before === '' || (isAiry ? /\n\s*\n$/ : /\n$/).test(before) ? '' : before.endsWith('\n') ? '\n' : gap;
  const closing = behind.trim() === '' ? '\n' : gap;
  const words = missing + entries.map((lines) => lines.join('\n')).join(gap) + closing;
  return { span: { start: at, end: at }, newText: words.replace(/\n/g, text.includes('\r\n') ? '\r\n' : '\n') };
}

/** For a YAML report without entries: behind its key, which is written where it is missing. */
function firstEntries({ text }: Report, entries: readonly (readonly string[])[]): readonly TextEdit[] {
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = entries.flat().join(newLine);
  const key = /^entries[ \t]*:[ \t]*(?<value>[^\r\n#]*)(?:#[^\r\n]*)?$/m.exec(text);
  const value = key?.groups?.value?.trim() ?? '';
  if (!key) {
    const start = text === '' || text.endsWith('\n') ? '' : newLine;
    return [
      { span: { start: text.length, end: text.length }, newText: `${start}entries:${newLine}${lines}${newLine}` },
    ];
  }
  const end = key.index + key[0].length;
  const isEmptyList = /^\[\s*\]$/.test(value);
  return value === '' || isEmptyList
    ? [{ span: { start: isEmptyList ? text.indexOf('[', key.index) : end, end }, newText: `${newLine}${lines}` }]
    : [];
}

function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}
