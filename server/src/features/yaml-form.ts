import type { DefinitionRole } from '../model/file-role';
import { definitionKey, definitionKeys, isDefinitionItem } from './definition-schema';
import { definitionOf, definitionPlace, type KeyPlace, type ValueKind } from './slot';

/** What can stand where in a kind of YAML file. A path is of keys, outermost first. */
export interface YamlForm {
  /** The map that the keys below a path belong to. */
  placeAt(path: readonly string[]): KeyPlace | undefined;
  /** Whether a map is an item of a list. */
  isItem(place: KeyPlace): boolean;
  /** What the value of a path is; undefined where there is nothing to offer. */
  valueAt(path: readonly string[]): ValueKind | undefined;
  /** Whether the value of a key is a sentence, in which actions are named. */
  isSentence(key: string): boolean;
}

/** The form of a report in YAML, and of front matter. */
export const REPORT_FORM: YamlForm = {
  placeAt: (path) => PLACES.get(path.join('.')),
  isItem: (place) => ITEMS.has(place),
  valueAt: (path) => VALUES.get(path.join('.')),
  isSentence: (key) => SENTENCES.has(key),
};

/** The form of a roadmap, actors or project file: that of its JSON Schema. */
export function definitionForm(role: DefinitionRole): YamlForm {
  return {
    placeAt: (path) => (definitionKeys(role, path).length === 0 ? undefined : definitionPlace(role, path)),
    isItem: (place) => isDefinitionItem(role, definitionOf(place)?.path ?? []),
    valueAt: (path) => {
      const name = path[path.length - 1] ?? '';
      const known = DEFINITION_VALUES[role][path.join('.')] ?? DEFINITION_VALUES[role][`*.${name}`];
      return known ?? ((definitionKey(role, path)?.choices.length ?? 0) > 0 ? 'choice' : undefined);
    },
    isSentence: () => false,
  };
}

/** Whether there are completions for the value of a key, or for what it opens. */
export function hasCompletions(place: KeyPlace, key: string): boolean {
  const definition = definitionOf(place);
  if (!definition) {
    const [path = ''] = [...PLACES].find(([, one]) => one === place) ?? [];
    const below = path === '' ? key : `${path}.${key}`;
    return VALUES.has(below) || below === 'entries' || below === 'scope';
  }
  const path = [...definition.path, key];
  const opens = definitionKey(definition.role, path)?.opens;
  return definitionForm(definition.role).valueAt(path) !== undefined || opens === 'map' || opens === 'items';
}

/** Which map the keys below a path of keys belong to. */
const PLACES: ReadonlyMap<string, KeyPlace> = new Map([
  ['', 'header'],
  ['scope', 'scope'],
  ['scope.except', 'except'],
  ['entries', 'entry'],
  ['entries.deliverables', 'deliverable'],
  ['entries.next', 'next'],
  ['entries.follow-up', 'follow-up'],
]);

/** Places that are items of a list. */
const ITEMS: ReadonlySet<KeyPlace> = new Set(['except', 'entry', 'deliverable', 'next', 'follow-up']);

/** What the values of a path of keys are. */
const VALUES: ReadonlyMap<string, ValueKind> = new Map([
  ['roadmap', 'roadmap'],
  ['kind', 'kind'],
  ['previous', 'report-path'],
  ['author', 'actor'],
  ['date', 'day'],
  ['as-of', 'day'],
  ['scope.areas', 'area'],
  ['scope.actions', 'action'],
  ['scope.actors', 'actor'],
  ['scope.except', 'action'],
  ['scope.except.action', 'action'],
  ['entries.section', 'section'],
  ['entries.action', 'action'],
  ['entries.status', 'status'],
  ['entries.actors', 'actor'],
  ['entries.due', 'due'],
  ['entries.revised', 'revised'],
  ['entries.completed', 'completed'],
  ['entries.deliverables', 'deliverable'],
  ['entries.deliverables.deliverable', 'deliverable'],
  ['entries.deliverables.status', 'status'],
  ['entries.deliverables.actors', 'actor'],
  ['entries.deliverables.due', 'due'],
  ['entries.deliverables.revised', 'revised'],
  ['entries.deliverables.completed', 'completed'],
  ['entries.next.actors', 'actor'],
  ['entries.next.due', 'next-due'],
  ['entries.follow-up.status', 'status'],
]);

/** Keys whose value is a sentence. */
const SENTENCES: ReadonlySet<string> = new Set(['text', 'reason']);

/** The same for files that reports are read against; `*.actors` is that key in any map. */
const DEFINITION_VALUES: Readonly<Record<DefinitionRole, Readonly<Record<string, ValueKind>>>> = {
  roadmap: {
    roadmap: 'new-id',
    date: 'day',
    period: 'period',
    'actions.action': 'new-id',
    'actions.deliverables.deliverable': 'new-id',
    'commitments.commitment': 'new-id',
    'actions.area': 'area',
    'actions.deliverables.status': 'status',
    'commitments.status': 'status',
    '*.actors': 'actor',
    '*.due': 'deadline',
    '*.every': 'interval',
    '*.to': 'roadmap',
    '*.action': 'related',
    '*.deliverable': 'related',
    '*.commitment': 'related',
  },
  actors: { 'actors.replaces': 'actor', 'actors.part-of': 'actor', 'actors.since': 'day', 'actors.until': 'day' },
  project: { roadmap: 'roadmap', 'as-of': 'day', 'kinds.extends': 'kind', 'kinds.sections.section': 'section' },
};
