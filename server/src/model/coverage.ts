import type { ActorRegister } from './actor';
import { type Entry, entriesOf, isReporting, keyOf } from './entry';
import type { Action, Roadmap } from './roadmap';
import { requiredActions, scopeOf } from './scope';
import type { AnalysedReport } from './snapshot';
import type { Suggestion } from './suggestion';

/** What a report covers of one of its roadmaps (DESIGN, section 2: named, reported, suggested). */
export interface Coverage {
  readonly roadmap: Roadmap;
  /** What it has to cover after `scope` and `scope.except`, in the roadmap's order. */
  readonly required: readonly Action[];
  /** Ids of the actions that are named anywhere outside comments and code. */
  readonly named: ReadonlySet<string>;
  /** Ids of the actions with an entry that has a status or prose of its own. */
  readonly reported: ReadonlySet<string>;
  /** Required actions that are named nowhere: the forgotten ones. */
  readonly missing: readonly Action[];
  /** The best guess for each action that is named nowhere and that a section seems to be about, by id. */
  suggested(): ReadonlyMap<string, Suggestion>;
}

/** Coverage of each roadmap of a report; `entries` are those of the report, where the caller has them already. */
export function coverageOf(
  analysed: AnalysedReport,
  register: ActorRegister,
  entries: readonly Entry[] = entriesOf(analysed.report),
): readonly Coverage[] {
  const scope = scopeOf(analysed.report);
  const reported = keysOf(entries.filter(isReporting).flatMap((entry) => entry.actions));
  const named = keysOf(
    analysed.report.sections.flatMap((section) => [
      ...section.actions,
      ...section.rows.flatMap((row) => row.actions),
      ...section.mentions.actions,
    ]),
  );
  return analysed.roadmaps.map((roadmap): Coverage => {
    const required = requiredActions(roadmap, scope, register);
    const namedHere = idsOf(roadmap, named);
    let suggested: ReadonlyMap<string, Suggestion> | undefined;
    return {
      roadmap,
      required,
      named: namedHere,
      reported: idsOf(roadmap, reported),
      missing: required.filter((action) => !namedHere.has(action.id)),
      suggested: () => {
        suggested ??= bestSuggestions(roadmap, namedHere, analysed.suggestions());
        return suggested;
      },
    };
  });
}

/** How many of the required actions are reported, and how many there are: "9 of 17 actions". */
export function countCovered(coverages: readonly Coverage[]): { readonly covered: number; readonly required: number } {
  const count = (of: (coverage: Coverage) => number) => coverages.reduce((sum, coverage) => sum + of(coverage), 0);
  return {
    covered: count(({ required, reported }) => required.filter((action) => reported.has(action.id)).length),
    required: count(({ required }) => required.length),
  };
}

/** Something that names an action. Where several roadmaps have it and nothing decides, it names that of each. */
interface Name {
  readonly roadmap: string | undefined;
  readonly action: string;
  readonly known: boolean;
}

function keysOf(names: readonly Name[]): ReadonlySet<string> {
  return new Set(names.filter((name) => name.known).map(keyOf));
}

function idsOf(roadmap: Roadmap, keys: ReadonlySet<string>): ReadonlySet<string> {
  const ids = roadmap.actions.map((action) => action.id);
  return new Set(
    ids.filter((action) => [roadmap.id, undefined].some((id) => keys.has(keyOf({ roadmap: id, action })))),
  );
}

function bestSuggestions(
  roadmap: Roadmap,
  named: ReadonlySet<string>,
  suggestions: readonly Suggestion[],
): ReadonlyMap<string, Suggestion> {
  const best = new Map<string, Suggestion>();
  for (const suggestion of suggestions) {
    const present = best.get(suggestion.action);
    const fits = suggestion.roadmap === roadmap.id && !named.has(suggestion.action);
    if (fits && (present === undefined || isBetter(suggestion, present))) {
      best.set(suggestion.action, suggestion);
    }
  }
  return best;
}

function isBetter(suggestion: Suggestion, than: Suggestion): boolean {
  return suggestion.role === than.role ? suggestion.confidence > than.confidence : suggestion.role === 'main';
}
