import { stemOf } from './english-stems';
import { ACTIVITY_GROUPS, SUBJECT_GROUPS } from './policy-thesaurus';

/** A word or a set phrase of the thesaurus. */
export interface Phrase {
  /** Stems; for a word that counts in one form only that form, with "=" before it. */
  readonly words: readonly string[];
  /** The groups that it is in; those below the number of {@link ACTIVITY_GROUPS} are about what is done. */
  readonly groups: readonly number[];
}

/**
 * The thesaurus, by the first words of its phrases. Only these are stemmed at once; a phrase is read when its first word
 * is met, because a text has few of them.
 */
export class ThesaurusPhrases {
  private readonly entries = indexEntries();
  private readonly read = new Map<string, readonly Phrase[]>();

  /** The word that counts in this form only. */
  inForm(lower: string): Phrase | undefined {
    return this.startingWith(`=${lower}`)[0];
  }

  /** The phrases, and perhaps the word, that start with a stem; longest first, in the order of the thesaurus. */
  startingWith(stem: string): readonly Phrase[] {
    const entries = this.entries.get(stem);
    if (!entries) {
      return NONE;
    }
    const present = this.read.get(stem);
    if (present) {
      return present;
    }
    const phrases = readPhrases(entries);
    this.read.set(stem, phrases);
    return phrases;
  }
}

const NONE: readonly Phrase[] = [];

/** A phrase as the thesaurus has it, in a group. */
interface Entry {
  readonly written: string;
  readonly group: number;
}

/** By the stem of the first word, or by the form that counts alone, with "=". */
function indexEntries(): ReadonlyMap<string, readonly Entry[]> {
  const index = new Map<string, Entry[]>();
  const stems = new Map<string, string>();
  for (const [group, line] of [...ACTIVITY_GROUPS, ...SUBJECT_GROUPS].entries()) {
    for (const written of line.split(', ')) {
      const space = written.indexOf(' ');
      const word = space < 0 ? written : written.slice(0, space);
      const first = written.startsWith('=') ? written : (stems.get(word) ?? stemOf(word));
      stems.set(word, first);
      const present = index.get(first);
      if (present) {
        present.push({ written, group });
      } else {
        index.set(first, [{ written, group }]);
      }
    }
  }
  return index;
}

function readPhrases(entries: readonly Entry[]): readonly Phrase[] {
  const byName = new Map<string, { readonly words: readonly string[]; readonly groups: number[] }>();
  for (const { written, group } of entries) {
    const words = written.startsWith('=') ? [written] : written.split(' ').map((word) => stemOf(word));
    const name = words.join(' ');
    const same = byName.get(name);
    if (!same) {
      byName.set(name, { words, groups: [group] });
    } else if (!same.groups.includes(group)) {
      same.groups.push(group);
    }
  }
  return [...byName.values()].sort((a, b) => b.words.length - a.words.length);
}
