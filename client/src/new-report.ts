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

/** What a draft is on; undefined: no roadmap. */
interface OnRoadmap {
  readonly roadmap: RoadmapChoice | undefined;
}

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
  const known = roadmaps.find(({ id }) => id === given.roadmap);
  const isNone = given.kind !== undefined && given.roadmap === undefined && !kind.needsRoadmap;
  const on: OnRoadmap | undefined =
    known || isNone ? { roadmap: known } : await askRoadmap(kind, roadmaps, step('roadmap'));
  const format = on && (given.format ?? (await askFormat(step('format'))));
  const order = format && (kind.hasEntries ? await askEntries(given, on.roadmap, step) : {});
  const asOf = order && (given.asOf ?? (await askAsOf(kind, step('date'))));
  if (!on || !format || !order || asOf === undefined) {
    return undefined;
  }
  return {
    kind: kind.id,
    ...(on.roadmap ? { roadmap: on.roadmap.id } : {}),
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

/** A roadmap, or none where the kind can do without. */
async function askRoadmap(
  { needsRoadmap }: KindChoice,
  roadmaps: readonly RoadmapChoice[],
  title: string,
): Promise<OnRoadmap | undefined> {
  const items = roadmaps.map((roadmap) => ({
    label: roadmap.title,
    description: roadmap.id,
    detail: [...roadmap.references, `${roadmap.actions} actions`].join(' · '),
    on: { roadmap },
  }));
  const none = {
    label: 'No roadmap',
    description: '',
    detail: 'The draft names no actions of one',
    on: { roadmap: undefined },
  };
  const choice = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly on: OnRoadmap }>(
    needsRoadmap ? items : [none, ...items],
    { title, placeHolder: 'Which roadmap is it about?', matchOnDetail: true },
  );
  return choice?.on;
}

/** Order and scope of the entries. */
async function askEntries(
  given: NewReportChoices,
  roadmap: RoadmapChoice | undefined,
  step: Step,
): Promise<Pick<Choices, 'by' | 'areas' | 'actors'> | undefined> {
  const by = given.by ?? (await askGrouping(step('order of the entries')));
  const isScoped = given.areas !== undefined || given.actors !== undefined || !roadmap;
  const scope = by && (isScoped ? given : await askScope(roadmap, step('scope')));
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
  roadmap: RoadmapChoice,
  title: string,
): Promise<{ areas?: readonly string[]; actors?: readonly string[] } | undefined> {
  const everything = { label: 'Everything', description: `all ${roadmap.actions} actions` };
  const areas = roadmap.areas.map((area) => ({ label: area.title, description: 'priority area', area: area.id }));
  const actors = roadmap.actors.map((actor) => ({ label: actor.name, description: 'main actor', actor: actor.id }));
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
