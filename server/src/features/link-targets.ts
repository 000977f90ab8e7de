import type { Span } from '../model/span';
import { parseMarkdownTree, unifyLineEnds } from '../parse/markdown-grammar';
import type { DocumentLink } from './document-links';

/** The links that a Markdown text writes out: "[words](target)", "[label]: target", "<address>", "www.example.org". */
export function linksInMarkdown(text: string): readonly DocumentLink[] {
  if (!MAY_HAVE_LINKS.test(text)) {
    return [];
  }
  const links: DocumentLink[] = [];
  parseMarkdownTree(unifyLineEnds(text)).iterate({
    enter: ({ name, from, to }) => {
      if (name === 'URL') {
        links.push(...linkAt(text, { start: from, end: to }));
      }
    },
  });
  return links;
}

/** Cheap, and true wherever {@link linksInMarkdown} can find something. */
const MAY_HAVE_LINKS = /\]\(|\]:|https?:|www\./i;

/** The links in passages of Markdown whose text stands in another format: offsets into `text`. */
export function linksInProse(text: string, passages: readonly Span[]): readonly DocumentLink[] {
  if (!text.includes('](')) {
    return [];
  }
  return passages.flatMap(({ start, end }) => {
    // Of code only as much is left as keeps the offsets right.
    const words = text.slice(start, end).replace(INLINE_CODE, (code) => ' '.repeat(code.length));
    return [...words.matchAll(INLINE_LINK)].flatMap((match) => {
      const [, before = '', target = ''] = match;
      const from = start + match.index + before.length;
      return linkAt(text, { start: from, end: from + target.length });
    });
  });
}

const INLINE_CODE = /`[^`\n]{1,500}`/g;

/** What stands before a target, and the target. */
const INLINE_LINK = /(\]\(\s{0,9}<?)([^\s<>()]{1,2000})/g;

/** What a piece of evidence that is nothing but a path or an address without `https://` leads to. */
export function referenceIn(words: string): Pick<DocumentLink, 'target' | 'tooltip'> | undefined {
  if (BARE_ADDRESS.test(words)) {
    return toAddress(`https://${words}`);
  }
  return PATH.test(words) ? { target: { reference: words }, tooltip: words } : undefined;
}

/** "www.europol.europa.eu/publications", "emcdda.europa.eu". */
const BARE_ADDRESS = /^(?:www\.|(?:[a-z\d-]{1,63}\.){1,5}(?:eu|int|org|gov)(?=\/|$))[^\s<>"]{0,2000}$/i;

/** "./annex.pdf", "../2023/h2.report.md", "annexes/table.xlsx". */
const PATH =
  /^(?:\.{1,2}\/[^\s<>"]{1,500}|(?:[\p{L}\p{Nd}_-][\p{L}\p{Nd}._ -]{0,100}\/){0,10}[\p{L}\p{Nd}_-][^\s<>"/:]{0,200}\.(?:md|ya?ml|pdf|docx?|xlsx?|pptx?|odt|ods|csv|txt|html?|png|jpe?g))$/iu;

function linkAt(text: string, outer: Span): readonly DocumentLink[] {
  const isBracketed = text.charAt(outer.start) === '<';
  const span = isBracketed ? { start: outer.start + 1, end: outer.end - 1 } : outer;
  const target = text.slice(span.start, span.end);
  if (/^https?:\/\//i.test(target)) {
    return [{ span, ...toAddress(target) }];
  }
  if (/^www\./i.test(target)) {
    return [{ span, ...toAddress(`https://${target}`) }];
  }
  // Other schemes are an editor's own matter; a path from the root means another folder to each of them.
  const isPath = target !== '' && !/^(?:[a-z][a-z\d+.-]*:|[#/@])/i.test(target) && !target.includes('@');
  return isPath ? [{ span, target: { reference: target }, tooltip: target }] : [];
}

function toAddress(url: string): Pick<DocumentLink, 'target' | 'tooltip'> {
  return { target: { url }, tooltip: url };
}
