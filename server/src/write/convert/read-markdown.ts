import type { ActorName, DeliverableItem, EvidenceItem, Field, NextStep, Section } from '../../model/report';
import type { Span } from '../../model/span';
import { BUILT_IN_STATUSES } from '../../model/status';
import { readActorNames, singleSpaced } from '../../parse/fields';
import { type Block, shiftBlock } from '../../parse/markdown-blocks';
import { type LabelledValue, readLabels } from '../../parse/markdown-labels';
import { cutIntoPieces } from '../../parse/markdown-pieces';
import {
  type ConvertSource,
  canonicalTitle,
  type DraftEntry,
  type DraftField,
  type DraftItem,
  KEPT_KEYS,
  labelOf,
  names,
  showHiddenSigns,
} from './draft';
import { idOfActor } from './names';

/**
 * The entries of a Markdown report, one for each section.
 *
 * @param whole indexes of sections whose fields stay in their text
 */
export function readMarkdownEntries(source: ConvertSource, whole: ReadonlySet<number>): readonly DraftEntry[] {
  const { sections, text } = source.report;
  const entries: DraftEntry[] = [];
  let above: readonly string[] = [];
  for (const [index, section] of sections.entries()) {
    const own = text.slice(section.start, section.end);
    const parts = cutComments(own, index < sections.length - 1);
    const entry = readSection(section, parts.rest, source, whole.has(index));
    if (index > 0 || section.heading || entry.text !== '' || parts.comments.length === 0) {
      entries.push({ ...entry, above });
    }
    above = parts.comments;
  }
  return entries;
}

/** Comments in the last lines, which belong to the heading directly below them. */
function cutComments(text: string, mayCut: boolean): { readonly rest: string; readonly comments: readonly string[] } {
  const match = mayCut ? /(?:^|\n)((?:<!--(?!yaml)[^\n]*?-->[ \t]*\n)+)$/.exec(text) : null;
  const lines = match?.[1]?.trimEnd().split('\n') ?? [];
  const comments = lines.map((line) => /^<!--\s?(.*?)\s?-->[ \t]*$/.exec(line)?.[1]);
  const isSound = comments.every((comment) => comment !== undefined && comment !== '' && !/-->|^yaml/.test(comment));
  return match && isSound
    ? { rest: text.slice(0, text.length - (match[1]?.length ?? 0)), comments: comments.flatMap((one) => one ?? []) }
    : { rest: text, comments: [] };
}

function readSection(section: Section, text: string, { context, report }: ConvertSource, isWhole: boolean): DraftEntry {
  const { leading, pieces } = cutIntoPieces(text);
  const first = pieces.at(0);
  const headingEnd = section.heading && first ? leading + first.text.length : 0;
  const { title, comment } = readTitle(section, text, context);
  // Titles pasted from Word become headings, as far out as the first that is one.
  const pasted = report.sections.find(({ heading }) => heading?.kind === 'heading')?.heading?.level ?? 2;
  const { heading } = section;
  const level = heading ? (heading.kind === 'heading' ? heading.level : pasted) : 0;
  const entry = { above: [], actions: section.actions, title, comment, level };
  const body = text.slice(headingEnd);
  const cut = isWhole ? undefined : readBody(section, text, headingEnd, context);
  return cut
    ? { ...entry, ...cut, isWhole: false }
    : { ...entry, fields: [], text: trimLines(body), kept: [], isWhole: true };
}

function readTitle(
  { heading, actions }: Section,
  text: string,
  context: ConvertSource['context'],
): Pick<DraftEntry, 'title' | 'comment'> {
  if (!heading) {
    return { title: '', comment: undefined };
  }
  const { roadmaps } = context;
  const words = headingWords(text).replace(/\s*\n\s*/g, ' ');
  const remark = /^(.*?)\s*<!--\s*((?:(?!-->|<!--).)*?)\s*-->$/.exec(words);
  const [bare, comment] = remark ? [remark[1] ?? '', remark[2] ?? ''] : [words, undefined];
  if (actions.length > 0 && comment === labelOf(actions, roadmaps)) {
    return { title: showHiddenSigns(bare), comment: undefined };
  }
  const isOwn = comment === undefined || actions.length === 0 || names(bare, actions, context);
  const title = isOwn ? bare : words;
  return {
    title: actions.length > 0 && title === canonicalTitle(actions, roadmaps) ? undefined : showHiddenSigns(title),
    comment: isOwn ? comment : undefined,
  };
}

