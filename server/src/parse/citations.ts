import type { Citation } from '../model/citation';
import { findActs, findCelexNumbers, findElis } from './citation-acts';
import { findCommissionDocuments, findCouncilDocuments } from './citation-documents';
import { findJournalReferences } from './citation-journal';

/** What a caller knows of a text that the text does not say itself. */
export interface CitationOptions {
  /** The text is that of a footnote, without its mark: a bare Council number at its start is one. */
  readonly footnote?: boolean;
}

/**
 * The citations of documents in a text, in order, without overlap; spans count from the text's start (UTF-16). Found are
 * COM, JOIN and SWD documents, Council documents ("ST 6504/24"; bare "6504/24" behind a footnote mark, in brackets or
 * alone in its line), PE-CONS, the Official Journal in both of its numberings, acts with a number, CELEX and ELI.
 *
 * A citation goes from the first letter or digit of its identifier to its last, "final", "REV 3", "+ ADD 1" and the page
 * included. Its `id` says nothing that the words do not say; its `url` is null where the number does not tell where the
 * document is. Web addresses, other than ELIs, cite nothing. Linear in the length of the text.
 */
export function findCitations(text: string, options: CitationOptions = {}): readonly Citation[] {
  if (!DIGIT.test(text)) {
    return NONE;
  }
  const masked = PERHAPS_ADDRESS.test(text) ? text.replace(WEB_ADDRESS, (address) => ' '.repeat(address.length)) : text;
  const found = [
    ...findElis(text),
    ...findCommissionDocuments(masked),
    ...findCouncilDocuments(masked, options.footnote ?? false),
    ...findJournalReferences(masked),
    ...findActs(masked),
    ...findCelexNumbers(masked),
  ];
  return found.length < 2
    ? found
    : withoutOverlap(found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end));
}

const NONE: readonly Citation[] = Object.freeze([]);

/** No citation is without one. */
const DIGIT = /\d/;

/** Cheap and true wherever {@link WEB_ADDRESS} can match. */
const PERHAPS_ADDRESS = /:\/\/|www\./i;

const WEB_ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"]+/giu;

function withoutOverlap(sorted: readonly Citation[]): readonly Citation[] {
  let end = 0;
  return sorted.filter((citation) => {
    const free = citation.span.start >= end;
    end = free ? citation.span.end : end;
    return free;
  });
}
