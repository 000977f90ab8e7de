import { distance } from 'fastest-levenshtein';

/**
 * The name that was probably meant: the nearest of `names` by edit distance, compared without case, where it is near
 * enough (a third of the length, at least one letter; two letters that changed places are one slip); undefined
 * otherwise. Of equally near ones the first counts.
 */
export function nearestName(written: string, names: Iterable<string>): string | undefined {
  return nearestNames(written, names)[0];
}

/** All names that are as near as {@link nearestName}, in their order: where there are several, it is a mere guess. */
export function nearestNames(written: string, names: Iterable<string>): readonly string[] {
  const wanted = written.trim().toLowerCase();
  let limit = Math.max(1, Math.floor(wanted.length / 3));
  let nearest: string[] = [];
  for (const name of names) {
    if (Math.abs(name.length - wanted.length) > limit) {
      continue;
    }
    const found = slipsBetween(wanted, name.toLowerCase());
    if (found < limit || (found === limit && nearest.length === 0)) {
      nearest = [name];
      limit = found;
    } else if (found === limit && !nearest.includes(name)) {
      nearest.push(name);
    }
  }
  return nearest;
}

function slipsBetween(written: string, name: string): number {
  let start = 0;
  while (start < written.length && written.charCodeAt(start) === name.charCodeAt(start)) {
    start++;
  }
  const isSwapped =
    written.length === name.length &&
    start + 1 < written.length &&
    written.charCodeAt(start) === name.charCodeAt(start + 1) &&
    written.charCodeAt(start + 1) === name.charCodeAt(start) &&
    written.slice(start + 2) === name.slice(start + 2);
  return isSwapped ? 1 : distance(written, name);
}
