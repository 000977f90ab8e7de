import type { WrittenDeadline } from '../write/roadmap-text';
import { type Announcement, announcesDuties, announcesEffects, readAnnouncement, withAnnounced } from './announcements';
import { readDeadlineField } from './deadlines';
import { foreignTitle } from './foreign-titles';
import { GRAMMARS } from './foreign-verbs';
import { fieldsOfItem, withFields } from './item-fields';
import { type FieldKind, fieldsIn } from './labels';
import { saidIn, wholeItem } from './listed-items';
import { readTable, type TableCell, type TableRow } from './milestone-tables';
import type { Passage } from './passages';
import { headline, titleFrom } from './short-titles';
import { type ProseHelp, type Undertaking, undertakingsIn, undertakingsInFootnotes } from './undertakings';
import { baseVerbAt } from './verbs';

/** A deliverable as it is found, before it has an id. */
export interface FoundDeliverable extends Undertaking {
  readonly note?: string;
  /** The id that a column of the table gives it. */
  readonly id?: string;
}

/** What the text behind an action's heading says. */
export interface FoundContent {
  readonly actors: readonly string[];
  readonly deadline: WrittenDeadline;
  readonly checks: readonly string[];
  /** What the source says of the action besides: a deadline that is struck out. */
  readonly note: string | undefined;
  readonly deliverables: readonly FoundDeliverable[];
  /** Tables that no name of a column tells what they are. */
  readonly unread: readonly Passage[];
}

/**
 * Reads what stands behind an action's heading: lines and tables with its actors and deadline, lists and tables of
 * deliverables, and prose.
 *
 * @param actorsLine what the heading itself says behind "Main actors:"
 * @param isAction whether it is an action's; else a field has nothing to belong to, and lists are no commitments by
 *   themselves
 * @param isNumbered the document itself says that it is an action: all that is listed is part of it
 */
export function contentOf(
  passages: readonly Passage[],
  actorsLine: { readonly text: string; readonly place: number } | undefined,
  help: ProseHelp,
  isAction: boolean,
  isNumbered = true,
): FoundContent {
  const content = new Content(
    help,
    isAction,
    passages.some(
      (passage) =>
        passage.kind === 'item' && fieldsIn(passage.text).length === 0 && isCommitment(passage, help, isNumbered),
    ),
    isNumbered,
  );
  if (actorsLine) {
    content.addField('actors', { text: actorsLine.text, struck: [], bold: [] }, actorsLine.place);
  }
  for (const [index, passage] of passages.entries()) {
    content.add(passage, passages[index - 1]);
  }
  return content;
}

class Content implements FoundContent {
  actors: readonly string[] = [];
  deadline: WrittenDeadline = {};
  checks: readonly string[] = [];
  note: string | undefined;
  readonly deliverables: FoundDeliverable[] = [];
  readonly unread: Passage[] = [];
  private leadIn: Passage | undefined;
  private announced: Announcement | undefined;
  /** Whether what is listed here is undertaken because the line in front of it says so. */
  private isDuty = false;
  /** Whether what is listed here is what comes of it rather than what is done. */
  private isEffect = false;
  /** The series of the item that says so. */
  private duty: string | undefined;
  /** Depth of the outermost item. */
  private top = Number.POSITIVE_INFINITY;
  /** Titles, and titles with deadlines, of what was found. */
  private readonly titles = new Set<string>();

  constructor(
    private readonly help: ProseHelp,
    private readonly isAction: boolean,
    private readonly hasItems: boolean,
    private readonly isNumbered: boolean,
  ) {}

  add(passage: Passage, before: Passage | undefined): void {
    if (passage.kind === 'table') {
      this.addTable(passage);
      return;
    }
    this.addText(passage, before);
    this.push(undertakingsInFootnotes(passage, this.help));
  }

  private addText(passage: Passage, before: Passage | undefined): void {
    const lines = this.isAction ? fieldsIn(passage.text) : [];
    const [line] = lines;
    if (line && line.field !== 'description' && line.field !== 'measure') {
      for (const { field, value } of lines) {
        this.addField(field, { text: value, struck: field === 'date' ? passage.struck : [], bold: [] }, passage.place);
      }
      return;
    }
    if (passage.kind === 'item') {
      this.addItem(passage, before);
      return;
    }
    const isOpen = passage.text.endsWith(':');
    this.leadIn = isOpen ? passage : undefined;
    this.isDuty = announcesDuties(passage.text);
    this.isEffect = announcesEffects(passage.text);
    this.duty = undefined;
    this.announced = isOpen
      ? readAnnouncement(passage.text, this.help, passage.place)
      : this.announced && { ...this.announced, actors: [] };
    const found = undertakingsIn(passage, this.help, false);
    // Beside a list of commitments prose explains them; what has a day of its own is one more.
    const isBeside = this.isAction && this.hasItems && this.announced?.deadline === undefined;
    this.push(isBeside ? found.filter(({ deadline }) => deadline.due !== undefined) : found);
  }

