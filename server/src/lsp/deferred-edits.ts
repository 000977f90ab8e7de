import * as lsp from 'vscode-languageserver';
import type { Finding } from '../model/finding';
import { fixAll } from '../project/fix-all';
import { suppressFinding } from '../project/suppress-finding';
import { PLACEHOLDER } from '../rules/field-below';
import { editsBetween } from '../write/line-diff';
import { toSnippetEdit, toWorkspaceEdit } from './edits';
import type { FeatureContext } from './feature';

/** A change that costs something to work out: plain data, which a client hands back once the change is wanted. */
export type DeferredEdit = { readonly uri: string; readonly version: number } & (
  | {
      readonly does: 'fix-all';
      /** Of one rule only. */
      readonly code?: string;
    }
  | {
      readonly does: 'suppress';
      readonly code: string;
      readonly message: string;
      /** Offset (UTF-16) of the finding. */
      readonly start: number;
    }
);

/** The edit itself. Undefined where there is nothing to change. */
export function workOut(deferred: DeferredEdit, context: FeatureContext): lsp.WorkspaceEdit | undefined {
  const { uri } = deferred;
  const snapshot = context.session(uri).snapshot();
  const text = snapshot.text(uri);
  if (text === undefined) {
    return undefined;
  }
  if (deferred.does === 'fix-all') {
    const { code } = deferred;
    const fixed = fixAll(snapshot, uri, code === undefined ? undefined : (finding) => finding.code === code);
    return fixed && toWorkspaceEdit([{ uri, edits: editsBetween(text, fixed.text) }], context);
  }
  const isMeant = ({ code, message, span }: Finding) =>
    code === deferred.code && message === deferred.message && span.start === deferred.start;
  const finding = snapshot.findings(uri).find(isMeant);
  const comment = finding && suppressFinding(snapshot, uri, finding, PLACEHOLDER);
  return comment && toSnippetEdit({ uri, edit: comment.edit, selected: comment.reason }, context);
}

/** Works out what was deferred; a response error where the document has changed since, or nothing can be done. */
export function workOutLater(deferred: DeferredEdit, context: FeatureContext): lsp.WorkspaceEdit {
  if (context.documents.get(deferred.uri)?.version !== deferred.version) {
    throw new lsp.ResponseError(lsp.LSPErrorCodes.ContentModified, 'The document has changed since this was offered.');
  }
  const edit = workOut(deferred, context);
  if (!edit) {
    const why =
      deferred.does === 'suppress'
        ? 'There is no place for a comment here that would hide this finding and nothing else.'
        : 'There is nothing left to fix.';
    throw new lsp.ResponseError(lsp.LSPErrorCodes.RequestFailed, why);
  }
  return edit;
}

/** Whether a client asks for the edit of an action once it is chosen (LSP 3.16, codeAction/resolve). */
export function resolvesEdits({ textDocument }: lsp.ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}
