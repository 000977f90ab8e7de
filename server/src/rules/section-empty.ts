import type { Fix } from '../model/finding';
import type { Section } from '../model/report';
import { isInOpenBlock } from '../model/text-lines';
import { endOfSection } from '../write/section-end';
import { markdownExample, yamlExample } from './example-reports';
import { PLACEHOLDER } from './field-below';
import type { FixContext, Rule } from './rule';
import type { SectionFacts } from './section-facts';

export const sectionEmpty: Rule = {
  meta: {
    code: 'section-empty',
    group: 'report',
    severity: 'info',
    summary: 'A heading with nothing under it',
    why:
      'A heading promises something. With nothing under it the reader wonders whether a page is missing.\n\n' +
      'A heading that only groups the sections below it is in order. A heading that names an action and says nothing ' +
      'about it is reported as `action-unreported`.',
    examples: [
      {
        language: 'markdown',
        bad: `${inMarkdown()}\n## Way forward\n`,
        good: `${inMarkdown()}\n## Way forward\n\nThe Council is invited to take note of this report.\n`,
      },
      {
        language: 'yaml',
        bad: `${inYaml()}  - section: Way forward\n`,
        good: `${inYaml()}  - section: Way forward\n    text: The Council is invited to take note of this report.\n`,
      },
    ],
    fixable: true,
  },
  *checkReport({ sections, suggestions }) {
    const firstTitled = sections.findIndex(({ heading }) => heading);
    for (const [index, { heading, isBlank, opens }] of sections.entries()) {
      if (heading && isBlank && !isGroup(index, firstTitled, sections)) {
        yield {
          place: { section: index, what: 'heading' },
          message: `Nothing stands under “${heading.text}”. Write what the heading promises, or take the heading out.`,
          fixes: (now) => {
            const isMeant = opens !== undefined || suggestions.some(({ section }) => section === index);
            return fixes(now.report.sections[index], isMeant, now);
          },
        };
      }
    }
  },
};

/**
 * A text to fill in, or no heading.
 *
 * @param isMeant whether the report would miss the heading: its kind has such a section, or it seems to be about an action
 */
function fixes(section: Section | undefined, isMeant: boolean, { report, start }: FixContext): readonly Fix[] {
  const heading = section?.heading;
  if (!section || !heading) {
    return [];
  }
  const { text } = report;
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const lineStart = text.lastIndexOf('\n', start + heading.span.start - 1) + 1;
  const end = start + text.slice(start, section.end).trimEnd().length;
  const blank = { span: { start: end - start, end: end - start } };
  const indent = /^( *- +)section *:/.exec(text.slice(lineStart, end))?.[1]?.length;
  const isYaml = report.format === 'yaml';
  // With a key below it, a title that YAML takes for something else would be read as that.
  if (isYaml && (indent === undefined || section.problems.length > 0 || /[\r\n]/.test(text.slice(lineStart, end)))) {
    return [];
  }
  const newText = isYaml
    ? `${newLine}${' '.repeat(indent ?? 0)}text: "${PLACEHOLDER}"`
    : `${newLine}${newLine}${PLACEHOLDER}${/^\r?\n\s*\S/.test(text.slice(end)) && !/^\s*\n[ \t]*\r?\n/.test(text.slice(end)) ? newLine : ''}`;
  const behind = endOfSection(report, section);
  const taken = { span: { start: lineStart - start, end: behind - start }, newText: '' };
  return [
    ...(isYaml || !isInOpenBlock(text, end)
      ? [{ title: 'Add a text, to be completed', safe: false, edits: [{ ...blank, newText }] }]
      : []),
    ...(isMeant ? [] : [{ title: `Take “${heading.text}” out`, safe: false, edits: [taken] }]),
  ];
}

/** Whether the heading only groups what follows, or heads the whole report. A title pasted from Word has no level. */
function isGroup(index: number, firstTitled: number, sections: readonly SectionFacts[]): boolean {
  const heading = sections[index]?.heading;
  if (!heading || heading.kind === 'pasted' || (heading.level === 1 && index === firstTitled)) {
    return true;
  }
  if (heading.kind === 'item') {
    const speaking = sections.find((section, at) => at > index && (section.hasProse || section.actions.length > 0));
    return speaking !== undefined && speaking.actions.length > 0;
  }
  return (sections[index + 1]?.heading?.level ?? 0) > heading.level;
}

function inMarkdown(): string {
  return markdownExample('5', ['- **Status:** in progress', '', 'Eurojust prepares the network.']);
}

function inYaml(): string {
  return yamlExample('5', ['status: in-progress', 'text: Eurojust prepares the network.']);
}
