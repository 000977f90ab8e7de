import type { Coverage } from '../model/coverage';
import type { Fix } from '../model/finding';
import type { Action } from '../model/roadmap';
import { entryInserter, type MissingAction } from '../write/missing-entries';
import type { ReportContext, SectionGuess } from './check-context';
import { enumerate } from './enumeration';
import { markdownEntries, yamlEntries } from './example-reports';
import { exceptFix } from './except-fix';
import { insertEntryFix } from './insert-entry-fix';
import { relatedAction } from './roadmap-links';
import type { FixContext, Rule } from './rule';

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
    const meant = new Set(context.sections.flatMap((section) => section.meant));
    const groups = context.coverages
      .map((coverage) => ({ coverage, forgotten: forgottenOf(coverage, meant, context) }))
      .filter(({ forgotten }) => forgotten.length > 0);
    const all = groups.flatMap(({ forgotten }) => forgotten);
    if (all.length > 0) {
      const lists = groups.map(({ coverage, forgotten }) => describe(coverage, forgotten, context.roadmaps.length > 1));
      yield {
        place: context.anchor,
        message: [...lists, advice(all.filter(isAbsent).length)].join(' '),
        related: all.map(({ roadmap, action, where }) => {
          const place = relatedAction(roadmap, action);
          return where === undefined ? place : { ...place, message: `${place.message} – probably in ${where}` };
        }),
        fixes: (now) => fixes(all, now),
      };
    }
  },
};

interface Forgotten extends MissingAction {
  /** The section that seems to be about the action without naming it, for people; undefined where the action is absent. */
  readonly where: string | undefined;
}

/**
 * What is named nowhere, absent actions first. Without actions whose number is merely misspelt in a heading: that is a
 * finding of its own.
 */
function forgottenOf(
  coverage: Coverage<SectionGuess>,
  meant: ReadonlySet<Action>,
  context: ReportContext,
): readonly Forgotten[] {
  const forgotten = coverage.missing
    .filter((action) => !meant.has(action))
    .map((action) => ({ roadmap: coverage.roadmap, action, where: suggestedSection(coverage, action, context) }));
  return [...forgotten.filter(isAbsent), ...forgotten.filter((one) => !isAbsent(one))];
}

function isAbsent({ where }: Forgotten): boolean {
  return where === undefined;
}

function suggestedSection(
  coverage: Coverage<SectionGuess>,
  action: Action,
  { sections }: ReportContext,
): string | undefined {
  const suggestion = coverage.suggested().get(action.id);
  const heading = suggestion && sections[suggestion.section]?.heading?.text;
  return suggestion && (heading === undefined ? 'a section without a heading' : `section “${heading}”`);
}

/** `isOneOfSeveral`: whether the report is on other roadmaps as well, so that a number alone says too little. */
function describe(
  { roadmap, required }: Pick<Coverage, 'roadmap' | 'required'>,
  forgotten: readonly Forgotten[],
  isOneOfSeveral: boolean,
): string {
  const owner = isOneOfSeveral ? ` of “${roadmap.title}”` : '';
  const scope = required.length < roadmap.actions.length ? ' in the report’s scope' : '';
  const subject = ({ length }: readonly Forgotten[], whole: string) =>
    required.length === 1 ? `The only action${owner}${scope} is` : `${length} ${whole} ${length === 1 ? 'is' : 'are'}`;
  const list = (some: readonly Forgotten[]) => enumerate(some.map(({ action }) => action.id));
  const [absent, unnamed] = [forgotten.filter(isAbsent), forgotten.filter((one) => !isAbsent(one))];
  const all = `of the ${required.length} actions${owner}${scope}`;
  const isNothing = absent.length === required.length && required.length > 1;
  const missing = isNothing
    ? `All ${required.length} actions${owner}${scope} are missing.`
    : `${subject(absent, all)} missing: ${list(absent)}.`;
  const probable = subject(unnamed, absent.length > 0 ? 'more' : all);
  const hidden = `${probable} probably reported without being named: ${list(unnamed)}.`;
  return [...(absent.length > 0 ? [missing] : []), ...(unnamed.length > 0 ? [hidden] : [])].join(' ');
}

/** What to do, where this many actions are absent. */
function advice(absent: number): string {
  return absent === 0
    ? 'Name each in the heading of its section.'
    : `Report on ${absent === 1 ? 'the' : 'each'} missing action, if only “no progress to report”, or leave it out in ` +
        'the header, under “scope” and “except”, with a reason.';
}

/** An entry for all that no section seems to be about, one for each, and what leaves it out. */
function fixes(all: readonly Forgotten[], context: FixContext): readonly Fix[] {
  const absent = all.filter(isAbsent);
  const insert = entryInserter(context, context.actors);
  const single = all.flatMap((one) => insertEntryFix([one], insert, context));
  const left = all.flatMap((one) => exceptFix(one, context));
  return [...(absent.length > 1 ? insertEntryFix(absent, insert, context) : []), ...single, ...left];
}
