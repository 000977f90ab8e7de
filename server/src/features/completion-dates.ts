import { formatDay, type IsoDay } from '../model/date';
import { actionOf, type Deliverable } from '../model/roadmap';
import { isDateProblem, readDate } from '../parse/dates';
import { yamlScalar } from '../write/yaml-scalar';
import type { CompletionContext, ValueSlot } from './completion';
import { describeDate } from './describe-date';
import type { CompletionItem } from './feature-types';

/** Dates for a field: the roadmap's deadlines for `due`, days around the as-of date, stretches of time ahead. */
export function completeDates(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const { asOf, report } = context.analysed;
  const typed = report.text.slice(slot.typed.start, slot.typed.end);
  const words =
    slot.value === 'due'
      ? deadlinesHere(context)
      : slot.value === 'revised' || slot.value === 'next-due'
        ? ahead(asOf.day).map((text) => ({ text, detail: '' }))
        : [{ text: dayText(asOf.day, slot), detail: 'the as-of date' }, ...today(slot, context)];
  const seen = new Set<string>();
  return words.flatMap(({ text, detail }, index): readonly CompletionItem[] => {
    const date = readDate(text, asOf.day);
    if (seen.has(text) || isDateProblem(date)) {
      return [];
    }
    seen.add(text);
    return [
      {
        label: text,
        kind: 'date',
        ...(detail === '' ? {} : { detail }),
        documentation: describeDate(date, text, asOf.day),
        sortText: String(index).padStart(3, '0'),
        filterText: /^["']/.test(typed) ? `${typed[0]}${text}` : text,
        edit: { span: slot.typed, newText: slot.format === 'yaml' ? yamlScalar(text) : text },
        snippet: false,
      },
    ];
  });
}

/** The deadlines of the entry's actions in the source's own words. */
function deadlinesHere({ analysed, section }: CompletionContext): readonly { text: string; detail: string }[] {
  return (section?.actions ?? []).flatMap((reference) => {
    const roadmap = analysed.roadmaps.find((one) => one.id === reference.roadmap);
    const action = roadmap && actionOf(roadmap, reference.action);
    const items: readonly Pick<Deliverable, 'deadline' | 'title'>[] = action ? [action, ...action.deliverables] : [];
    return items.flatMap(({ deadline, title }) =>
      deadline.due ? [{ text: deadline.stated ?? deadline.due.edtf, detail: title }] : [],
    );
  });
}

/** Ends of coming quarters and half years, as people write them. */
function ahead(day: IsoDay): readonly string[] {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const all = [
    `mid-${year}`,
    `autumn ${year}`,
    `end of ${year}`,
    `first quarter of ${year + 1}`,
    `mid-${year + 1}`,
    `end of ${year + 1}`,
  ];
  const past = month > 9 ? 2 : month > 6 ? 1 : 0;
  return all.slice(past);
}

function today(
  slot: ValueSlot,
  { snapshot, analysed }: CompletionContext,
): readonly { text: string; detail: string }[] {
  return snapshot.today === analysed.asOf.day ? [] : [{ text: dayText(snapshot.today, slot), detail: 'today' }];
}

function dayText(day: IsoDay, slot: ValueSlot): string {
  return slot.format === 'yaml' ? day : formatDay(day);
}
