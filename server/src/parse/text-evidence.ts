import type { ActionEvidence } from './action-evidence';
import type { PassageTerms } from './section-evidence';
import type { KnownMeaning, Term, TermKey, TermMeaning } from './subject-terms';

/** What the text of a section says, held against a roadmap. */
export interface TextEvidence {
  /** The keys of titles that heading and text have; a word of the heading counts as one of the heading only. */
  readonly keysAnywhere: StrongestByKey;
  /** Those of them that the text has, with all of its words. */
  readonly keys: StrongestByKey;
  /** As {@link textLength} has it. */
  readonly length: number;
  /** How much the one term that says most for an action says, by titles, deliverables, notes and area. */
  said(action: number): number;
}

/** How well the term with a key that has it best fits, and how much it counts. */
export type StrongestByKey = ReadonlyMap<string, StrongestTerm>;

interface StrongestTerm {
  readonly strength: number;
  /** The stem of the term. */
  readonly source: string;
}

/** 1 for a text of no length, 2 for one of {@link LONG_TEXT}, and so on. */
export function textLength(passages: readonly PassageTerms[]): number {
  let count = 0;
  for (const { meanings } of passages) {
    count += meanings.length;
  }
  return 1 + count / LONG_TEXT;
}

/** In a text of so many terms, what is said once counts half. */
const LONG_TEXT = 60;

/** What a term of the text counts at most. */
const TEXT_COUNTS = 0.8;

/** Reads the passages of a section below a heading with some terms. */
export function readText(
  passages: readonly PassageTerms[],
  heading: readonly Term[],
  evidence: ActionEvidence,
): TextEvidence {
  const length = textLength(passages);
  const terms = countedTerms(passages, length, evidence.name);
  const inHeading = new Set(heading.map(({ stem }) => stem));
  const keys = new Map<string, StrongestTerm>();
  const keysAnywhere = keysOfHeading(heading);
  for (const { meaning, isName, counts } of terms) {
    for (const { key, strength } of evidence.subjectKeys(meaning)) {
      const counted = (isName ? strength * NAME_COUNTS : strength) * counts;
      addStrongest(keys, key, counted, meaning.stem);
      if (!inHeading.has(meaning.stem)) {
        addStrongest(keysAnywhere, key, counted, meaning.stem);
      }
    }
  }
  for (const key of keys.keys()) {
    if (!keysAnywhere.has(key)) {
      keys.delete(key);
    }
  }
  const said = (action: number): number => {
    let most = 0;
    for (const { meaning, isName } of terms) {
      const tells = isName ? evidence.tellActions(asPartOfName(meaning)) : evidence.tellKnown(meaning);
      most = Math.max(most, tells[action] ?? 0);
    }
    return most;
  };
  return { keys, keysAnywhere, length, said };
}

/** The keys of the terms of a heading, which count in full. */
export function keysOfHeading(terms: readonly Term[]): Map<string, StrongestTerm> {
  const strongest = new Map<string, StrongestTerm>();
  for (const { keys, stem } of terms) {
    for (const { key, strength } of keys) {
      addStrongest(strongest, key, strength, stem);
    }
  }
  return strongest;
}

function addStrongest(strongest: Map<string, StrongestTerm>, key: string, strength: number, source: string): void {
  if (strength > (strongest.get(key)?.strength ?? 0)) {
    strongest.set(key, { strength, source });
  }
}

interface CountedMeaning {
  readonly meaning: KnownMeaning;
  /** Whether it is part of the roadmap's name. */
  readonly isName: boolean;
  /** From 0 to 1: how much it counts in this text. */
  counts: number;
}

/** Each stem once, as it stands where it is first. */
function countedTerms(
  passages: readonly PassageTerms[],
  length: number,
  name: readonly string[],
): readonly CountedMeaning[] {
  const meanings = passages.flatMap((passage) => passage.meanings);
  const isName = partsOfName(meanings, name);
  const byStem = new Map<string, CountedMeaning>();
  for (const [index, meaning] of meanings.entries()) {
    const present = byStem.get(meaning.stem);
    if (present) {
      present.counts++;
    } else {
      byStem.set(meaning.stem, { meaning, isName: isName?.[index] === true, counts: 1 });
    }
  }
  const counted = [...byStem.values()];
  for (const one of counted) {
    one.counts = TEXT_COUNTS * Math.min(1, one.counts / length);
  }
  return counted;
}

/** So many words of a roadmap's title in a row are its name, and say so little. */
const NAME_LENGTH = 3;
const NAME_COUNTS = 0.3;

/** Which terms stand in the roadmap's name, by the stems of its title; undefined where none does. */
export function partsOfName(terms: readonly TermMeaning[], name: readonly string[]): readonly boolean[] | undefined {
  let parts: boolean[] | undefined;
  for (let start = 0; start < terms.length; start++) {
    const at = name.indexOf(terms[start]?.stem ?? '');
    let length = 0;
    while (at >= 0 && at + length < name.length && terms[start + length]?.stem === name[at + length]) {
      length++;
    }
    if (length >= Math.min(NAME_LENGTH, name.length)) {
      parts ??= new Array<boolean>(terms.length).fill(false);
      parts.fill(true, start, start + length);
      start += length - 1;
    }
  }
  return parts;
}

/** What a term says where it is part of the roadmap's name: less. */
export function asPartOfName({ keys, weight, ...rest }: TermMeaning): TermMeaning {
  const lighter = keys.map(({ key, strength }): TermKey => ({ key, strength: strength * NAME_COUNTS }));
  return { ...rest, weight: weight * NAME_COUNTS, keys: lighter };
}
