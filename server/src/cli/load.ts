import type { IsoDay } from '../model/date';
import type { Roadmap } from '../model/roadmap';
import { parseHeader } from '../parse/header';
import { parseRoadmapFile } from '../parse/roadmap-file';
import { builtInFiles } from '../project/built-in';
import { decodeText } from '../project/decode';
import { CANDIDATE_GLOBS, DEFINITION_GLOBS } from '../project/file-source';
import { canonicalUri, resolveReference } from '../project/uri';
import { createSnapshot, type WorkspaceSnapshot } from '../project/workspace';
import { type CommandHost, UsageError } from './program';

export interface LoadOptions {
  readonly roadmap?: string | undefined;
  readonly asOf?: IsoDay | undefined;
}

/** The working folder with the files that the command line names. */
export interface Loaded {
  readonly snapshot: WorkspaceSnapshot;
  /** URIs of the files to be looked at, in order, each once. */
  readonly uris: readonly string[];
  /** Id of the roadmap that `--roadmap` names, or undefined without one. */
  readonly roadmap: string | undefined;
}

/**
 * Reads the files that paths (files, folders, globs) name, what they refer to, and the definitions of the working
 * folder. Wrong use where a path leads to nothing or cannot be read, or the roadmap is not known.
 */
export async function load(paths: readonly string[], options: LoadOptions, host: CommandHost): Promise<Loaded> {
  const texts = new Map<string, string>();
  const named: string[] = [];
  const candidates: string[] = [];
  for (const path of paths) {
    const kind = host.kindOf(path);
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
      named.push(...matches.map(host.uriOf));
    }
  }
  await readAll(await host.files.find(host.folder, DEFINITION_GLOBS), texts, host);
  await readAll([...named, ...candidates], texts, host);
  const roadmap = await roadmapOption(options.roadmap, texts, host);
  const take = () =>
    createSnapshot({
      builtIn: builtInFiles(host.packageRoot),
      folder: host.folder,
      files: texts,
      editorSettings: {},
      commandSettings: {},
      command: { roadmap, asOf: options.asOf, reports: named },
      today: host.today,
    });
  let snapshot = take();
  const { roadmaps, actors } = snapshot.settings;
  if (roadmaps.length + actors.length > 0) {
    await readAll(await host.files.find(host.folder, [...roadmaps, ...actors]), texts, host);
    snapshot = take();
  }
  if (roadmap !== undefined && !snapshot.roadmaps.has(roadmap)) {
    const known = [...snapshot.roadmaps.keys()].join(', ');
    throw new UsageError(`There is no roadmap “${roadmap}”. Known: ${known}; or give the file.`);
  }
  const uris = [...new Map([...named, ...candidates].map((uri) => [canonicalUri(uri), uri])).values()];
  const ours = uris.filter((uri) => snapshot.roleOf(uri) !== undefined);
  await readPrevious(ours, snapshot, texts, host);
  return { snapshot: take(), uris: ours, roadmap };
}

async function readAll(uris: readonly string[], texts: Map<string, string>, host: CommandHost): Promise<void> {
  for (const uri of uris) {
    if (!texts.has(uri)) {
      const bytes = await host.files.read(uri);
      if (bytes === undefined) {
        throw new UsageError(`“${host.pathOf(uri)}” cannot be read.`);
      }
      texts.set(uri, decodeText(bytes));
    }
  }
}

/** The id that `--roadmap` means: itself, or that of the roadmap in the file, which is read too. */
async function roadmapOption(
  given: string | undefined,
  texts: Map<string, string>,
  host: CommandHost,
): Promise<string | undefined> {
  if (given === undefined || !/\.ya?ml$|[/\\]/i.test(given)) {
    return given;
  }
  if (host.kindOf(given) !== 'file') {
    throw new UsageError(`There is no file “${given}” with a roadmap.`);
  }
  const uri = host.uriOf(given);
  await readAll([uri], texts, host);
  return requireRoadmap(uri, texts.get(uri) ?? '', given).id;
}

/** The roadmap of a file, or wrong use. */
export function requireRoadmap(uri: string, text: string, path: string): Roadmap {
  const { roadmap, problems } = parseRoadmapFile(uri, text);
  if (!roadmap) {
    throw new UsageError(`“${path}” is no roadmap. ${problems[0]?.message ?? ''}`.trim());
  }
  return roadmap;
}

/** Reads what `previous` leads to, further and further back. A reference that leads nowhere is a finding, no failure. */
async function readPrevious(
  uris: readonly string[],
  snapshot: WorkspaceSnapshot,
  texts: Map<string, string>,
  host: CommandHost,
): Promise<void> {
  const waiting = uris.filter((uri) => /report$/.test(snapshot.roleOf(uri) ?? ''));
  const known = new Map([...texts.keys()].map((uri) => [canonicalUri(uri), uri]));
  for (let uri = waiting.pop(); uri !== undefined; uri = waiting.pop()) {
    const text = texts.get(uri) ?? '';
    const format = /\.ya?ml$/i.test(canonicalUri(uri)) ? 'yaml' : 'markdown';
    const reference = parseHeader(text, format).previous?.value;
    const target = reference === undefined ? undefined : resolveReference(uri, reference);
    if (target !== undefined && !known.has(target)) {
      const next = encodeURI(target);
      const bytes = await host.files.read(next);
      known.set(target, next);
      if (bytes !== undefined) {
        texts.set(next, decodeText(bytes));
        waiting.push(next);
      }
    }
  }
}
