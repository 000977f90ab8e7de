// The esbuild plugins that build the command line without the engine, which is in dist/main.js already. In a browser
// nobody needs the command line.
import { builtinModules } from 'node:module';
import path from 'node:path';

/** What is the command line's alone. */
const OWN = [
  /^server\/src\/cli(?:\/|\.ts$)/,
  /^server\/src\/node\/(?:command-host|workspace-folder)\.ts$/,
  /\/picocolors\//,
];
const ENGINE = 'rapporteur-engine';
const ENGINE_MODULE = /[\\/]server[\\/]src[\\/]engine\.ts$/;

/**
 * For the command line: whatever is not its own it gets from the module `rapporteur-engine`, by its path or its name.
 *
 * @param {Set<string>} wanted Collects what that is.
 * @returns {import('esbuild').Plugin}
 */
export function withoutEngine(wanted) {
  return {
    name: 'without-engine',
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path: name, kind, resolveDir, pluginData }) => {
        if (kind === 'entry-point' || pluginData === ENGINE || name === ENGINE) {
          return name === ENGINE ? { path: name, external: true } : undefined;
        }
        if (name.startsWith('node:') || builtinModules.includes(name)) {
          return { path: name, external: true };
        }
        const resolved = await build.resolve(name, { kind, resolveDir, pluginData: ENGINE });
        const file = path.relative(process.cwd(), resolved.path).split(path.sep).join('/');
        if (resolved.errors.length > 0 || OWN.some((own) => own.test(file))) {
          return resolved;
        }
        const key = name.startsWith('.') ? `./${file}` : name;
        wanted.add(key);
        return { path: key, namespace: ENGINE };
      });
      build.onLoad({ filter: /./, namespace: ENGINE }, ({ path: key }) => ({
        contents: `module.exports = require('${ENGINE}')[${JSON.stringify(key)}];`,
        resolveDir: process.cwd(),
      }));
    },
  };
}

/**
 * For what has the engine: puts what the command line wants into `server/src/engine.ts`. Each module is evaluated when it
 * is asked for.
 *
 * @param {ReadonlySet<string>} wanted What {@link withoutEngine} has collected.
 * @returns {import('esbuild').Plugin}
 */
export function engineOf(wanted) {
  return {
    name: 'engine-of',
    setup(build) {
      build.onLoad({ filter: ENGINE_MODULE }, () => {
        const getters = [...wanted].sort().map((key) => {
          const name = JSON.stringify(key);
          return `get ${name}() { return require(${name}); },`;
        });
        return { contents: `export const engine = {\n${getters.join('\n')}\n};\n`, resolveDir: process.cwd() };
      });
    },
  };
}
