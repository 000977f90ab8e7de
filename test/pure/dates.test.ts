import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type IsoDay, isIsoDay, type PolicyDate } from '../../server/src/model/date';
import { type DateProblem, findDates, isDateProblem, readDate } from '../../server/src/parse/dates';
import { readEdtf } from '../../server/src/parse/edtf';

/** A Monday; the day on which the report of the tests is dated. */
const REFERENCE = '2024-06-03';

type Row = readonly [words: string, earliest: IsoDay | null, latest: IsoDay | null];

/** The table of DESIGN section 6, and what else is written in its rows' ways. Each is read as a field and found in prose. */
const TABLE: Readonly<Record<string, readonly Row[]>> = {
  'middle of a year': [
    ['by mid-2024', null, '2024-06-30'],
    ['mid-2024', '2024-06-01', '2024-07-31'],
    ['mid 2024', '2024-06-01', '2024-07-31'],
    ['middle of 2024', '2024-06-01', '2024-07-31'],
    ['by the middle of 2024', null, '2024-06-30'],
    ['as of mid-2024', '2024-07-01', null],
    ['from mid-2024', '2024-07-01', null],
    ['until mid-2025', null, '2025-06-30'],
    ['before mid-2025', null, '2025-06-30'],
    ['after mid-2025', '2025-07-01', null],
  ],
  'early and late in a year': [
    ['early 2024', '2024-01-01', '2024-03-31'],
    ['beginning of 2024', '2024-01-01', '2024-03-31'],
    ['start of 2024', '2024-01-01', '2024-03-31'],
    ['late 2024', '2024-10-01', '2024-12-31'],
    ['early in 2024', '2024-01-01', '2024-03-31'],
    ['by early 2025', null, '2025-03-31'],
    ['from early 2025', '2025-01-01', null],
    ['before the beginning of 2025', null, '2024-12-31'],
    ['early to mid-2024', '2024-01-01', '2024-07-31'],
    ['mid- to late 2024', '2024-06-01', '2024-12-31'],
    ['late 2024 or early 2025', '2024-10-01', '2025-03-31'],
    ['late 2024/early 2025', '2024-10-01', '2025-03-31'],
  ],
  'year and its end': [
    ['in 2024', '2024-01-01', '2024-12-31'],
    ['in the course of 2024', '2024-01-01', '2024-12-31'],
    ['throughout 2024', '2024-01-01', '2024-12-31'],
    ['by the end of 2024', null, '2024-12-31'],
    ['until the end of 2024', null, '2024-12-31'],
    ['before the end of 2024', null, '2024-12-31'],
    ['by end 2024', null, '2024-12-31'],
    ['by end-2024', null, '2024-12-31'],
    ['end of 2024', '2024-10-01', '2024-12-31'],
    ['end 2024', '2024-10-01', '2024-12-31'],
    ['after the end of 2024', '2025-01-01', null],
    ['by year-end 2024', null, '2024-12-31'],
  ],
  'by a year': [
    ['by 2025', null, '2025-12-31'],
    ['until 2025', null, '2025-12-31'],
    ['no later than 2025', null, '2025-12-31'],
    ['by the year 2025', null, '2025-12-31'],
    ['before 2025', null, '2024-12-31'],
    ['after 2025', '2026-01-01', null],
    ['beyond 2027', '2028-01-01', null],
    ['in 2025 at the latest', null, '2025-12-31'],
    ['at the latest in 2025', null, '2025-12-31'],
  ],
  'half years': [
    ['first semester of 2025', '2025-01-01', '2025-06-30'],
    ['first half of 2025', '2025-01-01', '2025-06-30'],
    ['1st half 2025', '2025-01-01', '2025-06-30'],
    ['H1 2025', '2025-01-01', '2025-06-30'],
    ['2025 H2', '2025-07-01', '2025-12-31'],
    ['H2/2025', '2025-07-01', '2025-12-31'],
    ['second half 2024', '2024-07-01', '2024-12-31'],
    ['by the first half of 2025', null, '2025-06-30'],
    ['first six months of 2024', '2024-01-01', '2024-06-30'],
    ['last three months of 2024', '2024-10-01', '2024-12-31'],
    ['first half of June 2024', '2024-06-01', '2024-06-15'],
    ['second half of June 2024', '2024-06-16', '2024-06-30'],
    ['late in the first half of 2025', '2025-05-01', '2025-06-30'],
    ['first or second half of 2025', '2025-01-01', '2025-12-31'],
  ],
  quarters: [
    ['Q2 2024', '2024-04-01', '2024-06-30'],
    ['Q2 of 2024', '2024-04-01', '2024-06-30'],
    ['2024 Q2', '2024-04-01', '2024-06-30'],
    ['2024-Q2', '2024-04-01', '2024-06-30'],
    ['Q2/2024', '2024-04-01', '2024-06-30'],
    ['second quarter of 2024', '2024-04-01', '2024-06-30'],
    ['2nd quarter 2024', '2024-04-01', '2024-06-30'],
    ['last quarter of 2024', '2024-10-01', '2024-12-31'],
    ['quarter 3 of 2024', '2024-07-01', '2024-09-30'],
    ['by Q3 2024', null, '2024-09-30'],
    ['by the end of the third quarter of 2024', null, '2024-09-30'],
    ['end of Q3 2024', '2024-09-01', '2024-09-30'],
    ['Q1-Q2 2024', '2024-01-01', '2024-06-30'],
    ['Q4 2024-Q1 2025', '2024-10-01', '2025-03-31'],
    ['Q3 and Q4 2024', '2024-07-01', '2024-12-31'],
    ['first and second quarters of 2024', '2024-01-01', '2024-06-30'],
    ['from Q3 2024 to Q1 2025', '2024-07-01', '2025-03-31'],
  ],
  seasons: [
    ['spring 2024', '2024-03-01', '2024-05-31'],
    ['summer of 2024', '2024-06-01', '2024-08-31'],
    ['autumn 2024', '2024-09-01', '2024-11-30'],
    ['fall 2024', '2024-09-01', '2024-11-30'],
    ['winter 2024/2025', '2024-12-01', '2025-02-28'],
    ['winter 2023-24', '2023-12-01', '2024-02-29'],
    ['winter 2024', '2024-12-01', '2025-02-28'],
    ['end of autumn 2024', '2024-11-01', '2024-11-30'],
    ['early spring 2025', '2025-03-01', '2025-03-31'],
    ['mid-summer 2024', '2024-07-01', '2024-07-31'],
    ['late winter 2024/2025', '2025-02-01', '2025-02-28'],
    ['by autumn 2024', null, '2024-11-30'],
    ['before the summer of 2024', null, '2024-05-31'],
    ['spring and autumn 2024', '2024-03-01', '2024-11-30'],
    ['spring/summer 2025', '2025-03-01', '2025-08-31'],
    ['autumn 2024 to spring 2025', '2024-09-01', '2025-05-31'],
  ],
  'open to the future': [
    ['as from 2024', '2024-01-01', null],
    ['as of 2024', '2024-01-01', null],
    ['from 2024', '2024-01-01', null],
    ['from 2024 onwards', '2024-01-01', null],
    ['2024 onwards', '2024-01-01', null],
    ['since 2018', '2018-01-01', null],
    ['since January 2024', '2024-01-01', null],
    ['since 23 September 2023', '2023-09-23', null],
    ['as of November 2023', '2023-11-01', null],
    ['as from 1 July 2024', '2024-07-01', null],
    ['starting from 2025', '2025-01-01', null],
    ['with effect from 1 July 2024', '2024-07-01', null],
    ['no earlier than March 2025', '2025-03-01', null],
    ['after June 2024', '2024-07-01', null],
    ['after 3 June 2024', '2024-06-04', null],
    ['from the end of 2024', '2024-12-31', null],
  ],
  'spans of years': [
    ['2024-2025', '2024-01-01', '2025-12-31'],
    ['2024–2025', '2024-01-01', '2025-12-31'],
    ['2024 – 2025', '2024-01-01', '2025-12-31'],
    ['2024/2025', '2024-01-01', '2025-12-31'],
    ['2024/25', '2024-01-01', '2025-12-31'],
    ['2021-27', '2021-01-01', '2027-12-31'],
    ['in 2024 and 2025', '2024-01-01', '2025-12-31'],
    ['in 2024-2025', '2024-01-01', '2025-12-31'],
    ['in 2024, 2025 and 2026', '2024-01-01', '2026-12-31'],
    ['in 2024 or 2025', '2024-01-01', '2025-12-31'],
    ['over the period 2021-2025', '2021-01-01', '2025-12-31'],
    ['between 2021 and 2025', '2021-01-01', '2025-12-31'],
    ['from 2021 to 2025', '2021-01-01', '2025-12-31'],
    ['from 2024-2025', '2024-01-01', '2025-12-31'],
    ['from 2021 until the end of 2025', '2021-01-01', '2025-12-31'],
  ],
  months: [
    ['June 2024', '2024-06-01', '2024-06-30'],
    ['Jun. 2024', '2024-06-01', '2024-06-30'],
    ['Sept 2024', '2024-09-01', '2024-09-30'],
    ['Sept. 2024', '2024-09-01', '2024-09-30'],
    ['June, 2024', '2024-06-01', '2024-06-30'],
    ['JUNE 2024', '2024-06-01', '2024-06-30'],
    ['between March and May 2025', '2025-03-01', '2025-05-31'],
    ['throughout April and May 2024', '2024-04-01', '2024-05-31'],
    ['throughout the months of April and May 2024', '2024-04-01', '2024-05-31'],
    ['March-May 2025', '2025-03-01', '2025-05-31'],
    ['March to May 2025', '2025-03-01', '2025-05-31'],
    ['March, April and May 2025', '2025-03-01', '2025-05-31'],
    ['November 2024 to February 2025', '2024-11-01', '2025-02-28'],
    ['between November and February 2025', '2024-11-01', '2025-02-28'],
    ['June/July 2024', '2024-06-01', '2024-07-31'],
    ['end of June 2024', '2024-06-21', '2024-06-30'],
    ['early June 2024', '2024-06-01', '2024-06-10'],
    ['mid-June 2024', '2024-06-11', '2024-06-20'],
    ['by mid-June 2024', null, '2024-06-15'],
    ['by the end of June 2024', null, '2024-06-30'],
    ['from mid-June 2024', '2024-06-16', null],
    ['from June 2024 to mid-2025', '2024-06-01', '2025-06-30'],
    ['last week of June 2024', '2024-06-24', '2024-06-30'],
    ['2024-06', '2024-06-01', '2024-06-30'],
  ],
  days: [
    ['17-18 April 2024', '2024-04-17', '2024-04-18'],
    ['17–18 April 2024', '2024-04-17', '2024-04-18'],
    ['17 – 18 April 2024', '2024-04-17', '2024-04-18'],
    ['17 to 19 April 2024', '2024-04-17', '2024-04-19'],
    ['25 and 26 January 2024', '2024-01-25', '2024-01-26'],
    ['17, 18 and 19 April 2024', '2024-04-17', '2024-04-19'],
    ['17/18 April 2024', '2024-04-17', '2024-04-18'],
    ['30 May-1 June 2024', '2024-05-30', '2024-06-01'],
    ['30 May to 1 June 2024', '2024-05-30', '2024-06-01'],
    ['30 December-2 January 2025', '2024-12-30', '2025-01-02'],
    ['3 June 2024', '2024-06-03', '2024-06-03'],
    ['3rd June 2024', '2024-06-03', '2024-06-03'],
    ['3rd of June 2024', '2024-06-03', '2024-06-03'],
    ['3^rd^ June 2024', '2024-06-03', '2024-06-03'],
    ['3<sup>rd</sup> June 2024', '2024-06-03', '2024-06-03'],
    ['3 June, 2024', '2024-06-03', '2024-06-03'],
    ['3\u00a0June\u202f2024', '2024-06-03', '2024-06-03'],
    ['3&nbsp;June 2024', '2024-06-03', '2024-06-03'],
    ['3** _June_ 2024', '2024-06-03', '2024-06-03'],
    ['3 June\n2024', '2024-06-03', '2024-06-03'],
    ['3 Jun 2024', '2024-06-03', '2024-06-03'],
    ['03-Jun-2024', '2024-06-03', '2024-06-03'],
    ['3.6.2024', '2024-06-03', '2024-06-03'],
    ['03.06.2024', '2024-06-03', '2024-06-03'],
    ['3. 6. 2024', '2024-06-03', '2024-06-03'],
    ['03/06/2024', '2024-06-03', '2024-06-03'],
    ['2024-06-03', '2024-06-03', '2024-06-03'],
    ['December 31, 2024', '2024-12-31', '2024-12-31'],
    ['June 3rd, 2024', '2024-06-03', '2024-06-03'],
    ['April 17-18, 2024', '2024-04-17', '2024-04-18'],
    ['17-18.4.2024', '2024-04-17', '2024-04-18'],
    ['between 3 and 5 June 2024', '2024-06-03', '2024-06-05'],
    ['from 3 to 5 June 2024', '2024-06-03', '2024-06-05'],
    ['from 1 January until 30 June 2024', '2024-01-01', '2024-06-30'],
    ['29 February 2024', '2024-02-29', '2024-02-29'],
  ],
  'latest day': [
    ['by June 2025', null, '2025-06-30'],
    ['no later than 31 March 2025', null, '2025-03-31'],
    ['not later than 31 March 2025', null, '2025-03-31'],
    ['by no later than March 2025', null, '2025-03-31'],
    ['at the latest by January 2016', null, '2016-01-31'],
    ['until June 2025', null, '2025-06-30'],
    ['up to and including June 2025', null, '2025-06-30'],
    ['before 30 June 2024', null, '2024-06-29'],
    ['before June 2025', null, '2025-05-31'],
    ['prior to June 2025', null, '2025-05-31'],
    ['30 June 2024 at the latest', null, '2024-06-30'],
    ['by 2024-06-30', null, '2024-06-30'],
  ],
  'counted from the date of the report': [
    ['September this year', '2024-09-01', '2024-09-30'],
    ['September of this year', '2024-09-01', '2024-09-30'],
    ['next year', '2025-01-01', '2025-12-31'],
    ['this year', '2024-01-01', '2024-12-31'],
    ['last year', '2023-01-01', '2023-12-31'],
    ['later this month', '2024-06-03', '2024-06-30'],
    ['later this year', '2024-06-03', '2024-12-31'],
    ['next month', '2024-07-01', '2024-07-31'],
    ['next week', '2024-06-10', '2024-06-16'],
    ['next quarter', '2024-07-01', '2024-09-30'],
    ['this semester', '2024-01-01', '2024-06-30'],
    ['next autumn', '2024-09-01', '2024-11-30'],
    ['last spring', '2024-03-01', '2024-05-31'],
    ['next March', '2025-03-01', '2025-03-31'],
    ['early next year', '2025-01-01', '2025-03-31'],
    ['by the end of next year', null, '2025-12-31'],
    ['by the end of the year', null, '2024-12-31'],
    ['by the end of the month', null, '2024-06-30'],
    ['second half of this year', '2024-07-01', '2024-12-31'],
    ['by next summer', null, '2025-08-31'],
    ['past two years', '2022-06-03', '2024-06-03'],
    ['next five years', '2024-06-03', '2029-06-03'],
  ],
};

