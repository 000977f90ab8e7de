import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { skipBecause } from '../../skip-because';

const run = promisify(execFile);

const MARKDOWN = `---
roadmap: eu-drugs-2023
title: Progress report
author: presidency
date: 2024-06-03
scope:
  actions: ["8"]
---

## Action 88: Unlocking the potential of Schengen Information System alerts

- **Status:** in progress
- **Actors:** Commission, Member States, Europol

Member States enter alerts.
`;

const YAML = `roadmap: eu-drugs-2023
title: Progress report
author: presidency
date: 2024-06-03
scope:
  actions: ["8"]
entries:
  - action: "8"
    status: on hold
    actors: [commission, member-states, europol]
    text: |
      Member States enter alerts.
`;

/** What session.lua writes. */
interface Answer {
  readonly error?: string;
  readonly filetype: string;
  readonly findings: readonly { readonly code: string; readonly severity: string; readonly text: string }[];
  readonly completions: readonly string[];
  readonly hover: string;
}

describe('Neovim, which is pushed to', function () {
  this.timeout(120_000);
  let folder: string;

  before(async function () {
    try {
      await run('nvim', ['--version']);
    } catch {
      skipBecause(this, 'Neovim (nvim) is absent');
    }
    folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-neovim-'));
  });
  after(() => {
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const sessionOn = async (file: string, text: string, words: Readonly<Record<string, string>>): Promise<Answer> => {
    const draft = path.join(folder, file);
    const answer = path.join(folder, `${file}.json`);
    writeFileSync(draft, text);
    const session = { node: process.execPath, cli: path.resolve('dist/cli.js'), draft, answer, ...words };
    // Neovim writes its log and state below these.
    const homes = { XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder, XDG_STATE_HOME: folder };
    const script = path.resolve('test/editor/neovim/session.lua');
    const { stderr } = await run('nvim', ['--clean', '--headless', '-n', '-c', `luafile ${script}`], {
      env: { ...process.env, ...homes, RAPPORTEUR_SESSION: JSON.stringify(session) },
      timeout: 110_000,
    });
    const read: Answer = JSON.parse(readFileSync(answer, 'utf8'));
    assert.equal(read.error, undefined, `${read.error}\n${stderr}`);
    return read;
  };

  it('shows findings in Markdown, takes them back, completes and explains', async () => {
    const words = { wrong: 'Action 88:', right: 'Action 8:', complete: '**Status:** in', explain: 'Europol' };
    const { filetype, findings, completions, hover } = await sessionOn('draft.report.md', MARKDOWN, words);
    assert.equal(filetype, 'markdown');
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error'),
      [{ code: 'action-unknown', severity: 'error', text: '88' }],
    );
    assert.deepEqual(completions, ['in progress']);
    assert.match(hover, /European Union Agency for Law Enforcement Cooperation/);
  });

  it('does so in YAML', async () => {
    const words = { wrong: 'on hold', right: 'in-progress', complete: 'status: in', explain: 'europol' };
    const { filetype, findings, completions, hover } = await sessionOn('draft.report.yaml', YAML, words);
    assert.equal(filetype, 'yaml');
    assert.deepEqual(findings, [{ code: 'status-unknown', severity: 'error', text: 'on hold' }]);
    assert.deepEqual(completions, ['in-progress']);
    assert.match(hover, /European Union Agency for Law Enforcement Cooperation/);
  });
});
