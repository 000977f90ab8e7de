import type { SeveritySetting } from './finding';

/**
 * What is being drafted (DESIGN, section 3, "Kinds of draft"). A kind is data: nothing in the code knows what one has. They
 * ship as `data/kinds.yaml`; a project file adds its own.
 */
export interface DraftKind {
  readonly id: string;
  readonly name: string;
  /** What such a draft is for, in a sentence. */
  readonly about: string;
  /** Title of a new one. `{roadmap}` stands for the roadmap's title, "[insert …]" for what only the author knows. */
  readonly title: string;
  /** What its header has to say. */
  readonly fields: readonly KindField[];
  /** Sections by which a draft of this kind is known, in their order; empty: its sections are not looked at. */
  readonly sections: readonly KindSection[];
  /**
   * Rules that are off for such drafts whatever the settings say, or have another severity where they say nothing. Those
   * about reporting on every action are off in a kind without entries, unless it says otherwise.
   */
  readonly rules: Readonly<Record<string, SeveritySetting>>;
}

/** Keys of the header that a kind can ask for. */
export const KIND_FIELDS = ['roadmap', 'title', 'author', 'date', 'reference', 'period'] as const;

export type KindField = (typeof KIND_FIELDS)[number];

/** What a section is made of: prose, an entry for each action, numbered questions, or those who sign. */
export const SECTION_CONTENTS = ['text', 'entries', 'questions', 'signatories'] as const;

/** What can do without a section: prose before the first entry, any prose, entries, next steps in entries. */
export const SECTION_SUBSTITUTES = ['prose-before-entries', 'prose', 'entries', 'next-steps'] as const;

/** A section that a kind of draft has. */
export interface KindSection {
  /** Its usual title. */
  readonly title: string;
  /**
   * Its titles, in lower case, `title` included; "and …", "by …", "for …", "to …" or a dash with more words can follow,
   * and any words where it ends in "…".
   */
  readonly titles: readonly string[];
  /** What belongs there, in a sentence or two. */
  readonly about: string;
  /** Whether a draft without it lacks something. */
  readonly required: boolean;
  /** Whether there can be several, told apart by a number. */
  readonly repeats: boolean;
  readonly holds: (typeof SECTION_CONTENTS)[number];
  readonly replacedBy: (typeof SECTION_SUBSTITUTES)[number] | undefined;
  /** Words, in lower case, that its paragraphs begin with; such a paragraph anywhere stands in for the section. */
  readonly begins: readonly string[];
  /** Words, in lower case, that stand in for the section wherever the draft says them. */
  readonly says: readonly string[];
  /** Markdown that a new draft has there, with "[insert …]" for what only the author knows; empty where it has nothing. */
  readonly text: string;
  /** What can be inserted there again and again. */
  readonly snippets: readonly KindSnippet[];
}

/** A piece of text that completion offers in a section. */
export interface KindSnippet {
  readonly name: string;
  /** Markdown with "[insert …]"; `{number}` is the number that comes next. */
  readonly text: string;
}

/** A kind as a file declares it: what it does not say comes from the kind that it builds on, or has a default. */
export interface KindDeclaration extends Partial<Omit<DraftKind, 'id' | 'sections'>> {
  readonly id: string;
  /** Id of the kind that it builds on. */
  readonly base?: string;
  /** All sections. One that has a title of the base's takes from that what it does not say. */
  readonly sections?: readonly SectionDeclaration[];
}

/** A section as a file declares it. */
export interface SectionDeclaration extends Partial<Omit<KindSection, 'title' | 'titles'>> {
  readonly title: string;
  /** Other titles, in lower case. */
  readonly names?: readonly string[];
}

/** The kind of a draft that says none. */
export const STANDARD_KIND = 'progress-report';

/** The ids of the kinds that ship, by which a draft is recognised before their data are read. */
export const BUILT_IN_KINDS = [STANDARD_KIND, 'discussion-paper', 'statement', 'action-programme'] as const;

/** The kind with this id. */
export function kindWithId(id: string, kinds: readonly DraftKind[]): DraftKind | undefined {
  return kinds.find((kind) => kind.id === id);
}

/**
 * Kinds as they are declared, beside those that they build on: `base` with the declared ones in the place of those with
 * the same id, and behind them. A kind that builds on itself, on a later one or on none there is has defaults.
 */
export function resolveKinds(
  declared: readonly KindDeclaration[],
  base: readonly DraftKind[] = [],
): readonly DraftKind[] {
  const kinds = [...base];
  for (const one of declared) {
    const kind = resolved(one, kindWithId(one.base ?? '', kinds));
    const index = kinds.findIndex(({ id }) => id === one.id);
    kinds.splice(index < 0 ? kinds.length : index, index < 0 ? 0 : 1, kind);
  }
  return kinds;
}

/**
 * Whether drafts of a kind have an entry for each action: only then is an action forgotten that they do not name. Of a
 * kind without sections that is so where its drafts are on a roadmap; of an unknown one nobody can say it.
 */
