import * as lsp from 'vscode-languageserver';
import type { TextEdit } from '../model/finding';
import type { AnalysedReport } from '../model/snapshot';
import { prepareContext } from '../parse/prepared-context';
import { canonicalUri } from '../project/uri';
import type { WorkspaceSnapshot } from '../project/workspace';
import { convertReport } from '../write/convert/convert';
import { hasDateAt, normaliseDates } from '../write/normalise-dates';
import { splitEntry, splittableEntry } from '../write/split-entry';
import { insertSummaryTable, isInSummaryTable, takesSummaryTable, updateSummaryTable } from '../write/summary-table';
import { extractTable, hasRowsToExtract } from '../write/table-to-entries';
import { isKindOf } from './action-kinds';
import { resolvesEdits } from './deferred-edits';
import { toWorkspaceEdit } from './edits';
import type { FeatureContext } from './feature';

/** Kinds of the refactorings, as the server announces them. */
export const REFACTORING_KINDS: readonly lsp.CodeActionKind[] = [
  lsp.CodeActionKind.RefactorRewrite,
  lsp.CodeActionKind.RefactorExtract,
];

/**
 * The refactorings that apply at the start of a range. Whether one applies is told from what was read already; its
 * edits are made when the client asks for them ({@link resolveRefactoring}), or at once for a client that never does.
 */
export function refactorings(
  { textDocument: { uri }, range, context: { only } }: lsp.CodeActionParams,
  context: FeatureContext,
): readonly lsp.CodeAction[] {
  const wanted = REFACTORINGS.filter(({ kind }) => only === undefined || only.some((one) => isKindOf(kind, one)));
  const lines = wanted.length > 0 ? context.session(uri).lines(uri) : undefined;
  const snapshot = context.session(uri).snapshot();
  const analysed = lines && snapshot.report(uri);
  if (!lines || !analysed) {
    return [];
  }
  const offset = lines.offsetAt(range.start);
  const place = { analysed, offset, snapshot };
  const isLazy = resolvesEdits(context.client);
  const canCreate = context.client.workspace?.workspaceEdit?.resourceOperations?.includes('create') === true;
  return wanted.flatMap((one): lsp.CodeAction[] => {
    if ((one.createsFile && !canCreate) || !one.applies(place)) {
      return [];
    }
    const version = context.documents.get(uri)?.version ?? null;
    const data: RefactoringData = { refactoring: one.id, uri, offset, version };
    const action = { title: one.title(analysed), kind: one.kind, data };
    if (isLazy) {
      return [action];
    }
    const resolved = resolveRefactoring(action, context);
    return resolved.edit ? [resolved] : [];
  });
}

/** Whether a code action that comes back is one of these. */
export function isRefactoring({ data }: lsp.CodeAction): boolean {
  return typeof (data as Partial<RefactoringData> | undefined)?.refactoring === 'string';
}

/** What comes back with a refactoring whose edits a client asks for. */
interface RefactoringData {
  readonly refactoring: string;
  readonly uri: string;
  readonly offset: number;
  /** Of the document that it was offered for. */
  readonly version: number | null;
}

/** The refactoring with its edits; as it is where the document is another one by now, or nothing has to change. */
export function resolveRefactoring(action: lsp.CodeAction, context: FeatureContext): lsp.CodeAction {
  const data = action.data as RefactoringData | undefined;
  const found = REFACTORINGS.find(({ id }) => id === data?.refactoring);
  const snapshot = data && context.session(data.uri).snapshot();
  const analysed = data && snapshot?.report(data.uri);
  if (!found || !snapshot || !analysed || (context.documents.get(data.uri)?.version ?? null) !== data.version) {
    return action;
  }
  const place = { analysed, offset: data.offset, snapshot };
  if (found.createsFile) {
    const edit = newFile(place, data.uri);
    return typeof edit === 'string' ? { ...action, disabled: { reason: edit } } : { ...action, edit };
  }
  const edits = found.edits(place);
  return edits.length === 0 ? action : { ...action, edit: toWorkspaceEdit([{ uri: data.uri, edits }], context) };
}

/** Where a refactoring is asked for; the offset counts from the start of the file. */
interface RefactoringPlace {
  readonly analysed: AnalysedReport;
  readonly offset: number;
  readonly snapshot: WorkspaceSnapshot;
}

