import assert from 'node:assert/strict';
import { type OutlineItem, Outlines } from '../server/src/features/outline';
import { type AnalyseOptions, snapshotOf, uriOf } from './analyse';
import { parseFixture } from './fixture';

/**
 * Checks the outline of the first file of a fixture. Each expected line is an item, indented by two spaces for each item
 * that it stands below: `kind "words of its selection" name – detail`.
 */
export function expectOutline(fixture: string, expected: string, options: AnalyseOptions = {}): void {
  const { files } = parseFixture(fixture);
  const [file] = files;
  assert.ok(file);
  const snapshot = snapshotOf(Object.fromEntries(files.map(({ path, text }) => [path, text])), options);
  const items = new Outlines().of(snapshot, uriOf(file.path));
  assert.equal(renderOutline(items, file.text), expected.replace(/^\n/, '').trimEnd());
  checkNesting(items, { start: 0, end: file.text.length });
}

/** Checks that items are in order, selections are inside their items, and children inside their parents. */
export function checkNesting(items: readonly OutlineItem[], parent: OutlineItem['span']): void {
  let before = parent.start;
  for (const { name, span, selection, children } of items) {
    assert.notEqual(name.trim(), '');
    assert.ok(before <= span.start && span.start <= selection.start, `${name}: ${span.start}, ${selection.start}`);
    assert.ok(selection.start <= selection.end && selection.end <= span.end, `${name}: the selection is outside`);
    assert.ok(span.end <= parent.end, `${name} ends at ${span.end}, what it is in at ${parent.end}`);
    before = span.start;
    checkNesting(children, span);
  }
}

function renderOutline(items: readonly OutlineItem[], text: string, indent = ''): string {
  return items
    .flatMap(({ kind, name, detail, selection, children }) => [
      `${indent}${kind} "${text.slice(selection.start, selection.end)}" ${name}${detail === undefined ? '' : ` – ${detail}`}`,
      ...(children.length > 0 ? [renderOutline(children, text, `${indent}  `)] : []),
    ])
    .join('\n');
}
