import type { Fix } from '../model/finding';
import type { Span } from '../model/span';
import { lineAround } from '../model/text-lines';
import { readYaml } from '../parse/yaml-document';
import { scalarsOf, wordsInYaml } from '../write/yaml-words';
import type { FixContext } from './rule';

/** A sentence for a message about an unknown name, with a space before it; empty where nothing is near. */
export function didYouMean(names: readonly string[]): string {
  const few = names.slice(0, 3).map((name) => `“${name}”`);
  return few.length === 0 ? '' : ` Did you mean ${few.join(' or ')}?`;
}

/** A fix that writes another name in the place of one. */
export function changeTo(name: string, span: Span, safe: boolean): Fix {
  return { title: `Change to “${name}”`, safe, edits: [{ span, newText: name }] };
}

/** A fix that writes a title in the place of one, which in YAML may have to be quoted, or escaped. */
export function changeTitle(title: string, span: Span, safe: boolean, { report, start }: FixContext): Fix {
  const text = report.text.slice(start);
  const line = lineAround(text, span.start);
  const yaml = report.format === 'yaml' ? readYaml(text.slice(line.start, line.end), line.start).root : undefined;
  return { ...changeTo(title, span, safe), edits: [wordsInYaml(text, span, title, scalarsOf(yaml))] };
}
