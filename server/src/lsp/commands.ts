import * as lsp from 'vscode-languageserver';
import { displayName } from '../model/actor';
import type { TextEdit } from '../model/finding';
import type { Roadmap } from '../model/roadmap';
import { canonicalUri } from '../project/uri';
import { convertReport } from '../write/convert/convert';
import { missingEntries } from '../write/missing-entries';
import { setAsOf } from '../write/set-as-of';
import { skeleton } from '../write/skeleton';
import type { OpenDocuments } from './documents';
import { toWorkspaceEdit } from './edits';
import {
  type ConvertArguments,
  type ConvertResult,
  type MissingEntriesArguments,
  type RoadmapChoice,
  ServerCommand,
  type SetAsOfArguments,
  type SkeletonArguments,
} from './protocol';
import type { Session } from './session';
import type { WorkspaceDiagnostics } from './workspace-diagnostics';

export interface CommandEnvironment {
  readonly connection: lsp.Connection;
  readonly documents: OpenDocuments;
  readonly session: Session;
  readonly workspace: WorkspaceDiagnostics;
  /** Settled when definitions are loaded. */
  readonly ready: Promise<void>;
}

/** Answers `workspace/executeCommand` for the commands of {@link ServerCommand}. */
export function registerCommands(environment: CommandEnvironment): void {
  const { connection, session, ready } = environment;
  connection.onExecuteCommand(async ({ command, arguments: given = [] }, token, progress) => {
    await ready;
    const [argument] = given as readonly unknown[];
    switch (command) {
      case ServerCommand.roadmaps:
        return [...session.snapshot().roadmaps.values()].map((roadmap) => toChoice(roadmap, session));
      case ServerCommand.skeleton:
        return makeSkeleton(argument as SkeletonArguments, session);
      case ServerCommand.insertMissingEntries:
        return insertMissingEntries(argument as MissingEntriesArguments, environment);
      case ServerCommand.setAsOf:
        return writeAsOf(argument as SetAsOfArguments, environment);
      case ServerCommand.convert:
        return convert(argument as ConvertArguments, session);
      case ServerCommand.checkAll:
        return environment.workspace.checkAll(progress, token);
      default:
        return new lsp.ResponseError(lsp.ErrorCodes.InvalidRequest, `There is no command ${command}.`);
    }
  });
}

function toChoice(roadmap: Roadmap, session: Session): RoadmapChoice {
  const { actors } = session.snapshot();
  const ids = new Set(roadmap.actions.flatMap((action) => action.actors));
  return {
    id: roadmap.id,
    title: roadmap.title,
    references: roadmap.references,
    areas: roadmap.areas.map(({ id, title }) => ({ id, title })),
    actors: [...ids].map((id) => {
      const actor = actors.byId(id);
      return { id, name: actor ? displayName(actor) : id };
    }),
    actions: roadmap.actions.length,
  };
}

function makeSkeleton(options: SkeletonArguments, session: Session): string | lsp.ResponseError<void> {
  const snapshot = session.snapshot();
  const roadmap = snapshot.roadmaps.get(options.roadmap);
  if (!roadmap) {
    return new lsp.ResponseError(lsp.ErrorCodes.InvalidParams, `There is no roadmap “${options.roadmap}”.`);
  }
  return skeleton(roadmap, snapshot.actors, {
    format: options.format,
    by: options.by,
    areas: options.areas ?? [],
    onlyActors: options.actors ?? [],
    asOf: options.asOf ?? snapshot.settings.asOf ?? snapshot.today,
    snippet: options.snippet,
  });
}

async function insertMissingEntries(
  { uri, actions }: MissingEntriesArguments,
  environment: CommandEnvironment,
): Promise<number> {
  const snapshot = environment.session.snapshot();
  const analysed = snapshot.report(uri);
  if (!analysed) {
    return 0;
  }
  const { edits, count } = missingEntries(analysed, snapshot.actors, actions);
  return (await applyEdits(uri, edits, 'Insert entries for missing actions', environment)) ? count : 0;
}

async function writeAsOf({ uri, day }: SetAsOfArguments, environment: CommandEnvironment): Promise<boolean> {
  const analysed = environment.session.snapshot().report(uri);
  const edit = analysed && setAsOf(analysed.report, day);
  return edit !== undefined && applyEdits(uri, [edit], 'Set as-of date', environment);
}

function convert({ uri }: ConvertArguments, session: Session): ConvertResult {
  const snapshot = session.snapshot();
  const analysed = snapshot.report(uri);
  return analysed
    ? convertReport(analysed.report, {
        roadmaps: analysed.roadmaps,
        actors: snapshot.actors,
        today: snapshot.today,
      })
    : { problem: 'This document is no report.' };
}

/** Makes edits in a document that is open. Answers whether they were made. */
async function applyEdits(
  uri: string,
  edits: readonly TextEdit[],
  label: string,
  { connection, documents, session }: CommandEnvironment,
): Promise<boolean> {
  const document = documents.all().find((open) => canonicalUri(open.uri) === canonicalUri(uri));
  if (!document || edits.length === 0) {
    return false;
  }
  const edit = toWorkspaceEdit([{ uri: document.uri, edits }], { documents, session });
  const { applied } = await connection.workspace.applyEdit({ label, edit });
  return applied;
}
