import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CLEAN_DRAFT } from '../drafts';
import { skipBecause } from '../skip-because';

interface Answers {
  readonly problem?: string;
  readonly findings: readonly { readonly code: string; readonly line: number; readonly column: number }[];
  readonly completions: readonly string[];
  readonly hover: string;
  readonly corrected: boolean;
}

describe('Neovim with its own client', () => {
  let folder: string;

  before(function () {
    if (spawnSync('nvim', ['--version']).error) {
      skipBecause(this, 'nvim is not installed');
    }
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-neovim-'));
  });

  after(() => {
    if (folder) {
      rmSync(folder, { recursive: true });
    }
  });

  it('is pushed findings, completes, explains, and sees a finding go', function () {
    this.timeout(120_000);
    const draft = join(folder, 'draft.report.md');
    writeFileSync(draft, CLEAN_DRAFT.replace('Action 14:', 'Action 99:').replace('in progress', 'in '));
    const script = resolve('test/neovim/session.lua');
    const { stdout, stderr } = spawnSync('nvim', ['--headless', '-u', 'NONE', '-c', `luafile ${script}`], {
      encoding: 'utf8',
      timeout: 100_000,
      env: {
        ...process.env,
        NODE: process.execPath,
        CLI: resolve('dist/cli.js'),
        DRAFT: draft,
        XDG_STATE_HOME: folder,
        XDG_DATA_HOME: folder,
        XDG_CACHE_HOME: folder,
      },
    });
    const line = stdout.split('\n').find((text) => text.startsWith('{'));
    assert.ok(line, `Neovim said nothing: ${stdout}${stderr}`);
    const answers = JSON.parse(line) as Answers;
    assert.equal(answers.problem, undefined);
    const unknown = answers.findings.find(({ code }) => code === 'action-unknown');
    const row = CLEAN_DRAFT.split('\n').findIndex((text) => text.startsWith('## Action'));
    assert.deepEqual([unknown?.line, unknown?.column], [row, '## Action '.length]);
    assert.ok(answers.completions.includes('in progress'));
    assert.match(answers.hover, /European Union Agency for Law Enforcement Cooperation/);
    assert.equal(answers.corrected, true);
  });
});
