import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { sameData } from '../../server/src/model/same-data';
import { placeSection } from '../../server/src/model/section';
import { reportWith, SectionList } from '../../server/src/model/section-list';
import type { AnalysedReport } from '../../server/src/model/snapshot';
import type { TextChange } from '../../server/src/model/text-change';
import { BUILT_IN_ROOT, builtInFiles } from '../../server/src/project/built-in';
import { createSnapshot, type WorkspaceSnapshot } from '../../server/src/project/workspace';
import { RULES } from '../../server/src/rules';
import type { RuleContext } from '../../server/src/rules/rule';
import { type CheckedReport, checkReport, figuresOf, findingsOf, fixesOf } from '../../server/src/rules/run';
import { uriOf } from '../analyse';

/** How many edits each draft gets, and after how many of them fixes are compared too. */
const EDITS = 60;
const FIXES_EVERY = 8;

/** What a drafter may put in. */
const PIECES = [
  'x',
  ' and Europol',
  '\n',
  '\n\nNo progress to report.\n\n',
  '\n## Action 8\n\n',
  '\n## Actions 3 and 99\n\n- **Status:** delivered\n\n',
  '\n# Introduction\n\n',
  '\n## Way forward\n\n',
  '\n- **Status:** delayed\n- **Revised deadline:** 2020-01-31\n',
  '\n- **Actors:** Eurojsut, EMCDDA\n',
  '\n| Action | Status |\n|---|---|\n| 4 | done |\n| 4 | delayed |\n| 9.1 | done |\n',
  ' See Action 6 and Action 77.',
  ' [to be completed] ',
  '\n<!-- rapporteur-disable-next-line action-duplicate -- test -->\n',
  '<!-- rapporteur-disable-file section-empty -->',
  '  - action: "8"\n    status: delivered\n',
  '  - action: ["3", "6"]\n    text: Because of the weather.\n',
  '    completed: 2031-06-31\n',
  '    status: in-progress\n',
  '    revised: 2025-01-31\n',
  '  - section: Outlook\n',
  '    deliverables:\n      - deliverable: "6.1"\n        status: delivered\n',
  '31 June 2024 ',
  '\uFFFD',
  'title: ',
  'author: europol\n',
] as const;

const SETTINGS = { rules: { 'action-order': 'info', 'section-order': 'info' } } as const;

/** Entries whose action stands behind a text that can grow. */
const SAME_ACTION = ['in-progress', '', 'delayed', ''].map(
  (status, index) => `  - text: |
      Europol prepares the blueprint, part ${index}.
    action: "6"
    ${status && `status: ${status}`}
`,
);

/** A draft on two roadmaps that both have an action 1, one after two earlier reports, and one of entries on one action. */
const DRAFTS: Readonly<Record<string, string>> = {
  '/two/a.roadmap.yaml': plan('plan-a', ['1', '2'], '../2024-03-31'),
  '/two/b.roadmap.yaml': plan('plan-b', ['1', '3'], '../2024-06-20'),
  '/two/two.report.md': `---
roadmap: [plan-a, plan-b]
date: 2024-06-03
---

# Introduction

A table says it all.

| Action | Status | Deadline |
|---|---|---|
| 1 (plan-a) | delayed | by mid-2024 |
| 3 | in progress | 2024-06-20 |
| 3 | done | 2024-06-20 |

## Action 2

- **Status:** in progress

The draft of thing 2 is ready. See Action 3.

## Thing 3

## Action 2

Nothing was lost.
`,
  '/chain/2023.report.yaml': chainReport('2023-06-30', '', 'revised: 2024-02-28'),
  '/chain/2024.report.yaml': chainReport('2024-01-31', 'previous: ./2023.report.yaml', 'status: delayed'),
  '/chain/now.report.yaml': `${chainReport('2024-06-03', 'previous: ./2024.report.yaml', 'status: in-progress')}
  - action: "6"
    status: delayed
    due: 2024-02-28
    text: The blueprint is late.
  - section: Way forward
    text: |
      # rapporteur-disable-next-line date-impossible -- test
      On 31 April 2024 all was quiet. See Action 6.
`,
  '/same.report.yaml': `roadmap: eu-drugs-2023\ndate: 2024-09-03\nentries:\n${SAME_ACTION.join('')}`,
};

describe('a report checked again after each edit', function () {
  this.timeout(120_000);
  let wholes = 0;
  const countReuse = (reused: { readonly groups: number; readonly wholes: number }) => {
    assert.ok(reused.groups > 0, 'no finding was used again');
    wholes += reused.wholes;
  };

  for (const path of globSync(['data/examples/**/*.report.{md,yaml}']).sort()) {
    const files = globSync(['data/examples/**/*.{md,yaml}', '!**/README.md']).map((other) => {
      return [`/${other}`, readFileSync(other, 'utf8')] as const;
    });
    it(path, () => {
      countReuse(editAtRandom(Object.fromEntries(files), `/${path}`));
    });
  }
  for (const path of ['/two/two.report.md', '/chain/now.report.yaml', '/same.report.yaml']) {
    it(path, () => {
      countReuse(editAtRandom(DRAFTS, path));
    });
  }

  it('follows related places that an edit moved', () => {
    const typing: typeof randomEdit = (text) => insertion(text, text.indexOf(' prepares'), 'x');
    assert.ok(editAtRandom(DRAFTS, '/same.report.yaml', typing).wholes > EDITS / 2);
  });

  it('keeps what was found of the report as a whole while no fact changes', () => {
    assert.ok(wholes > EDITS);
  });
});

