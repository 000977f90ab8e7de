import { definitionOccurrences } from '../features/definition-occurrences';
import { type KeptOccurrences, occurrencesAround, reportOccurrences } from '../features/report-occurrences';
import { isDefinition } from '../model/file-role';
import type { Report } from '../model/report';
import { touches } from '../model/span';
import { inOrder, type Occurrence, type Subject, subjectKey } from '../model/subject';
import { canonicalUri, resolveReference } from '../project/uri';
import type { WorkspaceSnapshot } from '../project/workspace';

/**
 * Tells what the places of a workspace's files name. What a section of a report names is kept with its reading, so that
 * after an edit only the section that has changed is looked through again; what a definition file names with its text.
 */
export class OccurrenceReader {
  private readonly kept: KeptOccurrences = new WeakMap();
  private readonly definitions = new Map<string, KeptDefinition>();

  /** Every place in a file that names something, in order; spans count from the file. Empty for files left alone. */
  of(snapshot: WorkspaceSnapshot, uri: string): readonly Occurrence[] {
    return this.inFile(snapshot, uri, undefined);
  }

  /** Those that name one of these subjects. Of a long report the others cost next to nothing. */
  naming(snapshot: WorkspaceSnapshot, uri: string, subjects: readonly Subject[]): readonly Occurrence[] {
    return this.inFile(snapshot, uri, new Set(subjects.map(subjectKey)));
  }

  private inFile(
    snapshot: WorkspaceSnapshot,
    uri: string,
    keys: ReadonlySet<string> | undefined,
  ): readonly Occurrence[] {
    const isWanted = ({ subject }: Occurrence) => keys === undefined || keys.has(subjectKey(subject));
    const analysed = snapshot.report(uri);
    if (!analysed) {
      const all = this.ofDefinition(snapshot, uri);
      return keys ? all.filter(isWanted) : all;
    }
    const { report, roadmaps } = analysed;
    const previous = previousOf(report).filter(isWanted);
    const found = reportOccurrences(report, { roadmaps, actors: snapshot.actors }, this.kept, keys);
    return previous.length > 0 ? inOrder([...previous, ...found]) : found;
  }

  /**
   * What is named at an offset (UTF-16, into the file; the end of a place counts as in it): of places in places the
   * innermost. Several where the same words stand for several things.
   */
  at(snapshot: WorkspaceSnapshot, uri: string, offset: number): readonly Occurrence[] {
    const analysed = snapshot.report(uri);
    const actors = snapshot.actors;
    const all = analysed
      ? [
          ...previousOf(analysed.report),
          ...occurrencesAround(analysed.report, offset, { roadmaps: analysed.roadmaps, actors }, this.kept),
        ]
      : this.ofDefinition(snapshot, uri);
    const touched = all.filter(({ span }) => touches(span, offset) && span.end > span.start);
    const inside = touched.filter(({ span }) => offset < span.end);
    const candidates = inside.length > 0 ? inside : touched;
    const shortest = Math.min(...candidates.map(({ span }) => span.end - span.start));
    return candidates.filter(({ span }) => span.end - span.start === shortest);
  }

  private ofDefinition(snapshot: WorkspaceSnapshot, uri: string): readonly Occurrence[] {
    const [key, text] = [canonicalUri(uri), snapshot.text(uri)];
    const role = snapshot.roleOf(uri);
    if (text === undefined || !isDefinition(role)) {
      return [];
    }
    const known = this.definitions.get(key);
    if (known?.text === text && known.role === role && known.roadmaps === snapshot.roadmaps) {
      return known.found;
    }
    const found = definitionOccurrences(snapshot, uri);
    this.definitions.set(key, { text, role, roadmaps: snapshot.roadmaps, found });
    return found;
  }
}

interface KeptDefinition {
  readonly text: string;
  readonly role: string;
  readonly roadmaps: WorkspaceSnapshot['roadmaps'];
  readonly found: readonly Occurrence[];
}

/** The report that a report names as the one before. */
function previousOf({ uri, header: { previous } }: Report): readonly Occurrence[] {
  const target = previous?.value === undefined ? undefined : resolveReference(uri, previous.value);
  return previous && target !== undefined
    ? [
        {
          subject: { kind: 'report', uri: target },
          span: previous.span,
          name: previous.span,
          form: 'id',
          isDefinition: false,
        },
      ]
    : [];
}