/** The words of the heading that a section starts with, without its marks. */
function headingWords(text: string): string {
  const { leading, pieces } = cutIntoPieces(text);
  const [block] = pieces.at(0)?.blocks ?? [];
  if (block?.kind !== 'heading' && block?.kind !== 'paragraph') {
    return '';
  }
  return text.slice(leading + block.words.span.start, leading + block.words.span.end);
}

/** Fields, kept keys and what is left as text; undefined where a field stands among other words. */
function readBody(
  section: Section,
  text: string,
  from: number,
  context: ConvertSource['context'],
): Pick<DraftEntry, 'fields' | 'text' | 'kept'> | undefined {
  const blocks = blocksFrom(text, from);
  const groups = groupsOf(readLabels(blocks).values);
  const regions: Span[] = [];
  const fields: DraftField[] = [];
  for (const group of groups) {
    const region = regionOf(group, text);
    const field = region && readField(group, section, text, region);
    if (!field || regions.some(({ end }) => end > region.start)) {
      return undefined;
    }
    const over = commentsAbove(text, region.start, from);
    regions.push({ start: over.start, end: region.end });
    const isScalar = typeof field.value === 'string';
    const merged = fields.findIndex(({ key }) => key === field.key);
    const before = fields[merged];
    if (before && (isScalar || typeof before.value === 'string')) {
      return undefined;
    }
    if (before) {
      const more = [...(before.value as readonly DraftItem[]), ...(field.value as readonly DraftItem[])];
      fields[merged] = { ...before, value: more };
    } else {
      fields.push({ ...field, above: over.comments });
    }
  }
  const named = fields.map((field) => withIds(field, section, context));
  return { fields: named, ...withoutKept(withoutRegions(text, from, regions)) };
}

function blocksFrom(text: string, from: number): readonly Block[] {
  const { leading, pieces } = cutIntoPieces(text);
  let at = leading;
  return pieces.all().flatMap((piece) => {
    const start = at;
    at += piece.text.length;
    return start < from ? [] : piece.blocks.map((block) => shiftBlock(block, start));
  });
}

/** Values of one label together: a heading owns several lists. */
function groupsOf(values: readonly LabelledValue[]): readonly (readonly LabelledValue[])[] {
  const groups: LabelledValue[][] = [];
  for (const value of values) {
    const last = groups[groups.length - 1];
    if (last?.[0]?.key.start === value.key.start) {
      last.push(value);
    } else {
      groups.push([value]);
    }
  }
  return groups;
}

/** The lines of a label and its values; undefined where other words stand in them. */
function regionOf(group: readonly LabelledValue[], text: string): Span | undefined {
  const [first] = group;
  if (!first) {
    return undefined;
  }
  const start = text.lastIndexOf('\n', first.key.start - 1) + 1;
  const before = text.slice(start, first.key.start);
  const valueEnd = Math.max(
    first.key.end,
    ...group.map(({ value, items }) => items[items.length - 1]?.span.end ?? value.span.end),
  );
  const lineEnd = text.indexOf('\n', valueEnd);
  const end = lineEnd < 0 ? text.length : lineEnd + 1;
  const behind = text.slice(valueEnd, end).replace(COMMENT, '');
  const isAlone =
    /^ {0,3}(?:[-*+]|\d{1,9}[.)])?[ \t]*(?:#{1,6}[ \t]+)?[*_]{0,3}$/.test(before) && /^[\s*_.#]*$/.test(behind);
  return isAlone ? { start, end } : undefined;
}

