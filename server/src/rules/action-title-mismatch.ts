import type { Fix } from '../model/finding';
import { hasPlaceholder } from '../model/placeholder';
import { qualifiedLabel } from '../model/qualification';
import type { ActionReference } from '../model/report';
import type { Action, Roadmap } from '../model/roadmap';
import { foldTitle } from '../parse/action-titles';
import { nearestName } from '../parse/nearest-name';
import { changeTitle } from './did-you-mean';
import { markdownEntries, yamlEntries } from './example-reports';
import { foreignRoadmap } from './foreign-roadmap';
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
  *checkSection(section, context) {
    const { lookup } = context;
    for (const { roadmap, action, reference } of lookup.referred(section.actions)) {
      const { title } = reference;
      if (reference.by !== 'number' || !title || hasPlaceholder(section, title.span)) {
        continue;
      }
      const written = foldTitle(title.text);
      const official = lookup.derived(foldedTitles).get(action) ?? foldTitle(action.title);
      // In doubt about the roadmap, which is the finding of another rule, the title is in doubt too.
      if (written === official || foreignRoadmap(reference, context)) {
        continue;
      }
      const hasTitle = (candidate: Action) => lookup.derived(foldedTitles).get(candidate) === written;
      const [other] = [roadmap, ...lookup.roadmaps].flatMap((one) => {
        const held = one.actions.find(hasTitle);
        return held ? [{ roadmap: one, action: held }] : [];
      });
      const isNear = !other || other.roadmap === roadmap;
      const label = (one: Roadmap, { id }: Action) => qualifiedLabel(one, id, lookup.roadmaps);
      yield {
        span: title.span,
        message: other
          ? `This is the title of ${label(other.roadmap, other.action)}; that of ${label(roadmap, action)} is ` +
            `“${action.title}”. Correct the number${isNear ? '' : ', the roadmap'} or the title.`
          : `The official title of ${label(roadmap, action)} is “${action.title}”. Use it, so that readers recognise ` +
            'the action.',
        related: [relatedAction(roadmap, action), ...(other ? [relatedAction(other.roadmap, other.action)] : [])],
        fixes: (now) => [
          ...(other && isNear ? [changeNumber(other.action.id, reference)] : []),
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
