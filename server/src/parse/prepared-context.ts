import type { ActorRegister } from '../model/actor';
import type { ReadingContext } from '../model/context';
import type { IsoDay } from '../model/date';
import type { Roadmap } from '../model/roadmap';
import { type ActionNumberScanner, createActionNumberScanner } from './action-numbers';
import { indexTitles, type TitledAction } from './action-titles';
import { type ActorMatcher, createActorMatcher } from './actor-matcher';
import { indexOwnPlans, type OwnPlans } from './other-plans';

/**
 * A reading context with all that is computed from it once: indexes of titles and of actors' names, and the patterns of
 * numbers. Each is computed when first asked for and lives as long as the context, so nothing outlives the snapshot
 * that the context belongs to. Whoever reads more than one text with a context prepares it first; every function of
 * the parser that takes a {@link ReadingContext} takes a prepared one.
 */
export class PreparedContext implements ReadingContext {
  readonly roadmaps: readonly Roadmap[];
  readonly actors: ActorRegister;
  readonly today: IsoDay;
  private readonly shared: SharedByActors;
  private numbers: ActionNumberScanner | undefined;
  private titleIndex: ReadonlyMap<string, readonly TitledAction[]> | undefined;
  private plans: OwnPlans | undefined;

  constructor(context: ReadingContext, shared: SharedByActors = { matcher: undefined }) {
    this.roadmaps = context.roadmaps;
    this.actors = context.actors;
    this.today = context.today;
    this.shared = shared;
  }

  get actionNumbers(): ActionNumberScanner {
    this.numbers ??= createActionNumberScanner(this.roadmaps);
    return this.numbers;
  }

  /** Actions by their folded official title. */
  get titles(): ReadonlyMap<string, readonly TitledAction[]> {
    this.titleIndex ??= indexTitles(this.roadmaps);
    return this.titleIndex;
  }

  get actorMatcher(): ActorMatcher {
    this.shared.matcher ??= createActorMatcher(this.actors);
    return this.shared.matcher;
  }

  /** How the roadmaps are called in running text. */
  get ownPlans(): OwnPlans {
    this.plans ??= indexOwnPlans(this.roadmaps);
    return this.plans;
  }

  /** The same with other roadmaps or another day; the index of actors' names is shared. */
  with(changes: Partial<Pick<ReadingContext, 'roadmaps' | 'today'>>): PreparedContext {
    return new PreparedContext(
      { roadmaps: this.roadmaps, actors: this.actors, today: this.today, ...changes },
      this.shared,
    );
  }
}

/** The context itself where it is prepared, else a prepared one made of it. */
export function prepareContext(context: ReadingContext): PreparedContext {
  return context instanceof PreparedContext ? context : new PreparedContext(context);
}

/** What contexts with the same actors share. */
interface SharedByActors {
  matcher: ActorMatcher | undefined;
}
