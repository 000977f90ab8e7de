import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { FileProblem } from '../../server/src/model/file-problem';
import { DEFAULT_SETTINGS } from '../../server/src/model/settings';
import { PROJECT_KEYS, parseProjectFile } from '../../server/src/parse/project-file';

const URI = 'test:/rapporteur.yaml';

describe('parseProjectFile', () => {
  it('reads every setting', () => {
    const text = `reports: ["reports/**/*.md"]
roadmap: plan
roadmaps:
  - ../plan.roadmap.yaml
actors: ../actors.yaml
rules:
  action-order: info
  deadline-due-soon: off
due-soon-days: 30
as-of: 2024-06-03
style: isg
kinds:
  - kind: note
    extends: statement
`;
    assert.deepEqual(parseProjectFile(URI, text), {
      settings: {
        reports: ['reports/**/*.md'],
        roadmap: 'plan',
        roadmaps: ['../plan.roadmap.yaml'],
        actors: ['../actors.yaml'],
        rules: { 'action-order': 'info', 'deadline-due-soon': 'off' },
        dueSoonDays: 30,
        asOf: '2024-06-03',
        style: 'isg',
        kinds: [{ id: 'note', base: 'statement' }],
      },
      problems: [],
    });
  });

  it('has a key for every setting that is not the editor’s alone', () => {
    const settings = [
      ...Object.values(PROJECT_KEYS),
      'diagnosticMode',
      'dateHints',
      'actorHints',
      'titleHints',
      'paranoid',
    ];
    assert.deepEqual(settings.sort(), Object.keys(DEFAULT_SETTINGS).sort());
  });

  it('says nothing where the file says nothing', () => {
    for (const text of ['', '# comment\n', 'roadmap:\nrules:\n', 'reports: ~\n']) {
      assert.deepEqual(parseProjectFile(URI, text), { settings: {}, problems: [] }, text);
    }
  });

  it('takes an empty list as one', () => {
    assert.deepEqual(parseProjectFile(URI, 'reports: []\n').settings, { reports: [] });
  });

  const wrong: readonly (readonly [text: string, code: FileProblem['code'], replacement: string | undefined])[] = [
    ['roadmaap: plan', 'roadmap-invalid', 'roadmap'],
    ['due-soon-days: soon', 'roadmap-invalid', undefined],
    ['due-soon-days: -1', 'roadmap-invalid', undefined],
    ['as-of: 3 June 2024', 'roadmap-date-invalid', '2024-06-03'],
    ['style: iso', 'roadmap-invalid', 'isg'],
    ['rules: {action-order: warn1ng}', 'roadmap-invalid', 'warning'],
    ['rules: [action-order]', 'roadmap-invalid', undefined],
    ['- x', 'roadmap-invalid', undefined],
    ['roadmap: "plan', 'syntax', '"plan"'],
  ];
  for (const [text, code, replacement] of wrong) {
    it(`reports ${text}`, () => {
      const { problems } = parseProjectFile(URI, `${text}\n`);
      assert.deepEqual(
        problems.map((problem) => [problem.code, problem.replacement]),
        [[code, replacement]],
      );
    });
  }

  it('never throws', () => {
    const line = fc.constantFrom(
      'rules:',
      '  action-order: off',
      '  x: [',
      'style: {',
      'as-of: x',
      'reports:',
      '  - a',
      'x',
      'due-soon-days: 1e9',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const text = lines.join('\n');
        for (const { span } of parseProjectFile(URI, text).problems) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        }
      }),
    );
  });
});
