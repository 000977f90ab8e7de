import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { complete, namesPrevious } from '../../../server/src/features/completion';
import { snapshotOf, uriOf } from '../../analyse';
import { expectCompletion } from '../../completions';
import { parseFixture } from '../../fixture';

const PLAN = `//- /plan.roadmap.yaml
roadmap: harbour-plan
title: Harbour plan
actions:
  - action: "6"
    title: Harbour cameras
`;

const front = (lines: string) => `---\n${lines}\n---\n\n## Action 6\n`;
const yaml = (lines: string) => `//- /a.report.yaml\n${lines}\nentries:\n  - action: "6"\n    status: in-progress\n`;

/** The same header in both formats. */
function inBothFormats(title: string, header: string, check: (fixture: string) => void): void {
  it(`${title}, in front matter`, () => check(front(header)));
  it(`${title}, in YAML`, () => check(yaml(header)));
}

describe('completion in the header', () => {
  inBothFormats('keys that are not there yet', 'roadmap: eu-drugs-2023\nt$0', (fixture) => {
    expectCompletion(fixture)
      .offersOnly('title')
      .shows('title', { detail: 'Progress report of the Presidency', thenSuggest: false })
      .documents('title', 'Title of the report')
      .applied('title')
      .gives('title: $0');
  });

  inBothFormats(
    'keys on an empty line, in their usual order',
    'roadmap: eu-drugs-2023\n$0\ndate: 2024-06-03',
    (fixture) => {
      expectCompletion(fixture)
        .first('kind', 'title', 'author', 'reference', 'as-of', 'period', 'previous', 'scope')
        .withholds('roadmap', 'date', 'status');
    },
  );

  it('no entries in front matter', () => {
    expectCompletion(front('roadmap: eu-drugs-2023\ne$0')).offersNothing();
    expectCompletion('//- /a.report.yaml\nroadmap: eu-drugs-2023\ne$0')
      .applied('entries')
      .gives('entries:\n  - action: $0');
  });

  inBothFormats('a key whose colon is there', 'roadmap: eu-drugs-2023\ndat$0: 2024-06-03', (fixture) => {
    expectCompletion(fixture).offersOnly('date').applied('date').gives('date$0: 2024-06-03');
  });

  inBothFormats('a key in the middle of its word', 'roadmap: eu-drugs-2023\nau$0thor: belgium', (fixture) => {
    expectCompletion(fixture).applied('author').gives('author$0: belgium');
  });

  inBothFormats('a key behind a quotation mark', 'roadmap: eu-drugs-2023\n"da$0"', (fixture) => {
    expectCompletion(fixture).applied('date').gives('date: $0');
  });

  inBothFormats('roadmaps by id and by title', 'roadmap: $0\ndate: 2024-06-03', (fixture) => {
    expectCompletion(fixture + PLAN)
      .offersOnly('coalition-2023', 'eu-drugs-2023', 'harbour-plan', 'luxembourg-2015')
      .shows('eu-drugs-2023', { description: 'EU roadmap to fight drug trafficking and organised crime' })
      .documents('eu-drugs-2023', '17 actions in 4 areas')
      .applied('harbour-plan')
      .gives('roadmap: harbour-plan$0');
    expectCompletion(fixture.replace('$0', 'EU roadmap to$0')).offersOnly('eu-drugs-2023');
    expectCompletion(fixture.replace('$0', 'COM(20$0')).offersOnly('eu-drugs-2023');
  });

  inBothFormats('a further roadmap of a list', 'roadmap: [eu-drugs-2023, $0]', (fixture) => {
    expectCompletion(fixture + PLAN)
      .offersOnly('coalition-2023', 'harbour-plan', 'luxembourg-2015')
      .applied('harbour-plan')
      .gives('roadmap: [eu-drugs-2023, harbour-plan$0]');
  });

  inBothFormats('files that may be the report before, as far as somebody names them', 'previous: $0', (fixture) => {
    expectCompletion(fixture).offersNothing();
    const { files, cursor } = parseFixture(fixture);
    assert.ok(cursor);
    const [{ text } = { text: '' }] = files;
    assert.ok(namesPrevious(text, cursor.offset) && !namesPrevious(text, text.length));
    const snapshot = snapshotOf({ [cursor.path]: text });
    const paths = ['./a.docx', '../b: c.html'];
    const items = complete(snapshot, uriOf(cursor.path), cursor.offset, undefined, paths);
    assert.deepEqual(
      items.map(({ label, edit }) => [label, edit.newText]),
      [
        ['./a.docx', './a.docx'],
        ['../b: c.html', '"../b: c.html"'],
      ],
    );
  });

  inBothFormats('kinds of draft', 'roadmap: eu-drugs-2023\nkind: $0', (fixture) => {
    expectCompletion(fixture).offersOnly('progress-report', 'discussion-paper', 'statement', 'action-programme');
  });

  inBothFormats('authors by every name', 'roadmap: eu-drugs-2023\nauthor: $0', (fixture) => {
    expectCompletion(fixture).offers('belgium', 'presidency', 'commission');
    expectCompletion(fixture.replace('$0', 'Belg$0')).first('belgium').applied('belgium').gives('author: belgium$0');
    expectCompletion(fixture.replace('$0', 'Council of the$0')).offers('council');
  });

  inBothFormats('today and the as-of date', 'roadmap: eu-drugs-2023\ndate: $0\nas-of: 2024-05-31', (fixture) => {
    expectCompletion(fixture)
      .offersOnly('2024-06-03', '2024-05-31')
      .shows('2024-06-03', { detail: 'today' })
      .shows('2024-05-31', { detail: 'the as-of date' })
      .documents('2024-05-31', '31 May 2024')
      .eachIsUnderstood()
      .applied('2024-06-03')
      .gives('date: 2024-06-03$0');
  });

  inBothFormats('a day once where today is the as-of date', 'roadmap: eu-drugs-2023\nas-of: 2024$0', (fixture) => {
    expectCompletion(fixture).offersOnly('2024-06-03');
  });

  inBothFormats('keys and values of the scope', 'roadmap: eu-drugs-2023\nscope:\n  a$0', (fixture) => {
    expectCompletion(fixture).offersOnly('areas', 'actions', 'actors').applied('areas').gives('  areas: [$0]');
  });

  inBothFormats('areas by id and title', 'roadmap: eu-drugs-2023\nscope:\n  areas: [ports, $0]', (fixture) => {
    expectCompletion(fixture).offersOnly('networks', 'prevention', 'international').eachIsUnderstood();
    expectCompletion(fixture.replace('$0', 'Dism$0'))
      .offersOnly('networks')
      .shows('networks', { description: 'Dismantling high-risk criminal networks' })
      .applied('networks')
      .gives('  areas: [ports, networks$0]');
  });

  inBothFormats(
    'actions of the scope',
    'roadmap: eu-drugs-2023\nscope:\n  actions:\n    - "4"\n    - $0\n    - 6',
    (fixture) => {
      expectCompletion(fixture)
        .withholds(
          'Action 4: Mapping the criminal networks that pose the biggest threats to society',
          'Action 6: Facilitating financial investigations',
        )
        .applied('Action 7: Facilitating digital investigations')
        .gives('    - "7"$0');
    },
  );

  inBothFormats('actors of the scope', 'roadmap: eu-drugs-2023\nscope:\n  actors: [europol, Euroj$0', (fixture) => {
    expectCompletion(fixture)
      .offers('eurojust')
      .withholds('europol')
      .applied('eurojust')
      .gives('  actors: [europol, eurojust$0');
  });

  inBothFormats('exceptions', 'roadmap: eu-drugs-2023\nscope:\n  except:\n    - $0', (fixture) => {
    expectCompletion(fixture).offersOnly('action', 'reason').applied('action').gives('    - action: $0');
  });

  inBothFormats(
    'the action of an exception',
    'roadmap: eu-drugs-2023\nscope:\n  except:\n    - action: Unlock$0',
    (fixture) => {
      expectCompletion(fixture)
        .applied('Action 8: Unlocking the potential of Schengen Information System alerts')
        .gives('    - action: "8"$0')
        .isUnderstood();
    },
  );

  inBothFormats(
    'further keys of an exception',
    'roadmap: eu-drugs-2023\nscope:\n  except:\n    - action: "8"\n      $0',
    (fixture) => {
      expectCompletion(fixture).offersOnly('reason').applied('reason').gives('      reason: $0');
    },
  );

  it('in front matter that is not closed yet', () => {
    expectCompletion('---\nroadmap: eu-drugs-2023\nau$0').offersOnly('author');
    expectCompletion('---\nroadmap: eu-$0').offersOnly('eu-drugs-2023');
    expectCompletion('---\nroadmap: eu-drugs-2023\n$0\n\n## Action 6\n').offers('title', 'author');
  });

  it('not on the fences', () => {
    expectCompletion('---$0\nroadmap: eu-drugs-2023\n---\n').offersNothing();
    expectCompletion('---\nroadmap: eu-drugs-2023\n---$0\n').offersNothing();
    expectCompletion('---\nroadmap: eu-drugs-2023\n$0---\n').offersNothing();
  });
});
