import type { SentenceDeadline } from './deadlines';

/** "In June as well as in autumn 2024" is one deadline, from the first day to the last. */
export function oneForJoined(text: string, deadlines: readonly SentenceDeadline[]): readonly SentenceDeadline[] {
  const joined: SentenceDeadline[] = [];
  for (const one of deadlines) {
    const before = joined.at(-1);
    const isJoined = before?.date && one.date && JOINT.test(text.slice(before.end, one.start));
    if (!before?.date || !one.date || !isJoined || before.date.earliest === null || one.date.latest === null) {
      joined.push(one);
      continue;
    }
    const date = { ...one.date, edtf: `${before.date.earliest}/${one.date.latest}`, earliest: before.date.earliest };
    const stated = text.slice(before.start, one.end);
    joined[joined.length - 1] = {
      start: before.start,
      end: one.end,
      deadline: { due: date.edtf, stated },
      date,
      check: one.check,
    };
  }
  return joined;
}

const JOINT = /^\s*(?:,|and|or|as well as|and again)\s*(?:in|on|by|at)?\s*(?:the)?\s*$/u;

/** A text without the words of its deadlines. */
export function withoutDates(text: string, deadlines: readonly SentenceDeadline[], offset: number): string {
  let result = text;
  for (const { start, end } of [...deadlines].reverse()) {
    const [from, to] = [start - offset, end - offset];
    if (from >= 0 && to <= text.length) {
      result = result.slice(0, from) + result.slice(to);
    }
  }
  return result
    .replace(/\s+([,;.])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
