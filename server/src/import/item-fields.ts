import type { WrittenDeadline } from '../write/roadmap-text';
import { readDeadlineField } from './deadlines';
import type { Passage } from './passages';
import type { ProseHelp, Undertaking } from './undertakings';

/** What an item says besides what is done, set apart by dashes: "March 2031 – a noise map – (Harbour Office) – H.04". */
export interface ItemFields {
  readonly deadline: WrittenDeadline | undefined;
  readonly check: string | undefined;
  readonly actors: readonly string[];
  readonly id: string | undefined;
  /** The item without it. */
  readonly rest: Passage;
}

/** Reads a date in front of an item, and who does it and its number behind it; all as the source gives it. */
export function fieldsOfItem(passage: Passage, help: ProseHelp): ItemFields {
  const front = DATE_IN_FRONT.exec(passage.text);
  const read = front?.[1] === undefined ? undefined : readDeadlineField(front[1], help.style);
  const isDate = read?.deadline.due !== undefined;
  const start = isDate ? (front?.[0].length ?? 0) : 0;
  const number = NUMBER_BEHIND.exec(passage.text);
  const who = WHO_BEHIND.exec(passage.text.slice(0, number?.index));
  const end = who?.index ?? number?.index ?? passage.text.length;
  return {
    deadline: isDate ? read?.deadline : undefined,
    check: isDate ? read?.check : undefined,
    actors: who?.[1] === undefined ? [] : help.actors.list(who[1].replace(AND, ', '), passage.place),
    id: number?.[1],
    rest: start === 0 && end === passage.text.length ? passage : without(passage, start, end),
  };
}

/** An undertaking with what its item says besides. */
export function withFields(one: Undertaking, { deadline, check, actors, id }: ItemFields): Undertaking {
  return {
    ...one,
    ...(deadline === undefined ? {} : { deadline }),
    ...(actors.length === 0 ? {} : { actors }),
    ...(id === undefined ? {} : { id }),
    checks: check === undefined ? one.checks : [check, ...one.checks],
  };
}

/** Whether an item begins with a year and a dash, as those of a calendar do. */
export function isDatedItem(text: string): boolean {
  return DATE_IN_FRONT.test(text);
}

/** Few words with a year, and a dash or colon. */
const DATE_IN_FRONT = /^([^.;:()–—]{0,40}?(?:19|20|21)\d\d)\s*(?:[–—:]|-(?=\s))\s*(?=\p{L})/u;

/** Behind a dash, who in brackets. */
const WHO_BEHIND = /\s+[–—-]\s*\(([^()]{2,160})\)\s*[.;]?\s*$/u;

/** Behind a dash, a number with letters, digits and points. */
const NUMBER_BEHIND = /\s+[–—-]\s*((?=[^\s]*\d)\p{Lu}[\p{Lu}\d]*(?:[.-][\p{Lu}\d]+)+)\s*[.;]?\s*$/u;

const AND = /\s+(?:and|et|und|y|e|en|och|og|oraz)\s+(?=\p{Lu})/gu;

function without(passage: Passage, start: number, end: number): Passage {
  return {
    ...passage,
    text: passage.text.slice(start, end).trim(),
    bold: passage.bold
      .filter((span) => span.start >= start && span.end <= end)
      .map((span) => ({ start: span.start - start, end: span.end - start })),
    parts: passage.parts.map((part) => ({ ...part, offset: Math.max(0, part.offset - start) })),
  };
}
