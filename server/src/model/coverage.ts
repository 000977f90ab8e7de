import type { ActorRegister } from './actor';
import type { DeadlineState } from './deadline-state';
import { coversActions, type DraftKind } from './draft-kind';
import { entriesOf, isReporting } from './entry';
import type { ReportHeader } from './report';
import type { Action, Roadmap } from './roadmap';
import { requiredActions, scopeOf } from './scope';
import type { AnalysedReport } from './snapshot';
import type { StatedAction, StatedEntry, StatedSection } from './stated';
import type { Suggestion } from './suggestion';

/** A guess that a section is about an action, without the section. */
export type Guess = Pick<Suggestion, 'roadmap' | 'action' | 'role' | 'confidence'>;

/** What a report covers of one of its roadmaps (DESIGN, section 2: named, reported, suggested). */
export interface Coverage<G extends Guess = Suggestion> {
  readonly roadmap: Roadmap;
  /** What it has to cover after `scope` and `scope.except`, in the roadmap's order; nothing for kinds without entries. */
  readonly required: readonly Action[];
  /** Ids of the actions that are named anywhere outside comments and code. */
  readonly named: ReadonlySet<string>;
  /** Ids of the actions with an entry that has a status or prose of its own. */
  readonly reported: ReadonlySet<string>;
  /** Required actions that are named nowhere: the forgotten ones. */
  readonly missing: readonly Action[];
  /** The best guess for each action that is named nowhere and that a section seems to be about, by id. */
  suggested(): ReadonlyMap<string, G>;
}

/** What coverage follows from. */
export interface CoverageFacts<G extends Guess> {
  readonly header: Pick<ReportHeader, 'scope'>;
  readonly kind: DraftKind | undefined;
  readonly sections: readonly StatedSection[];
  readonly entries: readonly StatedEntry[];
  readonly roadmaps: readonly Roadmap[];
  /** In the order of the text. */
  suggestions(): readonly G[];
}

/** Coverage of each roadmap of a report; `entries` are those of the report, where the caller has them already. */
export function coverageOf(
  analysed: AnalysedReport,
  register: ActorRegister,
  entries: readonly StatedEntry[] = entriesOf(analysed.report),
): readonly Coverage[] {
  const { report, roadmaps, kind } = analysed;
  const { header, sections } = report;
  return coverageFrom(
    { header, kind, sections, entries, roadmaps, suggestions: () => analysed.suggestions() },
    register,
  );
}

/** {@link coverageOf} a report of which only facts are known. */
export function coverageFrom<G extends Guess>(
  facts: CoverageFacts<G>,
  register: ActorRegister,
): readonly Coverage<G>[] {
  const scope = scopeOf(facts);
  const reported = new NamedActions();
  for (const entry of facts.entries) {
    if (isReporting(entry)) {
      reported.add(entry.actions);
    }
  }
  const named = new NamedActions();
  for (const section of facts.sections) {
    named.add(section.actions);
    named.add(section.mentions.actions);
    for (const row of section.rows) {
      named.add(row.actions);
    }
  }
  return facts.roadmaps.map((roadmap): Coverage<G> => {
    const required = coversActions(facts.kind) ? requiredActions(roadmap, scope, register) : [];
    const namedHere = named.of(roadmap);
    let suggested: ReadonlyMap<string, G> | undefined;
    return {
      roadmap,
      required,
      named: namedHere,
      reported: reported.of(roadmap),
      missing: required.filter((action) => !namedHere.has(action.id)),
      suggested: () => {
        suggested ??= bestSuggestions(roadmap, namedHere, facts.suggestions());
        return suggested;
      },
    };
  });
}

/** What there is to count of a report. */
export interface ReportFigures {
  readonly coverages: readonly Pick<Coverage, 'roadmap' | 'required' | 'reported' | 'missing'>[];
  /** The states of all deadlines. */
  readonly deadlines: { readonly all: readonly DeadlineState[] };
}

/** How many of the required actions are reported, and how many there are: "9 of 17 actions". */
export function countCovered(coverages: readonly CoveredActions[]): {
  readonly covered: number;
  readonly required: number;
} {
  const count = (of: (coverage: CoveredActions) => number) =>
    coverages.reduce((sum, coverage) => sum + of(coverage), 0);
  return {
    covered: count(({ required, reported }) => required.filter((action) => reported.has(action.id)).length),
    required: count(({ required }) => required.length),
  };
}

/** How sure a guess is, as it is shown: a whole number from 0 to 100. */
export function percentOf(confidence: number): number {
  return Math.round(confidence * 100);
}

type CoveredActions = Pick<Coverage, 'required' | 'reported'>;

/** Actions by what names them. Where several roadmaps have an action and nothing decides, it is that of each. */
class NamedActions {
  private readonly byRoadmap = new Map<string | undefined, Set<string>>();

  add(names: readonly StatedAction[]): void {
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
    const [own, ofAny] = [this.byRoadmap.get(roadmap), this.byRoadmap.get(undefined)];
    const named = new Set<string>();
    for (const { id } of actions) {
      if (own?.has(id) || ofAny?.has(id)) {
        named.add(id);
      }
    }
    return named;
  }
}

function bestSuggestions<G extends Guess>(
  roadmap: Roadmap,
  named: ReadonlySet<string>,
  suggestions: readonly G[],
): ReadonlyMap<string, G> {
  const best = new Map<string, G>();
  for (const suggestion of suggestions) {
    const present = best.get(suggestion.action);
    const fits = suggestion.roadmap === roadmap.id && !named.has(suggestion.action);
    if (fits && (present === undefined || isBetter(suggestion, present))) {
      best.set(suggestion.action, suggestion);
    }
  }
  return best;
}

/** Guesses are compared as they are shown, in whole percents; of equal ones the first counts. */
function isBetter(suggestion: Guess, than: Guess): boolean {
  return suggestion.role === than.role
    ? percentOf(suggestion.confidence) > percentOf(than.confidence)
    : suggestion.role === 'main';
}
