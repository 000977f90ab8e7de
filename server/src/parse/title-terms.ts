import { stemOf } from './english-stems';
import { ABBREVIATION, INITIALS_STRENGTH, isInThesaurus, type Term, type TermReader } from './subject-terms';

/**
 * The terms of a section's heading. Besides what every text has, names are marked, two neighbouring words can be found as
 * they look written as one ("health care", "healthcare"), and words by their initials.
 */
export function headingTerms(text: string, reader: TermReader): readonly Term[] {
  return withInitials(withNames(withCompounds(reader.read(text), text), text), SPELLED_OUT);
}

/**
 * The terms of a title that headings are compared with; as those of a heading, but so that abbreviations of either fit
 * words of the other, and neither initials fit initials: "CFC" fits "controlled foreign companies".
 */
export function titleTerms(text: string, reader: TermReader): readonly Term[] {
  return withInitials(turnAbbreviations(withNames(withCompounds(reader.read(text), text), text)), ABBREVIATION);
}

/** Whether a key stands for several words of a title at once. */
export function standsForSeveral(key: string): boolean {
  return key.startsWith(ABBREVIATION);
}

/** Before the letters of an abbreviation in a title, as the key that words of a heading with these initials have too. */
const SPELLED_OUT = '%';

const COMPOUND_STRENGTH = 0.9;

/** With keys for two neighbouring words as they look written as one. */
function withCompounds(terms: readonly Term[], text: string): readonly Term[] {
  const compounds = terms.map((term, index) => {
    const next = terms[index + 1];
    const isCompound = next !== undefined && /^[ -]$/.test(text.slice(term.end, next.start));
    return isCompound ? stemOf(text.slice(term.start, next.end).replace(/[ -]/, '')) : undefined;
  });
  return terms.map((term, index) => {
    const keys = [compounds[index - 1], compounds[index]].filter((key) => key !== undefined);
    return withKeys(term, keys, COMPOUND_STRENGTH);
  });
}

/** With names marked: capitals inside a word, or at its start in a title that writes other words small. */
function withNames(terms: readonly Term[], text: string): readonly Term[] {
  const isSmall = ({ start }: Term) => /^\p{Ll}/u.test(text.slice(start, start + 2));
  const hasSmall = terms.some(isSmall);
  return terms.map((term, index) => {
    const hasCapital = /\p{Lu}/u.test(text.slice(term.start + 1, term.end));
    const isCapital = hasCapital || (hasSmall && index > 0 && !isSmall(term));
    return isCapital && term.weight === 1 && !isInThesaurus(term) ? { ...term, isName: true } : term;
  });
}

/** How many words an abbreviation stands for. */
const SHORTEST_INITIALS = 3;
const LONGEST_INITIALS = 6;

/** With keys for the initials of every run of words. */
function withInitials(terms: readonly Term[], mark: string): readonly Term[] {
  const keys = terms.map(() => new Set<string>());
  for (let start = 0; start < terms.length; start++) {
    for (let end = start + SHORTEST_INITIALS; end <= Math.min(terms.length, start + LONGEST_INITIALS); end++) {
      const initials = terms.slice(start, end).map(({ stem }) => stem[0]);
      for (let index = start; index < end; index++) {
        keys[index]?.add(`${mark}${initials.join('')}`);
      }
    }
  }
  return terms.map((term, index) => withKeys(term, [...(keys[index] ?? [])], INITIALS_STRENGTH));
}

/** With the keys of abbreviations as titles have them. */
function turnAbbreviations(terms: readonly Term[]): readonly Term[] {
  return terms.map((term) => ({
    ...term,
    keys: term.keys.map(({ key, strength }) => ({
      key: key.startsWith(ABBREVIATION) ? `${SPELLED_OUT}${key.slice(ABBREVIATION.length)}` : key,
      strength,
    })),
  }));
}

function withKeys(term: Term, keys: readonly string[], strength: number): Term {
  return { ...term, keys: [...term.keys, ...keys.map((key) => ({ key, strength }))] };
}