  addField(field: FieldKind, cell: TableCell, place: number): void {
    switch (field) {
      case 'actors':
        this.actors = [...new Set([...this.actors, ...this.help.actors.list(cell.text, place)])];
        break;
      case 'date': {
        const { deadline, checks, note } = deadlineOf(cell, this.help);
        if (this.deadline.due === undefined && this.deadline.stated === undefined) {
          this.deadline = deadline;
          this.checks = [...this.checks, ...checks];
          this.note = note;
        }
        break;
      }
      default:
        break;
    }
  }

  private addItem(passage: Passage, before: Passage | undefined): void {
    if (passage.level > 0 && before?.kind === 'item' && before.level < passage.level) {
      this.leadIn = before.text.endsWith(':') ? before : this.leadIn;
    }
    this.top = Math.min(this.top, passage.level);
    const isDetail = passage.level > this.top && this.leadIn === undefined;
    this.closeDuty(passage);
    const isPossible = (this.isAction || this.isDuty) && !isDetail && !this.isEffect;
    const fields = isPossible ? fieldsOfItem(passage, this.help) : undefined;
    const isListed =
      isPossible &&
      (this.isDuty || fields?.deadline !== undefined || isCommitment(passage, this.help, this.isNumbered));
    const { name, rest } = namedItem(fields?.rest ?? passage);
    const isImperative = isListed && isImperativeText(rest.text, this.help);
    const isOpen = passage.text.endsWith(':');
    const found = isImperative
      ? listedParagraph(rest, this.help)
      : undertakingsIn(rest, this.help, isListed && !isOpen);
    const kept = isListed ? found : found.filter(({ deadline }) => deadline.due !== undefined || !isDetail);
    const [first, ...others] = fields ? kept.map((one, at) => (at === 0 ? withFields(one, fields) : one)) : kept;
    // A bold lead-in is what the source calls it.
    this.push(first ? [name === undefined ? first : { ...first, title: name }, ...others] : []);
    this.openDuty(passage);
  }

  /** "3. The institutions must urgently:" in front of "a)": an item may say that those behind it are undertaken. */
  private openDuty(item: Passage): void {
    if (announcesDuties(item.text)) {
      this.duty = seriesOf(item);
      this.isDuty = true;
      this.announced = readAnnouncement(item.text, this.help, item.place) ?? this.announced;
    }
  }

  /** The next item beside the one that said so is of its own. */
  private closeDuty(item: Passage): void {
    if (this.duty !== undefined && this.duty === seriesOf(item)) {
      this.duty = undefined;
      this.isDuty = false;
      this.announced = undefined;
    }
  }

  private addTable(passage: Passage): void {
    const read = passage.table && readTable(passage.table);
    if (!read) {
      this.unread.push(passage);
      return;
    }
    for (const { field, cell, place } of read.fields) {
      this.addField(field, cell, place);
    }
    this.deliverables.push(...read.rows.map((row) => deliverableOfRow(row, this.help)));
  }

  private push(found: readonly Undertaking[]): void {
    for (const read of found) {
      const one = withAnnounced(read, this.announced);
      const key = `${one.title}\n${one.deadline.due ?? ''}`;
      const isDouble = this.titles.has(one.deadline.due === undefined ? one.title : key);
      if (!isDouble) {
        this.titles.add(key).add(one.title);
        this.deliverables.push(one);
      }
    }
  }
}

/** Whether an item of a list is a commitment by itself: of other lists than those of a numbered action, by its first words. */
function isCommitment({ text, marker }: Passage, { language }: ProseHelp, isNumbered: boolean): boolean {
  return language === 'en' || isNumbered || /[\p{L}\d]/u.test(marker ?? '') || GRAMMARS[language].start.test(text);
}

/** Items that stand beside each other are as deep and numbered alike. */
function seriesOf({ level, marker }: Passage): string {
  return `${level} ${/\d/.test(marker ?? '') ? 'figure' : /\p{L}/u.test(marker ?? '') ? 'letter' : 'bullet'}`;
}

/** Bold words at the start of an item that are its name, and what stands behind them. */
function namedItem(passage: Passage): { readonly name: string | undefined; readonly rest: Passage } {
  const [bold] = passage.bold;
  const lead = bold?.start === 0 ? passage.text.slice(0, bold.end) : '';
  const behind = /^\s*[.:–—-]?\s+/u.exec(passage.text.slice(lead.length))?.[0] ?? '';
  const words = lead.split(' ').length;
  const isName = lead !== '' && words <= LONGEST_LEAD && /[.:–—-]/u.test(lead.slice(-1) + behind);
  const at = lead.length + behind.length;
  if (!isName || passage.text.length - at < SHORTEST_REST) {
    return { name: undefined, rest: passage };
  }
  const parts = passage.parts.map((part) => ({ ...part, offset: Math.max(0, part.offset - at) }));
  const rest = { ...passage, text: passage.text.slice(at), bold: [], parts };
  return { name: lead.replace(/\s*[.:–—-]\s*$/u, ''), rest };
}

