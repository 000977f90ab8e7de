import { displayNameOf } from '../model/actor';
import { countCovered, coverageOf } from '../model/coverage';
import { formatDay } from '../model/date';
import type { DeadlineState } from '../model/overdue';
import type { RelatedSubject } from '../model/related-items';
import {
  type Action,
  type Area,
  actionLabel,
  actorsOfDeliverable,
  type Deadline,
  type Deliverable,
  type Roadmap,
} from '../model/roadmap';
import type { Snapshot } from '../model/snapshot';
import { boundsText, daysText, durationText, isSame } from './describe-date';
import { describeRelations } from './describe-relations';
import type { DescriptionContext } from './description-context';
import { escapeMarkdown, markdownLink } from './markdown-text';

/** Markdown about a roadmap: what it is, and how much of it the report covers where there is one. */
export function describeRoadmap(roadmap: Roadmap, { snapshot, analysed }: DescriptionContext): string {
  const all = analysed ? coverageOf(analysed, snapshot.actors) : [];
  const own = all.filter((coverage) => coverage.roadmap === roadmap);
  const { covered, required } = countCovered(own);
  const { actions, areas } = roadmap;
  return [
    `**${escapeMarkdown(roadmap.title)}**`,
    ...(roadmap.references.length === 0 ? [] : [roadmap.references.map(escapeMarkdown).join(' · ')]),
    `${countOf(actions, 'action')}${areas.length === 0 ? '' : ` in ${countOf(areas, 'area')}`}`,
    ...(own.length === 0 ? [] : [`This report covers ${covered} of the ${required} actions that it has to`]),
    ...relationsText({ kind: 'roadmap', roadmap: roadmap.id }, snapshot),
    ...(roadmap.url === undefined ? [] : [markdownLink('Open the document', roadmap.url)]),
  ].join('\n\n');
}

function countOf({ length }: readonly unknown[], what: string): string {
  return `${length} ${what}${length === 1 ? '' : 's'}`;
}

/** Markdown about an area: its title and actions. */
export function describeArea(roadmap: Roadmap, area: Area): string {
  const actions = roadmap.actions.filter((action) => action.area === area.id);
  return [
    `**${areaText(area)}**`,
    actions.map(({ id, title }) => `- ${actionLabel(roadmap, id)}: ${escapeMarkdown(title)}`).join('\n'),
  ].join('\n\n');
}

/** Markdown about an action: title, area, actors, deliverables with deadlines and days left or late, source. */
export function describeAction(roadmap: Roadmap, action: Action, context: DescriptionContext): string {
  const area = roadmap.areas.find((one) => one.id === action.area);
  const dated = action.deliverables.filter(({ deadline }) => hasDeadline(deadline));
  const undated = action.deliverables.length - dated.length;
  const list = dated.map((item) => `- ${nameOf(roadmap, item)}: ${deadlineText(roadmap, item, context)}`);
  return [
    `**${escapeMarkdown(`${actionLabel(roadmap, action.id)}: ${action.title}`)}**`,
    ...(area ? [`Area: ${areaText(area)}`] : []),
    ...(action.actors.length > 0 ? [`Main actors: ${actorNames(action.actors, context)}`] : []),
    ...(hasDeadline(action.deadline) ? [`Deadline: ${deadlineText(roadmap, action, context)}`] : []),
    ...(list.length > 0 ? [['Deliverables:', '', ...list].join('\n')] : []),
    ...(undated > 0 ? [undatedText(undated, list.length > 0)] : []),
    ...(action.note === undefined ? [] : [escapeMarkdown(action.note)]),
    ...relationsText({ kind: 'action', roadmap: roadmap.id, id: action.id }, context.snapshot),
    sourceText(roadmap, action.source),
  ].join('\n\n');
}

/** Markdown about a deliverable or a commitment: title, action, actors, deadline and days left or late, source. */
export function describeDeliverable(roadmap: Roadmap, item: Deliverable, context: DescriptionContext): string {
  const action = roadmap.actions.find(({ id }) => id === item.action);
  const actors = actorsOfDeliverable(roadmap, item);
  const belongsTo = action
    ? `Deliverable of ${actionLabel(roadmap, action.id)}: ${action.title}`
    : 'A commitment outside the actions';
  return [
    `**${nameOf(roadmap, item)}**`,
    escapeMarkdown(belongsTo),
    ...(actors.length > 0 ? [`Actors: ${actorNames(actors, context)}`] : []),
    hasDeadline(item.deadline) ? `Deadline: ${deadlineText(roadmap, item, context)}` : 'No deadline',
    ...(item.note === undefined ? [] : [escapeMarkdown(item.note)]),
    ...relationsText({ kind: 'deliverable', roadmap: roadmap.id, id: item.id }, context.snapshot),
    sourceText(roadmap, item.source),
  ].join('\n\n');
}

function relationsText(subject: RelatedSubject, { roadmaps }: Snapshot): readonly string[] {
  const text = describeRelations(subject, roadmaps);
  return text === undefined ? [] : [text];
}

/** "by mid-2024 (by 30 June 2024): 27 days left". */
function deadlineText(roadmap: Roadmap, item: Action | Deliverable, context: DescriptionContext): string {
  const { due, stated, every } = item.deadline;
  if (!due) {
    return escapeMarkdown(stated ?? '');
  }
  const state = context.stateOf(roadmap, item);
  const bounds = boundsText(due);
  const first = stated === undefined || isSame(stated, bounds) ? bounds : `${escapeMarkdown(stated)} (${bounds})`;
  const again = every === undefined ? '' : `, then every ${durationText(every)}`;
  const counting = state && state.due !== due ? boundsText({ ...state.due, recurring: null }) : undefined;
  const next = counting === undefined ? '' : `, ${state?.revised ? 'revised' : 'next'}: ${counting}`;
  return [`${first}${again}${next}`, ...stateText(state)].join(' – ');
}

function stateText(state: DeadlineState | undefined): readonly string[] {
  if (state?.closed !== undefined) {
    return [state.closed];
  }
  return state?.daysLeft == null ? [] : [`**${daysText(state.daysLeft)}**`];
}

function undatedText(count: number, hasDated: boolean): string {
  const what = count === 1 ? '1 deliverable' : `${count} deliverables`;
  return hasDated ? `${count} more without a deadline` : `${what}, without a deadline`;
}

function hasDeadline({ due, stated }: Deadline): boolean {
  return due !== undefined || stated !== undefined;
}

/** An id that the file invented is not shown: readers of a report do not know it. */
function nameOf({ numbering }: Roadmap, { id, title }: Deliverable): string {
  return escapeMarkdown(numbering === 'own' ? title : `${id} ${title}`);
}

function areaText({ title, section }: Area): string {
  return escapeMarkdown(section === undefined ? title : `${title} (section ${section})`);
}

function actorNames(ids: readonly string[], { snapshot }: DescriptionContext): string {
  return ids.map((id) => escapeMarkdown(displayNameOf(id, snapshot.actors))).join(', ');
}

function sourceText({ references, title, url, date }: Roadmap, source: string | undefined): string {
  const reference = references[0] ?? title;
  const linked = url === undefined ? escapeMarkdown(reference) : markdownLink(reference, url);
  const dated = date === undefined ? '' : ` of ${formatDay(date)}`;
  return `Source: ${linked}${dated}${source === undefined ? '' : `, ${escapeMarkdown(source)}`}`;
}
