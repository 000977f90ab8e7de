// Builds everything. `node esbuild.mjs` the extension and the command line, `node esbuild.mjs tests` the tests as well.
import { readFileSync } from 'node:fs';
import esbuild from 'esbuild';
import { globSync } from 'tinyglobby';
import { builtInData } from './scripts/built-in-data.mjs';
import { describedKeys } from './scripts/described-keys.mjs';
import { engineOf, withoutEngine } from './scripts/engine-apart.mjs';
import { lightClientLibraries, lightImportLibraries, lightLibraries } from './scripts/light-libraries.mjs';
import { withoutRuleDocumentation } from './scripts/rule-documentation.mjs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const production = process.argv.includes('--production');

/** What all bundles share. */
const shared = {
  bundle: true,
  target: 'node20',
  sourcemap: production ? false : 'linked',
  minify: production,
  legalComments: 'none',
  // The built-in data are compiled in as text; what they define is compiled in by a plugin.
  loader: { '.yaml': 'text' },
  define: { 'process.env.RAPPORTEUR_VERSION': JSON.stringify(version) },
  logLevel: 'warning',
};

const inNode = {
  platform: 'node',
  format: 'cjs',
  define: { ...shared.define, 'import.meta.url': 'importMetaUrl' },
  // tinyglobby asks for import.meta.url, which a CommonJS bundle does not have.
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
};

/** In Node, and in a browser's worker, which has neither modules nor `require`. */
const anywhere = {
  ...inNode,
  alias: {
    // What Node would get asks for modules of Node at once.
    yaml: './node_modules/yaml/browser/index.js',
    // Packages that give these to browsers only.
    'vscode-languageserver/browser': './node_modules/vscode-languageserver/lib/browser/main.js',
    'vscode-languageserver-protocol/browser': './node_modules/vscode-languageserver-protocol/lib/browser/main.js',
    'vscode-jsonrpc/browser': './node_modules/vscode-jsonrpc/lib/browser/main.js',
  },
  // Once is enough: the banner says it for the whole bundle.
  tsconfigRaw: { compilerOptions: { target: 'ES2022', verbatimModuleSyntax: true, alwaysStrict: false } },
  banner: {
    js: [
      "'use strict';",
      "var module = typeof module === 'object' ? module : { exports: {} };",
      "const importMetaUrl = typeof require === 'function' ? require('node:url').pathToFileURL(__filename).href : '';",
    ].join('\n'),
  },
};

/** What the command line has from the engine, once it is built. */
const ofEngine = new Set();

/** What ships carries neither the reading of its own data nor the documentation of rules. */
const engine = {
  plugins: [
    builtInData(process.cwd()),
    describedKeys(),
    withoutRuleDocumentation(),
    lightLibraries(),
    engineOf(ofEngine),
  ],
};

const inBrowser = { platform: 'browser', target: 'es2022' };

/** Built first: it tells the engine what it wants of it. */
const commandLine = {
  entryPoints: { 'command-line': 'server/src/cli.ts' },
  platform: 'node',
  format: 'cjs',
  plugins: [withoutEngine(ofEngine)],
};

const bundles = [
  {
    entryPoints: { client: 'client/src/node.ts', 'node-client': 'client/src/node-client.ts' },
    platform: 'node',
    format: 'cjs',
    // What a window without reports never needs stays a file of its own.
    external: ['vscode', './node-client'],
    supported: { 'dynamic-import': false },
    plugins: [lightClientLibraries()],
  },
  { entryPoints: { main: 'server/src/main.ts' }, ...anywhere, ...engine },
  {
    entryPoints: { server: 'server/src/start-server.ts', cli: 'server/src/start-cli.ts' },
    platform: 'node',
    format: 'cjs',
  },
  // In Node's threads and browsers' workers alike: what the libraries have for browsers needs nothing that Node lacks.
  {
    entryPoints: { import: 'server/src/start-import.ts' },
    ...inBrowser,
    plugins: [lightImportLibraries()],
    format: 'iife',
    external: ['node:worker_threads'],
  },
  // A browser's extension host loads one file only.
  {
    entryPoints: { 'web/client': 'client/src/web.ts' },
    ...inBrowser,
    format: 'cjs',
    external: ['vscode'],
    plugins: [lightClientLibraries()],
  },
];

const tests = {
  ...inNode,
  entryPoints: globSync(['test/**/*.ts', '!test/**/*.d.ts']),
  outdir: 'out',
  outbase: '.',
  external: [
    'vscode',
    'mocha',
    'esbuild',
    'fast-check',
    'playwright-core',
    'typescript',
    'edtf',
    '@vscode/test-electron',
  ],
};

const isShipped = !process.argv.includes('tests-only');
const wanted = [
  ...(isShipped ? bundles.map((bundle) => ({ outdir: 'dist', ...bundle })) : []),
  ...(process.argv.some((argument) => argument.startsWith('tests')) ? [tests] : []),
];
if (isShipped) await esbuild.build({ ...shared, outdir: 'dist', ...commandLine });
await Promise.all(wanted.map((options) => esbuild.build({ ...shared, ...options })));
