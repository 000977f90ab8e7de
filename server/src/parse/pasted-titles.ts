import { fieldLabelled } from './fields';
import { isPastedFootnote } from './prose';

/** A block at the top of a text, as far as the search for titles cares. */
export interface PastedBlock {
  readonly kind: 'paragraph' | 'list' | 'footnote' | 'other';
  /** The words of a paragraph, without emphasis, code, comments and addresses; empty for other blocks. */
  readonly text: string;
}

/**
 * Which blocks are titles, in text that was pasted from Word and so has bare lines for headings (DESIGN, section 3): a
 * short paragraph of one line, not closed by a sign, that is no footnote, reference, date, label, quotation, row of a
 * table or piece of a letterhead, and that something follows. Nothing is known of what the titles say.
 *
 * @param blocks those before the first real heading, in order
 * @returns for each block whether it is a title
 */
export function findPastedTitles(blocks: readonly PastedBlock[]): readonly boolean[] {
  const letterheadEnd = endOfLetterhead(blocks);
  const titles = blocks.map((block, index) => index >= letterheadEnd && isTitleLike(block));
  let last = blocks.length - 1;
  while (last >= 0 && (titles[last] || isNothing(blocks[last]))) {
    titles[last] = false;
    last--;
  }
  return withoutLongRuns(titles);
}

/** A title does not head what is no part of the text: a footnote, a comment, a rule. */
function isNothing(block: PastedBlock | undefined): boolean {
  return block === undefined || block.kind === 'footnote' || (block.kind !== 'list' && block.text === '');
}

const LONGEST_TITLE = 160;
const MOST_WORDS = 24;

/** More short lines in a row than this are a list of names, or of anything else, but no titles. */
const LONGEST_RUN = 4;

function isTitleLike({ kind, text }: PastedBlock): boolean {
  const title = text.trim();
  return (
    kind === 'paragraph' &&
    title.length <= LONGEST_TITLE &&
    !/[\n\t|]/.test(title) &&
    /\p{L}{2}/u.test(title) &&
    title.split(/\s+/).length <= MOST_WORDS &&
    START_OF_TITLE.test(title) &&
    !END_OF_SENTENCE.test(title) &&
    !SENTENCES.test(title) &&
    !isPastedFootnote(title) &&
    !isReference(title) &&
    !isDateLine(title) &&
    !MEMO_LINE.test(title) &&
    !isLabelled(title)
  );
}

/** A capital or a digit: no bullet, dash, bracket, quotation mark or the rest of a sentence. */
const START_OF_TITLE = /^[\p{Lu}\p{Lt}\p{Nd}]/u;

/** A closing sign, perhaps with a footnote mark or bracket behind it. */
const END_OF_SENTENCE = /[.!?:;,…](?:[”"’')\]]|[¹²³⁰⁴-⁹])*$/u;

/** A full stop between two sentences; not in "U.S. cooperation" or "3. Prevention". */
const SENTENCES = /\p{Ll}{2}[.!?]\s+\p{Lu}/u;

/** "10270/24", "COM(2023) 641 final", "2023/0123 (COD)", "JAI 872": nothing but codes. Not "ANNEX 2". */
function isReference(title: string): boolean {
  const words = title.split(/[\s,;]+/);
  return (
    !PART_OF_A_TEXT.test(title) &&
    words.some((word) => /\p{Nd}/u.test(word)) &&
    words.every((word) => !/\p{Ll}{2}/u.test(word) || isCodeWord(word))
  );
}

const PART_OF_A_TEXT = /^(?:action|annex|area|chapter|goal|objective|part|phase|pillar|priority|section|step|title)\b/i;

function isCodeWord(word: string): boolean {
  return /^(?:final|rev|add|cor|init|limite|en|no\.?)$/i.test(word);
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** "Brussels, 3 June 2024", "3 June 2024", "Done at Brussels on 3.6.2024". */
const DATE_LINE = new RegExp(
  `^(?:[\\p{L} .'’-]{1,40},?\\s+(?:on\\s+|the\\s+)?)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}\\.?,?\\s+\\d{4}|` +
    `${MONTH}\\s+\\d{1,2},\\s+\\d{4}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{4}-\\d\\d-\\d\\d)$`,
  'iu',
);

function isDateLine(title: string): boolean {
  const match = DATE_LINE.exec(title);
  const words = title.split(/\s+/).length;
  return match !== null && words <= 7;
}

/** The lines at the head of a note or letter: sender, addressee, subject and the like. */
const MEMO_LINE =
  /^(?:from|to|cc|bcc|subject|re|date|sent|ref|reference|our ref|your ref|no\.?(?: (?:prev|cion)\.? ?doc)?\.?|doc(?:ument)?(?: no)?\.?|place|tel|phone|fax|e-?mail|contact)\s*:/i;

/** A field of an entry: "Status: delivered", "Next steps". */
function isLabelled(title: string): boolean {
  const colon = title.indexOf(':');
  return fieldLabelled(colon < 0 ? title : title.slice(0, colon)) !== undefined;
}

/**
 * How many blocks at the start belong to a letterhead: up to the last line of sender, addressee, date or reference before
 * the first running text.
 */
function endOfLetterhead(blocks: readonly PastedBlock[]): number {
  const running = blocks.findIndex(
    ({ text }) => text.length > LONGEST_TITLE && SENTENCE.test(text) && !hasMemoLine(text),
  );
  const head = blocks.slice(0, running < 0 ? blocks.length : running);
  for (let index = head.length - 1; index >= 0; index--) {
    const text = head[index]?.text.trim() ?? '';
    if (text !== '' && (hasMemoLine(text) || isReference(text) || isDateLine(text.split('\n')[0] ?? ''))) {
      return index + 1;
    }
  }
  return 0;
}

const SENTENCE = /\p{Ll}[.!?](?:\s|$|[”"’)\]¹²³⁰⁴-⁹])/u;

function hasMemoLine(text: string): boolean {
  return text.split('\n').some((line) => MEMO_LINE.test(line.trim()));
}

function withoutLongRuns(titles: readonly boolean[]): readonly boolean[] {
  const kept = [...titles];
  let start = 0;
  for (let index = 0; index <= titles.length; index++) {
    if (titles[index]) {
      continue;
    }
    if (index - start > LONGEST_RUN) {
      kept.fill(false, start, index);
    }
    start = index + 1;
  }
  return kept;
}
