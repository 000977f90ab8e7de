import { yamlText } from './yaml-text';

/** A deadline as it is written: EDTF, the source's words, a duration. */
export interface WrittenDeadline {
  readonly due?: string;
  readonly stated?: string;
  readonly every?: string;
}

/** A deliverable or commitment to be written. */
export interface WrittenDeliverable extends WrittenDeadline {
  readonly id: string;
  readonly title: string;
  readonly actors: readonly string[];
  readonly status?: string;
  readonly source?: string;
  readonly note?: string;
  /** What somebody has to look at: written as comments above it. */
  readonly checks: readonly string[];
}

/** An action to be written. */
export interface WrittenAction extends WrittenDeadline {
  readonly id: string;
  readonly title: string;
  readonly area?: string;
  readonly actors: readonly string[];
  readonly source?: string;
  readonly note?: string;
  readonly deliverables: readonly WrittenDeliverable[];
  readonly checks: readonly string[];
}

/** A roadmap to be written as a `*.roadmap.yaml`. */
export interface WrittenRoadmap {
  readonly id: string;
  readonly title: string;
  readonly references: readonly string[];
  readonly url?: string;
  readonly date?: string;
  readonly period?: string;
  readonly labels: readonly string[];
  readonly numbering: 'own' | 'official';
  readonly areas: readonly { readonly id: string; readonly title: string; readonly section?: string }[];
  readonly actions: readonly WrittenAction[];
  readonly commitments: readonly WrittenDeliverable[];
  /** What somebody has to look at, above a key of the roadmap. */
  readonly checks: ReadonlyMap<string, readonly string[]>;
  /** Lines of a comment at the top. */
  readonly head: readonly string[];
}

/**
 * A roadmap as text, in the layout of the roadmaps that ship: keys in the order of `ROADMAP_KEYS`, ids of actions and
 * deliverables quoted, lists of ids in one line, free text in block or plain style. It reads back as the same roadmap.
 */
export function roadmapText(roadmap: WrittenRoadmap): string {
  const lines: string[] = roadmap.head.map((line) => `# ${line}`.trimEnd());
  const check = (key: string) => lines.push(...checkLines('', roadmap.checks.get(key) ?? []));
  check('roadmap');
  lines.push(...yamlText('', 'roadmap', roadmap.id));
  check('title');
  lines.push(...yamlText('', 'title', roadmap.title));
  check('reference');
  if (roadmap.references.length > 0) {
    lines.push('reference:', ...roadmap.references.flatMap((one) => yamlText('  - ', undefined, one)));
  }
  if (roadmap.url !== undefined) {
    lines.push(...yamlText('', 'url', roadmap.url));
  }
  check('date');
  if (roadmap.date !== undefined) {
    lines.push(`date: ${roadmap.date}`);
  }
  check('period');
  if (roadmap.period !== undefined) {
    lines.push(...yamlText('', 'period', roadmap.period));
  }
  lines.push('labels:', ...roadmap.labels.flatMap((one) => yamlText('  - ', undefined, one)));
  lines.push(`numbering: ${roadmap.numbering}`);
  check('areas');
  if (roadmap.areas.length > 0) {
    lines.push('areas:');
    for (const area of roadmap.areas) {
      lines.push(...yamlText('  - ', 'area', area.id), ...yamlText('    ', 'title', area.title));
      lines.push(...(area.section === undefined ? [] : [`    section: ${quoted(area.section)}`]));
    }
  }
  check('actions');
  lines.push(roadmap.actions.length > 0 ? 'actions:' : 'actions: []', ...roadmap.actions.flatMap(actionLines));
  check('commitments');
  if (roadmap.commitments.length > 0) {
    lines.push('commitments:', ...roadmap.commitments.flatMap((one) => deliverableLines('  ', 'commitment', one)));
  }
  return `${lines.join('\n')}\n`;
}

function actionLines(action: WrittenAction): readonly string[] {
  const lines = [...checkLines('  ', action.checks), `  - action: ${quoted(action.id)}`];
  lines.push(...yamlText('    ', 'title', action.title));
  if (action.area !== undefined) {
    lines.push(...yamlText('    ', 'area', action.area));
  }
  lines.push(...actorLines('    ', action.actors), ...deadlineLines('    ', action));
  if (action.source !== undefined) {
    lines.push(...yamlText('    ', 'source', action.source));
  }
  if (action.note !== undefined) {
    lines.push(...yamlText('    ', 'note', action.note));
  }
  if (action.deliverables.length > 0) {
    lines.push('    deliverables:');
    lines.push(...action.deliverables.flatMap((one) => deliverableLines('      ', 'deliverable', one)));
  }
  return lines;
}

function deliverableLines(indent: string, key: string, one: WrittenDeliverable): readonly string[] {
  const inside = `${indent}  `;
  const lines = [...checkLines(indent, one.checks), `${indent}- ${key}: ${quoted(one.id)}`];
  lines.push(...yamlText(inside, 'title', one.title), ...actorLines(inside, one.actors), ...deadlineLines(inside, one));
  for (const field of ['status', 'source', 'note'] as const) {
    const value = one[field];
    if (value !== undefined) {
      lines.push(...yamlText(inside, field, value));
    }
  }
  return lines;
}

function actorLines(indent: string, actors: readonly string[]): readonly string[] {
  if (actors.length === 0) {
    return [];
  }
  const line = `${indent}actors: [${actors.map((actor) => (/^[a-z][\w-]*$/.test(actor) ? actor : quoted(actor))).join(', ')}]`;
  return line.length <= LINE
    ? [line]
    : [`${indent}actors:`, ...actors.flatMap((actor) => yamlText(`${indent}  - `, undefined, actor))];
}

const LINE = 120;

function deadlineLines(indent: string, { due, stated, every }: WrittenDeadline): readonly string[] {
  return [
    ...(due === undefined ? [] : [`${indent}due: ${/^\d{4}$/.test(due) ? quoted(due) : due}`]),
    ...(stated === undefined ? [] : yamlText(indent, 'stated', stated)),
    ...(every === undefined ? [] : [`${indent}every: ${every}`]),
  ];
}

function checkLines(indent: string, checks: readonly string[]): readonly string[] {
  return checks.map((check) => `${indent}# check: ${check.replace(/\s+/g, ' ').trim()}`);
}

function quoted(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}