describe('readDate', () => {
  for (const [row, dates] of Object.entries(TABLE)) {
    for (const [words, earliest, latest] of dates) {
      it(`${row}: ${words.replace(/\s/g, ' ')}`, () => {
        assert.deepEqual(boundsOf(read(words)), { earliest, latest });
        assert.deepEqual(boundsOf(read(words.toUpperCase())), { earliest, latest });
        assert.deepEqual(boundsOf(read(` The ${words}. `)), { earliest, latest });
      });
    }
  }

  const recurring: readonly (readonly [string, string])[] = [
    ['every two years', 'P2Y'],
    ['every 2 years', 'P2Y'],
    ['every second year', 'P2Y'],
    ['every other year', 'P2Y'],
    ['every year', 'P1Y'],
    ['each year', 'P1Y'],
    ['annually', 'P1Y'],
    ['biennially', 'P2Y'],
    ['every six months', 'P6M'],
    ['every 12 months', 'P1Y'],
    ['every 18 months', 'P18M'],
    ['every semester', 'P6M'],
    ['every quarter', 'P3M'],
    ['every month', 'P1M'],
    ['every two weeks', 'P2W'],
    ['twice a year', 'P6M'],
  ];
  for (const [words, duration] of recurring) {
    it(`comes again ${words}`, () => {
      const date = read(words);
      assert.deepEqual(boundsOf(date), { earliest: null, latest: null });
      assert.equal(date.recurring, duration);
      assert.ok(!isDateProblem(readEdtf(date.edtf)));
    });
  }
  it('comes again from a first date on', () => {
    assert.deepEqual(facts(read('every two years from 2025')), ['2025-01-01', null, 'P2Y']);
    assert.deepEqual(facts(read('30 June 2024, then annually')), ['2024-06-30', '2024-06-30', 'P1Y']);
    assert.deepEqual(facts(read('by 31 March each year')), [null, '2025-03-31', 'P1Y']);
    assert.deepEqual(facts(read('quarterly')), [null, null, 'P3M']);
  });

  const fieldOnly: readonly Row[] = [
    ['2024', '2024-01-01', '2024-12-31'],
    ['3.6.24', '2024-06-03', '2024-06-03'],
    ['06/2024', '2024-06-01', '2024-06-30'],
    ['2024/06/03', '2024-06-03', '2024-06-03'],
    ['2024-6-3', '2024-06-03', '2024-06-03'],
    ['june 2024', '2024-06-01', '2024-06-30'],
    ['by may', null, '2025-05-31'],
    ['June', '2024-06-01', '2024-06-30'],
    ['by September', null, '2024-09-30'],
    ['since October', '2023-10-01', null],
    ['3 June', '2024-06-03', '2024-06-03'],
    ['June 3', '2024-06-03', '2024-06-03'],
    ['Q3', '2024-07-01', '2024-09-30'],
    ['autumn', '2024-09-01', '2024-11-30'],
    ['end of June', '2024-06-21', '2024-06-30'],
    ['in spring 2025', '2025-03-01', '2025-05-31'],
    ['on 3 June 2024', '2024-06-03', '2024-06-03'],
    ['Monday, 3 June 2024', '2024-06-03', '2024-06-03'],
    ['(autumn 2024)', '2024-09-01', '2024-11-30'],
    ['autumn 2024 (tbc)', '2024-09-01', '2024-11-30'],
    ['June 2024, tbc.', '2024-06-01', '2024-06-30'],
    ['**by mid-2024**', null, '2024-06-30'],
    ['"by mid-2024"', null, '2024-06-30'],
    ['expected in June 2024', '2024-06-01', '2024-06-30'],
    ['around mid-2024', '2024-06-01', '2024-07-31'],
    ['the next six months', '2024-06-03', '2024-12-03'],
    ['../2024-06-30', null, '2024-06-30'],
    ['2024-34', '2024-04-01', '2024-06-30'],
    ['2023-24', '2023-12-01', '2024-02-29'],
    ['June 2024 latest', null, '2024-06-30'],
    ['latest June 2024', null, '2024-06-30'],
    ['latest by June 2024', null, '2024-06-30'],
    ['starting in 2025', '2025-01-01', '2025-12-31'],
    ['starting early 2025', '2025-01-01', '2025-03-31'],
    ['today', '2024-06-03', '2024-06-03'],
    ['in the next five years', '2024-06-03', '2029-06-03'],
  ];
  for (const [words, earliest, latest] of fieldOnly) {
    it(`field: ${words}`, () => {
      assert.deepEqual(boundsOf(read(words)), { earliest, latest });
    });
  }

  const impossible: readonly (readonly [words: string, says: RegExp])[] = [
    ['31 June 2024', /no 31 June 2024.*30 days.*Write 30 June 2024/],
    ['32 May 2024', /no 32 May 2024.*Write 31 May 2024/],
    ['30 February 2025', /Write 28 February 2025/],
    ['29 February 2025', /28 days/],
    ['by 31 June 2024', /Write 30 June 2024/],
    ['2024-06-31', /2024-06-30/],
    ['31.6.2024', /30 June 2024/],
    ['June 31, 2024', /30 June 2024/],
    ['06/13/2024', /the day comes first.*Write 13 June 2024/],
    ['3.13.2024', /no month 13/],
    ['2024-13', /no month 13/],
    ['June 2025 to May 2024', /June 2025 comes after May 2024.*Write the earlier date first: May 2024 to June 2025/],
    ['from 2025 to 2024', /2025 comes after 2024/],
    ['2025-2024', /2025 comes after 2024/],
    ['18-17 April 2024', /comes after/],
  ];
  for (const [words, says] of impossible) {
    it(`finds ${words} impossible`, () => {
      const problem = readDate(words, REFERENCE);
      assert.ok(isDateProblem(problem), JSON.stringify(problem));
      assert.equal(problem.problem, 'impossible');
      assert.match(problem.message, says);
    });
  }

  for (const words of [
    ...[
      '',
      '   ',
      'tbc',
      'soon',
      'ongoing',
      'by the end of the legislature',
      'mid',
      'by',
      'in',
      'the',
      'Q5 2024',
      'H3 2024',
    ],
    ...[
      '30 June 2024 for Europol',
      'June 2024; July 2025',
      'once adopted',
      'in the coming months',
      'recent years',
      'every effort',
    ],
    ...[
      '2 000 officers',
      'Juin 2024',
      'first trimester of 2024',
      '24',
      '0 June 2024',
      'June 2024 and',
      'next years',
      'each day',
    ],
    ...['6504/24', 'COM(2023) 641', 'between March', 'between March and', `${'by '.repeat(100)}2024`],
  ]) {
    it(`cannot read "${words.slice(0, 40)}"`, () => {
      const problem = readDate(words, REFERENCE);
      assert.ok(isDateProblem(problem), JSON.stringify(problem));
      assert.equal(problem.problem, 'unparsable', problem.message);
      assert.match(problem.message, /Write for example 30 June 2024/);
      assert.equal(words.slice(problem.start, problem.end), words.trim());
    });
  }

  it('says why', () => {
    assert.match(read('by 2025').why ?? '', /by the end of 2025; some read 2024-12-31/);
    assert.match(read('by mid-2024').why ?? '', /30 June 2024/);
    assert.match(read('early 2024').why ?? '', /1 January 2024 to 31 March 2024/);
    assert.match(read('winter 2024').why ?? '', /end of February/);
    assert.match(read('next year').why ?? '', /Counted from 3 June 2024/);
    assert.match(read('by May').why ?? '', /read as 2025/);
    assert.match(read('before June 2025').why ?? '', /31 May 2025 at the latest/);
    assert.match(read('2023-24').why ?? '', /Winter.*For the years 2023 and 2024 write 2023\/2024/);
    assert.equal(read('3 June 2024').why, undefined);
    assert.equal(read('by the end of 2024').why, undefined);
  });

  it('gives EDTF that has the same bounds', () => {
    for (const [words, earliest, latest] of Object.values(TABLE).flat()) {
      const again = readEdtf(read(words).edtf);
      assert.ok(!isDateProblem(again), words);
      assert.deepEqual(boundsOf(again), { earliest, latest }, words);
    }
    const normal = [
      'Q2 2024',
      'H1 2025',
      'autumn 2024',
      'June 2024',
      'in 2024',
      '3.6.2024',
      'by mid-2024',
      '2024-2025',
    ];
    assert.deepEqual(
      normal.map((words) => read(words).edtf),
      ['2024-34', '2025-40', '2024-23', '2024-06', '2024', '2024-06-03', '../2024-06-30', '2024/2025'],
    );
  });
});

