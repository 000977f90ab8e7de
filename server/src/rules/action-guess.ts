import { type Action, actionLabel, type Roadmap } from '../model/roadmap';
import { foldTitle } from '../parse/action-titles';
import { nearestNames } from '../parse/nearest-name';
import type { RuleLookup } from './rule-lookup';

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
  lookup: RuleLookup,
): ActionGuess | undefined {
  const all = lookup
    .derived(titledActions)
    .filter(({ roadmap }) => written.roadmap === undefined || written.roadmap === roadmap.id);
  const nearest = (words: string, nameOf: (one: TitledAction) => string) => {
    const [name, ...others] = nearestNames(words, new Set(all.map(nameOf)));
    const fitting = all.filter((one) => nameOf(one) === name);
    return others.length === 0 && fitting.length === 1 ? fitting[0] : undefined;
  };
  const byTitle = [written.title?.text, written.action]
    .filter((words) => words !== undefined && words.length >= SHORTEST_TITLE)
    .map((words) => nearest(foldTitle(words ?? ''), ({ title }) => title))
    .find((found) => found !== undefined);
  const found = byTitle ?? nearest(written.action, ({ action }) => action.id);
  return (
    found && {
      roadmap: found.roadmap,
      action: found.action,
      name: `${actionLabel(found.roadmap, found.action.id)}: ${found.action.title}`,
      settled: byTitle !== undefined || !/^\d+$/.test(written.action),
    }
  );
}

/** In UTF-16 units. A shorter word is no title. */
const SHORTEST_TITLE = 8;

interface TitledAction {
  readonly roadmap: Roadmap;
  readonly action: Action;
  /** As titles are compared. */
  readonly title: string;
}

function titledActions({ roadmaps }: RuleLookup): readonly TitledAction[] {
  return roadmaps.flatMap((roadmap) =>
    roadmap.actions.map((action) => ({ roadmap, action, title: foldTitle(action.title) })),
  );
}
