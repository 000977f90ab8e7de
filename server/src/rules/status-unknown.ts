import type { Fix } from '../model/finding';
import type { Field, SectionReading } from '../model/report';
import { BUILT_IN_STATUSES, type StatusReading, statusesOf } from '../model/status';
import { nearestNames } from '../parse/nearest-name';
import { findPlaceholders } from '../parse/placeholders';
import type { CheckEnvironment } from './check-context';
import { changeTo, didYouMean } from './did-you-mean';
import { markdownExample, yamlExample } from './example-reports';
import { partsOfSection } from './reported-parts';
import type { Rule } from './rule';

const WORK = 'Eurojust has prepared the network.';

export const statusUnknown: Rule = {
  meta: {
    code: 'status-unknown',
    group: 'status',
    severity: 'error',
    summary: 'The status is none that is known',
    why:
      'The status is what everything else is measured by: what counts as late, what needs evidence, what the summary ' +
      'counts. A word that is no status leaves the action without one.\n\n' +
      'A roadmap can declare words of its own under `statuses`. Remarks go behind the status, in brackets.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['- **Status:** in progres', '', WORK]),
        good: markdownExample('5', ['- **Status:** in progress (first meeting held)', '', WORK]),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['status: in-progres', `text: ${WORK}`]),
        good: yamlExample('5', ['status: in-progress', `text: ${WORK}`]),
      },
    ],
    fixable: true,
  },
  *checkSection(section, context) {
    for (const field of statusFieldsOf(section)) {
      if (
        field.value === undefined &&
        !/^[-–—]*$/.test(field.text.trim()) &&
        findPlaceholders(field.text).length === 0
      ) {
        const { fixes, names } = suggestion(field, context);
        yield {
          span: field.span,
          message:
            `“${field.text}” is no status, so the action counts as having none.` +
            (names.length > 0 ? didYouMean(names) : ` Write one of: ${usualNames(context)}.`),
          fixes: () => fixes,
        };
      }
    }
  },
};

function statusFieldsOf(section: SectionReading): readonly Field<StatusReading>[] {
  const parts = partsOfSection(section).map(({ fields }) => fields.status);
  const answers = [section, ...section.rows].flatMap(({ fields }) => fields.followUp?.value ?? []);
  return [...parts, ...answers.map(({ status }) => status)].filter((field) => field !== undefined);
}

/** The nearest name; else the status that the words begin with, whose remark a fix would drop. */
function suggestion(
  { text, span }: Field<StatusReading>,
  context: CheckEnvironment,
): { readonly fixes: readonly Fix[]; readonly names: readonly string[] } {
  const all = statusesOf(context.roadmaps.flatMap(({ statuses }) => statuses));
  const names = all.flatMap(({ status, names: others }) => [status, ...others]);
  const isNegative = NEGATION.test(text);
  const nearest = nearestNames(
    text,
    names.filter((name) => NEGATION.test(name) === isNegative),
  );
  // Of names of the same status one will do.
  const statusOf = (name: string) => all.find(({ status, names: others }) => [status, ...others].includes(name));
  const different = nearest.filter(
    (name, index) => nearest.findIndex((other) => statusOf(other) === statusOf(name)) === index,
  );
  if (different.length > 0) {
    return { fixes: different.map((name) => changeTo(name, span, different.length === 1)), names: different };
  }
  const words = text.toLowerCase();
  const [beginning] = names
    .filter((name) => words.startsWith(`${name.toLowerCase()} `))
    .sort((a, b) => b.length - a.length);
  const fix: Fix | undefined = beginning
    ? {
        title: `Put the rest behind “${beginning}” in brackets`,
        safe: false,
        edits: [{ span, newText: `${text.slice(0, beginning.length)} (${text.slice(beginning.length).trim()})` }],
      }
    : undefined;
  return fix && beginning ? { fixes: [fix], names: [beginning] } : { fixes: [], names: [] };
}

/** "No progress" is two letters from "in progress", and says the opposite. */
const NEGATION = /^no/i;

function usualNames({ roadmaps }: CheckEnvironment): string {
  const declared = roadmaps.flatMap(({ statuses }) => statuses);
  const all = declared.length > 0 ? statusesOf(declared) : BUILT_IN_STATUSES;
  return all.map(({ status, names }) => names[0] ?? status).join(', ');
}
