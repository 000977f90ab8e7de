import type { Report } from '../model/report';
import type { Span } from '../model/span';

/**
 * Where a finding about a report as a whole stands: the line of the header's key `roadmap`, else the first line that
 * is not blank. Offsets into the file.
 */
export function reportAnchor({ header, text }: Pick<Report, 'header' | 'text'>): Span {
  const key = header.keys.find((candidate) => candidate.name === 'roadmap');
  const start = key?.span.start ?? Math.max(0, text.search(/\S/));
  return { start, end: start + (/^.*\S/.exec(text.slice(start))?.[0].length ?? 0) };
}
