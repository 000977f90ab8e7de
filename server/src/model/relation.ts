import type { Span } from './span';

/** How an item of a roadmap relates to another one. Without one of these they are related, and no more is said. */
export type RelationKind = 'builds-on' | 'carries-out' | 'part-of' | 'replaces' | 'supports' | 'overlaps';

/** A kind of relation, in words that stand before the other item. */
export interface RelationWords {
  readonly kind: RelationKind;
  /** Told of the item that has the relation: "Builds on". */
  readonly forth: string;
  /** Told of the other one: "Is the basis of". */
  readonly back: string;
  /** Whether it leads in one direction only, so that a circle of it says nothing. */
  readonly isOneWay: boolean;
}

/** Every kind, in the order in which it is offered. */
export const RELATION_KINDS: readonly RelationWords[] = [
  { kind: 'builds-on', forth: 'Builds on', back: 'Is the basis of', isOneWay: true },
  { kind: 'carries-out', forth: 'Carries out', back: 'Is carried out by', isOneWay: true },
  { kind: 'part-of', forth: 'Is part of', back: 'Has as a part', isOneWay: true },
  { kind: 'replaces', forth: 'Replaces', back: 'Is replaced by', isOneWay: true },
  { kind: 'supports', forth: 'Supports', back: 'Is supported by', isOneWay: false },
  { kind: 'overlaps', forth: 'Overlaps with', back: 'Overlaps with', isOneWay: false },
];

/** An item of `relates`: what a roadmap, action, deliverable or commitment has to do with others. */
export interface Relation {
  /** What `to` says: the id of a roadmap, or a document by its number or name. Undefined: this roadmap. */
  readonly to?: RelatedText;
  /** Actions and deliverables of that roadmap or document, in the order of their keys; empty: it is meant as a whole. */
  readonly parts: readonly RelatedPart[];
  readonly how?: RelationKind;
  /** In the words of whoever wrote the roadmap. */
  readonly note?: string;
  /** The whole item in the roadmap's file. */
  readonly span: Span;
}

/** A text of a relation, with its place in the roadmap's file. */
export interface RelatedText {
  readonly text: string;
  readonly span: Span;
}

/** An action, or a deliverable or commitment: both share their ids. */
export interface RelatedPart {
  readonly kind: 'action' | 'deliverable';
  readonly id: string;
  readonly span: Span;
}
