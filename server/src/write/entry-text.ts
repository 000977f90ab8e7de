import type { ActorRegister } from '../model/actor';
import { actorInUse, unmistakableName } from '../model/actor-names';
import type { IsoDay } from '../model/date';
import { type Action, actionLabel, type Deadline, type Deliverable, type Roadmap } from '../model/roadmap';
import { BUILT_IN_STATUSES } from '../model/status';
import { isDateProblem, readDate } from '../parse/dates';
import { yamlScalar } from './yaml-scalar';

/** What stands where only the author knows the words. */
export interface Blanks {
  /** Known words, as they have to be written. */
  text(words: string): string;
  /** A blank for words of this kind ("status"); `choices` are the usual ones. */
  blank(what: string, choices?: readonly string[]): string;
}

/** Blanks for a text that is not a snippet: "[insert status]", which `placeholder-left` finds. */
export const PLAIN_BLANKS: Blanks = {
  text: (words) => words,
  blank: (what) => `[insert ${what}]`,
};

/** A text in which “[insert …]” stands for what only the author knows, with these blanks in the place of that. */
export function withBlanks(text: string, { text: words, blank }: Blanks): string {
  const parts = text.split(/\[insert ([^\]]+)\]/);
  return parts.map((part, index) => (index % 2 === 0 ? words(part) : blank(part))).join('');
}

/** Whether a text leaves something to the author, by “[insert …]”. */
export function hasBlank(text: string): boolean {
  return /\[insert [^\]]+\]/.test(text);
}

/** How the entries of a report are written. */
export type EntryStyle =
  /** `level` of the headings, 1 to 6; 0 for titles without marks, as text pasted from Word has them. */
  | { readonly format: 'markdown'; readonly level: number }
  /** Columns before the dash. */
  | { readonly format: 'yaml'; readonly indent: number };

/** What an entry is written for. */
export interface EntrySubject {
  readonly roadmap: Roadmap;
  readonly action: Action;
  readonly register: ActorRegister;
  /** Actors are called by the names that are in use on that day. */
  readonly asOf: IsoDay;
  /** Whether the entry has to say which roadmap it is about, because the report is on others as well. */
  readonly qualified: boolean;
}

/** The lines of the title that stands above the entries of an area. Without a closing blank line. */
export function areaLines(title: string, style: EntryStyle): readonly string[] {
  return style.format === 'markdown'
    ? [`${'#'.repeat(style.level)} ${oneLine(title)}`]
    : [`${' '.repeat(style.indent)}- section: ${yamlScalar(oneLine(title))}`];
}

/** The lines of one entry: its action, actors and deadlines, with blanks for what happened. Without a closing blank line. */
export function entryLines(subject: EntrySubject, style: EntryStyle, blanks: Blanks = PLAIN_BLANKS): readonly string[] {
  return style.format === 'markdown'
    ? markdownLines(subject, style.level, blanks)
    : yamlLines(subject, style.indent, blanks);
}

/** The source's own words for a deadline where they are read as the same days, else EDTF; undefined without a date. */
export function deadlineWords({ due, stated }: Deadline): string | undefined {
  if (!due || stated === undefined) {
    return due?.edtf;
  }
  const read = readDate(stated, due.latest ?? due.earliest ?? '2000-01-01');
  const isSame = !isDateProblem(read) && read.earliest === due.earliest && read.latest === due.latest;
  return isSame ? stated : due.edtf;
}

function markdownLines(subject: EntrySubject, level: number, { text, blank }: Blanks): readonly string[] {
  const { roadmap, action, register, qualified } = subject;
  const label = `${actionLabel(roadmap, action.id)}${qualified ? ` (${roadmap.id})` : ''}`;
  const mark = level === 0 ? '' : `${'#'.repeat(level)} `;
  const actors = actorsOf(action.actors, subject).map((actor) => unmistakableName(register, actor));
  const due = dated(action.deliverables);
  return [
    text(`${mark}${label}: ${oneLine(action.title)}`),
    '',
    `- **Status:** ${blank('status', STATUS_NAMES)}`,
    ...(actors.length > 0 ? [text(`- **Actors:** ${actors.join(', ')}`)] : []),
    ...deadlineLine(action.deadline).map(text),
    '',
    blank('what was done, by whom and when'),
    ...(due.length > 0 ? ['', '**Deliverables**', ''] : []),
    ...due.flatMap((one) => {
      const name = roadmap.numbering === 'own' ? oneLine(one.title) : `${one.id} ${oneLine(one.title)}`;
      const status = `${text(`- ${name}: `)}${blank('status', STATUS_NAMES)}`;
      return [status, ...deadlineLine(one.deadline).map((line) => text(`  ${line}`))];
    }),
    '',
    '**Next steps**',
    '',
    `- ${blank('who will do what by when')}`,
  ];
}

function yamlLines(subject: EntrySubject, indent: number, { text, blank }: Blanks): readonly string[] {
  const { roadmap, action, qualified } = subject;
  const actors = actorsOf(action.actors, subject).map((actor) => actor.id);
  const id = qualified ? `${roadmap.id}:${action.id}` : action.id;
  const due = dated(action.deliverables);
  const quotedBlank = (what: string, choices?: readonly string[]) => `"${blank(what, choices)}"`;
  const lines = [
    text(`- action: ${yamlScalar(id)} # ${oneLine(action.title)}`),
    `  status: ${quotedBlank('status', STATUS_IDS)}`,
    ...(actors.length > 0 ? [text(`  actors: [${actors.join(', ')}]`)] : []),
    ...(action.deadline.due ? [text(`  due: ${yamlScalar(action.deadline.due.edtf)}`)] : []),
    '  text: |',
    `    ${blank('what was done, by whom and when')}`,
    ...(due.length > 0 ? ['  deliverables:'] : []),
    ...due.flatMap((one) => [
      text(`    - deliverable: ${yamlScalar(one.id)} # ${oneLine(one.title)}`),
      `      status: ${quotedBlank('status', STATUS_IDS)}`,
      ...(one.deadline.due ? [text(`      due: ${yamlScalar(one.deadline.due.edtf)}`)] : []),
    ]),
    '  next:',
    `    - text: ${quotedBlank('who will do what by when')}`,
  ];
  return lines.map((line) => ' '.repeat(indent) + line);
}

const STATUS_IDS = BUILT_IN_STATUSES.map(({ status }) => status);
const STATUS_NAMES = BUILT_IN_STATUSES.map(({ status, names }) => names[0] ?? status);

/** The actors with these ids, under the names that are in use; each once. */
function actorsOf(ids: readonly string[], { register, asOf }: EntrySubject) {
  const actors = ids.flatMap((id) => register.byId(id) ?? []).map((actor) => actorInUse(register, actor, asOf));
  return [...new Set(actors)];
}

/** The deliverables that are due by some day: the others would make an entry longer than its text. */
function dated(deliverables: readonly Deliverable[]): readonly Deliverable[] {
  return deliverables.filter(({ deadline }) => deadline.due !== undefined);
}

function deadlineLine(deadline: Deadline): readonly string[] {
  const words = deadlineWords(deadline);
  return words === undefined ? [] : [`- **Deadline:** ${words}`];
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
