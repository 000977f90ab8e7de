import { type DraftKind, kindSectionOf } from '../model/draft-kind';
import type { Passage, SectionReading } from '../model/report';

/**
 * The sections of a kind that stand in a text without a heading: paragraphs begin with the words of one ("Considering
 * …"), a line is its title, or the text says its words somewhere. What reports on an action stands in for none. Indexes
 * in `kind.sections`.
 */
export function sectionsSaid({ actions, passages }: SectionReading, kind: DraftKind): readonly number[] {
  const { sections } = kind;
  const found: number[] = [];
  if (actions.length > 0) {
    return found;
  }
  const titles = passages.map((passage) => leadIn(passage, kind));
  for (const [index, { begins, says }] of sections.entries()) {
    const isSaid =
      titles.includes(index) ||
      (begins.length > 0 && passages.some(({ kind, text }) => kind !== 'heading' && startsWithOne(text, begins))) ||
      (says.length > 0 && passages.some(({ text }) => saysOne(text, says)));
    if (isSaid) {
      found.push(index);
    }
  }
  return found;
}

/** Index of the section of a kind that a line in prose is the title of ("Signatories:"); -1 for any other passage. */
export function leadIn({ kind: what, quoted, text }: Passage, kind: DraftKind): number {
  const isLine = what === 'paragraph' && !quoted && text.length <= LONGEST_LEAD_IN;
  const words = isLine ? text.trim() : '';
  return words === '' || /[\n;!?]|\.$/.test(words) ? -1 : kindSectionOf(kind, words);
}

/** In UTF-16 units. */
const LONGEST_LEAD_IN = 80;

/** Whether words ask for an answer: a question mark, of other scripts too, or what asks somebody for something. */
export function asks(text: string): boolean {
  return ASKED.test(text);
}

const ASKED = /[?？؟]|\b(?:invited|asked|requested|encouraged|called upon)\b|\bplease\b|\bviews\b/i;

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
