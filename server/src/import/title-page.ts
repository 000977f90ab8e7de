import type { IsoDay, PolicyDate } from '../model/date';
import { findCitations } from '../parse/citations';
import { findDates, isDateProblem, readDate } from '../parse/dates';
import { foreignDatesIn } from './foreign-dates';
import type { Passage } from './passages';

/** What a title page says. */
export interface TitlePage {
  readonly title: string;
  readonly titlePlace: number | undefined;
  readonly references: readonly string[];
  readonly date: IsoDay | undefined;
  readonly datePlace: number | undefined;
  /** EDTF. */
  readonly period: string | undefined;
  readonly checks: ReadonlyMap<'title' | 'reference' | 'date' | 'period', readonly string[]>;
}

/**
 * Reads title, references, day and period from the first passages of a document.
 *
 * @param passages those before the first section, with the headings among them
 * @param all the whole document, for a period that its introduction gives
 */
export function readTitlePage(passages: readonly Passage[], all: readonly Passage[], today: IsoDay): TitlePage {
  const checks = new Map<'title' | 'reference' | 'date' | 'period', readonly string[]>();
  const front = passages.slice(0, MOST_PASSAGES);
  const dated = dayOf(front, today);
  const title = titleOf(front) ?? titleOf(all.slice(0, FEW_PASSAGES));
  if (title?.isSure !== true && title) {
    checks.set('title', ['The title is told by its place at the beginning of the document.']);
  }
  if (dated && !dated.isOneDay) {
    checks.set('date', [`The source says “${dated.words}”; its first day is taken.`]);
  }
  const inTitle = title ? periodIn(title.text, today) : undefined;
  const stated = inTitle === undefined ? statedPeriod(all, today) : undefined;
  if (stated) {
    checks.set('period', [`Read from “${stated.words}”.`]);
  }
  return {
    title: title?.text ?? '',
    titlePlace: title?.place,
    references: referencesOf(front),
    date: dated?.day,
    datePlace: dated?.place,
    period: inTitle ?? stated?.period,
    checks,
  };
}

const MOST_PASSAGES = 40;
const FEW_PASSAGES = 6;

function titleOf(
  front: readonly Passage[],
): { readonly text: string; readonly place: number; readonly isSure: boolean } | undefined {
  const named = front.flatMap(({ text, place }) => {
    const match = /(?:^|\s)(?:Subject|Title|Objet|Titre|Betreff|Asunto|Oggetto|Onderwerp)\s*:\s*(.{8,300})$/mu.exec(
      text,
    );
    return match ? [{ text: clean(match[1] ?? ''), place, isSure: true }] : [];
  })[0];
  if (named) {
    return named;
  }
  const headings = front.filter(({ kind }) => kind === 'heading');
  const highest = Math.min(...headings.map(({ level }) => level));
  const [only, ...more] = headings.filter(({ level }) => level === highest);
  const isAbove = only !== undefined && more.length === 0 && headings.length > 1 && only === headings[0];
  const heading = headings.find(({ text }) => !/^\d/.test(text));
  if (isAbove && /^\d/.test(only.text) && heading?.level !== 1) {
    return { text: clean(only.text.replace(/^[\d.]+\s*/u, '')), place: only.place, isSure: false };
  }
  if (heading && heading.level === 1) {
    return { text: clean(heading.text), place: heading.place, isSure: true };
  }
  // "COMMUNICATION FROM THE COMMISSION …", and in the next line "on the EU roadmap to …".
  const about = front.findIndex(
    ({ text }, index) =>
      index > 0 &&
      index < 12 &&
      text.length < LONGEST_TITLE &&
      /^(?:on|for|concerning|regarding|sur|über)\s+(?:the|an?)\s+\p{L}/u.test(text),
  );
  const on = about < 0 ? undefined : front[about];
  if (on) {
    return { text: upperFirst(clean(on.text).replace(/^\p{L}+\s+(?:the|an?)\s+/u, '')), place: on.place, isSure: true };
  }
  if (heading) {
    return { text: clean(heading.text), place: heading.place, isSure: true };
  }
  const candidates = front
    .slice(0, 14)
    .filter(({ text }) => !/[.;,:]$/.test(text) && !NO_TITLE.test(text))
    .map((passage) => ({ text: clean(passage.text), place: passage.place }))
    .filter(({ text }) => text.length >= 12 && text.length <= LONGEST_TITLE);
  const longest = candidates.reduce<(typeof candidates)[number] | undefined>(
    (best, one) => (best && best.text.length >= one.text.length ? best : one),
    undefined,
  );
  return longest && { ...longest, isSure: false };
}

const LONGEST_TITLE = 240;

