import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createActorRegister } from '../../server/src/model/actor';
import type { Report } from '../../server/src/model/report';
import type { Roadmap } from '../../server/src/model/roadmap';
import { stemOf } from '../../server/src/parse/english-stems';
import { readWord } from '../../server/src/parse/english-words';
import { parseReport } from '../../server/src/parse/report';
import { createActionSuggester } from '../../server/src/parse/suggest-actions';
import { expectLinearTime } from '../linear-time';
import { roadmapOf } from '../roadmap-of';

const place = { span: { start: 0, end: 0 }, idSpan: { start: 0, end: 0 } };

const bare = roadmapOf('rivers-2030', [
  ['1', 'Restoring wetlands along the great rivers'],
  ['2', 'A register of dams and weirs'],
  ['3', 'Fewer pesticides on farmland beside streams'],
  ['4', 'Teaching schoolchildren about river ecology'],
  ['5', 'Night work at locks'],
]);
const rivers: Roadmap = {
  ...bare,
  areas: [{ id: 'water', title: 'Clean water for everybody', span: place.span }],
  actions: bare.actions.map((action) =>
    action.id === '3'
      ? {
          ...action,
          area: 'water',
          deliverables: [
            {
              id: '3.1',
              action: '3',
              title: 'Guide to buffer strips of hedges and grass',
              actors: [],
              deadline: {},
              ...place,
            },
          ],
        }
      : action,
  ),
};
const trams = roadmapOf('trams', [
  ['1', 'Barrier-free tram stops'],
  ['2', 'Quieter wheels'],
]);

