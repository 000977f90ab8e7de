import { type Coverage, coverageOf } from '../model/coverage';
import type { Fix } from '../model/finding';
import type { Action } from '../model/roadmap';
import { entryInserter, type MissingAction } from '../write/missing-entries';
import { guessAction } from './action-guess';
import { enumerate } from './enumeration';
import { markdownEntries, yamlEntries } from './example-reports';
import { insertEntryFix } from './insert-entry-fix';
import { reportAnchor } from './report-anchor';
import { relatedAction } from './roadmap-links';
import type { Rule, RuleContext } from './rule';

export const actionUnreferenced: Rule = {
  meta: {
    code: 'action-unreferenced',
    group: 'action',
    severity: 'warning',
    summary: 'Actions of the roadmap that the report names nowhere',
    why:
      'A reader who misses an action asks whether nothing was done or whether somebody forgot it. “No progress to ' +
      'report” answers that; silence does not.\n\nThere is one finding for all of them, on the line of the roadmap. What ' +
      'the report need not cover is left out with `scope`, and single actions with `scope: except:` and a reason.',
    examples: [
      { language: 'markdown', bad: markdownEntries('Action 8'), good: markdownEntries('Action 8', 'Action 14') },
      { language: 'yaml', bad: yamlEntries('8'), good: yamlEntries('8', '14') },
    ],
    fixable: true,
  },
  *checkReport(context) {
    const forgotten = coverageOf(context, context.actors, context.entries)
      .map((coverage) => ({ coverage, actions: forgottenOf(coverage, context) }))
      .filter(({ actions }) => actions.length > 0);
    if (forgotten.length > 0) {
      const all = forgotten.flatMap(({ coverage, actions }) =>
        actions.map((action): Forgotten => ({ coverage, roadmap: coverage.roadmap, action })),
      );
      yield {
        span: reportAnchor(context.report),
        message:
          `${forgotten.map(({ coverage, actions }) => describe(coverage, actions)).join(' ')} Report on each, if only ` +
          '“no progress to report”, or leave it out in the header: scope, except, with a reason.',
        related: all.map(({ coverage, action }) => {
          const place = relatedAction(coverage.roadmap, action);
          const where = suggestedSection(coverage, action);
          return where === undefined
            ? place
            : { ...place, message: `${place.message} – probably in section “${where}”` };
        }),
        fixes: fixes(all, context),
      };
    }
  },
};

interface Forgotten extends MissingAction {
  readonly coverage: Coverage;
}

/** What is named nowhere, without actions whose number is merely misspelt in a heading: that is a finding of its own. */
function forgottenOf({ missing }: Coverage, { report, roadmaps }: RuleContext): readonly Action[] {
  const unknown = report.sections
    .flatMap((section) => [section, ...section.rows])
    .flatMap((place) => place.actions.filter((reference) => !reference.known));
  const meant = unknown.flatMap((reference) => {
    const guess = guessAction(reference, roadmaps);
    return guess?.settled ? [guess.action] : [];
  });
  return missing.filter((action) => !meant.includes(action));
}

function describe(coverage: Coverage, actions: readonly Action[]): string {
  const { roadmap, required } = coverage;
  const suggested = actions.filter((action) => suggestedSection(coverage, action) !== undefined);
  const hint = suggested.length === 0 ? '' : ` (${listIds(suggested)} probably in sections that do not say so)`;
  const which = `of “${roadmap.title}” that this report has to cover`;
  return required.length === 1
    ? `The action ${which} is named nowhere: ${listIds(actions)}${hint}.`
    : `${actions.length} of the ${required.length} actions ${which} ${actions.length === 1 ? 'is' : 'are'} named nowhere: ` +
        `${listIds(actions)}${hint}.`;
}

function listIds(actions: readonly Action[]): string {
  return enumerate(actions.map(({ id }) => id));
}

function suggestedSection(coverage: Coverage, action: Action): string | undefined {
  const suggestion = coverage.suggested().get(action.id);
  return suggestion && (suggestion.section.heading?.text ?? 'without a heading');
}

/** One for all that no section seems to be about, and one for each. */
function fixes(all: readonly Forgotten[], context: RuleContext): readonly Fix[] {
  const unwritten = all.filter(({ coverage, action }) => suggestedSection(coverage, action) === undefined);
  const insert = entryInserter(context, context.actors);
  const single = all.flatMap((one) => insertEntryFix([one], insert, context));
  return unwritten.length > 1 ? [...insertEntryFix(unwritten, insert, context), ...single] : single;
}
