import picocolors from 'picocolors';
import { type ActorRegister, displayNameOf } from '../model/actor';
import type { RelatedPart, Relation } from '../model/relation';
import { type Action, actionLabel, type Deadline, type Deliverable, type Roadmap } from '../model/roadmap';
import { builtInFiles } from '../project/built-in';
import { defaultRoadmap } from '../project/default-roadmap';
import { collect } from './collect';
import { readChoice, readOptions } from './options';
import { type CommandHost, EXIT, UsageError } from './program';

/** `rapporteur roadmap ID|FILE` */
export async function roadmapCommand(args: readonly string[], host: CommandHost): Promise<number> {
  const { values, positionals } = readOptions(args, { format: 'text' });
  const format = readChoice('format', values.format, ['text', 'json'], 'text');
  const { roadmap, actors } = await loadRoadmap(positionals, host);
  host.print(
    format === 'json' ? `${JSON.stringify(roadmapJson(roadmap), null, 2)}\n` : roadmapText(roadmap, actors, host),
  );
  return EXIT.clean;
}

/** The one roadmap that the arguments name (where they name none, the default one), and the actors. */
export async function loadRoadmap(
  given: readonly string[],
  host: CommandHost,
): Promise<{ roadmap: Roadmap; actors: ActorRegister }> {
  const [wanted, ...others] = given;
  if (others.length > 0) {
    throw new UsageError('Only one roadmap can be given.');
  }
  const { setup, reader } = await collect([], { roadmap: wanted }, host);
  const { roadmaps, actors } = reader.definitions;
  const roadmap =
    setup.roadmap === undefined
      ? defaultRoadmap(reader.definitions, builtInFiles(host.packageRoot))
      : roadmaps.get(setup.roadmap);
  if (!roadmap) {
    const choices = [...roadmaps.values()].map(({ id, title }) => `${id} (${title})`);
    throw new UsageError(`Say which roadmap: ${choices.join(', ')}, or a file.`);
  }
  return { roadmap, actors };
}

/** Further roadmaps beside one, each once. */
export async function loadOthers(
  given: readonly string[],
  first: Roadmap,
  host: CommandHost,
): Promise<readonly Roadmap[]> {
  const others: Roadmap[] = [];
  for (const wanted of given) {
    const { roadmap } = await loadRoadmap([wanted], host);
    if (![first, ...others].some(({ id }) => id === roadmap.id)) {
      others.push(roadmap);
    }
  }
  return others;
}

function roadmapJson(roadmap: Roadmap): Record<string, unknown> {
  return {
    roadmap: roadmap.id,
    title: roadmap.title,
    reference: roadmap.references,
    date: roadmap.date ?? null,
    ...relatesJson(roadmap.relates),
    areas: roadmap.areas.map((area) => ({ area: area.id, title: area.title, section: area.section ?? null })),
    actions: roadmap.actions.map((action) => ({
      action: action.id,
      title: action.title,
      area: action.area ?? null,
      actors: action.actors,
      due: dueJson(action.deadline),
      ...relatesJson(action.relates),
      deliverables: action.deliverables.map(deliverableJson),
    })),
    commitments: roadmap.commitments.map(deliverableJson),
  };
}

function deliverableJson(item: Deliverable): Record<string, unknown> {
  return {
    [item.action === undefined ? 'commitment' : 'deliverable']: item.id,
    title: item.title,
    actors: item.actors,
    due: dueJson(item.deadline),
    status: item.status?.status ?? null,
    source: item.source ?? null,
    ...relatesJson(item.relates),
  };
}

/** `{relates: [{to, actions, deliverables, how, note}]}`; `to` is null for the same roadmap. Nothing where there are none. */
function relatesJson(relations: readonly Relation[] | undefined): Record<string, unknown> {
  const ids = ({ parts }: Relation, kind: RelatedPart['kind']) =>
    parts.flatMap((part) => (part.kind === kind ? [part.id] : []));
  const relates = relations?.map((relation) => ({
    to: relation.to?.text ?? null,
    actions: ids(relation, 'action'),
    deliverables: ids(relation, 'deliverable'),
    how: relation.how ?? null,
    note: relation.note ?? null,
  }));
  return relates ? { relates } : {};
}

/** `{earliest, latest, edtf, stated}`; null where there is neither a date nor words for one. */
function dueJson({ due, stated, every }: Deadline): Record<string, unknown> | null {
  if (due === undefined && stated === undefined) {
    return null;
  }
  return {
    earliest: due?.earliest ?? null,
    latest: due?.latest ?? null,
    edtf: due?.edtf ?? null,
    stated: stated ?? null,
    ...(every === undefined ? {} : { every }),
  };
}

function roadmapText(roadmap: Roadmap, actors: ActorRegister, host: CommandHost): string {
  const colours = picocolors.createColors(host.colour);
  const names = (ids: readonly string[]) => ids.map((id) => displayNameOf(id, actors)).join(', ');
  const actionText = (action: Action) =>
    [
      `${colours.bold(`${actionLabel(roadmap, action.id)}: ${action.title}`)}${deadlineText(action.deadline)}`,
      ...(action.actors.length === 0 ? [] : [colours.dim(`  ${names(action.actors)}`)]),
      ...action.deliverables.map((item) => itemText(item)),
    ].join('\n');
  const itemText = (item: Deliverable) =>
    `  ${item.id.padEnd(5)} ${item.title}${deadlineText(item.deadline)}${item.actors.length === 0 ? '' : colours.dim(` [${names(item.actors)}]`)}`;
  const grouped = roadmap.areas.map((area) => [
    `\n${colours.underline(area.title)}`,
    ...roadmap.actions.filter((action) => action.area === area.id).map(actionText),
  ]);
  const inNoArea = roadmap.actions.filter((action) => !roadmap.areas.some((area) => area.id === action.area));
  return `${[
    colours.bold(roadmap.title),
    `${roadmap.id} · ${roadmap.references.join(' · ')}`,
    ...grouped.flat(),
    ...inNoArea.map(actionText),
    ...(roadmap.commitments.length === 0 ? [] : [`\n${colours.underline('Outside the actions')}`]),
    ...roadmap.commitments.map(itemText),
  ].join('\n')}\n`;
}

function deadlineText({ due, stated }: Deadline): string {
  const words = stated ?? due?.edtf;
  return words === undefined ? '' : ` (${words})`;
}
