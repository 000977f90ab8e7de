import type { TextEdit } from '../model/finding';
import type { Report } from '../model/report';
import { isReadable } from '../model/section';
import { insertion } from '../model/text-edits';
import { lineEndOf, startOfLine } from '../model/text-lines';
import { beginsLine, headerEdits } from './header-lines';
import { yamlScalar } from './yaml-scalar';

/**
 * The edit that leaves an action out of what a report has to cover, in its header (`scope: except:`). Undefined where
 * the scope is written in a way that has no place for it. Offsets (UTF-16) into the file.
 *
 * @param id of the action, as the header is to say it
 */
export function exceptAction(report: Report, id: string, reason: string): TextEdit | undefined {
  const { header, text } = report;
  // What stands in a header that cannot be read is not known.
  if (!isReadable(report)) {
    return undefined;
  }
  const { scope } = header;
  const newLine = lineEndOf(text);
  const item = (indent: string) =>
    `${indent}- action: ${yamlScalar(id)}${newLine}${indent}  reason: ${yamlScalar(reason)}${newLine}`;
  const key = header.keys.find(({ name }) => name === 'scope');
  if (!key) {
    const [edit] = headerEdits(report, [['scope', `${newLine}  except:${newLine}${item('    ')}`.trimEnd()]]);
    return edit && { ...edit, newText: edit.newText.replace('scope: ', 'scope:') };
  }
  const line = /^[^\r\n]*/.exec(text.slice(key.span.start))?.[0] ?? '';
  const inline = `{action: ${yamlScalar(id)}, reason: ${yamlScalar(reason)}}`;
  if (/^["']?scope["']?\s*:\s*\{/.test(line)) {
    const close = /\}\s*(?:#[^\r\n]*)?$/.exec(line)?.index ?? -1;
    const isEmpty = /\{\s*$/.test(line.slice(0, close));
    const list = /\bexcept:\s*\[/.exec(line);
    return close < 0 || /\bexcept:(?!\s*\[)/.test(line)
      ? undefined
      : list
        ? insertion(
            key.span.start + list.index + list[0].length,
            inline + (/^\s*\]/.test(line.slice(list.index + list[0].length)) ? '' : ', '),
          )
        : insertion(key.span.start + close, `${isEmpty ? '' : ', '}except: [${inline}]`);
  }
  if (!beginsLine(text, key) || !/^["']?scope["']?\s*:\s*(?:#.*)?$/.test(line)) {
    return undefined;
  }
  const column = key.span.start - startOfLine(text, key.span.start);
  const below = blockBelow(text, key.span.start + line.length, column);
  if (below.some(({ words }) => /^\s*[^\s#]/.test(words) && !/^\s*(?:-\s|[\w"'-]+\s*:(?:\s|$)|[\]}])/.test(words))) {
    return undefined;
  }
  const except = below.find(({ words }) => /^\s*except\s*:/.test(words));
  const first = scope?.except[0]?.action.span.start;
  if (except && first !== undefined) {
    const at = below.find(({ start, words }) => start <= first && first <= start + words.length);
    const dash = at && /^(\s*)-\s/.exec(at.words);
    if (at && dash && at.start > except.start) {
      return insertion(at.start, item(dash[1] ?? ''));
    }
    const list = /:\s*\[/.exec(except.words);
    return list ? insertion(except.start + list.index + list[0].length, `${inline}, `) : undefined;
  }
  if (except) {
    const indent = /^\s*/.exec(except.words)?.[0] ?? '';
    // Below it may stand what was to be an item and is half typed.
    const next = below[below.indexOf(except) + 1]?.words ?? '';
    const hasValue = !/^\s*#/.test(next) && (next.search(/\S/) > indent.length || /^\s*-/.test(next));
    const isBare = /^\s*except\s*:\s*$/.test(except.words) && !hasValue;
    const end = except.start + except.words.length;
    return isBare ? insertion(end, newLine + item(`${indent}  `).trimEnd()) : undefined;
  }
  const inside = below.find(({ words }) => !/^\s*#/.test(words))?.words ?? '';
  const indent = /^\s*/.exec(inside)?.[0] || ' '.repeat(column + 2);
  // A scope that is a list has no keys.
  if (/^\s*-\s/.test(inside)) {
    return undefined;
  }
  return insertion(
    key.span.start + line.length,
    `${newLine}${indent}except:${newLine}${item(`${indent}  `)}`.trimEnd(),
  );
}

/** The lines below a key that are indented more than it is, up to the first that is not. Blank ones are left out. */
function blockBelow(
  text: string,
  from: number,
  column: number,
): readonly { readonly start: number; readonly words: string }[] {
  const lines: { start: number; words: string }[] = [];
  const pattern = /(?:\r\n|\n)([^\r\n]*)/g;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const words = match[1] ?? '';
    if (words.trim() === '') {
      continue;
    }
    if (words.length - words.trimStart().length <= column) {
      break;
    }
    lines.push({ start: match.index + match[0].length - words.length, words });
  }
  return lines;
}
