import type { WrittenDeadline } from '../write/roadmap-text';
import { contentOf, type FoundDeliverable, listedParagraph } from './action-content';
import { fieldOf } from './labels';
import { leadInsOf } from './lead-ins';
import { actionsOfList, actionsOfRows, isGenericTitle, listOfActions, rowsOfActions } from './listed-actions';
import type { Section } from './outline';
import type { Passage } from './passages';
import { isInside, rolesOf } from './roles';
import { headline } from './short-titles';
import type { TitlePage } from './title-page';
import { type ProseHelp, undertakingsIn } from './undertakings';

/** An action as it is found. */
export interface FoundAction {
  /** The source's number; undefined where it gives none. */
  readonly id: string | undefined;
  readonly title: string;
  /** The key of its area. */
  readonly area: unknown;
  /** Number or letter of the part around it. */
  readonly part: string;
  /** "3.2": the section that it stands in. */
  readonly section: string | undefined;
  readonly actors: readonly string[];
  readonly deadline: WrittenDeadline;
  readonly deliverables: readonly FoundDeliverable[];
  readonly checks: readonly string[];
  readonly note?: string | undefined;
  readonly place: number;
}

/** All that a document has of a roadmap. */
export interface FoundPlan {
  readonly areas: readonly { readonly key: unknown; readonly title: string; readonly section?: string }[];
  readonly actions: readonly FoundAction[];
  readonly commitments: readonly FoundDeliverable[];
  readonly labels: readonly string[];
  readonly unread: readonly Passage[];
}

/** Finds the actions of a document by its headings, lists and tables, and commitments in its prose. */
export function findActions(sections: readonly Section[], page: TitlePage, help: ProseHelp): FoundPlan {
  const first = sections.find((section) => section.depth > 0 && section.place === page.titlePlace);
  // The first of several headings of one level, with a list of its own, is a part of the document as they are.
  const isPart =
    first?.passages.some(({ kind }) => kind === 'item') &&
    sections.some((one) => one !== first && one.depth === first.depth);
  const title = isPart ? undefined : first;
  const undertakes = (section: Section) =>
    section.passages.some((passage) => undertakingsIn(passage, help, false).length > 0);
  const roles = rolesOf(sections, title, undertakes, help.language);
  const plan: {
    areas: FoundPlan['areas'][number][];
    actions: FoundAction[];
    commitments: FoundDeliverable[];
    unread: Passage[];
  } = { areas: [], actions: [], commitments: [], unread: [] };
  const isOfAction = (section: Section) =>
    [...ancestors(section)].some((one) => roles.actions.has(one) && !listed.has(one));
  /** Sections that hold actions rather than being one. */
  const listed = new Set<Section>();
  const areaOf = (section: Section): Section | undefined =>
    section.parent === title ? undefined : asArea(section.parent);
  /** Sections that are areas already. */
  const known = new Set<Section>();
  const asArea = (area: Section | undefined): Section | undefined => {
    if (area && area.depth > 0 && !known.has(area)) {
      known.add(area);
      const number = area.number ?? area.labelled?.id;
      plan.areas.push({
        key: area,
        title: area.title || `${area.labelled?.label} ${area.labelled?.id}`,
        ...(number === undefined ? {} : { section: number }),
      });
    }
    return area?.depth === 0 ? undefined : area;
  };
  for (const [index, section] of sections.entries()) {
    const rows = isOfAction(section) ? undefined : rowsOfActions(section, roles.isLabelled);
    const list = rows || !roles.actions.has(section) || roles.isLabelled ? undefined : listOfActions(section);
    if (rows || list) {
      listed.add(section);
      const around = () =>
        isGenericTitle(section.title) ? areaOf(section) : section === title ? undefined : asArea(section);
      plan.actions.push(
        ...(rows ? actionsOfRows(rows, around, plan.areas, help) : actionsOfList(list ?? [], around(), help)),
      );
      const others = section.passages.filter(({ kind }) => kind === 'text');
      plan.commitments.push(...contentOf(others, undefined, help, false).deliverables);
    } else if (roles.actions.has(section)) {
      const inner = insideOf(sections, index).filter((one) => !roles.actions.has(one));
      plan.actions.push(actionOf(section, inner, areaOf(section), help, plan.unread, roles.deliverables));
    } else if (!isOfAction(section)) {
      const leads = section.passages.some(({ kind }) => kind !== 'text') ? [] : leadInsOf(section);
      if (leads.length > 0) {
        readLeadIns(section, leads, help, plan);
        continue;
      }
      // Lines of a letterhead say when and where the document was made.
      const body = section.passages.filter(
        ({ place, text }) =>
          place !== page.datePlace &&
          place !== page.titlePlace &&
          (section.depth > 0 || text === '' || text.length > SHORT_LINE || /[.;:]$/.test(text)),
      );
      const content = contentOf(body, undefined, help, false);
      plan.commitments.push(...content.deliverables);
      plan.unread.push(
        ...content.unread.filter(({ table }) => table !== undefined && looksLikeData(table.rows.length)),
      );
    }
  }
  return { ...plan, commitments: withoutDoubles(plan.commitments), labels: roles.labels };
}

/** The sections inside one, which stand right behind it. */
function insideOf(sections: readonly Section[], index: number): readonly Section[] {
  const section = sections[index];
  const inside: Section[] = [];
  for (let at = index + 1; at < sections.length; at++) {
    const one = sections[at];
    if (!section || !one || !isInside(one, section)) {
      break;
    }
    inside.push(one);
  }
  return inside;
}

