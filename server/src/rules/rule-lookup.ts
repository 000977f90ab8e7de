import type { ActorRegister } from '../model/actor';
import { ActorStanding } from '../model/assignment';
import type { Roadmap } from '../model/roadmap';
import { RoadmapIndex } from '../model/roadmap-index';
import { sameObjects } from '../model/same-data';

/** What rules look up in a report's roadmaps and among the actors. It lives as long as these are the same. */
export class RuleLookup extends RoadmapIndex {
  readonly standing: ActorStanding;
  private readonly made = new Map<unknown, unknown>();

  constructor(
    roadmaps: readonly Roadmap[],
    readonly actors: ActorRegister,
  ) {
    super(roadmaps);
    this.standing = new ActorStanding(actors);
  }

  /** What a function makes of the roadmaps and actors: made when first asked for, and kept. */
  derived<T>(make: (lookup: RuleLookup) => T): T {
    if (!this.made.has(make)) {
      this.made.set(make, make(this));
    }
    return this.made.get(make) as T;
  }
}

/** Lookups for the reports of a workspace, most of which are on the same roadmaps: kept by whoever checks many of them. */
export class RuleLookups {
  private readonly lookups: RuleLookup[] = [];

  constructor(readonly actors: ActorRegister) {}

  /** The lookup for some roadmaps; the same object for the same roadmaps in the same order. */
  of(roadmaps: readonly Roadmap[]): RuleLookup {
    let lookup = this.lookups.find((one) => sameObjects(one.roadmaps, roadmaps));
    if (!lookup) {
      lookup = new RuleLookup(roadmaps, this.actors);
      this.lookups.push(lookup);
      if (this.lookups.length > MOST_LOOKUPS) {
        this.lookups.shift();
      }
    }
    return lookup;
  }
}

/** A roadmap that is being typed is another one after each key: old ones are let go. */
const MOST_LOOKUPS = 16;
