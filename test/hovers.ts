import assert from 'node:assert/strict';
import type { Hover } from '../server/src/features/feature-types';
import { hover } from '../server/src/features/hover';
import { type AnalyseOptions, snapshotOf, uriOf } from './analyse';
import { parseFixture } from './fixture';

/** The hover at the cursor (`$0`) of a fixture. */
export function expectHover(fixture: string, options: AnalyseOptions = {}): HoverExpectation {
  const { files, cursor } = parseFixture(fixture);
  assert.ok(cursor, 'the fixture has no cursor');
  const snapshot = snapshotOf(Object.fromEntries(files.map(({ path, text }) => [path, text])), options);
  const text = files.find(({ path }) => path === cursor.path)?.text ?? '';
  return new HoverExpectation(text, hover(snapshot, uriOf(cursor.path), cursor.offset));
}

class HoverExpectation {
  constructor(
    private readonly text: string,
    private readonly found: Hover | undefined,
  ) {}

  /** That it is about these words of the text. */
  isOn(words: string): this {
    assert.ok(this.found, 'there is no hover');
    assert.equal(this.text.slice(this.found.span.start, this.found.span.end), words);
    return this;
  }

  /** That these are its paragraphs, in Markdown. */
  says(...paragraphs: readonly string[]): this {
    assert.deepEqual(this.paragraphs(), paragraphs);
    return this;
  }

  /** That these are among its paragraphs, in this order. */
  mentions(...paragraphs: readonly string[]): this {
    const found = this.paragraphs();
    assert.deepEqual(
      found.filter((paragraph) => paragraphs.includes(paragraph)),
      paragraphs,
      found.join('\n'),
    );
    return this;
  }

  isNothing(): void {
    assert.equal(this.found, undefined);
  }

  private paragraphs(): readonly string[] {
    return this.found?.markdown.split(/\n+/) ?? [];
  }
}
