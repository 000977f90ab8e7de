import assert from 'node:assert/strict';
import actorsText from '../../data/actors.yaml';
import coalitionText from '../../data/roadmaps/coalition-2023.roadmap.yaml';
import drugsText from '../../data/roadmaps/eu-drugs-2023.roadmap.yaml';
import luxembourgText from '../../data/roadmaps/luxembourg-2015.roadmap.yaml';
import { createActorRegister } from '../../server/src/model/actor';
import { relationHolders } from '../../server/src/model/related-items';
import { deliverablesOf, type Roadmap } from '../../server/src/model/roadmap';
import { parseActorsFile } from '../../server/src/parse/actors-file';
import { parseRoadmapFile } from '../../server/src/parse/roadmap-file';
import { BUILT_IN_ROOT, builtInFiles } from '../../server/src/project/built-in';
import { snapshotOf } from '../analyse';
import { sharedSource } from '../skip-because';

// What the two documents say, written down by reading them. That of COM(2023) 641 is in roadmap-data.test.ts.

const PARTNERS = ['france', 'belgium', 'luxembourg', 'netherlands'];
const SIGNATORIES = ['belgium', 'france', 'germany', 'italy', 'netherlands', 'spain'];

const LUXEMBOURG = readRoadmap('luxembourg-2015', luxembourgText);
const COALITION = readRoadmap('coalition-2023', coalitionText);

/** The headings of the Luxembourg programme with commitments below them, by part, and how many bullets each has. */
const HEADINGS: readonly (readonly [part: string, area: string, heading: string, bullets: number])[] = [
  ['1', 'information', 'ANPR', 3],
  ['1', 'information', 'Involvement of Europol', 3],
  ['1', 'information', 'Analytical capacity', 4],
  ['1', 'information', 'Intelligence', 2],
  ['2.A', 'common', 'Investigative capacity', 1],
  ['2.A', 'common', 'Joint Investigation Teams', 1],
  ['2.A', 'common', 'Confiscating the proceeds of crime', 3],
  ['2.B', 'drug-trafficking', "Operational magistrates' meetings", 2],
  ['2.B', 'drug-trafficking', 'JHT activities', 5],
  ['2.C', 'mobile-crime', 'Eurojust coordination meetings', 1],
  ['2.C', 'mobile-crime', 'Fine-tuning the cooperation between France, Belgium, Luxembourg and the Netherlands', 4],
];

/** The paragraphs of the coalition's statement that say what is to be done, by the part that a source names. */
const PARAGRAPHS: Readonly<Record<string, readonly number[]>> = {
  opening: [4, 5, 6],
  'horizontal issues': [2, 3, 4, 5, 6],
  'upstream disruption': [2, 3, 4],
  'logistical hubs': [2, 3, 4, 5, 6],
  'money flows': [1, 2, 3, 4],
};

/** The words that open a part. */
const PARTS: readonly (readonly [part: string, words: RegExp])[] = [
  ['horizontal issues', /horizontal issues/],
  ['upstream disruption', /upstream disruption/],
  ['logistical hubs', /logistical hubs more resilient/],
  ['money flows', /disruption of Criminal Money Flows/],
];

/** A title is a name that people use: longer ones are sentences. In words. */
const LONGEST_TITLE = 13;

