import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { workspaceFolder } from '../../server/src/node/workspace-folder';
import { HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';
import { rapporteur } from './run';

describe('the folder whose roadmaps and settings count', () => {
  let top = '';

  beforeEach(() => {
    top = realpathSync(mkdtempSync(join(tmpdir(), 'rapporteur-')));
  });

  afterEach(() => {
    rmSync(top, { recursive: true });
  });

  /** Writes empty files; a folder is written as a name with a slash at its end. */
  function write(...names: string[]): void {
    for (const name of names) {
      mkdirSync(join(top, name.endsWith('/') ? name : dirname(name)), { recursive: true });
      if (!name.endsWith('/')) {
        writeFileSync(join(top, name), '');
      }
    }
  }

  function folderFrom(working: string, paths: readonly string[], home = 'home'): [string, boolean] {
    const { path, whole } = workspaceFolder(join(top, working), paths, join(top, home));
    return [path.slice(top.length), whole];
  }

  it('is the working folder', () => {
    write('home/project/reports/a.report.md', 'elsewhere/b.report.md');
    assert.deepEqual(folderFrom('home/project', ['reports/a.report.md']), ['/home/project', true]);
    assert.deepEqual(folderFrom('home/project', ['../../elsewhere']), ['/home/project', true]);
    assert.deepEqual(folderFrom('elsewhere', []), ['/elsewhere', true]);
  });

  it('is the nearest one above it with a project file', () => {
    write('home/project/rapporteur.yaml', 'home/project/reports/2024/', 'home/rapporteur.yaml', 'home/other/');
    assert.deepEqual(folderFrom('home/project/reports/2024', []), ['/home/project', true]);
    assert.deepEqual(folderFrom('home/other', []), ['/home/other', true]);
  });

  it('is that of the paths where a command is started in the home or above it, which is not looked through', () => {
    write('home/a.report.md', 'home/plain/a.report.md', 'home/plain/b/c.report.md', 'home/repository/.git/');
    write('home/repository/plans/', 'home/repository/reports/a.report.md');
    for (const working of ['home', '']) {
      const at = (path: string) => join(working === '' ? 'home' : '', path);
      assert.deepEqual(folderFrom(working, [at('repository/reports/a.report.md')]), ['/home/repository', true]);
      assert.deepEqual(folderFrom(working, [at('plain/*.md')]), ['/home/plain', true]);
      assert.deepEqual(folderFrom(working, [at('plain/a.report.md'), at('plain/b')]), ['/home/plain', true]);
      assert.deepEqual(folderFrom(working, [at('a.report.md')]), ['/home', false]);
    }
    assert.deepEqual(folderFrom('home', []), ['/home', false]);
    const root = parse(top).root;
    assert.deepEqual(workspaceFolder(root, [], join(top, 'home')), { path: root, whole: false });
  });

  it('has its definitions found, those below a home only where they are asked for', () => {
    write('plans/');
    writeFileSync(join(top, 'plans/plan.roadmap.yaml'), HARBOUR_PLAN);
    writeFileSync(join(top, 'a.report.md'), LATE_ON_HARBOUR_PLAN);
    const overdue = (...args: string[]) =>
      /deadline-overdue/.test(rapporteur(['check', ...args], top, { HOME: top, USERPROFILE: top }).out);
    assert.equal(overdue('a.report.md'), false);
    assert.equal(overdue('a.report.md', 'plans'), true);
    assert.match(rapporteur(['check', 'a.report.md'], top).out, /deadline-overdue/);
  });
});
