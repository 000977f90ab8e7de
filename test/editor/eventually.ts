/** How long an editor may take to show anything, in milliseconds: the machine is shared with other work. */
export const PATIENCE = 30_000;

/**
 * Repeats a check until it holds. For what an editor shows after a while: findings, a completion list, a hover.
 *
 * @param check Throws where it does not hold yet. What it threw last is thrown when patience ends.
 * @param patience In milliseconds.
 * @returns What the check returned.
 */
export async function eventually<T>(check: () => T | Promise<T>, patience: number = PATIENCE): Promise<T> {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
