import { kindWithId } from '../model/draft-kind';
import { actionOf, deliverablesOf } from '../model/roadmap';
import type { Snapshot } from '../model/snapshot';
import { statusesOf } from '../model/status';
import { isDateProblem, readDate } from '../parse/dates';
import { describeActor } from './describe-actor';
import { describeDate } from './describe-date';
import { describeKey } from './describe-key';
import { describeAction, describeArea, describeDeliverable, describeRoadmap } from './describe-roadmap';
import { describeStatus } from './describe-status';
import { contextOf, type DescriptionContext } from './description-context';
import { describeKind, describeKindSection } from './kind-places';
import { isKeyPlace } from './slot';

/** What a completion stands for: the kind of thing, and ids enough to find it in any snapshot. Plain data. */
export type CompletionTopic =
  | readonly ['action', roadmap: string, action: string]
  | readonly ['deliverable', roadmap: string, deliverable: string]
  | readonly ['area', roadmap: string, area: string]
  | readonly ['roadmap', roadmap: string]
  | readonly ['actor', actor: string]
  | readonly ['kind', kind: string]
  | readonly ['section', kind: string, title: string]
  | readonly ['status', status: string]
  | readonly ['date', words: string]
  | readonly ['key', place: string, key: string];

/**
 * Markdown about what a completion stands for, as the file is now. Undefined where there is nothing to tell, and
 * where the file is none of ours any more, or a thing is gone. `topic` may be anything: it comes back from outside.
 */
export function describeCompletion(snapshot: Snapshot, uri: string, topic: unknown): string | undefined {
  const context = contextOf(snapshot, uri);
  const isTopic = Array.isArray(topic) && topic.every((part) => typeof part === 'string');
  return context && isTopic ? describeTopic(topic, context) : undefined;
}

/** Markdown about a topic, given as words. */
export function describeTopic(topic: readonly string[], context: DescriptionContext): string | undefined {
  const { snapshot, roadmaps, asOf, analysed } = context;
  const [kind, first = '', second = ''] = topic;
  // A relation leads to any roadmap; a report is about its own.
  const roadmap = roadmaps.find(({ id }) => id === first) ?? (analysed ? undefined : snapshot.roadmaps.get(first));
  switch (kind) {
    case 'action': {
      const action = roadmap && actionOf(roadmap, second);
      return action && describeAction(roadmap, action, context);
    }
    case 'deliverable': {
      const deliverable = roadmap && deliverablesOf(roadmap).find(({ id }) => id === second);
      return deliverable && describeDeliverable(roadmap, deliverable, context);
    }
    case 'area': {
      const area = roadmap?.areas.find(({ id }) => id === second);
      return roadmap && area && describeArea(roadmap, area);
    }
    case 'roadmap': {
      const any = snapshot.roadmaps.get(first);
      return any && describeRoadmap(any, context);
    }
    case 'actor': {
      const actor = snapshot.actors.byId(first);
      return actor && describeActor(actor, context);
    }
    case 'kind':
    case 'section': {
      const drafted = kindWithId(first, snapshot.kinds);
      const section = drafted?.sections.find(({ title }) => title === second);
      return drafted && (section ? describeKindSection(section, drafted) : describeKind(drafted));
    }
    case 'status': {
      const definitions = statusesOf(roadmaps.flatMap(({ statuses }) => statuses));
      const definition = definitions.find(({ status }) => status === first);
      return definition && describeStatus(definition);
    }
    case 'date': {
      const date = readDate(first, asOf);
      return isDateProblem(date) ? undefined : describeDate(date, first, asOf);
    }
    case 'key':
      return isKeyPlace(first) ? describeKey(first, second)?.text : undefined;
    default:
      return undefined;
  }
}
