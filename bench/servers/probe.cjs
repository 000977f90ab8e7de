// Loaded into a server before its own code (node --require): at the signal SIGUSR2 it collects garbage, where Node was
// started with --expose-gc, and writes what the process has used into the file that RAPPORTEUR_PROBE names.
const { renameSync, writeFileSync } = require('node:fs');

const file = process.env.RAPPORTEUR_PROBE ?? '';
process.on('SIGUSR2', () => {
  // Weak references and finalizers are settled by the second collection only.
  globalThis.gc?.();
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  writeFileSync(`${file}.new`, JSON.stringify({ processor: (user + system) / 1000, resident: rss, heap: heapUsed }));
  renameSync(`${file}.new`, file);
});
