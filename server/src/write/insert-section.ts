import type { TextEdit } from '../model/finding';
import type { Report } from '../model/report';
import { isReadable } from '../model/section';
import type { AnalysedReport } from '../model/snapshot';
import { isInOpenBlock, lineEndOf, startOfLine } from '../model/text-lines';
import { entryStyleOf } from './entry-places';
import { yamlScalar } from './yaml-scalar';

/**
 * The edit that inserts a section that is about no action, with Markdown of one line or several, set off as the others are. Undefined where nothing can be
 * inserted line by line. Offsets (UTF-16) into the file.
 *
 * @param before index of the section that it stands before; the number of sections for the end
 */
export function insertSection(
  analysed: AnalysedReport,
  before: number,
  { title, text: words }: { readonly title: string; readonly text: string },
): TextEdit | undefined {
  const { report } = analysed;
  const style = entryStyleOf(analysed);
  if (!isReadable(report) || !style || (style.format === 'yaml' && report.sections.length === 0)) {
    return undefined;
  }
  const { text, sections } = report;
  const newLine = lineEndOf(text);
  const next = sections[before];
  const last = style.format === 'yaml' ? (sections.at(-1)?.end ?? text.length) : text.length;
  const at = next ? startOfSection(report, before) : last;
  if (style.format === 'markdown' && isInOpenBlock(text, at)) {
    return undefined;
  }
  const indent = style.format === 'yaml' ? ' '.repeat(style.indent) : '';
  const lines =
    style.format === 'yaml'
      ? [`${indent}- section: ${yamlScalar(title)}`, ...yamlText(words, `${indent}  `)]
      : [`${'#'.repeat(levelOf(report))} ${title}`, '', ...words.split('\n')];
  const gap = style.format === 'yaml' ? newLine : newLine + newLine;
  const isAtLine = at === 0 || /[\n\ufeff]/.test(text[at - 1] ?? '');
  const isSetOff = style.format === 'yaml' ? isAtLine : at === 0 || /\n[ \t]*\r?\n[ \t]*$/.test(text.slice(0, at));
  const opening = isSetOff ? '' : isAtLine ? newLine : gap;
  const closing = text.slice(at).trim() === '' ? newLine : gap;
  return { span: { start: at, end: at }, newText: opening + lines.join(newLine) + closing };
}

/** The key `text` with its value, which is a block where it is a list or has several lines. */
function yamlText(words: string, indent: string): readonly string[] {
  const isBlock = /\n|^(?:[-*+]|\d+[.)])\s/.test(words);
  const lines = words.split('\n').map((line) => (line === '' ? '' : `${indent}  ${line}`));
  return isBlock ? [`${indent}text: |`, ...lines] : [`${indent}text: ${yamlScalar(words)}`];
}

/** The start of the line that a section begins in, or of the comments right above it. */
export function startOfSection({ format, sections, text }: Report, index: number): number {
  const section = sections[index];
  let at = startOfLine(text, section?.start ?? text.length);
  const column = (section?.start ?? 0) - at;
  const comment = format === 'yaml' ? new RegExp(`^ {0,${column}}#`) : /^<!--\s*rapporteur-disable-next-line/;
  while (at > 0 && comment.test(text.slice(startOfLine(text, at - 1), at))) {
    at = startOfLine(text, at - 1);
  }
  return at;
}

/** The level of the highest headings below the title of the report. */
function levelOf({ sections }: Report): number {
  const levels = sections.flatMap(({ heading }) =>
    heading?.kind === 'heading' && heading.level > 1 ? heading.level : [],
  );
  return Math.min(6, ...(levels.length > 0 ? levels : [2]));
}
