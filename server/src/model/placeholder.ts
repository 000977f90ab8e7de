import type { SectionReading } from './report';
import { overlaps, type Span } from './span';

/** Whether a stretch of a section waits for somebody: a placeholder stands in it. Relative to the section. */
export function hasPlaceholder(section: Pick<SectionReading, 'placeholders'>, span: Span): boolean {
  return section.placeholders.some((placeholder) => overlaps(placeholder, span));
}
