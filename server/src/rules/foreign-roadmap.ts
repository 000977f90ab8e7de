import type { Roadmap } from '../model/roadmap';
import type { Span } from '../model/span';
import { nearestNames } from '../parse/nearest-name';
import type { SectionContext } from './check-context';

/** A roadmap that is named with an action and that the report is not on: "Action 5 (luxembourg-2015)". */
export interface ForeignRoadmap {
  /** Its id as written. */
  readonly id: string;
  /** The id; offset as in the context's text. */
  readonly span: Span;
  /** The roadmap, where there is one with this id; undefined for a slip in the id of one of the report's. */
  readonly roadmap: Roadmap | undefined;
  /** Ids of the report's roadmaps that were probably meant; empty where `roadmap` is known. */
  readonly near: readonly string[];
}

/**
 * The roadmap of another report that is named in brackets behind an action's number or title, or before the number and a
 * colon. Undefined where none is, and where the words are neither a known roadmap's id nor like one of the report's.
 *
 * @param written where the number or the title stands
 */
export function foreignRoadmap(
  written: { readonly span: Span; readonly title?: { readonly span: Span } },
  { text, roadmaps, knownRoadmaps }: Pick<SectionContext, 'text' | 'roadmaps' | 'knownRoadmaps'>,
): ForeignRoadmap | undefined {
  const { span: number, title } = written;
  const places = [
    placeOf(IN_BRACKETS_BEHIND, text, number.end, number.end + LONGEST),
    ...[title?.span ?? [], number].flat().map(({ start, end }) => placeOf(AT_AN_END, text, start, end)),
  ];
  for (const span of places.flatMap((place) => place ?? [])) {
    const id = text.slice(span.start, span.end);
    const isOwn = roadmaps.some((roadmap) => roadmap.id.toLowerCase() === id.toLowerCase());
    const roadmap = knownRoadmaps.get(id);
    const near = roadmap || !/[-\d]/.test(id) ? [] : nearestNames(id, new Set(roadmaps.map((one) => one.id)));
    if (!isOwn && (roadmap || near.length > 0)) {
      return { id, span, roadmap, near };
    }
  }
  return undefined;
}

const LONGEST = 100;
const IN_BRACKETS_BEHIND = /^\s{0,3}\(\s*([^()\s]{1,80})\s*\)/u;
/** In brackets at the end of a title, or of words that were taken for a number; or before their colon. */
const AT_AN_END = /\(\s*([^()\s]{1,80})\s*\)\s*$|^([^():\s]{1,80}):/u;

/** The place of an id between two offsets. */
function placeOf(pattern: RegExp, text: string, from: number, to: number): Span | undefined {
  const match = pattern.exec(text.slice(from, to));
  const id = match?.[1] ?? match?.[2] ?? '';
  const start = from + (match?.index ?? 0) + (match?.[0].indexOf(id) ?? 0);
  return match ? { start, end: start + id.length } : undefined;
}
