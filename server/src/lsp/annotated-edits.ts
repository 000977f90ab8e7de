import type * as lsp from 'vscode-languageserver';
import type { TextEdit } from '../model/finding';
import type { Lines } from '../model/lines';
import { toRange } from './convert';
import type { Session } from './session';

/** A kind of change, as a preview groups and explains them. */
export interface ChangeKind {
  readonly label: string;
  readonly description?: string;
  /** Whether somebody has to look at these changes before they are made. */
  readonly needsConfirmation: boolean;
}

export const IN_OPEN_FILES: ChangeKind = { label: 'In open files', needsConfirmation: false };

export const IN_CLOSED_FILES: ChangeKind = {
  label: 'In files that are not open',
  description: 'Else they would name something that is not there any more.',
  needsConfirmation: false,
};

/** Changes of one file, with offsets into the text whose lines these are. */
export interface AnnotatedFile {
  readonly uri: string;
  readonly lines: Lines;
  /** Of an open document; null for a file on disk. */
  readonly version: number | null;
  readonly edits: readonly (TextEdit & { readonly kind: ChangeKind })[];
}

/**
 * Changes of several files as a client takes them: with versions and kinds where it understands them (LSP 3.16), so that
 * nothing is written into a text that has changed meanwhile, and the person sees what is changed where.
 */
export function annotatedEdit(
  files: readonly AnnotatedFile[],
  client: lsp.WorkspaceEditClientCapabilities | undefined,
): lsp.WorkspaceEdit {
  if (!client?.documentChanges) {
    return {
      changes: Object.fromEntries(
        files.map(({ uri, lines, edits }) => [uri, edits.map((edit) => toTextEdit(edit, lines))]),
      ),
    };
  }
  const kinds = [...new Map(files.flatMap(({ edits }) => edits.map(({ kind }) => [kind.label, kind] as const)))];
  const isAnnotated = client.changeAnnotationSupport !== undefined;
  return {
    documentChanges: files.map(({ uri, lines, version, edits }) => ({
      textDocument: { uri, version },
      edits: edits.map((edit) => ({
        ...toTextEdit(edit, lines),
        ...(isAnnotated ? { annotationId: edit.kind.label } : {}),
      })),
    })),
    ...(isAnnotated ? { changeAnnotations: Object.fromEntries(kinds) } : {}),
  };
}

/**
 * Files that were not open when they were looked through, without those that the session knows by now: they were opened,
 * or read for another one, and their changes are among those of known files.
 */
export function withoutKnown(files: readonly AnnotatedFile[], session: Session): readonly AnnotatedFile[] {
  const snapshot = session.snapshot();
  return files.filter(({ uri }) => snapshot.text(uri) === undefined);
}

function toTextEdit({ span, newText }: TextEdit, lines: Lines): lsp.TextEdit {
  return { range: toRange(lines, span), newText };
}
