import assert from 'node:assert/strict';
import actorsText from '../../data/actors.yaml';
import drugsText from '../../data/roadmaps/eu-drugs-2023.roadmap.yaml';
import { createActorRegister } from '../../server/src/model/actor';
import { deliverablesOf, type Roadmap } from '../../server/src/model/roadmap';
import { createActorMatcher } from '../../server/src/parse/actor-matcher';
import { parseActorsFile } from '../../server/src/parse/actors-file';
import { findDates } from '../../server/src/parse/dates';
import { parseRoadmapFile } from '../../server/src/parse/roadmap-file';
import { sharedSource } from '../skip-because';

// What COM(2023) 641 final says, written down by reading it: a slip in the data has to be made twice to go unseen.

const SOURCE = 'com-2023-641.md';

const AREAS: readonly (readonly [id: string, section: string, title: string])[] = [
  ['ports', '3.1', 'The European Ports Alliance: strengthening the resilience of logistic hubs'],
  ['networks', '3.2', 'Dismantling high-risk criminal networks'],
  ['prevention', '3.3', 'Prevention'],
  ['international', '3.4', 'International cooperation'],
];

/** The main actors are in the order of the source. */
const ACTIONS: readonly (readonly [id: string, area: string, title: string, actors: string])[] = [
  [
    '1',
    'ports',
    'Mobilising the customs community against drug trafficking',
    'commission olaf member-states customs-authorities',
  ],
  [
    '2',
    'ports',
    'Strengthening law enforcement operations in ports',
    'member-states commission olaf europol eurojust eppo',
  ],
  [
    '3',
    'ports',
    'A public-private partnership against drug smuggling and criminal infiltration',
    'commission member-states europol emcdda public-private-stakeholders',
  ],
  [
    '4',
    'networks',
    'Mapping the criminal networks that pose the biggest threats to society',
    'commission member-states europol eurojust cepol',
  ],
  [
    '5',
    'networks',
    'A network of specialised prosecutors and judges to dismantle criminal networks',
    'eurojust europol member-states',
  ],
  ['6', 'networks', 'Facilitating financial investigations', 'commission member-states europol eurojust cepol'],
  ['7', 'networks', 'Facilitating digital investigations', 'commission member-states europol eurojust cepol'],
  [
    '8',
    'networks',
    'Unlocking the potential of Schengen Information System alerts',
    'commission member-states europol',
  ],
  [
    '9',
    'networks',
    'Towards a more robust legal framework against organised crime',
    'commission european-parliament council high-representative',
  ],
  [
    '10',
    'prevention',
    'Preventing organised crime activities through administrative measures',
    'commission member-states europol enaa',
  ],
  [
    '11',
    'prevention',
    'Combating the proliferation of designer precursors',
    'commission european-parliament council emcdda',
  ],
  [
    '12',
    'prevention',
    'Preventing criminal networks from recruiting children and young people',
    'commission member-states local-authorities emcdda eucpn civil-society',
  ],
  [
    '13',
    'prevention',
    'Improving public safety and public health in areas affected by the use and sale of drugs and drug-related crime',
    'commission member-states emcdda',
  ],
  [
    '14',
    'international',
    'Strengthening support to operational anti-drug trafficking operations in West Africa',
    'commission member-states maoc-n europol',
  ],
  [
    '15',
    'international',
    'Boosting EU cooperation with countries in Latin America and the Caribbean in the fight against organised crime',
    'commission europol eurojust member-states',
  ],
  [
    '16',
    'international',
    'Forging alliances to address synthetic drug threats',
    'commission europol emcdda member-states',
  ],
  [
    '17',
    'international',
    'Strengthening law enforcement and judicial cooperation with uncooperative jurisdictions',
    'commission member-states',
  ],
];

