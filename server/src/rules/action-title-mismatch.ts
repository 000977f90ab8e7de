import type { Fix } from '../model/finding';
import { hasPlaceholder } from '../model/placeholder';
import type { ActionReference } from '../model/report';
import { type Action, actionLabel } from '../model/roadmap';
import { foldTitle } from '../parse/action-titles';
import { nearestName } from '../parse/nearest-name';
import { changeTitle } from './did-you-mean';
import { markdownEntries, yamlEntries } from './example-reports';
import { relatedAction } from './roadmap-links';
import type { Rule } from './rule';
import type { RuleLookup } from './rule-lookup';

export const actionTitleMismatch: Rule = {
  meta: {
    code: 'action-title-mismatch',
    group: 'action',
    severity: 'hint',
    summary: 'A heading whose title is not the official one of its action',
    why:
      'Readers know an action by its title, and search for it. A title in other words makes them wonder whether it is ' +
      'the same action; the title of another action is usually a slip in the number.\n\nCase, dashes, quotation marks ' +
      'and a full stop at the end make no difference. Leave the hint where you shorten a title on purpose, or turn the ' +
      'rule off.',
    examples: [
      {
        language: 'markdown',
        bad: markdownEntries('Action 8: Better alerts in the Schengen Information System', 'Action 14'),
        good: markdownEntries('Action 8: Unlocking the potential of Schengen Information System alerts', 'Action 14'),
      },
      {
        language: 'yaml',
        bad: yamlEntries('Action 8: Better alerts in the Schengen Information System', '14'),
        good: yamlEntries('Action 8: Unlocking the potential of Schengen Information System alerts', '14'),
      },
    ],
    fixable: true,
  },
  *checkSection(section, { lookup }) {
    for (const { roadmap, action, reference } of lookup.referred(section.actions)) {
      const { title } = reference;
      if (reference.by !== 'number' || !title || hasPlaceholder(section, title.span)) {
        continue;
      }
      const written = foldTitle(title.text);
      const official = lookup.derived(foldedTitles).get(action) ?? foldTitle(action.title);
      if (written === official) {
        continue;
      }
      const other = roadmap.actions.find((candidate) => lookup.derived(foldedTitles).get(candidate) === written);
      const label = actionLabel(roadmap, action.id);
      yield {
        span: title.span,
        message: other
          ? `This is the title of ${actionLabel(roadmap, other.id)}; that of ${label} is “${action.title}”. ` +
            'Correct the number or the title.'
          : `The official title of ${label} is “${action.title}”. Use it, so that readers recognise the action.`,
        related: [relatedAction(roadmap, action), ...(other ? [relatedAction(roadmap, other)] : [])],
        fixes: (now) => [
          ...(other ? [changeNumber(other.id, reference)] : []),
          // The address of a link that was half taken away goes on behind the title.
          ...(/[\p{L}\p{N}]/u.test(now.report.text.charAt(now.start + title.span.end))
            ? []
            : [changeTitle(action.title, title.span, nearestName(written, [official]) !== undefined && !other, now)]),
        ],
      };
    }
  },
};

/** The titles of all actions as titles are compared. */
function foldedTitles({ roadmaps }: RuleLookup): ReadonlyMap<Action, string> {
  return new Map(
    roadmaps.flatMap(({ actions }) => actions.map((action) => [action, foldTitle(action.title)] as const)),
  );
}

function changeNumber(id: string, { span }: ActionReference): Fix {
  return { title: `Change the number to ${id}`, safe: false, edits: [{ span, newText: id }] };
}
