import assert from 'node:assert/strict';
import { at, read, readEntry, wordsOf } from './markdown-sample';

/** The status that an entry with these lines has. */
function statusOf(...lines: readonly string[]): string | undefined {
  return readEntry(...lines).section.fields.status?.value?.status;
}

describe('labelled fields in Markdown', () => {
  const written: readonly (readonly [string, readonly string[]])[] = [
    ['in bold with the colon inside', ['**Status:** delivered']],
    ['in bold with the colon outside', ['**Status**: delivered']],
    ['all bold', ['**Status: delivered**']],
    ['in italics', ['_Status:_ delivered']],
    ['plain at the start of a paragraph', ['Status: delivered']],
    ['in a list item', ['- **Status:** delivered']],
    ['plain in a list item', ['* Status: delivered']],
    ['in an item of a list in a list', ['- State', '  - Status: delivered']],
    ['in a later line of a paragraph', ['The work is done.', 'Status: delivered']],
    ['before another line', ['Status: delivered', 'The work is done.']],
    ['with the value in the next line', ['**Status:**', 'delivered']],
    ['in small letters', ['- status: delivered']],
    ['with a code that is no text', ['**Status:** delivered `x`']],
    ['below a subheading', ['### Where we are', '', 'Status: delivered']],
    ['in a task', ['- [x] Status: delivered']],
    ['with emphasis in the value', ['Status: **delivered**']],
    ['with a tick', ['Status: ✓ delivered']],
    ['with a remark', ['Status: delivered (with thanks)']],
    ['with a date', ['Status: delivered on 3 May 2030']],
    ['with a hard line break', ['**Status:** delivered  ', '**Actors:** Navy']],
    ['with a tab', ['**Status:**\tdelivered']],
  ];
  for (const [name, lines] of written) {
    it(`are read ${name}`, () => {
      assert.equal(statusOf(...lines), 'delivered');
    });
  }

  const silent: readonly (readonly [string, readonly string[]])[] = [
    ['in the middle of a line', ['The Status: delivered']],
    ['with more words in the label', ['Current status: delivered', 'Status of play: delivered']],
    ['without a colon', ['Status delivered']],
    ['in a quotation', ['> Status: delivered']],
    ['in a footnote', ['[^1]: Status: delivered']],
    ['in code', ['`Status: delivered`', '', '    Status: delivered']],
    ['in a comment', ['<!-- Status: delivered -->']],
    ['in small letters in running text', ['That depends on the', 'status: delivered or not']],
  ];
  for (const [name, lines] of silent) {
    it(`are not read ${name}`, () => {
      assert.equal(readEntry(...lines).section.fields.status, undefined);
    });
  }

  it('know where their words and label stand', () => {
    const { section, text } = readEntry('- **Status:** in *progress*', '- **Reason**: no boats');
    assert.deepEqual(wordsOf(text, section.fields.status), ['in progress', 'in *progress', 'Status']);
    assert.deepEqual(wordsOf(text, section.fields.reason), ['no boats', 'no boats', 'Reason']);
  });

  it('have an empty span where a value would be written', () => {
    const { section, text } = readEntry('- **Status:** ', '- **Actors:** Navy');
    const { status } = section.fields;
    assert.deepEqual(
      [status?.text, status?.value, status?.span.start],
      ['', undefined, text.indexOf('**Status:**') + 12],
    );
    assert.equal(status && status.span.end - status.span.start, 0);
  });

  it('keep words that are no status', () => {
    const { section } = readEntry('Status: half done');
    assert.deepEqual([section.fields.status?.value, section.fields.status?.text], [undefined, 'half done']);
  });

  it('count once: the first one', () => {
    assert.equal(statusOf('Status: delivered', '', 'Status: delayed'), 'delivered');
  });

  it('give their dates, counted from the report’s date', () => {
    const text =
      '---\ndate: 2029-02-01\n---\n## Action 4\n\nDeadline: this month\nRevised deadline: mid-2030\nCompleted: 3.5.2029\n';
    const [section] = read(text).sections;
    assert.deepEqual(
      [section?.fields.due, section?.fields.revised, section?.fields.completed].map((field) => field?.value?.latest),
      ['2029-02-28', '2030-07-31', '2029-05-03'],
    );
  });

  it('count dates from today where the report has none', () => {
    assert.equal(readEntry('Deadline: this month').section.fields.due?.value?.latest, '2030-05-31');
  });

  it('read a reason over several lines, to the next label', () => {
    const { section } = readEntry('Reason: no boats', 'and no crew.', 'Status: delayed');
    assert.equal(section.fields.reason?.value, 'no boats and no crew.');
    assert.equal(section.fields.status?.value?.as, 'delayed');
  });

  it('read names that go on in the next line', () => {
    const { section } = readEntry('Actors: Navy,', 'Coast Guard and', 'Commission', 'The Navy sailed.');
    assert.deepEqual(
      section.fields.actors?.value?.map(({ text }) => text),
      ['Navy', 'Coast Guard', 'Commission'],
    );
    assert.equal(section.hasProse, true);
  });

  it('read names and documents from a list', () => {
    const { section, text } = readEntry(
      '**Actors:**',
      '',
      '- Navy',
      '- Coast Guard',
      '',
      '- Evidence:',
      '  - ST 1/30',
      '  - ST 2/30',
    );
    assert.deepEqual(
      section.fields.actors?.value?.map(({ actors }) => actors[0]),
      ['navy', 'coast-guard'],
    );
    assert.equal(section.fields.actors && at(text, section.fields.actors.span), 'Navy\n- Coast Guard');
    assert.deepEqual(
      section.fields.evidence?.value?.map(({ text: words }) => words),
      ['ST 1/30', 'ST 2/30'],
    );
  });

  it('read evidence that is a link', () => {
    const { section, text } = readEntry('- **Evidence:** [minutes](https://example.org/m); https://example.org/n');
    const items = section.fields.evidence?.value ?? [];
    assert.deepEqual(
      items.map((item) => at(text, item.span)),
      ['minutes](https://example.org/m', 'https://example.org/n'],
    );
    assert.deepEqual(
      items.map((item) => item.text),
      ['minutes https://example.org/m', 'https://example.org/n'],
    );
  });

  it('are no prose', () => {
    assert.equal(
      readEntry('- **Status:** delivered', '- **Actors:** Navy', '', 'Reason: none', 'at all').section.hasProse,
      false,
    );
    assert.equal(readEntry('**Next steps**', '', '- The Navy will sail.').section.hasProse, false);
    assert.equal(readEntry('Status: delivered', 'The Navy sailed.').section.hasProse, true);
    assert.equal(readEntry('No progress to report.').section.hasProse, true);
  });

  it('are searched for mentions all the same', () => {
    const { mentions } = readEntry('- **Actors:** Navy', '- **Evidence:** ST 1/30', '- **Deadline:** mid-2030').section;
    assert.deepEqual(
      [mentions.actors[0]?.actor, mentions.citations[0]?.id, mentions.dates[0]?.text],
      ['navy', 'ST 1/30', 'mid-2030'],
    );
  });

  it('are read in sections that name no action', () => {
    const [section] = read('## Boats\n\nStatus: delivered\n').sections;
    assert.equal(section?.fields.status?.value?.as, 'delivered');
  });
});