/** Everything that has a deadline: the source's words, first day, last day; an open end is null. */
const DEADLINES: readonly (readonly [id: string, words: string, earliest: string | null, latest: string | null])[] = [
  ['1.13', 'as of mid-2024', '2024-07-01', null],
  ['1.14', 'as from 2024', '2024-01-01', null],
  ['1.15', 'as from 2024', '2024-01-01', null],
  ['2.7', 'In 2024-2025', '2024-01-01', '2025-12-31'],
  ['4.3', 'in early 2024', '2024-01-01', '2024-03-31'],
  ['4.5', 'by 2025', null, '2025-12-31'],
  ['6.1', 'by mid-2024', null, '2024-06-30'],
  ['6.9', 'in June 2024', '2024-06-01', '2024-06-30'],
  ['7.2', 'in 2024', '2024-01-01', '2024-12-31'],
  ['7.7', 'in 2024', '2024-01-01', '2024-12-31'],
  ['7.8', 'in 2024', '2024-01-01', '2024-12-31'],
  ['7.9', 'as of November 2023', '2023-11-01', null],
  ['8.5', 'In 2026', '2026-01-01', '2026-12-31'],
  ['9.6', 'in 2024', '2024-01-01', '2024-12-31'],
  ['10.4', 'in 2024', '2024-01-01', '2024-12-31'],
  ['10.5', 'in 2024 and 2025', '2024-01-01', '2025-12-31'],
  ['11.1', 'as from 2024', '2024-01-01', null],
  ['12.4', 'in 2024', '2024-01-01', '2024-12-31'],
  ['12.5', 'in 2024', '2024-01-01', '2024-12-31'],
  ['13.3', 'in 2024', '2024-01-01', '2024-12-31'],
  ['16.5', 'in December 2023', '2023-12-01', '2023-12-31'],
  ['16.7', 'in 2024', '2024-01-01', '2024-12-31'],
  ['C1', 'in 2024 and 2025', '2024-01-01', '2025-12-31'],
  ['C3', 'in 2024', '2024-01-01', '2024-12-31'],
  ['C4', 'in spring 2025', '2025-03-01', '2025-05-31'],
  ['C5', 'on 2 July 2024', '2024-07-02', '2024-07-02'],
  ['C12', 'from 2024-2025', '2024-01-01', '2025-12-31'],
  ['C14', 'for 2024-2025', '2024-01-01', '2025-12-31'],
  ['C23', 'in 2023', '2023-01-01', '2023-12-31'],
  ['C24', 'in early 2024', '2024-01-01', '2024-03-31'],
  ['C25', 'in 2024', '2024-01-01', '2024-12-31'],
  ['C26', 'in 2024', '2024-01-01', '2024-12-31'],
  ['C35', 'for 2023-2025', '2023-01-01', '2025-12-31'],
  ['C37', 'by the end of 2023', null, '2023-12-31'],
];

/** Everything whose deadline is an event or no day: the source's words. */
const EVENTS: readonly (readonly [id: string, words: string])[] = [
  ['4.4', 'regularly'],
  ['5.2', 'Throughout the proceedings'],
  ['6.3', 'Once the AML/CFT legislative package is adopted'],
  ['11.5', 'At a later stage'],
  ['16.8', 'Alongside the next EU-China Dialogue on Drugs'],
  ['C38', 'by the end of the legislature'],
  ['C39', 'by the end of the legislature'],
  ['C40', 'by the end of the legislature'],
  ['C41', 'by the end of the legislature'],
  ['C42', 'by the end of the legislature'],
  ['C43', 'by the end of the legislature'],
];

/** How many deliverables each action has, and how many commitments stand outside the actions. */
const COUNTS = [15, 10, 9, 6, 7, 9, 9, 5, 7, 5, 9, 5, 4, 6, 9, 8, 5];
const COMMITMENTS = 44;

/** A title is a name that people use: longer ones are sentences. In words. */
const LONGEST_TITLE = 13;

