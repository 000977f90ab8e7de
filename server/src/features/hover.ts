import { sectionAt } from '../model/section-at';
import type { Snapshot } from '../model/snapshot';
import { shiftSpan, touches } from '../model/span';
import { createDescriptionContext } from './description-context';
import type { Hover } from './feature-types';
import { headerPlaces } from './header-places';
import { keyPlaces } from './key-places';
import { sectionPlaces } from './section-places';

/**
 * What the words at an offset (UTF-16, into the file) of a report mean: an action, a deliverable, an actor, a date, a
 * status, a citation, a key. Of things within things the innermost is told. Undefined where there is nothing to tell.
 */
export function hover(snapshot: Snapshot, uri: string, offset: number): Hover | undefined {
  const analysed = snapshot.report(uri);
  if (!analysed) {
    return undefined;
  }
  const context = createDescriptionContext(snapshot, analysed);
  const touched = sectionAt(analysed.report, offset);
  const section = touched && offset < touched.end ? touched : undefined;
  const inSection = section
    ? sectionPlaces(section, offset - section.start, context).map((place) => ({
        ...place,
        span: shiftSpan(place.span, section.start),
      }))
    : [];
  const [place] = [...inSection, ...headerPlaces(context), ...keyPlaces(context, section, offset)]
    .filter(({ span }) => touches(span, offset) && span.end > span.start)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  return place && { span: place.span, markdown: place.describe() };
}
