import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { newNameRefusal, type RenameTarget, renameTarget } from '../../../server/src/features/rename';
import { renameEdits } from '../../../server/src/features/rename-edits';
import { OccurrenceReader } from '../../../server/src/lsp/occurrence-reader';
import { type Occurrence, type Subject, subjectKey } from '../../../server/src/model/subject';
import type { WorkspaceSnapshot } from '../../../server/src/project/workspace';
import { snapshotOf, uriOf } from '../../analyse';
import { HARBOUR_ACTORS, HARBOUR_ROADMAP } from '../../harbour-workspace';
import { applyEdits } from '../../moving';

const MARKDOWN_LINES = [
  '# The docks',
  '## Measure 6.10: Light the docks',
  '## Measures 6.10, 7 and 8',
  '### Measures 7-8',
  '## Sweep the docks <!-- Measure 7 -->',
  '## Measures 7 and 8 (plan)',
  '## Measures 7 and 7, see <!-- Measure 7 -->',
  'In Measure 7 (plan) and **plan:8**, plan : 7 of the plan (Plan).',
  '- **Actors:** port, Europol (including PA)',
  '- **Actors:** the Harbour Office; old-port',
  '- **Evidence:** ST 300/24',
  'The Port Authority 🚢 met in measure 7, see Measures 6.10 and 8.[^1] “The Port Authority said so.”',
  '> The Harbour Office and PA 𝒳 wait for Measure 6.1.',
  '**Deliverables**',
  '- 6.1: delivered (14 May 2024)',
  '- Lamps on the piers: late',
  '- C1: delivered',
  '**Next steps**',
  '- Harbour Office will meet [^2] (autumn 2024)',
  '[^1]: See `[^1]` and ST 200/24 of the Port Authority.',
  '| Measure | Status | Actors |\n|---|---|---|\n| 8 | late | PA, port |\n| Measure 7 | done | Port Authority |',
  '```\nMeasure 7 of the Port Authority [^1]\n```',
  '🚢🚢 port and plan',
  '',
];

const YAML_LINES = [
  '  - action: "6.10"',
  '  - action: 7',
  "  - action: ['7', plan:8]",
  '  - action: [8, plan:8, "Sweep the docks"]',
  '  - action: Measure 8',
  '  - section: The docks 🚢',
  '    actors: [port, "PA", Port Authority]',
  '    actors: Port Authority, Europol and old-port',
  '    text: |\n      The Port Authority met in Measure 7.[^1]\n\n      [^1]: Says 🚢 the Harbour Office.',
  '    text: The Port Authority 𝒳 met in Measure 7',
  '    text: \'Measure 8, see "Measure 7" of the PA\'',
  '    deliverables:\n      - deliverable: "6.1"\n        actors: [port]\n      - C1: delivered\n      - deliverable: Lamps on the piers',
  '    next:\n      - text: Port Authority will meet\n        actors: [PA]',
  '    evidence: [ST 300/24]',
  '    # Measure 7 of the Port Authority',
  '',
];

const HEADERS = [
  'author: port',
  'author: "Port Authority"',
  'scope:\n  areas: [docks]\n  actions: ["6.10", 7, Measure 8, plan:7]\n  actors: [PA]',
  'scope:\n  areas:\n    - The docks\n  except:\n    - action: 8\n      reason: later',
  'title: The Port Authority 🚢',
];

/** A workspace: a roadmap, its actors, and a draft in each format, with any line ends. */
const WORKSPACES = fc
  .record({
    header: fc.subarray(HEADERS, { minLength: 0 }),
    markdown: fc.array(fc.constantFrom(...MARKDOWN_LINES), { maxLength: 12 }),
    yaml: fc.array(fc.constantFrom(...YAML_LINES), { maxLength: 12 }),
    lineEnd: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ header, markdown, yaml, lineEnd }) => {
    const top = ['roadmap: plan', ...header].join('\n');
    const files = {
      '/plan.roadmap.yaml': HARBOUR_ROADMAP,
      '/actors.yaml': HARBOUR_ACTORS,
      '/a.report.md': `---\n${top}\n---\n\n${markdown.join('\n\n')}\n`,
      '/b.report.yaml': `${top}\nentries:\n${yaml.join('\n')}\n`,
    };
    return Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(/\n/g, lineEnd)]));
  });

const NEW_NAMES = [
  '9',
  '6.20',
  'A.3',
  'IV',
  '5b',
  'piers',
  'harbour-office-2',
  'Sea Authority',
  'SA',
  'note',
  'Müller’s Office',
];

interface Renaming {
  readonly target: RenameTarget;
  readonly newName: string;
  readonly before: WorkspaceSnapshot;
  readonly after: WorkspaceSnapshot;
  readonly path: string;
}

