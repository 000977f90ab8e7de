import type { Citation } from './citation';
import type { PolicyDate } from './date';
import type { SectionList } from './section-list';
import type { Span } from './span';
import type { StatusReading } from './status';

/**
 * A progress report as rules and features see it, whatever its format (DESIGN, section 3).
 *
 * Its text is cut into sections, in order and without overlap: in Markdown the stretches between headings that count
 * (what stands before the first one is a section without heading), in YAML the items of `entries`. What a section says about
 * actions makes it an entry; a table row can be one too. Spans in a section are relative to its `start`.
 */
export interface Report {
  readonly uri: string;
  readonly format: ReportFormat;
  /** The whole text, decoded. */
  readonly text: string;
  readonly header: ReportHeader;
  /** In order, placed when they are first asked for; nothing on the way of a keystroke asks ({@link sectionList}). */
  readonly sections: readonly Section[];
  /** The same, with what costs nothing for sections that an edit only moved. */
  readonly sectionList: SectionList;
  /** What the parser could not read outside the sections, which have problems of their own; offsets into the file. */
  readonly problems: readonly ParseProblem[];
  /** Suppression comments, in order; spans are offsets into the file. */
  readonly suppressions: readonly Suppression[];
}

export type ReportFormat = 'markdown' | 'yaml';

/** Something that could not be read. */
export interface ParseProblem {
  /** The rule that reports it. */
  readonly code: 'syntax' | 'value-invalid' | 'report-field-unknown' | 'roadmap-invalid';
  readonly message: string;
  readonly span: Span;
  /** What the span should probably say: "did you mean". */
  readonly replacement?: string;
}

/** A value as the draft gives it. `value` is undefined where the words could not be read. */
export interface Field<T> {
  readonly value: T | undefined;
  /** The words, without quotes or emphasis. */
  readonly text: string;
  /** Where the words stand. Empty (at the place for a value) where there are none. */
  readonly span: Span;
  /** The key or label, without colon and emphasis. */
  readonly key: Span;
}

/** The keys before the entries: a Markdown report's front matter, a YAML report's top level. Spans count from the file. */
export interface ReportHeader {
  /** The front matter's inside (between the fences), or the keys of the YAML file up to `entries`; absent without any. */
  readonly span?: Span;
  /** Ids of roadmaps, one field each; empty where the key is missing. */
  readonly roadmaps: readonly Field<string>[];
  readonly kind?: Field<string>;
  readonly title?: Field<string>;
  /** The author as written; usually an actor's id or name. */
  readonly author?: Field<string>;
  readonly reference?: Field<string>;
  readonly date?: Field<PolicyDate>;
  readonly asOf?: Field<PolicyDate>;
  readonly period?: Field<PolicyDate>;
  readonly previous?: Field<string>;
  readonly scope?: ReportScope;
  /** Every key of the top level, known or not, in order; a key that stands twice is there twice. */
  readonly keys: readonly HeaderKey[];
}

export interface HeaderKey {
  readonly name: string;
  readonly span: Span;
}

/** What a report has to cover. Absent parts do not restrict. */
export interface ReportScope {
  readonly key: Span;
  readonly areas?: readonly Field<string>[];
  readonly actions?: readonly Field<string>[];
  readonly actors?: readonly Field<string>[];
  readonly except: readonly ScopeException[];
}

/** An action that the report leaves out on purpose. */
export interface ScopeException {
  readonly action: Field<string>;
  readonly reason?: Field<string>;
}

/** What can be said about an action as well as about a deliverable. */
export interface ReportedFields {
  readonly status?: Field<StatusReading>;
  readonly actors?: Field<readonly ActorName[]>;
  readonly due?: Field<PolicyDate>;
  readonly revised?: Field<PolicyDate>;
  readonly reason?: Field<string>;
  readonly completed?: Field<PolicyDate>;
  readonly evidence?: Field<readonly EvidenceItem[]>;
}

/** The fields of an entry (the table in DESIGN, section 3), in both formats. */
export interface EntryFields extends ReportedFields {
  readonly deliverables?: Field<readonly DeliverableItem[]>;
  readonly next?: Field<readonly NextStep[]>;
  readonly followUp?: Field<readonly FollowUp[]>;
}

/**
 * A stretch of a report: what stands under one heading, or one item of `entries`. Do not spread one into another object:
 * what was read is behind getters ({@link placeSection}).
 */
export interface Section extends SectionReading {
  /** Offsets into the file, `end` exclusive. Every span of the reading is relative to `start`. */
  readonly start: number;
  readonly end: number;
  /** What was read, without its place: the same object for a section that an edit elsewhere only moved. */
  readonly reading: SectionReading;
}

/** What a section says. It depends on the section's text and the reading context alone; spans are relative to its start. */
export interface SectionReading {
  /** In UTF-16 units. */
  readonly length: number;
  readonly heading: Heading | undefined;
  /** What the section reports on; empty for prose about no action. */
  readonly actions: readonly ActionReference[];
  readonly fields: EntryFields;
  /** Whether there is prose beside heading, fields, tables, comments and footnotes ("no progress" is prose). */
  readonly hasProse: boolean;
  /**
   * Paragraphs, list items, table cells, subheadings and footnotes, in order; the text that mentions were looked for in
   * (and in the heading, where the references that it opens the section with are no mentions).
   */
  readonly passages: readonly Passage[];
  readonly mentions: Mentions;
  /** Table rows that name an action. */
  readonly rows: readonly TableRow[];
  /** "[to be completed]", "TBC", "XX": text that waits for somebody. */
  readonly placeholders: readonly Span[];
  /** What the parser could not read in it. */
  readonly problems: readonly ParseProblem[];
  /** Comments in it that turn findings off or on, in order. */
  readonly directives: readonly SuppressionDirective[];
}

