import type { IsoDay } from '../model/date';
import { isDefinition } from '../model/file-role';
import { isDocument } from '../parse/recognise';
import { parseRoadmapFile } from '../parse/roadmap-file';
import { decodeText } from '../project/decode';
import { createFileClassifier } from '../project/file-role';
import { CANDIDATE_GLOBS, DEFINITION_GLOBS } from '../project/file-source';
import { canonicalUri } from '../project/uri';
import { BatchReader } from './batch-reader';
import { type CommandHost, UsageError } from './program';

/** A file and its text. */
export interface TextFile {
  readonly uri: string;
  readonly text: string;
}

/** What the command line says of all files. */
export interface CollectOptions {
  /** Id of a roadmap, or the path of a file with one. */
  readonly roadmap?: string | undefined;
  readonly asOf?: IsoDay | undefined;
}

/** What reports are read against: plain data, so that another thread can be given it. */
export interface ProjectSetup {
  /** URI of the workspace folder. */
  readonly folder: string;
  /** Roadmaps, actors and project files. Of two that define the same, the later one counts. */
  readonly definitions: readonly TextFile[];
  /** URIs of files that the command line names one by one: they are reports if they are nothing else. */
  readonly named: readonly string[];
  /** Id of the roadmap that the command line names. */
  readonly roadmap: string | undefined;
  readonly asOf: IsoDay | undefined;
  readonly today: IsoDay;
}

/** What a command is about. */
export interface Collected {
  readonly setup: ProjectSetup;
  /** The files to be looked at, in order, each once: reports and definitions. */
  readonly files: readonly TextFile[];
  /** Reads these files; it has read the definitions. */
  readonly reader: BatchReader;
}

/**
 * Reads the files that paths (files, folders, globs) name, and the definitions of the workspace folder; what is neither
 * report nor definition is left out. No file is read twice. Wrong use where a path leads to nothing or cannot be read,
 * or the roadmap is not known.
 */
export async function collect(
  paths: readonly string[],
  options: CollectOptions,
  host: CommandHost,
): Promise<Collected> {
  const { named, candidates } = await findFiles(paths, host);
  const { uri: folder, whole } = host.workspaceOf(paths);
  const definitionGlobs = whole ? DEFINITION_GLOBS : DEFINITION_GLOBS.map((glob) => glob.replace(/^\*\*\//, ''));
  const texts = new TextReader(host);
  const found = await texts.read(await host.files.find(folder, definitionGlobs));
  const given = await texts.read([...named, ...candidates]);

  // The project file says which other files are ours.
  const projectFiles = given.filter(({ uri }) => PROJECT_FILE.test(canonicalUri(uri)));
  const base = { folder, named, asOf: options.asOf, today: host.today };
  const first = new BatchReader({ ...base, definitions: [...found, ...projectFiles], roadmap: undefined }, host);
  const { settings } = first.definitions;
  const classify = createFileClassifier(folder, settings, named);
  const roleOf = ({ uri, text }: TextFile) => classify(uri, text, undefined);
  const files = given.filter((file) => roleOf(file) !== undefined);
  const definitions = [...found, ...files.filter((file) => isDefinition(roleOf(file)))];

  const roadmap = await roadmapOption(options.roadmap, host, async (uri) => {
    const [file] = await texts.read([uri]);
    definitions.push(...(file ? [file] : []));
    return file?.text ?? '';
  });
  const globs = [...settings.roadmaps, ...settings.actors];
  if (globs.length > 0) {
    definitions.push(...(await texts.read(await host.files.find(folder, globs))));
  }
  const setup = { ...base, definitions, roadmap };
  const reader = new BatchReader(setup, host, first.definitions);
  const { roadmaps } = reader.definitions;
  if (roadmap !== undefined && !roadmaps.has(roadmap)) {
    const known = [...roadmaps.keys()].join(', ');
    throw new UsageError(`There is no roadmap “${roadmap}”. Known: ${known}; or give the file.`);
  }
  return { setup, files, reader };
}

const PROJECT_FILE = /(^|\/)rapporteur\.ya?ml$/;

/** URIs of the files that paths mean: those named one by one, and all that may be ours in the folders. */
async function findFiles(
  paths: readonly string[],
  host: CommandHost,
): Promise<{ named: readonly string[]; candidates: readonly string[] }> {
  const named: string[] = [];
  const candidates: string[] = [];
  for (const path of paths) {
    const kind = host.kindOf(path);
    if (kind === 'file' && isDocument(path)) {
      throw new UsageError(
        `“${path}” is no report but a document. Import it: rapporteur import --as report; or name it as “previous” in a report.`,
      );
    }
    if (kind === 'file') {
      named.push(host.uriOf(path));
    } else if (kind === 'folder') {
      candidates.push(...(await host.files.find(host.uriOf(path), CANDIDATE_GLOBS)));
    } else {
      const matches = await host.glob(path);
      if (matches.length === 0) {
        throw new UsageError(
          /[*?[\]{}]/.test(path) ? `No file matches “${path}”.` : `There is no file or folder “${path}”.`,
        );
      }
      named.push(...matches.filter((match) => !isDocument(match)).map(host.uriOf));
    }
  }
  return { named, candidates };
}

/** The id that `--roadmap` means: itself, or that of the roadmap in the file, which is read too. */
async function roadmapOption(
  given: string | undefined,
  host: CommandHost,
  read: (uri: string) => Promise<string>,
): Promise<string | undefined> {
  if (given === undefined || !/\.ya?ml$|[/\\]/i.test(given)) {
    return given;
  }
  if (host.kindOf(given) !== 'file') {
    throw new UsageError(`There is no file “${given}” with a roadmap.`);
  }
  const uri = host.uriOf(given);
  const { roadmap, problems } = parseRoadmapFile(uri, await read(uri));
  if (!roadmap) {
    throw new UsageError(`“${given}” is no roadmap. ${problems[0]?.message ?? ''}`.trim());
  }
  return roadmap.id;
}

/** How many files are read at once: enough for a slow disk, few enough for every system. */
const MOST_AT_ONCE = 16;

/** Reads files, each once. */
class TextReader {
  private readonly known = new Map<string, TextFile>();

  constructor(private readonly host: CommandHost) {}

  /** The files in this order, without repetition. Wrong use where one cannot be read. */
  async read(uris: readonly string[]): Promise<TextFile[]> {
    const byKey = new Map(uris.map((uri) => [canonicalUri(uri), uri]));
    const waiting = [...byKey].filter(([key]) => !this.known.has(key)).reverse();
    const readOn = async () => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const [key, uri] = next;
        const bytes = await this.host.files.read(uri);
        if (bytes !== undefined) {
          this.known.set(key, { uri, text: decodeText(bytes) });
        }
      }
    };
    await Promise.all(Array.from({ length: MOST_AT_ONCE }, readOn));
    return [...byKey].map(([key, uri]) => {
      const file = this.known.get(key);
      if (!file) {
        throw new UsageError(`“${this.host.pathOf(uri)}” cannot be read.`);
      }
      return file;
    });
  }
}
