import type { TextEdit } from '../model/finding';
import { applyEdits, insertion } from '../model/text-edits';
import { lineEndOf, startOfLine } from '../model/text-lines';
import { parseProjectFile } from '../parse/project-file';
import { readYaml } from '../parse/yaml-document';
import { pairOf, type YamlMap } from '../parse/yaml-node';

/** The text of a project file that does nothing but turn a rule off. */
export function projectFileWithout(code: string): string {
  return `rules:\n  ${code}: off\n`;
}

/**
 * The edit that turns a rule off in a project file, whatever was set; comments and all else stay. Undefined where the
 * file is written in a way that leaves no place for it, or the rule is off already. Offsets are UTF-16, into the text.
 */
export function turnRuleOff(text: string, code: string): TextEdit | undefined {
  const { root } = readYaml(text);
  const before = parseProjectFile('', text).settings;
  const edit = root === undefined ? atEnd(text, code) : root.kind === 'map' ? inMap(text, root, code) : undefined;
  if (!edit || before.rules?.[code] === 'off') {
    return undefined;
  }
  const after = parseProjectFile('', applyEdits(text, [edit])).settings;
  const wanted = { ...before, rules: { ...before.rules, [code]: 'off' } };
  return sameSettings(after, wanted) ? edit : undefined;
}

function inMap(text: string, root: YamlMap, code: string): TextEdit | undefined {
  const rules = pairOf(root, 'rules');
  if (!rules) {
    return atEnd(text, code);
  }
  const { value, key } = rules;
  const newLine = lineEndOf(text);
  if (value === undefined || (value.kind === 'scalar' && value.text === '')) {
    return insertion(endOfLine(text, key.span.end), `${newLine}  ${code}: off`);
  }
  if (value.kind !== 'map') {
    return undefined;
  }
  const set = pairOf(value, code);
  if (set) {
    return { span: set.valueSpan, newText: set.valueSpan.start === set.valueSpan.end ? ' off' : 'off' };
  }
  if (text[value.span.start] === '{') {
    const isEmpty = value.pairs.length === 0;
    return insertion(value.span.start + 1, isEmpty ? `${code}: off` : `${code}: off, `);
  }
  const first = value.pairs[0]?.key.span.start ?? value.span.start;
  const start = startOfLine(text, first);
  return insertion(start, `${text.slice(start, first)}${code}: off${newLine}`);
}

function atEnd(text: string, code: string): TextEdit {
  const newLine = lineEndOf(text);
  const opening = text === '' || /[\r\n\ufeff]$/.test(text) ? '' : newLine;
  return insertion(text.length, `${opening}rules:${newLine}  ${code}: off${newLine}`);
}

function endOfLine(text: string, from: number): number {
  const length = text.slice(from).search(/\r?\n/);
  return length < 0 ? text.length : from + length;
}

function sameSettings(a: object, b: object): boolean {
  const inOrder = (_: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1)))
      : value;
  return JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);
}
