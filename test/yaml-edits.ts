import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { TextChange } from '../server/src/model/text-change';
import { parseHeader } from '../server/src/parse/header';
import type { PreparedContext } from '../server/src/parse/prepared-context';
import { readYamlReport, type YamlReading } from '../server/src/parse/yaml-report';

/** An edit wherever a text has room for it; numbers are taken modulo what there is. */
export type YamlEdit =
  | { readonly kind: 'replace'; readonly at: number; readonly removed: number; readonly words: string }
  | { readonly kind: 'move' | 'repeat' | 'drop'; readonly from: number; readonly count: number; readonly to: number }
  | { readonly kind: 'undo' };

/** How much was kept over all edits. */
export interface ReuseCount {
  sections: number;
  kept: number;
  edits: number;
  /** Blocks of long texts and items of lists that were there after an edit, and those of them that were not read again. */
  parts: number;
  partsKept: number;
}

export function nothingReused(): ReuseCount {
  return { sections: 0, kept: 0, edits: 0, parts: 0, partsKept: 0 };
}

/**
 * Makes the edits one after the other. After each, reading with the reading before has to give what reading anew gives,
 * and the header read alone has to be the report's.
 *
 * @param count is added to
 */
export function expectSameAfterEdits(
  draft: string,
  edits: readonly YamlEdit[],
  context: PreparedContext,
  count: ReuseCount,
): void {
  let text = draft;
  let reading = readYamlReport('test:/draft.report.yaml', text, context);
  let undo: { readonly text: string; readonly change: TextChange } | undefined;
  for (const edit of edits) {
    const made: { readonly text: string; readonly change: TextChange } =
      edit.kind === 'undo' ? (undo ?? { text, change: NOTHING }) : apply(edit, text);
    undo = { text, change: { start: made.change.start, end: made.change.newEnd, newEnd: made.change.end } };
    const next = readYamlReport('test:/draft.report.yaml', made.text, context, reading, made.change);
    const anew = readYamlReport('test:/draft.report.yaml', made.text, context);
    if (!isDeepStrictEqual(next.report, anew.report)) {
      const edited = JSON.stringify({ before: text, change: made.change, after: made.text });
      assert.deepEqual(next.report, anew.report, edited);
    }
    if (anew.pieces) {
      assert.deepEqual(parseHeader(made.text, 'yaml'), anew.report.header, made.text);
    }
    countKept(reading, next, count);
    text = made.text;
    reading = next;
  }
}

const NOTHING: TextChange = { start: 0, end: 0, newEnd: 0 };

function countKept(before: YamlReading, after: YamlReading, count: ReuseCount): void {
  const known = new Set(before.report.sections.map((section) => section.reading));
  count.edits++;
  count.sections += after.report.sections.length;
  count.kept += after.report.sections.filter((section) => known.has(section.reading)).length;
  const knownParts = new Set(partsOf(before));
  const parts = partsOf(after);
  count.parts += parts.length;
  // One that moved is another object, and counts as read again.
  count.partsKept += parts.filter((part) => knownParts.has(part)).length;
}

/** The parts that keys of entries are kept in. */
function partsOf({ pieces }: YamlReading): readonly object[] {
  const keys = pieces?.items.all().flatMap(({ memory }) => [...memory.keys.values()]) ?? [];
  return keys.flatMap(({ parts: { text, items } }) => [...(text?.read ?? []), ...items]);
}

