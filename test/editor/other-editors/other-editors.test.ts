import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { skipBecause } from '../../skip-because';

const run = promisify(execFile);

const ROADMAP = `roadmap: harbours
title: Roadmap for safer harbours
reference: HB 1
date: 2024-01-15
areas:
  - area: quays
    title: Quays
actions:
  - action: "6"
    title: Counting the cranes
    area: quays
    actors: [harbour-board]
  - action: "7"
    title: Painting the bollards
    area: quays
    actors: [harbour-board]
`;

const ACTORS = `actors:
  - actor: harbour-board
    name: Harbour Board
    kind: body
`;

const EARLIER = `---
roadmap: harbours
title: First report
author: harbour-board
date: 2024-03-01
scope:
  actions: ["6"]
---

## Action 6: Counting the cranes

- **Status:** in progress
- **Actors:** Harbour Board

Half of the cranes are counted.
`;

const MARKDOWN = `---
roadmap: harbours
title: Second report
author: harbour-board
date: 2024-06-03
previous: first.report.md
scope:
  actions: ["6"]
---

## Action 66: Counting the cranes

- **Status:**   in progress
- **Actors:** Harbour Board

All of the cranes are counted.[^list]

[^list]: In the list of cranes.
`;

const YAML = `roadmap: harbours
title: Second report
author: harbour-board
date: 2024-06-03
previous: first.report.md
scope:
  actions: ["6"]
entries:
  - action: "66"
    status:   in-progress
    actors: [harbour-board]
    text: |
      All of the cranes are counted.[^list]

      [^list]: In the list of cranes.
`;

/** What the scripts write: what the editor showed, and the texts that it had after each change. */
interface Answer {
  readonly error?: string;
  readonly findings: readonly Finding[];
  readonly completions: readonly string[];
  readonly hover: string;
  readonly definitions: readonly Place[];
  readonly references: readonly Place[];
  readonly renamed: Readonly<Record<string, string>>;
  readonly formatted: string;
}

interface Finding {
  readonly code: string;
  readonly severity: string;
  /** The words that it marks. */
  readonly text: string;
}

interface Place {
  readonly file: string;
  /** The line's text. */
  readonly line: string;
}

interface OtherEditor {
  readonly name: string;
  readonly program: string;
  /** The language of its block in the README. */
  readonly configuration: string;
  readonly args: (configuration: string, script: string) => string[];
  readonly script: string;
}

const EDITORS: readonly OtherEditor[] = [
  {
    name: 'Neovim',
    program: 'nvim',
    configuration: 'lua',
    args: (configuration, script) => [
      ...['--clean', '--headless', '-n'],
      ...['-c', `luafile ${configuration}`, '-c', `luafile ${script}`],
    ],
    script: 'neovim.lua',
  },
  {
    name: 'Emacs with eglot',
    program: 'emacs',
    configuration: 'elisp',
    args: (configuration, script) => ['--batch', '-f', 'package-initialize', '-l', configuration, '-l', script],
    script: 'eglot.el',
  },
];

for (const editor of EDITORS) {
  describe(`${editor.name}, as the README configures it`, function () {
    this.timeout(120_000);
    let folder: string;

    before(async function () {
      try {
        await run(editor.program, ['--version']);
      } catch {
        skipBecause(this, `${editor.name} (${editor.program}) is absent`);
      }
      folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-editor-'));
    });
    after(() => {
      if (folder) rmSync(folder, { recursive: true, force: true });
    });

    it('drafts in Markdown', async () => {
      const answer = await sessionIn(editor, folder, 'draft.report.md', MARKDOWN, {
        wrong: '66:',
        fix: '“6”',
        complete: '**Status:**   in',
        explain: 'Harbour Board',
        rename: { words: 'list]', name: 'cranes' },
      });
      // The heading's title says which action is meant.
      assert.deepEqual(answer.findings, [UNKNOWN]);
      assertShown(answer, MARKDOWN_REFERENCES);
      assert.ok(answer.completions.includes('in progress'), answer.completions.join());
      const corrected = MARKDOWN.replace('66:', '6:');
      const renamed = corrected.replaceAll('[^list]', '[^cranes]');
      assert.deepEqual(answer.renamed, { ...OTHERS, 'draft.report.md': renamed });
      assert.equal(answer.formatted, renamed.replace(':**   in', ':** in'));
    });

    it('drafts in YAML', async () => {
      const answer = await sessionIn(editor, folder, 'draft.report.yaml', YAML, {
        wrong: '66"',
        fix: '“6”',
        complete: 'status:   in',
        explain: 'harbour-board]',
        rename: { words: 'harbour-board]', name: 'port-board' },
      });
      assert.deepEqual(sorted(answer.findings), sorted([UNKNOWN, UNREFERENCED]));
      assertShown(answer, YAML_REFERENCES);
      assert.ok(answer.completions.includes('in-progress'), answer.completions.join());
      const renamed = Object.fromEntries(
        Object.entries({ ...OTHERS, 'draft.report.yaml': YAML.replace('66"', '6"') }).map(([file, text]) => [
          file,
          text.replaceAll('harbour-board', 'port-board'),
        ]),
      );
      assert.deepEqual(answer.renamed, renamed);
      assert.equal(answer.formatted, renamed['draft.report.yaml']?.replace('status:   in', 'status: in'));
    });
  });
}

