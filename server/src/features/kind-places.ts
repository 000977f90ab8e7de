import { type DraftKind, type KindSection, kindSectionOf } from '../model/draft-kind';
import type { Section, SectionReading } from '../model/report';
import type { DescribedPlace } from './described-places';
import type { ReportDescriptionContext } from './description-context';
import { escapeMarkdown } from './markdown-text';

/** The heading of a section that the draft's kind has. Spans are relative to the section. */
export function kindSectionPlaces(
  section: Section,
  { analysed: { kind } }: ReportDescriptionContext,
): readonly DescribedPlace[] {
  const found = kind && openedBy(section, kind);
  return kind && found && section.heading
    ? [{ span: section.heading.span, describe: () => describeKindSection(found, kind) }]
    : [];
}

/** The section of a kind that a heading opens. One that names an action opens an entry. */
export function openedBy({ heading, actions }: SectionReading, kind: DraftKind): KindSection | undefined {
  return heading && actions.length === 0 ? kind.sections[kindSectionOf(kind, heading.text)] : undefined;
}

/** Markdown about a kind of draft: what it is for, and its sections. */
export function describeKind({ name, about, sections }: DraftKind): string {
  return [
    `**${escapeMarkdown(name)}**${about === '' ? '' : `: ${escapeMarkdown(about)}`}`,
    ...(sections.length === 0 ? [] : [sections.map(sectionLine).join('\n')]),
  ].join('\n\n');
}

/** Markdown about a section of a kind: what belongs there, and what else it is called. */
export function describeKindSection(section: KindSection, { name }: DraftKind): string {
  const { title, titles, about, required } = section;
  const others = titles.filter((one) => one !== title.toLowerCase());
  return [
    `**${escapeMarkdown(title)}**${about === '' ? '' : `: ${escapeMarkdown(about)}`}`,
    `${escapeMarkdown(name)}${required ? '' : ' · not always there'}`,
    ...(others.length === 0 ? [] : [`Also called: ${others.map(escapeMarkdown).join(', ')}`]),
  ].join('\n\n');
}

function sectionLine({ title, about, required }: KindSection): string {
  const words = [about === '' ? '' : `: ${about}`, required ? '' : ' (not always there)'].join('');
  return `- ${escapeMarkdown(title)}${escapeMarkdown(words)}`;
}
