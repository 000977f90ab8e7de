import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { InlayHints } from '../../../server/src/features/inlay-hints';
import type { PartialSettings } from '../../../server/src/model/settings';
import { snapshotOf, uriOf } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { parseFixture } from '../../fixture';

/** The lines of a fixture's file that have hints, with these in angle brackets. */
function hintsIn(fixture: string, settings: PartialSettings = {}): readonly string[] {
  const [file] = parseFixture(fixture).files;
  assert.ok(file);
  const snapshot = snapshotOf({ [file.path]: file.text }, { settings });
  const hints = new InlayHints().of(snapshot, uriOf(file.path), { start: 0, end: file.text.length });
  let text = file.text;
  for (const { offset, label } of [...hints].reverse()) {
    text = `${text.slice(0, offset)}‹${label}›${text.slice(offset)}`;
  }
  return text.split('\n').flatMap((line) => (line.includes('‹') ? [line.trim()] : []));
}

const inMarkdown = (text: string) => hintsIn(markdownDraft(`## Outlook\n\n${text}\n`));

describe('hints of what a date means', () => {
  const said: readonly (readonly [text: string, hint: string | undefined])[] = [
    ['It is due by mid-2024 and not later.', 'It is due by mid-2024‹≤ 30 Jun 2024› and not later.'],
    ['It comes as of mid-2024.', 'It comes as of mid-2024‹≥ 1 Jul 2024›.'],
    ['It comes by 2025.', 'It comes by 2025‹≤ 31 Dec 2025›.'],
    ['It comes by June 2025.', 'It comes by June 2025‹≤ 30 Jun 2025›.'],
    ['It came in autumn 2023.', 'It came in autumn 2023‹Sep – Nov 2023›.'],
    ['It came in the first semester of 2024.', 'It came in the first semester of 2024‹Jan – Jun 2024›.'],
    ['It was winter 2023/2024.', 'It was winter 2023/2024‹Dec 2023 – Feb 2024›.'],
    ['It is due next year.', 'It is due next year‹2025›.'],
    ['It came at the end of 2024.', 'It came at the end of 2024‹Oct – Dec 2024›.'],
    ['It comes by the end of autumn 2024.', 'It comes by the end of autumn 2024‹≤ 30 Nov 2024›.'],
    ['It comes by the end of 2024, or by the end of June 2025.', undefined],
    ['It was done on 14 May 2024.', undefined],
    ['It is due by 31 December 2024.', undefined],
    ['It is due by December 31, 2024.', undefined],
    ['It was done on 3.6.2024.', undefined],
    ['It was done in 2024 and in June 2024.', undefined],
    ['It has been so since 2018.', undefined],
    ['It goes on over the period 2021-2025.', undefined],
    ['It was between March and May 2024, on 17-18 April 2024.', undefined],
    ['It comes every two years.', undefined],
  ];
  for (const [text, hint] of said) {
    it(`“${text}”`, () => {
      assert.deepEqual(inMarkdown(text), hint === undefined ? [] : [hint]);
    });
  }

  it('in fields, in both formats, and in the header', () => {
    assert.deepEqual(
      hintsIn(
        yamlDraft(
          '  - section: Outlook\n    text: Nothing.\n  - section: B\n    next:\n      - text: Go on\n        due: "mid-2025"\n      - text: On\n        due: 2025-06-30\n      - text: On\n        due: ../2025-06\n',
          'period: first half of 2024',
        ),
      ),
      [
        'period: first half of 2024‹Jan – Jun 2024›',
        'due: "mid-2025"‹Jun – Jul 2025›',
        'due: ../2025-06‹≤ 30 Jun 2025›',
      ],
    );
    assert.deepEqual(
      hintsIn(markdownDraft('## Action 6: Facilitating financial investigations\n\n- **Deadline:** by mid-2024\n')),
      ['- **Deadline:** by mid-2024‹≤ 30 Jun 2024›'],
    );
  });
});

