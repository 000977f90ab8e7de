import * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { displayName } from '../model/actor';
import type { TextEdit } from '../model/finding';
import type { Roadmap } from '../model/roadmap';
import { CANDIDATE_GLOBS, type FileSource } from '../project/file-source';
import { canonicalUri, relativePath } from '../project/uri';
import { missingEntries } from '../write/missing-entries';
import { setAsOf } from '../write/set-as-of';
import { skeleton } from '../write/skeleton';
import { toRange } from './convert';
import type { Diagnostics } from './diagnostics';
import {
  type CheckAllResult,
  type MissingEntriesArguments,
  type RoadmapChoice,
  ServerCommand,
  type SetAsOfArguments,
  type SkeletonArguments,
} from './protocol';
import type { Session } from './session';

export interface CommandEnvironment {
  readonly connection: lsp.Connection;
  readonly documents: lsp.TextDocuments<TextDocument>;
  readonly session: Session;
  readonly files: FileSource;
  readonly folder: string | undefined;
  readonly diagnostics: Diagnostics;
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
      case ServerCommand.checkAll:
        return checkAll(environment, progress, token);
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

/** Applies a versioned edit, so that nothing is written into a text that has changed meanwhile. */
async function applyEdits(
  uri: string,
  edits: readonly TextEdit[],
  label: string,
  { connection, documents, session }: CommandEnvironment,
): Promise<boolean> {
  const lines = session.lines(uri);
  const document = documents.all().find((open) => canonicalUri(open.uri) === canonicalUri(uri));
  if (!lines || !document || edits.length === 0) {
    return false;
  }
  const { applied } = await connection.workspace.applyEdit({
    label,
    edit: {
      documentChanges: [
        {
          textDocument: { uri: document.uri, version: document.version },
          edits: edits.map((edit) => ({ range: toRange(lines, edit.span), newText: edit.newText })),
        },
      ],
    },
  });
  return applied;
}

/** Reads and checks every report of the folder, open or not, in slices so that other requests are answered meanwhile. */
async function checkAll(
  { session, files, folder, documents, diagnostics }: CommandEnvironment,
  progress: lsp.WorkDoneProgressReporter,
  token: lsp.CancellationToken,
): Promise<CheckAllResult> {
  progress.begin('Checking all reports', 0, undefined, true);
  const candidates = folder === undefined ? [] : await files.find(folder, CANDIDATE_GLOBS);
  for (let index = 0; index < candidates.length && !token.isCancellationRequested; index += FILES_READ_AT_ONCE) {
    await session.loadCandidates(candidates.slice(index, index + FILES_READ_AT_ONCE));
  }
  let [reports, findings] = [0, 0];
  const open = () => documents.all().map((document) => document.uri);
  const below = open().filter((uri) => folder !== undefined && relativePath(folder, uri) !== undefined);
  const all = new Map([...candidates, ...below].map((uri) => [canonicalUri(uri), uri]));
  const known = [...all.values()].filter((uri) => /-report$/.test(session.snapshot().roleOf(uri) ?? ''));
  for (const [index, uri] of known.entries()) {
    if (token.isCancellationRequested) {
      break;
    }
    reports++;
    findings += session.findings(uri).length;
    if (!open().some((other) => canonicalUri(other) === canonicalUri(uri))) {
      diagnostics.showClosed(uri);
    }
    progress.report(Math.round((100 * (index + 1)) / known.length), `${index + 1} of ${known.length}`);
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
  }
  progress.done();
  return { reports, findings, cancelled: token.isCancellationRequested };
}

/** Reading is asked for in pieces, so that it can be cancelled between them. */
const FILES_READ_AT_ONCE = 50;
