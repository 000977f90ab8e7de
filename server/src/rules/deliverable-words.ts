import type { EntryReading } from '../model/entry';
import type { Passage } from '../model/report';
import type { Action, Deliverable } from '../model/roadmap';
import { readWord, WORD } from '../parse/english-words';

/**
 * Whether an entry's text seems to speak of a deliverable: it has a word of its title that is in no title of the
 * action's other deliverables, nor in the action's own. Where the title has no such word, nobody can tell: true.
 */
export function speaksOf(entry: EntryReading, deliverable: Deliverable, action: Action): boolean {
  const others = action.deliverables.filter(({ id }) => id !== deliverable.id);
  const shared = new Set([action, ...others].flatMap(({ title }) => tellingStems(title)));
  const own = new Set(tellingStems(deliverable.title).filter((stem) => !shared.has(stem)));
  const isInEntry = ({ span }: Passage) => entry.span.start <= span.start && span.end <= entry.span.end;
  const passages = entry.section.passages.filter(isInEntry);
  return own.size === 0 || passages.some(({ text }) => tellingStems(text).some((stem) => own.has(stem)));
}

/** The stems of the words that are not everywhere in such texts. */
function tellingStems(text: string): readonly string[] {
  return (text.toLowerCase().match(WORD) ?? []).flatMap((written) => {
    const { stem, weight } = readWord(written);
    return weight >= 1 ? [stem] : [];
  });
}
