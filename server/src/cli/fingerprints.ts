import type { Hash } from '../project/findings-cache';
import { canonicalUri } from '../project/uri';

/** The fingerprint of a file by its canonical URI and text; undefined where it is not there. */
export type Fingerprint = (key: string, text: string | undefined) => string | undefined;

/**
 * Fingerprints of files at one moment, each computed once. A file that the command line names is a report whatever it
 * looks like, so that it is another one than if it were not named.
 *
 * @param named URIs of the files that the command line names
 */
export function fingerprints(hash: Hash, named: readonly string[]): Fingerprint {
  const isNamed = new Set(named.map(canonicalUri));
  const known = new Map<string, string>();
  return (key, text) => {
    const fingerprint =
      known.get(key) ??
      (text === undefined ? undefined : `${isNamed.has(key) ? '!' : ''}${hash(text).slice(0, DIGITS)}`);
    if (fingerprint !== undefined) {
      known.set(key, fingerprint);
    }
    return fingerprint;
  };
}

/** How many digits are kept. */
const DIGITS = 32;
