// The esbuild plugin that makes libraries cheap to start with.
import { readFileSync } from 'node:fs';

const LANGUAGE_SERVER = /^vscode-languageserver$/;
const ONCE = 'once';

const FILE_WALKER = /[\\/]fdir[\\/]dist[\\/]index\.mjs$/;
const REQUIRE = 'createRequire(import.meta.url)';

/** @returns {import('esbuild').Plugin} */
export function lightLibraries() {
  return {
    name: 'light-libraries',
    setup(build) {
      // Each module that imports a CommonJS library has a copy of all its exports made: with some twenty modules and
      // some hundred exports that is a quarter of what a start evaluates. So they share one.
      build.onResolve({ filter: LANGUAGE_SERVER }, ({ path, namespace, kind }) =>
        namespace === ONCE || kind !== 'import-statement' ? undefined : { path, namespace: ONCE },
      );
      build.onLoad({ filter: LANGUAGE_SERVER, namespace: ONCE }, ({ path }) => ({
        contents: `export * from '${path}';`,
        resolveDir: process.cwd(),
      }));
      // It looks in every folder above for a library that is only needed for its own globs, which nobody uses.
      build.onLoad({ filter: FILE_WALKER }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!text.includes(REQUIRE)) {
          throw new Error(`${path} does not look as it did: see whether it still requires anything.`);
        }
        return { contents: text.replace(REQUIRE, '{}') };
      });
    },
  };
}
