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
 * or added stays the same array, and one that looks like `shownBefore` becomes that array. Linear in the number of
 * findings, sections and comments, stretches apart, of which each is tried on every group that it covers.
 */
export function suppress(
  found: FindingGroups,
  report: Report,
  active: ActiveRules,
  header: HeaderContext,
  shownBefore: (section: number) => readonly Finding[] | undefined,
): ShownFindings {
  const { sections, suppressions } = report;
  const used = new Set<Suppression>();
  const isShown = (finding: Finding, start: number, covering: readonly Suppression[]): boolean => {
    const hiding = covering.filter((suppression) => hides(suppression, finding, start));
    for (const suppression of hiding) {
      used.add(suppression);
    }
    return hiding.length === 0;
  };
  const ofReport = found.ofReport.filter((finding) => isShown(finding, 0, suppressions));
  const coveringOf = suppressions.length > 0 ? coveringBySection(report) : undefined;
  const bySection = [...found.bySection];
  for (const [index, findings] of coveringOf ? bySection.entries() : []) {
    const covering = coveringOf && findings.length > 0 ? coveringOf(index) : [];
    const start = sections[index]?.start ?? 0;
    const shown = covering.length > 0 ? findings.filter((finding) => isShown(finding, start, covering)) : findings;
    bySection[index] = shown.length < findings.length ? shown : findings;
  }
  const unused = suppressions.filter((suppression) => !used.has(suppression));
  const told = aboutSuppressions(report, active, header, unused);
  for (const finding of told) {
    const index = sectionAt(report, finding.span.start);
    const start = sections[index]?.start;
    if (start === undefined) {
      ofReport.push(finding);
    } else {
      const moved = { ...finding, span: shiftSpan(finding.span, -start) };
      bySection[index] = [...(bySection[index] ?? []), moved].sort(compareFindings);
    }
  }
  for (const [index, shown] of suppressions.length > 0 || told.length > 0 ? bySection.entries() : []) {
    const before = shown === found.bySection[index] ? undefined : shownBefore(index);
    if (before && sameData(before, shown)) {
      bySection[index] = before;
    }
  }
  return { ofReport: ofReport.sort(compareFindings), bySection, unused };
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

/** The suppressions that cover something of a section. */
function coveringBySection(report: Report): (section: number) => readonly Suppression[] {
  const { sections, suppressions } = report;
  const wide = suppressions.filter(({ kind }) => kind === 'file' || kind === 'block');
  const narrow = new Map<number, Suppression[]>();
  for (const suppression of suppressions) {
    if (suppression.kind === 'file' || suppression.kind === 'block') {
      continue;
    }
    const { start, end } = suppression.covers;
    for (let index = Math.max(0, sectionFrom(report, start)); (sections[index]?.start ?? end + 1) <= end; index++) {
      const present = narrow.get(index);
      if (present) {
        present.push(suppression);
      } else {
        narrow.set(index, [suppression]);
      }
    }
  }
  return (section) => [...wide, ...(narrow.get(section) ?? [])];
}

/** Index of the section that an offset lies in; -1 where it lies in none. */
export function sectionAt(report: Report, offset: number): number {
  const index = sectionFrom(report, offset);
  return offset < (report.sections[index]?.end ?? 0) ? index : -1;
}

/** Index of the last section that starts at or before an offset; -1 where there is none. */
function sectionFrom({ sections }: Report, offset: number): number {
  let [low, high] = [0, sections.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.start ?? 0) <= offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}
