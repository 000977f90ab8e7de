/** What a link within a document has to do with footnotes. */
export type FootnoteLink = { readonly kind: 'mark' | 'back'; readonly label: string };

/**
 * Tells the mark of a footnote, and the way back from it, by the target of its link: as Word (`#_ftn1`), converters
 * (`#fn1`, `#footnote-1`), Google Docs (`#ftnt1`), LibreOffice (`#sdfootnote1sym`) and EUR-Lex (`#ntr1-…`) write them. Undefined for every other link.
 */
export function footnoteLink(href: string | undefined): FootnoteLink | undefined {
  const id = href?.startsWith('#') ? href.slice(1) : undefined;
  const back = id === undefined ? undefined : labelIn(BACK, id);
  if (back !== undefined) {
    return { kind: 'back', label: back };
  }
  const label = footnoteId(id);
  return label === undefined ? undefined : { kind: 'mark', label };
}

/** The label of the footnote whose text an element with this id holds; undefined where it is none. */
export function footnoteId(id: string | undefined): string | undefined {
  return id === undefined || labelIn(BACK, id) !== undefined ? undefined : labelIn(TEXT, id);
}

/** Whether a text can be the mark of a footnote or the sign that leads back: a number, a letter, a star, an arrow. */
export function isFootnoteSign(text: string): boolean {
  return /^[\s[\](){}]*(?:\d{1,4}|[a-zA-Z]|[ivxlc]{1,6}|[*†‡§¹²³⁰-⁹]{1,5}|[↑↩⤴^][\ufe0e\ufe0f]?)?[\s[\](){}.]*$/u.test(
    text,
  );
}

/** Behind the prefix comes the label; endnotes are told from footnotes by an "e". */
const TEXT =
  /^(?:user-content-|_)?(?:(fn|footnote|endnote)[-_:](?!ref)(.+)|(fn|ftnt?|edn|footnote|endnote|note|ntr|cite_note)[-_]?(\*?\d[\w.-]*)|(sd(?:foot|end)note)(\d+)sym)$/i;
const BACK =
  /^(?:user-content-|_)?(?:(fnref|ftnt?_?ref|footnote-?ref|noteref|ntc|cite_ref|ednref|endnote-?ref)[-_:]?(\*?\w[\w.-]*)|(sd(?:foot|end)note)(\d+)anc)$/i;

function labelIn(pattern: RegExp, id: string): string | undefined {
  const match = pattern.exec(id);
  const [prefix, label] = match?.slice(1).filter((group) => group !== undefined) ?? [];
  return prefix === undefined || label === undefined ? undefined : /^(?:sd)?e/i.test(prefix) ? `e${label}` : label;
}
