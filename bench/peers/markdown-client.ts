import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ServerProcess } from '../lsp/server-process';

/**
 * What VS Code does for its Markdown server: it parses with markdown-it when the server asks, and reads files.
 *
 * @param modules The `node_modules` with markdown-it.
 * @param folder URI of the workspace.
 */
export function serveMarkdownClient(
  server: ServerProcess,
  texts: ReadonlyMap<string, string>,
  modules: string,
  folder: string,
): void {
  const markdownIt: () => { parse(text: string, env: object): unknown } = createRequire(join(modules, 'index.js'))(
    'markdown-it',
  );
  const parser = markdownIt();
  server.on('markdown/parse', async (params) => {
    const { uri, text } = params as { uri: string; text?: string };
    return parser.parse(text ?? texts.get(uri) ?? (await readFile(fileURLToPath(uri), 'utf8')), {});
  });
  server.on('markdown/fs/readFile', async (params) => [...(await readFile(pathOf(params)))]);
  server.on('markdown/fs/readDirectory', async (params) => {
    const entries = await readdir(pathOf(params), { withFileTypes: true });
    return entries.map((entry) => [entry.name, { isDirectory: entry.isDirectory() }]);
  });
  server.on('markdown/fs/stat', (params) =>
    stat(pathOf(params)).then(
      (found) => ({ isDirectory: found.isDirectory() }),
      () => undefined,
    ),
  );
  server.on('markdown/findMarkdownFilesInWorkspace', async () => {
    const files = await readdir(fileURLToPath(folder));
    return files
      .filter((file) => file.endsWith('.md'))
      .map((file) => pathToFileURL(join(fileURLToPath(folder), file)).href);
  });
}

function pathOf(params: unknown): string {
  return fileURLToPath((params as { uri: string }).uri);
}
