import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createActorRegister } from '../../server/src/model/actor';
import type { Report } from '../../server/src/model/report';
import type { Roadmap } from '../../server/src/model/roadmap';
import type { Suggestion } from '../../server/src/model/suggestion';
import { parseActorsFile } from '../../server/src/parse/actors-file';
import { PreparedContext } from '../../server/src/parse/prepared-context';
import { parseReport } from '../../server/src/parse/report';
import { parseRoadmapFile } from '../../server/src/parse/roadmap-file';
import { type ActionSuggester, createActionSuggester } from '../../server/src/parse/suggest-actions';
import { roadmapOf } from '../roadmap-of';
import { sharedSource } from '../skip-because';

/** A heading, how its section could begin, and what it is about; see test/gold/README.md. */
interface GoldTitle {
  readonly title: string;
  readonly text?: string;
  readonly action?: string;
  /** Absent: the EU drugs roadmap. */
  readonly roadmap?: string;
}

/** A list of headings, and the roadmaps that they are held against. */
interface GoldTitles {
  readonly roadmaps: readonly {
    readonly id: string;
    readonly title: string;
    readonly label: string;
    readonly actions: readonly { readonly action: string; readonly title: string }[];
  }[];
  readonly paraphrases: readonly GoldTitle[];
  readonly unrelated: readonly GoldTitle[];
}

interface GoldList extends GoldTitles {
  readonly byId: ReadonlyMap<string, Roadmap>;
}

const gold = goldList('section-titles');
const blind = goldList('section-titles-blind');
const oceans = goldList('section-titles-oceans');
const tuning = goldList('section-titles-tuning');
/** One for each roadmap, as an editor keeps them. */
const suggesters = new Map<Roadmap, ActionSuggester>();
const further: readonly GoldTitle[] = JSON.parse(readFileSync('test/gold/section-titles-eu-drugs.json', 'utf8'));
const actors = parseActorsFile('test:/actors.yaml', readFileSync('data/actors.yaml', 'utf8')).actors;
const drugsRoadmap = parseRoadmapFile(
  'test:/eu-drugs-2023.roadmap.yaml',
  readFileSync('data/roadmaps/eu-drugs-2023.roadmap.yaml', 'utf8'),
).roadmap;
const context = new PreparedContext({ roadmaps: [], actors: createActorRegister(actors), today: '2024-06-03' });

describe('createActionSuggester on gold lists', () => {
  const guesses = (titles: readonly GoldTitle[], list = gold) =>
    titles.map((one) => ({ ...one, found: guess(one, list) }));
  const main = (suggestions: readonly Suggestion[]) => suggestions.find(({ role }) => role === 'main');

  /** Prints how the list fares, and fails where it is worse than it has to be. */
  const expectAtLeast = (name: string, list: GoldList, least: { right: number; wrong: number; invented: number }) => {
    const paraphrases = guesses(list.paraphrases, list);
    const unrelated = guesses(list.unrelated, list);
    const right = paraphrases.filter(({ found, action }) => found.length === 1 && found[0]?.action === action);
    const wrong = paraphrases.filter(({ found, action }) => found.some((one) => one.action !== action));
    const invented = unrelated.filter(({ found }) => found.length > 0);
    console.log(
      `      ${name}: ${right.length} of ${paraphrases.length} right, ${wrong.length} wrong; ` +
        `about nothing: ${invented.length} of ${unrelated.length} wrong`,
    );
    const titles = [...wrong, ...invented].map(({ title, found }) => `${title} -> ${found[0]?.action}`).join('\n');
    assert.ok(right.length >= least.right, `only ${right.length} right`);
    assert.ok(wrong.length <= least.wrong && invented.length <= least.invented, titles);
  };

  it('is right on 80 % of the paraphrases, and at most twice wrong with what is about nothing', () => {
    expectAtLeast('paraphrases', gold, { right: 0.8 * gold.paraphrases.length, wrong: 1, invented: 1 });
  });

  it('is as good in four fields that it was not made for, on titles mostly without text', () => {
    expectAtLeast('blind list', blind, { right: 35, wrong: 1, invented: 1 });
  });

  it('is as good on a list that was written when all was tuned', () => {
    expectAtLeast('second blind list', oceans, { right: 18, wrong: 1, invented: 1 });
  });

  it('does not get worse on the lists that it was tuned with', () => {
    expectAtLeast('tuning lists', tuning, { right: 195, wrong: 3, invented: 5 });
  });

  it('is quiet about the parts that every report has, whatever they say of drugs and organised crime', () => {
    const parts = tuning.unrelated.filter(({ roadmap }) => roadmap === undefined);
    assert.ok(parts.length >= 40);
    assert.deepEqual(
      guesses(parts, tuning).flatMap(({ title, found }) => found.map(({ action }) => `${title} -> ${action}`)),
      [],
    );
  });

  it('is right on 80 % of further paraphrases, for a roadmap with deliverables, and wrong on none', () => {
    const found = guesses(further);
    const right = found.filter((one) => main(one.found)?.action === one.action);
    const wrong = found.filter((one) => one.found.some(({ action }) => action !== one.action));
    console.log(`      further paraphrases: ${right.length} of ${found.length} right, ${wrong.length} wrong`);
    assert.ok(right.length >= 0.8 * found.length, `only ${right.length} right`);
    assert.deepEqual(
      wrong.map(({ title }) => title),
      [],
    );
  });
});

