import type { Actor } from '../model/actor';
import { kindWithId } from '../model/draft-kind';
import { nextId } from '../model/next-id';
import { relationHolders, roadmapMeant } from '../model/related-items';
import { type Action, actionLabel, type Deliverable, deliverablesOf, type Roadmap } from '../model/roadmap';
import { touches } from '../model/span';
import { statusesOf } from '../model/status';
import { fileStem } from '../parse/data-file-reader';
import { isDateProblem, readDate } from '../parse/dates';
import { wordsInInterval } from '../parse/words-in-edtf';
import {
  type DefinitionCompletionContext,
  isListed,
  typedIn,
  type ValueChoice,
  valueItems,
} from './completion-context';
import { completeDeadline, completePeriod } from './definition-completion-dates';
import { definitionKey } from './definition-schema';
import { durationText } from './describe-date';
import type { CompletionItem } from './feature-types';
import { fromTypedWord, searchNames } from './filter-text';
import type { ValueSlot } from './slot';

/** Values of a key of a roadmap, actors or project file. */
export function completeDefinitionValue(
  slot: ValueSlot,
  context: DefinitionCompletionContext,
): readonly CompletionItem[] {
  switch (slot.value) {
    case 'deadline':
      return completeDeadline(slot, context);
    case 'period':
      return completePeriod(slot, context);
    case 'actor':
      return completeActorIds(slot, context);
    default:
      return choicesOf(slot, context).map(valueItems(slot, context));
  }
}

type ValueContext = Omit<DefinitionCompletionContext, 'catalogue'>;

/** The values that a slot can have, but actors and dates. */
export function choicesOf(slot: ValueSlot, context: ValueContext): readonly ValueChoice[] {
  const roadmap = context.snapshot.roadmapIn(context.uri);
  switch (slot.value) {
    case 'new-id':
      return newIds(slot, context, roadmap);
    case 'area':
      return areas(roadmap);
    case 'status':
      return statuses(roadmap);
    case 'roadmap':
      return roadmaps(context);
    case 'kind':
      return kinds(context);
    case 'section':
      return sections(context);
    case 'related':
      return relatedItems(slot, context, roadmap);
    case 'interval':
      return intervals(slot, context);
    case 'day':
      return days(slot, context);
    case 'choice': {
      const key = definitionKey(context.role, slot.path ?? []);
      return (key?.choices ?? []).map(({ value, meaning }, index) => choice(value, index, { detail: meaning }));
    }
    default:
      return [];
  }
}

/** The day that the words at the cursor say, and today. */
function days(slot: ValueSlot, { snapshot: { today }, text }: ValueContext): readonly ValueChoice[] {
  const typed = text.slice(slot.typed.start, slot.typed.end);
  const said = readDate(typed, today);
  const day = isDateProblem(said) || said.earliest !== said.latest ? null : said.latest;
  return [...new Set([...(day === null || day === typed ? [] : [day]), today])].map((one, index) => {
    const names = searchNames([one, ...(one === day ? [typed] : [])]);
    return choice(one, index, { kind: 'date', names, ...(one === today ? { description: 'today' } : {}) });
  });
}

/** The interval that the words at the cursor say, and the usual ones. */
function intervals(slot: ValueSlot, { text }: ValueContext): readonly ValueChoice[] {
  const typed = text.slice(slot.typed.start, slot.typed.end);
  const said = wordsInInterval(typed);
  return [...new Set([...(said === undefined ? [] : [said]), ...INTERVALS])].map((interval, index) => {
    const description = `every ${durationText(interval)}`;
    const names = searchNames([interval, description, ...(interval === said ? [typed] : [])]);
    return choice(interval, index, { description, names });
  });
}

const INTERVALS: readonly string[] = ['P1Y', 'P2Y', 'P5Y', 'P6M', 'P3M', 'P1M'];

function newIds(
  slot: ValueSlot,
  { text, offset, uri }: ValueContext,
  roadmap: Roadmap | undefined,
): readonly ValueChoice[] {
  if (slot.path?.length === 1) {
    return [choice(fileStem(uri).replace(/%..|[^\w-]/g, '-'), 0, { description: 'as the file' })];
  }
  const id =
    roadmap && nextIdFor(roadmap, slot.path?.slice(0, -1) ?? [], offset, text.slice(slot.typed.start, slot.typed.end));
  return id === undefined ? [] : [choice(id, 0, { description: 'the next one' })];
}

/**
 * The next free id for an item of one of a roadmap's lists, at an offset; undefined for lists whose ids are words.
 *
 * @param path the keys that the list stands below: `actions`, `actions.deliverables`, `commitments`
 * @param typed what stands at the cursor already, which is no id of another item
 */
