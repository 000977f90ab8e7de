import { formatDay, type PolicyDate } from '../model/date';
import type { RelatedPlace } from '../model/finding';
import { type Action, type Area, actionLabel, type Deadline, type Deliverable, type Roadmap } from '../model/roadmap';

/** The line of the roadmap's file that has its id, with the numbers of its actions. */
export function relatedRoadmap(roadmap: Roadmap): RelatedPlace {
  return { uri: roadmap.uri, span: roadmap.idSpan, message: `${roadmap.title}: ${numbersOfActions(roadmap)}` };
}

/** Which actions a roadmap has, in words: "actions 1 to 17", "actions 1, 5a and 7"; of many with gaps only how many. */
export function numbersOfActions({ actions }: Roadmap): string {
  const ids = actions.map((action) => action.id);
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || first === last) {
    return first === undefined ? 'no actions' : `action ${first}`;
  }
  if (ids.length > 2 && ids.every((id, index) => id === String(Number(first) + index))) {
    return `actions ${first} to ${last}`;
  }
  return ids.length > LISTED_ACTIONS
    ? `${ids.length} actions, the first ${first} and the last ${last}`
    : `actions ${ids.slice(0, -1).join(', ')} and ${last}`;
}

/** More ids than these nobody reads in a message. */
const LISTED_ACTIONS = 12;

/** The line of the roadmap's file that has an action's number. */
export function relatedAction(roadmap: Roadmap, action: Action): RelatedPlace {
  return { uri: roadmap.uri, span: action.idSpan, message: `${actionLabel(roadmap, action.id)}: ${action.title}` };
}

/** The line of the roadmap's file that opens an area. */
export function relatedArea(roadmap: Roadmap, area: Area): RelatedPlace {
  return { uri: roadmap.uri, span: area.span, message: `Area: ${area.title}` };
}

/** The line of the roadmap's file that has the id of a deliverable or commitment. */
export function relatedDeliverable(roadmap: Roadmap, deliverable: Deliverable): RelatedPlace {
  return { uri: roadmap.uri, span: deliverable.idSpan, message: `${deliverable.id}: ${deliverable.title}` };
}

/** The line of the roadmap's file that has the deadline of an action, deliverable or commitment. */
export function relatedDeadline(roadmap: Roadmap, item: Action | Deliverable): RelatedPlace {
  const name = isAction(item) ? actionLabel(roadmap, item.id) : item.id;
  return {
    uri: roadmap.uri,
    span: item.deadline.span ?? item.idSpan,
    message: `${name}: ${item.title}, ${describeDeadline(item.deadline)}`,
  };
}

/** A deadline for people: its days and the source's words, "due 30 June 2024 (“by mid-2024”)". */
export function describeDeadline(deadline: Deadline): string {
  const stated = deadline.stated === undefined ? '' : `“${deadline.stated}”`;
  if (deadline.due === undefined) {
    return stated === '' ? 'no deadline' : `due ${stated}`;
  }
  return `due ${describeDays(deadline.due)}${stated === '' ? '' : ` (${stated})`}`;
}

/** The days of a date for people: "by 30 June 2024", "1 January 2024 to 31 March 2024", "from 1 July 2024". */
export function describeDays(date: PolicyDate): string {
  const { earliest, latest } = date;
  if (earliest !== null && latest !== null) {
    return earliest === latest ? formatDay(earliest) : `${formatDay(earliest)} to ${formatDay(latest)}`;
  }
  if (latest !== null) {
    return `by ${formatDay(latest)}`;
  }
  return earliest === null ? 'without days' : `from ${formatDay(earliest)}`;
}

function isAction(item: Action | Deliverable): item is Action {
  return 'deliverables' in item;
}
