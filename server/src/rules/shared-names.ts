import { namesOf } from '../model/actor';
import { idBehind } from '../model/next-id';
import { placeInActor } from './actor-references';
import { changeTo } from './did-you-mean';
import { relatedRoadmap } from './roadmap-links';
import type { FileContext, FileFinding } from './rule';

/** What a file calls as another file does, or another item: the id of a roadmap, the names of actors. */
export function* sharedNames({ uri, text, roadmap, roadmaps, rivals, actors }: FileContext): Iterable<FileFinding> {
  if (roadmap && rivals.length > 0) {
    yield {
      span: roadmap.idSpan,
      message: `Another file of the workspace has a roadmap “${roadmap.id}” too, and only one of them counts. Give one of them another id.`,
      related: rivals.map(relatedRoadmap),
      fixes: () =>
        text.startsWith(roadmap.id, roadmap.idSpan.start)
          ? [changeTo(idBehind(roadmap.id, roadmaps.keys()), roadmap.idSpan, false)]
          : [],
    };
  }
  for (const actor of actors.all.filter((one) => one.uri === uri)) {
    for (const name of namesOf(actor)) {
      const others = actors.named(name).filter((other) => !actors.lineageOf(actor).includes(other));
      if (others.length > 0) {
        yield {
          severity: 'info',
          span: placeInActor(actor, '(?:field-)?(?:name|short|names)', name, text).span,
          message:
            `“${name}” is a name of ${others.map((other) => `“${other.name}” (${other.id})`).join(' and ')} too, so that a ` +
            'report that writes it does not say who is meant.',
          related: others.map((other) => ({ uri: other.uri, span: other.span, message: other.name })),
        };
      }
    }
  }
}
