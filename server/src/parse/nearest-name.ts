import { distance } from 'fastest-levenshtein';

/**
 * The name that was probably meant: the nearest of `names` by edit distance, compared without case, where it is near
 * enough (a third of the length, at least one letter); undefined otherwise. Of equally near ones the first counts.
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  const wanted = written.trim().toLowerCase();
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let best: { name: string; distance: number } | undefined;
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > limit) {
      continue;
    }
    const found = distance(wanted, name.toLowerCase());
    if (found <= limit && found < (best?.distance ?? Number.POSITIVE_INFINITY)) {
      best = { name, distance: found };
    }
  }
  return best?.name;
}