describe('createActionSuggester on ST 10270/24', () => {
  it('finds what the sections are about, and is quiet about the rest', function () {
    assert.ok(drugsRoadmap);
    const report = read(sharedSource(this, 'st-10270-24.md'), drugsRoadmap);
    const found = suggest(drugsRoadmap)(report);
    const main = report.sections.flatMap((section) => {
      const suggested = found.filter((one) => one.section === section && one.role === 'main');
      return [...section.actions, ...suggested].map(({ action }) => `${section.heading?.text}: ${action}`);
    });
    const passages = found.filter(({ role }) => role === 'passage');
    const show = ({ action, confidence }: Suggestion) => `${action} (${confidence.toFixed(2)})`;
    console.log(
      `      named by title or guessed: ${main.map((one) => one.replace(/.*: /, '')).join(', ')}; guessed ` +
        `${found
          .filter(({ role }) => role === 'main')
          .map(show)
          .join(', ')}; passages ${passages.map(show).join(', ')}`,
    );
    const wanted = ['1', '3', '4', '10', '12', '15', '5', '9', '17'];
    assert.deepEqual(
      main.map((one) => one.replace(/.*: /, '')),
      wanted,
    );
    assert.ok(main.every((one) => !/^(?:Introduction|State of play):/.test(one)));
    assert.deepEqual([...new Set(passages.map(({ action }) => action))].sort(), ['11', '7']);
  });
});

function read(text: string, roadmap: Roadmap): Report {
  return parseReport('test:/report.md', text, 'markdown', context.with({ roadmaps: [roadmap] }));
}

function guess({ title, text, roadmap: id }: GoldTitle, { byId }: GoldList): readonly Suggestion[] {
  const roadmap = id === undefined ? drugsRoadmap : byId.get(id);
  assert.ok(roadmap, `no roadmap ${id}`);
  return suggest(roadmap)(read(`# ${title}\n\n${text ?? ''}\n`, roadmap));
}

function suggest(roadmap: Roadmap): ActionSuggester {
  const suggester = suggesters.get(roadmap) ?? createActionSuggester([roadmap]);
  suggesters.set(roadmap, suggester);
  return suggester;
}

function goldList(name: string): GoldList {
  const titles: GoldTitles = JSON.parse(readFileSync(`test/gold/${name}.json`, 'utf8'));
  const built = titles.roadmaps.map(({ id, title, label, actions: items }) => {
    const named = items.map(({ action, title: words }): [string, string] => [action, words]);
    return [id, roadmapOf(id, named, { title, labels: [label] })] as const;
  });
  return { ...titles, byId: new Map(built) };
}
