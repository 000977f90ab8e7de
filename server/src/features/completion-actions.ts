import { actionsWithEntry } from '../model/actions-with-entry';
import { displayName } from '../model/actor';
import { type Action, actionLabel, type Roadmap } from '../model/roadmap';
import { requiredActions, scopeOf } from '../model/scope';
import { type CompletionContext, isListed, typedIn, valueItems } from './completion-context';
import type { CompletionItem } from './feature-types';
import { fromTypedWord, searchNames } from './filter-text';
import type { ValueSlot } from './slot';

/** An action of a roadmap of the report, as it is named there. */
export interface NamedAction {
  readonly roadmap: Roadmap;
  readonly action: Action;
  /** "Action 6: Facilitating financial investigations", with the roadmap where the report is on several. */
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

/** The number behind "Action " in running text: only those that go on with what is typed, for it may be any word. */
export function completeMentions(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const typed = typedIn(slot, context);
  const itemOf = valueItems(slot, context);
  return actionChoices(context, ({ action }) => action.id.startsWith(typed)).map((choice, index) => ({
    ...itemOf({
      label: choice.action.id,
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

/** The actions of the report's roadmaps, in their order; without those that are not wanted. */
export function actionChoices(
  { analysed, snapshot, offset }: CompletionContext,
  isWanted: (action: NamedAction) => boolean = () => true,
): readonly ActionChoice[] {
  const { report, roadmaps } = analysed;
  const wanted = roadmaps.map((roadmap) => ({
    roadmap,
    actions: namedActions(roadmap, roadmaps.length > 1).filter((one) => isWanted(one)),
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

function namedActions(roadmap: Roadmap, isOneOfSeveral: boolean): readonly NamedAction[] {
  const qualifier = isOneOfSeveral ? ` (${roadmap.id})` : '';
  return roadmap.actions.map((action) => ({
    roadmap,
    action,
    heading: `${actionLabel(roadmap, action.id)}${qualifier}: ${action.title}`,
    id: isOneOfSeveral ? `${roadmap.id}:${action.id}` : action.id,
  }));
}

function detailOf({ roadmap, action, hasEntry }: ActionChoice, { snapshot }: CompletionContext): string {
  const area = roadmap.areas.find((one) => one.id === action.area)?.title;
  const actors = action.actors.map((id) => {
    const actor = snapshot.actors.byId(id);
    return actor ? displayName(actor) : id;
  });
  return [hasEntry ? 'has an entry already' : '', area ?? '', actors.join(', ')]
    .filter((part) => part !== '')
    .join(' · ');
}