const COMMENT = /<!--(?:(?!-->)[^\n])*-->/g;

function readField(
  group: readonly LabelledValue[],
  section: Section,
  text: string,
  region: Span,
): DraftField | undefined {
  const [first] = group;
  if (!first) {
    return undefined;
  }
  const { key } = first.field;
  const inRegion = (span: Span) => region.start <= span.start && span.end <= region.end;
  const raw = text.slice(first.value.span.start, first.value.span.end);
  const { fields } = section;
  switch (first.field.property) {
    case 'deliverables':
      return {
        key,
        value: (fields.deliverables?.value ?? [])
          .filter((item) => inRegion(item.whole))
          .map((item) => deliverable(item, text)),
      };
    case 'next':
      return {
        key,
        value: (fields.next?.value ?? []).filter(({ span }) => inRegion(span)).map((step) => nextStep(step, text)),
      };
    case 'followUp':
      return {
        key,
        value: (fields.followUp?.value ?? [])
          .filter(({ span }) => inRegion(span))
          .map((answer) => {
            const end =
              answer.status && answer.status.span.start > answer.span.end ? answer.status.span.end : answer.span.end;
            return { words: oneLine(text.slice(answer.span.start, lineEndOf(text, end))), fields: [], isLine: true };
          }),
      };
    case 'actors':
    case 'evidence': {
      const items = group.flatMap(({ items: own }) => own);
      const lines = items.length > 0 ? items.map(({ span }) => itemWords(text, span)) : [raw];
      return lines.some((line) => line === undefined)
        ? undefined
        : {
            key,
            value: lines
              .map((line) => ({ words: oneLine(line ?? ''), fields: [] }))
              .filter(({ words }) => words !== ''),
            comment: commentIn(text, region, items.length > 0),
          };
    }
    default:
      return { key, value: statusId(key, scalarWords(raw)), comment: commentIn(text, region, false) };
  }
}

/** A remark in the lines of a field that is one value; undefined where there are none or several. */
function commentIn(text: string, region: Span, isList: boolean): string | undefined {
  const comments = isList ? [] : [...text.slice(region.start, region.end).matchAll(COMMENT)];
  return comments.length === 1 ? comments[0]?.[0].slice(4, -3).trim() : undefined;
}

function scalarWords(raw: string): string {
  return oneLine(raw.replace(COMMENT, '')).replace(/^(\*\*|__|\*|_)(.*)\1$/, '$2');
}

/** The built-in status that Markdown writes with a space, as YAML has it. */
function statusId(key: string, words: string): string {
  return key === 'status' ? (BUILT_IN_STATUSES.find(({ names: [name] }) => name === words)?.status ?? words) : words;
}

/** The words of a list item that is one paragraph. */
function itemWords(text: string, { start, end }: Span): string | undefined {
  const match = /^(?:[-*+]|\d{1,9}[.)])[ \t]+([\s\S]*)$/.exec(text.slice(start, end));
  return match?.[1] === undefined || /\n\s*\n|\n\s*(?:[-*+]|\d+[.)])\s/.test(match[1]) ? undefined : match[1];
}

