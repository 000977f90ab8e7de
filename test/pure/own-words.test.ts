import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import actorsText from '../../data/actors.yaml';
import drugsText from '../../data/roadmaps/eu-drugs-2023.roadmap.yaml';
import { namesOf } from '../../server/src/model/actor';
import { parseActorsFile } from '../../server/src/parse/actors-file';
import { parseRoadmapFile } from '../../server/src/parse/roadmap-file';
import { sharedSource } from '../skip-because';

// Facts, names and titles carry over from the source documents; their sentences do not.

const SOURCES = [
  'com-2023-641.md',
  'st-10270-24.md',
  'logrono-discussion-paper-2023.md',
  'coalition-statement-2023.md',
  'luxembourg-action-programme-2015.md',
];

/** All text of the project. */
const OURS = ['data/**', 'docs/**', 'test/**', 'schemas/**', 'snippets/**', 'server/src/**', 'client/src/**', '*.md'];

/** So many words in a row that stand in a source as well are taken over. */
const RUN = 12;

/** Of the words of a run, so many may be outside the names, dates and numbers in it: "and", "of the". */
const MOST_OWN = 3;

describe('the project’s own words', () => {
  it(`share no ${RUN} words in a row with a source, but for names and titles`, function () {
    const runs = runsOf(SOURCES.map((name) => sharedSource(this, name)));
    const files = globSync(OURS);
    assert.ok(files.length > 100, 'the files were not found');
    assert.deepEqual(
      files.flatMap((file) => takenOver(readFileSync(file, 'utf8'), runs).map((words) => `${file}: ${words}`)),
      [],
    );
  });

  it('sees every sentence that is taken over', function () {
    const source = sharedSource(this, SOURCES[0] ?? '');
    const runs = runsOf([source]);
    const sentences = source.match(/(?<=\. )\p{Lu}[^.\d]{120,400}\./gu) ?? [];
    assert.ok(sentences.length > 50, `only ${sentences.length} sentences`);
    const unseen = sentences.filter((sentence) => takenOver(`Some words. ${sentence}`, runs).length === 0);
    assert.deepEqual(unseen, []);
  });

  it('lets names, titles and acts be', function () {
    const source = sharedSource(this, SOURCES[0] ?? '');
    const runs = runsOf([source]);
    const acts = source.match(/Regulation \(EU\) [^;,]{0,80} of \d+ \p{L}+ \d{4} (?:on|establishing)\s[^(.,]*/gu) ?? [];
    assert.ok(acts.length > 3, `only ${acts.length} acts`);
    for (const text of [...titles().map((title, index) => `## Action ${index + 1}: ${title}\n`), ...acts]) {
      assert.deepEqual(takenOver(text, runs), [], text);
    }
  });
});

interface Word {
  readonly text: string;
  readonly start: number;
}

/** Every run of words of some texts. */
function runsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.map(wordsOf).flatMap((words) => words.slice(RUN - 1).map((_, index) => runAt(words, index))));
}

/** What a text takes over: stretches of words that stand in the same order in a source. */
function takenOver(text: string, runs: ReadonlySet<string>): readonly string[] {
  const words = wordsOf(text);
  const starts = words.slice(RUN - 1).flatMap((_, index) => (runs.has(runAt(words, index)) ? [index] : []));
  if (starts.length === 0) {
    return [];
  }
  const isFact = factsIn(text, words);
  const taken = starts.filter((start) => {
    const own = words.slice(start, start + RUN).filter((_, index) => !isFact[start + index]);
    return own.length > MOST_OWN;
  });
  // Runs that overlap are one stretch: it is told by its first run.
  return taken.filter((start, index) => start !== (taken[index - 1] ?? -2) + 1).map((start) => runAt(words, start));
}

/** For each word whether it is a number, or stands in a name, a title, a date, an act's name or a web address. */
function factsIn(text: string, words: readonly Word[]): readonly boolean[] {
  const facts = words.map((word) => /^\d+$/.test(word.text));
  for (const [index, { text: first }] of words.entries()) {
    for (const name of NAMES.get(first) ?? []) {
      if (name.every((word, offset) => words[index + offset]?.text === word)) {
        facts.fill(true, index, index + name.length);
      }
    }
  }
  const spans = [ADDRESS, DAY, ACT].flatMap((pattern) => [...text.matchAll(pattern)]);
  return facts.map(
    (isFact, index) =>
      isFact ||
      spans.some((span) => {
        const start = words[index]?.start ?? 0;
        return span.index <= start && start < span.index + span[0].length;
      }),
  );
}

const ADDRESS = /https?:\/\/\S+/gu;
const DAY = /\b\d{1,2}\s+\p{Lu}\p{L}+\s+\d{4}\b/gu;

/** An act from its kind to its day, and the title behind it. */
const ACT =
  /\b(?:Regulation|Directive|Decision)\b[^.;]{0,40}?\d+\/\d+[^.;]{0,60}?\bof\s+\d{1,2}\s+\p{L}+\s+\d{4}(?:\s+(?:on|establishing)\s[^.,;'"”’`()\]]*)?/gu;

/** Names of actors and titles in words, by their first word. */
const NAMES = namesByFirstWord();

function namesByFirstWord(): ReadonlyMap<string, readonly (readonly string[])[]> {
  const { actors } = parseActorsFile('builtin:/actors.yaml', actorsText);
  const byFirst = new Map<string, string[][]>();
  for (const name of [...titles(), ...actors.flatMap(namesOf)]) {
    const words = wordsOf(name).map(({ text }) => text);
    const first = words[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), words]);
  }
  return byFirst;
}

function titles(): readonly string[] {
  const { roadmap } = parseRoadmapFile('builtin:/eu-drugs-2023.roadmap.yaml', drugsText);
  assert.ok(roadmap);
  return [...roadmap.actions, ...roadmap.areas, roadmap].map(({ title }) => title);
}

function runAt(words: readonly Word[], index: number): string {
  return words
    .slice(index, index + RUN)
    .map(({ text }) => text)
    .join(' ');
}

/** The words of a text in lower case; marks of emphasis, raised numbers and signs are none. */
function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{Nd}]+/gu)].map((match) => ({ text: match[0].toLowerCase(), start: match.index }));
}