describe('hints of abbreviations', () => {
  it('stand behind the first full name of a section, unless the abbreviation is there', () => {
    assert.deepEqual(
      inMarkdown('The European External Action Service met. The European External Action Service met again.'),
      ['The European External Action Service‹EEAS› met. The European External Action Service met again.'],
    );
    assert.deepEqual(inMarkdown('The European External Action Service (EEAS) met the EIB.'), []);
    assert.deepEqual(inMarkdown('The European Commission and the Council of the European Union met Europol.'), []);
  });

  it('do not stand in headings, which are titles of actions', () => {
    const title = '## Action 5: A network of specialised prosecutors and judges to dismantle criminal networks';
    assert.deepEqual(hintsIn(markdownDraft(`${title}\n\nIt met.\n`)), []);
  });

  it('stand in fields', () => {
    const draft =
      '## Action 6: Facilitating financial investigations\n\n- **Actors:** European Investment Bank, Europol\n';
    assert.deepEqual(hintsIn(markdownDraft(draft)), ['- **Actors:** European Investment Bank‹EIB›, Europol']);
  });
});

describe('hints of titles', () => {
  it('stand behind bare numbers in prose, once, and not for what the section is about', () => {
    assert.deepEqual(inMarkdown('It depends on Action 7, as Action 7 does on Action 6: Facilitating financial work.'), [
      'It depends on Action 7‹Facilitating digital…›, as Action 7 does on Action 6: Facilitating financial work.',
    ]);
    assert.deepEqual(
      hintsIn(markdownDraft('## Action 7: Facilitating digital investigations\n\nAction 7 goes on.\n')),
      [],
    );
  });

  it('stand behind bare numbers of entries and deliverables', () => {
    assert.deepEqual(hintsIn(markdownDraft('## Actions 6 and 7\n\nText.\n')), [
      '## Actions 6‹Facilitating financial investigations› and 7‹Facilitating digital investigations›',
    ]);
    assert.deepEqual(
      hintsIn(yamlDraft('  - action: "6"\n    deliverables:\n      - deliverable: "6.1"\n  - action: 99\n')),
      [
        '- action: "6"‹Facilitating financial investigations›',
        '- deliverable: "6.1"‹Blueprint for partnerships against…›',
      ],
    );
  });
});

describe('hints', () => {
  it('are of the kinds that the settings want', () => {
    const draft = markdownDraft('## Outlook\n\nAction 7 is due by mid-2024 for the European Investment Bank.\n');
    const count = (settings: PartialSettings) => hintsIn(draft, settings).join().split('‹').length - 1;
    assert.equal(count({}), 3);
    assert.equal(count({ dateHints: false }), 2);
    assert.equal(count({ dateHints: false, actorHints: false }), 1);
    assert.equal(count({ dateHints: false, actorHints: false, titleHints: false }), 0);
  });

  it('are those of the range, and lead to roadmap and actors', () => {
    const path = '/a.report.md';
    const text = '---\nroadmap: eu-drugs-2023\n---\n\n## A\n\nSee Action 7.\n\n## B\n\nSee Action 6, Action 8.\n';
    const at = text.indexOf('Action 6');
    const snapshot = snapshotOf({ [path]: text });
    const [hint, more] = new InlayHints().of(snapshot, uriOf(path), { start: at, end: at + 8 });
    assert.equal(more, undefined);
    assert.equal(hint?.tooltip, 'Action 6: Facilitating financial investigations');
    assert.ok(hint.target);
    assert.equal(snapshot.text(hint.target.uri)?.slice(hint.target.span.start, hint.target.span.end), '6');
  });

  it('are the same after an edit as anew, whatever the draft', () => {
    const lines = [
      '## Action 6',
      'See Action 7 by mid-2024.',
      '- **Deadline:** H1 2025',
      '  - action: "7"',
      '    due: mid-2024',
      '    text: European Investment Bank',
      '',
    ];
    const text = fc.array(fc.constantFrom(...lines), { maxLength: 20 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(text, text, fc.constantFrom('/a.report.md', '/a.report.yaml'), (first, second, path) => {
        const header = path.endsWith('.md')
          ? '---\nroadmap: eu-drugs-2023\n---\n'
          : 'roadmap: eu-drugs-2023\nentries:\n';
        const kept = new InlayHints();
        const whole = { start: 0, end: 10_000 };
        const before = snapshotOf({ [path]: `${header}${first}` });
        kept.of(before, uriOf(path), whole);
        const after = before.with([{ uri: uriOf(path), text: `${header}${second}\n${first}` }]);
        assert.deepEqual(kept.of(after, uriOf(path), whole), new InlayHints().of(after, uriOf(path), whole));
      }),
      { numRuns: 100 },
    );
  });
});
