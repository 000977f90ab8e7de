import type { Report } from '../model/report';
import type { Span } from '../model/span';
import { type OutlineItem, oneLine, trimEnd } from './outline-item';

/** The header of a report with its keys; none where the report has none. Spans count from the file. */
export function headerOutline({ header, format, text }: Report): readonly OutlineItem[] {
  const { span, title, keys } = header;
  const first = keys[0];
  if (!span || !first || first.span.start < span.start || first.span.start >= span.end) {
    return [];
  }
  const inside = keys.filter((key) => key.span.start < span.end);
  return [
    {
      name: format === 'markdown' ? 'Front matter' : 'Header',
      detail: title?.text === undefined ? undefined : oneLine(title.text, ''),
      kind: 'header',
      span: { start: first.span.start, end: trimEnd(text, first.span.start, span.end) },
      selection: first.span,
      children: inside.map((key, index) =>
        keyOutline(text, key.name, key.span, inside[index + 1]?.span.start ?? span.end),
      ),
    },
  ];
}

/** Keys of a YAML report that stand behind `entries`. */
export function keysBehindHeader({ header, sections, text }: Report): readonly OutlineItem[] {
  const { span, keys } = header;
  const from = Math.max(span?.end ?? text.length, sections[sections.length - 1]?.end ?? 0);
  const behind = keys.filter((key) => key.span.start >= from && key.name !== 'entries');
  return behind.map((key, index) => keyOutline(text, key.name, key.span, behind[index + 1]?.span.start ?? text.length));
}

function keyOutline(text: string, name: string, key: Span, limit: number): OutlineItem {
  const value = /^["']?\s*:[ \t]+([^\r\n]*)/.exec(text.slice(key.end, Math.min(limit, key.end + LONGEST_VALUE)))?.[1];
  return {
    name: oneLine(name, '?'),
    detail: value === undefined || value.trim() === '' ? undefined : oneLine(value, ''),
    kind: 'key',
    span: { start: key.start, end: Math.max(key.end, trimEnd(text, key.start, limit)) },
    selection: key,
    children: [],
  };
}

/** How much of a value is looked at, in UTF-16 units. */
const LONGEST_VALUE = 200;
