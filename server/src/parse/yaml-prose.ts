import type { Passage } from '../model/report';
import { type Span, shiftSpan } from '../model/span';
import { findPlaceholders } from './placeholders';
import { readProse } from './prose';
import { isVerbatim, pieceAt, sourceSpanOf, type YamlScalar } from './yaml-node';

/** What a text in a YAML report says as Markdown; spans are in the terms of the scalar's own span. */
export interface YamlProse {
  readonly passages: readonly Passage[];
  readonly hasProse: boolean;
  readonly placeholders: readonly Span[];
}

/**
 * Reads a scalar as Markdown. The text is read as YAML understands it, without the indentation of a block scalar, and
 * every place in it is brought back to the source line by line.
 *
 * @param source the text that the scalar's spans are offsets into
 */
export function readYamlProse(scalar: YamlScalar, source: string): YamlProse {
  return proseInSource(readWords(scalar.text) ?? readProse(scalar.text), 0, scalar, source);
}

/**
 * What a stretch of a scalar's text says, in the terms of the source.
 *
 * @param prose spans are relative to the stretch
 * @param at offset of the stretch in the scalar's text
 * @param source the text that the scalar's spans are offsets into
 */
export function proseInSource(prose: YamlProse, at: number, scalar: YamlScalar, source: string): YamlProse {
  const toSource = (span: Span): Span => sourceSpanOf(scalar, span.start + at, span.end + at);
  return {
    hasProse: prose.hasProse,
    placeholders: prose.placeholders.map(toSource),
    // What an alias brings in stands elsewhere, where it is read in its own right.
    passages:
      scalar.pieces.length === 0
        ? []
        : prose.passages.map((passage) => {
            return passageInSource({ ...passage, span: shiftSpan(passage.span, at) }, scalar, source);
          }),
  };
}

/**
 * What `readProse` gives for paragraphs of mere words, as most texts are: no sign in them means anything in Markdown.
 * Undefined for any other text, and for one that waits for somebody.
 */
export function readWords(text: string): YamlProse | undefined {
  if (MORE_THAN_WORDS.test(text)) {
    return undefined;
  }
  const passages: Passage[] = [];
  for (const { 0: words, index } of text.matchAll(/[^\n]+(?:\n[^\n]+)*/g)) {
    if (findPlaceholders(words).length > 0) {
      return undefined;
    }
    passages.push({ kind: 'paragraph', span: { start: index, end: index + words.length }, text: words });
  }
  return { hasProse: passages.length > 0, placeholders: [], passages };
}

/**
 * What may have a meaning in Markdown: most signs, a colon that may belong to an address, a line that starts with
 * anything but a letter, and spaces at the end of a line.
 */
const MORE_THAN_WORDS =
  /[^A-Za-z0-9\u00c0-\u024f ,;:.?!()/'"’‘“”–—€%+\n-]|:(?![ \n]|$)|[wW]{3}\.|(?:^|\n)[^A-Za-z\u00c0-\u024f\n]| (?:\n|$)/;

/** The words of a scalar as long as its span where that can be, so that parts of them get places of their own. */
export function wordsInPlace(scalar: YamlScalar, source: string): string {
  if (isVerbatim(scalar) || scalar.pieces.length === 0) {
    return scalar.text;
  }
  const written = source.slice(scalar.span.start, scalar.span.end);
  if (scalar.style === 'block') {
    return written;
  }
  return scalar.style === 'quoted' && /\\|''/.test(written) ? scalar.text : written.replace(/[\r\n]/g, ' ');
}

/** The passage as long as its place in the source: indentation and whatever else is no part of the text is space. */
function passageInSource(passage: Passage, scalar: YamlScalar, source: string): Passage {
  const span = sourceSpanOf(scalar, passage.span.start, passage.span.end);
  if (isVerbatim(scalar)) {
    return { ...passage, span };
  }
  const { pieces } = scalar;
  let text = '';
  for (let index = pieceAt(scalar, passage.span.start); index < pieces.length; index++) {
    const piece = pieces[index];
    if (!piece || piece.at >= passage.span.end) {
      break;
    }
    const start = Math.max(piece.at, passage.span.start);
    const end = Math.min(piece.at + piece.length, passage.span.end);
    if (start < end) {
      const at = piece.from + (start - piece.at) - span.start;
      text += blank(source.slice(span.start + text.length, span.start + at));
      text += passage.text.slice(start - passage.span.start, end - passage.span.start);
    }
  }
  return { ...passage, span, text: text + blank(source.slice(span.start + text.length, span.end)) };
}

function blank(text: string): string {
  return /[^\n ]/.test(text) ? text.replace(/[^\n]/g, ' ') : text;
}
