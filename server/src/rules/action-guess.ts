import { type Action, actionLabel, type Roadmap } from '../model/roadmap';
import { foldTitle } from '../parse/action-titles';
import { nearestNames } from '../parse/nearest-name';

/** The action that was probably meant by a number or title that no roadmap has. */
export interface ActionGuess {
  readonly roadmap: Roadmap;
  readonly action: Action;
  /** "Action 6: Facilitating financial investigations". */
  readonly name: string;
  /** Whether the words settle it: by a title, or by an id with a slip in it. A number for another number is a guess. */
  readonly settled: boolean;
}

/** Guesses by the title beside the number, by the words as a title, then by the number; undefined where several fit. */
export function guessAction(
  written: {
    readonly action: string;
    readonly roadmap: string | undefined;
    readonly title?: { readonly text: string };
  },
  roadmaps: readonly Roadmap[],
): ActionGuess | undefined {
  const possible = roadmaps.filter(({ id }) => written.roadmap === undefined || written.roadmap === id);
  const all = possible.flatMap((roadmap) => roadmap.actions.map((action) => ({ roadmap, action })));
  const nearest = (words: string, nameOf: (action: Action) => string) => {
    const [name, ...others] = nearestNames(words, new Set(all.map(({ action }) => nameOf(action))));
    const fitting = all.filter(({ action }) => nameOf(action) === name);
    return others.length === 0 && fitting.length === 1 ? fitting[0] : undefined;
  };
  const byTitle = [written.title?.text, written.action]
    .filter((words) => words !== undefined && words.length >= SHORTEST_TITLE)
    .map((words) => nearest(foldTitle(words ?? ''), (action) => foldTitle(action.title)))
    .find((found) => found !== undefined);
  const found = byTitle ?? nearest(written.action, (action) => action.id);
  return (
    found && {
      ...found,
      name: `${actionLabel(found.roadmap, found.action.id)}: ${found.action.title}`,
      settled: byTitle !== undefined || !/^\d+$/.test(written.action),
    }
  );
}

/** In UTF-16 units. A shorter word is no title. */
const SHORTEST_TITLE = 8;
