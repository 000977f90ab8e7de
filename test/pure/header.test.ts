import assert from 'node:assert/strict';
import type { Field, ReportHeader } from '../../server/src/model/report';
import { frontMatterOf } from '../../server/src/parse/front-matter';
import { type HeaderReading, parseHeader, readFrontMatter } from '../../server/src/parse/header';
import { at, outlineOf } from './markdown-sample';

/** Front matter with these lines. */
function front(...lines: readonly string[]): { readonly text: string } & HeaderReading {
  const text = `---\n${lines.join('\n')}\n---\n\n# Boats\n`;
  return { text, ...readFrontMatter(text) };
}

function valuesOf(fields: readonly Field<string>[] | undefined): readonly (string | undefined)[] | undefined {
  return fields?.map(({ value }) => value);
}

/** Codes of the problems, and what each points at. */
function problemsOf({ text, problems }: { readonly text: string } & HeaderReading): readonly string[] {
  return problems.map(
    ({ code, span, replacement }) => `${code} ${at(text, span)}${replacement ? ` > ${replacement}` : ''}`,
  );
}

describe('front matter', () => {
  it('is between lines of dashes', () => {
    const text = '---\na: b\n---\nText';
    assert.deepEqual(frontMatterOf(text), {
      inside: { start: 4, end: 9 },
      bodyStart: 13,
      fence: { start: 0, end: 3 },
      closed: true,
    });
  });

  it('may end with dots, be empty, have Windows line ends and a byte order mark', () => {
    assert.equal(frontMatterOf('---\na: b\n...\nText')?.bodyStart, 13);
    assert.deepEqual(frontMatterOf('---\n---\n')?.inside, { start: 4, end: 4 });
    assert.deepEqual(frontMatterOf('\uFEFF---\r\na: b\r\n---\r\nText')?.inside, { start: 6, end: 12 });
    assert.equal(frontMatterOf('---  \na: b\n---\t\nText')?.closed, true);
  });

  for (const text of ['', 'a: b\n---\n', '----\na: b\n---\n', ' ---\na: b\n---\n', '---\n\nText\n', '---\nText\n']) {
    it(`is not in ${JSON.stringify(text)}`, () => {
      assert.equal(frontMatterOf(text), undefined);
    });
  }

  it('that is not closed ends where the keys do', () => {
    const text = '---\nroadmap: x\ntitle: y\n\n# Boats\n\nText\n';
    assert.deepEqual([frontMatterOf(text)?.closed, frontMatterOf(text)?.bodyStart], [false, 24]);
    assert.deepEqual(outlineOf(text), ['Boats']);
  });

  it('that is not closed does not end at a rule further down', () => {
    const text = '---\nroadmap: x\n\n## Boats\n\n---\n\nText\n';
    assert.equal(frontMatterOf(text)?.bodyStart, 15);
  });

  it('may have blank lines and comments', () => {
    assert.equal(frontMatterOf('---\na: b\n\n# note\n\nc: d\n---\nText')?.closed, true);
  });
});

