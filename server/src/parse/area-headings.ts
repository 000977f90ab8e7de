import type { Heading, Section } from '../model/report';
import type { Area, Roadmap } from '../model/roadmap';
import { foldTitle } from './action-titles';

/** An area of a roadmap that a heading is the title of. */
export interface NamedArea {
  readonly roadmap: Roadmap;
  readonly area: Area;
}

/** A section as far as its title tells what it is. */
export interface TitledSection {
  readonly heading: Pick<Heading, 'kind' | 'level' | 'text'> | undefined;
  readonly actions: readonly unknown[];
}

/**
 * Tells the area that a heading opens: its words are the area's title, or the part of it before a colon, with or without
 * a number or "Area 2:" before it. Undefined for other headings.
 */
export function areaReader(roadmaps: readonly Roadmap[]): (section: TitledSection) => NamedArea | undefined {
  const areas = new Map<string, NamedArea>();
  for (const roadmap of roadmaps) {
    for (const area of roadmap.areas) {
      const title = foldTitle(area.title);
      for (const name of [title, title.split(/\s*:/)[0] ?? title]) {
        if (name !== '' && !areas.has(name)) {
          areas.set(name, { roadmap, area });
        }
      }
    }
  }
  const longest = Math.max(0, ...[...areas.keys()].map((name) => name.length)) + LONGEST_LEAD;
  return ({ heading, actions }) => {
    if (!heading || actions.length > 0 || heading.text.length > longest) {
      return undefined;
    }
    const words = foldTitle(heading.text);
    return areas.get(words) ?? areas.get(words.replace(LEAD, ''));
  };
}

/**
 * How far out a section stands: what follows it with a higher rank stands under it. A heading's level; in YAML 1 for an
 * item that is only a title and 2 for one that reports on an action; 0 for a section without a title.
 */
export function rankOf({ heading, actions }: TitledSection): number {
  return heading?.kind === 'item' ? (actions.length > 0 ? 2 : 1) : (heading?.level ?? 0);
}

/** Index of the section behind all that stands under one: the next one of its rank or further out. */
export function endOfGroup(sections: readonly Section[], index: number): number {
  const rank = sections[index] ? rankOf(sections[index]) : 0;
  const next = sections.findIndex((section, i) => i > index && rankOf(section) > 0 && rankOf(section) <= rank);
  return next < 0 ? sections.length : next;
}

/** A number of the report's own, and a word for an area: "3.2 ", "II. ", "Priority area 2: ". */
const LEAD =
  /^(?:(?:priority )?(?:area|pillar|part|chapter|section) ?(?:\d+|[ivx]+)?\s*[:.–-]\s*|[\divx]+(?:\.\d+)*[.)]?\s+)/;

/** In UTF-16 units, with marks and blanks that {@link foldTitle} takes out. */
const LONGEST_LEAD = 60;