/**
 * Edits a draft at random; each check that uses the one before has to give what one from scratch gives. Returns how often
 * the findings of a section, and what was found of the report as a whole, were used again.
 */
function editAtRandom(
  files: Readonly<Record<string, string>>,
  path: string,
  editOf: typeof randomEdit = randomEdit,
): { readonly groups: number; readonly wholes: number } {
  const random = generator(path.length * 104729);
  let text = files[path] ?? '';
  let snapshot: WorkspaceSnapshot | undefined;
  let context: RuleContext | undefined;
  let checked: CheckedReport | undefined;
  let [groups, wholes] = [0, 0];
  for (let index = 0; index < EDITS; index++) {
    const edit = index === 0 ? { text, change: { start: 0, end: 0, newEnd: 0 } } : editOf(text, random);
    text = edit.text;
    snapshot = createSnapshot({ ...WORKSPACE, files: filesOf({ ...files, [path]: text }) }, snapshot);
    const analysed = snapshot.report(uriOf(path));
    if (!analysed) {
      break;
    }
    const { roadmaps: knownRoadmaps, kinds: knownKinds, actors, settings } = snapshot;
    const now = { ...analysed, knownRoadmaps, knownKinds, actors, settings };
    context = context ? withKnownReadings(now, context) : now;
    const again = checkReport(RULES, context, checked, checked && edit.change);
    const fresh = checkReport(RULES, context);
    const findings = findingsOf(fresh);
    assert.deepEqual(findingsOf(again), findings);
    assert.deepEqual([again.ofReport, again.bySection], [fresh.ofReport, fresh.bySection]);
    assert.deepEqual(numbersOf(again), numbersOf(fresh));
    if (index % FIXES_EVERY === 0) {
      assert.deepEqual(fixesOf(again, findings), fixesOf(fresh, findings));
    }
    groups += again.bySection.filter((group) => group.length > 0 && checked?.bySection.includes(group)).length;
    wholes += again.state.whole === checked?.state.whole ? 1 : 0;
    checked = again;
    if (index % 20 === 19) {
      text = files[path] ?? '';
      checked = undefined;
    }
  }
  return { groups, wholes };
}

function numbersOf(checked: CheckedReport): unknown {
  const { coverages, deadlines } = figuresOf(checked);
  return [
    coverages.map(({ required, reported, missing }) => [required, reported, missing]),
    deadlines.all.map(({ entries, ...state }) => [entries.length, state]),
  ];
}

/** The report as a reader that works incrementally gives it: what did not change is the same object. */
function withKnownReadings<T extends AnalysedReport>(now: T, before: AnalysedReport): T {
  const { report } = now;
  const old = before.report.sections;
  const shift = report.sections.length - old.length;
  const sections = report.sections.map((section, index) => {
    const same = [old[index], old[index - shift]].find((other) => other && sameData(other.reading, section.reading));
    return same ? placeSection(same.reading, section.start) : section;
  });
  const header = sameData(report.header, before.report.header) ? before.report.header : report.header;
  const { sections: _, sectionList: __, ...said } = report;
  return { ...now, report: reportWith({ ...said, header }, SectionList.of(sections)) };
}

function randomEdit(text: string, random: (below: number) => number): { text: string; change: TextChange } {
  const start = random(text.length + 1);
  const end = random(3) === 0 ? Math.min(text.length, start + random(random(4) === 0 ? 200 : 12)) : start;
  const lines = text.split('\n');
  const piece = random(5) === 0 ? `${lines[random(lines.length)]}\n` : (PIECES[random(PIECES.length)] ?? '');
  const at = random(3) === 0 ? text.lastIndexOf('\n', start) + 1 : start;
  const from = Math.min(at, end);
  return {
    text: text.slice(0, from) + piece + text.slice(end),
    change: { start: from, end, newEnd: from + piece.length },
  };
}

function insertion(text: string, at: number, piece: string): { text: string; change: TextChange } {
  return {
    text: text.slice(0, at) + piece + text.slice(at),
    change: { start: at, end: at, newEnd: at + piece.length },
  };
}

const WORKSPACE = {
  builtIn: builtInFiles(BUILT_IN_ROOT),
  folder: 'file:///',
  editorSettings: SETTINGS,
  commandSettings: {},
  command: {},
  today: '2024-06-03',
};

function filesOf(files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(files).map(([path, text]) => [uriOf(path), text]));
}

/** Numbers from 0, below what is asked for, the same for the same seed (mulberry32). */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, below);
  };
}

function plan(id: string, actions: readonly string[], due: string): string {
  const items = actions.map(
    (action) => `  - action: "${action}"
    title: Thing ${action} of ${id}
    area: ports
    actors: [commission]
    deliverables:
      - deliverable: "${action}.1"
        title: Draft of thing ${action}
        due: ${due}
`,
  );
  return `roadmap: ${id}\ntitle: Plan ${id}\nareas:\n  - area: ports\n    title: Safer ports\nactions:\n${items.join('')}`;
}

function chainReport(date: string, header: string, line: string): string {
  return `roadmap: eu-drugs-2023
title: Progress report
author: presidency
date: ${date}
${header}
entries:
  - action: "6"
    ${line}
    text: Europol prepares the blueprint.
  - action: "5"
    status: in-progress
    actors: [eurojust]
    text: No progress to report.`;
}
