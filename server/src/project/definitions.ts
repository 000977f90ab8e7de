import { type Actor, type ActorRegister, createActorRegister } from '../model/actor';
import { type DraftKind, resolveKinds } from '../model/draft-kind';
import type { FileProblem } from '../model/file-problem';
import { type DefinitionRole, isDefinition } from '../model/file-role';
import type { Roadmap } from '../model/roadmap';
import { mergeSettings, type PartialSettings, type Settings } from '../model/settings';
import { parseActorsFile } from '../parse/actors-file';
import { parseProjectFile } from '../parse/project-file';
import { parseRoadmapFile } from '../parse/roadmap-file';
import type { BuiltInFile } from './built-in';
import { builtInKinds } from './built-in-definitions';
import { createFileClassifier, type FileClassifier } from './file-role';

/** A file that the workspace knows. */
export interface DefinitionFile {
  readonly uri: string;
  readonly text: string;
  readonly language: string | undefined;
}

/** What decides beside the files. */
export interface DefinitionOptions {
  readonly builtIn: readonly BuiltInFile[];
  readonly folder: string | undefined;
  readonly namedReports: readonly string[];
  /** Of the command line and of the editor, the stronger first; those of the project file come last. */
  readonly settings: readonly PartialSettings[];
}

/** What a workspace's reports are read against: roadmaps, actors and settings, with what is wrong in their files. */
export interface Definitions {
  readonly settings: Settings;
  readonly roadmaps: ReadonlyMap<string, Roadmap>;
  readonly actors: ActorRegister;
  /** The kinds of draft: the built-in ones and those of the settings. */
  readonly kinds: readonly DraftKind[];
  /** What a file is. */
  readonly classify: FileClassifier;
  /** The roadmap in a file, and what is wrong with a roadmap, actors or project file, by canonical URI. */
  readonly read: ReadonlyMap<string, ReadDefinition>;
}

export interface ReadDefinition {
  readonly text: string;
  readonly role: DefinitionRole;
  readonly problems: readonly FileProblem[];
  readonly roadmap?: Roadmap | undefined;
  readonly actors?: readonly Actor[];
  readonly settings?: PartialSettings;
}

/**
 * Reads the definitions among files, by canonical URI, built-in ones first so that those of the workspace override
 * them. What `older` has read of the same text is the same object, and so are registers that are made of the same.
 */
export function readDefinitions(
  files: ReadonlyMap<string, DefinitionFile>,
  options: DefinitionOptions,
  older: Definitions | undefined,
): Definitions {
  const read = new Map<string, ReadDefinition>();
  const builtInDefinition = (uri: string, text: string) =>
    options.builtIn.find((file) => file.uri === uri && file.text === text)?.definition;
  const readOne = (key: string, { uri, text }: DefinitionFile, role: DefinitionRole): ReadDefinition => {
    const known = older?.read.get(key);
    const isSame = known?.text === text && known.role === role;
    const same = isSame ? known : { text, role, ...(builtInDefinition(uri, text) ?? parse(role, uri, text)) };
    read.set(key, same);
    return same;
  };
  const project = projectFile(files);
  const ofProject = project ? (readOne(...project, 'project').settings ?? {}) : {};
  const settings = mergeSettings(...options.settings, ofProject);
  const classify = createFileClassifier(options.folder, settings, options.namedReports);
  for (const [key, file] of files) {
    const role = classify(file.uri, file.text, file.language);
    if (isDefinition(role) && role !== 'project') {
      readOne(key, file, role);
    }
  }
  const [roadmaps, actors] = [ofRole(read, 'roadmap'), ofRole(read, 'actors')];
  const isSame = (role: DefinitionRole, now: readonly ReadDefinition[]) =>
    older && sameItems(ofRole(older.read, role), now);
  return {
    settings,
    kinds: older?.settings.kinds === settings.kinds ? older.kinds : resolveKinds(settings.kinds, builtInKinds()),
    classify,
    read,
    roadmaps: older && isSame('roadmap', roadmaps) ? older.roadmaps : byId(roadmaps),
    actors:
      older && isSame('actors', actors)
        ? older.actors
        : createActorRegister(actors.flatMap((file) => file.actors ?? [])),
  };
}

/** What is known of files before definitions are read. */
export interface FoundDefinitions<T> {
  readonly settings: Settings;
  readonly classify: FileClassifier;
  /** The files that are definitions, in their order. */
  readonly definitions: readonly T[];
}

/**
 * Finds the definitions among files, by canonical URI, as {@link readDefinitions} does. None is read but the project
 * file.
 *
 * @param settings those of the editor and others that are stronger than the project file's, the strongest first
 */
export function findDefinitions<T extends DefinitionFile>(
  files: ReadonlyMap<string, T>,
  folder: string | undefined,
  settings: readonly PartialSettings[],
): FoundDefinitions<T> {
  const project = projectFile(files)?.[1];
  const merged = mergeSettings(...settings, project ? parseProjectFile(project.uri, project.text).settings : {});
  const classify = createFileClassifier(folder, merged, []);
  const definitions = [...files.values()].filter(({ uri, text, language }) =>
    isDefinition(classify(uri, text, language)),
  );
  return { settings: merged, classify, definitions };
}

function projectFile<T>(files: ReadonlyMap<string, T>): readonly [key: string, file: T] | undefined {
  return [...files].find(([key]) => /(^|\/)rapporteur\.ya?ml$/.test(key));
}

function parse(role: DefinitionRole, uri: string, text: string): Omit<ReadDefinition, 'text' | 'role'> {
  switch (role) {
    case 'roadmap':
      return parseRoadmapFile(uri, text);
    case 'actors':
      return parseActorsFile(uri, text);
    default:
      return parseProjectFile(uri, text);
  }
}

function ofRole(read: ReadonlyMap<string, ReadDefinition>, role: DefinitionRole): readonly ReadDefinition[] {
  return [...read.values()].filter((file) => file.role === role);
}

function byId(files: readonly ReadDefinition[]): ReadonlyMap<string, Roadmap> {
  return new Map(files.flatMap(({ roadmap }) => (roadmap ? [[roadmap.id, roadmap] as const] : [])));
}

function sameItems(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((item, index) => item === others[index]);
}
