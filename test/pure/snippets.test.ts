import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { EntryFields } from '../../server/src/model/report';
import { problemsOf } from '../../server/src/model/section';
import { FIELD_NAMES } from '../../server/src/parse/fields';
import { snapshotOf, uriOf } from '../analyse';
import { format } from '../formatted';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
}

/** What a drafter has who takes a snippet as it is. */
const VARIABLES: Readonly<Record<string, string>> = {
  CURRENT_YEAR: '2024',
  CURRENT_MONTH: '05',
  CURRENT_DATE: '14',
  CURRENT_MONTH_NAME: 'May',
};

function snippetsOf(file: string): readonly Snippet[] {
  return Object.values(JSON.parse(readFileSync(`snippets/${file}`, 'utf8')) as Record<string, Snippet>);
}

function expanded({ body }: Snippet, indent: string): string {
  const lines = body.map((line) =>
    line
      .replace(/\$([A-Z_]+)/g, (_, name: string) => VARIABLES[name] ?? assert.fail(name))
      .replace(/\$\{\d+\|([^,|]+)[^}]*\}/g, '$1')
      .replace(/\$\{\d+:([^}]*)\}/g, '$1')
      .replace('$0', ''),
  );
  return lines.map((line) => (line === '' ? line : indent + line)).join('\n');
}

/** Checks that a text is a report which reads and is formatted, and gives the fields of its first entry. */
function fieldsIn(path: string, text: string): readonly string[] {
  const report = snapshotOf({ [path]: text }).report(uriOf(path))?.report;
  assert.ok(report, text);
  assert.deepEqual(problemsOf(report), [], text);
  assert.deepEqual(format(path, text).edits, [], text);
  const fields: EntryFields = report.sections.find(({ actions }) => actions.length > 0)?.fields ?? {};
  return FIELD_NAMES.filter(({ property }) => fields[property]).map(({ key }) => key);
}

const ALL = FIELD_NAMES.map(({ key }) => key);

describe('snippets', () => {
  it('in Markdown make fields that are read, every field of an entry, formatted', () => {
    const found = snippetsOf('markdown.code-snippets').flatMap((snippet) => {
      const text = expanded(snippet, '');
      const isEntry = snippet.prefix === 'rapporteur-entry';
      const entry = isEntry ? text.replace('number', '6') : `## Action 6\n\n${text}`;
      return snippet.prefix === 'rapporteur-report'
        ? fieldsIn('/a.report.md', text.trimEnd().concat('\n'))
        : fieldsIn('/a.report.md', `---\nroadmap: eu-drugs-2023\n---\n\n${entry}`);
    });
    assert.deepEqual([...new Set(found)].sort(), [...ALL].sort());
  });

  it('in YAML make fields that are read, every field of an entry, formatted', () => {
    const items: Readonly<Record<string, string>> = {
      'rapporteur-deliverable': 'deliverables',
      'rapporteur-next': 'next',
    };
    const found = snippetsOf('yaml.code-snippets').flatMap((snippet) => {
      const list = items[snippet.prefix];
      const head = 'roadmap: eu-drugs-2023\nentries:\n';
      if (snippet.prefix === 'rapporteur-report') {
        return fieldsIn('/a.report.yaml', expanded(snippet, ''));
      }
      if (snippet.prefix === 'rapporteur-entry') {
        return fieldsIn('/a.report.yaml', head + expanded(snippet, '  ').replace('number', '6'));
      }
      const below = list ? `    ${list}:\n${expanded(snippet, '      ')}` : expanded(snippet, '    ');
      return fieldsIn('/a.report.yaml', `${head}  - action: "6"\n${below}`);
    });
    assert.deepEqual([...new Set(found)].sort(), [...ALL].sort());
  });
});
