import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runNpm } from '../../scripts/npm.mjs';

/** The peers, and what the Markdown server asks its client to bring. */
export const PEER_VERSIONS = {
  'yaml-language-server': '2.0.0',
  'vscode-markdown-languageserver': '0.5.0',
  'vscode-langservers-extracted': '4.10.0',
  'markdownlint-cli2': '0.24.1',
  'markdown-it': '14.1.0',
};

/**
 * Installs the peers, some 100 MB, unless they are there.
 *
 * @param cache The folder that holds them.
 * @param say Told before the download begins.
 * @returns Their `node_modules`. Rejects without a network.
 */
export async function installPeers(cache: string, say: (message: string) => void): Promise<string> {
  const folder = join(cache, Object.values(PEER_VERSIONS).join('_'));
  if (!existsSync(folder)) {
    say('Installing the servers to compare with (once, about 100 MB)');
    await mkdir(cache, { recursive: true });
    // Installed beside its place and then renamed, so that an interrupted installation is never taken for a whole one.
    const partial = await mkdtemp(join(cache, 'installing-'));
    try {
      await writeFile(join(partial, 'package.json'), JSON.stringify({ private: true, dependencies: PEER_VERSIONS }));
      await runNpm(['install', '--ignore-scripts'], partial);
      await rename(partial, folder);
    } catch (error) {
      await rm(partial, { recursive: true, force: true });
      throw error;
    }
  }
  return join(folder, 'node_modules');
}
