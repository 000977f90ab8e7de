import type { TextEdit } from '../model/finding';
import type { Report, Section } from '../model/report';
import { lineAround } from '../model/text-lines';

/** A change that somebody can choose; its edits are offsets (UTF-16) into the file. */
export interface OfferedEdits {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Makes titles that were pasted without marks headings, where the cursor stands on one: all of them, or this one and
 * those below it. A heading ends the part of a text in which bare titles count, so none is left below one.
 *
 * @param at offset (UTF-16) of the cursor in the file
 */
export function titleHeadings({ format, sections, text }: Report, at: number): readonly OfferedEdits[] {
  const pasted = format === 'markdown' ? sections.filter(({ heading }) => heading?.kind === 'pasted') : [];
  const index = pasted.findIndex(({ start, heading }) => {
    const end = lineAround(text, start + (heading?.span.end ?? 0)).end;
    return titleStart(text, start + (heading?.span.start ?? 0)) <= at && at <= end;
  });
  if (index < 0) {
    return [];
  }
  const edits = pasted.map((section) => headingMark(section, text));
  const below = pasted.length - index - 1;
  const one =
    below === 0
      ? 'Make this title a heading'
      : `Make this title and the ${below === 1 ? 'one' : below} below it headings`;
  return [
    { title: one, edits: edits.slice(index) },
    ...(index > 0 ? [{ title: `Make all ${pasted.length} bare titles headings`, edits }] : []),
  ];
}

function headingMark({ start, heading }: Section, text: string): TextEdit {
  const at = titleStart(text, start + (heading?.span.start ?? 0));
  const words = /^[ \t]*/.exec(text.slice(at))?.[0].length ?? 0;
  return { span: { start: at, end: at + words }, newText: '## ' };
}

/** Where the line of a title starts, behind the mark that a file may begin with. */
function titleStart(text: string, at: number): number {
  const { start } = lineAround(text, at);
  return start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : start;
}