function deliverable(item: DeliverableItem, text: string): DraftItem {
  const raw = text.slice(item.whole.start, item.whole.end);
  const line = itemWords(text, item.whole) ?? raw;
  // Fields may stand in a list below the words.
  const comment = /<!--((?:(?!-->)[^\n])*)-->(?:\s*$|[ \t]*\n\s*[-*+]\s)/.exec(line)?.[1]?.trim();
  const one = (key: string, field: Field<unknown> | undefined): readonly DraftField[] =>
    field ? [{ key, value: statusId(key, field.text) }] : [];
  const many = (key: string, field: Field<readonly (ActorName | EvidenceItem)[]> | undefined): readonly DraftField[] =>
    field ? [{ key, value: (field.value ?? []).map(({ text: words }) => ({ words, fields: [] })) }] : [];
  const fields = [
    ...one('status', item.status),
    ...many('actors', item.actors),
    ...one('due', item.due),
    ...one('revised', item.revised),
    ...one('reason', item.reason),
    ...one('completed', item.completed),
    ...many('evidence', item.evidence),
  ];
  const said = [
    item.text,
    comment ?? '',
    ...fields.flatMap(({ value }) => (typeof value === 'string' ? [value] : value.map(({ words }) => words))),
  ];
  const isComplete = wordsIn(line.replace(/(?:revised|new) deadline|deadline|completed|delivered|status/gi, '')).every(
    (word) => wordsIn(said.join(' ')).includes(word),
  );
  return isComplete || raw.includes('\n')
    ? { words: item.text, fields, comment }
    : { words: oneLine(line), fields: [], isLine: true };
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What a step says in labels of its own stands outside its sentence. */
function nextStep({ span, actors, due }: NextStep, text: string): DraftItem {
  const isOutside = (other: Span) => other.start >= span.end;
  const own = actors.filter((actor) => isOutside(actor.span));
  return {
    words: oneLine(text.slice(span.start, span.end)),
    fields: [
      ...(own.length > 0 ? [{ key: 'actors', value: own.map(({ text: words }) => ({ words, fields: [] })) }] : []),
      ...(due && isOutside(due.span) ? [{ key: 'due', value: due.text }] : []),
    ],
  };
}

/** Actors by their ids, where YAML can name all of them so and Markdown has the same names for these. */
function withIds(field: DraftField, section: Section, context: ConvertSource['context']): DraftField {
  if (typeof field.value === 'string') {
    return field;
  }
  if (field.key !== 'actors') {
    return {
      ...field,
      value: field.value.map((item) => ({ ...item, fields: item.fields.map((own) => withIds(own, section, context)) })),
    };
  }
  const listed = field.value.flatMap(({ words }) => {
    const parts = readActorNames(words, { start: 0, end: words.length }, context.actors).map(({ text }) => text);
    return parts.join(', ') === words ? parts.map((part) => idOfActor(part, context.actors) ?? part) : [words];
  });
  return { ...field, value: listed.map((words) => ({ words, fields: [] })) };
}

/** Comments in lines of their own directly above a field. */
function commentsAbove(text: string, start: number, from: number) {
  const comments: string[] = [];
  let at = start;
  while (at > from) {
    const line = text.slice(text.lastIndexOf('\n', at - 2) + 1, at);
    const comment = /^<!--\s?((?!yaml|-->)(?:(?!-->)[^\n])+?)\s*-->\s*$/.exec(line)?.[1];
    if (comment === undefined || at - line.length < from) {
      break;
    }
    comments.unshift(comment);
    at -= line.length;
  }
  return { comments, start: at };
}

function withoutRegions(text: string, from: number, regions: readonly Span[]): string {
  let rest = '';
  let at = from;
  for (const { start, end } of regions) {
    rest = joined(rest, text.slice(at, start));
    at = end;
  }
  return joined(rest, text.slice(at));
}

function joined(before: string, behind: string): string {
  const [first, second] = [trimLines(before), trimLines(behind)];
  return first === '' ? second : second === '' ? first : `${first}\n\n${second}`;
}

/** The text without the comments that hold keys of YAML, and without the empty one that sets it off from a list. */
function withoutKept(text: string): Pick<DraftEntry, 'text' | 'kept'> {
  const kept: string[] = [];
  const rest = text.replace(KEPT, (_, keys: string) => {
    kept.push(keys.replace(/--&gt;/g, '-->'));
    return '';
  });
  return { text: showHiddenSigns(trimLines(rest.replace(/^\s*<!-- -->\n/, ''))), kept };
}

const KEPT = new RegExp(`^${KEPT_KEYS}\\n([\\s\\S]*?)\\n-->\\n*`, 'gm');

/** Without blank lines at either end. */
function trimLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
}

function oneLine(text: string): string {
  return singleSpaced(text.replace(/\n[ \t>]*/g, ' '));
}

function lineEndOf(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
