import * as lsp from 'vscode-languageserver';
import { displayNameOf } from '../model/actor';
import { coversActions, kindWithId, needsRoadmap, STANDARD_KIND } from '../model/draft-kind';
import type { TextEdit } from '../model/finding';
import type { Roadmap } from '../model/roadmap';
import { isDocument } from '../parse/recognise';
import { canonicalUri } from '../project/uri';
import { convertReport } from '../write/convert/convert';
import { missingEntries } from '../write/missing-entries';
import { setAsOf } from '../write/set-as-of';
import { skeleton } from '../write/skeleton';
import type { OpenDocuments } from './documents';
import { toWorkspaceEdit } from './edits';
import type { Folders } from './folders';
import { type ImportEnvironment, importCommand } from './import-command';
import { mentionPlaces } from './mention-places';
import {
  type ConvertArguments,
  type ConvertResult,
  type ImportArguments,
  type KindChoice,
  type MentionsArguments,
  type MissingEntriesArguments,
  type RoadmapChoice,
  ServerCommand,
  type SetAsOfArguments,
  type ShowPlacesArguments,
  type SkeletonArguments,
} from './protocol';
import type { Session } from './session';

export interface CommandEnvironment extends ImportEnvironment {
  readonly connection: lsp.Connection;
  /** What the client can do. */
  readonly client: lsp.ClientCapabilities;
  readonly documents: OpenDocuments;
  readonly folders: Folders;
  /** Settled when definitions are loaded. */
  readonly ready: () => Promise<void>;
}

/** Answers `workspace/executeCommand` for the commands of {@link ServerCommand}. */
export function registerCommands(environment: CommandEnvironment): void {
  const { connection, folders, ready } = environment;
  connection.onExecuteCommand(async ({ command, arguments: given = [] }, token, progress) => {
    await ready();
    const [argument] = given as readonly unknown[];
    switch (command) {
      case ServerCommand.roadmaps:
        return roadmapChoices(folders);
      case ServerCommand.kinds:
        return kindChoices(folders);
      case ServerCommand.skeleton:
        return makeSkeleton(argument as SkeletonArguments, folders);
      case ServerCommand.insertMissingEntries:
        return insertMissingEntries(argument as MissingEntriesArguments, environment);
      case ServerCommand.setAsOf:
        return writeAsOf(argument as SetAsOfArguments, environment);
      case ServerCommand.convert:
        return convert(argument as ConvertArguments, folders);
      case ServerCommand.importDocument:
        return importCommand(argument as ImportArguments, environment, token);
      case ServerCommand.checkAll:
        return folders.checkAll(progress, token);
      case ServerCommand.showPlaces:
        return showPlaces(argument as ShowPlacesArguments, environment, token);
      case ServerCommand.mentions:
        return mentions(argument as MentionsArguments, environment, token);
      default:
        return new lsp.ResponseError(lsp.ErrorCodes.InvalidRequest, `There is no command “${command}”.`);
    }
  });
}

/** The roadmaps of all folders; of those with the same id the first one. */
function roadmapChoices(folders: Folders): readonly RoadmapChoice[] {
  const choices = new Map<string, RoadmapChoice>();
  for (const { session } of folders.all) {
    for (const [id, roadmap] of session.snapshot().roadmaps) {
      if (!choices.has(id)) {
        choices.set(id, toChoice(roadmap, session));
      }
    }
  }
  return [...choices.values()];
}

function toChoice(roadmap: Roadmap, session: Session): RoadmapChoice {
  const { actors } = session.snapshot();
  const ids = new Set(roadmap.actions.flatMap((action) => action.actors));
  return {
    id: roadmap.id,
    title: roadmap.title,
    references: roadmap.references,
    areas: roadmap.areas.map(({ id, title }) => ({ id, title })),
    actors: [...ids].map((id) => ({ id, name: displayNameOf(id, actors) })),
    actions: roadmap.actions.length,
  };
}

/** The kinds of draft of all folders; of those with the same id the first one. */
function kindChoices(folders: Folders): readonly KindChoice[] {
  const choices = new Map<string, KindChoice>();
  for (const { session } of folders.all) {
    for (const kind of session.snapshot().kinds) {
      const { id, name, about } = kind;
      const choice = { id, name, about, needsRoadmap: needsRoadmap(kind), hasEntries: coversActions(kind) };
      choices.set(id, choices.get(id) ?? choice);
    }
  }
  return [...choices.values()];
}

