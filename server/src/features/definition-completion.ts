import { type DefinitionRole, isDefinition } from '../model/file-role';
import type { Snapshot } from '../model/snapshot';
import { yamlScalar } from '../write/yaml-scalar';
import type { Catalogue } from './catalogue';
import { type DefinitionCompletionContext, inLineEnds, typedIn } from './completion-context';
import { aboveAndHere, keyItems } from './completion-keys';
import { completeDefinitionValue, nextIdFor } from './definition-completion-values';
import { definitionKey, definitionKeys, isDefinitionItem } from './definition-schema';
import type { CompletionItem } from './feature-types';
import { filterTextsFor, searchNames } from './filter-text';
import { definitionOf, type KeySlot } from './slot';
import { definitionForm } from './yaml-form';
import { yamlSlot } from './yaml-slot';

/**
 * What could stand at an offset (UTF-16, into the file) of a roadmap, actors or project file: keys that are missing, whole
 * items with the next free number, actors, areas, dates and the words that the schema knows. Empty in other files.
 */
export function completeDefinition(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  catalogue: Catalogue,
): readonly CompletionItem[] {
  const role = snapshot.roleOf(uri);
  const text = snapshot.text(uri);
  if (!isDefinition(role) || text === undefined) {
    return [];
  }
  const slot = yamlSlot(text, offset, { start: 0, end: text.length }, [], definitionForm(role));
  const context = { snapshot, uri, role, text, offset, catalogue };
  if (slot?.kind === 'value') {
    return completeDefinitionValue(slot, context);
  }
  return slot?.kind === 'key' ? completeDefinitionKeys(slot, context) : [];
}

function completeDefinitionKeys(slot: KeySlot, context: DefinitionCompletionContext): readonly CompletionItem[] {
  return aboveAndHere(slot, (one) => [
    ...keyItems(
      one,
      () => true,
      (key) => valueBehind(one, key, context.role),
      context,
    ),
    ...newItem(one, context),
  ]);
}

/** What follows the colon of a key: a space, or the start of the list or map that it opens. */
function valueBehind({ place, column }: KeySlot, key: string, role: DefinitionRole): string {
  const path = [...(definitionOf(place)?.path ?? []), key];
  const below = `\n${' '.repeat(column + 2)}`;
  switch (definitionKey(role, path)?.opens) {
    case 'items': {
      const first = definitionKeys(role, path)[0];
      return first ? `${below}- ${first.name}: ` : ' ';
    }
    case 'map':
      return below;
    case 'list':
      return ' [$0]';
    default:
      return ' ';
  }
}

/** At the start of an item, all that it needs: "action: "18"" with its title. */
function newItem(slot: KeySlot, context: DefinitionCompletionContext): readonly CompletionItem[] {
  const { role } = context;
  const path = definitionOf(slot.place)?.path ?? [];
  const keys = definitionKeys(role, path);
  const [first] = keys;
  if (!first || slot.dash === undefined || slot.hasColon || !isDefinitionItem(role, path)) {
    return [];
  }
  const roadmap = context.snapshot.roadmapIn(context.uri);
  const id = roadmap && nextIdFor(roadmap, path, slot.typed.start);
  const indent = ' '.repeat(slot.column);
  const hasAreas = roadmap !== undefined && roadmap.areas.length > 0;
  const shown = keys.filter(
    ({ name, isRequired }) =>
      name === first.name || isRequired || (USUAL.includes(name) && (name !== 'area' || hasAreas)),
  );
  let stop = 0;
  const blank = () => `$${++stop}`;
  const lines = shown.map(({ name, opens }) => {
    const value =
      name === first.name && id !== undefined ? yamlScalar(id) : opens === 'list' ? `[${blank()}]` : blank();
    return `${name}: ${value}`;
  });
  const what = first.name === 'to' ? 'relation' : first.name;
  const label = id === undefined ? `New ${what}` : `New ${what} ${id}`;
  return [
    {
      label,
      kind: 'entry',
      detail: `${shown.map(({ name }) => name).join(', ')}`,
      topic: ['key', slot.place, first.name],
      sortText: '0',
      filterText: filterTextsFor(typedIn(slot, context))(searchNames([first.name, label])),
      dependsOnTyped: true,
      edit: { span: slot.typed, newText: inLineEnds(slot.gap + lines.join(`\n${indent}`), context) },
      snippet: true,
    },
  ];
}

/** Keys that most items have, though they could do without. */
const USUAL: readonly string[] = ['area', 'actors', 'due', 'kind', 'short', 'source', 'how'];
