/**
 * Lets several contestants work in turns, a part of their work in each, so that a noisy machine disturbs all of them
 * alike.
 *
 * @param work What each of them has to do, in order.
 * @param doOne Does one piece; gives its time in milliseconds.
 * @returns The times of each contestant, in order.
 */
export async function inTurns<C, W>(
  contestants: readonly C[],
  work: ReadonlyMap<C, readonly W[]>,
  rounds: number,
  doOne: (contestant: C, piece: W) => Promise<number>,
): Promise<Map<C, number[]>> {
  const times = new Map<C, number[]>(contestants.map((contestant) => [contestant, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contestant of contestants) {
      const all = work.get(contestant) ?? [];
      const done = times.get(contestant) ?? [];
      for (const piece of all.slice(done.length, Math.round((all.length * (round + 1)) / rounds))) {
        done.push(await doOne(contestant, piece));
      }
    }
  }
  return times;
}
