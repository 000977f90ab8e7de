import type { DraftKind } from '../model/draft-kind';
import type { SectionReading } from '../model/report';

/**
 * The sections of a kind that stand in a text without a heading: paragraphs begin with the words of one ("Considering
 * …"), or the text says its words somewhere. What reports on an action stands in for none. Indexes in `kind.sections`.
 */
export function sectionsSaid({ actions, passages }: SectionReading, { sections }: DraftKind): readonly number[] {
  const found: number[] = [];
  if (actions.length > 0) {
    return found;
  }
  for (const [index, { begins, says }] of sections.entries()) {
    const isSaid =
      (begins.length > 0 && passages.some(({ kind, text }) => kind !== 'heading' && startsWithOne(text, begins))) ||
      (says.length > 0 && passages.some(({ text }) => saysOne(text, says)));
    if (isSaid) {
      found.push(index);
    }
  }
  return found;
}

function startsWithOne(text: string, words: readonly string[]): boolean {
  const start = text.slice(0, LONGEST_BEGINNING).trimStart().toLowerCase();
  return words.some((one) => start.startsWith(one) && isEnd(start[one.length]));
}

/** In UTF-16 units. */
const LONGEST_BEGINNING = 100;

function saysOne(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.some((one) => {
    for (let at = lower.indexOf(one); at >= 0; at = lower.indexOf(one, at + 1)) {
      if (isEnd(lower[at - 1]) && isEnd(lower[at + one.length])) {
        return true;
      }
    }
    return false;
  });
}

function isEnd(character: string | undefined): boolean {
  return character === undefined || !/[\p{L}\p{Nd}]/u.test(character);
}
