import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type KindChoice,
  type RoadmapChoice,
  ServerCommand,
  type SkeletonArguments,
} from '../../server/src/lsp/protocol';
import { isIsoDay } from '../../server/src/model/date';
import { STANDARD_KIND } from '../../server/src/model/draft-kind';
import { runOnServer } from './commands';

/** What was chosen already; the rest is asked for. */
export type NewReportChoices = Partial<Omit<SkeletonArguments, 'snippet'>>;

/** Asks what the draft is to be, and opens it as an untitled document whose placeholders are stops of a snippet. */
export async function newReport(client: BaseLanguageClient, given: NewReportChoices = {}): Promise<void> {
  const [kinds, roadmaps] = await Promise.all([
    runOnServer<readonly KindChoice[]>(client, ServerCommand.kinds),
    runOnServer<readonly RoadmapChoice[]>(client, ServerCommand.roadmaps),
  ]);
  const choices = await complete(given, kinds, roadmaps);
  if (!choices) {
    return;
  }
  const argument: SkeletonArguments = { ...choices, snippet: true };
  const text = await runOnServer<string>(client, ServerCommand.skeleton, argument);
  const document = await vscode.workspace.openTextDocument({ language: choices.format });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(text), new vscode.Position(0, 0));
}

type Choices = Omit<SkeletonArguments, 'snippet'>;

/** What a draft is on: none, one or several. */
type OnRoadmaps = readonly RoadmapChoice[];

/**
 * Undefined where a question was left with Escape. Whoever gives something but no kind wants a progress report; whoever
 * gives a kind that needs no roadmap, and none, wants none.
 */
async function complete(
  given: NewReportChoices,
  kinds: readonly KindChoice[],
  roadmaps: readonly RoadmapChoice[],
): Promise<Choices | undefined> {
  const wanted = given.kind ?? (Object.keys(given).length > 0 ? STANDARD_KIND : undefined);
  const kind = kinds.find(({ id }) => id === wanted) ?? (await askKind(kinds));
  if (!kind) {
    return undefined;
  }
  const step = stepsOf(kind);
  const known = [given.roadmap, ...(given.others ?? [])].flatMap((id) => roadmaps.find((one) => one.id === id) ?? []);
  const isNone = given.kind !== undefined && given.roadmap === undefined && !kind.needsRoadmap;
  const on: OnRoadmaps | undefined =
    known.length > 0 || isNone ? known : await askRoadmaps(kind, roadmaps, step('roadmap'));
  const format = on && (given.format ?? (await askFormat(step('format'))));
  const order = format && (kind.hasEntries ? await askEntries(given, on, step) : {});
  const asOf = order && (given.asOf ?? (await askAsOf(kind, step('date'))));
  if (!on || !format || !order || asOf === undefined) {
    return undefined;
  }
  const [first, ...others] = on.map(({ id }) => id);
  return {
    kind: kind.id,
    ...(first === undefined ? {} : { roadmap: first, others }),
    format,
    ...order,
    ...(asOf === '' ? {} : { asOf }),
  };
}

/** The titles of the questions: which of how many it is. */
type Step = (what: 'roadmap' | 'format' | 'order of the entries' | 'scope' | 'date') => string;

function stepsOf({ name, hasEntries }: KindChoice): Step {
  const order = ['roadmap', 'format', ...(hasEntries ? ['order of the entries', 'scope'] : []), 'date'];
  return (what) => `New ${name.toLowerCase()} (${order.indexOf(what) + 2}/${order.length + 1}): ${what}`;
}

async function askKind(kinds: readonly KindChoice[]): Promise<KindChoice | undefined> {
  const items = kinds.map((kind) => ({ label: kind.name, description: kind.id, detail: kind.about, of: kind }));
  const choice = await vscode.window.showQuickPick(items, {
    title: 'New draft: kind',
    placeHolder: 'What is being drafted?',
    matchOnDetail: true,
  });
  return choice?.of;
}

