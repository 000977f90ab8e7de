import { sectionAt } from '../model/section-at';
import type { AnalysedReport, Snapshot } from '../model/snapshot';
import { shiftSpan, touches } from '../model/span';
import { definitionPlaces } from './definition-hover';
import type { DescribedPlace } from './described-places';
import { createDescriptionContext } from './description-context';
import type { Hover } from './feature-types';
import { headerPlaces } from './header-places';
import { keyPlaces } from './key-places';
import { sectionPlaces } from './section-places';

/**
 * What the words at an offset (UTF-16, into the file) of a report, roadmap, actors or project file mean: an action, a deliverable, an actor, a date, a
 * status, a citation, a key. Of things within things the innermost is told. Undefined where there is nothing to tell.
 */
export function hover(snapshot: Snapshot, uri: string, offset: number): Hover | undefined {
  const analysed = snapshot.report(uri);
  const places = analysed ? reportPlaces(snapshot, analysed, offset) : definitionPlaces(snapshot, uri, offset);
  const [place] = places
    .filter(({ span }) => touches(span, offset) && span.end > span.start)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  return place && { span: place.span, markdown: place.describe() };
}

function reportPlaces(snapshot: Snapshot, analysed: AnalysedReport, offset: number): readonly DescribedPlace[] {
  const context = createDescriptionContext(snapshot, analysed);
  const touched = sectionAt(analysed.report, offset);
  const section = touched && offset < touched.end ? touched : undefined;
  const inSection = section
    ? sectionPlaces(section, offset - section.start, context).map((place) => ({
        ...place,
        span: shiftSpan(place.span, section.start),
      }))
    : [];
  return [...inSection, ...headerPlaces(context), ...keyPlaces(context, section, offset)];
}
