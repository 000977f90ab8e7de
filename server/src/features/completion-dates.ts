import { formatDay, type IsoDay } from '../model/date';
import { touches } from '../model/span';
import { actionsHere, type CompletionContext, valueItems } from './completion-context';
import type { CompletionItem } from './feature-types';
import { searchNames } from './filter-text';
import type { ValueSlot } from './slot';

/** A date as it would be written, and why it is offered. */
interface DateChoice {
  readonly text: string;
  readonly detail?: string;
}

/**
 * Dates for a field: the roadmap's deadlines for `due`, stretches of time ahead for what is planned, the as-of date and
 * today for what is done.
 */
export function completeDates(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const { day } = context.analysed.asOf;
  const choices = choicesFor(slot, context);
  const texts = choices.map(({ text }) => text);
  const itemOf = valueItems(slot, context);
  return choices.flatMap(({ text, detail }, index) =>
    context.catalogue.dateOf(text, day) === undefined || texts.indexOf(text) < index
      ? []
      : itemOf({
          label: text,
          kind: 'date',
          detail,
          topic: ['date', text],
          sortText: String(index).padStart(3, '0'),
          names: searchNames([text]),
        }),
  );
}

function choicesFor(slot: ValueSlot, context: CompletionContext): readonly DateChoice[] {
  const { analysed, snapshot } = context;
  const written = (day: IsoDay) => (slot.format === 'yaml' ? day : formatDay(day));
  const today = { text: written(snapshot.today), detail: 'today' };
  const asOf = { text: written(analysed.asOf.day), detail: 'the as-of date' };
  const { header } = analysed.report;
  const source = analysed.asOf.from === 'as-of' ? header.asOf : header.date;
  const isTyped = source !== undefined && touches(source.span, context.offset);
  switch (slot.value) {
    case 'due':
      return deadlinesHere(context);
    case 'revised':
    case 'next-due':
      return timesAhead(context);
    case 'completed':
      // Nothing can be completed after the as-of date.
      return snapshot.today > analysed.asOf.day ? [asOf] : [asOf, today];
    default:
      // An as-of date that is being typed would be what is there so far.
      return isTyped ? [today] : [today, asOf];
  }
}

/** The deadlines of the entry's actions, in the source's own words where these can be read; the deliverable's first. */
function deadlinesHere(context: CompletionContext): readonly DateChoice[] {
  const { section, offset } = context;
  const listed = section?.fields.deliverables?.value ?? [];
  const here = listed.find(({ whole }) => section && touches(whole, offset - section.start))?.deliverable;
  const items = actionsHere(context).flatMap(({ action }) => [action, ...action.deliverables]);
  const choices = items.flatMap((item) => {
    const text = context.catalogue.wordsOf(item.deadline);
    return text === undefined ? [] : [{ text, detail: item.title, isHere: item.id === here }];
  });
  return [...choices.filter(({ isHere }) => isHere), ...choices.filter(({ isHere }) => !isHere)];
}

/** Stretches of time that have not passed on the as-of date, as people write them. */
function timesAhead({ analysed, catalogue }: CompletionContext): readonly DateChoice[] {
  const { day } = analysed.asOf;
  const year = Number(day.slice(0, 4));
  const words = [year, year + 1].flatMap((one) => [
    `first quarter of ${one}`,
    `mid-${one}`,
    `autumn ${one}`,
    `end of ${one}`,
  ]);
  return words.flatMap((text) => {
    const latest = catalogue.dateOf(text, day)?.latest ?? null;
    return latest !== null && latest > day ? [{ text }] : [];
  });
}
