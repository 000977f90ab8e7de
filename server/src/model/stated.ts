import type { PolicyDate } from './date';
import type { ActionMention } from './report';
import type { StatusReading } from './status';

/**
 * What a report says, without where: sections, entries and fields of a {@link Report} are such, and so are facts that
 * are kept after an edit that only moved them.
 */
export interface StatedSection {
  readonly actions: readonly StatedAction[];
  readonly mentions: { readonly actions: readonly StatedAction[] };
  readonly rows: readonly { readonly actions: readonly StatedAction[] }[];
}

/** An action that a section reports on or mentions. */
export type StatedAction = Pick<ActionMention, 'roadmap' | 'action' | 'known'>;

/** What a report says about one action or several, in a section or a table row. */
export interface StatedEntry {
  readonly actions: readonly StatedAction[];
  readonly fields: StatedFields & { readonly deliverables?: StatedField<readonly StatedItem[]> };
  readonly hasProse: boolean;
}

/** The fields that coverage and deadlines depend on. */
export interface StatedFields {
  readonly status?: StatedField<StatusReading>;
  readonly revised?: StatedField<PolicyDate>;
  readonly completed?: StatedField<PolicyDate>;
  readonly reason?: StatedField<string>;
}

/** What an entry says about one deliverable. */
export interface StatedItem extends StatedFields {
  readonly deliverable: string | undefined;
  readonly roadmap: string | undefined;
}

/** A value as the draft gives it; undefined where the words could not be read. */
export interface StatedField<T> {
  readonly value: T | undefined;
  readonly text: string;
}