describe('the roadmap COM(2023) 641', () => {
  const roadmap = readRoadmap();
  const items = deliverablesOf(roadmap);
  const register = createActorRegister(parseActorsFile('builtin:/actors.yaml', actorsText).actors);

  it('has the title, references, day and period of the source', () => {
    assert.equal(roadmap.title, 'EU roadmap to fight drug trafficking and organised crime');
    assert.deepEqual(roadmap.references, ['COM(2023) 641 final', 'ST 14114/23']);
    assert.deepEqual(
      [roadmap.date, roadmap.period?.earliest, roadmap.period?.latest],
      ['2023-10-18', '2024-01-01', '2025-12-31'],
    );
  });

  it('has the four priority areas', () => {
    assert.deepEqual(
      roadmap.areas.map((area) => [area.id, area.section, area.title]),
      AREAS,
    );
  });

  it('has the 17 actions with their exact titles, areas and main actors', () => {
    assert.deepEqual(
      roadmap.actions.map((action) => [action.id, action.area, action.title, action.actors.join(' ')]),
      ACTIONS,
    );
  });

  it('has everything that the source promises', () => {
    assert.deepEqual(
      roadmap.actions.map((action) => action.deliverables.length),
      COUNTS,
    );
    assert.equal(roadmap.commitments.length, COMMITMENTS);
  });

  it('has every deadline with the words and the bounds of the source', () => {
    assert.deepEqual(
      items
        .filter((item) => item.deadline.due)
        .map(({ id, deadline: { stated, due } }) => [id, stated, due?.earliest, due?.latest]),
      DEADLINES,
    );
  });

  it('has every event with its words and without a day', () => {
    assert.deepEqual(
      items
        .filter(({ deadline: { stated, due } }) => stated !== undefined && due === undefined)
        .map(({ id, deadline }) => [id, deadline.stated]),
      EVENTS,
    );
  });

  it('reads the words of every deadline as the table does', () => {
    assert.deepEqual(
      DEADLINES.map(([id, words]) => {
        const [found] = findDates(words, '2023-10-18');
        return [id, words, found?.date.earliest, found?.date.latest];
      }),
      DEADLINES,
    );
  });

  it('says of everything where it stands in the source', () => {
    const place =
      /^(?:(?:section \d(?:\.\d)?, (?:Action \d+, )?paragraph \d+|footnotes? \d+(?: (?:and|to) \d+)?)(?:; |$))+$/;
    for (const { id, action, source } of items) {
      assert.match(source ?? '', place, id);
      const section = AREAS.find(([area]) => area === roadmap.actions.find((one) => one.id === action)?.area)?.[1];
      assert.ok(action === undefined || source?.startsWith(`section ${section}, Action ${action}, paragraph`), id);
    }
  });

  it('has short titles, each of them once', () => {
    const titles = items.map(({ title }) => title);
    assert.equal(new Set(titles.map((title) => title.toLowerCase())).size, titles.length);
    assert.deepEqual(
      titles.filter((title) => title.split(' ').length > LONGEST_TITLE || /[:;]|\.(?: |$)/.test(title)),
      [],
    );
  });

  it('names only actors that exist and are no look-alikes', () => {
    const ids = new Set([...roadmap.actions, ...items].flatMap(({ actors }) => actors));
    assert.deepEqual(
      [...ids].filter((id) => (register.byId(id)?.kind ?? 'other') === 'other'),
      [],
    );
    assert.deepEqual(
      roadmap.commitments.filter(({ actors }) => actors.length === 0),
      [],
    );
  });

  describe('beside its source', () => {
    it('has the titles of actions and areas as they stand there', function () {
      const source = plain(sharedSource(this, SOURCE));
      for (const [id, , title] of ACTIONS) {
        assert.ok(source.includes(`Action ${id}: ${title}`), id);
      }
      for (const [, section, title] of AREAS) {
        assert.match(source, new RegExp(`${section.replace('.', '\\.')}\\. ?${title}`));
      }
    });

    it('has the main actors that each action names, in their order', function () {
      const source = sharedSource(this, SOURCE);
      const matcher = createActorMatcher(register);
      for (const [id, , , actors] of ACTIONS) {
        const behind = source.slice(source.indexOf(`\nAction ${id}: `));
        const line = /Main (?:EU )?actors: (.*)/.exec(behind)?.[1] ?? '';
        const named = matcher(line, []).map(({ actor }) => actor);
        assert.equal(named.join(' '), actors, id);
      }
    });

    it('points to paragraphs and footnotes that exist, and states every deadline in words that stand there', function () {
      const places = placesOf(sharedSource(this, SOURCE));
      for (const { id, source, deadline } of items) {
        const texts = (source ?? '')
          .split('; ')
          .flatMap(placesIn)
          .map((place) => places.get(place));
        assert.ok(texts.length > 0 && texts.every((text) => text !== undefined), `${id}: ${source}`);
        assert.ok(
          texts.some((text) => text?.includes(deadline.stated ?? '')),
          `${id}: ${deadline.stated}`,
        );
      }
    });
  });
});

