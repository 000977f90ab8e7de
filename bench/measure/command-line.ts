import { spawn } from 'node:child_process';
import { inTurns } from './turns';

/** A command that checks all files of a folder. */
export interface Command {
  readonly name: string;
  /** Arguments of Node. */
  readonly args: readonly string[];
}

/**
 * Times of whole processes, in milliseconds, in turns. Each has run once before, unmeasured, so that the files are in
 * the system's memory.
 */
export async function measureCommands(
  commands: readonly Command[],
  folder: string,
  rounds: number,
): Promise<{ readonly name: string; readonly times: readonly number[] }[]> {
  for (const command of commands) {
    await run(command, folder);
  }
  const work = new Map(commands.map((command) => [command, Array.from({ length: rounds }, (_, index) => index)]));
  const times = await inTurns(commands, work, rounds, (command) => run(command, folder));
  return commands.map((command) => ({ name: command.name, times: times.get(command) ?? [] }));
}

/** @returns Milliseconds. Rejects where it fails, which is not the same as finding something (code 1). */
function run({ name, args }: Command, folder: string): Promise<number> {
  const before = performance.now();
  const child = spawn(process.execPath, [...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = 0;
  child.stdout.on('data', (chunk) => (printed += chunk.length));
  child.stderr.on('data', (chunk) => (printed += chunk.length));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if ((code === 0 || code === 1) && printed > 0) {
        resolve(performance.now() - before);
      } else {
        reject(new Error(`${name} ended with ${code} and printed ${printed} bytes.`));
      }
    });
  });
}
