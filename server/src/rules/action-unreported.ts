import { type Coverage, coverageOf } from '../model/coverage';
import { isReporting } from '../model/entry';
import { type Action, actionLabel, type Roadmap } from '../model/roadmap';
import { overlaps, shiftSpan } from '../model/span';
import { markdownEntries, yamlEntries } from './example-reports';
import { insertEntryFix } from './insert-entry-fix';
import { relatedAction } from './roadmap-links';
import type { Rule, RuleContext, RuleFinding } from './rule';

export const actionUnreported: Rule = {
  meta: {
    code: 'action-unreported',
    group: 'action',
    severity: 'info',
    summary: 'An action that the report names without reporting on it',
    why:
      'Whoever looks for the action finds its name, but not what has become of it. An entry needs a status or a ' +
      'sentence of its own; “no progress to report” is one.\n\nActions outside the scope of the report are left alone, ' +
      'and so are entries that still wait for somebody: the placeholder is reported already.',
    examples: [
      {
        language: 'markdown',
        bad: `${markdownEntries('Action 8')}
The operations under Action 14 use the alerts.
`,
        good: `${markdownEntries('Action 14', 'Action 8')}
The operations under Action 14 use the alerts.
`,
      },
      {
        language: 'yaml',
        bad: `${yamlEntries('8')}  - section: Way forward
    text: The operations under Action 14 use the alerts.
`,
        good: `${yamlEntries('8', '14')}  - section: Way forward
    text: The operations under Action 14 use the alerts.
`,
      },
    ],
    fixable: true,
  },
  *checkReport(context) {
    for (const coverage of coverageOf(context, context.actors, context.entries)) {
      for (const action of coverage.required) {
        if (coverage.named.has(action.id) && !coverage.reported.has(action.id)) {
          yield* findingOn(action, coverage, context);
        }
      }
    }
  },
};

function* findingOn(action: Action, { roadmap }: Coverage, context: RuleContext): Iterable<RuleFinding> {
  const label = actionLabel(roadmap, action.id);
  const entries = context.entries.filter((entry) => entry.actions.some((one) => refersTo(one, roadmap, action)));
  const [entry] = entries;
  if (entry) {
    const reference = entry.actions.find((one) => refersTo(one, roadmap, action));
    const isWaiting = entries.some((one) => one.section.placeholders.some((span) => overlaps(span, one.span)));
    if (!isWaiting && !entries.some(isReporting)) {
      yield {
        section: entry.section,
        span: reference?.span ?? entry.anchor,
        message:
          `${label} has an entry, but neither a status nor a text, so nothing is reported on it. Set the status, or ` +
          'write a sentence (“no progress to report” is one).',
        related: [relatedAction(roadmap, action)],
      };
    }
    return;
  }
  for (const section of context.report.sections) {
    const mention = section.mentions.actions.find((one) => refersTo(one, roadmap, action));
    if (mention && !isSuggested(action, roadmap, context)) {
      yield {
        section,
        span: mention.span,
        message:
          `${label} is only mentioned: no entry reports on it. Report on it in an entry of its own, or leave it out in ` +
          'the header: scope, except, with a reason.',
        related: [relatedAction(roadmap, action)],
        fixes: insertEntryFix([{ roadmap, action }], context).map((fix) => ({
          ...fix,
          edits: fix.edits.map((edit) => ({ ...edit, span: shiftSpan(edit.span, -section.start) })),
        })),
      };
      return;
    }
  }
}

/** Whether a section is probably about it: then that the section does not say so is the finding. */
function isSuggested(action: Action, roadmap: Roadmap, { suggestions }: RuleContext): boolean {
  return suggestions().some((one) => one.roadmap === roadmap.id && one.action === action.id && one.role === 'main');
}

function refersTo(
  name: { readonly roadmap: string | undefined; readonly action: string },
  roadmap: Roadmap,
  action: Action,
): boolean {
  return name.action === action.id && name.roadmap === roadmap.id;
}