describe('header of a Markdown report', () => {
  it('has every key with its place', () => {
    const { text, header } = front(
      'roadmap: harbours-2030',
      'kind: progress-report',
      'title: "Clean: boats"',
      'author: navy',
      'reference: ST 10270/24',
      'date: 2030-06-03',
      'as-of: 3 June 2030',
      'period: 2030-01-01/2030-06-30',
      'previous: ./a.report.md',
    );
    const texts = (['kind', 'title', 'author', 'reference', 'previous'] as const).map((key) => header[key]?.value);
    assert.deepEqual(texts, ['progress-report', 'Clean: boats', 'navy', 'ST 10270/24', './a.report.md']);
    assert.deepEqual(valuesOf(header.roadmaps), ['harbours-2030']);
    assert.deepEqual(
      [header.date?.value?.edtf, header.asOf?.value?.edtf, header.period?.value?.latest],
      ['2030-06-03', '2030-06-03', '2030-06-30'],
    );
    assert.equal(header.title && at(text, header.title.span), 'Clean: boats');
    assert.equal(header.title && at(text, header.title.key), 'title');
    assert.equal(header.keys.length, 9);
    assert.equal(header.span && at(text, header.span).startsWith('roadmap: h'), true);
  });

  it('is empty without front matter', () => {
    assert.deepEqual(parseHeader('# Boats\n', 'markdown'), { roadmaps: [], keys: [] });
  });

  it('has several roadmaps', () => {
    assert.deepEqual(valuesOf(front('roadmap: [a, b]').header.roadmaps), ['a', 'b']);
    assert.deepEqual(valuesOf(front('roadmap:', '  - a', '  - b').header.roadmaps), ['a', 'b']);
  });

  it('has none where the key says nothing', () => {
    assert.deepEqual(front('roadmap:').header.roadmaps, []);
    assert.deepEqual(
      front('roadmap:').header.keys.map(({ name }) => name),
      ['roadmap'],
    );
  });

  it('has an empty field where a value is missing', () => {
    const { text, header } = front('title: ', 'date: 2030-01-01');
    assert.deepEqual([header.title?.value, header.title?.text], [undefined, '']);
    assert.equal(header.title && text.slice(0, header.title.span.start), '---\ntitle: ');
  });

  it('keeps words that are no date', () => {
    const { header } = front('date: soon');
    assert.deepEqual([header.date?.value, header.date?.text], [undefined, 'soon']);
  });

  it('counts relative dates from its own date', () => {
    assert.equal(front('date: 2030-02-05', 'as-of: end of this month').header.asOf?.value?.latest, '2030-02-28');
  });

  it('knows no relative date where it has none itself', () => {
    assert.equal(front('as-of: this month').header.asOf?.value, undefined);
    assert.equal(front('date: this month').header.date?.value, undefined);
  });

  it('has a scope', () => {
    const { header, problems } = front(
      'scope:',
      '  areas: [water, air]',
      '  actions: ["4", 6.10]',
      '  actors: navy',
      '  except:',
      '    - action: "8"',
      '      reason: next one in 2031',
      '    - "9"',
    );
    const { scope } = header;
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [valuesOf(scope?.areas), valuesOf(scope?.actions), valuesOf(scope?.actors)],
      [['water', 'air'], ['4', '6.10'], ['navy']],
    );
    assert.deepEqual(
      scope?.except.map(({ action, reason }) => [action.value, reason?.value]),
      [
        ['8', 'next one in 2031'],
        ['9', undefined],
      ],
    );
  });

  it('leaves keys of other programs alone', () => {
    const lines = [
      'lang: en',
      'layout: post',
      'tags: [a]',
      'authors: [a]',
      'references: []',
      'toc: true',
      'x: {y: z}',
      'date-format: iso',
    ];
    assert.deepEqual(problemsOf(front(...lines)), []);
  });

  it('leaves their values under its own keys alone', () => {
    const { header, problems } = front('author:', '  - Navy', '  - Port', 'title: {a: b}');
    assert.deepEqual([problems, header.author?.value, header.title], [[], 'Navy', undefined]);
  });

  const slips: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['a key that looks like one of ours', ['roadmp: x'], ['report-field-unknown roadmp > roadmap']],
    ['a key in capitals', ['Roadmap: x'], ['report-field-unknown Roadmap > roadmap']],
    ['an underscore', ['as_of: 2030'], ['report-field-unknown as_of > as-of']],
    ['entries', ['entries: []'], ['report-field-unknown entries']],
    ['a key of the scope', ['scope:', '  area: [water]'], ['report-field-unknown area > areas']],
    ['a scope that is a text', ['scope: water'], ['value-invalid water']],
    ['a list for a text', ['previous: [a, b]'], ['value-invalid [a, b] > "[a, b]"']],
    ['an exception without action', ['scope:', '  except:', '    - reason: x'], ['value-invalid reason: x']],
    ['a text for keys', ['only words'], ['value-invalid only words']],
    ['a list for keys', ['- a'], ['value-invalid - a']],
  ];
  for (const [name, lines, expected] of slips) {
    it(`reports ${name}`, () => {
      assert.deepEqual(problemsOf(front(...lines)), expected);
    });
  }

  it('reports an unclosed quotation mark on its line, and reads the rest', () => {
    const reading = front('title: "Clean boats', 'author: navy');
    assert.deepEqual(problemsOf(reading), ['syntax "Clean boats > "Clean boats"']);
    assert.equal(reading.header.author?.value, 'navy');
  });

  it('reports a key that stands twice, and reads the first', () => {
    const reading = front('title: a', 'title: b');
    assert.deepEqual(problemsOf(reading), ['syntax title']);
    assert.equal(reading.header.title?.value, 'a');
  });

  it('reports a text that a comma broke in braces', () => {
    const reading = front('scope: {except: [{action: 8, reason: late, no boats}]}');
    assert.deepEqual(problemsOf(reading), ['syntax late, no boats > "late, no boats"']);
    assert.equal(reading.header.scope?.except[0]?.reason?.value, 'late, no boats');
  });

  it('reports that it is not closed', () => {
    const text = '---\nroadmap: x\n\n# Boats\n';
    assert.deepEqual(problemsOf({ text, ...readFrontMatter(text) }), ['syntax ---']);
  });
});

describe('header of a YAML report', () => {
  function header(...lines: readonly string[]): ReportHeader {
    return parseHeader(`${lines.join('\n')}\n`, 'yaml');
  }

  it('is read without the entries', () => {
    const { roadmaps, date } = header(
      'roadmap: x',
      'date: 2030-06-03',
      'entries:',
      '  - action: "4"',
      '    text: "broken',
    );
    assert.deepEqual([valuesOf(roadmaps), date?.value?.edtf], [['x'], '2030-06-03']);
  });

  it('goes on behind the entries', () => {
    const text = ['roadmap: x', 'entries:', '- action: "4"', '  text: |', '    date: 2020-01-01', 'date: 2030-06-03'];
    const read = header(...text);
    assert.equal(read.date?.value?.edtf, '2030-06-03');
    assert.equal(read.date && at(text.join('\n'), read.date.span), '2030-06-03');
  });

  it('is read where there are no entries, or nothing', () => {
    assert.deepEqual(valuesOf(header('roadmap: x').roadmaps), ['x']);
    assert.deepEqual(header('').roadmaps, []);
  });

  it('does not look into texts', () => {
    assert.deepEqual(
      header('title: |', '  roadmap: y', 'roadmap: x').roadmaps.map(({ value }) => value),
      ['x'],
    );
  });
});
