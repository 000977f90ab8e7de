import type { Report, Section } from '../model/report';
import { markdownExample, yamlExample } from './example-reports';
import type { Rule } from './rule';

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
    fixable: false,
  },
  *checkReport({ report }) {
    for (const [index, section] of report.sections.entries()) {
      const { heading } = section;
      if (heading && isEmpty(section, report) && !isGroup(index, report)) {
        yield {
          section,
          span: heading.span,
          message: `Nothing stands under “${heading.text}”. Write what the heading promises, or take the heading out.`,
        };
      }
    }
  },
};

/** Whether nothing under the heading would be printed: no prose, table, picture or code. Entries are another rule's. */
function isEmpty(section: Section, { text, format }: Report): boolean {
  const { heading, actions, fields, rows, hasProse } = section;
  if (!heading || hasProse || actions.length > 0 || rows.length > 0 || Object.keys(fields).length > 0) {
    return false;
  }
  const below = text.slice(section.start + heading.span.end, section.end).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  return format === 'yaml'
    ? below.split('\n').every((line, index) => (index === 0 ? BEHIND_TITLE : LINE_WITHOUT_TEXT).test(line))
    : MARKDOWN_WITHOUT_TEXT.test(below);
}

/** The closing marks of the heading, and the line below one of the kind that is underlined. */
const MARKDOWN_WITHOUT_TEXT = /^[ \t]*[#*_]*[ \t]*(?:\r?\n[ \t]*(?:=+|-+)[ \t]*)?\s*$/;

/** The closing quotation mark of a title in YAML, and a comment. */
const BEHIND_TITLE = /^["']?\s*(?:#.*)?$/;

/** A comment, or `text:` without a text. */
const LINE_WITHOUT_TEXT = /^\s*(?:text:\s*(?:[|>][+-]?|""|''|~|null)?\s*)?(?:#.*)?$/;

/** Whether the heading only groups what follows, or heads the whole report. A title pasted from Word has no level. */
function isGroup(index: number, { sections }: Report): boolean {
  const heading = sections[index]?.heading;
  if (
    !heading ||
    heading.kind === 'pasted' ||
    (heading.level === 1 && index === sections.findIndex((s) => s.heading))
  ) {
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
