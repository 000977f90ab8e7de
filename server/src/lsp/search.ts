import * as lsp from 'vscode-languageserver';
import type { SearchControl } from '../project/mention-index';
import type { FeatureContext } from './feature';

/** Reading so few files takes no time that anybody would want to see pass. */
const SILENT = 100;

/** How many files are read between two reports of progress. */
const STEP = 50;

/**
 * Runs a search through files that are not open. It ends when the request, or its progress, is cancelled, and is then
 * answered "cancelled": half of what there is to find would look like all of it. Where many files have to be read, its
 * progress is shown by clients that can.
 */
export async function searching<T>(
  { connection, client }: Pick<FeatureContext, 'connection' | 'client'>,
  token: lsp.CancellationToken,
  run: (control: SearchControl) => Promise<T>,
): Promise<T> {
  const canShow = client.window?.workDoneProgress === true;
  let asked: Promise<lsp.WorkDoneProgressServerReporter | undefined> | undefined;
  let shown: lsp.WorkDoneProgressServerReporter | undefined;
  const show = async () => {
    try {
      shown = await connection.window.createWorkDoneProgress();
      shown.begin('Looking through all reports', 0, undefined, true);
    } catch {
      // A client that cannot show progress after all still wants the answer.
    }
    return shown;
  };
  const isCancelled = () => token.isCancellationRequested || isCancelledIn(shown);
  try {
    const found = await run({
      isCancelled,
      tell: (done, total) => {
        if (canShow && total > SILENT) {
          asked ??= show();
        }
        if (done % STEP === 0) {
          shown?.report(Math.round((100 * done) / total), `${done} of ${total}`);
        }
      },
    });
    if (isCancelled()) {
      throw new lsp.ResponseError(lsp.LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    }
    return found;
  } finally {
    void asked?.then((progress) => progress?.done());
  }
}

function isCancelledIn(progress: lsp.WorkDoneProgressServerReporter | undefined): boolean {
  return progress?.token.isCancellationRequested === true;
}
