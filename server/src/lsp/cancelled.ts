import type { CancellationToken } from 'vscode-languageserver';

/** Settled once a request is cancelled. */
export function cancelled(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) {
      resolve();
    } else {
      token.onCancellationRequested(() => resolve());
    }
  });
}
