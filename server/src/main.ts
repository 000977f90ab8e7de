// The bundle dist/main.js: the language server, and the engine that the command line shares with it. In Node dist/server.js
// and dist/cli.js load it; in a browser it is the server's worker itself.

/** What a program loads is evaluated when it is started: the command line never needs the language server. */
export const programs = {
  server: () => import('./node'),
  engine: () => import('./engine'),
  web: () => import('./web'),
};

/** What only a browser's workers have. */
declare const importScripts: unknown;

if (typeof importScripts === 'function') {
  void programs.web();
}