describe('next steps in Markdown', () => {
  /** The texts of the steps. */
  function stepsOf(...lines: readonly string[]): readonly string[] | undefined {
    return readEntry(...lines).section.fields.next?.value?.map(({ text }) => text);
  }
  const LIST = ['- The Navy will sail.', '- Boats will be washed.'];
  const BOTH = ['The Navy will sail.', 'Boats will be washed.'];
  const written: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['a bold line', ['**Next steps**', '', ...LIST], BOTH],
    ['a bold line with a colon', ['**Next steps:**', '', ...LIST], BOTH],
    ['a plain line before a list', ['Next steps', '', ...LIST], BOTH],
    ['a plain line with a colon', ['Next steps:', ...LIST], BOTH],
    ['a heading', ['### Next steps', '', ...LIST], BOTH],
    ['an item', ['- Next steps:', '  - The Navy will sail.', '  - Boats will be washed.'], BOTH],
    ['a label with a sentence', ['**Next steps:** The Navy will sail.'], ['The Navy will sail.']],
    [
      'a label with two',
      ['Next steps: The Navy will sail; boats will be washed'],
      ['The Navy will sail', 'boats will be washed'],
    ],
    ['a line that leads in', ['**Next steps**', '', 'These follow:', '', ...LIST], BOTH],
    ['a label that leads in', ['**Next steps:** these follow:', '', ...LIST], BOTH],
    ['a bold line and a paragraph', ['**Next steps**', '', 'The Navy will sail.'], ['The Navy will sail.']],
    ['a heading and paragraphs', ['### Next steps', '', 'The Navy will sail.', '', 'Boats will be washed.'], BOTH],
    ['the singular', ['**Next step:** The Navy will sail.'], ['The Navy will sail.']],
    ['a numbered list', ['Next steps:', '', '1. The Navy will sail.', '2. Boats will be washed.'], BOTH],
  ];
  for (const [name, lines, expected] of written) {
    it(`are opened by ${name}`, () => {
      assert.deepEqual(stepsOf(...lines), expected);
    });
  }

  it('leave the list behind other words alone', () => {
    assert.equal(stepsOf('Next steps are planned:', '', ...LIST), undefined);
  });

  it('end before the next heading', () => {
    assert.deepEqual(stepsOf('### Next steps', '', ...LIST, '', '### Boats', '', '- Not this.'), BOTH);
  });

  it('have the actors before the verb and the last date', () => {
    const { section, text } = readEntry(
      '**Next steps**',
      '',
      '- In May 2030, the Navy and the Coast Guard will meet the Commission by mid-2031.',
    );
    const [step] = section.fields.next?.value ?? [];
    assert.deepEqual(
      step?.actors.map(({ text: name, actors }) => [name, ...actors]),
      [
        ['Navy', 'navy'],
        ['Coast Guard', 'coast-guard'],
      ],
    );
    assert.deepEqual(wordsOf(text, step?.due), ['by mid-2031', 'by mid-2031', 'by mid-2031']);
  });

  const subjects: readonly (readonly [string, readonly string[]])[] = [
    ['Navy: sail around the port', ['navy']],
    ['The Navy presents the plan to the Commission', ['navy']],
    ['The Navy, together with the Coast Guard, is to sail', ['navy', 'coast-guard']],
    ['Present the plan to the Commission', []],
    ['Sail with the Navy', []],
    ['A meeting will be held by the Navy', []],
    ['The Commission is expected to report to the Navy', ['commission']],
  ];
  for (const [sentence, expected] of subjects) {
    it(`have the actors of “${sentence}”`, () => {
      const [step] = readEntry('**Next steps**', '', `- ${sentence}`).section.fields.next?.value ?? [];
      assert.deepEqual(
        step?.actors.flatMap(({ actors }) => actors),
        expected,
      );
    });
  }

  it('may have labels of their own', () => {
    const lines = ['**Next steps**', '', '- Sail in 2030', '  - **Actors:** Coast Guard', '  - **Deadline:** mid-2031'];
    const [step] = readEntry(...lines).section.fields.next?.value ?? [];
    assert.deepEqual([step?.text, step?.actors[0]?.text, step?.due?.text], ['Sail in 2030', 'Coast Guard', 'mid-2031']);
  });
});