export function nextIdFor(roadmap: Roadmap, path: readonly string[], offset: number, typed = ''): string | undefined {
  const others = (items: readonly { readonly id: string }[]) =>
    items.map(({ id }) => id).filter((id) => id !== typed.replace(/["']/g, ''));
  switch (path.join('.')) {
    case 'actions':
      return nextId(others(roadmap.actions), '1');
    case 'commitments':
      return nextId(others(roadmap.commitments), 'C1');
    case 'actions.deliverables': {
      const action = actionAt(roadmap, offset);
      return action && nextId(others(action.deliverables), `${action.id}.1`);
    }
    default:
      return undefined;
  }
}

/** The action that an offset of the roadmap's file is in or below. */
function actionAt({ actions }: Roadmap, offset: number): Action | undefined {
  return actions.findLast(({ span }) => span.start <= offset);
}

function areas(roadmap: Roadmap | undefined): readonly ValueChoice[] {
  return (roadmap?.areas ?? []).map(({ id, title }, index) =>
    choice(id, index, { description: title, names: searchNames([id, title]) }),
  );
}

function statuses(roadmap: Roadmap | undefined): readonly ValueChoice[] {
  return statusesOf(roadmap?.statuses ?? []).map(({ status, names, meaning }, index) =>
    choice(status, index, { kind: 'status', detail: meaning, names: searchNames([status, ...names]) }),
  );
}

function roadmaps({ snapshot }: ValueContext): readonly ValueChoice[] {
  return [...snapshot.roadmaps.values()].map(({ id, title }, index) =>
    choice(id, index, { kind: 'roadmap', description: title, topic: ['roadmap', id], names: searchNames([id, title]) }),
  );
}

function kinds({ snapshot }: ValueContext): readonly ValueChoice[] {
  return snapshot.kinds.map(({ id, name, about }, index) =>
    choice(id, index, { description: name, detail: about, topic: ['kind', id], names: searchNames([id, name]) }),
  );
}

/** The sections of the kind that the one around the cursor builds on, without those that it has above. */
function sections({ text, offset, snapshot }: ValueContext): readonly ValueChoice[] {
  const above = text.slice(Math.max(0, text.lastIndexOf('kind:', offset)), offset);
  const kind = kindWithId(/^\s*extends:\s*["']?([^"'#\n]*[^"'#\s])/m.exec(above)?.[1] ?? '', snapshot.kinds);
  return (kind?.sections ?? [])
    .filter(({ title }) => !above.includes(`section: ${title}`))
    .map(({ title, about }, index) =>
      choice(title, index, { detail: about, topic: ['section', kind?.id ?? '', title] }),
    );
}

/** Actions, deliverables or commitments of the roadmap that the relation around the cursor leads to. */
function relatedItems(slot: ValueSlot, context: ValueContext, own: Roadmap | undefined): readonly ValueChoice[] {
  const { snapshot, offset } = context;
  const relations = own ? relationHolders(own).flatMap((holder) => holder.relations) : [];
  const relation = relations.find(({ span }) => touches(span, offset));
  const other = own && roadmapMeant(relation?.to?.text, own, snapshot.roadmaps);
  const items = other ? itemsOf(other, slot.path?.at(-1)) : [];
  const typed = typedIn(slot, context);
  return items.map(({ id, title }, index) =>
    choice(id, index, { description: title, names: searchNames([id, title, ...fromTypedWord(title, typed)]) }),
  );
}

function itemsOf({ actions, commitments }: Roadmap, key: string | undefined): readonly (Action | Deliverable)[] {
  switch (key) {
    case 'action':
      return actions;
    case 'deliverable':
      return actions.flatMap(({ deliverables }) => deliverables);
    default:
      return commitments;
  }
}

function choice(label: string, index: number, more: Partial<ValueChoice>): ValueChoice {
  return { label, kind: 'value', sortText: String(index).padStart(4, '0'), names: searchNames([label]), ...more };
}

/**
 * Actors by id, found by every name: those of the same action first, then the rest of the roadmap, then those in use
 * today, then the others; without those that the list has already.
 */
function completeActorIds(slot: ValueSlot, context: DefinitionCompletionContext): readonly CompletionItem[] {
  const { snapshot, uri, offset, catalogue } = context;
  const roadmap = snapshot.roadmapIn(uri);
  const action = roadmap && slot.path?.[0] === 'actions' ? actionAt(roadmap, offset) : undefined;
  const near = new Set([action, ...(action?.deliverables ?? [])].flatMap((item) => item?.actors ?? []));
  const used = new Set(roadmap ? [...roadmap.actions, ...deliverablesOf(roadmap)].flatMap(({ actors }) => actors) : []);
  const offered = catalogue.actorsOn(snapshot.actors, snapshot.today);
  const inUse = new Set(offered.inUse);
  const rankOf = (actor: Actor) => (near.has(actor.id) ? 0 : used.has(actor.id) ? 1 : inUse.has(actor) ? 2 : 3);
  const itemOf = valueItems(slot, context);
  return snapshot.actors.all
    .filter(({ id, kind }) => kind !== 'other' && !isListed(slot, [id]))
    .map((actor, index) => {
      const { label, names } = offered.offer(actor, 'yaml');
      return itemOf({
        label,
        description: actor.name,
        kind: 'actor',
        detail: near.has(actor.id) && action && roadmap ? actionLabel(roadmap, action.id) : actor.kind,
        topic: ['actor', actor.id],
        sortText: `${rankOf(actor)}${String(index).padStart(5, '0')}`,
        names,
      });
    });
}
