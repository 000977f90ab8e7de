import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readStatus, type StatusDefinition, statusesOf } from '../../server/src/model/status';
import { foldTitle } from '../../server/src/parse/action-titles';
import { WORD } from '../../server/src/parse/english-words';
import { deliverableNamed, singleSpaced } from '../../server/src/parse/fields';
import { nearestNames } from '../../server/src/parse/nearest-name';
import { statusAt } from '../../server/src/parse/status-words';
import { PlacedWords, WordTable } from '../../server/src/parse/word-table';
import { CONTEXT } from './markdown-sample';

/** Characters that the short ways through a text tell apart, and some that they leave to patterns. */
const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('in', 'progress', 'Late', 'delivered', 'on', 'hold', 'K', 'e', 'Port') },
      { weight: 3, arbitrary: fc.constantFrom(' ', ' ', '-', '.', ',', ':', '(', ')', '"', "'", '*', '_', '/', '9') },
      fc.constantFrom(
        '  ',
        '\t',
        '\n',
        '\u00a0',
        '\u2013',
        '\u2011',
        '’',
        '“',
        'é',
        'e\u0301',
        'ſ',
        '\u212a',
        '😀',
        '٣',
      ),
      fc.string({ maxLength: 2 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

const runs = { numRuns: 3_000 };

describe('short ways give what the patterns give', () => {
  it('folds a title', () => {
    const byPatterns = (title: string): string =>
      title
        .normalize('NFC')
        .replace(/[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}/g, '')
        .replace(/[‘’‚‛′]/g, "'")
        .replace(/[“”„‟«»″]/g, '"')
        .replace(/\s*[-‐-―]\s*/g, '-')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^["']\s*(.*\S)\s*["']([.:]?)$/, '$1$2')
        .replace(/\s*[.:;]$/, '')
        .toLowerCase();
    fc.assert(
      fc.property(text, (title) => assert.equal(foldTitle(title), byPatterns(title))),
      runs,
    );
  });

  it('makes white space single', () => {
    fc.assert(
      fc.property(text, (words) => assert.equal(singleSpaced(words), words.trim().replace(/\s+/g, ' '))),
      runs,
    );
  });

  it('finds words', () => {
    const table = new WordTable((written) => written);
    const placed = new PlacedWords<string>();
    fc.assert(
      fc.property(text, (words) => {
        table.readInto(words, placed);
        const found = placed.words.slice(0, placed.count).map((word, index) => [placed.starts[index], word]);
        assert.deepEqual(
          found,
          [...words.matchAll(WORD)].map((match) => [match.index, match[0]]),
        );
        assert.ok(found.every(([start, word], index) => placed.ends[index] === Number(start) + String(word).length));
      }),
      runs,
    );
  });

  it('keeps words apart when it remembers many', () => {
    const table = new WordTable((written, id) => `${written} ${id}`);
    const placed = new PlacedWords<string>();
    const words = Array.from({ length: 9_000 }, (_, index) => `w${index * 7}`);
    table.readInto(words.join(' '), placed);
    const first = placed.words.slice(0, placed.count);
    table.readInto(words.join(', '), placed);
    assert.deepEqual(placed.words.slice(0, placed.count), first);
    assert.deepEqual(
      first,
      words.map((word, index) => `${word} ${index}`),
    );
  });

  it('finds a status at a place', () => {
    const declared: readonly StatusDefinition[] = [
      { status: 'on-hold', as: 'delayed', names: ['on hold', 'à l’étude', 'delivered (in part)', 'late-ish'] },
      { status: 'delayed', as: 'delayed', names: ['Kept waiting', 'late'] },
    ];
    const escaped = (name: string): string =>
      name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/[\s-]+/g, '[\\s‐-―-]+');
    const behindStatus = /^\s*(?:$|[;,.:()–—\n]|-\s|(?:on|at|since|from|because|due to|in(?!\s+part))(?!\p{L})|\d)/iu;
    const byPatterns = (words: string, definitions: readonly StatusDefinition[]) => {
      const lead = /^[^\p{L}\p{N}]*/u.exec(words.slice(0, 20))?.[0] ?? '';
      const names = statusesOf(definitions).flatMap((status) => [status.status, ...status.names]);
      const named = words.slice(lead.length, lead.length + 80);
      for (const name of /[:–—(]/.test(lead) ? [] : names.sort((a, b) => b.length - a.length)) {
        const found = new RegExp(`^${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu').exec(named)?.[0];
        const behind = named.slice(found?.length);
        const reading = found === undefined ? undefined : readStatus(found, definitions);
        if (found && reading && behindStatus.test(behind) && !(/^late$/i.test(found) && /^\s*\d/.test(behind))) {
          return { span: { start: lead.length, end: lead.length + found.length }, reading };
        }
      }
      return undefined;
    };
    const status = fc.constantFrom(
      'in progress',
      'On  hold',
      'LATE',
      'late-ish',
      'à l’étude',
      'ſtarted',
      '\u212aept waiting',
    );
    fc.assert(
      fc.property(text, status, text, fc.constantFrom([], declared), (before, name, behind, definitions) => {
        for (const words of [`${before}${name}${behind}`, `${name}${behind}`, before]) {
          assert.deepEqual(statusAt(words, 0, definitions), byPatterns(words, definitions));
        }
      }),
      runs,
    );
  });

  it('counts two letters that changed places as one slip', () => {
    assert.deepEqual(nearestNames('delviered', ['delayed', 'delivered']), ['delivered']);
    assert.deepEqual(nearestNames('ba', ['ab']), ['ab']);
    assert.deepEqual(nearestNames('late', ['late', 'lat']), ['late']);
  });

  it('finds a deliverable by a title with other dashes, quotation marks and spaces', () => {
    const actions = readReferences(['4', '6']);
    const named = (written: string) => deliverableNamed(written, actions, CONTEXT)?.deliverable.id;
    assert.equal(named(' handbook  FOR pilots.'), '4.1');
    assert.equal(named('Handbook'), undefined);
    assert.equal(named('C1'), 'C1');
    assert.equal(named('conference of ports:'), 'C1');
  });
});

function readReferences(ids: readonly string[]) {
  return ids.map((action) => ({
    roadmap: 'harbours-2030',
    action,
    known: true,
    candidates: [],
    by: 'number' as const,
    span: { start: 0, end: 0 },
  }));
}