/** A roadmap, or several, or none where the kind can do without. */
async function askRoadmaps(
  { needsRoadmap }: KindChoice,
  roadmaps: readonly RoadmapChoice[],
  title: string,
): Promise<OnRoadmaps | undefined> {
  const items = roadmaps.map((roadmap) => ({
    label: roadmap.title,
    description: roadmap.id,
    detail: [...roadmap.references, `${roadmap.actions} actions`].join(' · '),
    on: [roadmap],
  }));
  const none = { label: 'No roadmap', description: '', detail: 'The draft names no actions of one', on: [] };
  const several = {
    label: 'Several roadmaps…',
    description: '',
    detail: 'The draft is on more than one',
    on: 'several',
  };
  const choice = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly on: OnRoadmaps | string }>(
    [...(needsRoadmap ? [] : [none]), ...items, ...(items.length > 1 ? [several] : [])],
    { title, placeHolder: 'Which roadmap is it about?', matchOnDetail: true },
  );
  return typeof choice?.on === 'string' ? askSeveral(items, title) : choice?.on;
}

/** The roadmaps that are ticked; undefined where none is. */
async function askSeveral(
  items: readonly (vscode.QuickPickItem & { readonly on: OnRoadmaps })[],
  title: string,
): Promise<OnRoadmaps | undefined> {
  const choices = await vscode.window.showQuickPick(items, {
    title,
    placeHolder: 'Which roadmaps is it about?',
    matchOnDetail: true,
    canPickMany: true,
  });
  const chosen = choices?.flatMap(({ on }) => on) ?? [];
  return chosen.length > 0 ? chosen : undefined;
}

/** Order and scope of the entries. */
async function askEntries(
  given: NewReportChoices,
  on: OnRoadmaps,
  step: Step,
): Promise<Pick<Choices, 'by' | 'areas' | 'actors'> | undefined> {
  const by = given.by ?? (await askGrouping(step('order of the entries')));
  const isScoped = given.areas !== undefined || given.actors !== undefined || on.length === 0;
  const scope = by && (isScoped ? given : await askScope(on, step('scope')));
  return scope && { by, areas: scope.areas ?? [], actors: scope.actors ?? [] };
}

async function askFormat(title: string): Promise<Choices['format'] | undefined> {
  const choice = await vscode.window.showQuickPick(
    [
      { label: 'Markdown', description: 'prose under headings, reads well when printed', format: 'markdown' as const },
      { label: 'YAML', description: 'one item for each action, for data and for CI', format: 'yaml' as const },
    ],
    { title },
  );
  return choice?.format;
}

async function askGrouping(title: string): Promise<Choices['by'] | undefined> {
  const choice = await vscode.window.showQuickPick(
    [
      { label: 'By priority area', by: 'area' as const },
      { label: 'By number', description: 'the roadmap’s own order', by: 'number' as const },
      { label: 'By main actor', by: 'actor' as const },
      { label: 'By deadline', description: 'the earliest first', by: 'deadline' as const },
    ],
    { title },
  );
  return choice?.by;
}

async function askScope(
  on: OnRoadmaps,
  title: string,
): Promise<{ areas?: readonly string[]; actors?: readonly string[] } | undefined> {
  const count = on.reduce((sum, { actions }) => sum + actions, 0);
  const everything = { label: 'Everything', description: `all ${count} actions` };
  const areas = on.flatMap((roadmap) =>
    roadmap.areas.map((area) => ({
      label: area.title,
      description: on.length > 1 ? `priority area · ${roadmap.title}` : 'priority area',
      area: area.id,
    })),
  );
  const known = new Map(on.flatMap((roadmap) => roadmap.actors.map((actor) => [actor.id, actor] as const)));
  const actors = [...known.values()].map(({ id, name }) => ({ label: name, description: 'main actor', actor: id }));
  const choice = await vscode.window.showQuickPick<
    vscode.QuickPickItem & { readonly area?: string; readonly actor?: string }
  >([everything, ...areas, ...actors], {
    title,
    placeHolder: 'What does the report have to cover?',
  });
  if (!choice) {
    return undefined;
  }
  return choice.area !== undefined
    ? { areas: [choice.area] }
    : choice.actor !== undefined
      ? { actors: [choice.actor] }
      : {};
}

/** Empty: today, or what the setting says. */
async function askAsOf({ hasEntries }: KindChoice, title: string): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    prompt: hasEntries
      ? 'The day that “overdue” is measured against, as YYYY-MM-DD. Leave empty for today.'
      : 'The day that the draft is of, as YYYY-MM-DD. Leave empty for today.',
    validateInput: (text) =>
      text.trim() === '' || isIsoDay(text.trim()) ? undefined : 'Give a day that exists, as YYYY-MM-DD.',
  });
  return answer?.trim();
}
