import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerCommand, ServerProcess } from './server-process';

/** What a process has used when it was asked. */
export interface Usage {
  /** Processor time of all its threads since it was started, in milliseconds. */
  readonly processor: number;
  /** Resident memory in bytes. */
  readonly resident: number;
  /** Bytes of objects. */
  readonly heap: number;
}

/** A server that can be asked what it has used. */
export interface Probe {
  readonly command: ServerCommand;
  /** @returns Undefined where the system has no such signals (Windows). */
  usageOf(server: ServerProcess): Promise<Usage | undefined>;
}

/**
 * Adds to a server what tells its processor time and its memory.
 *
 * @param project The project's folder.
 * @param folder Where the answers are written.
 * @param collects Whether it collects garbage before it answers, for memory; that takes processor time.
 */
export function probed(command: ServerCommand, project: string, folder: string, collects: boolean): Probe {
  const file = join(folder, `probe-${command.name}.json`);
  const hook = join(project, 'bench', 'servers', 'probe.cjs');
  return {
    command: {
      ...command,
      args: [...(collects ? ['--expose-gc'] : []), '--require', hook, ...command.args],
      environment: { RAPPORTEUR_PROBE: file },
    },
    usageOf: async (server) => {
      if (process.platform === 'win32') {
        return undefined;
      }
      await rm(file, { force: true });
      server.signal('SIGUSR2');
      while (!existsSync(file)) {
        await sleep(5);
      }
      return JSON.parse(await readFile(file, 'utf8'));
    },
  };
}