/** A line of a title page. */
const SHORT_LINE = 160;

function* ancestors(section: Section): Iterable<Section> {
  for (let one = section.parent; one; one = one.parent) {
    yield one;
  }
}

/** Commitments without those that say in fewer words, or in more, what another one with the same deadline says. */
function withoutDoubles(commitments: readonly FoundDeliverable[]): readonly FoundDeliverable[] {
  const kept = new Map<string | undefined, { readonly words: ReadonlySet<string> }[]>();
  return commitments.filter((one) => {
    const { due } = one.deadline;
    const words = new Set(one.title.toLowerCase().match(/\p{L}{4,}|\d+/gu) ?? []);
    const others = kept.get(due) ?? [];
    const isDouble = others.some((other) => {
      const shared = [...words].filter((word) => other.words.has(word)).length;
      return shared > 1 && shared >= Math.min(other.words.size, words.size);
    });
    // Many with one deadline are compared with the first ones only: the time is in proportion to their number.
    if (!isDouble && due !== undefined && others.length < MOST_COMPARED) {
      kept.set(due, [...others, { words }]);
    }
    return !isDouble;
  });
}

const MOST_COMPARED = 50;

function looksLikeData(rows: number): boolean {
  return rows > 1;
}

function actionOf(
  section: Section,
  inner: readonly Section[],
  area: Section | undefined,
  help: ProseHelp,
  unread: Passage[],
  labelledParts: ReadonlySet<Section>,
): FoundAction {
  const own = [...section.passages];
  const labelled = section.labelled;
  let title = section.title;
  const checks: string[] = [];
  if (title === '') {
    const [first] = own;
    if (
      first?.kind === 'text' &&
      first.text.length <= LONGEST_TITLE &&
      fieldOf(first.text.split(':')[0] ?? '') === undefined
    ) {
      title = first.text.replace(/\s*\n\s*/g, ' ').replace(/[.:]$/, '');
      own.shift();
    } else {
      title = headline(first?.text ?? '') || `${labelled?.label ?? 'Action'} ${labelled?.id ?? ''}`.trim();
      checks.push('The source gives no title; this one is made from its first words.');
    }
  }
  const parts = inner.filter((one) => labelledParts.has(one));
  const isPartOf = (one: Section) => parts.some((part) => part === one || isInside(one, part));
  const passages = [
    ...own,
    ...inner.filter((one) => !isPartOf(one)).flatMap((one) => [...headingAsItem(one), ...one.passages]),
  ];
  const line = section.actorsLine === undefined ? undefined : { text: section.actorsLine, place: section.place };
  const isNumbered = labelled !== undefined || section.number !== undefined;
  const content = contentOf(passages, line, help, true, isNumbered);
  unread.push(...content.unread);
  const ofParts = parts.map((part): FoundDeliverable => {
    const partLine = part.actorsLine === undefined ? undefined : { text: part.actorsLine, place: part.place };
    const read = contentOf(part.passages, partLine, help, true);
    return {
      title: part.title || headline(part.passages[0]?.text ?? '') || `${part.labelled?.label} ${part.labelled?.id}`,
      actors: read.actors,
      deadline: read.deadline,
      checks: read.checks,
      place: part.place,
      ...(part.labelled ? { id: part.labelled.id } : {}),
    };
  });
  return {
    id: labelled?.id ?? section.number,
    title,
    area,
    part: area?.number ?? area?.labelled?.id ?? '',
    section: area?.number,
    actors: content.actors,
    deadline: content.deadline,
    deliverables: [...ofParts, ...content.deliverables],
    checks: [...checks, ...content.checks],
    note: content.note,
    place: section.place,
  };
}

const LONGEST_TITLE = 200;

/** A heading inside an action that is a name of a field ("Lead agency") belongs to the text behind it. */
function headingAsItem(section: Section): readonly Passage[] {
  const field = fieldOf(section.title);
  const [first] = section.passages;
  if (field === undefined || field === 'title' || !first || first.kind === 'table') {
    return [];
  }
  return [{ ...first, kind: 'text', text: `${section.title}: ${first.text}` }];
}

function readLeadIns(
  section: Section,
  leads: ReturnType<typeof leadInsOf>,
  help: ProseHelp,
  plan: {
    readonly areas: FoundPlan['areas'][number][];
    readonly actions: FoundAction[];
    readonly commitments: FoundDeliverable[];
  },
): void {
  const first = section.passages.indexOf(leads[0]?.passage ?? (section.passages[0] as Passage));
  plan.commitments.push(...section.passages.slice(0, first).flatMap((passage) => undertakingsIn(passage, help, false)));
  for (const lead of leads) {
    const key = lead.title === '' ? undefined : lead;
    if (key) {
      plan.areas.push({ key, title: lead.title });
    }
    const asked = undertakingsIn(lead.passage, help, false)[0]?.actors ?? [];
    for (const item of lead.items) {
      const [one, ...others] = listedParagraph(item, help);
      if (!one) {
        continue;
      }
      plan.actions.push({
        id: undefined,
        title: one.title,
        area: key,
        part: '',
        section: undefined,
        actors: one.actors.length > 0 ? one.actors : asked,
        deadline: one.deadline,
        deliverables: others,
        checks: one.checks,
        place: one.place,
      });
    }
  }
}
