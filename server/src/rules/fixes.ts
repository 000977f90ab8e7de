import type { Finding, Fix } from '../model/finding';
import { type Span, shiftSpan } from '../model/span';
import type { ActiveRule } from './active-rules';
import type { CheckState } from './check-state';
import { entryIn, readableStates } from './checked-section';
import type { FileContext, FixContext, FixMaker, ReportFinding, Rule, RuleContext, RuleFinding } from './rule';
import { sectionAt } from './suppress';
import { isInSection, spanOf } from './whole-report';

/**
 * The fixes of each of these findings of a report; offsets into the file. The rules that found them are asked again, with
 * what the check knows, about the sections that the findings stand in; so the fixes are those of the text as it is.
 */
export function fixesOfChecked(
  context: Omit<FixContext, 'start'>,
  state: CheckState,
  findings: readonly Finding[],
): readonly (readonly Fix[])[] {
  const known = new Map<string, FixedPlace[]>();
  return findings.map((finding) => {
    const section = sectionAt(context.report, finding.span.start);
    const key = `${finding.code}\n${section}`;
    const places = known.get(key) ?? placesOf(finding.code, context, state, section);
    known.set(key, places);
    return take(finding, places)?.make() ?? [];
  });
}

/** The fixes of each of these findings of a roadmap, actors or project file; offsets into the file. */
export function fixesOfFile(
  rules: readonly Rule[],
  context: FileContext,
  findings: readonly Finding[],
): readonly (readonly Fix[])[] {
  const metas = rules.map(({ meta }) => meta);
  const known = new Map<string, FixedPlace[]>();
  return findings.map((finding) => {
    const rule = rules.find(({ meta }) => meta.code === finding.code);
    const find = () => [...(rule?.checkFile?.(context, metas) ?? [])];
    const places = known.get(finding.code) ?? find().map((one) => ({ ...one, make: () => one.fixes?.() ?? [] }));
    known.set(finding.code, places);
    return take(finding, places)?.make() ?? [];
  });
}

/** A finding as its rule gave it, at its place in the file. */
interface FixedPlace {
  readonly span: Span;
  readonly message: string;
  make(): readonly Fix[];
}

/** The finding among those of its rule; of equal ones each is taken once. */
function take({ span, message }: Finding, places: FixedPlace[]): FixedPlace | undefined {
  const index = places.findIndex(
    (place) => place.message === message && place.span.start === span.start && place.span.end === span.end,
  );
  return index < 0 ? undefined : places.splice(index, 1)[0];
}

/** What a rule finds in a section, and outside all. */
function placesOf(code: string, context: Omit<FixContext, 'start'>, state: CheckState, section: number): FixedPlace[] {
  const active = state.active.rules.find(({ rule }) => rule.meta.code === code);
  if (!active) {
    return [];
  }
  const start = context.report.sections[section]?.start ?? 0;
  const place = ({ span, message, fixes }: Omit<RuleFinding, 'related'>, from: number): FixedPlace => ({
    span: shiftSpan(span, from),
    message,
    make: () => fixesAt(fixes, context, from),
  });
  return [
    ...inSection(active, context, state, section).map((finding) => place(finding, start)),
    ...outside(active, context, state).map((finding) => place(finding, 0)),
    ...[...(active.rule.checkReport?.(state.whole.context) ?? [])].flatMap((finding) =>
      isElsewhere(finding, section)
        ? []
        : isInSection(finding.place)
          ? [place({ ...finding, span: spanOf(finding.place, context.report.sections[section]?.reading) }, start)]
          : [place({ ...finding, span: finding.place }, 0)],
    ),
  ];
}

function isElsewhere({ place }: ReportFinding, section: number): boolean {
  return isInSection(place) && place.section !== section;
}

function fixesAt(make: FixMaker | undefined, context: Omit<FixContext, 'start'>, start: number): readonly Fix[] {
  const fixes = make?.({ ...context, start }) ?? [];
  return fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, span: shiftSpan(edit.span, start) })),
  }));
}

function inSection(
  { rule }: ActiveRule,
  { report }: RuleContext,
  state: CheckState,
  index: number,
): readonly RuleFinding[] {
  const section = report.sections[index];
  if (!section) {
    return [];
  }
  const { reading } = section;
  const context = { ...state.environment, text: report.text.slice(section.start, section.end) };
  const inEntries = (state.whole.entriesIn[index] ?? []).flatMap((placed) => {
    const entry = entryIn(reading, placed.row);
    const states = readableStates(state.whole.deadlines.answeredBy(placed));
    return [
      ...(rule.checkEntry?.(entry, context) ?? []),
      ...(states.length > 0 ? (rule.checkDeadlines?.(entry, states, context) ?? []) : []),
    ];
  });
  return [...(rule.checkSection?.(reading, context) ?? []), ...inEntries];
}

function outside({ rule }: ActiveRule, { report }: RuleContext, state: CheckState): readonly RuleFinding[] {
  const comments = { all: report.suppressions, unused: state.unused };
  return [
    ...(rule.checkHeader?.(state.header) ?? []),
    ...(rule.checkSuppressions?.(state.header, comments, state.active.metas) ?? []),
  ];
}
