import type { Position } from 'vscode-languageserver-protocol';
import { positionAt, type TypedFormat } from './typing';

/** What a place of a document is for. */
export type PlaceKind = 'completion' | 'hover';

/** Patterns of places, by what is asked there; the place is the end of the match. */
export type PlacePatterns = Readonly<Partial<Record<PlaceKind, RegExp>>>;

/**
 * Places in the middle of a document where there is something to complete or to show.
 *
 * @param pattern What ends at such a place.
 * @param count How many; the same ones come again where there are not enough.
 */
export function placesIn(text: string, pattern: RegExp, count: number): Position[] {
  const ends = [...text.matchAll(pattern)].map(({ index, 0: match }) => index + match.length);
  if (ends.length === 0) {
    throw new Error(`The draft has no place to ask at: ${pattern}`);
  }
  const middle = Math.max(
    0,
    ends.findIndex((end) => end >= text.length / 2),
  );
  const near = ends.slice(middle, middle + DIFFERENT_PLACES).map((end) => positionAt(text, end));
  return Array.from({ length: count }, (_, index) => near[index % near.length] ?? { line: 0, character: 0 });
}

/** A place within a word of prose, in the middle. */
export function prosePlace(text: string, format: TypedFormat): Position {
  const [place] = placesIn(text, PROSE[format], 1);
  return place ?? { line: 0, character: 0 };
}

/** What Rapporteur and the servers of YAML and JSON are asked for: statuses, actors, actions. */
export const PLACES: Readonly<Record<TypedFormat, PlacePatterns>> = {
  markdown: {
    completion: /^- \*\*Status:\*\* in progress|^- \*\*Actors:\*\* [^\n]*(?=$)|^#### Action \d/gm,
    hover: /^#### Action (?=\d)|^- \*\*Status:\*\* in p|^- \*\*Actors:\*\* \w|^- (?=\d+\.\d)/gm,
  },
  yaml: {
    completion: /^ {4}status: in-progress|^ {4}actors: \[\w+|^ {2}- action: "\d/gm,
    hover: /^ {4}stat|^ {4}act|^ {2}- act/gm,
  },
  json: {
    completion: /"status": "in-progress|"action": "\d/gm,
    hover: /"stat|"act/gm,
  },
};

/** Of the places in the middle, so many are asked at. */
const DIFFERENT_PLACES = 40;

const PROSE: Readonly<Record<TypedFormat, RegExp>> = {
  markdown: /^[A-Z][^\n]{80}/gm,
  yaml: /^ {6}[A-Z][^\n]{80}/gm,
  json: /"text": "[^"\n]{80}/gm,
};