function readRoadmap(): Roadmap {
  const { roadmap, problems } = parseRoadmapFile('builtin:/eu-drugs-2023.roadmap.yaml', drugsText);
  assert.deepEqual(problems, []);
  assert.ok(roadmap);
  return roadmap;
}

/** The single places that a `source` names: "footnotes 69 to 71" are three. */
function placesIn(source: string): readonly string[] {
  const [, first, link, last] = /^footnotes (\d+) (and|to) (\d+)$/.exec(source) ?? [];
  if (first === undefined || last === undefined) {
    return [source];
  }
  const numbers = link === 'and' ? [first, last] : range(Number(first), Number(last));
  return numbers.map((number) => `footnote ${number}`);
}

/**
 * The paragraphs and footnotes of the source by their place, as in "section 3.1, Action 2, paragraph 3" and
 * "footnote 21". A paragraph that a page break cuts in two goes on with the block that follows the footnotes, and so
 * does a footnote that ends with "and".
 */
function placesOf(source: string): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  let section = '';
  let part = '';
  let paragraph = 0;
  let open = '';
  for (const block of source.split(/\n\s*\n/).map((one) => one.trim())) {
    const heading = /^(\d(?:\.\d)?)\. ?\p{Lu}/u.exec(block)?.[1];
    const action = /^Action (\d+): /.exec(block)?.[1];
    const current = `${part}, paragraph ${paragraph}`;
    if (heading !== undefined || action !== undefined) {
      section = heading ?? section;
      part = `section ${section}${action === undefined ? '' : `, Action ${action}`}`;
      paragraph = 0;
    } else if (RAISED.test(block)) {
      for (const note of block.split(/\n(?=[⁰¹²³⁴-⁹])/)) {
        places.set(`footnote ${lowered(note)}`, plain(note));
      }
      open = block.endsWith(' and') ? `footnote ${lowered(block)}` : '';
    } else if (open !== '') {
      places.set(open, `${places.get(open)} ${plain(block)}`);
      open = '';
    } else if (paragraph > 0 && !/[.!?]$/.test(places.get(current) ?? '')) {
      places.set(current, `${places.get(current)} ${plain(block)}`);
    } else if (!block.startsWith('Main ')) {
      paragraph++;
      places.set(`${part}, paragraph ${paragraph}`, plain(block));
    }
  }
  return places;
}

/** Without marks of emphasis and raised numbers, and with one space wherever white space stands. */
function plain(text: string): string {
  return text
    .replace(/\*|[⁰¹²³⁴-⁹]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const RAISED = /^[⁰¹²³⁴-⁹]/;

/** The number of a footnote: "²¹ Funded" is 21. */
function lowered(note: string): string {
  return [...(/^[⁰¹²³⁴-⁹]+/.exec(note)?.[0] ?? '')].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('');
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
