import type { Report, Section } from '../model/report';
import { lineEndOf } from '../model/text-lines';

/**
 * Where something can be inserted behind a section: the start of a line, before the comments directly above what
 * follows, which belong to that. An offset into the file.
 */
export function endOfSection({ text, format }: Report, section: Section): number {
  const comment = format === 'yaml' ? /^ *#/ : /^<!--(?:(?!-->).)*-->\s*$/;
  // The last lines of a text are its own: nothing follows that a comment could belong to.
  if (section.end === text.length) {
    return section.end;
  }
  let at = text.lastIndexOf('\n', section.end - 1) + 1;
  while (at > section.start) {
    const above = text.lastIndexOf('\n', at - 2) + 1;
    if (above <= section.start || !comment.test(text.slice(above, at))) {
      break;
    }
    at = above;
  }
  return at;
}

/** Lines as a block of their own at an offset that is the start of a line or the end of the text, blank lines around it. */
export function blockAt(text: string, at: number, lines: readonly string[]): string {
  const newLine = lineEndOf(text);
  const before = text.slice(0, at);
  const lead = before === '' || /\n[ \t]*\r?\n$/.test(before) ? '' : /\n$/.test(before) ? newLine : newLine + newLine;
  const tail = at === text.length || /^\s*?\r?\n/.test(text.slice(at)) ? newLine : newLine + newLine;
  return lead + lines.join(newLine) + tail;
}
