import type { Span } from '../model/span';
import { readYaml } from './yaml-document';
import { WRONG_COLUMN } from './yaml-messages';
import type { YamlAnchors, YamlPair } from './yaml-node';
import type { SyntaxProblem } from './yaml-repair';

/** What lines say that stand too far left to be a part of their entry. */
export interface LowLines {
  /** Fields, which are the entry's in all likelihood. */
  readonly pairs: readonly YamlPair[];
  /** Other words, lines that follow on one another together: text pasted without indentation. */
  readonly stray: readonly Span[];
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Reads the lines of an entry that are not indented far enough.
 *
 * @param source the entry's text
 * @param lines the words of such lines, in order
 */
export function readLowLines(source: string, lines: readonly Span[], anchors: YamlAnchors): LowLines {
  const pairs: YamlPair[] = [];
  const stray: Span[] = [];
  const problems: SyntaxProblem[] = [];
  for (const span of lines) {
    const words = source.slice(span.start, span.end);
    if (/^[a-z][a-z-]*[ \t]*:(?:\s|$)/.test(words)) {
      const { root, problems: more } = readYaml(words, span.start, anchors);
      pairs.push(...(root?.kind === 'map' ? root.pairs : []));
      problems.push({ span, message: WRONG_COLUMN }, ...more);
      continue;
    }
    const before = stray[stray.length - 1];
    if (before && source.slice(before.end, span.start).trim() === '') {
      stray[stray.length - 1] = { start: before.start, end: span.end };
    } else {
      stray.push(span);
    }
  }
  return { pairs, stray, problems };
}
