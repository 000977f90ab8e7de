import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import actorsText from '../../../data/actors.yaml';
import drugsText from '../../../data/roadmaps/eu-drugs-2023.roadmap.yaml';
import { importRoadmap } from '../../../server/src/import/import-roadmap';
import { readMarkdown } from '../../../server/src/import/read-markdown';
import { createActorRegister } from '../../../server/src/model/actor';
import { type Deliverable, deliverablesOf, type Roadmap } from '../../../server/src/model/roadmap';
import { parseActorsFile } from '../../../server/src/parse/actors-file';
import { isDateProblem } from '../../../server/src/parse/dates';
import { readEdtf } from '../../../server/src/parse/edtf';
import { parseRoadmapFile } from '../../../server/src/parse/roadmap-file';
import { sharedSource } from '../../skip-because';
import { type Measure, measureAll, measureDated, wordsOf } from './measure-import';

// What an import of the real documents finds, against the roadmap that ships and lists made by reading (test/gold/).

const register = createActorRegister(parseActorsFile('builtin:/actors.yaml', actorsText).actors);

function imported(text: string, name: string): Roadmap {
  const result = importRoadmap(readMarkdown(text), { name, actors: register, today: '2026-01-01' });
  const { roadmap, problems } = parseRoadmapFile(`file:///${name}.roadmap.yaml`, result.text);
  assert.deepEqual(problems, []);
  assert.ok(roadmap);
  return roadmap;
}

function curated(): Roadmap {
  const { roadmap } = parseRoadmapFile('builtin:/eu-drugs-2023.roadmap.yaml', drugsText);
  assert.ok(roadmap);
  return roadmap;
}

/** Prints figures, and each difference where IMPORT_DETAILS is set. */
function told(
  name: string,
  { matched, missed, wrong }: Measure,
): { readonly recall: number; readonly precision: number } {
  const recall = matched.length / (matched.length + missed.length);
  const precision = matched.length / (matched.length + wrong.length);
  console.log(
    `      ${name}: recall ${percent(recall)} (${matched.length} of ${matched.length + missed.length}), precision ${percent(precision)} (${matched.length} of ${matched.length + wrong.length})`,
  );
  if (process.env.IMPORT_DETAILS) {
    for (const one of missed) console.log(`        missed ${line(one)}`);
    for (const one of wrong) console.log(`        wrong  ${line(one)}`);
    if (process.env.IMPORT_DETAILS === '2') {
      for (const [a, b] of matched) console.log(`        same   ${line(a)} = ${line(b)}`);
    }
  }
  return { recall, precision };
}

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;
const line = (one: Deliverable) =>
  `${one.id} ${one.title} [${one.actors.join(', ')}] ${one.deadline.due?.edtf ?? one.deadline.stated ?? ''} (${one.source})`;

describe('import of the real documents', () => {
  it('COM(2023) 641: 17 actions with exact titles, areas and actors', function () {
    const found = imported(sharedSource(this, 'com-2023-641.md'), 'com-2023-641.md');
    const expected = curated();
    assert.equal(found.title, expected.title);
    assert.equal(found.date, expected.date);
    assert.equal(found.period?.edtf, expected.period?.edtf);
    assert.deepEqual(found.references, expected.references.slice(0, 1));
    assert.deepEqual(
      found.areas.map(({ title, section }) => ({ title, section })),
      expected.areas.map(({ title, section }) => ({ title, section })),
    );
    const plain = (roadmap: Roadmap) =>
      roadmap.actions.map(({ id, title, area, actors }) => ({
        id,
        title,
        area: roadmap.areas.find((one) => one.id === area)?.title,
        actors,
      }));
    assert.deepEqual(plain(found), plain(expected));
  });

  it('COM(2023) 641: dated deliverables', function () {
    const found = imported(sharedSource(this, 'com-2023-641.md'), 'com-2023-641.md');
    const inActions = told(
      'with a date, in actions',
      measureDated(found, curated(), ({ action }) => action !== undefined),
    );
    const all = told(
      'with a date, commitments too',
      measureDated(found, curated(), () => true),
    );
    told('all', measureAll(found, curated()));
    assert.ok(inActions.recall >= 0.97 && inActions.precision >= 0.97);
    assert.ok(all.recall >= 0.97 && all.precision >= 0.97);
  });

  for (const [name, file] of [
    ['luxembourg', 'luxembourg-action-programme-2015.md'],
    ['coalition', 'coalition-statement-2023.md'],
    ['logrono', 'logrono-discussion-paper-2023.md'],
    ['st-10270-24', 'st-10270-24.md'],
  ] as const) {
    it(`${file}: title, date, areas, actions and commitments`, function () {
      const found = imported(sharedSource(this, file), file);
      const gold = JSON.parse(readFileSync(`test/gold/import-${name}.json`, 'utf8')) as Gold;
      const figures = measureGold(found, gold);
      console.log(`      ${name}: ${figures.text}`);
      if (process.env.IMPORT_DETAILS) console.log(figures.details.map((one) => `        ${one}`).join('\n'));
      assert.ok(isTitle(found.title, gold.title), found.title);
      assert.equal(found.date, gold.date);
    });
  }
});

