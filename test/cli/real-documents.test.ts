import assert from 'node:assert/strict';
import { sharedSource } from '../skip-because';
import { rapporteur } from './run';

interface InspectedEntry {
  readonly actions: readonly { readonly action: string }[];
  readonly heading: string | null;
  readonly how: 'named' | 'suggested';
  readonly confidence: number;
  readonly range: { readonly start: { readonly line: number } };
}

interface CheckedFinding {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
}

const SOURCES = '../shared/sources';

function json<T>(...args: string[]): T {
  const { code, out, err } = rapporteur(args);
  assert.notEqual(code, 2, err);
  return JSON.parse(out) as T;
}

describe('the progress report of the Belgian Presidency (ST 10270/24), as it is', () => {
  const report = `${SOURCES}/st-10270-24.md`;
  const against = ['--roadmap', 'eu-drugs-2023', '--as-of', '2024-06-03'];

  before(function () {
    sharedSource(this, 'st-10270-24.md');
  });

  it('its nine titled sections are about Actions 1, 3, 4, 10, 12, 15, 5, 9 and 17; 7 and 11 are suggested at most', () => {
    const { entries } = json<{ entries: InspectedEntry[] }>('inspect', report, ...against);
    const titled = entries.filter((entry) => entry.heading !== null);
    assert.deepEqual(
      titled.map((entry) => entry.actions.map(({ action }) => action).join()),
      ['1', '3', '4', '10', '12', '15', '5', '9', '17'],
    );
    const others = entries.filter((entry) => entry.heading === null);
    for (const entry of others) {
      assert.equal(entry.how, 'suggested');
      assert.ok(entry.actions.every(({ action }) => action === '7' || action === '11'));
    }
    assert.ok(entries.every(({ how, confidence }) => (how === 'named' ? confidence === 1 : confidence < 1)));
    assert.ok(!entries.some(({ heading }) => heading === 'Introduction' || heading === 'State of play'));
  });

  it('leaves out Actions 2, 6, 8, 13, 14 and 16, which is the one thing to be warned of', () => {
    const findings = json<CheckedFinding[]>('check', report, ...against, '--format', 'json');
    const serious = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
    assert.deepEqual(
      serious.map(({ code }) => code),
      ['action-unreferenced'],
    );
    assert.match(serious[0]?.message ?? '', /2, 6, 8, 13, 14 and 16/);
  });
});

describe('the roadmap itself (COM(2023) 641), checked as if it were a report', () => {
  before(function () {
    sharedSource(this, 'com-2023-641.md');
  });

  it('has every one of its actions', () => {
    const report = `${SOURCES}/com-2023-641.md`;
    const against = ['--roadmap', 'eu-drugs-2023', '--as-of', '2023-10-18'];
    const findings = json<CheckedFinding[]>('check', report, ...against, '--format', 'json');
    assert.deepEqual(
      findings.filter(({ severity }) => severity === 'error' || severity === 'warning'),
      [],
    );
  });
});