describe('findDates', () => {
  for (const [row, dates] of Object.entries(TABLE)) {
    for (const [words, earliest, latest] of dates) {
      it(`${row}: ${words.replace(/\s/g, ' ')}`, () => {
        assert.deepEqual(found(`The Commission works, ${words}, with the Council.`), [[words, earliest, latest]]);
        assert.deepEqual(found(`Work goes on (${words}).`), [[words, earliest, latest]]);
      });
    }
  }

  /** Words in square brackets are the dates, and all of them. */
  const sentences: readonly string[] = [
    'The Council meets in [June 2024], on [3 June 2024] and at the [end of 2025].',
    'During [2024], and for [2025], there is a budget for [2024-2025].',
    'It took place [in 2023 and 2024], for the [2024-2025] and in [spring 2025].',
    'The network starts in the [first semester of 2025]; the group ends [by the end of 2024].',
    'Four meetings, in [June] as well as in [autumn 2024].',
    'Held in [June] and [autumn 2024] in Brussels.',
    '[In 2023], one in Antwerp in [January], one in [August] and one in [September].',
    'On [17, 18 July] and on the [17th of February] they met.',
    '[Throughout the months of April and May 2024] it was discussed, [no later than 31 March 2025].',
    '**Europol reports [by **mid**-2024].** Then *[as from 2024]*, again.',
    '[Since 2018], and [since January 2024], [until 2027].',
    'A report [every two years], EUR 140 billion [every year], and [annually] for [each quarter].',
    'Operational [next year]; a first meeting in [September this year]; the [next five years].',
    '[By 2025], 20 ports; [in 2026], 25 states; [in 2024], 121 arrests.',
    'A call worth EUR 20 million [by the end of 2023].',
    'It runs [from 2024-2025], and [from 17 to 18 April 2024], and [between March and May 2025].',
    'Brussels, [18.10.2023]; [2024-06-03], [2024-06] and [2024-01-01/2024-06-30].',
    'The deadline is [../2024-06-30] or [2024-06-30/..].',
    'It covers [2021-2025] and the years [2024 and 2025]; over [2024-2026] too.',
    'Three operations ([2022-2023]) and the period [2021-2025].',
    'May I ask? In [May], and [by 3 May], [by May 2024] it may 2 weeks.',
    'They march in [March]; [by March] 5 % more; [until mid-May].',
    'On [3 June\n2024] it began.\n\n[2024-2025]\n\n- in [June 2024]\n- [in 2025]',
    '> quoted on [3 June\n> 2024] here',
    'Work of [June 2024–July 2024], [30 June 2024].',
    '| Action | [June 2024] | [by mid-2024] |',
    'In the year [2024], [by 3rd June 2024], see https://example.eu/2024-01-01.',
    'A team, starting [early 2025]; another starting [in 2026]; on [June 3], [by June 4], [by June] 25 officers.',
    'The latest 2024 figures, [by end June 2024], [end-June 2024], in [mid-June], in [May–June 2024], on [12 and 13 June].',
    'In the [first half of the year], [by the summer of 2025], in [Q1/Q2 2025], [Jan.–Mar. 2025], [before the end of this year].',
    'On [12 June 2024 and 3 September 2024], and on [12 June, 3 September and 5 December 2024].',
    'The group meets in the [autumn]. It reports [by Q4], [by the third quarter], [by mid-year], [in the course of the year].',
    'It was moved [from June 2025] to [May 2024].',
  ];
  for (const sentence of sentences) {
    it(sentence.slice(0, 60).replace(/\s/g, ' '), () => {
      const expected = [...sentence.matchAll(/\[([^\]]+)\]/g)].map((match) => match[1]);
      const text = sentence.replace(/[[\]]/g, '');
      assert.deepEqual(
        findDates(text, REFERENCE).map(({ start, end }) => text.slice(start, end)),
        expected,
      );
    });
  }

  it('takes the year of a sentence for a month without one', () => {
    assert.deepEqual(found('In 2023, a girl in January and a boy in August. In July it ended.'), [
      ['In 2023', '2023-01-01', '2023-12-31'],
      ['January', '2023-01-01', '2023-01-31'],
      ['August', '2023-08-01', '2023-08-31'],
      ['July', '2024-07-01', '2024-07-31'],
    ]);
    assert.deepEqual(found('Meetings in June as well as in autumn 2025.')[0], ['June', '2025-06-01', '2025-06-30']);
  });

  for (const text of [
    'Regulation (EU) 2024/1260',
    'Regulation (EU) 2023/2024 of the European Parliament',
    'Directive (EU) 2015/849 of the European Parliament and of the Council of 20 May 2015 on money laundering',
    'Council Framework Decision 2008/841/JHA of 24 October 2008 on the fight against organised crime',
    'Regulation (EC) No 273/2004 of the European Parliament and of the Council of 11 February 2004 on precursors',
    'Regulation (EC) No 725/2004 of the European Parliament and of the Council of 31 March 2004',
    'Council Decision of 25 May 2021 and Joint Action 98/733/JHA of 21 December 1998',
    'the Vienna Convention of 20 December 1988',
    'OJ C272 of 8.7.2021, p. 2',
    'OJ C 102I of 24.3.2021, p. 1',
    'OJ L 141, 5.6.2015, p. 1',
    '(OJ L 135 24.5.2016)',
    'Official Journal of the European Union L 119, 4.5.2016',
    'OJ L, 2024/1260, 2.5.2024',
    'ST 6504/24; 16376/3/23 REV 3',
    'COM(2023) 641 final and COM/2021/170 final',
    'C(2024) 2025 and SWD/2022/347',
    '2023/0123(COD)',
    'The EU Drugs Strategy 2021-2025 and the Action Plan 2024-2025',
    'The EU Strategy to tackle organised crime 2021-2025',
    'The EU strategy to tackle organised crime for 2021-2025',
    'EU drugs strategy and action plan for 2021–2025',
    'the Strategy on Cooperation with International Partners for 2024-2027',
    'EU Strategy to tackle organised crime (2021-2025)',
    'the Multi-annual Action Plan of 2022-2025',
    'for EMPACT 2022-2025 in its conclusions',
    'Horizon 2020 and the 2030 Agenda',
    'the 2021-2027 multiannual financial framework',
    'the 2024-2025 work programme',
    'Erasmus+ 2021-2027',
    'European Drug Report 2023',
    'EU SOCTA 2021 showed',
    'Europol (2024), Decoding networks, Publications Office, Luxembourg.',
    'Final report, Publications Office, 2020',
    'The 2008 Framework Decision and the 2023 report',
    'the work programme for 2024',
    '2 000 officers and 2,024 cases, 2.024 seizures',
    'by 2 000 officers, by 2000 officers, in 2000 tonnes',
    'page 2024, p. 2024, Article 2024',
    'EUR 2024 and € 2 024 and 2024 %',
    'https://data.europa.eu/doi/10.2832/2024-06-03 and www.example.eu/2024-06',
    'see [the report](https://example.eu/by-2024/in-2024-06-03.pdf)',
    'doi:10.2832/037962024-06-03 and 10.2832/2024-06-03',
    'topic horizon-cl3-2024-fct-01-08, file_2024_06_03.docx, report-2024-06-03.docx',
    'version 2024.1, v2024, 1.2.3.2024, release 3.6.2024.1',
    'at 10.30, 10:30, 15/16, 24/7',
    'ETS No 30, CTS No 198',
    'JAI 872, CORDROGUE 71',
    'in recent years, the last decade, the coming months, the coming year, in 2 weeks',
    'per year, yearly, daily, every effort, every time, an annual report, monthly figures',
    'by the end of the legislature, since then, after the summer break, by the end of the process',
    'They may march in spring water; the second quarter of the team falls; before the summer break; a mid-year review.',
    'It may be that fall is near. May the court decide? March on!',
    'Actions 3 and 4, Action 6, Q2 and H1',
    'The second half was better than the first.',
    'a 10-year-old boy, 11th round, 1st place',
    'the 2024-based model, 2024-2025-2026, in 2024-13456',
    'from 3 to 5 million, between 3 and 5 states, by 3',
    '31 June 2024 and by 32 May 2024',
    'post-2020 and pre-2024',
    'Resolution 1373 (2001)',
    'from page 12 to 2024',
    'Today, crime is global.',
  ]) {
    it(`finds no date in ${text.slice(0, 60)}`, () => {
      assert.deepEqual(found(text), []);
    });
  }

  it('leaves excluded spans alone', () => {
    const text = 'On 3 June 2024 and 4 June 2024, by 5 June 2024.';
    const exclude = [
      { start: text.indexOf('by'), end: text.length },
      { start: 3, end: 14 },
    ];
    assert.deepEqual(
      findDates(text, REFERENCE, exclude).map(({ start, end }) => text.slice(start, end)),
      ['4 June 2024'],
    );
  });

  it('gives existing days in order, whatever the text', () => {
    const words = fc.constantFrom(
      ...'by until before after from since as of in the and or to between early mid late end beginning first second last'.split(
        ' ',
      ),
      ...'next this year years quarter half month week every two 3 17 31 32 2024 2025 June May feb. Q2 H1 spring winter'.split(
        ' ',
      ),
      ...[
        '2024-06',
        '31.6.2024',
        '3/6/2024',
        '2024-02-30',
        '..',
        '../',
        '/..',
        'Strategy',
        'OJ L',
        'Decision',
        'onwards',
        'today',
      ],
    );
    const gaps = fc.constantFrom(
      ' ',
      ' ',
      ' ',
      '',
      '-',
      '–',
      '/',
      ', ',
      '. ',
      '\n',
      '\n\n',
      '**',
      '](',
      ' (',
      ') ',
      '\u00a0',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(words, gaps), { maxLength: 12 }), (pieces) => {
        const text = pieces.flat().join('');
        let end = 0;
        for (const one of findDates(text, REFERENCE)) {
          const { earliest, latest } = one.date;
          assert.ok(one.start >= end && one.end > one.start && one.end <= text.length, text);
          assert.ok(
            [earliest, latest].every((day) => day === null || isIsoDay(day)),
            text,
          );
          assert.ok(earliest === null || latest === null || earliest <= latest, text);
          assert.ok(!isDateProblem(readEdtf(one.date.edtf)), `${text}: ${one.date.edtf}`);
          end = one.end;
        }
        const field = readDate(text, REFERENCE);
        assert.ok(isDateProblem(field) ? field.message !== '' && field.end <= text.length : field.edtf !== '', text);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes time in proportion to the length of the text', function () {
    this.timeout(60_000);
    const pieces = [
      ...[
        'by ',
        '1 ',
        '1, ',
        '2024-',
        '2024-2024-2024 ',
        '2024, ',
        'June, ',
        'in June ',
        'first and ',
        'early ',
        'end of the ',
        '3-',
      ],
      ...[
        'Strategy 2021-2025 ',
        'of the European Parliament and of the Council of 20 May 2015 ',
        '](',
        'every ',
        'from 2024 to ',
      ],
      ...[
        'in 2024 and ',
        '. ',
        ' ',
        '\n',
        '**',
        'http://',
        '10.1000/',
        '3.6.',
        'a',
        '3^rd^ ',
        'June 3-5-',
        'between 3 and ',
        'OJ L ',
        'next ',
      ],
    ];
    for (const piece of pieces) {
      const time = (characters: number): number => {
        const text = piece.repeat(Math.ceil(characters / piece.length));
        const begin = process.cpuUsage();
        findDates(text, REFERENCE);
        const { user, system } = process.cpuUsage(begin);
        return (user + system) / 1000;
      };
      time(10_000);
      const best = (characters: number) => Math.min(...[1, 2, 3].map(() => time(characters)));
      const [short, long] = [best(30_000), best(120_000)];
      // Four times the text may take four times as long. Collecting garbage is part of it, so twice that is no failure.
      assert.ok(long < Math.max(8 * short, 300), `"${piece}": ${short.toFixed(0)} ms, then ${long.toFixed(0)} ms`);
      assert.ok(long < 2000, `"${piece}": ${long.toFixed(0)} ms for 120 KB`);
    }
    const fields = pieces.map((piece) => readDate(piece.repeat(20_000), REFERENCE));
    assert.ok(fields.every((field) => 'problem' in field));
  });
});

