// The esbuild plugin that makes libraries cheap to start with.
import { readFileSync } from 'node:fs';

const LANGUAGE_SERVER = /^vscode-languageserver$/;
const ONCE = 'once';

const PROTOCOL_TYPES = /[\\/]vscode-languageserver-types[\\/]lib[\\/]esm[\\/]main\.js$/;
/** A namespace of it, with its name and what is in it. */
const NAMESPACE = /^\(function \((\w+)\) \{\n([\s\S]*?)\n\}\)\(\1 \|\| \(\1 = \{\}\)\);$/gm;
/** Those whose functions the library calls. */
const CALLED = ['DocumentUri', 'URI', 'integer', 'uinteger', 'WorkspaceFolder', 'Is'];

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
      // Nobody asks whether something is a `Position`, or has one made: of these namespaces constants are all that is used.
      build.onLoad({ filter: PROTOCOL_TYPES }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const contents = text.replace(NAMESPACE, (whole, name, inside) => {
          const hasConstants = new RegExp(`^    ${name}(?:\\.(\\w+)|\\[.*\\]) = (?!\\1;)`, 'm').test(inside);
          return hasConstants || CALLED.includes(name) ? whole : '';
        });
        if (contents.length > text.length / 2) {
          throw new Error(`${path} does not look as it did: see what of it is used.`);
        }
        return { contents };
      });
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
