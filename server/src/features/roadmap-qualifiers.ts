import type { ActionReference, SectionReading } from '../model/report';
import type { Span } from '../model/span';
import type { Occurrence } from '../model/subject';

/**
 * The places in a section that say which roadmap the number beside them belongs to: "eu-drugs-2023:6", "Actions 6 and 7
 * (eu-drugs-2023)". Spans are relative to the section.
 *
 * @param source the section's text
 */
export function qualifierOccurrences(
  { actions, rows, mentions }: SectionReading,
  source: string,
): readonly Occurrence[] {
  const references = [{ actions }, ...rows].flatMap((one) => everyReference(one.actions));
  return [
    ...references.flatMap(({ roadmap, span, title }) =>
      roadmap === undefined
        ? []
        : [idBefore(source, span.start, roadmap), ...[span, title?.span].map((one) => idBehind(source, one, roadmap))],
    ),
    ...mentions.actions.flatMap(({ roadmap, span }) =>
      roadmap === undefined ? [] : [idAtStart(source, span, roadmap), idBehind(source, span, roadmap)],
    ),
  ].filter((occurrence) => occurrence !== undefined);
}

/** The references of an entry, with those that name an action once more. */
export function everyReference(actions: readonly ActionReference[]): readonly ActionReference[] {
  return actions.flatMap((reference) => [reference, ...(reference.again ?? [])]);
}

/** The roadmap's id at the start of a value, with a colon and the number of an action behind it. */
export function idAtStart(source: string, { start }: Span, id: string): Occurrence | undefined {
  const end = start + id.length;
  return /^\s?:/.test(source.slice(end, end + 2)) ? placeOf(source, { start, end }, id) : undefined;
}

/** The id before a number, with a colon between them. */
function idBefore(source: string, number: number, id: string): Occurrence | undefined {
  const colon = /\s?:\s?$/.exec(source.slice(Math.max(0, number - LONGEST_COLON), number));
  const end = number - (colon?.[0].length ?? 0);
  return colon ? placeOf(source, { start: end - id.length, end }, id) : undefined;
}

/** The id in brackets behind something. */
function idBehind(source: string, span: Span | undefined, id: string): Occurrence | undefined {
  const behind = span && source.slice(span.end, span.end + id.length + LONGEST_BRACKETS);
  const opening = behind && /^[\s*_]*\(\s*/.exec(behind)?.[0].length;
  if (!span || !behind || !opening || !/^\s*\)/.test(behind.slice(opening + id.length))) {
    return undefined;
  }
  const start = span.end + opening;
  return placeOf(source, { start, end: start + id.length }, id);
}

/** As in the text that is read, the case of letters does not count. */
function placeOf(source: string, span: Span, id: string): Occurrence | undefined {
  const isWritten = span.start >= 0 && source.slice(span.start, span.end).toLowerCase() === id.toLowerCase();
  const isWhole = !/[\p{L}\p{N}_-]/u.test(source.charAt(span.start - 1));
  return isWritten && isWhole
    ? { subject: { kind: 'roadmap', roadmap: id }, span, name: span, form: 'id', isDefinition: false }
    : undefined;
}

/** A colon with a space on each side, in UTF-16 units. */
const LONGEST_COLON = 3;

/** Brackets with as much space around and in them as anybody writes, and with the end of an emphasis before them. */
const LONGEST_BRACKETS = 16;
