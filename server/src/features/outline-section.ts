import type {
  ActionReference,
  DeliverableItem,
  NextStep,
  Passage,
  ReportedFields,
  SectionReading,
  TableRow,
} from '../model/report';
import { actionLabel, actionOf, type Roadmap } from '../model/roadmap';
import { BUILT_IN_STATUSES } from '../model/status';
import { nestItems, type OutlineItem, oneLine, trimEnd } from './outline-item';

/** What a section adds to an outline, with spans that count from its start. */
export interface SectionOutline {
  /** The section itself, where it has a heading; else what is in it. */
  readonly withoutRows: readonly OutlineItem[];
  /** The same with the table rows for which the list says so: those that are entries. */
  readonly withRows: (isShown: readonly boolean[]) => readonly OutlineItem[];
}

/** The outline of a section; `words` are its text. */
export function sectionOutline(section: SectionReading, words: string, roadmaps: readonly Roadmap[]): SectionOutline {
  const items = [
    ...subheadings(section, words),
    ...(section.fields.deliverables?.value ?? []).map((item) => deliverableOutline(item, roadmaps)),
    ...(section.fields.next?.value ?? []).map(nextStepOutline),
  ];
  return {
    withoutRows: around(section, words, roadmaps, items),
    withRows: (isShown) => {
      const rows = section.rows.filter((_, index) => isShown[index]);
      return around(section, words, roadmaps, [...items, ...rows.map((row) => rowOutline(row, roadmaps))]);
    },
  };
}

/** How an entry that says no more than the numbers of its actions is called: "Action 6: Facilitating …". */
export function nameOfActions(references: readonly ActionReference[], roadmaps: readonly Roadmap[]): string {
  const names = references.map(({ roadmap: id, action: number, title }) => {
    const roadmap = roadmaps.find((one) => one.id === id) ?? roadmaps[0];
    const known = roadmap && actionOf(roadmap, number)?.title;
    return { label: roadmap ? actionLabel(roadmap, number) : number, title: known ?? title?.text };
  });
  const [only, more] = names;
  return only && !more && only.title ? `${only.label}: ${only.title}` : names.map(({ label }) => label).join(', ');
}

/** How a status is written, where a text gives its id: "in progress". */
export function statusText({ status }: Pick<ReportedFields, 'status'>): string | undefined {
  if (!status || status.text.trim() === '') {
    return undefined;
  }
  const builtIn = BUILT_IN_STATUSES.find((one) => one.status === status.text);
  return oneLine(builtIn?.names[0] ?? status.text, '');
}

function around(
  section: SectionReading,
  words: string,
  roadmaps: readonly Roadmap[],
  items: readonly OutlineItem[],
): readonly OutlineItem[] {
  const { heading, actions, fields, length } = section;
  const children = nestItems(items);
  const end = trimEnd(words, 0, length);
  const first = actions[0];
  if (!heading && !first) {
    return children;
  }
  const isBare = heading === undefined || (heading.kind === 'item' && actions.length > 0);
  const selection = heading && heading.span.end > heading.span.start ? heading.span : (first?.span ?? firstLine(words));
  return [
    {
      name: oneLine(isBare ? nameOfActions(actions, roadmaps) : heading.text, 'Untitled'),
      detail: statusText(fields),
      kind: actions.length > 0 ? 'entry' : 'section',
      span: { start: 0, end: Math.max(end, selection.end, children[children.length - 1]?.span.end ?? 0) },
      selection,
      children,
    },
  ];
}

function firstLine(words: string) {
  return { start: 0, end: /^[^\r\n]*/.exec(words)?.[0].length ?? 0 };
}

/** Headings inside a section go on to the next one of their level or a higher one. */
function subheadings({ passages, length }: SectionReading, words: string): readonly OutlineItem[] {
  const headings = passages.filter(({ kind }) => kind === 'heading');
  const levels = headings.map((passage) => levelOf(passage, words));
  return headings.map((passage, index) => {
    const next = headings.findIndex((_, other) => other > index && (levels[other] ?? 1) <= (levels[index] ?? 1));
    const end = Math.max(passage.span.end, trimEnd(words, 0, headings[next]?.span.start ?? length));
    return {
      name: oneLine(passage.text, 'Untitled'),
      kind: 'section',
      span: { start: passage.span.start, end: trimMarks(words, passage.span.end, end) },
      selection: passage.span,
      children: [],
    };
  });
}

/** Without the `##` of the heading behind, which stands before its words. */
function trimMarks(words: string, from: number, to: number): number {
  const end = words.slice(from, to).search(/\s+#{1,6}$/);
  return end < 0 ? to : from + end;
}

function levelOf({ span }: Passage, words: string): number {
  const marks = /(#{1,6})[ \t]+$/.exec(words.slice(Math.max(0, span.start - LONGEST_MARKS), span.start))?.[1];
  return marks?.length ?? (/^[^\n]*\n\s*=/.test(words.slice(span.end, span.end + LONGEST_MARKS)) ? 1 : 2);
}

/** In UTF-16 units. */
const LONGEST_MARKS = 80;

function deliverableOutline(item: DeliverableItem, roadmaps: readonly Roadmap[]): OutlineItem {
  const { text, span, whole, deliverable, roadmap: id } = item;
  const all = roadmaps.find((one) => one.id === id)?.actions.flatMap(({ deliverables }) => deliverables) ?? [];
  const known = text === deliverable ? all.find((one) => one.id === deliverable) : undefined;
  return {
    name: oneLine(known ? `${text} ${known.title}` : text, 'Deliverable'),
    detail: statusText(item),
    kind: 'deliverable',
    span: { start: Math.min(whole.start, span.start), end: Math.max(whole.end, span.end) },
    selection: span,
    children: [],
  };
}

function nextStepOutline({ text, span, due }: NextStep): OutlineItem {
  const whole = { start: span.start, end: Math.max(span.end, due?.span.end ?? 0) };
  return {
    name: oneLine(text, 'Next step'),
    detail: due && !text.includes(due.text) ? oneLine(due.text, '') : undefined,
    kind: 'next-step',
    span: whole,
    selection: span,
    children: [],
  };
}

function rowOutline({ actions, fields, span }: TableRow, roadmaps: readonly Roadmap[]): OutlineItem {
  return {
    name: oneLine(nameOfActions(actions, roadmaps), 'Row'),
    detail: statusText(fields),
    kind: 'entry',
    span,
    selection: actions[0]?.span ?? span,
    children: [],
  };
}
