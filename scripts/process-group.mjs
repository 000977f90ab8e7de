// Ends processes together with what they started. Built-in modules only.

/** Options for spawn. Windows has no groups of processes: there a signal reaches the child alone. */
export const IN_A_GROUP = { detached: process.platform !== 'win32' };

/**
 * Signals a child that was spawned with `IN_A_GROUP`, and all its descendants. Nothing happens where they have ended.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (IN_A_GROUP.detached) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // They have ended already.
  }
}

/**
 * Tells when this process shall end: by Ctrl+C or another signal, or because its parent is gone. npm puts a shell in
 * between, which does not hand signals on.
 *
 * @param {() => void} end Called once.
 */
export function whenAskedToEnd(end) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) ask();
  }, 1000);
  watch.unref();
  let asked = false;
  const ask = () => {
    clearInterval(watch);
    if (!asked) end();
    asked = true;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, ask);
}
