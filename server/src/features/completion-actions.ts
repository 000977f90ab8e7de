import { actionsWithEntry } from '../model/actions-with-entry';
import { displayNameOf } from '../model/actor';
import { isQualified } from '../model/qualification';
import { type Action, actionLabel, actionOf, type Roadmap } from '../model/roadmap';
import { requiredActions, scopeOf } from '../model/scope';
import { type CompletionContext, isListed, typedIn, valueItems } from './completion-context';
import type { CompletionItem } from './feature-types';
import { fromTypedWord, searchNames } from './filter-text';
import type { ValueSlot } from './slot';

/** An action of a roadmap of the report, as it is named there. */
export interface NamedAction {
  readonly roadmap: Roadmap;
  readonly action: Action;
  /** "Action 6: Facilitating financial investigations", with the roadmap where another one of the report's has "Action". */
  readonly heading: string;
  /** "6", with the roadmap where the report is on several. */
  readonly id: string;
}

/** An action that could be named at the cursor. */
export interface ActionChoice extends NamedAction {
  /** Whether a heading, item or row names it that is not the one at the cursor: it has an entry. */
  readonly hasEntry: boolean;
  /** Those that still need an entry come first, those that have one last. */
  readonly sortText: string;
}

/** Actions by number and title: a heading in Markdown, the value of `action` in YAML. */
export function completeActions(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const typed = typedIn(slot, context);
  const itemOf = valueItems(slot, context);
  return actionChoices(context).flatMap((choice) => {
    const { roadmap, action, heading, id, sortText } = choice;
    const { title } = action;
    const label = `${actionLabel(roadmap, action.id)}: ${title}`;
    const numbered = [`${id} ${title}`, `${action.id} ${title}`];
    return isListed(slot, [action.id, id])
      ? []
      : itemOf({
          label,
          kind: 'action',
          detail: detailOf(choice, context),
          topic: ['action', roadmap.id, action.id],
          sortText,
          names: searchNames([heading, label, ...numbered, title, ...fromTypedWord(title, typed)]),
          written: slot.value === 'heading' ? heading : id,
        });
  });
}

/**
 * The number behind "Action " in running text: only those that go on with what is typed, for it may be any word. Where
 * another roadmap of the report has an "Action" with the same number, the id of the roadmap is written with it.
 */
export function completeMentions(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const typed = typedIn(slot, context);
  const itemOf = valueItems(slot, context);
  const { text, analysed } = context;
  const before = text.slice(Math.max(0, slot.typed.start - LONGEST_LABEL), slot.typed.start).trimEnd();
  const behind = /^\s*\(\s*([^()\s]+)\s*\)/.exec(text.slice(slot.typed.end, slot.typed.end + LONGEST_LABEL))?.[1];
  const named = analysed.roadmaps.filter(({ id }) => id === behind);
  const meant = named.length > 0 ? named : analysed.roadmaps;
  const labelled = meant.filter(({ labels }) => labels.some((label) => endsInLabel(before, label)));
  const isWanted = ({ roadmap, action }: NamedAction) => labelled.includes(roadmap) && action.id.startsWith(typed);
  const written = ({ roadmap, action: { id } }: NamedAction) =>
    labelled.some((other) => other !== roadmap && actionOf(other, id)) ? `${id} (${roadmap.id})` : id;
  return actionChoices(context, isWanted).map((choice, index) => ({
    ...itemOf({
      label: written(choice),
      description: choice.action.title,
      kind: 'action',
      detail: detailOf(choice, context),
      topic: ['action', choice.roadmap.id, choice.action.id],
      sortText: String(index).padStart(4, '0'),
      names: searchNames([choice.action.id]),
    }),
    dependsOnTyped: true,
  }));
}

/** In UTF-16 units. */
const LONGEST_LABEL = 60;

/** Whether a text ends in a label of actions, or in its plural. */
function endsInLabel(text: string, label: string): boolean {
  const words = text.toLowerCase();
  return words.endsWith(label.toLowerCase()) || words.endsWith(`${label.toLowerCase()}s`);
}

/** The actions of the report's roadmaps, in their order; without those that are not wanted. */
export function actionChoices(
  { analysed, snapshot, offset }: CompletionContext,
  isWanted: (action: NamedAction) => boolean = () => true,
): readonly ActionChoice[] {
  const { report, roadmaps } = analysed;
  const wanted = roadmaps.map((roadmap) => ({
    roadmap,
    actions: namedActions(roadmap, roadmaps).filter((one) => isWanted(one)),
  }));
  if (wanted.every(({ actions }) => actions.length === 0)) {
    return [];
  }
  const entries = actionsWithEntry(report, offset);
  const scope = scopeOf(report);
  return wanted.flatMap(({ roadmap, actions }, number) => {
    const required = new Set(requiredActions(roadmap, scope, snapshot.actors));
    const withEntry = entries.get(roadmap.id);
    return actions.map((named) => {
      const { id } = named.action;
      const hasEntry = withEntry?.has(id) ?? false;
      const group = hasEntry ? 2 : required.has(named.action) ? 0 : 1;
      const index = roadmap.actions.indexOf(named.action);
      return {
        ...named,
        hasEntry,
        sortText: `${group}${String(number).padStart(2, '0')}${String(index).padStart(4, '0')}`,
      };
    });
  });
}

function namedActions(roadmap: Roadmap, roadmaps: readonly Roadmap[]): readonly NamedAction[] {
  const isOneOfSeveral = roadmaps.length > 1;
  const qualifier = isQualified(roadmap, roadmaps) ? ` (${roadmap.id})` : '';
  return roadmap.actions.map((action) => ({
    roadmap,
    action,
    heading: `${actionLabel(roadmap, action.id)}${qualifier}: ${action.title}`,
    id: isOneOfSeveral ? `${roadmap.id}:${action.id}` : action.id,
  }));
}

function detailOf({ roadmap, action, hasEntry }: ActionChoice, { snapshot }: CompletionContext): string {
  const area = roadmap.areas.find((one) => one.id === action.area)?.title;
  const actors = action.actors.map((id) => displayNameOf(id, snapshot.actors));
  return [hasEntry ? 'has an entry already' : '', area ?? '', actors.join(', ')]
    .filter((part) => part !== '')
    .join(' · ');
}
