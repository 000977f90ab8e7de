import type { Section } from './outline';
import type { Passage } from './passages';

/** Paragraphs behind one that says what they are: "we invite the Commission to consider the following priorities:". */
export interface LeadIn {
  readonly title: string;
  readonly passage: Passage;
  readonly items: readonly Passage[];
}

/**
 * The lead-ins of a section without lists: paragraphs that end with a colon and announce what follows, each with the
 * paragraphs up to the next one. Fewer than two paragraphs are no list.
 */
export function leadInsOf(section: Section): readonly LeadIn[] {
  const found: { title: string; passage: Passage; items: Passage[] }[] = [];
  const isBold = () => found.filter(({ title }) => title !== '').length > 1;
  for (const passage of section.passages) {
    if (passage.kind !== 'text') {
      return [];
    }
    if (announces(passage.text)) {
      found.push({ title: titleOf(passage), passage, items: [] });
    } else if (isBold() && isAnother(passage)) {
      // "Equally important is the **safety of piers**": goes on as the others, without a colon.
      found.push({ title: titleOf(passage), passage, items: [passage] });
    } else {
      if (!RECITAL.test(passage.text)) {
        found.at(-1)?.items.push(passage);
      }
    }
  }
  return found.filter(({ items }) => items.length > 1);
}

/** Why something is declared, rather than what. */
const RECITAL =
  /^(?:Considering|Taking into account|Having regard|Recalling|Noting|Recogni[sz]ing|Whereas|Building (?:up)?on|Acknowledging|Welcoming|Bearing in mind|Mindful|Aware|Convinced|In view of|Reaffirming|Emphasi[sz]ing)\b/u;

/** Whether a text ends with a colon and says behind any other one that something is to follow, or ends with "we". */
function announces(text: string): boolean {
  const last = text.endsWith(':') ? text.slice(text.lastIndexOf(':', text.length - 2) + 1) : '';
  return ANNOUNCES.test(last) || /\bwe\s*[:;,]$/iu.test(text);
}

const ANNOUNCES =
  /\b(?:following|as follows|these|namely|priorit(?:y|ies)|actions?|measures?|initiatives?|commitments?|to)\b/iu;

/** Whether a paragraph names its subject in bold as the announcing ones do. */
function isAnother(passage: Passage): boolean {
  const [first, ...others] = passage.bold;
  return first !== undefined && others.length === 0 && first.start <= FURTHEST && titleOf(passage).includes(' ');
}

const FURTHEST = 50;

/** What is bold in it, with a capital; else nothing. */
function titleOf({ text, bold }: Passage): string {
  const [first] = bold;
  const words = first
    ? text
        .slice(first.start, first.end)
        .replace(/[.:,;]$/, '')
        .trim()
    : '';
  return words.split(' ').length <= 10 ? words.charAt(0).toUpperCase() + words.slice(1) : '';
}
