import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type RoadmapChoice, ServerCommand, type SkeletonArguments } from '../../server/src/lsp/protocol';
import { isIsoDay } from '../../server/src/model/date';
import { runOnServer } from './commands';

/** What was chosen already; the rest is asked for. */
export type NewReportChoices = Partial<Omit<SkeletonArguments, 'snippet'>>;

/** Asks what the report is to be, and opens it as an untitled document whose placeholders are stops of a snippet. */
export async function newReport(client: BaseLanguageClient, given: NewReportChoices = {}): Promise<void> {
  const roadmaps = await runOnServer<readonly RoadmapChoice[]>(client, ServerCommand.roadmaps);
  const choices = await complete(given, roadmaps);
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

/** Undefined where a question was left with Escape. */
async function complete(given: NewReportChoices, roadmaps: readonly RoadmapChoice[]): Promise<Choices | undefined> {
  const roadmap = roadmaps.find(({ id }) => id === given.roadmap) ?? (await askRoadmap(roadmaps));
  const format = roadmap && (given.format ?? (await askFormat()));
  const by = format && (given.by ?? (await askGrouping()));
  const scope = by && roadmap && (given.areas || given.actors ? given : await askScope(roadmap));
  const asOf = scope && (given.asOf ?? (await askAsOf()));
  if (!roadmap || !format || !by || !scope || asOf === undefined) {
    return undefined;
  }
  return {
    roadmap: roadmap.id,
    format,
    by,
    areas: scope.areas ?? [],
    actors: scope.actors ?? [],
    ...(asOf === '' ? {} : { asOf }),
  };
}

async function askRoadmap(roadmaps: readonly RoadmapChoice[]): Promise<RoadmapChoice | undefined> {
  const choice = await vscode.window.showQuickPick(
    roadmaps.map((roadmap) => ({
      label: roadmap.title,
      description: roadmap.id,
      detail: [...roadmap.references, `${roadmap.actions} actions`].join(' · '),
      roadmap,
    })),
    { title: 'New report (1/5): roadmap', placeHolder: 'Which roadmap does the report cover?', matchOnDetail: true },
  );
  return choice?.roadmap;
}

async function askFormat(): Promise<Choices['format'] | undefined> {
  const choice = await vscode.window.showQuickPick(
    [
      { label: 'Markdown', description: 'prose under headings, reads well when printed', format: 'markdown' as const },
      { label: 'YAML', description: 'one item for each action, for data and for CI', format: 'yaml' as const },
    ],
    { title: 'New report (2/5): format' },
  );
  return choice?.format;
}

async function askGrouping(): Promise<Choices['by'] | undefined> {
  const choice = await vscode.window.showQuickPick(
    [
      { label: 'By priority area', by: 'area' as const },
      { label: 'By number', description: 'the roadmap’s own order', by: 'number' as const },
      { label: 'By main actor', by: 'actor' as const },
      { label: 'By deadline', description: 'the earliest first', by: 'deadline' as const },
    ],
    { title: 'New report (3/5): order of the entries' },
  );
  return choice?.by;
}

async function askScope(
  roadmap: RoadmapChoice,
): Promise<{ areas?: readonly string[]; actors?: readonly string[] } | undefined> {
  const everything = { label: 'Everything', description: `all ${roadmap.actions} actions` };
  const areas = roadmap.areas.map((area) => ({ label: area.title, description: 'priority area', area: area.id }));
  const actors = roadmap.actors.map((actor) => ({ label: actor.name, description: 'main actor', actor: actor.id }));
  const choice = await vscode.window.showQuickPick<
    vscode.QuickPickItem & { readonly area?: string; readonly actor?: string }
  >([everything, ...areas, ...actors], {
    title: 'New report (4/5): scope',
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
async function askAsOf(): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: 'New report (5/5): as-of date',
    prompt: 'The day that “overdue” is measured against, as YYYY-MM-DD. Leave empty for today.',
    validateInput: (text) =>
      text.trim() === '' || isIsoDay(text.trim()) ? undefined : 'Give a day that exists, as YYYY-MM-DD.',
  });
  return answer?.trim();
}
