import { parse } from 'yaml';

/**
 * A YAML draft as JSON, for the server of JSON: the first entries, as many as have about so many lines.
 *
 * @param yaml A draft with many entries.
 */
export function jsonDraft(yaml: string, lines: number): string {
  const { entries, ...header }: { entries: unknown[] } = parse(yaml);
  const written = (count: number) => `${JSON.stringify({ ...header, entries: entries.slice(0, count) }, null, 2)}\n`;
  const perEntry = written(entries.length).split('\n').length / entries.length;
  return written(Math.floor(lines / perEntry));
}
