import assert from 'node:assert/strict';
import { newNameRefusal, renameTarget } from '../server/src/features/rename';
import { renameEdits } from '../server/src/features/rename-edits';
import { OccurrenceReader } from '../server/src/lsp/occurrence-reader';
import type { TextEdit } from '../server/src/model/finding';
import { type Occurrence, subjectKey } from '../server/src/model/subject';
import type { WorkspaceSnapshot } from '../server/src/project/workspace';
import { snapshotOf, uriOf } from './analyse';
import { parseFixture } from './fixture';

/** A fixture with a cursor (`$0`), read as a workspace. */
export interface OpenFixture {
  readonly snapshot: WorkspaceSnapshot;
  readonly reader: OccurrenceReader;
  readonly paths: readonly string[];
  readonly cursor: { readonly path: string; readonly offset: number };
  readonly at: readonly Occurrence[];
}

/** Reads a fixture, and what stands at its cursor. */
export function openFixture(fixture: string): OpenFixture {
  const { files, cursor } = parseFixture(fixture);
  assert.ok(cursor, 'the fixture has no cursor');
  const snapshot = snapshotOf(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  const reader = new OccurrenceReader();
  const at = reader.at(snapshot, uriOf(cursor.path), cursor.offset);
  return { snapshot, reader, paths: files.map(({ path }) => path), cursor, at };
}

/** What stands at the cursor: kind, id and form, with the words that stand for it. */
export function namedAt(fixture: string): readonly string[] {
  const { snapshot, cursor, at } = openFixture(fixture);
  const text = snapshot.text(uriOf(cursor.path)) ?? '';
  return at.map(
    ({ subject, form, span }) => `${nameOf(subjectKey(subject))} by ${form}: ${text.slice(span.start, span.end)}`,
  );
}

/** Every place of a fixture's files that names what stands at the cursor: `path line: words`, `=` before definitions. */
export function placesOfCursor(fixture: string): readonly string[] {
  const { snapshot, reader, paths, at } = openFixture(fixture);
  const keys = new Set(at.map(({ subject }) => subjectKey(subject)));
  return paths.flatMap((path) => {
    const text = snapshot.text(uriOf(path)) ?? '';
    return reader
      .of(snapshot, uriOf(path))
      .filter(({ subject }) => keys.has(subjectKey(subject)))
      .map(({ span, isDefinition }) => {
        const line = text.slice(0, span.start).split('\n').length;
        return `${path} ${line}: ${isDefinition ? '= ' : ''}${text.slice(span.start, span.end)}`;
      });
  });
}

/** A subject in words. */
export function nameOf(key: string): string {
  return key.replaceAll('\n', ' ');
}

/** What a rename at the cursor makes of the fixture's files: the texts of those that change, or why nothing does. */
export function renamed(fixture: string, newName: string): Readonly<Record<string, string>> | string {
  const { snapshot, reader, paths, cursor, at } = openFixture(fixture);
  const isReadOnly = (uri: string) => !uri.startsWith('file:');
  const uri = uriOf(cursor.path);
  const target = renameTarget(snapshot, at, snapshot.text(uri) ?? '', isReadOnly);
  if ('refusal' in target) {
    return target.refusal;
  }
  const labels = reader
    .of(snapshot, uri)
    .flatMap(({ subject }) => (subject.kind === 'footnote' ? [subject.label] : []));
  const refusal = newNameRefusal(target, newName, snapshot, new Set(labels));
  if (refusal !== undefined) {
    return refusal;
  }
  const files = (target.subject.kind === 'footnote' ? [cursor.path] : paths).flatMap((path) => {
    const text = snapshot.text(uriOf(path)) ?? '';
    const format = snapshot.roleOf(uriOf(path)) === 'markdown-report' ? 'markdown' : 'yaml';
    const edits = renameEdits(target, newName, text, format, reader.of(snapshot, uriOf(path)));
    return edits.length > 0 ? [[path, applyEdits(text, edits)] as const] : [];
  });
  return Object.fromEntries(files);
}

/** A text after edits that are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let [result, at] = ['', 0];
  for (const { span, newText } of edits) {
    assert.ok(span.start >= at && span.end <= text.length, 'edits overlap or lie outside');
    result += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return result + text.slice(at);
}
