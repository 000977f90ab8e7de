import assert from 'node:assert/strict';
import { type FormattedFile, type Formatting, formatFile } from '../server/src/features/formatting';
import type { Span } from '../server/src/model/span';
import { applyEdits } from '../server/src/model/text-edits';
import type { WorkspaceSnapshot } from '../server/src/project/workspace';
import { snapshotOf, uriOf } from './analyse';

/** Formats a file of a path that says what it is. */
export function format(path: string, text: string, range?: Span): Formatting & { readonly after: string } {
  const snapshot = snapshotOf({ [path]: text });
  const formatting = formatFile(snapshot, fileOf(snapshot, path, text), range);
  let end = 0;
  for (const { span, newText } of formatting.edits) {
    assert.ok(span.start >= end && span.end >= span.start, 'edits out of order');
    assert.notEqual(text.slice(span.start, span.end), newText, 'an edit that changes nothing');
    ({ end } = span);
  }
  return { ...formatting, after: applyEdits(text, formatting.edits) };
}

/** What a text is once it is formatted. Lines are given without their ends. */
export function expectFormatted(path: string, before: readonly string[], after: readonly string[]): void {
  const formatted = format(path, lines(before));
  assert.equal(formatted.after, lines(after));
  assert.deepEqual(format(path, formatted.after).edits, []);
}

/** A file of a path that says what it is; a report where it says nothing. */
export function fileOf(snapshot: WorkspaceSnapshot, path: string, text: string): FormattedFile {
  const role = snapshot.roleOf(uriOf(path));
  assert.ok(role);
  return { uri: uriOf(path), text, role };
}

function lines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
