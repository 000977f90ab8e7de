import { markdownExample, yamlExample } from './example-reports';
import { type FoundKindSection, kindSections, oneOfKind } from './kind-sections';
import { moveFix } from './order-fixes';
import type { Rule } from './rule';

export const sectionOrder: Rule = {
  meta: {
    code: 'section-order',
    group: 'report',
    severity: 'hint',
    summary: 'The sections of this kind of draft stand in an unusual order',
    why:
      'Readers of progress reports look for the introduction first, then for the state of play, and for the way forward ' +
      'at the end. A report can have good reasons to do otherwise, so this is no more than a hint.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', [
          ...['Eurojust prepares the network.', ''],
          ...['## Way forward', '', 'The Council is invited to take note.', ''],
          ...['## Introduction', '', 'This report covers the first half of 2024.'],
        ]),
        good: markdownExample('5', [
          ...['Eurojust prepares the network.', ''],
          ...['## Way forward', '', 'The Council is invited to take note.'],
        ]),
      },
      {
        language: 'yaml',
        bad: `${inYaml()}  - section: Way forward\n    text: None.\n  - section: Introduction\n    text: The year 2024.\n`,
        good: `${inYaml()}  - section: Way forward\n    text: None.\n`,
      },
    ],
    fixable: true,
  },
  *checkReport({ kind, sections }) {
    if (!kind) {
      return;
    }
    const found = kindSections(sections);
    const kept = inOrder(found);
    for (const [at, { index, section, heading }] of found.entries()) {
      if (kept.includes(at)) {
        continue;
      }
      const later = kept.find((one) => one < at && (found[one]?.index ?? 0) > index);
      const target = found[later ?? kept.findLast((one) => one > at && (found[one]?.index ?? 0) < index) ?? -1];
      if (target) {
        const where = later === undefined ? 'behind' : 'before';
        yield {
          place: { section, what: 'heading' },
          message:
            `In ${oneOfKind(kind)} “${heading.text}” usually stands ${where} “${target.heading.text}”, where ` +
            'readers look for it. Move it there, unless this order is meant.',
          fixes: (now) => moveFix(section, where, target.section, now),
        };
      }
    }
  },
};

/** The most sections that stand in their usual order, of several such choices the one that begins first: positions. */
function inOrder(found: readonly FoundKindSection[]): readonly number[] {
  const runs: (readonly number[])[] = [];
  for (const [at, { index }] of found.entries()) {
    const before = runs.filter((run) => (found[run.at(-1) ?? 0]?.index ?? 0) < index);
    runs.push([...longest(before), at]);
  }
  return longest(runs);
}

function longest(runs: readonly (readonly number[])[]): readonly number[] {
  return runs.reduce((best, run) => (run.length > best.length ? run : best), []);
}

function inYaml(): string {
  return yamlExample('5', ['text: Eurojust prepares the network.']);
}
