import type { Passage } from '../model/report';
import type { Span } from '../model/span';
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
  const prose = readWords(scalar.text) ?? readProse(scalar.text);
  const toSource = (span: Span): Span => sourceSpanOf(scalar, span.start, span.end);
  return {
    hasProse: prose.hasProse,
    placeholders: prose.placeholders.map(toSource),
    // What an alias brings in stands elsewhere, where it is read in its own right.
    passages:
      scalar.pieces.length === 0 ? [] : prose.passages.map((passage) => passageInSource(passage, scalar, source)),
  };
}

/**
 * What `readProse` gives for a line of mere words, which most fields are: no sign in it means anything in Markdown.
 * Undefined for any other text, and for one that waits for somebody.
 */
export function readWords(text: string): YamlProse | undefined {
  if (!MERE_WORDS.test(text) || /www\./i.test(text) || findPlaceholders(text).length > 0) {
    return undefined;
  }
  return {
    hasProse: true,
    placeholders: [],
    passages: [{ kind: 'paragraph', span: { start: 0, end: text.length }, text }],
  };
}

/** A letter, then letters, digits, spaces and signs, no space at the end. */
const MERE_WORDS = /^[A-Za-z](?:[A-Za-z0-9 ,;.()/'’–€-]*[A-Za-z0-9,;.()/'’–€-])?$/;

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
