import type { Actor } from '../model/actor';
import { type Action, type Area, actionLabel, type Deliverable, type Roadmap } from '../model/roadmap';
import type { Span } from '../model/span';
import { type OutlineItem, oneLine } from './outline-item';

/**
 * The outline of a roadmap file; `text` is the file's. Actions stand below their areas: a run of neighbours of one area
 * is one item, for what an item is about is a single stretch of the text.
 */
export function roadmapOutline(roadmap: Roadmap, text: string): readonly OutlineItem[] {
  const { areas, commitments, idSpan } = roadmap;
  const [firstArea, lastArea] = [areas[0], areas[areas.length - 1]];
  const items: OutlineItem[] = [
    {
      name: oneLine(roadmap.title, roadmap.id),
      detail: roadmap.id,
      kind: 'header',
      span: idSpan,
      selection: idSpan,
      children: [],
    },
    ...(firstArea && lastArea
      ? [
          {
            name: 'Areas',
            kind: 'key' as const,
            span: { start: firstArea.span.start, end: lastArea.span.end },
            selection: firstLine(text, firstArea.span),
            children: areas.map((area) => areaOutline(area, text)),
          },
        ]
      : []),
    ...actionsByArea(roadmap),
    ...commitments.map((item) => deliverableOutline(item, 'commitment')),
  ];
  return items.sort((a, b) => a.span.start - b.span.start);
}

/** The outline of an actors file; `text` is the file's. */
export function actorsOutline(actors: readonly Actor[], text: string): readonly OutlineItem[] {
  return actors.map(({ name, id, short, span }) => ({
    name: oneLine(short === undefined ? name : `${name} (${short})`, id),
    detail: id,
    kind: 'actor',
    span,
    selection: firstLine(text, span),
    children: [],
  }));
}

function areaOutline({ id, title, section, span }: Area, text: string): OutlineItem {
  const name = oneLine(title, id);
  return { name, detail: section, kind: 'area', span, selection: firstLine(text, span), children: [] };
}

function actionsByArea(roadmap: Roadmap): readonly OutlineItem[] {
  const items: OutlineItem[] = [];
  let before: string | undefined;
  for (const action of roadmap.actions) {
    const area = roadmap.areas.find(({ id }) => id === action.area);
    const item = actionOutline(roadmap, action);
    const last = items[items.length - 1];
    if (area && last && before === area.id) {
      const children = [...last.children, item];
      items[items.length - 1] = { ...last, span: { start: last.span.start, end: item.span.end }, children };
    } else if (area) {
      const name = oneLine(area.title, area.id);
      const { span, selection } = item;
      items.push({ name, detail: area.section, kind: 'area', span, selection, children: [item] });
    } else {
      items.push(item);
    }
    before = area?.id;
  }
  return items;
}

function actionOutline(roadmap: Roadmap, { id, title, span, idSpan, deliverables }: Action): OutlineItem {
  return {
    name: oneLine(`${actionLabel(roadmap, id)}: ${title}`, id),
    kind: 'action',
    span,
    selection: idSpan,
    children: deliverables.map((item) => deliverableOutline(item, 'deliverable')),
  };
}

function deliverableOutline(
  { id, title, deadline, span, idSpan }: Deliverable,
  kind: 'deliverable' | 'commitment',
): OutlineItem {
  const detail = deadline.stated ?? deadline.due?.edtf;
  return { name: oneLine(`${id} ${title}`, id), detail, kind, span, selection: idSpan, children: [] };
}

/** The first line of a span, without the spaces around it. */
function firstLine(text: string, { start, end }: Span): Span {
  const line = /^[^\r\n]*/.exec(text.slice(start, end))?.[0].trimEnd() ?? '';
  return { start, end: start + line.length };
}
