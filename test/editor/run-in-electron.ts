// Runs the same tests as run-in-vs-code.ts in a desktop VS Code, which it downloads: `npm run test:electron`.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { copyOfWorkspace } from './workspace';

async function main(): Promise<number> {
  const workspace = await copyOfWorkspace('data/examples');
  try {
    return await runTests({
      extensionDevelopmentPath: process.cwd(),
      extensionTestsPath: path.join(__dirname, 'extension-host.js'),
      launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
    });
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
