import assert from 'node:assert/strict';
import type { TextEdit } from '../server/src/model/finding';
import type { AnalysedReport } from '../server/src/model/snapshot';
import { type PreparedContext, prepareContext } from '../server/src/parse/prepared-context';
import { snapshotOf, uriOf } from './analyse';
import { parseFixture } from './fixture';

/** Makes the edits of a refactoring at an offset. */
export type Refactor = (analysed: AnalysedReport, offset: number, context: PreparedContext) => readonly TextEdit[];

/** The text of a fixture after a refactoring at its `$0`. */
export function refactored(source: string, refactor: Refactor): string {
  const { files, cursor } = parseFixture(source);
  const [file] = files;
  assert.ok(file && cursor);
  const snapshot = snapshotOf({ [file.path]: file.text });
  const analysed = snapshot.report(uriOf(file.path));
  assert.ok(analysed);
  const { roadmaps } = analysed;
  const context = prepareContext({ roadmaps, actors: snapshot.actors, today: snapshot.today });
  return withEdits(file.text, refactor(analysed, cursor.offset, context));
}

/** A text after edits that do not overlap. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)
    .reduce((rest, { span, newText }) => rest.slice(0, span.start) + newText + rest.slice(span.end), text);
}
