// The esbuild plugin that compiles what the built-in roadmaps, actors and kinds of draft define into a bundle, as JSON: starting costs
// no parsing of YAML then. Without the plugin the same module parses the texts when they are first needed.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import esbuild from 'esbuild';

/** The module that is replaced. */
const MODULE = /[\\/]server[\\/]src[\\/]project[\\/]built-in-definitions\.ts$/;

/**
 * @param {string} project The project's folder.
 * @returns {import('esbuild').Plugin}
 */
export function builtInData(project) {
  return {
    name: 'built-in-data',
    setup(build) {
      /** @type {Promise<string> | undefined} Made once for all bundles of a build. */
      let contents;
      build.onLoad({ filter: MODULE }, async () => {
        contents ??= moduleWithDefinitions(project);
        return { contents: await contents, loader: 'js' };
      });
    },
  };
}

/**
 * The text of the module that has the definitions. Files are told apart by the last part of their URI; the URI itself,
 * which depends on where the package lies, is put in when they are asked for.
 *
 * @param {string} project
 */
async function moduleWithDefinitions(project) {
  const { parseActorsFile, parseKindsFile, parseRoadmapFile } = await parsers(project);
  const data = path.join(project, 'data');
  const textOf = (/** @type {string[]} */ ...names) => readFileSync(path.join(data, ...names), 'utf8');
  const actorsText = textOf('actors.yaml');
  // A string that JSON.parse reads is much faster than the same as a literal of the language.
  const actors = JSON.stringify(packed(parseActorsFile('', actorsText), actorsText));
  const kinds = JSON.stringify(JSON.stringify(parseKindsFile(textOf('kinds.yaml')).kinds));
  const roadmaps = readdirSync(path.join(data, 'roadmaps')).map((file) => {
    const text = textOf('roadmaps', file);
    return `${JSON.stringify(file)}: ${JSON.stringify(packed(parseRoadmapFile('', text), text))}`;
  });
  return `
const ACTORS = ${actors};
const KINDS = ${kinds};
const ROADMAPS = {${roadmaps.join(',\n')}};
${unpacked.toString()}
export function builtInActors(uri, text) {
  const { actors, problems } = unpacked(ACTORS, text);
  return { actors: actors.map((actor) => ({ ...actor, uri })), problems };
}
export function builtInKinds() {
  return JSON.parse(KINDS);
}
export function builtInRoadmap(uri, text) {
  const { roadmap, problems } = unpacked(ROADMAPS[uri.slice(uri.lastIndexOf('/') + 1)], text);
  return { roadmap: { ...roadmap, uri }, problems };
}
`;
}

/**
 * A definition as JSON in which spans, which are most of it, are two small numbers: how far the start is from that of
 * the span before, and the length. Words that stand in the text, which is in the bundle too, are three: how far their start
 * is from that of the words before, the length, and a zero. Nothing else in a definition is a list of numbers.
 *
 * @param {unknown} definition
 * @param {string} text
 */
function packed(definition, text) {
  let before = 0;
  let wordsBefore = 0;
  return JSON.stringify(definition, (_, value) => {
    if (typeof value === 'string' && value.length >= SHORTEST_WORDS) {
      const next = text.indexOf(value, wordsBefore);
      const start = next < 0 ? text.indexOf(value) : next;
      if (start < 0) {
        return value;
      }
      const numbers = [start - wordsBefore, value.length, 0];
      wordsBefore = start;
      return numbers;
    }
    if (typeof value?.start !== 'number' || typeof value.end !== 'number') {
      return value;
    }
    const { start, end } = value;
    const numbers = [start - before, end - start];
    before = start;
    return numbers;
  });
}

/** Shorter ones take less room as they are. */
const SHORTEST_WORDS = 8;

/**
 * What {@link packed} was made of. It becomes part of the bundle as it stands here, so it uses nothing from outside.
 *
 * @param {string} json
 * @param {string} text
 */
function unpacked(json, text) {
  let before = 0;
  let wordsBefore = 0;
  /** @type {(value: unknown) => unknown} */
  const walk = (value) => {
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    if (Array.isArray(value)) {
      if (typeof value[0] !== 'number') {
        return value.map(walk);
      }
      if (value.length === 3) {
        wordsBefore += value[0];
        return text.slice(wordsBefore, wordsBefore + value[1]);
      }
      before += value[0];
      return { start: before, end: before + value[1] };
    }
    const fields = /** @type {Record<string, unknown>} */ (value);
    for (const key in fields) {
      fields[key] = walk(fields[key]);
    }
    return fields;
  };
  return walk(JSON.parse(json));
}

/**
 * The project's own parsers.
 *
 * @param {string} project
 * @returns {Promise<typeof import('../server/src/parse/actors-file') & typeof import('../server/src/parse/draft-kinds') & typeof import('../server/src/parse/roadmap-file')>}
 */
async function parsers(project) {
  const result = await esbuild.build({
    stdin: {
      contents: [
        "export * from './server/src/parse/actors-file';",
        "export * from './server/src/parse/draft-kinds';",
        "export * from './server/src/parse/roadmap-file';",
      ].join('\n'),
      resolveDir: project,
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'warning',
  });
  const module = { exports: {} };
  const require = createRequire(path.join(project, 'package.json'));
  new Function('module', 'exports', 'require', result.outputFiles[0]?.text ?? '')(module, module.exports, require);
  return /** @type {Awaited<ReturnType<typeof parsers>>} */ (module.exports);
}
