import { qualifiedLabel } from '../model/qualification';
import { type NamedArea, rankOf } from '../parse/area-headings';
import { markdownEntries, yamlEntries } from './example-reports';
import { moveToAreaFix } from './order-fixes';
import { relatedAction, relatedArea } from './roadmap-links';
import type { Rule } from './rule';
import type { RuleLookup } from './rule-lookup';
import type { SectionFacts } from './section-facts';

export const actionWrongArea: Rule = {
  meta: {
    code: 'action-wrong-area',
    group: 'action',
    severity: 'warning',
    summary: 'An entry under the heading of an area that its action does not belong to',
    why:
      'Each area has readers of its own, who look for their actions under its heading and nowhere else.\n\nOnly headings ' +
      'that are the title of an area count, so a report that groups its actions in another way is left alone. In YAML ' +
      'the items behind a `section` stand under it, where at least two of these are areas.',
    examples: [
      {
        language: 'markdown',
        bad: inMarkdown('Prevention'),
        good: inMarkdown('Dismantling high-risk criminal networks'),
      },
      {
        language: 'yaml',
        bad: inYaml('Dismantling high-risk criminal networks', 'Prevention'),
        good: inYaml('Prevention', 'Dismantling high-risk criminal networks'),
      },
    ],
    fixable: true,
  },
  *checkReport({ sections, format, lookup }) {
    const isGrouped = format === 'markdown' || sections.filter(({ area }) => area).length > 1;
    const open: SectionFacts[] = [];
    for (const [index, section] of isGrouped ? sections.entries() : []) {
      if (!isLevelled(section)) {
        continue;
      }
      const rank = rankOf(section);
      while (open.length > 0 && rankOf(open[open.length - 1] ?? section) >= rank) {
        open.pop();
      }
      const around = section.actions.length > 0 ? open.findLast(({ area }) => area)?.area : undefined;
      const misplaced = around && firstMisplaced(section, around, lookup);
      if (around && misplaced) {
        const { action, area } = misplaced;
        const label = qualifiedLabel(around.roadmap, action.id, lookup.roadmaps);
        yield {
          place: {
            section: index,
            what: 'action',
            row: undefined,
            index: section.actions.indexOf(misplaced.reference),
          },
          message:
            `${label} stands under “${around.area.title}”, but belongs to “${area.title}”. Readers look for it there. ` +
            'Move the entry, or correct the number.',
          related: [relatedAction(around.roadmap, action), relatedArea(around.roadmap, area)],
          fixes: (now) => moveToAreaFix(index, around.roadmap, action.id, now),
        };
      }
      open.push(section);
    }
  },
};

/** Whether it is known what a section stands under: titles pasted from Word have no levels. */
function isLevelled(section: SectionFacts): boolean {
  return rankOf(section) > 0 && section.heading?.kind !== 'pasted';
}

/** The first action of an entry none of whose actions is of the area. */
function firstMisplaced(section: SectionFacts, { roadmap, area }: NamedArea, lookup: RuleLookup) {
  const referred = lookup.referred(section.actions).filter((one) => one.roadmap === roadmap);
  const [first] = referred.some(({ action }) => action.area === area.id) ? [] : referred;
  const own = first && roadmap.areas.find(({ id }) => id === first.action.area);
  return first && own && { ...first, area: own };
}

function inMarkdown(area: string): string {
  return markdownEntries('Action 14', 'Action 8').replace('## Action 8', `## ${area}\n\n### Action 8`);
}

function inYaml(first: string, second: string): string {
  const areas = [first, second].map((area) => `  - section: ${area}\n    text: An introduction.\n`).join('');
  return yamlEntries('14', '8').replace('  - action: "8"', `${areas}  - action: "8"`);
}
