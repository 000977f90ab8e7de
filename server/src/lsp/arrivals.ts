/** Documents that were just opened, by URI, each until something can be said of it. */
export type Arrivals = Map<string, Promise<void>>;

/** Settled when all documents that were opened have been answered as a rule: what takes longer waits for it. */
export async function allArrived(arriving: Arrivals): Promise<void> {
  if (arriving.size > 0) {
    await Promise.all(arriving.values());
    await new Promise<void>((resolve) => setTimeout(resolve, FIRST_ANSWERS));
    await allArrived(arriving);
  }
}

/** How long after documents are known their first findings are asked for and told as a rule, in milliseconds. */
const FIRST_ANSWERS = 100;