const LONGEST_LEAD = 12;
const SHORTEST_REST = 12;

/** A row of a table as a deliverable. */
export function deliverableOfRow({ fields, place }: TableRow, help: ProseHelp): FoundDeliverable {
  const title = fields.get('title')?.text ?? '';
  const date = fields.get('date') ?? fields.get('start');
  const read = date ? deadlineOf(date, help) : { deadline: {}, checks: [], note: undefined };
  const start =
    fields.get('date') && fields.get('start')
      ? deadlineOf(fields.get('start') as TableCell, help).deadline.due
      : undefined;
  const actors = fields.get('actors');
  const said = saidIn(title, help, place);
  const id = fields.get('id')?.text;
  const measure = fields.get('measure')?.text;
  const notes = [
    ...(read.note === undefined ? [] : [read.note]),
    ...(start === undefined ? [] : [`From ${start}.`]),
    ...(measure === undefined || measure.length > LONGEST_MEASURE || !/\s/.test(measure)
      ? []
      : [`Measured by: ${measure}`]),
  ];
  return {
    title: said?.title ?? titleOfCell(title, help),
    actors: actors ? help.actors.list(actors.text, place) : (said?.actors ?? []),
    deadline: read.deadline,
    checks: read.checks,
    place,
    ...(id !== undefined && /^[\p{L}\d][\p{L}\d.-]{0,9}$/u.test(id.replace(/\.$/, ''))
      ? { id: id.replace(/\.$/, '') }
      : {}),
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
  };
}

const LONGEST_MEASURE = 80;

/** The words of a cell where they are short enough for a title, else a shorter one. */
function titleOfCell(text: string, { language }: ProseHelp): string {
  const [first = ''] = text.split('\n').filter((line) => line.trim() !== '');
  const line = first
    .replace(/^\s*(?:\d+(?:\.\d+)*[.)]?|[•·–-])\s+/u, '')
    .replace(/[.;,]\s*$/, '')
    .trim();
  if (line.split(/\s+/).length <= MOST_WORDS) {
    return line === '' ? text.trim() : line;
  }
  const verb = baseVerbAt(line);
  return (
    (language !== 'en' && foreignTitle(line, language)) ||
    (verb && titleFrom(verb.verb, line.slice(verb.end))) ||
    headline(line) ||
    line.split(/\s+/).slice(0, MOST_WORDS).join(' ')
  );
}

const MOST_WORDS = 10;

/** The deadline of a cell or line; what is struck out is history. */
function deadlineOf(
  cell: TableCell,
  help: ProseHelp,
): { readonly deadline: WrittenDeadline; readonly checks: readonly string[]; readonly note: string | undefined } {
  const read = readDeadlineField(cell.text, help.style) ?? { deadline: {}, check: undefined };
  const old = cell.struck.map((words) => words.trim()).filter((words) => words !== '');
  return {
    deadline: read.deadline,
    checks: read.check === undefined ? [] : [read.check],
    note: old.length === 0 ? undefined : `Earlier deadline: ${old.join('; ')}.`,
  };
}

/** A passage that is a commitment as a whole, with what else it says by a day. */
export function listedParagraph(passage: Passage, help: ProseHelp): readonly Undertaking[] {
  const found = undertakingsIn(passage, help, false);
  if (help.language === 'en' && DECLARES.test(passage.text)) {
    return found;
  }
  const isPhrase =
    isImperativeText(passage.text, help) ||
    !/^\p{L}+[^.]{0,120}?\b(?:will|shall|should|must|is|are|has|have|can|could)\b/u.test(passage.text.slice(0, 160));
  const whole = isPhrase || found.length === 0 ? wholeItem(passage, help) : undefined;
  return whole
    ? [whole, ...found.filter(({ deadline }) => deadline.due !== undefined && deadline.due !== whole.deadline.due)]
    : found;
}

/** What somebody thinks, feels or knows is no undertaking. */
const DECLARES =
  /^[^.]{0,200}?\b(?:we|(?:the )?(?:Ministers|Council|Heads of State and Government)),?(?: the [^.]{3,120},)?\s+(?:also\s+|further\s+|strongly\s+|fully\s+|hereby\s+){0,2}(?:emphasi[sz]es?|recogni[sz]es?|acknowledges?|reaffirms?|recalls?|notes?|welcomes?|stress(?:es)?|underlines?|underscores?|express(?:es)?|appreciates?|deplores?|condemns?|stands? (?:firm|by)|believes?|consider|(?:is|are) (?:convinced|concerned|aware|mindful|determined)|ha(?:ve|s) (?:met|noted|agreed that))\b/iu;

/** "Redesign the service", but not "redesign will start". */
function isImperativeText(text: string, { language }: ProseHelp): boolean {
  if (language !== 'en') {
    return GRAMMARS[language].start.test(text);
  }
  const verb = baseVerbAt(text);
  return verb !== undefined && !/^\s+(?:will|shall|should|must|is|are|has|have)\b/u.test(text.slice(verb.end));
}
