import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { internalError } from '../../server/src/rules/run';
import { docstringViolations, importViolations, stateViolations, type Violation, worldViolations } from '../invariants';

/** Every file of the engine and the client, by path. */
const FILES = globSync(['server/src/**/*.ts', 'client/src/**/*.ts', '!**/*.d.ts']).sort();

type Check = (path: string, source: string) => readonly Violation[];

function overAllFiles(check: Check): readonly Violation[] {
  assert.ok(FILES.length > 50, 'the files were not found');
  return FILES.flatMap((path) => check(path, readFileSync(path, 'utf8')));
}

describe('invariants of the architecture', () => {
  it('dependencies point one way, and each library is known to its layer only', () => {
    assert.deepEqual(overAllFiles(importViolations), []);
  });

  it('sees a dependency that points the wrong way', () => {
    const breaches: readonly [string, string][] = [
      ['server/src/model/a.ts', "import { b } from '../parse/b';"],
      ['server/src/model/a.ts', "import { parse } from 'yaml';"],
      ['server/src/parse/a.ts', "import type { Rule } from '../rules/rule';"],
      ['server/src/rules/a.ts', "export { b } from '../project/b';"],
      ['server/src/features/a.ts', "import * as lsp from 'vscode-languageserver';"],
      ['server/src/project/a.ts', "import { readFileSync } from 'node:fs';"],
      ['server/src/parse/a.ts', "const fs = require('fs');"],
      ['server/src/write/a.ts', "const more = await import('../cli/check');"],
      ['server/src/lsp/a.ts', "import * as vscode from 'vscode';"],
      ['client/src/a.ts', "import { RULES } from '../../server/src/rules';"],
    ];
    for (const [path, source] of breaches) {
      assert.equal(importViolations(path, source).length, 1, `${path}: ${source}`);
    }
  });

  it('nothing outside the entry points reads a clock, chance, the environment or the disk', () => {
    assert.deepEqual(overAllFiles(worldViolations), []);
  });

  it('sees a read of the world', () => {
    for (const source of [
      'const now = new Date();',
      'Date.now()',
      'Math.random()',
      'process.env.HOME',
      'performance.now()',
    ]) {
      assert.notEqual(worldViolations('server/src/rules/a.ts', source).length, 0, source);
    }
    assert.deepEqual(worldViolations('server/src/model/a.ts', 'new Date(0); const process = { a: 1 }.a;').length, 1);
    assert.deepEqual(worldViolations('server/src/model/a.ts', 'export const day = new Date(5).toISOString();'), []);
  });

  it('no module keeps mutable state', () => {
    assert.deepEqual(overAllFiles(stateViolations), []);
  });

  it('sees mutable state', () => {
    for (const source of [
      'let count = 0;',
      'const cache = new Map<string, number>();',
      'export const seen = new WeakSet<object>();',
      'const list: string[] = [];',
      'const known = {};',
      'const WORD = /a/g; export const next = (t: string) => WORD.exec(t);',
    ]) {
      assert.equal(stateViolations('server/src/parse/a.ts', source).length, 1, source);
    }
    assert.deepEqual(stateViolations('a.ts', 'const X: ReadonlySet<string> = new Set(["a"]); const W = /a/g;'), []);
  });

  // What makes and tells apart values of the protocol is left out of the bundle (scripts/light-libraries.mjs).
  it('of the protocol’s types only constants are used', () => {
    const calls = (source: string) => source.match(/\blsp\.(?!BulkRegistration)[A-Z]\w*\.[a-z]\w*\(/g) ?? [];
    assert.deepEqual(
      FILES.flatMap((path) => calls(readFileSync(path, 'utf8'))),
      [],
    );
    assert.deepEqual(calls('const range = lsp.Range.create(start, end);'), ['lsp.Range.create(']);
  });

  it('exported functions and classes carry a docstring', () => {
    assert.deepEqual(overAllFiles(docstringViolations), []);
  });

  it('sees a missing docstring', () => {
    assert.equal(docstringViolations('a.ts', 'export function a() {}').length, 1);
    assert.deepEqual(docstringViolations('a.ts', '/** Does it. */ export function a() {}'), []);
  });

  it('no file of the engine has more than 400 lines, and an entry point fewer than 40', () => {
    const lines = (path: string) => readFileSync(path, 'utf8').split('\n').length - 1;
    assert.deepEqual(
      FILES.filter((path) => lines(path) > 400),
      [],
    );
    assert.deepEqual(
      FILES.filter(
        (path) => /^(server|client)\/src\/(node|web|cli|main|start-\w+)\.ts$/.test(path) && lines(path) >= 40,
      ),
      [],
    );
  });

  it('a failure of the engine is a finding with its reason', () => {
    const finding = internalError('The rule x', new Error('broken'));
    assert.equal(finding.severity, 'error');
    assert.match(finding.message, /The rule x failed \(broken\)/);
  });
});
