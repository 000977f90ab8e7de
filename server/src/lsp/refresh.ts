import type { FeatureContext } from './feature';

/** How long nothing has to change before what is shown of other documents is brought up to date, in milliseconds. */
const REST = 300;

/** While reports are read, what is shown of them is brought up to date every so many milliseconds. */
const STEP = 1000;

/**
 * Has a client ask again for what is shown in its documents, once at rest: when something has changed that is not in
 * them, and, where several are open, when somebody who writes in one of them pauses.
 */
export function refreshWith({ documents, onChangedElsewhere }: FeatureContext, refresh: () => Promise<unknown>): void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const refreshAtRest = () => {
    clearTimeout(resting);
    resting = setTimeout(() => ask(refresh), REST);
  };
  onChangedElsewhere(refreshAtRest);
  documents.onDidChangeContent(() => {
    if (documents.all().length > 1) {
      refreshAtRest();
    }
  });
}

/**
 * Has a client ask again while reports are read that nobody has open, and when they have changed.
 *
 * @param isShown whether the client has asked at all
 */
export function refreshAsReportsAreRead(
  { onStatementsChanged }: FeatureContext,
  isShown: () => boolean,
  refresh: () => Promise<unknown>,
): void {
  let isWaiting = false;
  onStatementsChanged(() => {
    if (isShown() && !isWaiting) {
      isWaiting = true;
      setTimeout(() => {
        isWaiting = false;
        ask(refresh);
      }, STEP);
    }
  });
}

/** A client that refuses, or has gone meanwhile, has nothing to show; there is nobody else to tell. */
function ask(refresh: () => Promise<unknown>): void {
  void Promise.resolve()
    .then(refresh)
    .catch(() => {});
}
