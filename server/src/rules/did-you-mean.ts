import type { Fix } from '../model/finding';
import type { Span } from '../model/span';

/** A sentence for a message about an unknown name, with a space before it; empty where nothing is near. */
export function didYouMean(names: readonly string[]): string {
  const few = names.slice(0, 3).map((name) => `“${name}”`);
  return few.length === 0 ? '' : ` Did you mean ${few.join(' or ')}?`;
}

/** A fix that writes another name in the place of one. */
export function changeTo(name: string, span: Span, safe: boolean): Fix {
  return { title: `Change to “${name}”`, safe, edits: [{ span, newText: name }] };
}
