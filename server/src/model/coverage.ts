import type { ActorRegister } from './actor';
import { type Entry, entriesOf, isReporting } from './entry';
import type { ActionMention } from './report';
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
  const reported = new NamedActions();
  for (const entry of entries) {
    if (isReporting(entry)) {
      reported.add(entry.actions);
    }
  }
  const named = new NamedActions();
  for (const section of analysed.report.sections) {
    named.add(section.actions);
    named.add(section.mentions.actions);
    for (const row of section.rows) {
      named.add(row.actions);
    }
  }
  return analysed.roadmaps.map((roadmap): Coverage => {
    const required = requiredActions(roadmap, scope, register);
    const namedHere = named.of(roadmap);
    let suggested: ReadonlyMap<string, Suggestion> | undefined;
    return {
      roadmap,
      required,
      named: namedHere,
      reported: reported.of(roadmap),
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

/** Actions by what names them. Where several roadmaps have an action and nothing decides, it is that of each. */
class NamedActions {
  private readonly byRoadmap = new Map<string | undefined, Set<string>>();

  add(names: readonly Pick<ActionMention, 'roadmap' | 'action' | 'known'>[]): void {
    for (const { roadmap, action, known } of names) {
      const ids = this.byRoadmap.get(roadmap);
      if (known && ids) {
        ids.add(action);
      } else if (known) {
        this.byRoadmap.set(roadmap, new Set([action]));
      }
    }
  }

  /** Ids of the actions of a roadmap that are named, in its order. */
  of({ id: roadmap, actions }: Roadmap): ReadonlySet<string> {
    const possible = [this.byRoadmap.get(roadmap), this.byRoadmap.get(undefined)];
    return new Set(actions.map(({ id }) => id).filter((id) => possible.some((ids) => ids?.has(id))));
  }
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