/** Long titles are written down by their first words only. */
function isTitle(title: string, listed: string): boolean {
  return listed.endsWith(' …') ? title.startsWith(listed.slice(0, -2)) : title === listed;
}

interface Gold {
  readonly title: string;
  readonly date: string;
  readonly areas: readonly string[];
  readonly actions: readonly string[];
  readonly commitments: readonly {
    readonly line: number;
    readonly words: string;
    readonly actors: readonly string[];
    readonly due?: string;
    readonly stated?: string;
    readonly optional?: boolean;
  }[];
}

/**
 * By the line of the source: a commitment of the list is found where something was found on its line that shares a word
 * with it; of several on one line each counts for one. What was found on a line of the list, and is no double, is right.
 */
function measureGold(found: Roadmap, gold: Gold): { readonly text: string; readonly details: readonly string[] } {
  const all: {
    id: string;
    title: string;
    actors: readonly string[];
    deadline: Deliverable['deadline'];
    source?: string;
  }[] = [
    ...found.actions.filter(
      ({ deliverables, title }) =>
        (gold.actions.length === 0 || deliverables.length === 0) && !gold.actions.some((one) => isTitle(title, one)),
    ),
    ...deliverablesOf(found),
  ];
  const lineOf = (source: string | undefined) => Number(/line (\d+)/.exec(source ?? '')?.[1] ?? 0);
  const used = new Set<unknown>();
  const details: string[] = [];
  const tally = { found: 0, needed: 0, dates: 0, withDates: 0, actors: 0, withActors: 0 };
  for (const one of gold.commitments) {
    const words = wordsOf(one.words);
    const candidates = all.filter((other) => !used.has(other) && lineOf(other.source) === one.line);
    const score = (title: string) => [...wordsOf(title)].filter((word) => words.has(word)).length;
    const best = candidates.sort((a, b) => score(b.title) - score(a.title))[0];
    const isFound = best !== undefined && score(best.title) > 0;
    if (isFound) used.add(best);
    if (one.optional) continue;
    tally.needed++;
    if (!isFound) {
      details.push(`missed ${one.line} ${one.words}; there: ${candidates.map(({ title }) => title).join(' | ')}`);
      continue;
    }
    tally.found++;
    if (one.due !== undefined) {
      tally.withDates++;
      const [a, b] = [readEdtf(one.due), best.deadline.due];
      const isSame = !isDateProblem(a) && a.earliest === b?.earliest && a.latest === b?.latest;
      tally.dates += isSame ? 1 : 0;
      if (!isSame) details.push(`date ${one.line} ${one.words}: ${b?.edtf} for ${one.due}`);
    }
    if (one.actors.length > 0) {
      tally.withActors++;
      const action = found.actions.find(({ deliverables }) => deliverables.some(({ id }) => id === best.id));
      const actors = best.actors.length > 0 ? best.actors : (action?.actors ?? []);
      const isSame = one.actors.every((actor) => actors.includes(actor));
      tally.actors += isSame ? 1 : 0;
      if (!isSame) details.push(`actors ${one.line} ${one.words}: ${actors.join(', ')} for ${one.actors.join(', ')}`);
    }
  }
  const right = all.filter((one) => used.has(one)).length;
  for (const one of all.filter((other) => !used.has(other))) {
    details.push(
      `more ${lineOf(one.source)} ${one.title} [${one.actors.join(', ')}] ${one.deadline.due?.edtf ?? one.deadline.stated ?? ''}`,
    );
  }
  const titles = (names: readonly string[], there: readonly string[]) =>
    `${names.filter((name) => there.some((title) => isTitle(title, name))).length} of ${names.length}`;
  for (const name of gold.actions.filter((one) => !found.actions.some(({ title }) => isTitle(title, one))))
    details.push(`no action ${name}`);
  for (const name of gold.areas.filter((one) => !found.areas.some(({ title }) => isTitle(title, one))))
    details.push(`no area ${name}`);
  return {
    text:
      `areas ${titles(
        gold.areas,
        found.areas.map(({ title }) => title),
      )} (${found.areas.length} found), actions ${titles(
        gold.actions,
        found.actions.map(({ title }) => title),
      )} (${found.actions.length} found), ` +
      `commitments ${tally.found} of ${tally.needed}, of ${all.length} found ${right} on the list, dates ${tally.dates} of ${tally.withDates}, actors ${tally.actors} of ${tally.withActors}`,
    details,
  };
}
