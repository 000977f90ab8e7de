import * as lsp from 'vscode-languageserver';
import { newNameRefusal, type RenameTarget, renameTarget } from '../features/rename';
import { type RenameEdit, renameEdits } from '../features/rename-edits';
import { LineIndex, type Lines } from '../model/lines';
import {
  type AnnotatedFile,
  annotatedEdit,
  type ChangeKind,
  IN_CLOSED_FILES,
  IN_OPEN_FILES,
  withoutKnown,
} from './annotated-edits';
import { toRange } from './convert';
import type { FeatureContext, ServerFeature } from './feature';
import type { FolderPlaces } from './folder-places';
import { searching } from './search';
import type { Session } from './session';

/**
 * Another id for a roadmap, an action, a deliverable, an area or an actor, another title for an action, a deliverable or an
 * area, another name for an actor, another label for a footnote: where it is defined and wherever it is written, in all
 * reports. What cannot be renamed says why.
 */
export const rename: ServerFeature = {
  capabilities: (client) => ({
    renameProvider: client.textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  register: (context) => {
    const { connection, places, answer } = context;
    connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
      answer(token, () => {
        const lines = places.of(uri).session.lines(uri);
        const target = targetAt(places.of(uri), uri, position);
        return lines ? { range: toRange(lines, target.span), placeholder: target.written } : null;
      }),
    );
    connection.onRenameRequest(({ textDocument: { uri }, position, newName: typed }, token) =>
      answer(token, async () => {
        const target = targetAt(places.of(uri), uri, position);
        const newName = typed.trim();
        const { session } = places.of(uri);
        const refusal =
          newNameRefusal(target, newName, session.snapshot(), labelsIn(places.of(uri), uri)) ??
          settingsRefusal(target, session);
        if (refusal !== undefined) {
          throw refused(refusal);
        }
        if (newName === target.written) {
          return null;
        }
        const closed =
          target.subject.kind === 'footnote' ? [] : await closedFiles(target, newName, uri, context, token);
        const known = knownFiles(target, newName, uri, context);
        return annotatedEdit(
          [...known, ...withoutKnown(closed, places.of(uri).session)],
          context.client.workspace?.workspaceEdit,
        );
      }),
    );
  },
};

/** Why the editor's settings, which are not changed from here, stand in the way. */
function settingsRefusal({ subject, written }: RenameTarget, { editorSettings }: Session): string | undefined {
  return subject.kind === 'roadmap' && editorSettings.roadmap === written
    ? `The editor’s setting “rapporteur.roadmap” names “${written}”. Write it into rapporteur.yaml instead, or take it out.`
    : undefined;
}

/** @throws ResponseError that says why nothing there can be renamed */
function targetAt({ session, occurrences }: FolderPlaces, uri: string, position: lsp.Position): RenameTarget {
  const [lines, now] = [session.lines(uri), session.snapshot()];
  const at = lines ? occurrences.at(now, uri, lines.offsetAt(position)) : [];
  const target = renameTarget(now, at, now.text(uri) ?? '', (file) => session.isBuiltIn(file));
  if ('refusal' in target) {
    throw refused(target.refusal);
  }
  return target;
}

function refused(message: string): lsp.ResponseError<void> {
  return new lsp.ResponseError(lsp.LSPErrorCodes.RequestFailed, message);
}

/** The labels of the footnotes of a file. */
function labelsIn({ session, occurrences }: FolderPlaces, uri: string): ReadonlySet<string> {
  const all = occurrences.of(session.snapshot(), uri);
  return new Set(all.flatMap(({ subject }) => (subject.kind === 'footnote' ? [subject.label] : [])));
}

/**
 * The changes of open documents, roadmaps and actors.
 *
 * @throws ResponseError where a file that ships would have to change, or the definition cannot
 */
function knownFiles(target: RenameTarget, newName: string, uri: string, context: FeatureContext): AnnotatedFile[] {
  const { session, occurrences } = context.places.of(uri);
  const now = session.snapshot();
  let isDefined = target.subject.kind === 'footnote';
  const files = (target.subject.kind === 'footnote' ? [uri] : now.uris).flatMap((file): AnnotatedFile[] => {
    const text = now.text(file) ?? '';
    const own = occurrences.naming(now, file, [target.subject]);
    const edits = renameEdits(target, newName, text, now.roleOf(file) === 'markdown-report' ? 'markdown' : 'yaml', own);
    if (edits.length > 0 && session.isBuiltIn(file)) {
      throw refused(
        `“${target.written}” stands in files that ship with Rapporteur too, which cannot change. Give another actor a new id.`,
      );
    }
    isDefined ||= own.some(
      ({ isDefinition, name }) => isDefinition && edits.some(({ span }) => span.start === name.start),
    );
    const lines = session.lines(file);
    const version = context.documents.get(file)?.version ?? null;
    const kind = session.isOpen(file) ? IN_OPEN_FILES : IN_CLOSED_FILES;
    return edits.length > 0 && lines ? [{ uri: file, lines, version, edits: edits.map(withKind(kind)) }] : [];
  });
  if (!isDefined) {
    throw refused(
      `Where “${target.written}” is defined it is written in a way that is not changed from here (over several lines, or ` +
        'with escaped characters). Write it on one line first.',
    );
  }
  return files;
}

/** The changes of reports that nobody has open. */
async function closedFiles(
  target: RenameTarget,
  newName: string,
  uri: string,
  context: FeatureContext,
  token: lsp.CancellationToken,
): Promise<AnnotatedFile[]> {
  const { mentions } = context.places.of(uri);
  const reports = await searching(context, token, (control) => mentions.reports(target.subject, control));
  return reports.flatMap(({ uri: file, text, format, occurrences }): AnnotatedFile[] => {
    const edits = renameEdits(target, newName, text, format, occurrences);
    const lines: Lines = new LineIndex(text);
    return edits.length > 0 ? [{ uri: file, lines, version: null, edits: edits.map(withKind(IN_CLOSED_FILES)) }] : [];
  });
}

function withKind(kind: ChangeKind) {
  return ({ span, newText, quoted }: RenameEdit) => ({ span, newText, kind: quoted ? QUOTED : kind });
}

const QUOTED: ChangeKind = {
  label: 'In quotations',
  description: 'Somebody else’s words: perhaps they should stay as they are.',
  needsConfirmation: true,
};
