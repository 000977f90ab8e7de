import type { FeatureContext } from './feature';

/** How long nothing has to change before what is shown of other documents is brought up to date, in milliseconds. */
const REST = 500;

/**
 * Has a client ask again for what is shown in its documents: when something has changed that is not in them, and, where
 * several are open, when somebody who writes in one of them pauses.
 */
export function refreshWith({ documents, onChangedElsewhere }: FeatureContext, refresh: () => Promise<unknown>): void {
  const ask = () => {
    // A client that does not know the request says so; there is nobody else to tell.
    refresh().catch(() => {});
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  onChangedElsewhere(ask);
  documents.onDidChangeContent(() => {
    clearTimeout(resting);
    if (documents.all().length > 1) {
      resting = setTimeout(ask, REST);
    }
  });
}
