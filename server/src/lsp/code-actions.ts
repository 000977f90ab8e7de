import * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { titleHeadings } from '../features/title-headings';
import type { Finding } from '../model/finding';
import { safeFixes } from '../project/fix-all';
import { isSuppressible } from '../project/suppress-finding';
import { projectFileWithout, turnRuleOff } from '../write/rule-off';
import { isKindOf } from './action-kinds';
import { diagnosticData, toDiagnostic } from './convert';
import { type DeferredEdit, resolvesEdits, workOut, workOutLater } from './deferred-edits';
import { toNewFile, toWorkspaceEdit } from './edits';
import type { FeatureContext, ServerFeature } from './feature';
import { isRefactoring, REFACTORING_KINDS, refactorings, resolveRefactoring } from './refactorings';
import { isRetitling, resolveRetitling, retitlings } from './retitling';

/** "Fix all" of this server, which an editor can run when a file is saved: safe fixes only. */
const FIX_ALL = `${lsp.CodeActionKind.SourceFixAll}.rapporteur`;

/** What can be done about the findings in a range, and about all of a document. */
export const codeActions: ServerFeature = {
  capabilities: (client) => ({
    codeActionProvider: {
      codeActionKinds: [lsp.CodeActionKind.QuickFix, ...REFACTORING_KINDS, FIX_ALL],
      ...(resolvesEdits(client) ? { resolveProvider: true } : {}),
    },
  }),
  register: (context) => {
    const { connection, documents, answer, client } = context;
    connection.onCodeAction((parameters, token) =>
      answer(token, () => {
        const { textDocument, range, context: asked } = parameters;
        const document = documents.get(textDocument.uri);
        return document
          ? [...actionsOf({ document, range, asked }, context), ...refactorings(parameters, context)]
          : null;
      }),
    );
    if (resolvesEdits(client)) {
      connection.onCodeActionResolve((action, token) =>
        answer(token, () => {
          if (isRefactoring(action)) {
            return resolveRefactoring(action, context);
          }
          if (isRetitling(action)) {
            return resolveRetitling(action, context);
          }
          const deferred: DeferredEdit | undefined = action.data;
          return deferred ? { ...action, edit: workOutLater(deferred, context) } : action;
        }),
      );
    }
  },
};

interface ActionRequest {
  readonly document: TextDocument;
  readonly range: lsp.Range;
  readonly asked: lsp.CodeActionContext;
}

/** The actions of the kinds that are wanted. What concerns the whole document is only given where it is asked for. */
function actionsOf(request: ActionRequest, context: FeatureContext): lsp.CodeAction[] {
  const { document, asked } = request;
  const isWanted = (kind: string) => !asked.only || asked.only.some((only) => isKindOf(kind, only));
  const { uri, version } = document;
  return [
    ...(isWanted(QUICK) ? [...quickFixes(request, context), ...retitlings(uri, request.range, context)] : []),
    ...(isWanted(lsp.CodeActionKind.RefactorRewrite) ? headings(request, context) : []),
    ...(asked.only && isWanted(FIX_ALL)
      ? deferred({ title: 'Make all safe fixes', kind: FIX_ALL }, { uri, version, does: 'fix-all' }, context)
      : []),
  ];
}

/** A finding, as the client knows it. */
interface Touched {
  readonly finding: Finding;
  readonly diagnostic: lsp.Diagnostic;
}

function quickFixes(request: ActionRequest, context: FeatureContext): readonly lsp.CodeAction[] {
  const { document } = request;
  const touched = touchedFindings(request, context);
  const fixes = context
    .session(document.uri)
    .snapshot()
    .fixes(
      document.uri,
      touched.map(({ finding }) => finding),
    );
  const single = touched.flatMap(({ diagnostic }, index) =>
    (fixes[index] ?? []).map(({ title, safe, edits }, _, all): lsp.CodeAction => {
      const edit = toWorkspaceEdit([{ uri: document.uri, edits }], context);
      return { title, kind: QUICK, diagnostics: [diagnostic], isPreferred: safe && all.length === 1, edit };
    }),
  );
  const byCode = new Map(touched.map((one) => [one.finding.code, one]));
  return [
    ...single,
    ...[...byCode.values()].flatMap((one) => fixesOfRule(one, document, context)),
    ...touched.flatMap((one) => suppression(one, document, context)),
    ...[...byCode.values()].flatMap((one) => ruleOff(one, document, context)),
  ];
}

const QUICK = lsp.CodeActionKind.QuickFix;

