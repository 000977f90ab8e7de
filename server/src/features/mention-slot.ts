import type { ValueSlot } from './slot';

/**
 * The number behind "Action " in running text that starts at `from`, as far as it is typed. `labels` are the roadmaps'
 * labels for actions. Undefined elsewhere.
 */
export function mentionSlot(
  text: string,
  offset: number,
  from: number,
  labels: readonly string[],
): ValueSlot | undefined {
  const before = text.slice(Math.max(from, offset - LONGEST), offset);
  const typed = /[\p{L}\p{N}.]{0,8}$/u.exec(before)?.[0] ?? '';
  const words = before.slice(0, before.length - typed.length);
  if (!labels.some((label) => endsInWord(words, label) || endsInWord(words, `${label}s`))) {
    return undefined;
  }
  const rest = /^[\p{L}\p{N}]*/u.exec(text.slice(offset, offset + LONGEST))?.[0].length ?? 0;
  const span = { start: offset - typed.length, end: offset + rest };
  return { kind: 'value', value: 'mention', format: 'markdown', typed: span, gap: '', listed: [] };
}

const LONGEST = 60;

/** Whether a text ends in a whole word and a space. */
function endsInWord(text: string, word: string): boolean {
  const start = text.length - 1 - word.length;
  const isWhole = start === 0 || !/[\p{L}\p{N}]/u.test(text[start - 1] ?? '');
  return start >= 0 && isWhole && text.startsWith(word, start) && /[ \u00a0]/.test(text[text.length - 1] ?? '');
}
