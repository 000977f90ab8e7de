import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Size {
  readonly name: string;
  /** Undefined where it has not been built. */
  readonly bytes: number | undefined;
  readonly compressed: number | undefined;
}

/** Names of what is measured, for the budgets. */
export const VSIX = 'VSIX';
export const WEB_SERVER = 'dist/main.js';

/** Sizes of what ships. The VSIX is the newest that `npm run package` has left. */
export function sizes(project: string): Size[] {
  const vsix = readdirSync(project)
    .filter((file) => file.endsWith('.vsix'))
    .sort()
    .at(-1);
  const bundles = ['dist/server.js', 'dist/cli.js', 'dist/command-line.js', 'dist/client.js', WEB_SERVER];
  return [
    ...bundles.map((name) => sizeOf(name, join(project, name))),
    { ...sizeOf(VSIX, vsix && join(project, vsix)), compressed: undefined },
  ];
}

function sizeOf(name: string, file: string | undefined): Size {
  if (file === undefined || !existsSync(file)) {
    return { name, bytes: undefined, compressed: undefined };
  }
  const content = readFileSync(file);
  return { name, bytes: content.length, compressed: gzipSync(content).length };
}
