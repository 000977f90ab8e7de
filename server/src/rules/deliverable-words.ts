import type { EntryReading } from '../model/entry';
import type { Passage } from '../model/report';
import type { Action, Deliverable } from '../model/roadmap';
import { readWord, WORD } from '../parse/english-words';
import type { RuleLookup } from './rule-lookup';

/** What an entry's text speaks of. Its words are read when they are asked for, and once. */
export class EntryWords {
  private readonly stems = new Set<string>();
  private readonly words = new Set<string>();
  private readonly unread: Iterator<Passage>;
  private readonly titles: TitleStems;

  constructor(entry: EntryReading, lookup: RuleLookup) {
    this.titles = lookup.derived(titleStems);
    const isInEntry = ({ span }: Passage) => entry.span.start <= span.start && span.end <= entry.span.end;
    this.unread = entry.section.passages.filter(isInEntry).values();
  }

  /**
   * Whether the text seems to speak of a deliverable: it has a word of its title that is in no title of the action's
   * other deliverables, nor in the action's own. Where the title has no such word, nobody can tell: true.
   */
  speakOf(deliverable: Deliverable, action: Action): boolean {
    const others = action.deliverables.filter(({ id }) => id !== deliverable.id);
    const shared = new Set([action, ...others].flatMap(({ title }) => this.titles(title)));
    const own = this.titles(deliverable.title).filter((stem) => !shared.has(stem));
    return own.length === 0 || this.haveAny(own);
  }

  private haveAny(wanted: readonly string[]): boolean {
    while (!wanted.some((stem) => this.stems.has(stem))) {
      const passage = this.unread.next();
      if (passage.done) {
        return false;
      }
      for (const word of wordsOf(passage.value.text)) {
        if (!this.words.has(word)) {
          this.words.add(word);
          addTellingStem(word, this.stems);
        }
      }
    }
    return true;
  }
}

/** The stems of the words of a title that are not everywhere in such texts. */
type TitleStems = (title: string) => readonly string[];

/** Reads each title of the roadmaps once. */
function titleStems(): TitleStems {
  const known = new Map<string, readonly string[]>();
  return (title) => {
    const stems = known.get(title) ?? tellingStems(title);
    known.set(title, stems);
    return stems;
  };
}

function tellingStems(text: string): readonly string[] {
  const stems = new Set<string>();
  for (const word of wordsOf(text)) {
    addTellingStem(word, stems);
  }
  return [...stems];
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function addTellingStem(word: string, stems: Set<string>): void {
  const { stem, weight } = readWord(word);
  if (weight >= 1) {
    stems.add(stem);
  }
}
