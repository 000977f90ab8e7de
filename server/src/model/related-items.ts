import { RELATION_KINDS, type Relation, type RelationKind } from './relation';
import type { Action, Deliverable, Roadmap } from './roadmap';
import { type Subject, subjectKey } from './subject';

/** What can have relations, and be what others relate to: a roadmap as a whole, or one of its items. */
export type RelatedSubject = Extract<Subject, { readonly kind: 'roadmap' | 'action' | 'deliverable' }>;

/** Something of a roadmap that has relations. */
export interface RelationHolder {
  readonly roadmap: Roadmap;
  readonly subject: RelatedSubject;
  /** Undefined: the roadmap as a whole. */
  readonly item: Action | Deliverable | undefined;
  readonly relations: readonly Relation[];
}

/** One thing that an item has to do with another one, told from the side of the item. */
export interface RelatedItem {
  /** Words before the other item: "Builds on". */
  readonly words: string;
  /** The other one; of a document that is no roadmap of ours its name, with the numbers that are meant. */
  readonly other: RelatedSubject | RelatedDocument;
  readonly note: string | undefined;
}

/** A document that is related to, as the roadmap names it. */
export interface RelatedDocument {
  readonly kind: 'document';
  readonly name: string;
  /** Ids of actions and deliverables in it. */
  readonly parts: Relation['parts'];
}

/** Everything in a roadmap that has relations, in order. */
export function relationHolders(roadmap: Roadmap): readonly RelationHolder[] {
  const holder = (subject: RelatedSubject, item: RelationHolder['item'], relations = item?.relates) =>
    relations ? [{ roadmap, subject, item, relations }] : [];
  const ofDeliverable = (item: Deliverable) => holder({ kind: 'deliverable', roadmap: roadmap.id, id: item.id }, item);
  return [
    ...holder({ kind: 'roadmap', roadmap: roadmap.id }, undefined, roadmap.relates),
    ...roadmap.actions.flatMap((action) => [
      ...holder({ kind: 'action', roadmap: roadmap.id, id: action.id }, action),
      ...action.deliverables.flatMap(ofDeliverable),
    ]),
    ...roadmap.commitments.flatMap(ofDeliverable),
  ];
}

/**
 * The roadmap that a relation leads to: by its id, its title or one of its references (with or without "final"); the own
 * one where the relation names none. Undefined for any other document.
 *
 * @param own the roadmap that has the relation
 */
export function roadmapMeant(
  to: string | undefined,
  own: Roadmap,
  roadmaps: ReadonlyMap<string, Roadmap>,
): Roadmap | undefined {
  if (to === undefined || to === own.id) {
    return own;
  }
  const wanted = comparable(to);
  return (
    roadmaps.get(to) ??
    [own, ...roadmaps.values()].find((roadmap) =>
      [roadmap.title, ...roadmap.references].map(comparable).includes(wanted),
    )
  );
}

function comparable(name: string): string {
  return name
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/final$/, '');
}

/** What a relation leads to, whether it exists or not; undefined where that is no roadmap of ours. */
export function relatedSubjects(
  { to, parts }: Relation,
  own: Roadmap,
  roadmaps: ReadonlyMap<string, Roadmap>,
): readonly RelatedSubject[] | undefined {
  const meant = roadmapMeant(to?.text, own, roadmaps);
  if (!meant) {
    return undefined;
  }
  const roadmap = meant.id;
  return parts.length === 0 ? [{ kind: 'roadmap', roadmap }] : parts.map(({ kind, id }) => ({ kind, roadmap, id }));
}

/** What a subject has to do with others, in both directions: first what its own roadmap says of it. */
export function relationsOf(subject: RelatedSubject, roadmaps: ReadonlyMap<string, Roadmap>): readonly RelatedItem[] {
  const key = subjectKey(subject);
  const forth: RelatedItem[] = [];
  const back: RelatedItem[] = [];
  for (const holder of [...roadmaps.values()].flatMap(relationHolders)) {
    const isOwn = subjectKey(holder.subject) === key;
    for (const relation of holder.relations) {
      const { to, parts, note } = relation;
      const related = relatedSubjects(relation, holder.roadmap, roadmaps);
      if (isOwn) {
        const others = related ?? [{ kind: 'document', name: to?.text ?? '', parts } as const];
        forth.push(...others.map((other) => ({ words: wordsOf(relation.how, 'forth'), other, note })));
      } else if (related?.some((one) => subjectKey(one) === key)) {
        back.push({ words: wordsOf(relation.how, 'back'), other: holder.subject, note });
      }
    }
  }
  return [...forth, ...back];
}

function wordsOf(how: RelationKind | undefined, direction: 'forth' | 'back'): string {
  return RELATION_KINDS.find(({ kind }) => kind === how)?.[direction] ?? 'Is related to';
}
