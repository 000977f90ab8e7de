import { coversActions, type DraftKind, type KindSection } from '../model/draft-kind';
import type { Fix } from '../model/finding';
import { hasBlank } from '../write/entry-text';
import { insertSection } from '../write/insert-section';
import { sectionTitle } from '../write/skeleton';
import type { ReportContext } from './check-context';
import { markdownExample, yamlExample } from './example-reports';
import { PLACEHOLDER } from './field-below';
import { kindSections, oneOfKind } from './kind-sections';
import type { FixContext, Rule } from './rule';

export const sectionMissing: Rule = {
  meta: {
    code: 'section-missing',
    group: 'report',
    severity: 'hint',
    summary: 'A section that this kind of draft usually has is missing',
    why:
      'A progress report begins with what it covers and ends with what is asked of the reader or comes next. Prose ' +
      'before the first action counts as an introduction, next steps in the entries as a way forward. Other kinds of ' +
      'draft have sections of their own: resting the pointer on `kind:` shows them.\n\n' +
      'Only drafts that say their kind, or that have one of its sections already, are looked at; and it is no more ' +
      'than a hint.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['Eurojust prepares the network.'], ['kind: progress-report']),
        good: markdownExample(
          '5',
          [
            'Eurojust prepares the network.',
            '',
            '**Next steps**',
            '',
            '- Eurojust will open the network (autumn 2024).',
          ],
          ['kind: progress-report'],
        ).replace('## Action', '## Introduction\n\nThis report covers the first half of 2024.\n\n## Action'),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['text: Eurojust prepares the network.'], ['kind: progress-report']),
        good: `${yamlExample('5', ['text: Eurojust prepares the network.'], ['kind: progress-report']).replace(
          'entries:\n',
          'entries:\n  - section: Introduction\n    text: This report covers the first half of 2024.\n',
        )}  - section: Way forward\n    text: The Council is invited to take note of this report.\n`,
      },
    ],
    fixable: true,
  },
  *checkReport(context) {
    const { header, kind, anchor } = context;
    const missing = kind && isBegun(kind, context) ? missingSections(kind, context) : [];
    if (!kind || missing.length === 0) {
      return;
    }
    const titles = missing.map(({ title }) => `“${title}”`).join(' and no section ');
    yield {
      place: header.kind?.span ?? anchor,
      message: `There is no section ${titles}, which ${oneOfKind(kind)} usually has. Add ${missing.length === 1 ? 'it, unless it is' : 'them, unless they are'} left out on purpose.`,
      fixes: (now) => missing.flatMap((section) => addSection(section, context, kind, now)),
    };
  },
};

/** Whether there is enough of a draft to miss something: an entry, or prose where the kind has no entries. */
function isBegun(kind: DraftKind, { entries, sections }: ReportContext): boolean {
  return entries.length > 0 || (!coversActions(kind) && sections.some(({ hasProse }) => hasProse));
}

function missingSections(kind: DraftKind, { header, sections, entries }: ReportContext): readonly KindSection[] {
  const found = kindSections(sections);
  const isBuiltOfThem = found.some(({ heading }) => heading.kind !== 'pasted');
  if (header.kind?.value === undefined && !isBuiltOfThem) {
    return [];
  }
  const first = firstOfKind(sections, entries);
  const isThere: Readonly<Record<NonNullable<KindSection['replacedBy']>, boolean>> = {
    'prose-before-entries': sections.slice(0, first).some((section) => section.hasProse),
    prose: sections.some(({ hasProse, opens }) => hasProse && opens === undefined),
    entries: entries.length > 0,
    'next-steps': entries.some(({ entry }) => entry.hasNext),
  };
  return kind.sections.filter(
    ({ required, replacedBy }, index) =>
      required &&
      !found.some((one) => one.index === index) &&
      !(replacedBy !== undefined && isThere[replacedBy]) &&
      !sections.some(({ standsFor }) => standsFor.includes(index)),
  );
}

/** Index of the section that the body of a draft begins with: the first entry, else the first section of its kind. */
function firstOfKind(sections: ReportContext['sections'], entries: ReportContext['entries']): number {
  const first = entries[0]?.section ?? kindSections(sections)[0]?.section ?? sections.length;
  return Math.max(first, sections[first]?.heading === undefined ? 1 : 0);
}

/** Before the first section that usually comes later; what comes before the entries, before the first of them too. */
function addSection(
  section: KindSection,
  { sections, entries }: ReportContext,
  kind: DraftKind,
  now: FixContext,
): readonly Fix[] {
  const { title, replacedBy, text } = section;
  const rank = kind.sections.indexOf(section);
  const later = kindSections(sections).filter(({ index }) => index > rank);
  const first =
    replacedBy === 'prose-before-entries' && entries.length > 0
      ? beginningOf(entries[0]?.section ?? 0, sections)
      : sections.length;
  const edit = insertSection(now, Math.min(first, ...later.map((found) => found.section)), {
    title: sectionTitle(section),
    text: hasBlank(text) ? text : PLACEHOLDER,
  });
  return edit ? [{ title: `Add a section “${title}”`, safe: false, edits: [edit] }] : [];
}

/** Index of the highest heading that a section stands under, the title of the report apart. */
function beginningOf(index: number, sections: ReportContext['sections']): number {
  let highest = index;
  for (let at = index - 1; at >= 0; at--) {
    const level = sections[at]?.heading?.level ?? 0;
    if (level > 1 && level < (sections[highest]?.heading?.level ?? 0)) {
      highest = at;
    }
  }
  return highest;
}
