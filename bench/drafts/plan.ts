import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Random } from './random';

/** What a generated draft needs to know of the roadmap that it reports on. */
export interface Plan {
  readonly id: string;
  readonly areas: readonly { readonly id: string; readonly title: string }[];
  readonly actions: readonly PlannedAction[];
}

export interface PlannedAction {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly actors: readonly PlanActor[];
  readonly deliverables: readonly { readonly id: string; readonly title: string }[];
}

/** An actor: its id in `data/actors.yaml` and what prose calls it. */
export interface PlanActor {
  readonly id: string;
  readonly name: string;
}

/**
 * The built-in roadmap `eu-drugs-2023` of a project.
 *
 * @param project The project's folder.
 */
export function builtInPlan(project: string): Plan {
  const read = (file: string) => parse(readFileSync(join(project, 'data', file), 'utf8'));
  const actors: { actor: string; name: string; short?: string }[] = read('actors.yaml').actors;
  const names = new Map(actors.map(({ actor, name, short }) => [actor, short ?? name]));
  const roadmap: {
    roadmap: string;
    areas: { area: string; title: string }[];
    actions: {
      action: string;
      title: string;
      area: string;
      actors: string[];
      deliverables: { deliverable: string; title: string }[];
    }[];
  } = read('roadmaps/eu-drugs-2023.roadmap.yaml');
  return {
    id: roadmap.roadmap,
    areas: roadmap.areas.map(({ area, title }) => ({ id: area, title })),
    actions: roadmap.actions.map((action) => ({
      id: action.action,
      title: action.title,
      area: action.area,
      actors: action.actors.map((id) => ({ id, name: names.get(id) ?? id })),
      deliverables: action.deliverables.map(({ deliverable, title }) => ({ id: deliverable, title })),
    })),
  };
}

/** The id of every generated roadmap. */
export const GENERATED_ROADMAP = 'resilient-corridors';

/** Actions of one area of a generated roadmap. */
const AREA_SIZE = 25;

/**
 * A made-up roadmap with as many actions as a draft needs.
 *
 * @param actionCount How many actions it has.
 */
export function generatedPlan(actionCount: number): Plan {
  const random = new Random(actionCount);
  const areaCount = Math.max(1, Math.ceil(actionCount / AREA_SIZE));
  return {
    id: GENERATED_ROADMAP,
    areas: Array.from({ length: areaCount }, (_, index) => ({
      id: `area-${index + 1}`,
      title: `${FIELDS[index % FIELDS.length]} in corridor ${index + 1}`,
    })),
    actions: Array.from({ length: actionCount }, (_, index) => generatedAction(index, random)),
  };
}

/** The text of a roadmap file for a plan that `generatedPlan` made. */
export function roadmapFile(plan: Plan): string {
  const lines = [
    `roadmap: ${plan.id}`,
    'title: Roadmap for resilient corridors',
    'reference: RC 1',
    'date: 2023-11-15',
  ];
  lines.push('period: 2024/2027', 'areas:');
  for (const { id, title } of plan.areas) {
    lines.push(`  - area: ${id}`, `    title: ${title}`);
  }
  lines.push('actions:');
  for (const action of plan.actions) {
    lines.push(`  - action: "${action.id}"`, `    title: ${action.title}`, `    area: ${action.area}`);
    lines.push(`    actors: [${action.actors.map(({ id }) => id).join(', ')}]`, '    deliverables:');
    for (const [index, { id, title }] of action.deliverables.entries()) {
      lines.push(`      - deliverable: "${id}"`, `        title: ${title}`);
      lines.push(index === 0 ? '        due: ../2026-12-31' : '        due: "2027"');
    }
  }
  return `${lines.join('\n')}\n`;
}

const ACTORS: readonly PlanActor[] = [
  { id: 'commission', name: 'Commission' },
  { id: 'member-states', name: 'Member States' },
  { id: 'europol', name: 'Europol' },
  { id: 'eurojust', name: 'Eurojust' },
  { id: 'cepol', name: 'CEPOL' },
  { id: 'frontex', name: 'Frontex' },
  { id: 'olaf', name: 'OLAF' },
  { id: 'emsa', name: 'EMSA' },
];

const FIELDS = ['Terminals', 'Inland waterways', 'Freight railways', 'Parcel centres', 'Fishing harbours', 'Airfields'];
const DOINGS = ['Mapping', 'Securing', 'Equipping', 'Inspecting', 'Connecting', 'Modernising', 'Auditing', 'Marking'];
const THINGS = ['lock gates', 'reefer stacks', 'scanner lanes', 'pilot boats', 'quay cranes', 'seal registers'];
const PLACES = ['along the Rhine', 'on the Baltic coast', 'in the Alps', 'at the Danube delta', 'on the Tagus'];
const RESULTS = ['Register of', 'Guidance on', 'Joint exercise about', 'Final study of'];

function generatedAction(index: number, random: Random): PlannedAction {
  const id = String(index + 1);
  const thing = THINGS[index % THINGS.length] ?? '';
  const doing = DOINGS[Math.floor(index / THINGS.length) % DOINGS.length];
  const first = random.below(ACTORS.length);
  const actors = [0, 1, 3].map((step) => ACTORS[(first + step) % ACTORS.length]).filter((actor) => actor !== undefined);
  const results = Array.from({ length: 1 + random.below(3) }, (_, result) => ({
    id: `${id}.${result + 1}`,
    title: `${RESULTS[result]} ${thing} in stage ${index + 1}`,
  }));
  return {
    id,
    title: `${doing} ${thing} ${PLACES[index % PLACES.length]}, stage ${index + 1}`,
    area: `area-${Math.floor(index / AREA_SIZE) + 1}`,
    actors,
    deliverables: results,
  };
}
