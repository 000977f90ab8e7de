import { nearestNames } from '../parse/nearest-name';
import { readYaml } from '../parse/yaml-document';
import { pairOf, type YamlMap, type YamlNode, type YamlPair } from '../parse/yaml-node';
import { changeTo, didYouMean } from './did-you-mean';
import type { FileContext, FileFinding, RuleMeta } from './rule';

/**
 * Codes under `rules` of a project file, and of its kinds of draft, that no rule has. The reader of the file knows no
 * rules, so it lets them pass.
 */
export function* unknownRuleCodes({ kind, text }: FileContext, rules: readonly RuleMeta[]): Iterable<FileFinding> {
  const { root } = kind === 'project' ? readYaml(text) : { root: undefined };
  const codes = rules.map((rule) => rule.code);
  for (const { key, complete } of root?.kind === 'map' ? rulePairs(root) : []) {
    if (complete && !codes.includes(key.text)) {
      const nearest = nearestNames(key.text, codes);
      yield {
        span: key.span,
        // It may be a rule of another version.
        severity: 'warning',
        message: `There is no rule “${key.text}”, so this setting changes nothing.${didYouMean(nearest) || ' Take the line out.'}`,
        fixes: () => nearest.map((code) => changeTo(code, key.span, nearest.length === 1)),
      };
    }
  }
}

function rulePairs(root: YamlMap): readonly YamlPair[] {
  const kinds = itemsOf(pairOf(root, 'kinds')?.value);
  return [root, ...kinds].flatMap((map) => {
    const rules = pairOf(map, 'rules')?.value;
    return rules?.kind === 'map' ? rules.pairs : [];
  });
}

function itemsOf(value: YamlNode | undefined): readonly YamlMap[] {
  const items = value?.kind === 'list' ? value.items : value ? [value] : [];
  return items.flatMap((item) => (item.kind === 'map' ? [item] : []));
}