describe('the action programme of Luxembourg', () => {
  it('has the headings as actions, each in its part', () => {
    assert.equal(LUXEMBOURG.date, '2015-06-16');
    assert.deepEqual(
      LUXEMBOURG.areas.map(({ section }) => section),
      ['1', '2.A', '2.B', '2.C'],
    );
    assert.deepEqual(
      LUXEMBOURG.actions.map(({ id, area, title }) => [id, area, title]),
      HEADINGS.map(([, area, heading], index) => [String(index + 1), area, heading]),
    );
  });

  it('has an item for each bullet', () => {
    const pointed = new Set(deliverablesOf(LUXEMBOURG).flatMap(placesOf));
    for (const [part, , heading, bullets] of HEADINGS) {
      for (let bullet = 1; bullet <= bullets; bullet++) {
        const place = `part ${part}, ${shortened(heading)}, bullet ${bullet}`;
        assert.ok(pointed.has(place), place);
      }
    }
  });

  it('has the partners as actors, and the evaluation after one year', () => {
    assert.ok(PARTNERS.every((partner) => LUXEMBOURG.actions.every(({ actors }) => actors.includes(partner))));
    const evaluation = LUXEMBOURG.commitments.find(({ title }) => /^Evaluation/.test(title));
    assert.deepEqual(evaluation?.actors, PARTNERS);
    assert.equal(evaluation?.deadline.stated, 'one year after starting the operational implementation');
    assert.equal(evaluation?.deadline.due, undefined);
  });

  it('has the two deadlines with their bounds', () => {
    assert.deepEqual(deadlines(LUXEMBOURG), [
      ['9.5', 'In 2015', '2015-01-01', '2015-12-31'],
      ['9.6', 'In 2015', '2015-01-01', '2015-12-31'],
      ['9.9', 'at the latest by January 2016', null, '2016-01-31'],
    ]);
  });

  it('keeps for deadlines the words on time, and no conditions', () => {
    const stated = deliverablesOf(LUXEMBOURG).flatMap(({ id, deadline }) =>
      deadline.stated ? [id, deadline.stated] : [],
    );
    assert.deepEqual(stated, [
      ...['4.1', 'on a regular basis'],
      ...['6.1', 'in the years ahead'],
      ...['8.1', 'at least twice a year'],
      ...['8.3', 'each year'],
      ...['9.5', 'In 2015'],
      ...['9.6', 'In 2015'],
      ...['9.9', 'at the latest by January 2016'],
      ...['11.1', 'periodically'],
      ...['C7', 'one year after starting the operational implementation'],
    ]);
  });

  it('builds on what its source builds on, and follows the plan that its source names', () => {
    assert.deepEqual(
      relationHolders(LUXEMBOURG).flatMap(({ item, relations }) =>
        relations.map(({ to, how, parts }) => [item?.id, how, [to?.text, ...parts.map(({ id }) => id)].join(' ')]),
      ),
      [
        [undefined, 'builds-on', 'Agreement of Rotterdam of 27 February 2014'],
        ['2.4', undefined, 'EMPACT OPC action plan'],
        ['3.3', undefined, 'EMPACT OPC action plan'],
        ['8', 'overlaps', 'eu-drugs-2023 5'],
        ['10.1', 'supports', 'EMPACT OPC action plan'],
        ['11.3', undefined, 'EMPACT OPC action plan'],
        ['11.5', 'builds-on', 'Schengen Agreement'],
        ['11.5', 'overlaps', 'eu-drugs-2023 8'],
        ['C3', 'builds-on', 'Hazeldonk evaluation 2014'],
        ['C5', 'builds-on', 'EMPACT project on organised property crime'],
      ],
    );
  });

  it('has headings, bullets and deadlines as its source has them', function () {
    const source = sharedSource(this, 'luxembourg-action-programme-2015.md');
    const places = placesInProgramme(source);
    const expected = HEADINGS.flatMap(([part, , heading, bullets]) =>
      Array.from({ length: bullets }, (_, index) => `part ${part}, ${shortened(heading)}, bullet ${index + 1}`),
    );
    assert.deepEqual(
      [...places.keys()].filter((place) => place.includes('bullet')),
      expected,
    );
    for (const item of deliverablesOf(LUXEMBOURG)) {
      assertStated(item.id, placesOf(item), places, item.deadline.stated);
    }
  });
});