const UNKNOWN: Finding = { code: 'action-unknown', severity: 'error', text: '66' };

const UNREFERENCED: Finding = { code: 'action-unreferenced', severity: 'warn', text: 'roadmap: harbours' };

/** The files that are not open. */
const OTHERS = { 'first.report.md': EARLIER, 'harbours.roadmap.yaml': ROADMAP, 'actors.yaml': ACTORS };

const REFERENCES_ELSEWHERE: readonly Place[] = [
  { file: 'actors.yaml', line: '- actor: harbour-board' },
  { file: 'first.report.md', line: '- **Actors:** Harbour Board' },
  { file: 'first.report.md', line: 'author: harbour-board' },
  { file: 'harbours.roadmap.yaml', line: 'actors: [harbour-board]' },
  { file: 'harbours.roadmap.yaml', line: 'actors: [harbour-board]' },
];

const MARKDOWN_REFERENCES: readonly Place[] = [
  { file: 'draft.report.md', line: '- **Actors:** Harbour Board' },
  { file: 'draft.report.md', line: 'author: harbour-board' },
  ...REFERENCES_ELSEWHERE,
];

const YAML_REFERENCES: readonly Place[] = [
  { file: 'draft.report.yaml', line: 'actors: [harbour-board]' },
  { file: 'draft.report.yaml', line: 'author: harbour-board' },
  ...REFERENCES_ELSEWHERE,
];

/** What is the same in both formats: the hover on an actor, where it is defined and where it is named. */
function assertShown({ hover, definitions, references }: Answer, named: readonly Place[]): void {
  assert.match(hover, /Harbour Board.*Roadmap for safer harbours/s);
  assert.deepEqual(definitions, [{ file: 'actors.yaml', line: '- actor: harbour-board' }]);
  assert.deepEqual(sorted(references), sorted(named));
}

/** In an order that does not depend on the editor, whatever order their keys have. */
function sorted<T extends object>(items: readonly T[]): readonly T[] {
  const textOf = (item: T) => JSON.stringify(Object.entries(item).sort());
  return [...items].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
}

/** What a person does: words of the draft, and what is done there. */
interface Session {
  readonly wrong: string;
  readonly fix: string;
  readonly complete: string;
  readonly explain: string;
  readonly rename: { readonly words: string; readonly name: string };
}

async function sessionIn(
  { program, configuration, args, script }: OtherEditor,
  home: string,
  file: string,
  text: string,
  session: Session,
): Promise<Answer> {
  const [workspace, bin] = [path.join(home, file.replaceAll('.', '-')), path.join(home, 'bin')];
  const files = { ...OTHERS, [file]: text };
  mkdirSync(workspace);
  mkdirSync(bin, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(workspace, name), content);
  // The README has the command `rapporteur` on the path.
  const command = path.join(bin, 'rapporteur');
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${path.resolve('dist/cli.js')}' "$@"\n`);
  chmodSync(command, 0o755);
  const configurationFile = path.join(home, `configuration.${configuration}`);
  writeFileSync(configurationFile, blockOfReadme(configuration));

  const [draft, answer] = [path.join(workspace, file), path.join(home, `${file}.json`)];
  const what = { ...session, draft, answer, files: Object.keys(files) };
  const { stdout, stderr } = await run(
    program,
    args(configurationFile, path.resolve('test/editor/other-editors', script)),
    {
      cwd: workspace,
      env: {
        ...process.env,
        HOME: home,
        // Editors write their logs and state below these.
        XDG_CACHE_HOME: home,
        XDG_DATA_HOME: home,
        XDG_STATE_HOME: home,
        PATH: `${bin}${path.delimiter}${process.env.PATH}`,
        RAPPORTEUR_SESSION: JSON.stringify(what),
      },
      timeout: 40_000,
    },
  );
  const read: Answer = JSON.parse(readFileSync(answer, 'utf8'));
  assert.equal(read.error, undefined, `${read.error}\n${stdout}\n${stderr}`);
  return read;
}

/** The only block of code in this language. */
function blockOfReadme(language: string): string {
  const blocks = [
    ...readFileSync('README.md', 'utf8').matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms')),
  ];
  assert.equal(blocks.length, 1, `the README has ${blocks.length} blocks of ${language}`);
  return blocks[0]?.[1] ?? '';
}
