// The esbuild plugins that make libraries cheap to start with, and leave out what nobody uses of them.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

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

/** Written when somebody packs a zip file, or has Node's streams; never here. */
const UNUSED_OF_ZIP = /^(?:lie|readable-stream|\.\/nodejs\/\w+|\.\.\/nodejs\/\w+)$/;
const MAMMOTH = /[\\/]mammoth[\\/]/;
const ZIP = /[\\/]jszip[\\/]/;
const NOTHING = 'nothing';
const ENTITIES_OF_XML = /[\\/]@xmldom[\\/]xmldom[\\/]lib[\\/]entities\.js$/;
const HTML_READER = resolve('node_modules', 'htmlparser2');

/**
 * For the import of documents.
 *
 * @returns {import('esbuild').Plugin}
 */
export function lightImportLibraries() {
  return {
    name: 'light-import-libraries',
    setup(build) {
      // The reader of Word files loads all of a library of which it calls eighteen functions.
      build.onResolve({ filter: /^underscore$/ }, ({ path, importer }) =>
        MAMMOTH.test(importer) ? { path, namespace: 'few' } : undefined,
      );
      build.onLoad({ filter: /./, namespace: 'few' }, ({ path }) => ({
        contents: `export { ${calledOf(path).join(', ')} } from '${path}/modules/index.js';`,
        resolveDir: process.cwd(),
      }));
      // XML has five entities of its own; the two thousand of HTML are not in Word files.
      build.onLoad({ filter: ENTITIES_OF_XML }, ({ path }) => {
        const [contents] = /exports\.XML_ENTITIES = freeze\([\s\S]*?\);/.exec(readFileSync(path, 'utf8')) ?? [];
        if (!contents) {
          throw new Error(`${path} does not look as it did: see which entities it has.`);
        }
        return { contents: `const { freeze } = require('./conventions');\n${contents}`, resolveDir: dirname(path) };
      });
      // Nobody writes XML.
      build.onResolve({ filter: /^xmlbuilder$/ }, ({ path }) => ({ path, namespace: NOTHING }));
      build.onLoad({ filter: /^xmlbuilder$/, namespace: NOTHING }, () => ({ contents: '' }));
      // Both readers have the same table of HTML's entities.
      build.onResolve({ filter: /^entities(?:\/|$)/ }, ({ path, kind, resolveDir, pluginData }) =>
        pluginData === NOTHING || versionAt(resolveDir) !== versionAt(HTML_READER)
          ? undefined
          : build.resolve(path, { kind, resolveDir: HTML_READER, pluginData: NOTHING }),
      );
      // Links that are only words are found by a library that Markdown is read without.
      build.onResolve({ filter: /^linkify-it$/ }, ({ path }) => ({ path, namespace: NOTHING }));
      build.onLoad({ filter: /^linkify-it$/, namespace: NOTHING }, () => ({ contents: 'export class LinkifyIt {}' }));
      // Zip files are read, and packed without being compressed: of the library's modules, not of its one file for browsers.
      build.onResolve({ filter: /^jszip$/ }, ({ resolveDir }) =>
        build.resolve('jszip/lib/index.js', { kind: 'require-call', resolveDir }),
      );
      build.onResolve({ filter: /^pako$/ }, ({ path, importer }) =>
        ZIP.test(importer) ? { path, namespace: 'inflate' } : undefined,
      );
      build.onLoad({ filter: /./, namespace: 'inflate' }, () => ({
        contents: `exports.Inflate = require('pako/lib/inflate').Inflate;`,
        resolveDir: process.cwd(),
      }));
      build.onResolve({ filter: UNUSED_OF_ZIP }, ({ path, importer }) =>
        ZIP.test(importer) ? { path, namespace: NOTHING } : undefined,
      );
      build.onLoad({ filter: UNUSED_OF_ZIP, namespace: NOTHING }, () => ({ contents: '' }));
    },
  };
}

/** Which version of the entities a folder's modules get. @param {string} folder */
function versionAt(folder) {
  const file = createRequire(join(folder, 'any.js')).resolve('entities');
  const [root] = /^.*[\\/]entities[\\/]/.exec(file) ?? [];
  return JSON.parse(readFileSync(join(root ?? '', 'package.json'), 'utf8')).version;
}

/** The functions of underscore that the reader of Word files calls. @param {string} library */
function calledOf(library) {
  const folder = join('node_modules', 'mammoth', 'lib');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const called = new Set(texts.flatMap((text) => [...text.matchAll(/(?<![\w.$])_\.(\w+)/g)].map(([, name]) => name)));
  if (called.size === 0) {
    throw new Error(`${folder} does not look as it did: see what it calls of ${library}.`);
  }
  return [...called].sort();
}

const NOTEBOOKS = /[\\/]vscode-languageclient[\\/]lib[\\/]common[\\/]notebook\.js$/;

/**
 * For the client: notebooks, whose cells are no reports.
 *
 * @returns {import('esbuild').Plugin}
 */
export function lightClientLibraries() {
  return {
    name: 'light-client-libraries',
    setup(build) {
      build.onLoad({ filter: NOTEBOOKS }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const members = [
          'onOpenNotificationSent',
          'onChangeNotificationSent',
          'onCloseNotificationSent',
          'onSaveNotificationSent',
        ];
        if (members.some((name) => !text.includes(`get ${name}(`))) {
          throw new Error(`${path} does not look as it did: see what other features ask of it.`);
        }
        return {
          contents: `
            const vscode = require('vscode');
            const { NotebookDocumentSyncRegistrationType } = require('vscode-languageserver-protocol');
            class NotebookDocumentSyncFeature {
              static CellScheme = 'vscode-notebook-cell';
              registrationType = NotebookDocumentSyncRegistrationType.type;
              never = new vscode.EventEmitter().event;
              ${members.map((name) => `get ${name}() { return this.never; }`).join('\n')}
              getState() { return { kind: 'workspace', id: this.registrationType.method, registrations: false }; }
              handles() { return false; }
              getProvider() { return undefined; }
              fillClientCapabilities() {}
              preInitialize() {}
              initialize() {}
              register() {}
              unregister() {}
              clear() {}
            }
            exports.NotebookDocumentSyncFeature = NotebookDocumentSyncFeature;`,
          resolveDir: process.cwd(),
        };
      });
    },
  };
}
