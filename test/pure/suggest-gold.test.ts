import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createActorRegister } from '../../server/src/model/actor';
import type { Report } from '../../server/src/model/report';
import type { Roadmap } from '../../server/src/model/roadmap';
import type { Suggestion } from '../../server/src/model/suggestion';
import { parseActorsFile } from '../../server/src/parse/actors-file';
import { parseMarkdownReport } from '../../server/src/parse/markdown-report';
import { PreparedContext } from '../../server/src/parse/prepared-context';
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

const gold: GoldTitles = JSON.parse(readFileSync('test/gold/section-titles.json', 'utf8'));
const roadmaps = new Map(
  gold.roadmaps.map(({ id, title, label, actions: items }) => [
    id,
    roadmapOf(
      id,
      items.map(({ action, title: words }) => [action, words]),
      { title, labels: [label] },
    ),
  ]),
);
/** One for each roadmap, as an editor keeps them. */
const suggesters = new Map<Roadmap, ActionSuggester>();
const further: readonly GoldTitle[] = JSON.parse(readFileSync('test/gold/section-titles-eu-drugs.json', 'utf8'));
const actors = parseActorsFile('test:/actors.yaml', readFileSync('data/actors.yaml', 'utf8')).actors;
const drugsRoadmap = parseRoadmapFile(
  'test:/eu-drugs-2023.roadmap.yaml',
  readFileSync('data/roadmaps/eu-drugs-2023.roadmap.yaml', 'utf8'),
).roadmap;
const context = new PreparedContext({ roadmaps: [], actors: createActorRegister(actors), today: '2024-06-03' });

describe('suggestActions on gold lists', () => {
  const guesses = (titles: readonly GoldTitle[]) => titles.map((one) => ({ ...one, found: guess(one) }));

  it('is right on 80 % of the paraphrases, and at most twice wrong with what is about nothing', () => {
    const paraphrases = guesses(gold.paraphrases);
    const unrelated = guesses(gold.unrelated);
    const right = paraphrases.filter(({ found, action }) => found.length === 1 && found[0]?.action === action);
    const wrong = paraphrases.filter(({ found, action }) => found.some((one) => one.action !== action));
    const invented = unrelated.filter(({ found }) => found.length > 0);
    console.log(
      `      paraphrases: ${right.length} of ${paraphrases.length} right, ${wrong.length} wrong; ` +
        `about nothing: ${invented.length} of ${unrelated.length} wrong`,
    );
    const titles = [...wrong, ...invented].map(({ title, found }) => `${title} -> ${found[0]?.action}`).join('\n');
    assert.ok(right.length >= 0.8 * paraphrases.length, `only ${right.length} right`);
    assert.ok(wrong.length + invented.length <= 2, titles);
  });

  it('is right on 80 % of further paraphrases, for a roadmap with deliverables, and wrong on none', () => {
    const found = guesses(further);
    const main = (suggestions: readonly Suggestion[]) => suggestions.find(({ role }) => role === 'main');
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

describe('suggestActions on ST 10270/24', () => {
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
  return parseMarkdownReport('test:/report.md', text, context.with({ roadmaps: [roadmap] }));
}

function guess({ title, text, roadmap: id }: GoldTitle): readonly Suggestion[] {
  const roadmap = id === undefined ? drugsRoadmap : roadmaps.get(id);
  assert.ok(roadmap, `no roadmap ${id}`);
  return suggest(roadmap)(read(`# ${title}\n\n${text ?? ''}\n`, roadmap));
}

function suggest(roadmap: Roadmap): ActionSuggester {
  const suggester = suggesters.get(roadmap) ?? createActionSuggester([roadmap]);
  suggesters.set(roadmap, suggester);
  return suggester;
}
