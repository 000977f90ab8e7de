import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { complete } from '../../../server/src/features/completion';
import { describeCompletion } from '../../../server/src/features/completion-topic';
import { hover } from '../../../server/src/features/hover';
import type { FileRole } from '../../../server/src/model/file-role';
import type { AnalysedReport, Snapshot } from '../../../server/src/model/snapshot';
import { snapshotOf, uriOf } from '../../analyse';
import { CountedText } from '../../counted-text';
import { type LongDraft, longDraft } from '../../long-drafts';

/** Rounds of 15 entries: 240 lines, 1,200, and 10,080. */
const [SHORT, LONG, LONGEST] = [1, 5, 42];

/** Most that is read of a text for one answer, in UTF-16 units: the lines of an entry, some of them several times. */
const MOST_READ = 8000;

/** Where drafters ask: the draft's format, the part of it, and the lines with the cursor. */
const COMPLETED: readonly (readonly [Parameters<typeof longDraft>[0], Parameters<typeof longDraft>[2], string])[] = [
  ['markdown', 'entry', '## $0\n'],
  ['markdown', 'entry', '- **Status:** in $0\n'],
  ['markdown', 'entry', '- **Actors:** Europol, $0\n'],
  ['markdown', 'entry', '- **Completed:** $0\n'],
  ['markdown', 'entry', '- **Deadline:** $0\n'],
  ['markdown', 'entry', '**Deliverables**\n\n- $0\n'],
  ['markdown', 'entry', '- Eurojust will (end$0)\n'],
  ['markdown', 'entry', '| Action | Status |\n|---|---|\n| 6 | $0 |\n'],
  ['markdown', 'entry', 'See Action $0 of the roadmap.\n'],
  ['markdown', 'entry', 'Europol met $0\n'],
  ['markdown', 'entry', '```\n$0\n```\n'],
  ['markdown', 'entry', '\n$0\n'],
  ['markdown', 'end', '$0'],
  ['markdown', 'end', '## Action 17$0'],
  ['markdown', 'top', 'as$0\n'],
  ['markdown', 'top', 'scope:\n  actions: [$0]\n'],
  ['yaml', 'entry', '    re$0\n'],
  ['yaml', 'entry', '    reason: see Action $0\n'],
  ['yaml', 'entry', '    completed: $0\n'],
  ['yaml', 'entry', '      - $0\n'],
  ['yaml', 'entry', '  $0\n'],
  ['yaml', 'entry', '  - $0\n'],
  ['yaml', 'entry', '  - action: $0\n'],
  ['yaml', 'entry', '  - action: "6"\n    status: $0\n'],
  ['yaml', 'entry', '  - action: "6"\n    actors:\n      - $0\n'],
  ['yaml', 'entry', '  - action: "6"\n    text: |\n      Action $0\n'],
  ['yaml', 'end', '  - action: $0\n'],
  ['yaml', 'end', 'per$0\n'],
  ['yaml', 'top', 'per$0\n'],
  ['yaml', 'top', 'author: $0\n'],
  ['yaml', 'top', 'scope:\n  except:\n    - $0\n'],
];

const EXPLAINED: typeof COMPLETED = [
  ['markdown', 'entry', '- **Rea$0son:** none\n'],
  ['markdown', 'entry', 'Euro$0just met.\n'],
  ['markdown', 'entry', 'Met on 15 M$0ay 2024.\n'],
  ['markdown', 'entry', 'See Act$0ion 7.\n'],
  ['markdown', 'entry', '## Action 1$06\n'],
  ['markdown', 'top', 'au$0thor: europol\n'],
  ['markdown', 'top', 'author: euro$0pol\n'],
  ['yaml', 'entry', '    follow-$0up: []\n'],
  ['yaml', 'entry', '  - action: "1$06"\n'],
  ['yaml', 'entry', '  - action: "6"\n    status: del$0ayed\n'],
  ['yaml', 'entry', '  - action: "6"\n    deliverables:\n      - deliverable: "6.$01"\n'],
  ['yaml', 'top', 'peri$0od: 2024\n'],
];

describe('completion and hover in a long report', () => {
  for (const [format, where, lines] of COMPLETED) {
    it(`completes ${JSON.stringify(lines)} (${format}, ${where}) as in a short one, from the text around it`, () => {
      const [short, long] = [SHORT, LONG].map((rounds) => completionsIn(longDraft(format, rounds, where, lines)));
      assert.deepEqual(long?.items, short?.items);
      assert.ok((long?.read ?? 0) < MOST_READ, `${long?.read} units read`);
    });
  }

  for (const [format, where, lines] of EXPLAINED) {
    it(`explains ${JSON.stringify(lines)} (${format}, ${where}) as in a short one, from the text around it`, () => {
      const [short, long] = [SHORT, LONG].map((rounds) => hoverIn(longDraft(format, rounds, where, lines)));
      assert.ok(short?.found, 'nothing is explained');
      assert.deepEqual(long?.found, short.found);
      assert.ok((long?.read ?? 0) < MOST_READ, `${long?.read} units read`);
    });
  }

  it('takes no more of 10,000 lines', () => {
    for (const [format, where, lines] of [...COMPLETED.slice(0, 1), ...COMPLETED.slice(-1)]) {
      const { items, read } = completionsIn(longDraft(format, LONGEST, where, lines));
      assert.ok(items.length > 0 && read < MOST_READ, `${read} units read`);
    }
  }).timeout(30_000);

  it('offers something at most of these places', () => {
    const counts = COMPLETED.map(([format, where, lines]) => completionsIn(longDraft(format, SHORT, where, lines)));
    assert.equal(counts.filter(({ items }) => items.length === 0).length, 2);
  });
});

/** The completions at the cursor, with offsets from there and with their documentation; and how much text they took. */
function completionsIn({ path, text, offset }: LongDraft) {
  const { snapshot, counted } = countedSnapshot(path, text);
  const uri = uriOf(path);
  const items = complete(snapshot, uri, offset);
  const { read } = counted;
  return {
    items: items.map(({ edit: { span, newText }, topic, ...item }) => ({
      ...item,
      edit: { start: span.start - offset, end: span.end - offset, newText },
      documentation: topic && describeCompletion(snapshot, uri, topic),
    })),
    read,
  };
}

function hoverIn({ path, text, offset }: LongDraft) {
  const { snapshot, counted } = countedSnapshot(path, text);
  const found = hover(snapshot, uriOf(path), offset);
  return {
    found: found && { ...found, span: { start: found.span.start - offset, end: found.span.end - offset } },
    read: counted.read,
  };
}

/** A snapshot whose report has been read, with a text that counts from now on. */
function countedSnapshot(path: string, text: string): { snapshot: Snapshot; counted: CountedText } {
  const whole = snapshotOf({ [path]: text });
  const read = whole.report(uriOf(path));
  assert.ok(read);
  const counted = new CountedText(text);
  const analysed: AnalysedReport = { ...read, report: { ...read.report, text: counted.text } };
  const { revision, today, settings, roadmaps, actors, kinds } = whole;
  const definitions = { findings: () => [], reportUris: [], roadmapIn: () => undefined, actorsIn: () => [] };
  const roleOf = (): FileRole => (path.endsWith('.md') ? 'markdown-report' : 'yaml-report');
  const reports = { text: () => counted.text, roleOf, report: () => analysed };
  const snapshot = { revision, today, settings, roadmaps, actors, kinds, ...definitions, ...reports };
  return { snapshot, counted };
}
