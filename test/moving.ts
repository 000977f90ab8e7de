import assert from 'node:assert/strict';
import { type Occurrence, subjectKey } from '../server/src/model/subject';
import { OccurrenceReader } from '../server/src/project/occurrence-reader';
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
  return at.map(({ subject, form, span }) => `${nameOf(subjectKey(subject))} by ${form}: ${text.slice(span.start, span.end)}`);
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
