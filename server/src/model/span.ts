/**
 * A stretch of text: UTF-16 offsets, `end` exclusive.
 * What offset 0 is, is said by the owner of the span: the file for spans of a {@link Report} itself, of its header
 * and of roadmaps; the start of the section for every span inside a {@link Section}, so that text before a section
 * can change without anything in the section being touched.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span `by` UTF-16 units further on. */
export function shiftSpan(span: Span, by: number): Span {
  return by === 0 ? span : { start: span.start + by, end: span.end + by };
}

/** Whether `offset` lies in the span, its end included: a cursor behind the last character still touches it. */
export function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** Whether two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
