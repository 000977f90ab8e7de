import { displayName } from '../model/actor';
import { keyOf } from '../model/entry';
import { type Action, actionLabel, type Roadmap } from '../model/roadmap';
import { requiredActions, scopeOf } from '../model/scope';
import { touches } from '../model/span';
import { type CompletionContext, isListed, typedIn, valueItem } from './completion-context';
import { describeAction } from './describe-roadmap';
import type { CompletionItem } from './feature-types';
import { fromTypedWord } from './filter-text';
import type { ValueSlot } from './slot';

/** An action that could be named at the cursor. */
export interface ActionChoice {
  readonly roadmap: Roadmap;
  readonly action: Action;
  /** "Action 6: Facilitating financial investigations", with the roadmap where the report is on several. */
  readonly heading: string;
  /** "6", with the roadmap where the report is on several. */
  readonly id: string;
  /** Whether a heading, item or row names it that is not the one at the cursor: it has an entry. */
  readonly hasEntry: boolean;
  /** Those that still need an entry come first, those that have one last. */
  readonly sortText: string;
}

/** Actions by number and title: a heading in Markdown, the value of `action` in YAML. */
export function completeActions(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const typed = typedIn(slot, context);
  return actionChoices(context).flatMap((choice) => {
    const { roadmap, action, heading, id, sortText } = choice;
    const { title } = action;
    const label = `${actionLabel(roadmap, action.id)}: ${title}`;
    const numbered = [`${id} ${title}`, `${action.id} ${title}`];
    return isListed(slot, [action.id, id])
      ? []
      : valueItem(slot, context, {
          label,
          kind: 'action',
          detail: detailOf(choice, context),
          documentation: () => describeAction(roadmap, action, context),
          sortText,
          names: [heading, label, ...numbered, title, ...fromTypedWord(title, typed)],
          written: slot.value === 'heading' ? heading : id,
        });
  });
}

/** The number behind "Action " in running text: only those that go on with what is typed, for it may be any word. */
export function completeMentions(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const typed = typedIn(slot, context);
  return actionChoices(context)
    .filter(({ action }) => action.id.startsWith(typed))
    .map((choice, index) =>
      valueItem(slot, context, {
        label: choice.action.id,
        description: choice.action.title,
        kind: 'action',
        detail: detailOf(choice, context),
        documentation: () => describeAction(choice.roadmap, choice.action, context),
        sortText: String(index).padStart(4, '0'),
      }),
    );
}

/** The actions of the report's roadmaps, in their order. */
export function actionChoices({ analysed, snapshot, offset }: CompletionContext): readonly ActionChoice[] {
  const { report, roadmaps } = analysed;
  const references = report.sections.flatMap(({ start, actions, rows }) =>
    [...actions, ...rows.flatMap((row) => row.actions)].filter(
      ({ span, title }) => !touches({ start: span.start, end: (title ?? { span }).span.end }, offset - start),
    ),
  );
  const entries = new Set(references.map(keyOf));
  const scope = scopeOf(report);
  return roadmaps.flatMap((roadmap, number) => {
    const required = new Set(requiredActions(roadmap, scope, snapshot.actors));
    const qualifier = roadmaps.length > 1 ? ` (${roadmap.id})` : '';
    return roadmap.actions.map((action, index) => {
      const hasEntry = entries.has(keyOf({ roadmap: roadmap.id, action: action.id }));
      const group = hasEntry ? 2 : required.has(action) ? 0 : 1;
      return {
        roadmap,
        action,
        heading: `${actionLabel(roadmap, action.id)}${qualifier}: ${action.title}`,
        id: qualifier === '' ? action.id : `${roadmap.id}:${action.id}`,
        hasEntry,
        sortText: `${group}${String(number).padStart(2, '0')}${String(index).padStart(4, '0')}`,
      };
    });
  });
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
