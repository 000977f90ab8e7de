import type { LabelledTitle } from './labels';

/** What the depth of a heading depends on. */
export interface DepthHeading {
  readonly title: string;
  /** "3.2", "A". */
  readonly number: string | undefined;
  readonly labelled: LabelledTitle | undefined;
  /** Level in the format; undefined where it was told by its look. */
  readonly level: number | undefined;
  readonly isBold: boolean;
  /** Nothing but another heading stands behind it. */
  readonly isGroup: boolean;
}

/**
 * How deep each heading is: more is deeper, and nothing else is said by the figures. Numbers say it better than levels:
 * "A." behind "2" is below it and beside "B.", whatever the levels are. Actions are below everything but their own
 * parts.
 */
export function depthsOf(headings: readonly DepthHeading[]): readonly number[] {
  const series: string[] = [];
  const depths: number[] = [];
  const actionLabels = actionLabelsOf(headings);
  let numbered: { readonly level: number; readonly depth: number } | undefined;
  for (const [at, heading] of headings.entries()) {
    const level = heading.level ?? (heading.isBold ? BOLD_LEVEL : LOOK_LEVEL) - (heading.isGroup ? 2 : 0);
    const style = styleOf(heading);
    if (style === undefined) {
      const isBelow = numbered !== undefined && isBelowNumbered(headings, at, level, numbered.level);
      depths.push((isBelow && numbered ? numbered.depth : 0) + level / 10);
      numbered = isBelow ? numbered : undefined;
      continue;
    }
    const kind = heading.labelled?.kind;
    let depth: number;
    if (kind === 'action' || kind === 'deliverable') {
      const order = actionLabels.indexOf(heading.labelled?.label ?? '');
      depth = kind === 'action' ? ACTION_DEPTH + order : PART_DEPTH;
    } else {
      const known = series.indexOf(style);
      series.splice(known < 0 ? series.length : known + 1);
      if (known < 0) {
        series.push(style);
      }
      depth = Math.max(series.length, style.startsWith('n') ? style.split('.').length : 0);
    }
    depths.push(depth);
    numbered = { level, depth };
  }
  return depths;
}

const ACTION_DEPTH = 100;
const PART_DEPTH = 200;
const BOLD_LEVEL = 7;
const LOOK_LEVEL = 6;

/** Labels of actions, each behind those that have it inside: "Commitment 1", "Action 1.1", "Commitment 2". */
function actionLabelsOf(headings: readonly DepthHeading[]): readonly string[] {
  const written = headings.flatMap(({ labelled }) => (labelled?.kind === 'action' ? [labelled.label] : []));
  const labels = [...new Set(written)];
  return labels.sort((a, b) => Number(isAround(written, b, a)) - Number(isAround(written, a, b)));
}

/** Whether the one stands on both sides of another and begins. */
function isAround(written: readonly string[], one: string, other: string): boolean {
  return written.indexOf(one) < written.indexOf(other) && written.lastIndexOf(one) > written.indexOf(other);
}

function isBelowNumbered(headings: readonly DepthHeading[], at: number, level: number, numberedLevel: number): boolean {
  if (level < numberedLevel || STANDS_APART.test(headings[at]?.title ?? '')) {
    return false;
  }
  return level > numberedLevel || goesOn(headings, at);
}

/** Parts of a document that belong to no numbered part before them. */
const STANDS_APART =
  /^(?:introduction|conclusions?|annex|appendix|references|evaluation|signatures?|signed|glossary|abbreviations|foreword|executive summary|next steps|monitoring|einleitung|conclusiones|annexe|anhang)\b/iu;

/** Whether the series of numbers goes on around a heading that has none, or had such headings inside before. */
function goesOn(headings: readonly DepthHeading[], at: number): boolean {
  const before = headings.slice(0, at);
  const last = before.findLastIndex((one) => styleOf(one) !== undefined);
  const style = last < 0 ? undefined : styleOf(headings[last] as DepthHeading);
  if (style === undefined) {
    return false;
  }
  const first = before.findIndex((one) => styleOf(one) === style);
  const hadInside = before.slice(first, last).some((one) => styleOf(one) === undefined);
  return hadInside || headings.slice(at + 1).some((one) => styleOf(one) === style);
}

/** How a heading is numbered; of those numbered alike one is beside the other. */
function styleOf({ number, labelled }: DepthHeading): string | undefined {
  if (labelled) {
    return `label ${labelled.label}`;
  }
  if (number === undefined) {
    return undefined;
  }
  if (/^\d/.test(number)) {
    return number
      .split('.')
      .map(() => 'n')
      .join('.');
  }
  return /^[IVX]+$/.test(number) ? 'roman' : 'letter';
}
