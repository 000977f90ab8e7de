import type { DraftKind } from '../model/draft-kind';
import type { SectionFacts } from './section-facts';

/** A section of a report that its kind has. */
export interface FoundKindSection {
  /** Index in `kind.sections`. */
  readonly index: number;
  /** Index in the report. */
  readonly section: number;
  readonly heading: NonNullable<SectionFacts['heading']>;
}

/**
 * The first section of each of the kind's that a report has, in the order of the text. Only titles of the highest level
 * count: "Next steps" below a heading of its own is a part of that section.
 */
export function kindSections(sections: readonly SectionFacts[]): readonly FoundKindSection[] {
  const all: FoundKindSection[] = [];
  for (const [section, { heading, opens }] of sections.entries()) {
    if (heading && opens !== undefined) {
      all.push({ index: opens, section, heading });
    }
  }
  const top = Math.min(...all.map(({ heading }) => heading.level));
  const found = all.filter(({ heading }) => heading.level === top);
  return found.filter((one, at) => found.findIndex(({ index }) => index === one.index) === at);
}

/** A kind of draft in a sentence: "a statement", "an action programme". */
export function oneOfKind({ name }: DraftKind): string {
  return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} ${name.toLowerCase()}`;
}
