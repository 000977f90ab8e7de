import { composeChanges, type TextChange } from '../server/src/model/text-change';

/** What a drafter, or a cat on the keyboard, may put in. */
const PIECES = [
  '\n',
  '\n\n',
  '\r\n',
  ' ',
  '  ',
  'a',
  'é',
  '😀',
  '#',
  '## ',
  '### Action 7\n',
  '## Actions 3 and 99\n',
  '- ',
  '**',
  '- **Status:** ',
  'delivered',
  'in progress',
  '- **Actors:** Europol, Eurojust\n',
  '|',
  '| Action | Status |\n|---|---|\n| 4 | done |\n',
  '```\n',
  '<!--',
  '-->',
  '<!-- rapporteur-disable-next-line action-unknown -- test -->\n',
  '---\n',
  'roadmap: eu-drugs-2023\n',
  'by mid-2024',
  '31 June 2024',
  'ST 9999/24',
  'EMCDDA',
  '\t',
  '"',
  "'",
  ':',
  ': ',
  '[',
  ']',
  '{',
  '}',
  '&a ',
  '*a',
  '  - action: "8"\n',
  '    status: ',
  'entries:\n',
  '    text: |\n',
  '# rapporteur-disable-file\n',
  '[^1]',
  '[^1]: note\n',
  '>',
  '~',
  '%',
  '!',
  '\u2028',
  '\u0000',
] as const;

/** An edit: the text from `start` to `end` becomes `insert`. Offsets in UTF-16 units. */
export interface RandomEdit {
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

/**
 * Replaces up to 30 characters by a piece; now and then moves some of the text instead. Keeps the text near its usual
 * length.
 */
export function randomEdit(text: string, random: () => number, usual: number): RandomEdit {
  const start = Math.floor(random() * (text.length + 1));
  const isMove = random() < 0.05;
  const most = isMove ? 200 : text.length > usual ? 30 : 6;
  const end = Math.min(text.length, start + Math.floor(random() * most));
  const from = Math.floor(random() * (text.length + 1));
  const insert = isMove
    ? text.slice(from, from + (text.length > usual ? 60 : 200))
    : (PIECES[Math.floor(random() * PIECES.length)] ?? '');
  return { start, end, insert };
}

/** The text after an edit. */
export function edited(text: string, { start, end, insert }: RandomEdit): string {
  return text.slice(0, start) + insert + text.slice(end);
}

/** What some edits, made one after the other, changed together. At least one. */
export function changeOf(edits: readonly RandomEdit[]): TextChange {
  const changes = edits.map(({ start, end, insert }) => ({ start, end, newEnd: start + insert.length }));
  return changes.reduce(composeChanges);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
