/** What is being drafted (DESIGN, section 3, "Kinds of draft"). A kind is data: nothing in the code knows one by name. */
export interface DraftKind {
  readonly id: string;
  readonly name: string;
  /** Sections by which a draft of this kind is known, in their order; empty: its sections are not looked at. */
  readonly sections: readonly KindSection[];
}

/** A section that a kind of draft has. */
export interface KindSection {
  /** Its usual title. */
  readonly title: string;
  /** Its titles, in lower case, `title` included; "and …", "by …" or a dash with more words can follow. */
  readonly titles: readonly string[];
  /** What can do without the section: prose before the first entry, entries, next steps in entries; or nothing. */
  readonly replacedBy: 'prose before entries' | 'entries' | 'next steps' | undefined;
}

/** The kind of a draft that says none. */
export const STANDARD_KIND = 'progress-report';

/** The kinds that ship with Rapporteur. */
export const DRAFT_KINDS: readonly DraftKind[] = [
  {
    id: STANDARD_KIND,
    name: 'Progress report',
    sections: [
      {
        title: 'Introduction',
        titles: ['introduction', 'introductory remarks', 'background', 'executive summary'],
        replacedBy: 'prose before entries',
      },
      {
        title: 'State of play',
        titles: ['state of play', 'state of implementation', 'progress made'],
        replacedBy: 'entries',
      },
      {
        title: 'Way forward',
        titles: ['way forward', 'the way forward', 'way ahead', 'next steps', 'outlook', 'conclusion', 'conclusions'],
        replacedBy: 'next steps',
      },
    ],
  },
  { id: 'discussion-paper', name: 'Discussion paper', sections: [] },
  { id: 'statement', name: 'Statement', sections: [] },
  { id: 'action-programme', name: 'Action programme', sections: [] },
];

/** The kind with this id. */
export function draftKind(id: string): DraftKind | undefined {
  return DRAFT_KINDS.find((kind) => kind.id === id);
}

/** Index in `kind.sections` of the section that a title opens, whatever number it has before it; -1 for any other title. */
export function kindSectionOf(kind: DraftKind, title: string): number {
  const words = title
    .toLowerCase()
    .replace(/^\s*(?:[ivx]+|\d+(?:\.\d+)*|[a-z])[.)]\s+/, '')
    .trim();
  return kind.sections.findIndex(({ titles }) =>
    titles.some((start) => words.startsWith(start) && /^\s*(?:$|[:–—-]|(?:and|by)\s)/.test(words.slice(start.length))),
  );
}
