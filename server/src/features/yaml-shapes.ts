import { ACTORS_KEYS } from '../parse/actors-file';
import { HEADER_KEYS } from '../parse/header';
import { ROADMAP_KEYS } from '../parse/roadmap-file';
import { ENTRY_KEYS } from '../parse/yaml-entry-keys';

/** What a formatter knows of a map, or of the maps in a list. */
export interface YamlShape {
  /** Its keys, in the order in which they are written. */
  readonly keys: readonly string[];
  /** The keys whose values are ids. */
  readonly ids: readonly string[];
  /** The maps below its keys. */
  readonly below: Readonly<Record<string, YamlShape>>;
}

/** What a file that is formatted is. */
export type FormattedRole = 'markdown-report' | 'yaml-report' | 'roadmap' | 'actors' | 'project';

/** The shape of the top level of a file, or of its front matter. A project file has no order of keys. */
export function yamlShape(role: FormattedRole): YamlShape {
  return SHAPES[role];
}

function shape(keys: readonly string[], below: Readonly<Record<string, YamlShape>> = {}): YamlShape {
  const own: Readonly<Record<string, YamlShape>> = Object.assign(Object.create(null), below);
  return { keys, ids: keys.filter((key) => IDS.has(key)), below: own };
}

const IDS: ReadonlySet<string> = new Set([
  ...['roadmap', 'area', 'areas', 'action', 'actions', 'deliverable', 'commitment', 'actor', 'section'],
]);

const REPORT = shape([...HEADER_KEYS, 'entries'], {
  scope: shape(['areas', 'actions', 'actors', 'except'], { except: shape(['action', 'reason']) }),
  entries: shape(ENTRY_KEYS.entry, {
    deliverables: shape(ENTRY_KEYS.deliverable),
    next: shape(ENTRY_KEYS.next),
    'follow-up': shape(ENTRY_KEYS['follow-up']),
  }),
});

const RELATES = { relates: shape(ROADMAP_KEYS.relation) };

const SHAPES: Readonly<Record<FormattedRole, YamlShape>> = {
  'markdown-report': REPORT,
  'yaml-report': REPORT,
  roadmap: shape(ROADMAP_KEYS.roadmap, {
    statuses: shape(ROADMAP_KEYS.status),
    areas: shape(ROADMAP_KEYS.area),
    actions: shape(ROADMAP_KEYS.action, { ...RELATES, deliverables: shape(ROADMAP_KEYS.deliverable, RELATES) }),
    commitments: shape(ROADMAP_KEYS.commitment, RELATES),
    ...RELATES,
  }),
  actors: shape(ACTORS_KEYS.file, { actors: shape(ACTORS_KEYS.actor) }),
  project: shape([]),
};
