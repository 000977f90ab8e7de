import { keyOf } from '../../model/entry';
import type { ActionReference, Report } from '../../model/report';
import { actionLabel, actionOf, type Roadmap } from '../../model/roadmap';
import { readActionReferences } from '../../parse/action-reference';
import { areaReader } from '../../parse/area-headings';
import type { PreparedContext } from '../../parse/prepared-context';

/** A draft between two formats: what either says, in words that both can write. Line ends are LF. */
export interface Draft {
  /** The lines of keys, as YAML; those that are no key of a report are comments that start with {@link FOREIGN}. */
  readonly header: string;
  readonly entries: readonly DraftEntry[];
}

export interface DraftEntry {
  /** Comments in lines of their own directly above it, without their marks. */
  readonly above: readonly string[];
  /** The title as Markdown; undefined where it is the label and official title of its action. Empty: no words. */
  readonly title: string | undefined;
  /** What its heading or key `action` names. */
  readonly actions: readonly ActionReference[];
  /** 1 to 6; 0: without heading. Undefined: {@link usualLevels} tell. */
  readonly level: number | undefined;
  /** A remark on the title. */
  readonly comment: string | undefined;
  readonly fields: readonly DraftField[];
  /** Markdown. */
  readonly text: string;
  /** Keys of a YAML entry, as they stand there, that Markdown has no words for. */
  readonly kept: readonly string[];
  /** Whether `text` is the whole Markdown of the section, with its fields, because YAML has no words for some of it. */
  readonly isWhole: boolean;
}

/** A field of an entry (DESIGN, section 3), or of an item of one; `value` is Markdown in one line, or a list. */
export interface DraftField {
  readonly key: string;
  readonly value: string | readonly DraftItem[];
  /** A remark in its first line. */
  readonly comment?: string | undefined;
  readonly above?: readonly string[];
}

export interface DraftItem {
  /** Its own words, Markdown in one line. */
  readonly words: string;
  readonly fields: readonly DraftField[];
  /** Whether the words are a line that says more than a name: "6.1: delivered (14 May 2024)". */
  readonly isLine?: boolean;
  readonly comment?: string | undefined;
}

/** What a comment starts with that holds a key which is none of a report's. */
export const FOREIGN = '#|';

/** The first line of a YAML text that holds the whole Markdown of a section. */
export const WHOLE_SECTION = '<!-- markdown -->';

/** What a Markdown comment starts with that holds keys of a YAML entry. */
export const KEPT_KEYS = '<!-- yaml';

/** A report with LF as its only line end, and what is read with. */
export interface ConvertSource {
  readonly report: Report;
  readonly context: PreparedContext;
}

/** The level of each heading where nothing says otherwise: 2, and 3 for entries once there is a title of an area. */
export function usualLevels(entries: readonly DraftEntry[], roadmaps: readonly Roadmap[]): readonly number[] {
  const areaOf = areaReader(roadmaps);
  let hasArea = false;
  return entries.map(({ title = '', actions }) => {
    hasArea ||= areaOf({ heading: { kind: 'heading', level: 2, text: title }, actions }) !== undefined;
    return hasArea && actions.length > 0 ? 3 : 2;
  });
}

/** How a heading names these actions where it has no words of its own: "Action 6: …", "Actions 4, 5 and 7". */
export function canonicalTitle(actions: readonly ActionReference[], roadmaps: readonly Roadmap[]): string {
  const [first, more] = actions;
  const title = first && !more ? officialTitle(first, roadmaps) : undefined;
  const label = labelOf(actions, roadmaps);
  return title === undefined ? label : `${label}: ${title}`;
}

/** The official title of an action in one line. */
export function officialTitle(action: ActionReference, roadmaps: readonly Roadmap[]): string | undefined {
  const roadmap = roadmaps.find(({ id }) => id === action.roadmap);
  return roadmap && actionOf(roadmap, action.action)?.title.trim().replace(/\s+/g, ' ');
}

/**
 * "Action 6", "Actions 4, 5 and 7"; with the roadmap's id where there are several roadmaps, once for those of one that
 * stand together.
 */
export function labelOf(actions: readonly ActionReference[], roadmaps: readonly Roadmap[]): string {
  const groups: ActionReference[][] = [];
  for (const action of actions) {
    const group = groups.at(-1);
    if (group && group[0]?.roadmap === action.roadmap) {
      group.push(action);
    } else {
      groups.push([action]);
    }
  }
  return groups.map((group) => labelOfOne(group, roadmaps)).join(' and ');
}

/** The same for actions of one roadmap. */
function labelOfOne(actions: readonly ActionReference[], roadmaps: readonly Roadmap[]): string {
  const [first, ...others] = actions;
  if (!first) {
    return '';
  }
  const roadmap = roadmaps.find(({ id }) => id === first.roadmap) ?? roadmaps[0];
  const one = roadmap ? actionLabel(roadmap, first.action) : `Action ${first.action}`;
  const qualified = roadmaps.length > 1 && first.roadmap !== undefined ? ` (${first.roadmap})` : '';
  const last = others[others.length - 1];
  if (!last) {
    return one + qualified;
  }
  const label = one.slice(0, one.length - first.action.length).trimEnd();
  const ids = actions.slice(0, -1).map(({ action }) => action);
  return `${label}s ${ids.join(', ')} and ${last.action}${qualified}`;
}

/** Whether a heading with these words names these actions and no others. */
export function names(title: string, actions: readonly ActionReference[], context: PreparedContext): boolean {
  const found = readActionReferences(title.replace(/[*_`]/g, ' '), 0, context).map(keyOf);
  return found.length === actions.length && actions.every((action) => found.includes(keyOf(action)));
}

/**
 * A sign as Markdown prints it and Rapporteur does not read it: what would be a label or the number of an action in
 * Markdown, and is none in YAML.
 */
export function hideSignAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined || !/[A-Za-z\d]/.test(text[at] ?? '')
    ? text
    : `${text.slice(0, at)}&#${code};${text.slice(at + 1)}`;
}

/** The text with the signs that {@link hideSignAt} hides. */
export function showHiddenSigns(text: string): string {
  return text.replace(/&#(\d{2,3});/g, (whole, code) => {
    const sign = String.fromCodePoint(Number(code));
    return /[A-Za-z\d]/.test(sign) ? sign : whole;
  });
}
