// Runs the tests of the extension host in the VS Code of the browser: `node run-in-vs-code.js RESULTS`.
// RESULTS gets one JSON line for each event, as in run-suite.ts. All else that VS Code says goes to a file.
import { appendFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { EVENT_MARK } from '../runner/test-event';
import { startVsCode } from './vs-code';
import { copyOfWorkspace } from './workspace';

const LOG = 'out/vscode.log';

async function main(results: string): Promise<void> {
  const workspace = await copyOfWorkspace('data/examples');
  writeFileSync(LOG, '');
  const vsCode = await startVsCode({
    workspace,
    extension: process.cwd(),
    tests: path.join(__dirname, 'extension-host.js'),
    onLog: (line) => {
      if (line.startsWith(EVENT_MARK)) appendFileSync(results, `${line.slice(EVENT_MARK.length)}\n`);
      else appendFileSync(LOG, `${line}\n`);
    },
  });
  try {
    process.exitCode = await vsCode.exit;
  } finally {
    appendFileSync(LOG, vsCode.log());
    await vsCode.dispose();
    await rm(workspace, { recursive: true, force: true });
  }
  if (process.exitCode !== 0) console.error(`What VS Code said is in ${LOG}`);
}

main(process.argv[2] ?? '').catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
