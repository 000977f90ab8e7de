import { compareFindings, type Finding } from '../model/finding';
import type { Report, Suppression } from '../model/report';
import { sameData } from '../model/same-data';
import { shiftSpan } from '../model/span';
import { type ActiveRules, FindingCollector, failureFindings } from './active-rules';
import type { HeaderContext } from './check-context';

/** Findings outside sections (offsets into the file), and those of each section (relative to its start). */
export interface FindingGroups {
  readonly ofReport: readonly Finding[];
  readonly bySection: readonly (readonly Finding[])[];
}

/** What suppressions leave, and those that hid nothing. */
export interface ShownFindings extends FindingGroups {
  readonly unused: readonly Suppression[];
}

/**
 * Leaves out what suppression comments hide, and adds what rules say of the comments. A group in which nothing is hidden
 * or added stays the same array, and so does the array of all groups; one that looks like `shownBefore` becomes that
 * array. Linear in the number of findings in sections that comments cover.
 */
export function suppress(
  found: FindingGroups,
  report: Report,
  active: ActiveRules,
  header: HeaderContext,
  shownBefore: (section: number) => readonly Finding[] | undefined,
): ShownFindings {
  const { sectionList, suppressions } = report;
  const used = new Set<Suppression>();
  const isShown = (finding: Finding, start: number, covering: readonly Suppression[]): boolean => {
    const hiding = covering.filter((suppression) => hides(suppression, finding, start));
    for (const suppression of hiding) {
      used.add(suppression);
    }
    return hiding.length === 0;
  };
  const ofReport = found.ofReport.filter((finding) => isShown(finding, 0, suppressions));
  /** Groups that are not as they were found. */
  const changed = new Map<number, readonly Finding[]>();
  for (const [index, covering] of suppressions.length > 0 ? coveringBySection(report) : []) {
    const findings = found.bySection[index] ?? [];
    const start = sectionList.all[index]?.start ?? 0;
    const shown = findings.filter((finding) => isShown(finding, start, covering));
    if (shown.length < findings.length) {
      changed.set(index, shown);
    }
  }
  const unused = suppressions.filter((suppression) => !used.has(suppression));
  const told = aboutSuppressions(report, active, header, unused);
  for (const finding of told) {
    const index = sectionAt(report, finding.span.start);
    if (index < 0) {
      ofReport.push(finding);
    } else {
      const moved = { ...finding, span: shiftSpan(finding.span, -sectionList.startOf(index)) };
      const others = changed.get(index) ?? found.bySection[index] ?? [];
      changed.set(index, [...others, moved].sort(compareFindings));
    }
  }
  ofReport.sort(compareFindings);
  if (changed.size === 0) {
    return { ofReport, bySection: found.bySection, unused };
  }
  const bySection = [...found.bySection];
  for (const [index, shown] of changed) {
    const before = shownBefore(index);
    bySection[index] = before && sameData(before, shown) ? before : shown;
  }
  return { ofReport, bySection, unused };
}

/** What rules find in the suppression comments themselves; offsets into the file. */
function aboutSuppressions(
  report: Report,
  active: ActiveRules,
  header: HeaderContext,
  unused: readonly Suppression[],
): readonly Finding[] {
  const collector = new FindingCollector();
  const comments = { all: report.suppressions, unused };
  for (const one of active.rules) {
    const { rule } = one;
    if (rule.checkSuppressions) {
      collector.add(one, () => rule.checkSuppressions?.(header, comments, active.metas) ?? []);
    }
  }
  return [...collector.findings, ...failureFindings(collector.failures)];
}

function hides({ covers, codes }: Suppression, { code, span }: Finding, start: number): boolean {
  const at = start + span.start;
  return (
    code !== 'syntax' &&
    code !== 'internal-error' &&
    covers.start <= at &&
    at <= covers.end &&
    (codes.length === 0 || codes.some((one) => one.code === code))
  );
}

/** The suppressions that cover something of a section, by its index; sections that nothing covers are left out. */
function coveringBySection({ sectionList, suppressions }: Report): ReadonlyMap<number, readonly Suppression[]> {
  const covering = new Map<number, Suppression[]>();
  const isWide = ({ kind }: Suppression): boolean => kind === 'file' || kind === 'block';
  const wide = suppressions.filter(isWide);
  for (let index = 0; wide.length > 0 && index < sectionList.size; index++) {
    covering.set(index, [...wide]);
  }
  for (const suppression of suppressions.filter((one) => !isWide(one))) {
    const { start, end } = suppression.covers;
    const behind = sectionList.startedBefore(end + 1);
    for (let index = Math.max(0, sectionList.startedBefore(start + 1) - 1); index < behind; index++) {
      const present = covering.get(index);
      if (present) {
        present.push(suppression);
      } else {
        covering.set(index, [suppression]);
      }
    }
  }
  return covering;
}

/** Index of the section that an offset lies in; -1 where it lies in none. */
export function sectionAt({ sectionList }: Report, offset: number): number {
  const index = sectionList.startedBefore(offset + 1) - 1;
  return offset < (sectionList.at(index)?.end ?? 0) ? index : -1;
}
