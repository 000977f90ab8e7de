// The bundle dist/main.js: the programs of the package, which share one engine. dist/server.js and dist/cli.js load it.

/** What a program loads is evaluated when it is started: the command line never needs the language server. */
export const programs = {
  server: () => import('./node'),
  cli: () => import('./cli'),
};