/** A comment `rapporteur-disable…` or `rapporteur-enable`, as it stands there (DESIGN, section 3, "Suppression"). */
export interface SuppressionDirective {
  readonly verb: 'disable' | 'enable';
  readonly scope: Suppression['kind'];
  /** Codes with their places; empty: every code. */
  readonly codes: Suppression['codes'];
  readonly reason: string | undefined;
  /** The comment. */
  readonly span: Span;
  /** For a `#` comment in a line of its own above a key with a block of lines: the end of that block. */
  readonly blockEnd?: number;
}

/** The title of a section. */
export interface Heading {
  /** Markdown heading, title pasted from Word, or a YAML item's `section`/`action` value. */
  readonly kind: 'heading' | 'pasted' | 'item';
  /** 1 to 6; 1 for pasted titles; 0 for YAML items. */
  readonly level: number;
  /** The words without marks, emphasis and comments. */
  readonly text: string;
  /** The words in the source. */
  readonly span: Span;
}

/** An action that a heading, a row or a YAML item says it reports on. */
export interface ActionReference {
  /** The roadmap's id: the one that has the action, or the only one; undefined where it cannot be told. */
  readonly roadmap: string | undefined;
  /** The id as written, "6". */
  readonly action: string;
  /** Whether that roadmap has the action. */
  readonly known: boolean;
  /** Ids of several roadmaps that the reference fits, where nothing decides; else empty. */
  readonly candidates: readonly string[];
  readonly by: 'number' | 'title' | 'comment';
  /** The number, or the title where there is no number. */
  readonly span: Span;
  /** The title beside the number, as written, where there is one. */
  readonly title?: { readonly text: string; readonly span: Span };
  /** Further places beside this one that name the same action; absent where there are none. */
  readonly again?: readonly ActionReference[];
}

/** A stretch of running text. */
export interface Passage {
  readonly kind: 'paragraph' | 'item' | 'cell' | 'heading' | 'footnote';
  /** Whether it stands in a block quotation; absent where it does not. */
  readonly quoted?: true;
  readonly span: Span;
  /** Text of the same length as the span, in which code, comments, link targets and tags are spaces. */
  readonly text: string;
}

/** Everything that the text of a section mentions, each in order of its place. Comments and code mention nothing. */
export interface Mentions {
  readonly actions: readonly ActionMention[];
  readonly actors: readonly ActorMention[];
  readonly dates: readonly DateMention[];
  readonly citations: readonly Citation[];
}

export interface ActionMention {
  readonly roadmap: string | undefined;
  readonly action: string;
  readonly known: boolean;
  readonly text: string;
  readonly span: Span;
}

/** An actor named in running text; look-alikes (kind `other`) are not among them. */
export interface ActorMention {
  /** The actor's id. */
  readonly actor: string;
  readonly text: string;
  readonly span: Span;
  /** Whether it stands in quotation marks or a block quotation. */
  readonly quoted: boolean;
}

export interface DateMention {
  readonly date: PolicyDate;
  readonly text: string;
  readonly span: Span;
}

/** A name in an `actors` field. */
export interface ActorName {
  readonly text: string;
  readonly span: Span;
  /** Ids of the actors with this name: none where it is unknown, several where it is ambiguous. */
  readonly actors: readonly string[];
}

/** One piece of evidence: a citation, a link or words. */
export interface EvidenceItem {
  readonly text: string;
  readonly span: Span;
  readonly citations: readonly Citation[];
}

/** What an entry says about one deliverable. */
export interface DeliverableItem extends ReportedFields {
  /** How the draft names it: its id or its title. */
  readonly text: string;
  readonly span: Span;
  /** The whole item. */
  readonly whole: Span;
  /** Id of the roadmap's deliverable, and of its roadmap; undefined where there is no such one in the entry's actions. */
  readonly deliverable: string | undefined;
  readonly roadmap: string | undefined;
}

/** Something that a report promises; the following report answers for it. */
export interface NextStep {
  readonly text: string;
  readonly span: Span;
  readonly actors: readonly ActorName[];
  readonly due?: Field<PolicyDate>;
}

/** An answer to a next step of the previous report. */
export interface FollowUp {
  readonly text: string;
  readonly span: Span;
  readonly status?: Field<StatusReading>;
}

/** A table row that names an action and gives fields of it. */
export interface TableRow {
  readonly span: Span;
  /** Offset of the table, so that rows of one table can be told from those of another. */
  readonly table: number;
  readonly actions: readonly ActionReference[];
  readonly fields: EntryFields;
  /** Whether a column of prose ("Progress", "Comments") says something. */
  readonly hasProse: boolean;
}

/** A comment that turns findings off (DESIGN, section 3, "Suppression"). Spans count from the file. */
export interface Suppression {
  readonly kind: 'next-line' | 'line' | 'block' | 'file';
  /** Codes with their places; empty: every code. */
  readonly codes: readonly { readonly code: string; readonly span: Span }[];
  readonly reason: string | undefined;
  /** The comment. */
  readonly span: Span;
  /** What it covers: findings that start in it are off. */
  readonly covers: Span;
}
