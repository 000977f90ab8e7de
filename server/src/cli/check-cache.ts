import { decodeText } from '../project/decode';
import { FindingsCache } from '../project/findings-cache';
import { canonicalUri, uriOfCanonical } from '../project/uri';
import type { CheckedFile, CheckSetup, ShownFile } from './batch-checker';
import type { TextFile } from './collect';
import { fingerprints } from './fingerprints';
import type { CommandHost } from './program';

/** What is kept of checked files from one run of `check` to the next. */
export interface CheckCache {
  /** Parts files into those of which it is kept what is shown, and those that have to be checked. */
  find(files: readonly TextFile[]): Promise<{ shown: readonly ShownFile[]; others: readonly TextFile[] }>;
  /** Keeps what was found. Rejects where it cannot. */
  keep(checked: readonly CheckedFile[]): Promise<void>;
}

/** Opens the cache in a folder, as far as it was made under the same circumstances. */
export async function openCheckCache(folder: string, setup: CheckSetup, host: CommandHost): Promise<CheckCache> {
  const { definitions, named, folder: workspace, roadmap, asOf, today } = setup.project;
  const cache = await FindingsCache.open<ShownFile>(host.cacheIn(folder), host.hash, [
    await host.engine(),
    host.packageRoot,
    // Paths are shown as seen from the working folder.
    host.uriOf('.'),
    workspace,
    definitions.map(({ uri, text }) => [uri, text]),
    [roadmap, asOf, setup.format, setup.colour],
    // Of a file that is kept when fixes are wanted it is known that there are none.
    setup.fixes,
  ]);
  return {
    find: async (files) => {
      const texts = new Map([...definitions, ...files].map(({ uri, text }) => [canonicalUri(uri), text]));
      const fingerprint = fingerprints(host.hash, named);
      const fingerprintOf = async (key: string) => {
        if (!texts.has(key)) {
          const bytes = await host.reportFiles.read(uriOfCanonical(key));
          return fingerprint(key, bytes && decodeText(bytes));
        }
        return fingerprint(key, texts.get(key));
      };
      const shown: ShownFile[] = [];
      const others: TextFile[] = [];
      for (const file of files) {
        const found = await cache.find(canonicalUri(file.uri), today, fingerprintOf);
        if (found) {
          shown.push(found);
        } else {
          others.push(file);
        }
      }
      return { shown, others };
    },
    keep: async (checked) => {
      for (const { key, file, madeOf } of checked) {
        if (madeOf) {
          cache.keep(key, madeOf, file);
        }
      }
      await cache.save();
    },
  };
}
