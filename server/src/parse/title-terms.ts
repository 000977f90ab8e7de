import { stemOf } from './english-stems';
import { ABBREVIATION, INITIALS_STRENGTH, isInThesaurus, type Term, type TermReader } from './subject-terms';

/**
 * The terms of a section's heading. Besides what every text has, names are marked, two neighbouring words can be found as
 * they look written as one ("health care", "healthcare"), and words by their initials.
 *
 * @param isKnown whether something is found by a key; of compounds and initials only those are made
 */
export function headingTerms(text: string, reader: TermReader, isKnown: (key: string) => boolean): readonly Term[] {
  return withInitials(withNames(withCompounds(reader.read(text), text, isKnown), text), SPELLED_OUT, isKnown);
}

/**
 * The terms of a title that headings are compared with; as those of a heading, but so that abbreviations of either fit
 * words of the other, and neither initials fit initials: "CFC" fits "controlled foreign companies".
 */
export function titleTerms(text: string, reader: TermReader): readonly Term[] {
  const all = () => true;
  return withInitials(
    turnAbbreviations(withNames(withCompounds(reader.read(text), text, all), text)),
    ABBREVIATION,
    all,
  );
}

/** Whether a key stands for several words of a title at once. */
export function standsForSeveral(key: string): boolean {
  return key.startsWith(ABBREVIATION);
}

/** Before the letters of an abbreviation in a title, as the key that words of a heading with these initials have too. */
const SPELLED_OUT = '%';

const COMPOUND_STRENGTH = 0.9;

/** With keys for two neighbouring words as they look written as one. */
function withCompounds(terms: readonly Term[], text: string, isKnown: (key: string) => boolean): readonly Term[] {
  const compounds = terms.map((term, index) => {
    const next = terms[index + 1];
    const isCompound = next !== undefined && next.start === term.end + 1 && ' -'.includes(text.charAt(term.end));
    const compound = isCompound ? stemOf(text.slice(term.start, term.end) + text.slice(next.start, next.end)) : '';
    return compound !== '' && isKnown(compound) ? compound : undefined;
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
function withInitials(terms: readonly Term[], mark: string, isKnown: (key: string) => boolean): readonly Term[] {
  const keys = terms.map((): string[] => []);
  for (let start = 0; start + SHORTEST_INITIALS <= terms.length; start++) {
    let initials = mark;
    for (let end = start; end < Math.min(terms.length, start + LONGEST_INITIALS); end++) {
      initials += terms[end]?.stem[0] ?? '';
      if (end - start + 1 >= SHORTEST_INITIALS && isKnown(initials)) {
        for (const own of keys.slice(start, end + 1)) {
          if (!own.includes(initials)) {
            own.push(initials);
          }
        }
      }
    }
  }
  return terms.map((term, index) => withKeys(term, keys[index] ?? [], INITIALS_STRENGTH));
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
  return keys.length === 0 ? term : { ...term, keys: [...term.keys, ...keys.map((key) => ({ key, strength }))] };
}
