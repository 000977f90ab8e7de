import { displayName } from '../model/actor';
import { type DeadlineState, deadlinesOf } from '../model/overdue';
import {
  type Action,
  actionLabel,
  actorsOfDeliverable,
  type Deadline,
  type Deliverable,
  type Roadmap,
} from '../model/roadmap';
import type { AnalysedReport, Snapshot } from '../model/snapshot';
import { boundsText, daysText } from './describe-date';

/** What descriptions are made against: a report and its workspace. */
export interface DescriptionContext {
  readonly snapshot: Snapshot;
  readonly analysed: AnalysedReport;
}

/** Markdown about an action: title, area, actors, deliverables with deadlines and days left or late, source. */
export function describeAction(roadmap: Roadmap, action: Action, context: DescriptionContext): string {
  const area = roadmap.areas.find((one) => one.id === action.area);
  const states = deadlineStates(context);
  const dated = action.deliverables.filter((item) => hasDeadline(item.deadline));
  const others = action.deliverables.length - dated.length;
  const list = dated.map(
    (item) => `- ${shownId(roadmap, item)}${item.title}: ${deadlineText(item.deadline, stateOf(states, item))}`,
  );
  const rest = others === 0 ? [] : [`${list.length > 0 ? 'And ' : ''}${others} without a deadline.`];
  return [
    `**${actionLabel(roadmap, action.id)}: ${action.title}**`,
    ...(area ? [`Area: ${area.title}${area.section === undefined ? '' : ` (section ${area.section})`}`] : []),
    ...(action.actors.length > 0 ? [`Main actors: ${actorNames(action.actors, context)}`] : []),
    ...(hasDeadline(action.deadline) ? [`Deadline: ${deadlineText(action.deadline, stateOf(states, action))}`] : []),
    ...(action.deliverables.length > 0 ? [['Deliverables:', '', ...list].join('\n'), ...rest] : []),
    sourceText(roadmap, action.source),
  ].join('\n\n');
}

/** Markdown about a deliverable or a commitment. */
export function describeDeliverable(roadmap: Roadmap, item: Deliverable, context: DescriptionContext): string {
  const action = item.action === undefined ? undefined : actionLabel(roadmap, item.action);
  const actors = actorsOfDeliverable(roadmap, item);
  const state = stateOf(deadlineStates(context), item);
  return [
    `**${shownId(roadmap, item)}${item.title}**`,
    action === undefined ? 'A commitment outside the actions' : `Deliverable of ${action}`,
    ...(actors.length > 0 ? [`Actors: ${actorNames(actors, context)}`] : []),
    `Deadline: ${deadlineText(item.deadline, state)}`,
    ...(item.note === undefined ? [] : [item.note]),
    sourceText(roadmap, item.source),
  ].join('\n\n');
}

/** "by mid-2024 (by 30 June 2024; 27 days left)". */
function deadlineText({ due, stated, every }: Deadline, state: DeadlineState | undefined): string {
  if (!due) {
    return stated ?? 'none';
  }
  const days = state?.daysLeft ?? null;
  const revised = state?.revised ? `, revised: ${boundsText(state.due)}` : '';
  const closed = state?.closed === undefined ? '' : `, ${state.closed}`;
  const left = closed !== '' || days === null ? '' : `; ${daysText(days).toLowerCase()}`;
  const again = every === undefined ? '' : `, again after ${every}`;
  return `${stated ?? due.edtf} (${boundsText(due)}${left}${revised}${closed}${again})`;
}

function hasDeadline({ due, stated }: Deadline): boolean {
  return due !== undefined || stated !== undefined;
}

function deadlineStates({ analysed, snapshot }: DescriptionContext): readonly DeadlineState[] {
  return deadlinesOf(analysed, snapshot.settings.dueSoonDays);
}

function stateOf(states: readonly DeadlineState[], item: Action | Deliverable): DeadlineState | undefined {
  return states.find((state) => state.item === item);
}

/** Ids that the file invented are not shown: readers of a report do not know them. */
function shownId(roadmap: Roadmap, item: Deliverable): string {
  return roadmap.numbering === 'own' ? '' : `${item.id} `;
}

function actorNames(ids: readonly string[], { snapshot }: DescriptionContext): string {
  return ids
    .map((id) => {
      const actor = snapshot.actors.byId(id);
      return actor ? displayName(actor) : id;
    })
    .join(', ');
}

function sourceText(roadmap: Roadmap, source: string | undefined): string {
  const reference = roadmap.references[0] ?? roadmap.title;
  const linked = roadmap.url === undefined ? reference : `[${reference}](${roadmap.url})`;
  return `Source: ${linked}${source === undefined ? '' : `, ${source}`}`;
}
