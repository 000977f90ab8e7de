import { type Actor, foldName, namesOf } from '../model/actor';
import type { Span } from '../model/span';
import type { Occurrence } from '../model/subject';

/**
 * Where an id stands at the end of a span, behind a label or a roadmap's id: "6" of "Action 6" and of "eu-drugs-2023:6".
 * Undefined where something else stands there, such as the middle of "4-9".
 */
export function idAtEnd(source: string, { start, end }: Span, id: string): Span | undefined {
  const at = end - id.length;
  if (at < start || source.slice(at, end).toLowerCase() !== id.toLowerCase()) {
    return undefined;
  }
  const before = source.slice(start, at);
  return /(?:^|[\s*_:#°])$|(?:\bno|\bnr)\.$/i.test(before) ? { start: at, end } : undefined;
}

/**
 * The place of an actor, by what is written there: its id, or one of its names with the article left out.
 *
 * @param isAmbiguous whether the words could be another actor's as well
 */
export function actorOccurrence(actor: Actor, source: string, span: Span, isAmbiguous: boolean): Occurrence {
  const written = source.slice(span.start, span.end);
  const base = { subject: { kind: 'actor', id: actor.id }, span, isDefinition: false } as const;
  if (written === actor.id && !isAmbiguous) {
    return { ...base, name: span, form: 'id' };
  }
  const article = /^the\s+/i.exec(written)?.[0].length ?? 0;
  const names = [...namesOf(actor), ...(actor.fieldNames ?? [])];
  for (const start of article > 0 ? [0, article] : [0]) {
    const name = { start: span.start + start, end: span.end };
    const words = oneLine(source.slice(name.start, name.end));
    if (names.some((one) => one === words)) {
      return { ...base, name, form: isAmbiguous ? 'other' : 'name' };
    }
  }
  if (isAmbiguous) {
    return { ...base, name: span, form: 'other' };
  }
  // In a field the case of a name does not count, nor its article.
  const name = { start: span.start + article, end: span.end };
  const folded = foldName(written);
  const form = names.some((one) => foldName(one) === folded) ? 'name' : folded === foldName(actor.id) ? 'id' : 'other';
  return { ...base, name, form };
}

/** Words with single spaces instead of any white space between them. */
export function oneLine(words: string): string {
  return words.trim().replace(/\s+/g, ' ');
}
