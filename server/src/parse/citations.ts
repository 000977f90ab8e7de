import type { Citation } from '../model/citation';
import { findActs, findCelexNumbers, findElis } from './citation-acts';
import { findCommissionDocuments, findCouncilDocuments } from './citation-documents';
import { findJournalReferences } from './citation-journal';
import { Sign, signsIn } from './text-signs';

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
  return citationsBySigns(text, signsIn(text), options);
}

/** {@link findCitations} where the signs of the text are known. */
export function citationsBySigns(text: string, signs: number, options: CitationOptions = {}): readonly Citation[] {
  // Every citation has a digit, and only few texts have more than one kind of them.
  if ((signs & Sign.digit) === 0 || (signs & CITATION_SIGNS) === 0) {
    return NONE;
  }
  const masked = signs & Sign.webAddress ? text.replace(WEB_ADDRESS, (address) => ' '.repeat(address.length)) : text;
  const found = [
    ...(signs & Sign.eli ? findElis(text) : NONE),
    ...(signs & Sign.commission ? findCommissionDocuments(masked) : NONE),
    ...(signs & (Sign.fraction | Sign.fileName) ? findCouncilDocuments(masked, options.footnote ?? false) : NONE),
    ...(signs & Sign.journal ? findJournalReferences(masked) : NONE),
    ...(signs & Sign.fraction ? findActs(masked) : NONE),
    ...(signs & Sign.celex ? findCelexNumbers(masked) : NONE),
  ];
  return found.length < 2
    ? found
    : withoutOverlap(found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end));
}

const NONE: readonly Citation[] = Object.freeze([]);

const CITATION_SIGNS = Sign.fraction | Sign.commission | Sign.journal | Sign.celex | Sign.eli | Sign.fileName;

const WEB_ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"]+/giu;

function withoutOverlap(sorted: readonly Citation[]): readonly Citation[] {
  let end = 0;
  return sorted.filter((citation) => {
    const free = citation.span.start >= end;
    end = free ? citation.span.end : end;
    return free;
  });
}
