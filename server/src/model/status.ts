/** The statuses that rules see. */
export type BuiltInStatus = 'not-started' | 'in-progress' | 'delivered' | 'delayed' | 'dropped' | 'recurring';

/** A status that a report can use: a built-in one, or one that a roadmap declares as a name for a built-in one. */
export interface StatusDefinition {
  readonly status: string;
  readonly as: BuiltInStatus;
  /** What people write for it, the most usual first; compared without case. */
  readonly names: readonly string[];
  /** What it says about an action, in one sentence. */
  readonly meaning?: string;
}

/** A status as a report gives it. */
export interface StatusReading {
  /** The id: a built-in one or the roadmap's own. */
  readonly status: string;
  readonly as: BuiltInStatus;
}

/** The built-in statuses and the names that people write for them (DESIGN, section 3). */
export const BUILT_IN_STATUSES: readonly StatusDefinition[] = [
  {
    status: 'not-started',
    as: 'not-started',
    names: ['not started', 'planned', 'not yet started', 'no progress to report', 'no progress'],
    meaning: 'Work has not begun.',
  },
  {
    status: 'in-progress',
    as: 'in-progress',
    names: [
      'in progress',
      'ongoing',
      'on-going',
      'under way',
      'underway',
      'on track',
      'partially delivered',
      'started',
    ],
    meaning: 'Work has begun and is not finished; something delivered in part counts as in progress.',
  },
  {
    status: 'delivered',
    as: 'delivered',
    names: ['delivered', 'completed', 'done', 'adopted', 'finished', 'complete'],
    meaning: 'Everything promised has been done. It covers the deliverables too, unless one says otherwise.',
  },
  {
    status: 'delayed',
    as: 'delayed',
    names: ['delayed', 'late', 'postponed'],
    meaning: 'The deadline is not or will not be kept; give the reason, and a revised deadline if there is one.',
  },
  {
    status: 'dropped',
    as: 'dropped',
    names: ['dropped', 'cancelled', 'canceled', 'discontinued', 'abandoned'],
    meaning: 'It will not be done; give the reason.',
  },
  {
    status: 'recurring',
    as: 'recurring',
    names: ['recurring', 'continuous', 'permanent'],
    meaning: 'It is done again and again and is never finished.',
  },
];

/**
 * The status that a text names, by id or name, without regard to case, outer space and a closing full stop.
 * `declared` are the statuses of the report's roadmaps; they come before the built-in ones.
 */
export function readStatus(text: string, declared: readonly StatusDefinition[]): StatusReading | undefined {
  const wanted = normalise(text);
  const own = declared.find(
    (definition) => normalise(definition.status) === wanted || definition.names.some((n) => normalise(n) === wanted),
  );
  const builtIn = own ? undefined : BUILT_IN_BY_NAME.get(wanted);
  const found = own ?? builtIn?.find(({ status }) => declared.every((definition) => definition.status !== status));
  return found && { status: found.status, as: found.as };
}

/** Every status that a report on these roadmaps can use, declared ones first. */
export function statusesOf(declared: readonly StatusDefinition[]): readonly StatusDefinition[] {
  if (declared.length === 0) {
    return BUILT_IN_STATUSES;
  }
  const ids = new Set(declared.map((definition) => definition.status));
  return [...declared, ...BUILT_IN_STATUSES.filter((definition) => !ids.has(definition.status))];
}

function normalise(text: string): string {
  return text
    .trim()
    .replace(/[.;]$/, '')
    .replace(/[\s\-–_]+/g, ' ')
    .toLowerCase();
}

/** The built-in statuses by each id and name, as {@link normalise} leaves them; in their order. */
const BUILT_IN_BY_NAME: ReadonlyMap<string, readonly StatusDefinition[]> = byName(BUILT_IN_STATUSES);

function byName(definitions: readonly StatusDefinition[]): ReadonlyMap<string, readonly StatusDefinition[]> {
  const index = new Map<string, StatusDefinition[]>();
  for (const definition of definitions) {
    for (const name of new Set([definition.status, ...definition.names].map(normalise))) {
      index.set(name, [...(index.get(name) ?? []), definition]);
    }
  }
  return index;
}
