// Builds everything. `node esbuild.mjs` the extension and the command line, `node esbuild.mjs tests` the tests as well.
import { readFileSync } from 'node:fs';
import esbuild from 'esbuild';
import { globSync } from 'tinyglobby';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** What all bundles share. The built-in data are compiled in as text. */
const shared = {
  bundle: true,
  target: 'node20',
  sourcemap: process.argv.includes('--production') ? false : 'linked',
  minify: process.argv.includes('--production'),
  legalComments: 'none',
  loader: { '.yaml': 'text' },
  define: { 'process.env.RAPPORTEUR_VERSION': JSON.stringify(version), 'import.meta.url': 'importMetaUrl' },
  // tinyglobby asks for import.meta.url, which a CommonJS bundle does not have.
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  logLevel: 'warning',
};

const bundles = [
  { entryPoints: { client: 'client/src/node.ts' }, platform: 'node', format: 'cjs', external: ['vscode'] },
  { entryPoints: { server: 'server/src/node.ts', cli: 'server/src/cli.ts' }, platform: 'node', format: 'cjs' },
];

const tests = {
  entryPoints: globSync(['test/**/*.ts', '!test/**/*.d.ts']),
  outdir: 'out',
  outbase: '.',
  platform: 'node',
  format: 'cjs',
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

const wanted = [
  ...(process.argv.includes('tests-only') ? [] : bundles.map((bundle) => ({ outdir: 'dist', ...bundle }))),
  ...(process.argv.some((argument) => argument.startsWith('tests')) ? [tests] : []),
];
await Promise.all(wanted.map((options) => esbuild.build({ ...shared, ...options })));
