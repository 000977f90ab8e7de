import { keyOf } from '../model/entry';
import type { Fix } from '../model/finding';
import type { Report, Section } from '../model/report';
import { actionLabel, type Roadmap } from '../model/roadmap';
import { RoadmapIndex } from '../model/roadmap-index';
import { shiftSpan } from '../model/span';
import { readEntryLayout } from '../write/entry-places';
import { startOfSection } from '../write/insert-section';
import { blockOf, reorderBlocks, type SectionBlock } from '../write/move-section';
import type { FixContext } from './rule';

/**
 * Sorts the entries that stand together with one (no heading and no other text between them) as the roadmap has them.
 *
 * @param index of the section that stands behind one that it should stand before
 * @param earlier index of that one
 */
export function sortFix(index: number, earlier: number, roadmap: Roadmap, context: FixContext): readonly Fix[] {
  const { report, roadmaps } = context;
  const known = new RoadmapIndex(roadmaps);
  const placeOf = ({ actions }: Pick<Section, 'actions'>) =>
    actions.map((one) => known.action(one.roadmap, one.action)).find((one) => one?.roadmap === roadmap)?.place;
  const placesAt = (at: number) => report.sections.slice(at, at + 1).flatMap((section) => placeOf(section) ?? []);
  const run = runAround(index, context, (section) => placeOf(section) !== undefined);
  const own = new Set(report.sections[index]?.actions.map(keyOf));
  const others = report.sections.filter(({ actions, rows }) =>
    [{ actions }, ...rows].some((part) => part.actions.some((one) => own.has(keyOf(one)))),
  );
  const placesIn = (section: Section) => [section, ...section.rows].flatMap((entry) => placeOf(entry) ?? []);
  const before = report.sections.slice(0, run[0]?.index).flatMap(placesIn).at(-1) ?? 0;
  const behind = report.sections.slice(run.at(-1)?.end).flatMap(placesIn)[0] ?? Number.POSITIVE_INFINITY;
  const places = run.flatMap(({ index: at }) => placesAt(at));
  // What follows the run would stand behind another entry, which it should stand before.
  const isNewBehind = places.some((at) => at > behind) && (places.at(-1) ?? 0) <= behind;
  const named = run.flatMap(({ index: at }) => [...new Set(report.sections[at]?.actions.map(keyOf))]);
  // Of an action with several entries, one would stand in the wrong place still; so would what belongs before the run.
  // And which of them comes first decides what is said of its deadlines.
  if (
    !run.some((block) => block.index === earlier) ||
    others.length > 1 ||
    isNewBehind ||
    new Set(named).size < named.length ||
    places.some((at) => at < before)
  ) {
    return [];
  }
  const place = ({ index: at }: SectionBlock) => {
    const section = report.sections[at];
    return (section && placeOf(section)) ?? 0;
  };
  const sorted = [...run].sort((a, b) => place(a) - place(b));
  const edit = reorderBlocks(report, run, sorted);
  const title = `Sort the ${run.length} entries here as in the roadmap`;
  return edit ? [{ title, safe: false, edits: [{ ...edit, span: shiftSpan(edit.span, -context.start) }] }] : [];
}

/** Moves a section before another one that stands above it, or behind one that stands below it. */
export function moveFix(
  index: number,
  where: 'before' | 'behind',
  target: number,
  context: FixContext,
): readonly Fix[] {
  const { report, start } = context;
  const { sections } = report;
  const [moved, other] = [blockOf(report, index), sections[target]];
  const blocks =
    where === 'before'
      ? [{ index: target, end: index }, moved]
      : [moved, { index: moved.end, end: blockOf(report, target).end }];
  const heading = sections[index]?.heading?.text;
  const isFull = (at: number) => (sections[at]?.hasProse ?? false) || report.format === 'markdown';
  const isThere = where === 'before' ? target < index : target >= moved.end;
  const edit =
    isThere && isFull(index) && isFull(target) ? reorderBlocks(report, blocks, [...blocks].reverse()) : undefined;
  return edit && other?.heading && heading !== undefined
    ? [
        {
          title: `Move “${heading}” ${where} “${other.heading.text}”`,
          safe: false,
          edits: [{ ...edit, span: shiftSpan(edit.span, -start) }],
        },
      ]
    : [];
}

/** Moves an entry under the heading of its area, to its place there. */
export function moveToAreaFix(index: number, roadmap: Roadmap, action: string, context: FixContext): readonly Fix[] {
  const { report, start } = context;
  const [moved, meant] = [blockOf(report, index), roadmap.actions.find(({ id }) => id === action)];
  const place = meant && readEntryLayout(context)?.placeFor(roadmap, meant);
  const area = roadmap.areas.find(({ id }) => id === meant?.area);
  if (!place || place.newArea || !area || !meant || isAlone(moved, report)) {
    return [];
  }
  const isBehind = place.at >= report.text.length || place.at >= (report.sections.at(-1)?.end ?? 0);
  const target = isBehind
    ? report.sections.length
    : report.sections.findIndex((_, at) => startOfSection(report, at) === place.at);
  const blocks =
    target < 0 || (target >= moved.index && target <= moved.end)
      ? undefined
      : target < moved.index
        ? [{ index: target, end: moved.index }, moved]
        : [moved, { index: moved.end, end: target }];
  const edit = blocks && reorderBlocks(report, blocks, [...blocks].reverse());
  const title = `Move ${actionLabel(roadmap, action)} under “${area.title}”`;
  return edit ? [{ title, safe: false, edits: [{ ...edit, span: shiftSpan(edit.span, -start) }] }] : [];
}

/** Whether nothing is left under a heading once a block is moved away. */
function isAlone({ index, end }: SectionBlock, { sections }: Report): boolean {
  const [above, next] = [sections[index - 1], sections[end]];
  const level = above?.heading?.level ?? 0;
  const isUnder = above !== undefined && level < (sections[index]?.heading?.level ?? 0) && !above.hasProse;
  return isUnder && (next === undefined || (next.heading?.level ?? 0) <= level);
}

/** The blocks around a section that are entries and follow on one another, on one level. */
function runAround(
  index: number,
  { report }: FixContext,
  isEntry: (section: Section) => boolean,
): readonly SectionBlock[] {
  const { sections } = report;
  const level = sections[index]?.heading?.level;
  const isPart = (at: number) => {
    const section = sections[at];
    return section !== undefined && section.heading?.level === level && isEntry(section);
  };
  let first = index;
  for (let at = index - 1; at >= 0; at--) {
    if (isPart(at) && blockOf(report, at).end === first) {
      first = at;
    } else if ((sections[at]?.heading?.level ?? 0) <= (level ?? 0)) {
      break;
    }
  }
  const run: SectionBlock[] = [];
  for (let at = first; isPart(at); ) {
    const block = blockOf(report, at);
    run.push(block);
    at = block.end;
  }
  return run;
}
