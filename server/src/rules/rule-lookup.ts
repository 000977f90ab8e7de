import type { ActorRegister } from '../model/actor';
import { ActorStanding } from '../model/assignment';
import type { Roadmap } from '../model/roadmap';
import { RoadmapIndex } from '../model/roadmap-index';

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
