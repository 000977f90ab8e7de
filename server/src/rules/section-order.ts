import { markdownExample, yamlExample } from './example-reports';
import { type FoundKindSection, kindSections, oneOfKind } from './kind-sections';
import { moveBeforeFix } from './order-fixes';
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
    let last: FoundKindSection | undefined;
    for (const found of kindSections(sections)) {
      if (last && found.index < last.index) {
        const { section, heading } = found;
        const target = last.section;
        yield {
          place: { section, what: 'heading' },
          message:
            `In ${oneOfKind(kind)} “${heading.text}” usually stands before “${last.heading.text}”, where ` +
            'readers look for it. Move it there, unless this order is meant.',
          fixes: (now) => moveBeforeFix(section, target, now),
        };
      } else {
        last = found;
      }
    }
  },
};

function inYaml(): string {
  return yamlExample('5', ['text: Eurojust prepares the network.']);
}
