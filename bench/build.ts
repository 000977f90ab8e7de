import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Builds the echo server as the real one is built.
 *
 * @param project The project's folder.
 * @param outputFolder Where it goes.
 * @returns Its file.
 */
export async function buildEchoServer(project: string, outputFolder: string): Promise<string> {
  const outfile = join(outputFolder, 'echo.js');
  await build({
    entryPoints: [join(project, 'bench', 'servers', 'echo.ts')],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  return outfile;
}
