import { existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { PROJECT_FILES } from '../model/file-role';

/** A folder whose roadmaps, actors and settings count. */
export interface WorkspaceFolder {
  /** Absolute. */
  readonly path: string;
  /** Whether what lies in the folders below it counts too. */
  readonly whole: boolean;
}

/**
 * The folder whose roadmaps, actors and settings count: the nearest one with a project file, from the working folder
 * upwards; without one the working folder itself. Where a command is started at the root of a disk, in the user's home
 * or above it, which are too large to be looked through, it is the nearest folder with a project file or a repository
 * from that of the paths upwards; without one that of the paths.
 *
 * @param working absolute path of the working folder
 * @param paths what the command is about: files, folders or globs, absolute or relative to the working folder
 * @param home absolute path of the user's home
 */
export function workspaceFolder(working: string, paths: readonly string[], home = realHome()): WorkspaceFolder {
  const isTooLarge = (folder: string) => isInside(folder, home) || dirname(folder) === folder;
  const nearestWith = (names: readonly string[], from: string) =>
    upwards(from)
      .filter((folder) => !isTooLarge(folder))
      .find((folder) => names.some((name) => existsSync(join(folder, name))));
  const marked = nearestWith(PROJECT_FILES, working);
  if (marked !== undefined || !isTooLarge(working)) {
    return { path: marked ?? working, whole: true };
  }
  const folder = commonFolder(paths.map((path) => folderOf(resolve(working, path)))) ?? working;
  const path = nearestWith([...PROJECT_FILES, '.git'], folder) ?? folder;
  return { path, whole: !isTooLarge(path) };
}

function realHome(): string {
  try {
    return realpathSync(homedir());
  } catch {
    return homedir();
  }
}

/** A folder and those above it, nearest first. */
function upwards(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwards(above)];
}

/** The folder of a file; a folder itself; of a glob the nearest folder that is there. */
function folderOf(path: string): string {
  return upwards(path).find((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory()) ?? dirname(path);
}

/** The lowest folder that all of these are in; undefined where there are none, or on several disks. */
function commonFolder(folders: readonly string[]): string | undefined {
  const [first, ...others] = [...new Set(folders)];
  return first === undefined
    ? undefined
    : upwards(first).find((folder) => others.every((other) => isInside(folder, other)));
}

/** Whether a path is a folder itself or below it. */
function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