/** The findings that a range touches; where the client says which ones it means, those only. */
function touchedFindings({ document, range, asked }: ActionRequest, context: FeatureContext): readonly Touched[] {
  const session = context.session(document.uri);
  const lines = session.lines(document.uri);
  if (!lines) {
    return [];
  }
  const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  const touched = session
    .findings(document.uri)
    .filter((finding) => finding.span.start <= end && start <= finding.span.end);
  if (asked.diagnostics.length === 0) {
    const linesOf = (uri: string) => session.lines(uri);
    return touched.map((finding) => ({
      finding,
      diagnostic: toDiagnostic(finding, document.uri, linesOf, context.pageOf),
    }));
  }
  return touched.flatMap((finding) => {
    const meant = asked.diagnostics.filter((diagnostic) => isAbout(diagnostic, finding));
    const at = lines.positionAt(finding.span.start);
    const isThere = ({ range: { start: place } }: lsp.Diagnostic) =>
      place.line === at.line && place.character === at.character;
    // Of equal findings in several places the client may have moved the one that is meant.
    const diagnostic = meant.find(isThere) ?? meant[0];
    return diagnostic ? [{ finding, diagnostic }] : [];
  });
}

function isAbout({ code, message, data }: lsp.Diagnostic, finding: Finding): boolean {
  const { finding: key } = (data ?? {}) as { readonly finding?: unknown };
  return typeof key === 'string'
    ? key === diagnosticData(finding).finding
    : code === finding.code && message === finding.message;
}

/** The safe fixes of all findings of a rule, where there are several. */
function fixesOfRule(
  { finding: { code }, diagnostic }: Touched,
  { uri, version }: TextDocument,
  context: FeatureContext,
): readonly lsp.CodeAction[] {
  const count = safeFixes(context.session(uri).snapshot(), uri, (finding) => finding.code === code).length;
  const action = { title: `Fix all ${count} “${code}” findings that are safe to fix`, kind: QUICK };
  return count > 1
    ? deferred({ ...action, diagnostics: [diagnostic] }, { uri, version, does: 'fix-all', code }, context)
    : [];
}

/** Hides a finding by a comment, at whose reason the cursor waits. */
function suppression(
  { finding, diagnostic }: Touched,
  { uri, version }: TextDocument,
  context: FeatureContext,
): readonly lsp.CodeAction[] {
  if (!isSuppressible(finding) || !context.session(uri).snapshot().report(uri)) {
    return [];
  }
  const { code, message, span } = finding;
  return deferred(
    { title: `Hide this “${code}” by a comment, with a reason`, kind: QUICK, diagnostics: [diagnostic] },
    { uri, version, does: 'suppress', code, message, start: span.start },
    context,
  );
}

/** Turns a rule off for everybody who works on the folder. */
function ruleOff(
  { finding: { code }, diagnostic }: Touched,
  document: TextDocument,
  context: FeatureContext,
): readonly lsp.CodeAction[] {
  const session = context.session(document.uri);
  const snapshot = session.snapshot();
  if (code === 'syntax' || code === 'internal-error' || session.folder === undefined) {
    return [];
  }
  const known = snapshot.uris.find((uri) => snapshot.roleOf(uri) === 'project');
  const change = known === undefined ? undefined : turnRuleOff(snapshot.text(known) ?? '', code);
  const edit =
    known === undefined
      ? toNewFile(`${session.folder.replace(/\/$/, '')}/rapporteur.yaml`, projectFileWithout(code), context.client)
      : change && toWorkspaceEdit([{ uri: known, edits: [change] }], context);
  const title = `Turn “${code}” off in ${known?.replace(/.*\//, '') ?? 'rapporteur.yaml'}`;
  return edit ? [{ title, kind: QUICK, diagnostics: [diagnostic], edit }] : [];
}

/** Makes titles that were pasted without marks headings. */
function headings({ document, range }: ActionRequest, context: FeatureContext): readonly lsp.CodeAction[] {
  const { uri } = document;
  const session = context.session(uri);
  const report = session.snapshot().report(uri)?.report;
  const at = session.lines(uri)?.offsetAt(range.start);
  const offered = report && at !== undefined ? titleHeadings(report, at) : [];
  return offered.map(({ title, edits }) => ({
    title,
    kind: lsp.CodeActionKind.RefactorRewrite,
    edit: toWorkspaceEdit([{ uri, edits }], context),
  }));
}

/** An action whose edit is worked out when it is chosen; at once for clients that cannot ask for it. */
function deferred(action: lsp.CodeAction, data: DeferredEdit, context: FeatureContext): readonly lsp.CodeAction[] {
  if (resolvesEdits(context.client)) {
    return [{ ...action, data }];
  }
  const edit = workOut(data, context);
  return edit ? [{ ...action, edit }] : [];
}
