import assert from 'node:assert/strict';
import {
  deliverableNamed,
  fieldLabelled,
  readActorNames,
  readDateField,
  readEvidence,
  readStatusField,
  readTextField,
} from '../../server/src/parse/fields';
import { roadmapOf } from '../roadmap-of';
import { at, CONTEXT, readOne } from './markdown-sample';

const KEY = { start: 0, end: 0 };

function whole(text: string): { readonly start: number; readonly end: number } {
  return { start: 0, end: text.length };
}

describe('fieldLabelled', () => {
  for (const [label, key] of [
    ['Status', 'status'],
    ['main ACTORS', 'actors'],
    ['Actors', 'actors'],
    ['Deadline', 'due'],
    ['Revised  deadline', 'revised'],
    ['Follow–up', 'follow-up'],
    ['Next steps', 'next'],
    ['Text', undefined],
    ['Statuses', undefined],
    ['', undefined],
  ] as const) {
    it(`“${label}” is ${key ?? 'none'}`, () => {
      assert.equal(fieldLabelled(label)?.key, key);
    });
  }
});

describe('readActorNames', () => {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['Navy', ['Navy=navy']],
    ['the Navy, Commission and Coast Guard', ['the Navy=navy', 'Commission=commission', 'Coast Guard=coast-guard']],
    [
      'Navy; Commission/Coast Guard & customs authorities',
      ['Navy=navy', 'Commission=commission', 'Coast Guard=coast-guard', 'customs authorities=customs'],
    ],
    ['Port of Ghent and Zeeland, Navy', ['Port of Ghent and Zeeland=ports', 'Navy=navy']],
    ['MAOC (N), Navy', ['MAOC (N)=maoc', 'Navy=navy']],
    [
      'Commission; Member States (in particular customs authorities)',
      ['Commission=commission', 'Member States=states', 'customs authorities=customs'],
    ],
    ['Member States (including the Nvy)', ['Member States=states', 'the Nvy=']],
    ['Navy (lead)', ['Navy=navy']],
    ['Maritime Centre (MAOC (N))', ['Maritime Centre=maoc']],
    ['European Commission (Commission)', ['European Commission=commission']],
    ['Navy, with the support of the Coast Guard.', ['Navy=navy', 'the Coast Guard=coast-guard']],
    ['Nvy and Commission', ['Nvy=', 'Commission=commission']],
    ['Navy\nCommission', ['Navy=navy', 'Commission=commission']],
    ['Navy, Navy', ['Navy=navy']],
    ['Land and sea', ['Land=', 'sea=']],
    ['', []],
    [' , ; ', []],
  ];
  for (const [text, expected] of lists) {
    it(`of “${text.replace('\n', ' ')}”`, () => {
      const names = readActorNames(text, whole(text), CONTEXT.actors);
      assert.deepEqual(
        names.map((name) => `${name.text}=${name.actors.join()}`),
        expected,
      );
      for (const name of names) {
        assert.equal(at(text, name.span), name.text);
      }
    });
  }

  it('stand where the whole stands if the text is not the source’s', () => {
    const [name] = readActorNames('Navy, Port', { start: 7, end: 30 }, CONTEXT.actors);
    assert.deepEqual(name?.span, { start: 7, end: 30 });
  });
});

describe('readEvidence', () => {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['ST 9999/24', ['ST 9999/24']],
    ['ST 9999/24; COM(2029) 77 final', ['ST 9999/24', 'COM(2029) 77 final']],
    ['ST 9999/24, ST 1/30 and ST 2/30', ['ST 9999/24', 'ST 1/30', 'ST 2/30']],
    ['OJ L 310, p. 28', ['OJ L 310, p. 28']],
    ['minutes of May, Ghent and more', ['minutes of May, Ghent and more']],
    ['https://e.org/a;b, https://e.org/c', ['https://e.org/a;b', 'https://e.org/c']],
    ['press release (Ghent; May)', ['press release (Ghent; May)']],
    ['ST 1/30 and the minutes.', ['ST 1/30', 'the minutes']],
    ['', []],
  ];
  for (const [text, expected] of lists) {
    it(`of “${text}”`, () => {
      const items = readEvidence(text, whole(text));
      assert.deepEqual(
        items.map((item) => item.text),
        expected,
      );
      for (const item of items) {
        assert.equal(at(text, item.span), item.text);
      }
    });
  }

  it('knows the documents of each item and their places', () => {
    const text = 'minutes; ST 1/30';
    const [words, document] = readEvidence(text, { start: 100, end: 100 + text.length });
    assert.deepEqual(words?.citations, []);
    assert.deepEqual(
      document?.citations.map(({ id, span }) => [id, span]),
      [['ST 1/30', { start: 109, end: 116 }]],
    );
  });
});

describe('readStatusField', () => {
  const roadmap = roadmapOf('r', [], { statuses: [{ status: 'open', as: 'not-started', names: ['yet to come'] }] });
  for (const [text, expected] of [
    ['delivered', 'delivered'],
    ['Partially delivered', 'in-progress'],
    ['on-going.', 'in-progress'],
    ['yet to come', 'not-started'],
    ['open (no boats)', 'not-started'],
    ['Delayed – no boats', 'delayed'],
    ['🟢 on track', 'in-progress'],
    ['delivered in May 2030', 'delivered'],
    ['delivered in part', undefined],
    ['nearly delivered', undefined],
    ['delivered and paid', undefined],
    ['', undefined],
  ] as const) {
    it(`“${text}” is ${expected ?? 'none'}`, () => {
      assert.equal(readStatusField(text, whole(text), KEY, [roadmap]).value?.as, expected);
    });
  }
});

describe('readDateField', () => {
  for (const [text, expected] of [
    ['2030-05-03', '2030-05-03'],
    ['by mid-2030', '2030-06-30'],
    ['3 May 2030 (at sea)', '2030-05-03'],
    ['3 May 2030.', '2030-05-03'],
    ['soon', undefined],
    ['3 May 2030 and later', undefined],
    ['', undefined],
  ] as const) {
    it(`“${text}” ends ${expected ?? 'nowhere'}`, () => {
      assert.equal(readDateField(text, whole(text), KEY, '2030-01-01').value?.latest, expected);
    });
  }
});

describe('readTextField', () => {
  it('has single spaces and no outer ones, and stands where the words do', () => {
    assert.deepEqual(readTextField('  no   boats ', { start: 10, end: 23 }, KEY), {
      value: 'no boats',
      text: 'no boats',
      span: { start: 12, end: 22 },
      key: KEY,
    });
  });
});

describe('deliverableNamed', () => {
  const { actions } = readOne('## Action 4\n');
  for (const [written, expected] of [
    ['4.1', '4.1'],
    [' 4.1 ', '4.1'],
    ['Handbook for pilots', '4.1'],
    ['HANDBOOK  for pilots.', '4.1'],
    ['C1', 'C1'],
    ['Conference of ports', 'C1'],
    ['6.1', undefined],
    ['Handbook', undefined],
    ['', undefined],
  ] as const) {
    it(`“${written}” of Action 4 is ${expected ?? 'none'}`, () => {
      assert.equal(deliverableNamed(written, actions, CONTEXT)?.deliverable.id, expected);
    });
  }
});
