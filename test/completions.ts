import assert from 'node:assert/strict';
import { complete } from '../server/src/features/completion';
import { describeCompletion } from '../server/src/features/completion-topic';
import type { CompletionItem } from '../server/src/features/feature-types';
import type { AnalysedReport } from '../server/src/model/snapshot';
import { type AnalyseOptions, snapshotOf, uriOf } from './analyse';
import { parseFixture } from './fixture';
import { expandSnippet } from './snippets';

/** Codes that say that a text was not understood. What a completion writes gives none of them. */
const NOT_UNDERSTOOD: readonly string[] = [
  'syntax',
  'value-invalid',
  'report-field-unknown',
  'roadmap-unknown',
  'action-unknown',
  'action-ambiguous',
  'deliverable-unknown',
  'actor-unknown',
  'actor-ambiguous',
  'status-unknown',
  'date-unparsable',
  'date-impossible',
];

/**
 * The completions at the cursor (`$0`) of a fixture, as an editor shows them: those whose filter text begins like what
 * is typed, in their order. Checks of each that it replaces something around the cursor, on its line.
 */
export function expectCompletion(fixture: string, options: AnalyseOptions = {}): CompletionExpectation {
  return new CompletionExpectation(fixture, options);
}

class CompletionExpectation {
  private readonly files: Readonly<Record<string, string>>;
  private readonly path: string;
  private readonly text: string;
  private readonly items: readonly CompletionItem[];

  constructor(
    fixture: string,
    private readonly options: AnalyseOptions,
  ) {
    const { files, cursor } = parseFixture(fixture);
    assert.ok(cursor, 'the fixture has no cursor');
    this.files = Object.fromEntries(files.map((file) => [file.path, file.text]));
    this.path = cursor.path;
    this.text = this.files[cursor.path] ?? '';
    const items = complete(snapshotOf(this.files, options), uriOf(cursor.path), cursor.offset);
    this.items = items
      .filter((item) => this.isShown(item, cursor.offset))
      .sort((a, b) => (a.sortText < b.sortText ? -1 : a.sortText > b.sortText ? 1 : 0));
  }

  /** What is offered, in its order. */
  labels(): readonly string[] {
    return this.items.map(({ label }) => label);
  }

  /** That each of these labels is there. */
  offers(...labels: readonly string[]): this {
    const missing = labels.filter((label) => !this.labels().includes(label));
    assert.deepEqual(missing, [], `offered: ${this.labels().slice(0, 20).join(' | ')}`);
    return this;
  }

  /** That these labels are there and no other, in this order. */
  offersOnly(...labels: readonly string[]): this {
    assert.deepEqual(this.labels(), labels);
    return this;
  }

  /** That these labels come first, in this order. */
  first(...labels: readonly string[]): this {
    assert.deepEqual(this.labels().slice(0, labels.length), labels);
    return this;
  }

  /** That these labels are there in this order, among others. */
  inOrder(...labels: readonly string[]): this {
    assert.deepEqual(
      this.labels().filter((label) => labels.includes(label)),
      labels,
    );
    return this;
  }

  /** That none of these labels is there, and something else is. */
  withholds(...labels: readonly string[]): this {
    assert.notEqual(this.items.length, 0, 'nothing is offered');
    assert.deepEqual(
      labels.filter((label) => this.labels().includes(label)),
      [],
    );
    return this;
  }

  offersNothing(): void {
    assert.deepEqual(this.labels(), []);
  }

  /** What is shown beside a label. */
  shows(label: string, shown: Partial<Pick<CompletionItem, 'description' | 'detail' | 'kind' | 'thenSuggest'>>): this {
    const item = this.item(label);
    const actual = Object.fromEntries(Object.keys(shown).map((key) => [key, item[key as keyof CompletionItem]]));
    assert.deepEqual(actual, shown);
    return this;
  }

  /** That the documentation of a label contains these words. */
  documents(label: string, words: string): this {
    assert.match(this.documentation(label), new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    return this;
  }

  private documentation(label: string): string {
    const snapshot = snapshotOf(this.files, this.options);
    return describeCompletion(snapshot, uriOf(this.path), this.item(label).topic) ?? '';
  }

  /** The text after accepting a label; of several with this label the one of a kind. */
  applied(label: string, kind?: CompletionItem['kind']): AppliedCompletion {
    return this.apply(this.item(label, kind));
  }

  /** That the text is understood after accepting each item, one by one. */
  eachIsUnderstood(): this {
    assert.notEqual(this.items.length, 0, 'nothing is offered');
    for (const item of this.items) {
      this.apply(item).isUnderstood();
    }
    return this;
  }

  private apply(item: CompletionItem): AppliedCompletion {
    const { span, newText } = item.edit;
    const { text, cursor } = item.snippet ? expandSnippet(newText) : { text: newText, cursor: newText.length };
    const result = this.text.slice(0, span.start) + text + this.text.slice(span.end);
    return new AppliedCompletion(
      { ...this.files, [this.path]: result },
      this.path,
      { start: span.start, end: span.start + text.length, cursor: span.start + cursor },
      this.options,
    );
  }

  private item(label: string, kind?: CompletionItem['kind']): CompletionItem {
    const item = this.items.find((one) => one.label === label && (kind === undefined || one.kind === kind));
    assert.ok(item, `“${label}” is not offered, but ${this.labels().slice(0, 20).join(' | ')}`);
    return item;
  }

  private isShown({ label, filterText, edit }: CompletionItem, offset: number): boolean {
    assert.ok(edit.span.start <= offset && offset <= edit.span.end, `“${label}” replaces something else`);
    assert.doesNotMatch(this.text.slice(edit.span.start, edit.span.end), /[\r\n]/, `“${label}” replaces other lines`);
    const typed = this.text.slice(edit.span.start, offset).toLowerCase();
    return filterText.toLowerCase().startsWith(typed);
  }
}

/** A text after a completion was accepted. */
export class AppliedCompletion {
  constructor(
    private readonly files: Readonly<Record<string, string>>,
    private readonly path: string,
    private readonly inserted: { readonly start: number; readonly end: number; readonly cursor: number },
    private readonly options: AnalyseOptions,
  ) {}

  /** That the lines of the insertion are these, with the cursor at `$0`. */
  gives(lines: string): this {
    const text = this.files[this.path] ?? '';
    const { start, end, cursor } = this.inserted;
    const withCursor = `${text.slice(0, cursor)}$0${text.slice(cursor)}`;
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const to = withCursor.indexOf('\n', end + 2);
    assert.equal(withCursor.slice(from, to < 0 ? undefined : to), lines);
    return this;
  }

  /** The report that the text is now. */
  report(): AnalysedReport['report'] {
    const analysed = snapshotOf(this.files, this.options).report(uriOf(this.path));
    assert.ok(analysed);
    return analysed.report;
  }

  /** That no finding says that something was not understood. */
  isUnderstood(): this {
    const findings = snapshotOf(this.files, this.options).findings(uriOf(this.path));
    const bad = findings.filter(({ code }) => NOT_UNDERSTOOD.includes(code)).map(({ message }) => message);
    assert.deepEqual(bad, [], this.files[this.path]);
    return this;
  }
}
