import * as lsp from 'vscode-languageserver';
import { quotedTitles } from '../features/quoted-titles';
import { quotesIn } from '../features/report-index';
import { LineIndex } from '../model/lines';
import { subjectKey } from '../model/subject';
import { decodeText } from '../project/decode';
import { type AnnotatedFile, annotatedEdit, IN_CLOSED_FILES, IN_OPEN_FILES } from './annotated-edits';
import { resolvesEdits } from './deferred-edits';
import type { FeatureContext } from './feature';
import type { FolderPlaces } from './folder-places';

/** What comes back with an action whose edit a client asks for. */
interface RetitlingData {
  /** URI of the roadmap. */
  readonly uri: string;
  /** Key of the action or deliverable whose title counts (`subjectKey`). */
  readonly retitled: string;
}

/**
 * On the lines of a roadmap with the id and the title of an action or deliverable: has the reports write this title that
 * quote another one, as far as that is known by now. Offered to clients that ask for edits once they are wanted: reports
 * that nobody has open are read for it.
 */
export function retitlings(
  uri: string,
  { start }: lsp.Range,
  { places, client }: FeatureContext,
): readonly lsp.CodeAction[] {
  const here = places.of(uri);
  const [now, lines] = [here.session.snapshot(), here.session.lines(uri)];
  const defined = now.roleOf(uri) === 'roadmap' && resolvesEdits(client) ? here.occurrences.of(now, uri) : [];
  const [found] = defined.filter(
    ({ isDefinition, span }) => isDefinition && lines?.positionAt(span.start).line === start.line,
  );
  const retitled = found && subjectKey(found.subject);
  const reports = retitled === undefined ? [] : reportsQuoting(retitled, here);
  const them = reports.length === 1 ? 'the report that quotes' : `the ${reports.length} reports that quote`;
  return retitled === undefined || reports.length === 0
    ? []
    : [
        {
          title: `Write this title in ${them} another one`,
          kind: lsp.CodeActionKind.QuickFix,
          data: { uri, retitled } satisfies RetitlingData,
        },
      ];
}

/** Whether a code action that comes back is one of these. */
export function isRetitling({ data }: lsp.CodeAction): boolean {
  return typeof (data as Partial<RetitlingData> | undefined)?.retitled === 'string';
}

/** The action with its edit: what the fixes of the reports change that write the title. */
export async function resolveRetitling(
  action: lsp.CodeAction,
  { places, documents, client }: FeatureContext,
): Promise<lsp.CodeAction> {
  const { uri, retitled } = action.data as RetitlingData;
  const here = places.of(uri);
  const reports = reportsQuoting(retitled, here);
  const texts = new Map<string, string | undefined>();
  for (const report of reports) {
    const bytes = await here.files.read(report);
    texts.set(report, bytes && decodeText(bytes));
  }
  const now = here.session.snapshot();
  const files = reports.map((report): AnnotatedFile => {
    // One that is open, if only by now, counts as it is in the editor.
    const isKnown = now.text(report) !== undefined;
    const read = isKnown ? now : now.apart().with([{ uri: report, text: texts.get(report) }]);
    const analysed = read.report(report);
    const quotes = analysed ? quotedTitles(analysed, read.findings(report)) : [];
    const findings = quotes.flatMap(({ subject, finding }) => (subject === retitled ? [finding] : []));
    const kind = here.session.isOpen(report) ? IN_OPEN_FILES : IN_CLOSED_FILES;
    return {
      uri: report,
      lines: new LineIndex(read.text(report) ?? ''),
      version: documents.get(report)?.version ?? null,
      edits: read.fixes(report, findings).flatMap(([fix]) => fix?.edits.map((edit) => ({ ...edit, kind })) ?? []),
    };
  });
  const changed = files.filter(({ edits }) => edits.length > 0);
  return { ...action, edit: annotatedEdit(changed, client.workspace?.workspaceEdit) };
}

/** URIs of the reports that quote another title of an action or deliverable, as far as they are known by now. */
function reportsQuoting(subject: string, { session, statements }: FolderPlaces): readonly string[] {
  const now = session.snapshot();
  const known = quotesIn(now).filter((quote) => quote.subject === subject);
  return [...new Set([...known, ...statements.of(now).quotesOf(subject)].map(({ at }) => at.uri))];
}
