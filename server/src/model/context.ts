import type { ActorRegister } from './actor';
import type { IsoDay } from './date';
import type { Roadmap } from './roadmap';

/** What a report's text is read against. The same context and text give the same {@link Report}. */
export interface ReadingContext {
  /** The roadmaps that the report is on, in the order of its header; empty where none is known. */
  readonly roadmaps: readonly Roadmap[];
  readonly actors: ActorRegister;
  /** The day that "this month" counts from where the report has no date of its own. */
  readonly today: IsoDay;
}
