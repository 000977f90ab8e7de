import type { Finding } from '../model/finding';
import { deliverablesOf } from '../model/roadmap';
import type { AnalysedReport } from '../model/snapshot';
import { subjectKey } from '../model/subject';
import { foldTitle } from '../parse/action-titles';
import { nearestName } from '../parse/nearest-name';

/** A place in a report that calls an action or a deliverable by another title than the roadmap does. */
export interface QuotedTitle {
  /** Key of the action or deliverable (`subjectKey`). */
  readonly subject: string;
  /** The words of the report. */
  readonly title: string;
  /** What the report says of it; its span, which counts from the file, is that of the title. */
  readonly finding: Finding;
}

/**
 * The titles in a report that are not, or not any more, those of the roadmap. They are those that findings say so of: where
 * a comment hides that, or the rule is off, somebody means the title so. The number or title of something else is a slip
 * of the report.
 *
 * @param findings those of the report
 */
export function quotedTitles(
  { report, roadmaps }: AnalysedReport,
  findings: readonly Finding[],
): readonly QuotedTitle[] {
  return findings.flatMap((finding): readonly QuotedTitle[] => {
    const { code, span, related } = finding;
    const kind = KINDS.get(code);
    const title = report.text.slice(span.start, span.end);
    const [meant, another] = roadmaps.flatMap((roadmap) =>
      (kind === 'action' ? roadmap.actions : kind ? deliverablesOf(roadmap) : []).flatMap((item) =>
        related.some(({ uri, span: { start } }) => uri === roadmap.uri && start === item.idSpan.start)
          ? [{ roadmap: roadmap.id, item }]
          : [],
      ),
    );
    const [quoted, own] = [foldTitle(title), foldTitle(meant?.item.title ?? '')];
    // A heading that names no action may have been the very title of one; in YAML it would not have made it an entry.
    const isTitle = code !== UNLINKED || (report.format === 'markdown' && nearestName(quoted, [own]) !== undefined);
    return kind && meant && !another && isTitle && quoted !== own && /\p{L}{2}/u.test(title)
      ? [{ subject: subjectKey({ kind, roadmap: meant.roadmap, id: meant.item.id }), title, finding }]
      : [];
  });
}

const UNLINKED = 'section-unlinked';

/** What the rules that tell of titles tell it of, by their codes. */
const KINDS: ReadonlyMap<string, 'action' | 'deliverable'> = new Map([
  ['action-title-mismatch', 'action'],
  ['deliverable-unknown', 'deliverable'],
  [UNLINKED, 'action'],
]);