function apply(
  edit: Exclude<YamlEdit, { kind: 'undo' }>,
  text: string,
): { readonly text: string; readonly change: TextChange } {
  if (edit.kind === 'replace') {
    const start = edit.at % (text.length + 1);
    const end = Math.min(start + edit.removed, text.length);
    return {
      text: text.slice(0, start) + edit.words + text.slice(end),
      change: { start, end, newEnd: start + edit.words.length },
    };
  }
  // Lines that start with a dash, wherever these are: most are whole items.
  const starts = [...text.matchAll(/^ {0,2}- /gm)].map(({ index }) => index);
  const from = edit.from % (starts.length + 1);
  const piece = { start: starts[from] ?? text.length, end: starts[from + edit.count] ?? text.length };
  const words = text.slice(piece.start, piece.end);
  const to = starts[edit.to % (starts.length + 1)] ?? text.length;
  if (edit.kind === 'repeat') {
    return {
      text: text.slice(0, to) + words + text.slice(to),
      change: { start: to, end: to, newEnd: to + words.length },
    };
  }
  if (edit.kind === 'drop' || (to >= piece.start && to <= piece.end)) {
    return {
      text: text.slice(0, piece.start) + text.slice(piece.end),
      change: { start: piece.start, end: piece.end, newEnd: piece.start },
    };
  }
  const start = Math.min(to, piece.start);
  const end = Math.max(to, piece.end);
  const between = to < piece.start ? text.slice(to, piece.start) : text.slice(piece.end, to);
  return {
    text: text.slice(0, start) + (to < piece.start ? words + between : between + words) + text.slice(end),
    change: { start, end, newEnd: end },
  };
}

/** Edits of every kind that the reader of YAML reports has an answer to. */
export function yamlEdits(maxLength: number): fc.Arbitrary<readonly YamlEdit[]> {
  const replace = (words: fc.Arbitrary<string>, removed: fc.Arbitrary<number>): fc.Arbitrary<YamlEdit> =>
    fc.record({ kind: fc.constant('replace' as const), at: fc.nat(), removed, words });
  const typed = replace(fc.constantFrom(...'abc d.-:"#\n', '  ', 'Action 5 ', '\n    '), fc.constant(0));
  const deleted = replace(fc.constant(''), fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 60 })));
  const odd = replace(fc.constantFrom(...ODD), fc.constantFrom(0, 0, 0, 1, 5, 40));
  const whole = fc.record({
    kind: fc.constantFrom('move' as const, 'repeat' as const, 'drop' as const),
    from: fc.nat(),
    count: fc.integer({ min: 1, max: 3 }),
    to: fc.nat(),
  });
  const edit = fc.oneof(
    { weight: 6, arbitrary: typed },
    { weight: 3, arbitrary: deleted },
    { weight: 5, arbitrary: odd },
    { weight: 2, arbitrary: whole },
    { weight: 1, arbitrary: fc.constant({ kind: 'undo' as const }) },
  );
  return fc.array(edit, { minLength: 1, maxLength });
}

/** What turns one thing into another in YAML, and what people type. */
const ODD: readonly string[] = [
  ...['- ', '\n- ', '\n  - ', '\n   - ', '\n    - ', '\n      - ', '\n- action: "4"', '\n  - action: "4"\n', '-'],
  ...['\n - section: a\n', '\n    - action: "5"\n', '\n  - text: |\n', '\n-\n', '\n  -', '- - '],
  ...[
    '\nroadmap: x\n',
    '\nstatus: late\n',
    '\n  status: late\n',
    '\ntext: |\n',
    '\ntitle: "x\n',
    'entries:\n',
    '\nentries:\n',
  ],
  ...[
    '\nentries:',
    '\nentries\n',
    'date: 2030-01-02\n',
    '\ndate: 2029-05\n',
    '\nscope:\n  areas: [water]\n',
    '\nA b: c\n',
  ],
  ...['\n', '\n\n', '\r\n', '\r', '\n\r', '\t', '\n\t', ' \n', '\u2028', '\ufeff', '\u00a0', '😀', '\ud83d'],
  ...[
    '"',
    "'",
    '&a ',
    '*a',
    ' &a x',
    ' *a\n',
    '<<: *a',
    '!t ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '|',
    '>',
    '#',
    ' # c',
    '%',
    '?',
    '? ',
  ],
  ...['\n---\n', '---\n', '\n...\n', '...', '--- # c\n', ': ', ':', 'next:\n      - ', 'text: |\n      '],
  ...[
    '# rapporteur-disable-next-line a -- b\n',
    '\n  # rapporteur-disable-next-line a -- b\n',
    ' # rapporteur-disable-line a',
  ],
  ...[
    '\n# rapporteur-disable x -- y\n',
    '\n  # rapporteur-enable\n',
    '<!-- rapporteur-disable-line a -->',
    '<!--',
    '-->',
  ],
];