/** Lines of letterheads. */
const NO_TITLE =
  /^(?:\p{Lu}\p{Ll}+,\s+(?:the\s+)?\d|(?:From|To|No\.|Cc|Date|Delegations|Adopted)\b|https?:|[\p{Lu}\s]{1,24}$|(?:\p{Lu}{2,} \d+\s*)+$)/u;

/** A title without line breaks, its number and the day behind it. */
function clean(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/,?\s+(?:of\s+)?\d{1,2}\s+\p{Lu}\p{Ll}+\s+\d{4}\s*$/u, '')
    .replace(/^(?:Session|Item|Agenda item)\s+\d+\s*[.:]\s*/iu, '')
    .replace(/\s+/g, ' ')
    .replace(/[.;:,]$/, '')
    .trim();
}

function dayOf(
  front: readonly Passage[],
  today: IsoDay,
): { day: IsoDay; place: number; words: string; isOneDay: boolean } | undefined {
  for (const { text, place } of front) {
    if (text.length > LONGEST_DATE_LINE) {
      continue;
    }
    for (const { date, start, end } of [...findDates(text, today), ...foreignDays(text, today)]) {
      const isShort =
        date.earliest !== null && date.latest !== null && date.latest.slice(0, 7) === date.earliest.slice(0, 7);
      if (isShort && date.earliest !== null && date.edtf.length >= 10 && /\d{4}/.test(text.slice(start, end))) {
        return { day: date.earliest, place, words: text.slice(start, end), isOneDay: date.earliest === date.latest };
      }
    }
  }
  return undefined;
}

/** Days that another language says: "22 juni 2021", "30 de junio de 2026". */
function foreignDays(
  text: string,
  today: IsoDay,
): readonly { readonly date: PolicyDate; readonly start: number; readonly end: number }[] {
  // In a sentence a day is that of something else.
  const isLine = text.length <= LONGEST_FOREIGN_LINE && (ADOPTED.test(text) || !/[.!?:]$/.test(text));
  return (isLine ? foreignDatesIn(text) : []).flatMap(({ start, end, english, isQualified }) => {
    const date = readDate(english, today);
    return isQualified || isDateProblem(date) ? [] : [{ date, start, end }];
  });
}

const LONGEST_FOREIGN_LINE = 90;

/** "Approved on", "Done at" at the start of a line. */
const ADOPTED =
  /^(?:Aprovad|Aprobad|Approvat|Adopté|Adoptad|Adottat|Beschlossen|Verabschiedet|Vastgesteld|Goedgekeurd|Antage[nt]|Beslutad|Vedtaget|Przyjęt|Zatwierdzon|Fait à|Hecho en|Fatto a|Feito em|Geschehen zu|Gedaan te)/u;

const LONGEST_DATE_LINE = 160;

/** Documents that a line of the title page names as its own: short lines that do not say whose number it is. */
function referencesOf(front: readonly Passage[]): readonly string[] {
  const found = front.slice(0, 16).flatMap(({ text }) =>
    text.split('\n').flatMap((line) => {
      if (line.length > 90 || /^(?:No\.? prev|Prev|Subject|Previous|See|Having regard)/iu.test(line)) {
        return [];
      }
      const alone = /^\s*(\d{4,5}\/(?:\d\/)?\d{2}(?:\s+(?:REV|ADD|COR)\s*\d+)*)\s*$/u.exec(line);
      if (alone) {
        return [`ST ${alone[1]}`];
      }
      return findCitations(line).map(({ span }) => line.slice(span.start, span.end));
    }),
  );
  return [...new Set(found)].slice(0, 4);
}

function periodIn(text: string, today: IsoDay): string | undefined {
  const match = /(?<!\d)(20\d{2})\s*(?:[-–—/]|to|and)\s*(20)?(\d{2})(?!\d)/u.exec(text);
  if (match && Number(`20${match[3]}`) > Number(match[1])) {
    return `${match[1]}/20${match[3]}`;
  }
  const one = findDates(text, today).find(({ date }) => /^\d{4}\/\d{4}$/.test(date.edtf));
  return one?.date.edtf;
}

/** "These actions are to be implemented in 2024 and 2025". */
function statedPeriod(
  all: readonly Passage[],
  today: IsoDay,
): { readonly period: string; readonly words: string } | undefined {
  for (const { text } of all.slice(0, MOST_PASSAGES)) {
    for (const match of text
      .slice(0, 4000)
      .matchAll(
        /\b(?:actions?|measures?|plan|programme|program|roadmap|strategy|commitments?)\b[^.]{0,60}\b(?:implemented|carried out|covers?|runs?|delivered|takes? place|applies)\b([^.]{0,60})/giu,
      )) {
      const range = findDates(match[1] ?? '', today).find(({ date }) => /^\d{4}\/\d{4}$/.test(date.edtf));
      if (range) {
        return { period: range.date.edtf, words: (match[1] ?? '').slice(range.start, range.end).trim() };
      }
    }
  }
  return undefined;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
