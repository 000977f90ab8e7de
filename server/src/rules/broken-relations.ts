import { type RelatedSubject, relatedSubjects, relationHolders, roadmapMeant } from '../model/related-items';
import { RELATION_KINDS, type RelatedPart, type Relation } from '../model/relation';
import { actionOf, deliverablesOf, type Roadmap } from '../model/roadmap';
import { subjectKey } from '../model/subject';
import { findCitations } from '../parse/citations';
import { nearestNames } from '../parse/nearest-name';
import { changeTo, didYouMean } from './did-you-mean';
import { numbersOfActions } from './roadmap-links';
import type { FileContext, FileFinding } from './rule';

/**
 * What is wrong with the relations of a roadmap: they name a roadmap, action or deliverable that is not there, or come
 * back to where they started where a circle says nothing.
 */
export function* brokenRelations({ roadmap, roadmaps }: FileContext): Iterable<FileFinding> {
  for (const { subject, relations } of roadmap ? relationHolders(roadmap) : []) {
    for (const relation of relations) {
      if (roadmap) {
        yield* brokenEnds(relation, roadmap, roadmaps);
        yield* circle(relation, subject, roadmap, roadmaps);
      }
    }
  }
}

function* brokenEnds(
  { to, parts }: Relation,
  own: Roadmap,
  roadmaps: ReadonlyMap<string, Roadmap>,
): Iterable<FileFinding> {
  const meant = roadmapMeant(to?.text, own, roadmaps);
  if (meant) {
    for (const part of parts) {
      yield* brokenPart(part, meant);
    }
  } else if (to && isId(to.text)) {
    const nearest = nearestNames(to.text, roadmaps.keys());
    const known = nearest.length > 0 ? '' : ` The roadmaps are ${[...roadmaps.keys()].join(', ')}.`;
    yield {
      span: to.span,
      message:
        `There is no roadmap “${to.text}”, so this relation leads nowhere.${didYouMean(nearest)}${known} ` +
        'A document that is no roadmap here is named by its number or its title.',
      fixes: () => nearest.map((name) => changeTo(name, to.span, nearest.length === 1)),
    };
  }
}

/** Whether a text is meant as the id of a roadmap: one word, and no number of a document. */
function isId(text: string): boolean {
  return !/\s/.test(text) && findCitations(text).length === 0;
}

function* brokenPart({ kind, id, span }: RelatedPart, roadmap: Roadmap): Iterable<FileFinding> {
  const items = deliverablesOf(roadmap);
  if (kind === 'action' ? actionOf(roadmap, id) : items.some((item) => item.id === id)) {
    return;
  }
  const nearest = nearestNames(
    id,
    (kind === 'action' ? roadmap.actions : items).map((item) => item.id),
  ).slice(0, MOST_OFFERED);
  const what = kind === 'action' ? 'action' : 'deliverable or commitment';
  const known = kind === 'action' ? ` It has ${numbersOfActions(roadmap)}.` : '';
  yield {
    span,
    message: `“${roadmap.title}” has no ${what} “${id}”, so this relation leads nowhere.${didYouMean(nearest)}${known}`,
    fixes: () => nearest.map((name) => changeTo(name, span, nearest.length === 1)),
  };
}

const MOST_OFFERED = 3;

/** A relation of one direction that leads back to the item that has it, over relations of the same kind. */
function* circle(
  relation: Relation,
  start: RelatedSubject,
  own: Roadmap,
  roadmaps: ReadonlyMap<string, Roadmap>,
): Iterable<FileFinding> {
  const words = RELATION_KINDS.find(({ kind, isOneWay }) => kind === relation.how && isOneWay);
  const wanted = subjectKey(start);
  for (const [index, first] of (relatedSubjects(relation, own, roadmaps) ?? []).entries()) {
    const span = relation.parts[index]?.span ?? relation.to?.span ?? relation.span;
    if (subjectKey(first) === wanted) {
      yield { span, message: 'This relates an item to itself, which says nothing. Name another one, or take it away.' };
    } else if (words) {
      const path = pathTo(wanted, first, relation, own, roadmaps);
      if (path) {
        yield {
          span,
          message:
            `“${words.kind}” leads back to where it starts: ${path.map(nameOf).join(' → ')} → ${nameOf(start)}. One of ` +
            'them cannot be so. Take it away, or give it another “how”: “overlaps” and “supports” go both ways.',
        };
      }
    }
  }
}

/** The way from a subject to a wanted one over relations of a kind, in order; undefined where there is none. */
function pathTo(
  wanted: string,
  from: RelatedSubject,
  { how }: Relation,
  own: Roadmap,
  roadmaps: ReadonlyMap<string, Roadmap>,
): readonly RelatedSubject[] | undefined {
  const holders = [own, ...[...roadmaps.values()].filter(({ id }) => id !== own.id)].flatMap(relationHolders);
  const seen = new Set([subjectKey(from)]);
  const ways: (readonly RelatedSubject[])[] = [[from]];
  for (const way of ways) {
    const key = subjectKey(way.at(-1) ?? from);
    const next = holders
      .filter(({ subject }) => subjectKey(subject) === key)
      .flatMap(({ roadmap, relations }) =>
        relations.filter((one) => one.how === how).flatMap((one) => relatedSubjects(one, roadmap, roadmaps) ?? []),
      );
    for (const subject of next) {
      if (subjectKey(subject) === wanted) {
        return way;
      }
      if (!seen.has(subjectKey(subject))) {
        seen.add(subjectKey(subject));
        ways.push([...way, subject]);
      }
    }
  }
  return undefined;
}

function nameOf(subject: RelatedSubject): string {
  return subject.kind === 'roadmap' ? subject.roadmap : `${subject.roadmap}:${subject.id}`;
}
