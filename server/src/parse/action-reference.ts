import type { ReadingContext } from '../model/context';
import { keyOf } from '../model/entry';
import type { ActionReference } from '../model/report';
import { type Span, shiftSpan } from '../model/span';
import type { ActionNumber, ResolvedAction } from './action-numbers';
import { foldTitle, type TitledAction } from './action-titles';
import { createPlanJudge } from './other-plans';
import { type PreparedContext, prepareContext } from './prepared-context';

/**
 * The actions that a heading, a table cell or a YAML scalar says it is about, in order, without doubles: numbers behind
 * a label ("Action 6: …", "Actions 4, 5 and 7", "Actions 4-9", "… (Action 6)"), behind a roadmap's id
 * ("eu-drugs-2023:6"), or an official title, with or without a number of the heading's own before it. A number of
 * another plan's ("Action 11 of the Multi-Annual Action Plan") is none. `by` is never 'comment' here: the caller who
 * hands in a comment's text says so itself. With several roadmaps the title beside the number decides, else the
 * reference lists them as candidates.
 *
 * @param text the words, without marks and comments
 * @param at offset of the words in whatever the spans count from (UTF-16); added to every span
 */
export function readActionReferences(text: string, at: number, context: ReadingContext): readonly ActionReference[] {
  const prepared = prepareContext(context);
  const qualified = withoutQualification(text, prepared);
  const isOfOtherPlan = createPlanJudge(qualified.text, prepared.ownPlans, 'heading');
  const numbers = prepared.actionNumbers.scan(qualified.text).filter((found) => !isOfOtherPlan(found));
  return numbers.length > 0 ? fromNumbers(numbers, qualified, at, prepared) : fromTitle(qualified, at, prepared);
}

/**
 * The actions that the cell of a column "Action" names: as {@link readActionReferences}, but numbers count without a
 * label too ("6", "4, 5 and 7", "4-9", "6 Facilitating financial investigations"). Empty where the cell starts with no
 * number and is no title.
 */
export function readActionCell(text: string, at: number, context: ReadingContext): readonly ActionReference[] {
  const prepared = prepareContext(context);
  const labelled = readActionReferences(text, at, prepared);
  if (labelled.length > 0 && labelled.some((reference) => reference.by === 'number')) {
    return labelled;
  }
  const numbers = prepared.actionNumbers.scanList(text, text.length - text.trimStart().length);
  const list = numbers[0]?.list;
  return list && /^\s*(?:$|[^\p{L}\p{Nd}\s]|\p{Lu})/u.test(text.slice(list.end))
    ? fromNumbers(numbers, { text, roadmap: undefined }, at, prepared)
    : labelled;
}

/**
 * The action that a bare id stands for, such as the value "6" of a YAML key `action`; "6 (eu-drugs-2023)", "Action 6",
 * "eu-drugs-2023:6" and an official title are understood as well. What is none of these is a reference to an unknown
 * action, with the words as its id.
 *
 * @param roadmapHint id of the roadmap that the place belongs to, where it says so
 */
export function readActionId(text: string, at: number, context: ReadingContext, roadmapHint?: string): ActionReference {
  const prepared = prepareContext(context);
  const qualified = withoutQualification(text, prepared);
  const id = qualified.text.trim();
  const start = at + (text.length - text.trimStart().length);
  const resolved = prepared.actionNumbers.resolve(id, qualified.roadmap ?? roadmapHint);
  const [labelled] = resolved.known ? [] : readActionReferences(text, at, prepared);
  return labelled ?? { ...resolved, by: 'number', span: { start, end: start + id.length } };
}

/** Each action once, where it is named first; the other places that name it are told with that one. */
export function withoutDoubles(references: readonly ActionReference[]): readonly ActionReference[] {
  const byKey = new Map<string, ActionReference>();
  for (const reference of references) {
    const key = keyOf(reference);
    const first = byKey.get(key);
    const { again = [], ...alone } = reference;
    byKey.set(key, first ? { ...first, again: [...(first.again ?? []), alone, ...again] } : reference);
  }
  return byKey.size === references.length ? references : [...byKey.values()];
}

/** A text without the roadmap that it names in brackets at its end: "Action 6: … (eu-drugs-2023)". */
interface Qualified {
  readonly text: string;
  readonly roadmap: string | undefined;
}

function withoutQualification(text: string, { roadmaps }: PreparedContext): Qualified {
  const match = /\(\s*([^()\s]{1,80})\s*\)\s*$/u.exec(text);
  const roadmap = roadmaps.find(({ id }) => id === match?.[1])?.id;
  return match && roadmap !== undefined ? { text: text.slice(0, match.index), roadmap } : { text, roadmap: undefined };
}

