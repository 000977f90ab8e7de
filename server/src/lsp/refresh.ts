import type { FeatureContext } from './feature';

/** How long nothing has to change before what is shown of other documents is brought up to date, in milliseconds. */
const REST = 300;

/**
 * Has a client ask again for what is shown in its documents, once at rest: when something has changed that is not in
 * them, and, where several are open, when somebody who writes in one of them pauses.
 */
export function refreshWith({ documents, onChangedElsewhere }: FeatureContext, refresh: () => Promise<unknown>): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const refreshAtRest = () => {
    clearTimeout(resting);
    // A client that refuses, or has gone meanwhile, has nothing to show; there is nobody else to tell.
    resting = setTimeout(
      () =>
        void Promise.resolve()
          .then(refresh)
          .catch(() => {}),
      REST,
    );
  };
  onChangedElsewhere(refreshAtRest);
  documents.onDidChangeContent(() => {
    if (documents.all().length > 1) {
      refreshAtRest();
    }
  });
}
