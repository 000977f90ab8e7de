import { keyOf } from '../model/entry';
import type { ActionMention, DeliverableItem, SectionReading } from '../model/report';
import { type Action, actionLabel, actionOf, type Deliverable, type Roadmap } from '../model/roadmap';
import type { Span } from '../model/span';
import type { HintContext, InlayHint } from './inlay-hints';

/**
 * Titles of actions and deliverables that a section calls by nothing but their number: in its heading, behind the first
 * mention of each that it does not report on, and in lists of deliverables.
 */
export function titleHints({ actions, mentions, fields }: SectionReading, context: HintContext): readonly InlayHint[] {
  const { roadmaps } = context;
  const seen = new Set(actions.map(keyOf));
  const inHeading = actions
    .filter(({ by, title }) => by === 'number' && title === undefined)
    .flatMap((reference) => actionHint(reference, roadmaps, context));
  const inProse = mentions.actions.flatMap((mention) => {
    const key = keyOf(mention);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew ? actionHint(mention, roadmaps, context, LONGEST_IN_PROSE) : [];
  });
  return [
    ...inHeading,
    ...inProse,
    ...(fields.deliverables?.value ?? []).flatMap((item) => deliverableHint(item, roadmaps, context)),
  ];
}

function actionHint(
  { roadmap: id, action: number, span }: Pick<ActionMention, 'roadmap' | 'action' | 'span'>,
  roadmaps: readonly Roadmap[],
  context: HintContext,
  longest = LONGEST_LABEL,
): readonly InlayHint[] {
  const roadmap = roadmaps.find((one) => one.id === id);
  const action = roadmap && actionOf(roadmap, number);
  return roadmap && action ? hint(roadmap, action, span, actionLabel(roadmap, number), context, longest) : [];
}

function deliverableHint(
  { roadmap: id, deliverable, text, span }: DeliverableItem,
  roadmaps: readonly Roadmap[],
  context: HintContext,
): readonly InlayHint[] {
  const roadmap = roadmaps.find((one) => one.id === id);
  const all = roadmap ? [...roadmap.actions.flatMap(({ deliverables }) => deliverables), ...roadmap.commitments] : [];
  const item = text === deliverable ? all.find((one) => one.id === deliverable) : undefined;
  return roadmap && item ? hint(roadmap, item, span, text, context, LONGEST_LABEL) : [];
}

function hint(
  { uri }: Roadmap,
  { title, idSpan }: Action | Deliverable,
  { end }: Span,
  name: string,
  { words, format }: HintContext,
  longest: number,
): readonly InlayHint[] {
  const offset = format === 'yaml' && /["']/.test(words.charAt(end)) ? end + 1 : end;
  const start = title.toLowerCase().split(/\s+/).slice(0, 2).join(' ');
  const behind = words.slice(end, end + LONGEST_JOINT + start.length).toLowerCase();
  return title === '' || behind.includes(start)
    ? []
    : [
        {
          kind: 'title',
          offset,
          label: shortened(title, longest),
          tooltip: `${name}: ${title}`,
          target: { uri, span: idSpan },
        },
      ];
}

/** How far behind a number its title may begin, in UTF-16 units. */
const LONGEST_JOINT = 20;

function shortened(title: string, longest: number): string {
  if (title.length <= longest) {
    return title;
  }
  const cut = title.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).replace(/[\s,;:–-]+$/, '')}…`;
}

/** In UTF-16 units. */
const LONGEST_LABEL = 40;

/** VS Code shows no more than 43 characters of hints in a line, and a date may stand in it as well. */
const LONGEST_IN_PROSE = 27;
