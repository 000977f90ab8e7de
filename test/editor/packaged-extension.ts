import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

/** A packed extension, in a folder of its own that the caller removes. */
export interface PackagedExtension {
  readonly folder: string;
  /** The VSIX file. */
  readonly file: string;
  /** What vsce printed, its warnings among it. */
  readonly output: string;
}

/** Packs the project as `npm run package` does. Takes some seconds; dist/ is the production build afterwards. */
export async function packExtension(): Promise<PackagedExtension> {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-vsix-'));
  const file = path.join(folder, 'rapporteur.vsix');
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const { stdout, stderr } = await promisify(execFile)(command, [...first, 'run', 'package', '--', '--out', file]);
  return { folder, file, output: stdout + stderr };
}
