import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What a command answered. */
export interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The built command line. */
const BUNDLE = resolve('dist/cli.js');

/** Runs the built command line as a process of its own in a folder. */
export function rapporteur(
  args: readonly string[],
  folder = process.cwd(),
  environment: NodeJS.ProcessEnv = {},
): Answer {
  const result = spawnSync(process.execPath, [BUNDLE, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

/** Runs a test in a folder of its own with these files, and takes the folder away. */
export function inFolder(files: Readonly<Record<string, string | Uint8Array>>, test: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(folder, name), content);
    }
    test(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
