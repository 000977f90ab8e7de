import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { type CacheFiles, dayCounted, FindingsCache } from '../../server/src/project/findings-cache';
import { snapshotOf, uriOf } from '../analyse';
import { CLEAN_DRAFT } from '../drafts';

const DAY = '2024-06-03';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** Texts by name, in memory. */
function memory(): CacheFiles & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    read: async (name) => texts.get(name),
    write: async (name, text) => {
      texts.set(name, text);
    },
  };
}

/** Fingerprints of files by URI. */
const filesNow = (files: Readonly<Record<string, string>>) => async (key: string) => files[key];

const open = (files: CacheFiles, circumstances: unknown = ['engine 1']) =>
  FindingsCache.open<string[]>(files, hash, circumstances);

/** Files with two reports kept: `a`, which goes on from `b`, and `c`, which looks for one that is not there. */
async function withKept(): Promise<ReturnType<typeof memory>> {
  const files = memory();
  const cache = await open(files);
  cache.keep(
    'a',
    {
      files: new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
      day: undefined,
    },
    ['found in a\n'],
  );
  cache.keep(
    'c',
    {
      files: new Map([
        ['c', '3'],
        ['gone', undefined],
      ]),
      day: DAY,
    },
    ['found in c \u2028', '“é” 😀'],
  );
  await cache.save();
  return files;
}

const NOW = { a: '1', b: '2', c: '3' };

describe('a cache of findings', () => {
  it('finds what was kept while nothing that it was made of is another', async () => {
    const cache = await open(await withKept());
    assert.deepEqual(await cache.find('a', DAY, filesNow(NOW)), ['found in a\n']);
    assert.deepEqual(await cache.find('a', '2025-01-01', filesNow(NOW)), ['found in a\n']);
    assert.deepEqual(await cache.find('c', DAY, filesNow(NOW)), ['found in c \u2028', '“é” 😀']);
    assert.equal(await cache.find('b', DAY, filesNow(NOW)), undefined);
    assert.equal(await cache.find('a', DAY, filesNow({ ...NOW, a: '0' })), undefined);
    assert.equal(await cache.find('a', DAY, filesNow({ ...NOW, b: '0' })), undefined);
    assert.equal(await cache.find('a', DAY, filesNow({ a: '1' })), undefined);
    assert.equal(await cache.find('c', DAY, filesNow({ ...NOW, gone: '' })), undefined);
    assert.equal(await cache.find('c', '2024-06-04', filesNow(NOW)), undefined);
  });

  it('finds nothing under other circumstances, and what was kept last under the same', async () => {
    const files = await withKept();
    const other = await open(files, ['engine 2']);
    assert.equal(await other.find('a', DAY, filesNow(NOW)), undefined);
    other.keep('a', { files: new Map(), day: undefined }, ['other']);
    await other.save();
    const again = await open(files);
    again.keep('a', { files: new Map([['a', '5']]), day: undefined }, ['newer']);
    assert.deepEqual(await again.find('a', DAY, filesNow({ a: '5' })), ['newer']);
    await again.save();
    const last = await open(files);
    assert.deepEqual(await last.find('a', DAY, filesNow({ a: '5' })), ['newer']);
    assert.equal(await last.find('a', DAY, filesNow(NOW)), undefined);
    assert.deepEqual(await (await open(files, ['engine 2'])).find('a', DAY, filesNow(NOW)), ['other']);
  });

  it('of damaged texts finds what is whole, and never anything else', async () => {
    const whole = await withKept();
    const [[name, text] = ['', '']] = [...whole.texts];
    const damage = fc.oneof(
      fc.nat(text.length).map((end) => text.slice(0, end)),
      fc.nat(text.length).map((start) => text.slice(start)),
      fc
        .tuple(fc.nat(text.length - 1), fc.string({ maxLength: 3 }))
        .map(([at, put]) => text.slice(0, at) + put + text.slice(at + 1)),
      fc.string(),
      fc.constantFrom('', '\n', text + text, text.replaceAll('found', 'lost'), text.split('\n').reverse().join('\n')),
    );
    await fc.assert(
      fc.asyncProperty(damage, async (damaged) => {
        const files = memory();
        files.texts.set(name, damaged);
        const cache = await open(files);
        const [a, c] = [await cache.find('a', DAY, filesNow(NOW)), await cache.find('c', DAY, filesNow(NOW))];
        assert.ok(a === undefined || a[0] === 'found in a\n');
        assert.ok(c === undefined || c[1] === '“é” 😀');
        cache.keep('a', { files: new Map([['a', '1']]), day: undefined }, ['mended']);
        await cache.save();
        assert.deepEqual(await (await open(files)).find('a', DAY, filesNow(NOW)), ['mended']);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps no more than there is room for: what was used last', async () => {
    const files = memory();
    const opened = () => FindingsCache.open<string>(files, hash, [], 3000);
    const first = await opened();
    for (const key of ['a', 'b', 'c']) {
      first.keep(key, { files: new Map(), day: undefined }, 'x'.repeat(700));
    }
    await first.save();
    const second = await opened();
    await second.find('a', DAY, filesNow({}));
    second.keep('d', { files: new Map(), day: undefined }, 'x'.repeat(700));
    await second.save();
    const third = await opened();
    const found = await Promise.all(['a', 'b', 'c', 'd'].map((key) => third.find(key, DAY, filesNow({}))));
    assert.deepEqual(
      found.map((value) => value !== undefined),
      [true, false, true, true],
    );
  });

  it('writes nothing where nothing is new', async () => {
    const files = await withKept();
    const cache = await open({ ...files, write: () => assert.fail('It wrote.') });
    await cache.find('a', DAY, filesNow(NOW));
    await cache.save();
  });
});

describe('the day that findings depend on', () => {
  const dayOf = (draft: string, previous = CLEAN_DRAFT) => {
    const snapshot = snapshotOf({ '/a.report.md': draft, '/before.report.md': previous });
    const analysed = snapshot.report(uriOf('/a.report.md'));
    return analysed && dayCounted(analysed, snapshot.today);
  };
  const undated = CLEAN_DRAFT.replace('date: 2024-06-03\n', '');
  const following = CLEAN_DRAFT.replace('scope:', 'previous: before.report.md\nscope:');

  it('is today where a report or one before it does not say its own', () => {
    assert.equal(dayOf(CLEAN_DRAFT), undefined);
    assert.equal(dayOf(CLEAN_DRAFT.replace('date:', 'as-of:')), undefined);
    assert.equal(dayOf(following), undefined);
    assert.equal(dayOf(undated), DAY);
    assert.equal(dayOf(CLEAN_DRAFT.replace('2024-06-03', 'soon')), DAY);
    assert.equal(dayOf(following, undated), DAY);
  });

  it('is the only one on which findings of other reports are the same', () => {
    const draft = (date: string) =>
      `---\nroadmap: eu-drugs-2023\n${date}---\n\n## Action 6\n\nSince this month, by next year.\n`;
    const found = (text: string, today: string) =>
      snapshotOf({ '/a.report.md': text }, { today }).findings(uriOf('/a.report.md'));
    const dated = draft('date: 2024-01-15\n');
    assert.deepEqual(found(dated, '2024-01-15'), found(dated, '2031-12-01'));
    assert.notDeepEqual(found(draft(''), '2024-01-15'), found(draft(''), '2031-12-01'));
  });
});