function fromNumbers(
  numbers: readonly ActionNumber[],
  { text, roadmap }: Qualified,
  at: number,
  context: PreparedContext,
): readonly ActionReference[] {
  const title = numbers.length === 1 && numbers[0] ? titleBeside(numbers[0], text, context) : undefined;
  const references = numbers.map((number): ActionReference => {
    const isOpen = roadmap !== undefined && !number.isQualified;
    const resolved = isOpen ? context.actionNumbers.resolve(number.action, roadmap) : number;
    return {
      ...decideByTitle(resolved, title?.titled ?? []),
      by: 'number',
      span: shiftSpan(number.number, at),
      ...(title && { title: { text: title.text, span: shiftSpan(title.span, at) } }),
    };
  });
  return withoutDoubles(references);
}

type Decided = Pick<ActionReference, 'roadmap' | 'action' | 'known' | 'candidates'>;

function decideByTitle(
  { roadmap, action, known, candidates }: ResolvedAction,
  titled: readonly TitledAction[],
): Decided {
  const fitting = titled.filter((one) => one.action === action && candidates.includes(one.roadmap));
  const [only] = fitting;
  return only && fitting.length === 1
    ? { roadmap: only.roadmap, action, known, candidates: [] }
    : { roadmap, action, known, candidates };
}

interface FoundTitle {
  readonly text: string;
  readonly span: Span;
  /** The actions whose official title it is. */
  readonly titled: readonly TitledAction[];
}

/**
 * The title beside a number. Behind "Action 6" and a colon, dash, full stop or bar it is whatever stands there; without
 * a sign, in brackets, or before "(Action 6)", only an official title is one: other words are a heading of their own.
 */
function titleBeside(number: ActionNumber, text: string, context: PreparedContext): FoundTitle | undefined {
  const before = text.slice(0, number.list.start);
  const behind = text.slice(number.list.end);
  const sign = /^[\s*_]*[:.|–—-][\s*_]*(?=\S)/u.exec(behind);
  if (/^[\s*_\d.]*$/.test(before)) {
    const start = number.list.end + (sign?.[0].length ?? 0);
    const title = titleAt(text, start, text.length, context);
    return title && (sign || title.titled.length > 0) ? title : undefined;
  }
  const title = titleAt(text, 0, before.replace(/[\s([:,–—-]+$/u, '').length, context);
  return title && title.titled.length > 0 ? title : undefined;
}

/** The action whose official title a heading is; a number before it is the heading's own, unless it is the action's. */
function fromTitle({ text, roadmap }: Qualified, at: number, context: PreparedContext): readonly ActionReference[] {
  const numbering = /^\s*\(?([\p{L}\p{Nd}]{1,4}(?:\.[\p{L}\p{Nd}]{1,4}){0,4})(?:[.):]|\s?[–—-])?\s/u.exec(text);
  for (const start of [0, numbering?.[0].length ?? 0]) {
    const title = titleAt(text, start, text.length, context);
    const fitting = title?.titled.filter((one) => roadmap === undefined || one.roadmap === roadmap) ?? [];
    const [first, second] = fitting;
    if (title && first) {
      const resolved = {
        roadmap: second ? undefined : first.roadmap,
        action: first.action,
        known: true,
        candidates: second ? fitting.map((one) => one.roadmap) : [],
      };
      const span = shiftSpan(title.span, at);
      const number = start > 0 && numbering?.[1] === first.action ? text.indexOf(first.action) : undefined;
      return [
        number === undefined
          ? { ...resolved, by: 'title', span }
          : {
              ...resolved,
              by: 'number',
              span: { start: at + number, end: at + number + first.action.length },
              title: { text: title.text, span },
            },
      ];
    }
  }
  return [];
}

/** The words between two places, without outer space, brackets, emphasis and footnote marks; and whose title they are. */
function titleAt(text: string, from: number, to: number, context: PreparedContext): FoundTitle | undefined {
  const words = text.slice(from, to);
  const lead = /^[\s*_([]*/u.exec(words)?.[0].length ?? 0;
  const inside = words.slice(lead);
  const opened = /[([]/.test(words.slice(0, lead));
  const tail = (opened ? /[\s*_)\]]*$/u : /(?:\s|[*_¹²³⁰-⁹]|\[\^[^\]\s]{1,40}\])*$/u).exec(inside)?.[0].length ?? 0;
  const span = { start: from + lead, end: to - tail };
  if (span.end <= span.start) {
    return undefined;
  }
  const title = text.slice(span.start, span.end);
  return { text: title, span, titled: context.titles.get(foldTitle(title)) ?? [] };
}