/** How often each subject stands in a file, the renamed one under its new name; what is ambiguous left out. */
function counts(snapshot: WorkspaceSnapshot, path: string, renamed: (subject: Subject) => Subject): readonly string[] {
  return new OccurrenceReader()
    .of(snapshot, uriOf(path))
    .map(({ subject, form, isDefinition }) => `${subjectKey(renamed(subject))} ${form} ${isDefinition}`)
    .sort();
}

function check({ target, newName, before, after, path }: Renaming, paths: readonly string[]): void {
  const rename = (subject: Subject): Subject => {
    if (target.subject.kind === 'roadmap') {
      return 'roadmap' in subject && subject.roadmap === target.subject.roadmap
        ? { ...subject, roadmap: newName }
        : subject;
    }
    const isIt = subjectKey(subject) === subjectKey(target.subject) && target.of === 'id';
    return !isIt
      ? subject
      : subject.kind === 'footnote'
        ? { ...subject, label: newName }
        : ({ ...subject, id: newName } as Subject);
  };
  for (const one of target.subject.kind === 'footnote' ? [path] : paths) {
    const wanted = counts(before, one, rename);
    assert.deepEqual(
      counts(after, one, (subject) => subject),
      wanted,
      `${one}\n${before.text(uriOf(one))}\n---\n${after.text(uriOf(one))}`,
    );
  }
}

describe('what is named in any draft', () => {
  it('stands inside the text, however broken that is, and is found from each of its letters', () => {
    const cuts = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 }), fc.constantFrom('', '[^', '"', '\n', ': ', '- ')));
    const property = fc.property(WORKSPACES, cuts, (files, all) => {
      const broken = Object.fromEntries(
        Object.entries(files).map(([path, text]) => [
          path,
          all.reduce((words, [from, length, put]) => {
            const at = from % (words.length + 1);
            return words.slice(0, at) + put + words.slice(at + length);
          }, text),
        ]),
      );
      const snapshot = snapshotOf(broken);
      const reader = new OccurrenceReader();
      for (const [path, text] of Object.entries(broken)) {
        const found = reader.of(snapshot, uriOf(path));
        for (const { span, name, subject } of found) {
          assert.ok(0 <= span.start && span.start <= name.start && name.end <= span.end && span.end <= text.length);
          const there = span.end > span.start ? reader.at(snapshot, uriOf(path), span.start) : [];
          assert.ok(span.end === span.start || there.length > 0, `${subjectKey(subject)} in ${text}`);
          const named = reader.naming(snapshot, uriOf(path), [subject]);
          assert.deepEqual(
            named,
            found.filter((other) => subjectKey(other.subject) === subjectKey(subject)),
          );
          const target = { subject, of: 'id', written: text.slice(name.start, name.end), span: name } as RenameTarget;
          applyEdits(text, renameEdits(target, '99', text, path.endsWith('.md') ? 'markdown' : 'yaml', named));
        }
      }
    });
    fc.assert(property, { numRuns: 60 });
  }).timeout(120_000);
});

describe('any rename in any workspace', () => {
  it('changes what it renames and leaves every other byte, and all names what it named', () => {
    const property = fc.property(WORKSPACES, fc.nat(), fc.constantFrom(...NEW_NAMES), (files, pick, newName) => {
      const before = snapshotOf(files);
      const reader = new OccurrenceReader();
      const paths = Object.keys(files);
      const all = paths.flatMap((path) =>
        reader.of(before, uriOf(path)).map((occurrence): readonly [string, Occurrence] => [path, occurrence]),
      );
      const [path, occurrence] = all[pick % all.length] ?? [];
      assert.ok(path && occurrence);
      const target = renameTarget(before, [occurrence], files[path] ?? '', (uri) => !uri.startsWith('file:'));
      if ('refusal' in target) {
        return;
      }
      const labels = all.flatMap(([, { subject }]) => (subject.kind === 'footnote' ? [subject.label] : []));
      if (newNameRefusal(target, newName, before, new Set(labels)) !== undefined) {
        return;
      }
      const changed = (target.subject.kind === 'footnote' ? [path] : paths).map((one) => {
        const text = files[one] ?? '';
        const own = reader.of(before, uriOf(one));
        const edits = renameEdits(target, newName, text, one.endsWith('.md') ? 'markdown' : 'yaml', own);
        const places = own.filter(({ subject }) => subjectKey(subject) === subjectKey(target.subject));
        for (const { span, newText } of edits) {
          assert.ok(places.some(({ name }) => name.start === span.start && name.end === span.end));
          assert.ok(newText === newName || newText === `"${newName}"`);
        }
        return [one, applyEdits(text, edits)] as const;
      });
      check({ target, newName, before, after: snapshotOf({ ...files, ...Object.fromEntries(changed) }), path }, paths);
    });
    fc.assert(property, { numRuns: 150 });
  }).timeout(120_000);
});