describe('the statement of the coalition', () => {
  it('has an item for each paragraph that says what is to be done', () => {
    const pointed = new Set([...COALITION.actions, ...deliverablesOf(COALITION)].flatMap(placesOf));
    assert.deepEqual(
      [...pointed].sort(),
      Object.entries(PARAGRAPHS)
        .flatMap(([part, numbers]) => numbers.map((number) => `${part}, paragraph ${number}`))
        .sort(),
    );
  });

  it('numbers the priorities through, each in the area of its part', () => {
    assert.deepEqual(
      COALITION.actions.map(({ id, area }) => `${id} ${area}`),
      [5, 3, 5, 4].flatMap((count, index) =>
        Array.from({ length: count }, (_, at) => {
          const before = [0, 5, 8, 13][index] ?? 0;
          return `${before + at + 1} ${['horizontal', 'upstream', 'hubs', 'money'][index]}`;
        }),
      ),
    );
    assert.deepEqual(COALITION.labels, ['Priority']);
  });

  it('refers to actions 2, 10 and 11 of the multi-annual action plan where its source does', () => {
    const found = relationHolders(COALITION).flatMap(({ item, relations }) =>
      relations
        .filter(({ to }) => to?.text.startsWith('Multi-annual Action Plan'))
        .map(({ parts }) => [item?.source, parts.map(({ id }) => id).join(' ')]),
    );
    assert.deepEqual(found, [
      ['upstream disruption, paragraph 2', '10 11'],
      ['upstream disruption, paragraph 3', '11'],
      ['logistical hubs, paragraph 4', '2'],
      ['logistical hubs, paragraph 5', '2'],
      ['opening, paragraph 4', ''],
    ]);
  });

  it('ties the network of contact magistrates to Action 5 of the EU roadmap', () => {
    const [network] = relationHolders(COALITION).filter(({ item }) => item?.id === '13');
    assert.deepEqual(
      network?.relations.map(({ to, parts }) => [to?.text, parts.map(({ kind, id }) => `${kind} ${id}`)]),
      [['eu-drugs-2023', ['action 5']]],
    );
  });

  it('is what the EU roadmap takes further, as that says of itself', () => {
    const { roadmap } = parseRoadmapFile('builtin:/eu-drugs-2023.roadmap.yaml', drugsText);
    assert.deepEqual(
      roadmap?.relates?.map(({ to, how, parts }) => [to?.text, how, parts]),
      [['coalition-2023', 'builds-on', []]],
    );
  });

  it('names the six who signed', () => {
    assert.deepEqual(COALITION.commitments[0]?.actors, SIGNATORIES);
  });

  it('has paragraphs and deadlines as its source has them', function () {
    const places = placesInStatement(sharedSource(this, 'coalition-statement-2023.md'));
    const parts = Object.keys(PARAGRAPHS);
    for (const part of parts) {
      const numbers = [...places.keys()].flatMap((place) =>
        place.startsWith(`${part}, `) ? [Number(place.split(' ').at(-1))] : [],
      );
      // Considerations before the first part, and the lead-ins of the others, ask for nothing.
      assert.equal(Math.max(...numbers), Math.max(...(PARAGRAPHS[part] ?? [])), part);
    }
    assert.deepEqual(deadlines(COALITION), [['3.2', 'in September', '2023-09-01', '2023-09-30']]);
    for (const item of [...COALITION.actions, ...deliverablesOf(COALITION)]) {
      // Two columns run into one another in the last lines of the text.
      const isTorn = item.id === '17.3';
      assertStated(item.id, placesOf(item), places, isTorn ? undefined : item.deadline.stated);
    }
  });
});

describe('the data that ships', () => {
  it('has no finding: whatever it relates to is there', () => {
    const snapshot = snapshotOf({});
    for (const { uri } of builtInFiles(BUILT_IN_ROOT)) {
      assert.deepEqual(snapshot.findings(uri), [], uri);
    }
  });
});

for (const roadmap of [LUXEMBOURG, COALITION]) {
  describe(`the data of ${roadmap.id}`, () => {
    const items = [...roadmap.actions, ...deliverablesOf(roadmap)];
    const register = createActorRegister(parseActorsFile('builtin:/actors.yaml', actorsText).actors);

    it('says of everything where it stands, and who answers for it', () => {
      assert.deepEqual(
        items.filter(({ source, actors }) => source === undefined || actors.length === 0).map(({ id }) => id),
        [],
      );
    });

    it('names only actors that exist and are no look-alikes', () => {
      const ids = new Set(items.flatMap(({ actors }) => actors));
      assert.deepEqual(
        [...ids].filter((id) => (register.byId(id)?.kind ?? 'other') === 'other'),
        [],
      );
    });

    it('has short titles, each of them once', () => {
      const titles = items.map(({ title }) => title);
      assert.equal(new Set(titles.map((title) => title.toLowerCase())).size, titles.length);
      assert.deepEqual(
        titles.filter((title) => title.split(' ').length > LONGEST_TITLE || /[:;]|\.(?: |$)/.test(title)),
        [],
      );
    });
  });
}

