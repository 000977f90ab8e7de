import { keyOf } from '../model/entry';
import { qualifiedLabel } from '../model/qualification';
import { PLAIN_BLANKS } from '../write/entry-text';
import { entryInserter, type MissingAction } from '../write/missing-entries';
import type { ReportContext } from './check-context';
import { entryIn } from './checked-section';
import { markdownEntries, yamlEntries } from './example-reports';
import { exceptFix } from './except-fix';
import { insertEntryFix } from './insert-entry-fix';
import { giveFields } from './new-fields';
import { relatedAction } from './roadmap-links';
import type { PlaceInSection, ReportFinding, Rule } from './rule';
import type { EntryFacts } from './section-facts';

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
    const open = context.coverages.flatMap(({ roadmap, required, named, reported }) =>
      required.filter(({ id }) => named.has(id) && !reported.has(id)).map((action) => ({ roadmap, action })),
    );
    const [entries, mentions, guessed] =
      open.length > 0 ? [entriesByAction(context), firstMentions(context), guessedActions(context)] : [];
    for (const one of open) {
      const key = keyOf({ roadmap: one.roadmap.id, action: one.action.id });
      const [first, ...others] = entries?.get(key) ?? [];
      const mention = mentions?.get(key);
      const label = qualifiedLabel(one.roadmap, one.action.id, context.roadmaps);
      if (first && ![first, ...others].some(({ entry }) => entry.isWaiting)) {
        yield onEntry(one, label, first);
      } else if (!first && mention && !guessed?.has(key)) {
        yield onMention(one, label, mention);
      }
    }
  },
};

function onEntry(
  { roadmap, action }: MissingAction,
  label: string,
  { entry: { row }, place }: NamingEntry,
): ReportFinding {
  return {
    place,
    message:
      `${label} has an entry, but neither a status nor a text, so nothing is reported on ` +
      'it. Set the status, or write a sentence (“no progress to report” is one).',
    related: [relatedAction(roadmap, action)],
    fixes: (context) => {
      const section = context.report.sections[place.section];
      const entry = section && entryIn(section.reading, row);
      const status = [{ name: 'status', value: PLAIN_BLANKS.blank('status') }] as const;
      const edits = entry && giveFields({ fields: entry.fields, item: undefined }, entry, status, context);
      return edits ? [{ title: 'Add a status, to be completed', safe: false, edits }] : [];
    },
  };
}

/** On the first mention, unless a section is probably about the action: then that is the finding. */
function onMention({ roadmap, action }: MissingAction, label: string, place: PlaceInSection): ReportFinding {
  return {
    place,
    message:
      `${label} is only mentioned: no entry reports on it. Report on it in an entry of its ` +
      'own, or leave it out in the header, under “scope” and “except”, with a reason.',
    related: [relatedAction(roadmap, action)],
    fixes: (context) => [
      ...insertEntryFix([{ roadmap, action }], entryInserter(context, context.actors), context),
      ...exceptFix({ roadmap, action }, context),
    ],
  };
}

/** An entry on an action, and where it names it. */
interface NamingEntry {
  readonly entry: EntryFacts;
  readonly place: PlaceInSection;
}

function entriesByAction({ entries }: ReportContext): ReadonlyMap<string, readonly NamingEntry[]> {
  const found = new Map<string, NamingEntry[]>();
  for (const { section, entry } of entries) {
    for (const [index, reference] of entry.actions.entries()) {
      const place: PlaceInSection = { section, what: 'action', row: entry.row, index };
      const present = found.get(keyOf(reference));
      if (!present) {
        found.set(keyOf(reference), [{ entry, place }]);
      } else if (present.at(-1)?.entry !== entry) {
        present.push({ entry, place });
      }
    }
  }
  return found;
}

function firstMentions({ sections }: ReportContext): ReadonlyMap<string, PlaceInSection> {
  const found = new Map<string, PlaceInSection>();
  for (const [section, { mentions }] of sections.entries()) {
    for (const [index, mention] of mentions.actions.entries()) {
      if (!found.has(keyOf(mention))) {
        found.set(keyOf(mention), { section, what: 'mention', index });
      }
    }
  }
  return found;
}

/** The actions that a section seems to be about. */
function guessedActions({ suggestions }: ReportContext): ReadonlySet<string> {
  return new Set(suggestions.filter(({ role }) => role === 'main').map(keyOf));
}
