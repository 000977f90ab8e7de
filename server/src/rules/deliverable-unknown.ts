import type { ReferredAction } from '../model/entry-actions';
import { hasPlaceholder } from '../model/placeholder';
import { qualifiedLabel } from '../model/qualification';
import type { DeliverableItem } from '../model/report';
import { type Deliverable, deliverablesOf, type Roadmap } from '../model/roadmap';
import { foldTitle } from '../parse/action-titles';
import { nearestNames } from '../parse/nearest-name';
import { changeTitle, didYouMean } from './did-you-mean';
import { enumerate } from './enumeration';
import { markdownExample, yamlExample } from './example-reports';
import { relatedAction, relatedDeliverable } from './roadmap-links';
import type { Rule, RuleFinding } from './rule';
import type { RuleLookup } from './rule-lookup';

export const deliverableUnknown: Rule = {
  meta: {
    code: 'deliverable-unknown',
    group: 'action',
    severity: 'error',
    summary: 'A deliverable that none of the entry’s actions has',
    why:
      'What is reported under a wrong number counts for nothing: the deliverable that was meant stays open and becomes ' +
      'overdue.\n\nA deliverable can be named by its number or by its short title. Where the numbers and titles are this ' +
      'roadmap file’s own, other words than its title are only pointed out, because the source may use them too.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', [...inMarkdown(), '- Network of specialized prosecutors and judges: in progress']),
        good: markdownExample('5', [...inMarkdown(), '- Network of specialised prosecutors and judges: in progress']),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', [...inYaml(), '  - deliverable: "5.33"', '    status: in-progress']),
        good: yamlExample('5', [...inYaml(), '  - deliverable: "5.3"', '    status: in-progress']),
      },
    ],
    fixable: true,
  },
  *checkEntry(entry, { lookup }) {
    const actions = lookup.settled(entry.actions);
    for (const item of actions.length > 0 ? (entry.fields.deliverables?.value ?? []) : []) {
      const words = item.text.trim();
      if (item.deliverable === undefined && words !== '' && !hasPlaceholder(entry.section, item.span)) {
        yield describe(item, actions, lookup);
      }
    }
  },
};

function describe(item: DeliverableItem, actions: readonly ReferredAction[], lookup: RuleLookup): RuleFinding {
  const labels = enumerate(actions.map(({ roadmap, action }) => qualifiedLabel(roadmap, action.id, lookup.roadmaps)));
  const own = actions.flatMap(({ roadmap, action }) =>
    action.deliverables.map((one) => ({ roadmap, deliverable: one })),
  );
  const [words, folded] = [item.text.trim(), foldTitle(item.text)];
  const { byId, byTitle } = lookup.derived(titledDeliverables);
  const named = [byId.get(words), byTitle.get(folded)].filter((one) => one !== undefined);
  const elsewhere = named.sort((a, b) => a.place - b.place)[0];
  const near = elsewhere ? [] : nearestDeliverables(item.text, own);
  const wordsOfOurs = !LOOKS_LIKE_AN_ID.test(item.text) && actions.every(({ roadmap }) => roadmap.numbering === 'own');
  const home = elsewhere && belongsTo(elsewhere.roadmap, elsewhere.deliverable, lookup);
  const advice =
    didYouMean(near.map(({ deliverable: { id, title } }) => `${id}: ${title}`)) ||
    ' Correct it, or say it in the text.';
  return {
    span: item.span,
    message: home
      ? `“${item.text}” belongs to ${home}, not to ${labels}. Report it there, or correct the number.`
      : `${labels} ${actions.length > 1 ? 'have' : 'has'} no deliverable “${item.text}”.${advice}`,
    ...(wordsOfOurs && near.length === 0 && !elsewhere ? { severity: 'info' as const } : {}),
    related: [
      ...[...(elsewhere ? [elsewhere] : []), ...near].map((one) => relatedDeliverable(one.roadmap, one.deliverable)),
      ...actions.map(({ roadmap, action }) => relatedAction(roadmap, action)),
    ],
    fixes: (now) =>
      near.map(({ deliverable }) =>
        changeTitle(
          LOOKS_LIKE_AN_ID.test(item.text) ? deliverable.id : deliverable.title,
          item.span,
          near.length === 1 && !/^[\d.]+$/.test(item.text),
          now,
        ),
      ),
  };
}

interface OwnedDeliverable {
  readonly roadmap: Roadmap;
  readonly deliverable: Deliverable;
}

/** A deliverable, and its place among all, from 0. */
interface PlacedDeliverable extends OwnedDeliverable {
  readonly place: number;
}

/** The first deliverable with each id, and with each title as titles are compared. */
function titledDeliverables({ roadmaps }: RuleLookup) {
  const [byId, byTitle] = [new Map<string, PlacedDeliverable>(), new Map<string, PlacedDeliverable>()];
  const all = roadmaps.flatMap((roadmap) => deliverablesOf(roadmap).map((deliverable) => ({ roadmap, deliverable })));
  for (const [place, { roadmap, deliverable }] of [...all.entries()].reverse()) {
    byId.set(deliverable.id, { roadmap, deliverable, place });
    byTitle.set(foldTitle(deliverable.title), { roadmap, deliverable, place });
  }
  return { byId, byTitle };
}

function belongsTo(roadmap: Roadmap, { action }: Deliverable, { roadmaps }: RuleLookup): string {
  return action === undefined ? `“${roadmap.title}” outside its actions` : qualifiedLabel(roadmap, action, roadmaps);
}

/** The deliverables with the nearest title, else with the nearest id; none where more than a few are equally near. */
function nearestDeliverables(words: string, own: readonly OwnedDeliverable[]): readonly OwnedDeliverable[] {
  const byId = LOOKS_LIKE_AN_ID.test(words);
  const nameOf = ({ deliverable: { id, title } }: OwnedDeliverable) => (byId ? id : foldTitle(title));
  const names = nearestNames(byId ? words : foldTitle(words), own.map(nameOf));
  return names.length > MOST_GUESSES ? [] : own.filter((one) => names.includes(nameOf(one)));
}

const MOST_GUESSES = 3;

const LOOKS_LIKE_AN_ID = /^\s*[\p{L}]{0,3}[\d.]+[\p{L}\d.]*\s*$/u;

function inMarkdown(): readonly string[] {
  return ['- **Status:** in progress', '', '**Deliverables**', ''];
}

function inYaml(): readonly string[] {
  return ['status: in-progress', 'deliverables:'];
}