function readRoadmap(id: string, text: string): Roadmap {
  const { roadmap, problems } = parseRoadmapFile(`builtin:/${id}.roadmap.yaml`, text);
  assert.deepEqual(problems, []);
  assert.ok(roadmap);
  assert.deepEqual([roadmap.id, roadmap.numbering], [id, 'own']);
  return roadmap;
}

/** The single places that a `source` names. */
function placesOf({ source }: { readonly source?: string }): readonly string[] {
  return source === undefined ? [] : source.split('; ');
}

function deadlines(roadmap: Roadmap): readonly unknown[] {
  return deliverablesOf(roadmap).flatMap(({ id, deadline: { due, stated } }) =>
    due ? [[id, stated, due.earliest, due.latest]] : [],
  );
}

/** A source names the last heading by its first words: it is a long one. */
function shortened(heading: string): string {
  return heading.replace(/ between France.*/, '');
}

/** That every place is there, and that the words of the deadline stand in one of them. */
function assertStated(
  id: string,
  named: readonly string[],
  places: ReadonlyMap<string, string>,
  stated: string | undefined,
): void {
  const texts = named.map((place) => places.get(place));
  assert.ok(texts.length > 0 && texts.every((text) => text !== undefined), `${id}: ${named.join('; ')}`);
  assert.ok(stated === undefined || texts.some((text) => text?.includes(stated)), `${id}: ${stated}`);
}

/** Headings, paragraphs and bullets of the programme by their place: "part 1, ANPR, bullet 2". */
function placesInProgramme(source: string): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  let part = '';
  let heading = '';
  let counts = { paragraph: 0, bullet: 0 };
  // A bullet is a block of its own, wherever a blank line is missing.
  for (const block of source.split(/\n\s*\n|\n(?=- )/).map(plain)) {
    const title = /^#+ (.*)$/.exec(block)?.[1];
    if (title !== undefined) {
      part = /^\d - /.test(title) ? title.slice(0, 1) : /^[A-C]\. /.test(title) ? `2.${title[0]}` : part;
      part = title === 'Introduction' ? 'introduction' : part;
      heading = /^(?:\d - |[A-C]\. )/.test(title) ? '' : shortened(title);
      counts = { paragraph: 0, bullet: 0 };
      places.set(`part ${part}, ${heading}`, title);
    } else if (part !== '' && block !== '') {
      const last = `${part === 'introduction' ? part : `part ${part}, ${heading}`}, paragraph ${counts.paragraph}`;
      const isCutOff = counts.bullet === 0 && counts.paragraph > 0 && !/[.:]$/.test(places.get(last) ?? '.');
      const kind = block.startsWith('- ') ? 'bullet' : 'paragraph';
      if (isCutOff) {
        places.set(last, `${places.get(last)} ${block}`);
      } else {
        counts[kind]++;
        const where = part === 'introduction' ? part : `part ${part}, ${heading}`;
        places.set(`${where}, ${kind} ${counts[kind]}`, block);
      }
    }
  }
  return places;
}

/** Paragraphs of the statement by their place: "logistical hubs, paragraph 6". */
function placesInStatement(source: string): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  let part = 'opening';
  let paragraph = 0;
  const [, ...blocks] = source.split(/\n\s*\n/).map(plain);
  for (const block of blocks.filter((one) => one !== '')) {
    const last = `${part}, paragraph ${paragraph}`;
    const opened = PARTS.find(([, words]) => words.test(block))?.[0];
    if (opened === undefined && paragraph > 0 && !/[.;:]$/.test(places.get(last) ?? '.') && /^\p{Ll}/u.test(block)) {
      places.set(last, `${places.get(last)} ${block}`);
      continue;
    }
    part = opened ?? part;
    paragraph = opened === undefined ? paragraph + 1 : 1;
    places.set(`${part}, paragraph ${paragraph}`, block);
  }
  return places;
}

/** Without marks of emphasis, and with one space wherever white space stands. */
function plain(text: string): string {
  return text.replace(/\*/g, '').replace(/\s+/g, ' ').trim();
}