interface Refactoring {
  readonly id: string;
  readonly kind: lsp.CodeActionKind;
  readonly title: (analysed: AnalysedReport) => string;
  readonly applies: (place: RefactoringPlace) => boolean;
  readonly edits: (place: RefactoringPlace) => readonly TextEdit[];
  /** Whether the result is a file of its own. */
  readonly createsFile?: true;
}

const { RefactorRewrite, RefactorExtract } = lsp.CodeActionKind;

const REFACTORINGS: readonly Refactoring[] = [
  {
    id: 'convert',
    kind: `${RefactorRewrite}.convert`,
    title: ({ report }) => `Convert report to ${report.format === 'markdown' ? 'YAML' : 'Markdown'} (new file)`,
    applies: ({ analysed, offset }) => offset <= (analysed.report.sections[0]?.start ?? analysed.report.text.length),
    edits: () => [],
    createsFile: true,
  },
  {
    id: 'split',
    kind: `${RefactorRewrite}.split`,
    title: () => 'Split into one entry for each action',
    applies: ({ analysed, offset }) => splittableEntry(analysed, offset) !== undefined,
    edits: ({ analysed, offset }) => splitEntry(analysed, offset),
  },
  {
    id: 'extractTable',
    kind: `${RefactorExtract}.entries`,
    title: () => 'Extract table into entries',
    applies: ({ analysed, offset }) => hasRowsToExtract(analysed, offset),
    edits: ({ analysed, offset, snapshot }) =>
      extractTable(
        analysed,
        offset,
        prepareContext({ roadmaps: analysed.roadmaps, actors: snapshot.actors, today: snapshot.today }),
      ),
  },
  {
    id: 'summaryTable',
    kind: `${RefactorExtract}.table`,
    title: () => 'Insert summary table of all entries',
    applies: ({ analysed, offset }) => takesSummaryTable(analysed, offset),
    edits: ({ analysed, offset }) => insertSummaryTable(analysed, offset),
  },
  {
    id: 'updateTable',
    kind: `${RefactorRewrite}.table`,
    title: () => 'Update summary table from the entries',
    applies: ({ analysed, offset }) => isInSummaryTable(analysed, offset),
    edits: ({ analysed, offset }) => updateSummaryTable(analysed, offset),
  },
  ...(['edtf', 'words'] as const).flatMap((form): readonly Refactoring[] => {
    const how = form === 'edtf' ? 'as EDTF (ISO 8601)' : 'in words';
    return [
      {
        id: `date.${form}`,
        kind: `${RefactorRewrite}.date.${form}`,
        title: () => `Write this date ${how}`,
        applies: ({ analysed, offset, snapshot }) =>
          hasDateAt(analysed, offset) && normaliseDates(analysed, form, snapshot.today, offset).length > 0,
        edits: ({ analysed, offset, snapshot }) => normaliseDates(analysed, form, snapshot.today, offset),
      },
      {
        id: `dates.${form}`,
        kind: `${RefactorRewrite}.dates.${form}`,
        title: () => `Write all dates in fields ${how}`,
        applies: ({ analysed, offset }) => hasDateAt(analysed, offset),
        edits: ({ analysed, snapshot }) => normaliseDates(analysed, form, snapshot.today),
      },
    ];
  }),
];

/** A file beside the report with the report in the other format, under a name that no file has yet; or why not. */
function newFile({ analysed, snapshot }: RefactoringPlace, uri: string): lsp.WorkspaceEdit | string {
  const { report, roadmaps } = analysed;
  const result = convertReport(report, { roadmaps, actors: snapshot.actors, today: snapshot.today });
  if ('problem' in result) {
    return result.problem;
  }
  const known = new Set(snapshot.uris.map(canonicalUri));
  const base = uri.replace(/\.(?:md|markdown|ya?ml)$/i, '');
  const extension = result.format === 'yaml' ? 'yaml' : 'md';
  let target = `${base}.${extension}`;
  for (let number = 2; known.has(canonicalUri(target)); number++) {
    target = `${base.replace(/\.report$/, '')}-${number}.report.${extension}`;
  }
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      { kind: 'create', uri: target, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri: target, version: null }, edits: [{ range: { start, end: start }, newText: result.text }] },
    ],
  };
}
