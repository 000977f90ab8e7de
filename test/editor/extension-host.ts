// Runs mocha inside the extension host of a real VS Code: the server's (run-in-vs-code.ts) or the desktop's
// (run-in-electron.ts). VS Code calls `run`.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { reporterTo } from '../runner/results-reporter';
import { EVENT_MARK } from '../runner/test-event';

/** @returns Rejects when a test fails: VS Code then ends with a code other than 0. */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  const project = path.resolve(__dirname, '..', '..', '..');
  const mocha = new Mocha({
    timeout: 30_000,
    forbidOnly: true,
    reporter: reporterTo((event) => console.log(`${EVENT_MARK}${JSON.stringify(event)}`)),
  });
  // In the order of their names: the first one sees the extension before it has started its server.
  for (const source of readdirSync(path.join(project, 'test', 'editor', 'extension')).sort()) {
    if (!source.endsWith('.test.ts')) continue;
    mocha.addFile(path.join(__dirname, 'extension', source.replace(/\.ts$/, '.js')));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
