import type { ActorRegister } from '../model/actor';
import { coverageOf } from '../model/coverage';
import type { TextEdit } from '../model/finding';
import { isQualified } from '../model/qualification';
import type { Report } from '../model/report';
import type { Action, Area, Roadmap } from '../model/roadmap';
import type { AnalysedReport } from '../model/snapshot';
import { isInOpenBlock, lineEndOf } from '../model/text-lines';
import { type EntryLayout, readEntryLayout } from './entry-places';
import { areaLines, entryLines } from './entry-text';

/** An action to write an entry for. */
export interface MissingAction {
  readonly roadmap: Roadmap;
  readonly action: Action;
}

/**
 * Edits that insert an entry with blanks for each action that the report has to cover and names nowhere, and how many
 * these are. Those that a section seems to be about already are left out unless they are asked for.
 *
 * @param wanted ids of actions, or with that of the roadmap before ("eu-drugs-2023:6"); undefined: all
 */
export function missingEntries(
  analysed: AnalysedReport,
  register: ActorRegister,
  wanted?: readonly string[],
): { readonly edits: readonly TextEdit[]; readonly count: number } {
  const missing = coverageOf(analysed, register).flatMap((coverage) => {
    const { roadmap } = coverage;
    const isWanted = ({ id }: Action) =>
      wanted ? wanted.includes(id) || wanted.includes(`${roadmap.id}:${id}`) : !coverage.suggested().has(id);
    return coverage.missing.filter(isWanted).map((action) => ({ roadmap: coverage.roadmap, action }));
  });
  const edits = entryInserter(analysed, register)(missing);
  return { edits, count: edits.length > 0 ? missing.length : 0 };
}

/** Writes entries with blanks for some actions into a report. */
export type EntryInserter = (missing: readonly MissingAction[]) => readonly TextEdit[];

/**
 * What inserts entries into a report, each where it belongs ({@link readEntryLayout}) and written as the others are:
 * level of headings, indentation, blank lines, line ends. It takes actions in the order in which they are to stand and
 * gives edits with offsets into the file, in order and without overlap, entries for one place in one edit; none where
 * nothing can be inserted, as in a comment that nobody closed. It looks at the report when it is first called.
 */
export function entryInserter(analysed: AnalysedReport, register: ActorRegister): EntryInserter {
  const { report, roadmaps, asOf } = analysed;
  const qualified = (roadmap: Roadmap) =>
    report.format === 'yaml' ? roadmaps.length > 1 : isQualified(roadmap, roadmaps);
  let known: { readonly layout: EntryLayout | undefined; readonly surroundings: Surroundings } | undefined;
  return (missing) => {
    known ??= { layout: readEntryLayout(analysed), surroundings: surroundingsOf(report) };
    const { layout, surroundings } = known;
    if (!layout) {
      return [];
    }
    const textOf = (one: MissingAction) =>
      entryLines({ ...one, register, asOf: asOf.day, qualified: qualified(one.roadmap) }, layout.style);
    if (report.format === 'yaml' && report.sections.length === 0) {
      return missing.length > 0 ? firstEntries(report, missing.map(textOf), surroundings) : [];
    }
    const byPlace = new Map<number, PlacedEntries>();
    for (const one of missing) {
      const { at, newArea } = layout.placeFor(one.roadmap, one.action);
      const placed: PlacedEntries = byPlace.get(at) ?? { own: [], byArea: new Map() };
      byPlace.set(at, placed);
      if (newArea) {
        const { area, style } = newArea;
        const under = placed.byArea.get(area) ?? [areaLines(area.title, style)];
        placed.byArea.set(area, [...under, textOf(one)]);
      } else {
        placed.own.push(textOf(one));
      }
    }
    const places = [...byPlace].sort(([a], [b]) => a - b);
    const orderOf = (area: Area) => roadmaps.flatMap(({ areas }) => areas).indexOf(area);
    if (report.format === 'markdown' && places.some(([at]) => isInOpenBlock(report.text, at))) {
      return [];
    }
    return places.map(([at, { own, byArea }]) => {
      const areas = [...byArea].sort(([a], [b]) => orderOf(a) - orderOf(b));
      return insertion(report.text, at, [...own, ...areas.flatMap(([, entries]) => entries)], surroundings);
    });
  };
}

/** What is to be inserted in one place. */
interface PlacedEntries {
  /** Entries that go on with what stands above. */
  readonly own: (readonly string[])[];
  /** The titles of new areas, with their entries. */
  readonly byArea: Map<Area, (readonly string[])[]>;
}

/** How the parts of a report are set off from each other. */
interface Surroundings {
  readonly newLine: string;
  /** Whether there are blank lines between entries. */
  readonly isAiry: boolean;
}

function surroundingsOf({ format, sections, text }: Report): Surroundings {
  const second = sections[1]?.start;
  const before = second === undefined ? '' : tail(text, second);
  return {
    newLine: lineEndOf(text),
    isAiry: format === 'markdown' || /\n\s*\n\s*$/.test(before),
  };
}

/** Inserts entries at the start of a line or the end of a text. */
function insertion(
  text: string,
  at: number,
  entries: readonly (readonly string[])[],
  { newLine, isAiry }: Surroundings,
): TextEdit {
  const before = tail(text, at);
  const gap = isAiry ? '\n\n' : '\n';
  const isSetOff = before === '' || (isAiry ? /\n\s*\n$/ : /\n$/).test(before);
  const opening = isSetOff ? '' : before.endsWith('\n') ? '\n' : gap;
  const closing = text.slice(at).search(/\S/) < 0 ? '\n' : gap;
  const words = opening + entries.map((lines) => lines.join('\n')).join(gap) + closing;
  return { span: { start: at, end: at }, newText: words.replace(/\n/g, newLine) };
}

/** For a YAML report without entries: behind its key, which is written where it is missing. */
function firstEntries(
  { text }: Report,
  entries: readonly (readonly string[])[],
  { newLine }: Surroundings,
): readonly TextEdit[] {
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

/** The end of the text before `at`: as much as tells how the next line is set off. */
function tail(text: string, at: number): string {
  return text.slice(Math.max(0, at - LONGEST_GAP), at);
}

/** In UTF-16 units. */
const LONGEST_GAP = 200;
