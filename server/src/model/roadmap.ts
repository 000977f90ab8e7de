import type { IsoDay, PolicyDate } from './date';
import type { Relation } from './relation';
import type { Span } from './span';
import type { StatusDefinition, StatusReading } from './status';

/** A deadline of a roadmap. Where it is an event, `due` is undefined and `stated` tells. */
export interface Deadline {
  readonly due?: PolicyDate;
  /** The source's own words. */
  readonly stated?: string;
  /** ISO 8601 duration after which it comes again. */
  readonly every?: string;
  /** The value of `due` (of `stated` where there is no `due`) in the roadmap's file. */
  readonly span?: Span;
}

/** One thing that an action promises (`6.1`), or a commitment outside every action (`C1`). */
export interface Deliverable {
  readonly id: string;
  /** Id of the action that it belongs to; undefined for a commitment. */
  readonly action?: string;
  readonly title: string;
  /** Ids of actors; empty where it has none of its own: then the action's count. */
  readonly actors: readonly string[];
  /** Where each of `actors` stands in the roadmap's file. */
  readonly actorSpans?: readonly Span[];
  readonly deadline: Deadline;
  /** Where it stood when the roadmap was written, where the roadmap says so. */
  readonly status?: StatusReading;
  readonly note?: string;
  /** Where the fact stands in the source document. */
  readonly source?: string;
  /** What it has to do with other items; undefined where nothing is said. */
  readonly relates?: readonly Relation[];
  /** The whole item in the roadmap's file; `idSpan` is the value of its id. */
  readonly span: Span;
  readonly idSpan: Span;
}

/** A numbered commitment of a roadmap, with a title, an area and actors. */
export interface Action {
  readonly id: string;
  readonly title: string;
  readonly area?: string;
  readonly actors: readonly string[];
  /** Where each of `actors` stands in the roadmap's file. */
  readonly actorSpans?: readonly Span[];
  readonly deadline: Deadline;
  readonly deliverables: readonly Deliverable[];
  readonly note?: string;
  readonly source?: string;
  readonly relates?: readonly Relation[];
  readonly span: Span;
  readonly idSpan: Span;
}

/** A priority area: a group of actions. */
export interface Area {
  readonly id: string;
  readonly title: string;
  /** Where it stands in the source: "3.2". */
  readonly section?: string;
  readonly span: Span;
}

/** A document that commits actors to actions by deadlines, as a `*.roadmap.yaml` describes it (DESIGN, section 3). */
export interface Roadmap {
  readonly id: string;
  readonly title: string;
  readonly references: readonly string[];
  readonly url?: string;
  readonly date?: IsoDay;
  readonly period?: PolicyDate;
  readonly relates?: readonly Relation[];
  /** How a report names an action: `Action`; several for several languages. Never empty. */
  readonly labels: readonly string[];
  /** Whether ids of deliverables are an invention of the file (`own`) or the source's (`official`). */
  readonly numbering: 'own' | 'official';
  readonly statuses: readonly StatusDefinition[];
  readonly areas: readonly Area[];
  readonly actions: readonly Action[];
  readonly commitments: readonly Deliverable[];
  /** The file; spans of the roadmap are offsets into its text. */
  readonly uri: string;
  readonly idSpan: Span;
}

/** The action with this id. */
export function actionOf(roadmap: Roadmap, id: string): Action | undefined {
  return roadmap.actions.find((action) => action.id === id);
}

/** All deliverables of the actions and all commitments, in order. */
export function deliverablesOf(roadmap: Roadmap): readonly Deliverable[] {
  return [...roadmap.actions.flatMap((action) => action.deliverables), ...roadmap.commitments];
}

/** How a report names an action: "Action 6". */
export function actionLabel(roadmap: Roadmap, id: string): string {
  return `${roadmap.labels[0] ?? 'Action'} ${id}`;
}

/** The actors that answer for a deliverable: its own, else those of its action. */
export function actorsOfDeliverable(roadmap: Roadmap, deliverable: Deliverable): readonly string[] {
  if (deliverable.actors.length > 0 || deliverable.action === undefined) {
    return deliverable.actors;
  }
  return actionOf(roadmap, deliverable.action)?.actors ?? [];
}
