import type { ParseProblem } from '../model/report';
import { type HeaderReading, headerOf } from './header';
import { readYaml } from './yaml-document';
import type { YamlReportParts } from './yaml-entries';
import { NO_COLON, SECOND_DOCUMENT } from './yaml-messages';
import type { YamlAnchors, YamlPair } from './yaml-node';

/** The header of a YAML report that could be cut: its pairs from before and behind the entries. */
export function readHeaderParts(
  text: string,
  { header, key }: Pick<YamlReportParts, 'header' | 'key'>,
  anchors: YamlAnchors,
): HeaderReading {
  const problems: ParseProblem[] = [];
  const pairs: YamlPair[] = [];
  const names = new Set(['entries']);
  if (!/^\s*:/.test(text.slice(key.end, lineEnd(text, key.end)))) {
    problems.push({ code: 'syntax', span: key, message: `“entries” ${NO_COLON}` });
  }
  for (const [index, span] of header.entries()) {
    const part = text.slice(span.start, span.end);
    if (index > 0 && /^(?:---|\.\.\.)/.test(part)) {
      problems.push(...secondDocument(part, span.start));
      continue;
    }
    const { root, problems: syntax } = readYaml(part, span.start, anchors);
    problems.push(...syntax.map((problem): ParseProblem => ({ code: 'syntax', ...problem })));
    if (root && root.kind !== 'map') {
      problems.push(...headerOf(root, text, span, 'yaml').problems);
    }
    for (const pair of root?.kind === 'map' ? root.pairs : []) {
      if (pair.complete && names.has(pair.key.text)) {
        const message = `“${pair.key.text}” stands here twice. Only the first one counts: take this one out.`;
        problems.push({ code: 'syntax', span: pair.key.span, message });
      }
      pairs.push(pair);
      names.add(pair.complete ? pair.key.text : '');
    }
  }
  const span = { start: text.startsWith('\ufeff') ? 1 : 0, end: key.start };
  const reading = headerOf({ kind: 'map', span, pairs }, text, span, 'yaml');
  return { header: reading.header, problems: [...problems, ...reading.problems] };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** What stands behind the end of the first document, where it is more than nothing and comments. */
function secondDocument(part: string, start: number): readonly ParseProblem[] {
  const line = /^.*/.exec(part)?.[0].trimEnd() ?? '';
  const isEmpty = part.split(/\r?\n|\r/).every((one) => /^(?:(?:---|\.\.\.)\s*)?(?:#.*)?$/.test(one.trim()));
  return isEmpty ? [] : [{ code: 'syntax', span: { start, end: start + line.length }, message: SECOND_DOCUMENT }];
}
