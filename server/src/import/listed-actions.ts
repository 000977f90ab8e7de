import { contentOf, deliverableOfRow, listedParagraph } from './action-content';
import type { FoundAction, FoundPlan } from './find-actions';
import { readTable, type TableRow } from './milestone-tables';
import type { Section } from './outline';
import type { Passage } from './passages';
import type { ProseHelp } from './undertakings';

/** Whether a heading only says what its list or table holds: "Actions", "Maßnahmen". */
export function isGenericTitle(title: string): boolean {
  return GENERIC.test(title.trim());
}

const GENERIC =
  /^(?:(?:key|main|required|planned|proposed|priority|recommended|specific|policy|new|our|the|list of|table of|summary of)\s+)*(?:actions?(?: (?:plan|points?|items?|list|table))?|measures?|commitments?|recommendations?|initiatives?|ma(?:ß|ss)nahmen(?:katalog|plan)?|handlungsempfehlungen|mesures|plan d['’]actions?|engagements|medidas|acciones|compromisos|plan de acción|azioni|misure|impegni|acties|maatregelen|åtgärder|tiltag|działania|zadania|opatření|medidas|ações|ukrepi|mjere|intézkedések|toimenpiteet|acțiuni|măsuri)$/iu;

/**
 * Rows of a table that are actions themselves: its column of titles is called so, or its heading is, and nothing else is
 * numbered.
 */
export function rowsOfActions(section: Section, isLabelled: boolean): readonly TableRow[] | undefined {
  const tables = section.passages.flatMap(({ table }) => (table ? [table] : []));
  if (isLabelled || tables.length !== 1 || section.passages.some(({ kind }) => kind === 'item')) {
    return undefined;
  }
  const [table] = tables;
  const read = table && readTable(table);
  const isActions = read && read.rows.length > 1 && (ACTIONS.test(read.titleName) || isGenericTitle(section.title));
  return isActions ? read.rows : undefined;
}

const ACTIONS =
  /\b(?:actions?|measures?|commitments?|initiatives?|projects?|recommendations?|tasks?|ma(?:ß|ss)nahmen?|mesures?|engagements?|medidas?|compromisos?|azion[ei]|misur[ae]|acties?|maatregel(?:en)?)(?![\p{L}])|acci(?:ón|ones)|åtgärd|tiltag|działani|opatřen/u;

/**
 * Rows as actions; where a column says what they belong to, that is their area.
 *
 * @param around the area of all of them, where no column says it
 */
export function actionsOfRows(
  rows: readonly TableRow[],
  around: () => Section | undefined,
  areas: FoundPlan['areas'][number][],
  help: ProseHelp,
): readonly FoundAction[] {
  const names = new Set(rows.map(({ fields }) => fields.get('area')?.text ?? ''));
  const hasAreas = names.size > 1 && !names.has('');
  const section = hasAreas ? undefined : around();
  return rows.map((row) => {
    const name = row.fields.get('area')?.text ?? '';
    if (hasAreas && !areas.some(({ key }) => key === name)) {
      areas.push({ key: name, title: name });
    }
    const { id, title, actors, deadline, checks, note, place } = deliverableOfRow(row, help);
    const written = (row.fields.get('title')?.text ?? '').replace(/\s*\n\s*/g, ' ').replace(/[.;,]\s*$/, '');
    return {
      id,
      // A phrase is the action's title; of a sentence its head is.
      title: written.length <= LONGEST_TITLE && !SENTENCE.test(written) ? written : title,
      area: hasAreas ? name : section,
      part: section?.number ?? '',
      section: section?.number,
      actors,
      deadline,
      deliverables: [],
      checks,
      note,
      place,
    };
  });
}

const LONGEST_TITLE = 160;
const SENTENCE = /\b(?:will|shall|should|must)\s|[.!?]\s/u;

/** The items of a section whose heading only says that they are actions; undefined for another section. */
export function listOfActions(section: Section): readonly Passage[] | undefined {
  const items = section.passages.filter(({ kind }) => kind === 'item');
  const top = items.filter(({ level }) => level === items[0]?.level);
  const hasFields = section.actorsLine !== undefined || section.passages.some(({ table }) => table !== undefined);
  return isGenericTitle(section.title) && top.length > 1 && !hasFields ? items : undefined;
}

/** Items as actions, those below them as their deliverables. */
export function actionsOfList(
  items: readonly Passage[],
  section: Section | undefined,
  help: ProseHelp,
): readonly FoundAction[] {
  const level = items[0]?.level ?? 0;
  return items.flatMap((item, index) => {
    const [one, ...others] = item.level === level ? listedParagraph(item, help) : [];
    if (!one) {
      return [];
    }
    const next = items.findIndex((other, at) => at > index && other.level <= level);
    const below = items.slice(index + 1, next < 0 ? items.length : next);
    return [
      {
        id: undefined,
        title: one.title,
        area: section,
        part: section?.number ?? '',
        section: section?.number,
        actors: one.actors,
        deadline: one.deadline,
        deliverables: [...others, ...contentOf(below, undefined, help, true).deliverables],
        checks: one.checks,
        place: one.place,
      },
    ];
  });
}
