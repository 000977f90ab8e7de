import type { ActionEvidence } from './action-evidence';
import type { KeyStrengths } from './key-strengths';
import { lighterAsName, partsOfName } from './roadmap-name';
import type { PassageTerms } from './section-evidence';
import type { KnownMeaning, Term } from './subject-terms';

/** What the text of a section says, held against a roadmap. */
export interface TextEvidence {
  /** The keys of titles that heading and text have; a word of the heading counts as one of the heading only. */
  readonly keysAnywhere: KeyStrengths;
  /** Those of them that the text has, with all of its words. */
  readonly keys: KeyStrengths;
  /** As {@link textLength} has it. */
  readonly length: number;
  /** How much the one term that says most for an action says, by titles, deliverables, notes and area. */
  said(action: number): number;
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

/** Reads the passages of a section below a heading with some terms. It is good until the next section is read. */
export function readText(
  passages: readonly PassageTerms[],
  heading: readonly Term[],
  evidence: ActionEvidence,
): TextEvidence {
  const { inText: keys, anywhere: keysAnywhere } = evidence.keys;
  const length = textLength(passages);
  const terms = distinctTerms(passages, evidence.name);
  const inHeading = new Set(heading.map(({ stem }) => stem));
  keys.clear();
  readHeadingKeys(heading, keysAnywhere, evidence);
  for (const { meaning, isName, times } of terms) {
    const subjectKeys = evidence.subjectKeys(meaning);
    if (subjectKeys.length === 0) {
      continue;
    }
    const counts = TEXT_COUNTS * Math.min(1, times / length);
    const isFurther = !inHeading.has(meaning.stem);
    for (const { key, strength } of subjectKeys) {
      const counted = (isName ? lighterAsName(strength) : strength) * counts;
      keys.raise(key, counted, meaning.stem);
      if (isFurther) {
        keysAnywhere.raise(key, counted, meaning.stem);
      }
    }
  }
  keys.keepOnly((key) => keysAnywhere.strengthOf(key) > 0);
  const said = (action: number): number => {
    let most = 0;
    for (const { meaning, isName } of terms) {
      const tells = isName ? evidence.tellsAsName(meaning) : evidence.tells(meaning);
      most = Math.max(most, tells[action] ?? 0);
    }
    return most;
  };
  return { keysAnywhere, keys, length, said };
}

/** Reads the keys of the terms of a heading, which count in full. */
export function readHeadingKeys(terms: readonly Term[], into: KeyStrengths, { numberOfKey }: ActionEvidence): void {
  into.clear();
  for (const { keys, stem } of terms) {
    for (const { key, strength } of keys) {
      const number = numberOfKey(key);
      if (number !== undefined) {
        into.raise(number, strength, stem);
      }
    }
  }
}

interface DistinctTerm {
  readonly meaning: KnownMeaning;
  /** Whether it is part of the roadmap's name. */
  readonly isName: boolean;
  times: number;
}

/** Each stem once, as it stands where it is first, and how many times it is there. */
function distinctTerms(passages: readonly PassageTerms[], name: ActionEvidence['name']): readonly DistinctTerm[] {
  const meanings = passages.flatMap((passage) => passage.meanings);
  const isName = partsOfName(
    meanings.map(({ family }) => family),
    name.families,
  );
  const terms: DistinctTerm[] = [];
  const byFamily: (DistinctTerm | undefined)[] = [];
  for (let index = 0; index < meanings.length; index++) {
    const meaning = meanings[index];
    if (!meaning) {
      break;
    }
    const present = byFamily[meaning.family];
    if (present) {
      present.times++;
    } else {
      const term = { meaning, isName: isName?.[index] === true, times: 1 };
      byFamily[meaning.family] = term;
      terms.push(term);
    }
  }
  return terms;
}