export function coversActions(kind: Pick<DraftKind, 'fields' | 'sections'> | undefined): boolean {
  return kind !== undefined && (kind.sections.length === 0 ? kind.fields.includes('roadmap') : hasEntries(kind));
}

/** Whether a draft of a kind cannot do without a roadmap. */
export function needsRoadmap(kind: DraftKind): boolean {
  return kind.fields.includes('roadmap') || hasEntries(kind);
}

/** Index in `kind.sections` of the section that a title opens, whatever number it has before it; -1 for any other title. */
export function kindSectionOf(kind: DraftKind, title: string): number {
  const words = title
    .toLowerCase()
    .replace(/^\s*(?:[ivx]+|\d+(?:\.\d+)*|[a-z])[.)]\s+/, '')
    .trim();
  const behind = ({ repeats }: KindSection) => (repeats ? BEHIND_REPEATED_TITLE : BEHIND_TITLE);
  const opens = (section: KindSection, title: string) => {
    const start = title.replace(/\s*…$/, '');
    const rest = words.slice(start.length);
    return words.startsWith(start) && (start === title ? behind(section) : BEHIND_BEGINNING).test(rest);
  };
  return kind.sections.findIndex((section) => section.titles.some((title) => opens(section, title)));
}

const BEHIND_TITLE = /^\s*(?:$|[:–—-]|(?:and|by|for|to)\s)/;

/** What follows "Done at …". */
const BEHIND_BEGINNING = /^(?:$|[\s:,–—-])/;

/** "Part II", "Part 2: Investigation". */
const BEHIND_REPEATED_TITLE = /^(?:\s+(?:[ivx]+|\d+|[a-z]))?\s*(?:$|[:–—.-]|(?:and|by|for|to)\s)/;

function hasEntries({ sections }: Pick<DraftKind, 'sections'>): boolean {
  return sections.some(({ holds }) => holds === 'entries');
}

function resolved(declared: KindDeclaration, base: DraftKind | undefined): DraftKind {
  const { id, name = id } = declared;
  const fields = declared.fields ?? base?.fields ?? ['title'];
  const sections = declared.sections?.map((section) => resolvedSection(section, base)) ?? base?.sections ?? [];
  const covers = coversActions({ fields, sections });
  // What is off because the base has no entries is not off in a kind that has some.
  const inherited = covers && base && !coversActions(base) ? withoutRulesOfEntries(base.rules) : base?.rules;
  return {
    id,
    name,
    about: declared.about ?? base?.about ?? '',
    title: declared.title ?? base?.title ?? name,
    fields,
    rules: { ...(covers ? {} : RULES_OF_ENTRIES_OFF), ...inherited, ...declared.rules },
    sections,
  };
}

/** Rules about reporting on every action of a roadmap in time: a draft without entries does not set out to do that. */
const RULES_OF_ENTRIES = [
  ...['action-unreferenced', 'action-unreported', 'action-duplicate', 'action-wrong-area', 'section-unlinked'],
  ...['deliverable-unreported', 'actor-missing', 'as-of-missing'],
  ...['deadline-overdue', 'deadline-due-soon', 'overdue-without-reason'],
];

const RULES_OF_ENTRIES_OFF: DraftKind['rules'] = Object.fromEntries(RULES_OF_ENTRIES.map((code) => [code, 'off']));

function withoutRulesOfEntries(rules: DraftKind['rules']): DraftKind['rules'] {
  return Object.fromEntries(Object.entries(rules).filter(([code]) => !RULES_OF_ENTRIES.includes(code)));
}

function resolvedSection(declared: SectionDeclaration, kind: DraftKind | undefined): KindSection {
  const base = kind?.sections.find(({ titles }) => titles.includes(declared.title.toLowerCase()));
  const titles = [declared.title.toLowerCase(), ...(declared.names ?? base?.titles ?? [])];
  const holds = declared.holds ?? base?.holds ?? 'text';
  return {
    title: declared.title,
    titles: [...new Set(titles)],
    about: declared.about ?? base?.about ?? '',
    required: declared.required ?? base?.required ?? true,
    repeats: declared.repeats ?? base?.repeats ?? false,
    holds,
    replacedBy: declared.replacedBy ?? base?.replacedBy,
    begins: declared.begins ?? base?.begins ?? [],
    says: declared.says ?? base?.says ?? [],
    text: declared.text ?? base?.text ?? USUAL_TEXTS[holds],
    snippets: declared.snippets ?? base?.snippets ?? USUAL_SNIPPETS[holds] ?? [],
  };
}

/** What a new draft has in a section of which nothing else is said: something to fill in. */
const USUAL_TEXTS: Readonly<Record<KindSection['holds'], string>> = {
  text: '[insert text]',
  entries: '',
  questions: '1. [insert question]?',
  signatories: '- [insert function and country]',
};

const USUAL_SNIPPETS: Readonly<Partial<Record<KindSection['holds'], readonly KindSnippet[]>>> = {
  questions: [{ name: 'question', text: '{number}. [insert question]?' }],
  signatories: [{ name: 'signatory', text: '- [insert function and country]' }],
};