describe('deliverables in Markdown', () => {
  const LATE = 'delayed';
  const items: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['4.1: delivered', { deliverable: '4.1', text: '4.1', status: 'delivered' }],
    ['**4.1** Handbook for pilots: delivered', { deliverable: '4.1', text: '4.1', status: 'delivered' }],
    ['4.1 delivered', { deliverable: '4.1', text: '4.1', status: 'delivered' }],
    ['Deliverable 4.1 – in progress', { deliverable: '4.1', text: '4.1', status: 'in-progress' }],
    ['Handbook for pilots: delivered', { deliverable: '4.1', text: 'Handbook for pilots', status: 'delivered' }],
    ['handbook  for pilots – delivered', { deliverable: '4.1', text: 'handbook for pilots', status: 'delivered' }],
    ['4.1', { deliverable: '4.1', text: '4.1' }],
    ['4.1: Handbook for pilots', { deliverable: '4.1', text: '4.1' }],
    ['C1: delivered', { deliverable: 'C1', text: 'C1', status: 'delivered' }],
    ['4.9: delivered', { text: '4.9', status: 'delivered' }],
    ['6.1: delivered', { text: '6.1', status: 'delivered' }],
    ['Lighthouse: delivered', { text: 'Lighthouse', status: 'delivered' }],
    ['4.1: deliverd', { deliverable: '4.1', text: '4.1', unknown: 'deliverd' }],
    ['4.1: blocked', { deliverable: '4.1', text: '4.1', unknown: 'blocked' }],
    ['4.1: delivered in part', { deliverable: '4.1', text: '4.1' }],
    ['4.1: late 2031', { deliverable: '4.1', text: '4.1' }],
    [
      '4.1: delivered, completed 3 May 2030, evidence ST 9/30',
      { deliverable: '4.1', text: '4.1', status: 'delivered', completed: '3 May 2030', evidence: 'ST 9/30' },
    ],
    [
      '4.1: delivered (3 May 2030; ST 9/30)',
      { deliverable: '4.1', text: '4.1', status: 'delivered', completed: '3 May 2030', evidence: 'ST 9/30' },
    ],
    ['4.1: delivered on 3 May 2030', { deliverable: '4.1', text: '4.1', status: 'delivered', completed: '3 May 2030' }],
    [
      '4.1: delivered (3 May 2030), see https://example.org/b',
      {
        deliverable: '4.1',
        text: '4.1',
        status: 'delivered',
        completed: '3 May 2030',
        evidence: 'https://example.org/b',
      },
    ],
    [
      `4.1: ${LATE} (no boats, no crew)`,
      { deliverable: '4.1', text: '4.1', status: LATE, reason: 'no boats, no crew' },
    ],
    [`4.1: ${LATE} to mid-2031`, { deliverable: '4.1', text: '4.1' }],
    [`4.1: ${LATE}, mid-2031`, { deliverable: '4.1', text: '4.1', status: LATE, revised: 'mid-2031' }],
    [
      `4.1: ${LATE} (no boats; new deadline mid-2031)`,
      { deliverable: '4.1', text: '4.1', status: LATE, reason: 'no boats', revised: 'mid-2031' },
    ],
    [
      '4.1: in progress, deadline mid-2031',
      { deliverable: '4.1', text: '4.1', status: 'in-progress', due: 'mid-2031' },
    ],
    [
      '4.1: dropped because of the weather',
      { deliverable: '4.1', text: '4.1', status: 'dropped', reason: 'the weather' },
    ],
  ];
  for (const [line, expected] of items) {
    it(`“${line}”`, () => {
      const { section } = readEntry('**Deliverables**', '', `- ${line}`);
      const [item] = section.fields.deliverables?.value ?? [];
      const { status } = item ?? {};
      const found = {
        deliverable: item?.deliverable,
        text: item?.text,
        status: status?.value?.status,
        unknown: status && !status.value ? status.text : undefined,
        completed: item?.completed?.value && item.completed.text,
        due: item?.due?.value && item.due.text,
        revised: item?.revised?.value && item.revised.text,
        reason: item?.reason?.text,
        evidence: item?.evidence?.text,
      };
      assert.deepEqual(Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)), expected);
    });
  }

  it('know their places', () => {
    const { section, text } = readEntry(
      '**Deliverables**',
      '',
      '- **4.1** Handbook: delivered (3 May 2030; ST 9/30)',
      '- 4.2: delayed',
    );
    const [item, other] = section.fields.deliverables?.value ?? [];
    assert.ok(item && other);
    assert.equal(at(text, item.span), '4.1');
    assert.equal(at(text, item.whole), '- **4.1** Handbook: delivered (3 May 2030; ST 9/30)');
    assert.deepEqual(wordsOf(text, item.status), ['delivered', 'delivered', '4.1']);
    assert.equal(item.completed && at(text, item.completed.span), '3 May 2030');
    assert.equal(item.evidence && at(text, item.evidence.span), 'ST 9/30');
    assert.equal(at(text, other.whole), '- 4.2: delayed');
  });

  it('may have labels of their own, which come first', () => {
    const lines = [
      '**Deliverables**',
      '',
      '- 4.1: delayed',
      '  - **Status:** delivered',
      '  - **Completed:** 3 May 2030',
      '  - **Actors:** Navy',
    ];
    const [item] = readEntry(...lines).section.fields.deliverables?.value ?? [];
    assert.deepEqual(
      [item?.status?.value?.as, item?.completed?.text, item?.actors?.value?.[0]?.actors[0]],
      ['delivered', '3 May 2030', 'navy'],
    );
  });

  it('do not lend their labels to the entry', () => {
    const lines = ['Deliverables:', '', '- 4.1', '  - Status: delivered'];
    assert.equal(readEntry(...lines).section.fields.status, undefined);
  });

  it('stand below a heading, too', () => {
    const { section } = readEntry('### Deliverables', '', '- 4.1: delivered', '- 4.2: delayed');
    assert.deepEqual(
      section.fields.deliverables?.value?.map(({ text }) => text),
      ['4.1', '4.2'],
    );
  });

  it('stand in one line between semicolons', () => {
    const { section } = readEntry('Deliverables: 4.1: delivered; 4.2: delayed');
    assert.deepEqual(
      section.fields.deliverables?.value?.map(({ status }) => status?.value?.as),
      ['delivered', 'delayed'],
    );
  });
});

describe('follow-up in Markdown', () => {
  it('repeats a step and says how it stands', () => {
    const { section, text } = readEntry(
      '**Follow-up**',
      '',
      '- Sail around the port: delivered (ST 9/30)',
      '- Wash boats – delayed',
      '- Meet',
    );
    const answers = section.fields.followUp?.value ?? [];
    assert.deepEqual(
      answers.map((answer) => [answer.text, at(text, answer.span), answer.status?.value?.as]),
      [
        ['Sail around the port', 'Sail around the port', 'delivered'],
        ['Wash boats', 'Wash boats', 'delayed'],
        ['Meet', 'Meet', undefined],
      ],
    );
  });

  it('may have the status below it', () => {
    const [answer] = readEntry('Follow up:', '', '- Sail', '  - Status: dropped').section.fields.followUp?.value ?? [];
    assert.equal(answer?.status?.value?.as, 'dropped');
  });
});
