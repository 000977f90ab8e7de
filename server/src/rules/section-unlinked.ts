import { percentOf } from '../model/coverage';
import { actionsOfSections, keyOf } from '../model/entry';
import type { Fix } from '../model/finding';
import { qualifiedLabel } from '../model/qualification';
import type { Section } from '../model/report';
import { type Action, actionLabel, type Roadmap } from '../model/roadmap';
import { foldTitle } from '../parse/action-titles';
import { endOfGroup } from '../parse/area-headings';
import { nearestName } from '../parse/nearest-name';
import { changeTitle } from './did-you-mean';
import { markdownExample, yamlExample } from './example-reports';
import { relatedAction } from './roadmap-links';
import type { FixContext, Rule } from './rule';

export const sectionUnlinked: Rule = {
  meta: {
    code: 'section-unlinked',
    group: 'report',
    severity: 'hint',
    summary: 'A section that seems to be about an action, but does not name it',
    why:
      'Titles in reports paraphrase those of the roadmap. A reader who looks for Action 5 does not find it then, and ' +
      'the action counts as forgotten. Name it in the heading, where it is printed, or in a comment, where it is not.\n\n' +
      'The guess compares title and text with the roadmap, and says how sure it is. One paragraph that touches another ' +
      'action is no reason for a hint, and neither is a section about an action that has an entry already.',
    examples: [
      {
        language: 'markdown',
        bad: inMarkdown('Setting up a network of specialised prosecutors and judges'),
        good: inMarkdown('Setting up a network of specialised prosecutors and judges (Action 5)'),
      },
      {
        language: 'yaml',
        bad: inYaml('section: Setting up a network of specialised prosecutors and judges'),
        good: inYaml('action: "5"\n    section: Setting up a network of specialised prosecutors and judges'),
      },
    ],
    fixable: true,
  },
  *checkReport(context) {
    const { entries, suggestions, lookup } = context;
    const reported = actionsOfSections(suggestions.length > 0 ? entries.map(({ entry }) => entry) : []);
    for (const suggestion of suggestions) {
      const found = lookup.action(suggestion.roadmap, suggestion.action);
      if (suggestion.role !== 'main' || !found || reported.has(keyOf(suggestion))) {
        continue;
      }
      const { section } = suggestion;
      const { roadmap, action } = found;
      const label = qualifiedLabel(roadmap, action.id, lookup.roadmaps);
      const sure = percentOf(suggestion.confidence);
      yield {
        place: { section, what: 'heading' },
        message:
          `This section seems to be about ${label} (“${action.title}”; ${sure} % sure), but does not name it, so whoever ` +
          'looks for that action does not find it. Name it in the heading, or in a comment that is not printed.',
        related: [relatedAction(roadmap, action)],
        fixes: (now) => fixes(now.report.sections[section], roadmap, action, now),
      };
    }
  },
};

function fixes(section: Section | undefined, roadmap: Roadmap, action: Action, context: FixContext): readonly Fix[] {
  const heading = section?.heading;
  // A heading above others that name actions only groups them, whatever it says.
  if (!heading || isGroup(section, context.report.sections) || listsOthers(section, action)) {
    return [];
  }
  const name = context.roadmaps.length > 1 ? `${roadmap.id}:${action.id}` : actionLabel(roadmap, action.id);
  if (heading.kind === 'item') {
    const edit = actionKey(section, context.roadmaps.length > 1 ? name : action.id, context.report.text);
    return [{ title: `Say that it is about ${name}`, safe: false, edits: [edit] }];
  }
  const span = { start: heading.span.end, end: heading.span.end };
  // Perhaps it was the title when it was written.
  const isNear = nearestName(foldTitle(heading.text), [foldTitle(action.title)]) !== undefined;
  return [
    ...(isNear ? [changeTitle(action.title, heading.span, false, context)] : []),
    { title: `Write “(${name})” in the heading`, safe: false, edits: [{ span, newText: ` (${name})` }] },
    { title: `Name ${name} in a comment`, safe: false, edits: [{ span, newText: ` <!-- ${name} -->` }] },
  ];
}

function isGroup(section: Section, sections: readonly Section[]): boolean {
  const index = sections.indexOf(section);
  return sections.slice(index + 1, endOfGroup(sections, index)).some(({ actions }) => actions.length > 0);
}

/** Whether deliverables are listed in a section that the action has not got: then the guess may be wrong. */
function listsOthers({ fields }: Section, { deliverables }: Action): boolean {
  const own = new Set(deliverables.flatMap(({ id, title }) => [id, foldTitle(title)]));
  const texts = (fields.deliverables?.value ?? []).map(({ text }) => text.trim());
  return texts.some((words) => words !== '' && !own.has(words) && !own.has(foldTitle(words)));
}

/** An edit that puts `action` before the key `section`, in the same column. */
function actionKey({ start, heading }: Section, id: string, text: string): Fix['edits'][number] {
  const key = text.lastIndexOf('section', start + (heading?.span.start ?? 0));
  const column = key - (text.lastIndexOf('\n', key) + 1);
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const span = { start: key - start, end: key - start };
  return { span, newText: `action: "${id}"${newLine}${' '.repeat(column)}` };
}

function inMarkdown(title: string): string {
  return markdownExample('5', [text()]).replace(/## .*/, `## ${title}`);
}

function inYaml(lines: string): string {
  return yamlExample('5', [`text: ${text()}`]).replace('action: "5"', lines);
}

function text(): string {
  return 'Eurojust prepares a network of specialised prosecutors and judges, who deal with criminal networks.';
}
