import { displayName } from '../model/actor';
import { coverageOf } from '../model/coverage';
import { type Action, actionLabel, type Roadmap } from '../model/roadmap';
import { yamlScalar } from '../write/yaml-scalar';
import type { CompletionContext, ValueSlot } from './completion';
import { describeAction } from './describe-roadmap';
import type { CompletionItem } from './feature-types';
import { filterTextFor } from './filter-text';

interface Candidate {
  readonly roadmap: Roadmap;
  readonly action: Action;
  readonly covered: boolean;
  /** Order among all candidates: those that the report does not cover yet come first. */
  readonly sortText: string;
}

/** Actions by number and title: a heading in Markdown, the value of `action` in YAML. */
export function completeActions(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const { text } = context.analysed.report;
  const typed = text.slice(slot.typed.start, slot.typed.end);
  const qualified = context.analysed.roadmaps.length > 1;
  return candidates(context).map(({ roadmap, action, covered, sortText }) => {
    const label = `${actionLabel(roadmap, action.id)}: ${action.title}`;
    const id = qualified ? `${roadmap.id}:${action.id}` : action.id;
    const heading = qualified ? `${label} (${roadmap.id})` : label;
    const newText = slot.value === 'heading' ? heading : yamlScalar(id);
    return {
      label,
      kind: 'action',
      detail: detailOf(roadmap, action, covered, context),
      documentation: describeAction(roadmap, action, context),
      sortText,
      filterText: filterFor(typed, id, roadmap, action),
      edit: { span: slot.typed, newText },
      snippet: false,
    };
  });
}

/** The number behind "Action " in running text. */
export function completeMentions(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  return candidates(context).map(({ roadmap, action, covered, sortText }) => ({
    label: action.id,
    description: action.title,
    kind: 'action',
    detail: detailOf(roadmap, action, covered, context),
    documentation: describeAction(roadmap, action, context),
    sortText,
    filterText: action.id,
    edit: { span: slot.typed, newText: action.id },
    snippet: false,
  }));
}

function candidates({ analysed, snapshot }: CompletionContext): readonly Candidate[] {
  return coverageOf(analysed, snapshot.actors).flatMap(({ roadmap, named, required }) =>
    roadmap.actions.map((action, index) => {
      const covered = named.has(action.id);
      const group = covered ? 2 : required.includes(action) ? 0 : 1;
      return { roadmap, action, covered, sortText: `${group}${String(index).padStart(4, '0')}` };
    }),
  );
}

function detailOf(roadmap: Roadmap, action: Action, covered: boolean, { snapshot }: CompletionContext): string {
  const area = roadmap.areas.find((one) => one.id === action.area)?.title;
  const actors = action.actors.map((id) => {
    const actor = snapshot.actors.byId(id);
    return actor ? displayName(actor) : id;
  });
  return [covered ? 'in this report already' : undefined, area, actors.join(', ')].filter((part) => part).join(' · ');
}

/** What is typed may be the number, the label with the number, or the title: each finds the action. */
function filterFor(typed: string, id: string, roadmap: Roadmap, action: Action): string {
  const label = actionLabel(roadmap, action.id);
  const words = typed.replace(/^["']/, '');
  const text = /^\d/.test(words)
    ? `${id} ${action.title}`
    : words.toLowerCase().startsWith((roadmap.labels[0] ?? '').slice(0, Math.max(1, words.length)).toLowerCase())
      ? `${label} ${action.title}`
      : `${action.title} ${label}`;
  return filterTextFor(typed, text);
}
