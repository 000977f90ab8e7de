/**
 * Modules of the engine by path or name, for dist/command-line.js, which is built without them. Empty in the sources: the
 * build puts in what the command line imports (scripts/engine-apart.mjs).
 */
export const engine: Readonly<Record<string, unknown>> = {};