describe('the use of the reference day', () => {
  const texts: readonly (readonly [string, boolean])[] = [
    ['Prose that may go on, and 5 reports', false],
    ['by 30 June 2024', false],
    ['from March to May 2024', false],
    ['annually', false],
    ['on 3 June', true],
    ['on 29 February', true],
    ['next year', true],
    ['as of today', true],
    ['by the end of the year', true],
  ];
  for (const [text, isUsed] of texts) {
    it(`is ${isUsed ? '' : 'not '}told of "${text}"`, () => {
      const [prose, field] = [{ isUsed: false }, { isUsed: false }];
      findDates(`It is due ${text}.`, REFERENCE, [], prose);
      readDate(text, REFERENCE, field);
      assert.deepEqual([prose.isUsed, field.isUsed], [isUsed, isUsed]);
    });
  }

  it('is not told of a day whose sentence names the year', () => {
    const use = { isUsed: false };
    findDates('On 3 June, and again on 4 July 2024, they met.', REFERENCE, [], use);
    assert.equal(use.isUsed, false);
  });
});

function read(words: string): PolicyDate {
  const date: PolicyDate | DateProblem = readDate(words, REFERENCE);
  assert.ok(!isDateProblem(date), `${words}: ${'message' in date ? date.message : ''}`);
  return date;
}

function boundsOf({ earliest, latest }: PolicyDate): { earliest: IsoDay | null; latest: IsoDay | null } {
  return { earliest, latest };
}

function facts({ earliest, latest, recurring }: PolicyDate): readonly (string | null)[] {
  return [earliest, latest, recurring];
}

function found(text: string): readonly Row[] {
  return findDates(text, REFERENCE).map(({ date, start, end }) => [text.slice(start, end), date.earliest, date.latest]);
}