describe('createActionSuggester', () => {
  it('finds the action that a heading paraphrases', () => {
    assert.deepEqual(mainOf('# Bringing back wetlands at our rivers\n\nWork went on.'), ['1']);
    assert.deepEqual(mainOf('# Less pesticide use by farmers\n\nFarmland at streams was looked at.'), ['3']);
  });

  it('finds it by synonyms and by the text', () => {
    assert.deepEqual(mainOf('# Lessons for pupils\n\nPupils learned about the ecology of their river.'), ['4']);
    assert.deepEqual(mainOf('# In the classroom\n\nStudents in schools were taught river ecology.'), ['4']);
  });

  it('is quiet about headings that share a single word or none', () => {
    assert.deepEqual(mainOf('# Night of the museums\n\nMany came.'), []);
    assert.deepEqual(mainOf('# Introduction\n\nThis report is about last year.'), []);
    assert.deepEqual(mainOf('# Budget and staff\n\nThree people joined.'), []);
  });

  it('is quiet where two actions fit about as well', () => {
    const twins = roadmapOf('twins', [
      ['1', 'Cleaner ferries in northern harbours'],
      ['2', 'Cleaner ferries in southern harbours'],
    ]);
    assert.deepEqual(mainOf('# Cleaner ferries in our harbours\n\nThey were cleaned.', twins), []);
    assert.deepEqual(mainOf('# Cleaner ferries in the southern harbours\n\nThey were cleaned.', twins), ['2']);
  });

  it('is quiet about parts of a report, and about meetings and offices, whatever they share with an action', () => {
    const plan = roadmapOf('plan', [
      ['1', 'Towards a better legal framework for lakes'],
      ['2', 'Training of lock keepers'],
      ['3', 'Workshop on eels'],
    ]);
    assert.deepEqual(mainOf('# Legal framework\n\nThe Treaty says who does what about lakes.', plan), []);
    assert.deepEqual(mainOf('# A better legal framework for our lakes', plan), ['1']);
    assert.deepEqual(mainOf('# Lunch at the lock', plan), []);
    assert.deepEqual(mainOf('# Eels: the workshop', plan), ['3']);
  });

  it('takes little notice of the name of the roadmap', () => {
    const plan = roadmapOf(
      'lakes',
      [
        ['1', 'Cleaner lakes for swimmers'],
        ['2', 'Boats without engines'],
      ],
      { title: 'Cleaner lakes for swimmers plan' },
    );
    assert.deepEqual(mainOf('# The cleaner lakes for swimmers plan: past and future', plan), []);
    assert.deepEqual(mainOf('# The cleaner lakes for swimmers plan: boats without engines', plan), ['2']);
  });

  it('finds abbreviations in words and words in abbreviations, names, and compounds however written', () => {
    const plan = roadmapOf('forms', [
      ['1', 'Rules on controlled foreign companies'],
      ['2', 'Funding of the IOLR'],
      ['3', 'New version of Aquabase'],
      ['4', 'Better riverbank care'],
    ]);
    assert.deepEqual(mainOf('# CFCs: first cases', plan), ['1']);
    assert.deepEqual(mainOf('# The International Office for Lakes and Rivers', plan), ['2']);
    assert.deepEqual(mainOf('# Aquabase relaunched', plan), ['3']);
    assert.deepEqual(mainOf('# Care of the river-bank', plan), ['4']);
  });

  it('finds the action by the title of a deliverable', () => {
    assert.deepEqual(mainOf('# A guide to hedges and buffer strips'), ['3']);
  });

  it('counts a word that fits two words of a title once', () => {
    const plan = roadmapOf('skills', [
      ['1', 'Recognition of skills, competences and qualifications of boatmen'],
      ['2', 'Fewer noises at night'],
    ]);
    assert.deepEqual(mainOf('# Skills of the drafting team', plan), []);
    assert.deepEqual(mainOf('# Recognising qualifications of boatmen', plan), ['1']);
  });

  it('leaves sections alone that name an action, in the heading, the text or a table', () => {
    assert.deepEqual(suggestions('# Action 2: Bringing back wetlands at our rivers\n\nWork went on.'), []);
    assert.deepEqual(suggestions('# Bringing back wetlands at our rivers\n\nWork on Action 2 went on.'), []);
    assert.deepEqual(
      suggestions('# Bringing back wetlands at our rivers\n\n| Action | Status |\n| --- | --- |\n| 1 | ongoing |\n'),
      [],
    );
  });

  it('leaves text without a heading alone', () => {
    assert.deepEqual(suggestions('Bringing back wetlands along the great rivers is hard.'), []);
  });

  it('leaves headings of groups and of areas alone', () => {
    assert.deepEqual(suggestions('# Restoring wetlands and rivers\n\n## Background\n\nNothing.'), []);
    assert.deepEqual(suggestions('# Clean water for everybody\n\nPesticides on farmland beside streams.'), []);
  });

  it('points at the heading, says how sure it is, and names the roadmap', () => {
    const text = 'Before.\n\n# Bringing back wetlands along rivers\n\nWork went on.';
    const [found] = createActionSuggester([rivers])(read(text, [rivers]));
    assert.ok(found);
    assert.equal(
      text.slice(found.section.start + found.span.start, found.section.start + found.span.end),
      'Bringing back wetlands along rivers',
    );
    assert.equal(found.roadmap, 'rivers-2030');
    assert.equal(found.role, 'main');
    assert.ok(found.confidence > 0.5 && found.confidence < 1);
  });

  it('is surer the more is said', () => {
    const sure = (heading: string) => suggestions(`# ${heading}\n\nWork went on.`)[0]?.confidence ?? 0;
    assert.ok(sure('Restoring wetlands along rivers') > sure('Restoring wetlands'));
  });

  it('takes the best of several roadmaps', () => {
    const report = read('# Tram stops without barriers\n\nRamps were built.', [rivers, trams]);
    assert.deepEqual(
      createActionSuggester([rivers, trams])(report).map(({ roadmap, action }) => [roadmap, action]),
      [['trams', '1']],
    );
  });

  it('names a passage that says what another action promises', () => {
    const text = [
      '# Bringing back wetlands along rivers',
      '',
      'Wetlands were dug.',
      '',
      'A new guide explains buffer strips of grass and hedges to farmers.',
      '',
      'Grass grew.',
    ].join('\n');
    const found = suggestions(text);
    assert.deepEqual(
      found.map(({ action, role }) => [action, role]),
      [
        ['1', 'main'],
        ['3', 'passage'],
      ],
    );
    const passage = found[1];
    assert.match(text.slice((passage?.section.start ?? 0) + (passage?.span.start ?? 0)), /^A new guide/);
  });

  it('finds nothing without a roadmap, in an empty report, in another language', () => {
    assert.deepEqual(createActionSuggester([])(read('# Bringing back wetlands', [])), []);
    assert.deepEqual(suggestions(''), []);
    assert.deepEqual(suggestions('# Die Renaturierung von Auen\n\nDie Arbeiten gingen weiter. 河川の再生。'), []);
  });

  it('never throws, whatever the text', () => {
    const suggest = createActionSuggester([rivers, trams]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (heading, text) => {
        const found = suggest(read(`# ${heading}\n\n${text}\n`, [rivers, trams]));
        return found.every(({ confidence }) => confidence > 0 && confidence < 1);
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same from a suggester that has read other reports before', () => {
    const suggest = createActionSuggester([rivers]);
    const texts = [
      '# Bringing back wetlands along rivers\n\nYes.',
      '# Pesticides on farmland\n\nFewer.',
      '# Weirs and dams\n\nNew.',
    ];
    const reports = texts.map((text) => read(text, [rivers]));
    for (const report of [...reports, ...reports]) {
      assert.deepEqual(suggest(report), createActionSuggester([rivers])(report));
    }
  });

  it('takes time in proportion to the length', () => {
    const sentence = 'The register of dams has a guide to hedges and grass. ';
    expectLinearTime(suggestions, (size) => `# Weirs on the river\n\n${sentence.repeat(size)}\n\n`, 60);
    expectLinearTime(suggestions, (size) => `# Weirs on the river\n\n${sentence}\n\n`.repeat(size), 60);
  });
});

describe('stemOf', () => {
  const families = [
    'recruit recruits recruiting recruited recruitment',
    'investigate investigation investigations investigator investigating investigative',
    'prevent prevention preventive preventing',
    'administration administrations administrative',
    'invest investor investors investment investing',
    'supervise supervision supervisor supervisory',
    'sustainable sustainability sustain',
    'policy policies',
    'map maps mapped mapping',
    'body bodies',
    'address addresses',
    'organise organisation organized organising',
    'produce production producer products',
    'emit emission emissions',
    'child children childhood',
    'tax taxes taxation',
    'democracy democracies democratic',
    'safe safety safer',
    'ecology ecological',
    'consume consumer consumption',
    'labour labor',
    'behaviour behavior',
    'centre center',
    'programme program',
    'licence license licensing',
    'catalogue catalog',
    'analyse analyze analysis',
    'labelling labeling label',
  ];
  for (const family of families) {
    it(`gives one stem to ${family}`, () => {
      assert.equal(new Set(family.split(' ').map(stemOf)).size, 1);
    });
  }

  it('keeps words of different families apart', () => {
    for (const [one, other] of [
      'police policy',
      'port report',
      'status state',
      'gas gate',
      'rail rain',
      'news new',
      'coal coalition',
      'intern international',
      'threat three',
    ].map((pair) => pair.split(' '))) {
      assert.notEqual(stemOf(one ?? ''), stemOf(other ?? ''));
    }
  });

  it('leaves short words, numbers and other scripts as they are', () => {
    assert.deepEqual(['eu', 'as', '2024', 'дороги', ''].map(stemOf), ['eu', 'as', '2024', 'дороги', '']);
  });
});

describe('readWord', () => {
  it('tells what says something from what does not', () => {
    assert.deepEqual(
      ['the', '7', 'progress', 'meetings', '2024', 'pesticide'].map((word) => readWord(word).weight),
      [0, 0, 0.35, 0.35, 0.35, 1],
    );
  });
});

function read(text: string, roadmaps: readonly Roadmap[]): Report {
  return parseReport('test:/report.md', text, 'markdown', {
    roadmaps,
    actors: createActorRegister([]),
    today: '2030-01-01',
  });
}

function suggestions(text: string, roadmap = rivers) {
  return createActionSuggester([roadmap])(read(text, [roadmap]));
}

function mainOf(text: string, roadmap = rivers): string[] {
  return suggestions(text, roadmap)
    .filter(({ role }) => role === 'main')
    .map(({ action }) => action);
}