function makeSkeleton(options: SkeletonArguments, folders: Folders): string | lsp.ResponseError<void> {
  const { roadmap: wanted, kind: kindId = STANDARD_KIND } = options;
  const snapshots = folders.all.map(({ session }) => session.snapshot());
  const snapshot = snapshots.find(
    ({ roadmaps, kinds }) => (wanted === undefined || roadmaps.has(wanted)) && kindWithId(kindId, kinds),
  );
  const kind = snapshot && kindWithId(kindId, snapshot.kinds);
  const roadmap = wanted === undefined ? undefined : snapshot?.roadmaps.get(wanted);
  if (!snapshot || !kind || (wanted === undefined && needsRoadmap(kind))) {
    const isRoadmap = wanted === undefined || !snapshots.some(({ roadmaps }) => roadmaps.has(wanted));
    const lacking = isRoadmap ? `There is no roadmap “${wanted ?? ''}”.` : `There is no kind of draft “${kindId}”.`;
    return new lsp.ResponseError(lsp.ErrorCodes.InvalidParams, lacking);
  }
  return skeleton(kind, roadmap, snapshot.actors, {
    format: options.format,
    by: options.by ?? 'number',
    areas: options.areas ?? [],
    onlyActors: options.actors ?? [],
    others: (options.others ?? []).flatMap((id) => (id === wanted ? [] : (snapshot.roadmaps.get(id) ?? []))),
    asOf: options.asOf ?? snapshot.settings.asOf ?? snapshot.today,
    snippet: options.snippet,
  });
}

async function insertMissingEntries(
  { uri, actions }: MissingEntriesArguments,
  environment: CommandEnvironment,
): Promise<number> {
  const snapshot = environment.folders.session(uri).snapshot();
  const analysed = snapshot.report(uri);
  if (!analysed) {
    return 0;
  }
  const { edits, count } = missingEntries(analysed, snapshot.actors, actions);
  return (await applyEdits(uri, edits, 'Insert entries for missing actions', environment)) ? count : 0;
}

async function writeAsOf({ uri, day }: SetAsOfArguments, environment: CommandEnvironment): Promise<boolean> {
  const analysed = environment.folders.session(uri).snapshot().report(uri);
  const edit = analysed && setAsOf(analysed.report, day);
  return edit !== undefined && applyEdits(uri, [edit], 'Set as-of date', environment);
}

/** Has the client show the first of some places. Answers whether it did; one that cannot is left alone. */
async function showPlaces(
  places: ShowPlacesArguments,
  environment: CommandEnvironment,
  token: lsp.CancellationToken,
): Promise<boolean> {
  const { connection, client } = environment;
  if (!client.window?.showDocument?.support) {
    return false;
  }
  const [location] = 'locations' in places ? places.locations : await mentions(places, environment, token);
  if (!location) {
    return false;
  }
  const { uri, range } = location;
  const { success } = await connection.window.showDocument(
    // An editor of texts shows no Word file.
    isDocument(canonicalUri(uri)) ? { uri, external: true } : { uri, selection: range, takeFocus: true },
  );
  return success;
}

function mentions(
  { uri, mentionsOf }: MentionsArguments,
  environment: CommandEnvironment,
  token: lsp.CancellationToken,
): Promise<readonly lsp.Location[]> {
  return mentionPlaces(environment.folders.of(uri).places, mentionsOf, environment, token);
}

function convert({ uri }: ConvertArguments, folders: Folders): ConvertResult {
  const snapshot = folders.session(uri).snapshot();
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
  { connection, documents, folders }: CommandEnvironment,
): Promise<boolean> {
  const document = documents.all().find((open) => canonicalUri(open.uri) === canonicalUri(uri));
  if (!document || edits.length === 0) {
    return false;
  }
  const edit = toWorkspaceEdit([{ uri: document.uri, edits }], { documents, session: (file) => folders.session(file) });
  const { applied } = await connection.workspace.applyEdit({ label, edit });
  return applied;
}
