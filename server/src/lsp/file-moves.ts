import type * as lsp from 'vscode-languageserver';
import type { TextEdit } from '../model/finding';
import { LineIndex, type Lines } from '../model/lines';
import { type AnnotatedFile, annotatedEdit, type ChangeKind, withoutKnown } from './annotated-edits';
import type { FeatureContext, ServerFeature } from './feature';
import type { FolderPlaces } from './folder-places';
import { type FileMove, pathsAfterMove, projectFileAfterMove } from './moved-files';
import { searching } from './search';

/** Files that move take along what points to them: `previous` and links of reports, and paths in the project file. */
export const fileMoves: ServerFeature = {
  capabilities: (client) =>
    client.workspace?.fileOperations?.willRename
      ? { workspace: { fileOperations: { willRename: { filters: [...FILTERS] } } } }
      : {},
  register: (context) => {
    const { connection, answer } = context;
    connection.workspace.onWillRenameFiles(({ files }, token) =>
      answer(token, async () => {
        const moved: AnnotatedFile[] = [];
        for (const places of context.places.all) {
          const closed = await closedReports(files, places, context, token);
          moved.push(...withoutKnown(closed, places.session), ...knownFiles(files, places, context));
        }
        return moved.length > 0 ? annotatedEdit(moved, context.client.workspace?.workspaceEdit) : null;
      }),
    );
  },
};

const FILTERS = [
  {
    pattern: {
      glob: '**/*.{md,markdown,yaml,yml,pdf,doc,docx,xls,xlsx,ppt,pptx,odt,ods,csv,txt,htm,html,png,jpg,jpeg,gif,svg,webp}',
      matches: 'file',
    },
  },
  { pattern: { glob: '**/*', matches: 'folder' } },
] as const;

const FOLLOW: ChangeKind = { label: 'Paths to files that move', needsConfirmation: false };

/** Open documents, and the project file. */
function knownFiles(
  moves: readonly FileMove[],
  { session, occurrences, links, folder }: FolderPlaces,
  { documents }: FeatureContext,
): readonly AnnotatedFile[] {
  const now = session.snapshot();
  return now.uris
    .filter((uri) => !session.isBuiltIn(uri))
    .flatMap((uri) => {
      const [text, lines, role] = [now.text(uri) ?? '', session.lines(uri), now.roleOf(uri)];
      const edits =
        role !== 'project'
          ? pathsAfterMove({ uri, text, occurrences: occurrences.of(now, uri), links: links(now, uri) }, moves)
          : folder === undefined
            ? []
            : projectFileAfterMove(text, folder, moves);
      return lines ? annotated(uri, lines, documents.get(uri)?.version ?? null, edits) : [];
    });
}

async function closedReports(
  moves: readonly FileMove[],
  { mentions }: FolderPlaces,
  context: FeatureContext,
  token: lsp.CancellationToken,
): Promise<readonly AnnotatedFile[]> {
  const reports = await searching(context, token, (control) => mentions.reportsWithPaths(control));
  return reports.flatMap((report) =>
    annotated(report.uri, new LineIndex(report.text), null, pathsAfterMove(report, moves)),
  );
}

function annotated(uri: string, lines: Lines, version: number | null, edits: readonly TextEdit[]): AnnotatedFile[] {
  return edits.length === 0 ? [] : [{ uri, lines, version, edits: edits.map((edit) => ({ ...edit, kind: FOLLOW })) }];
}
