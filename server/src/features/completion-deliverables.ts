import { actionOf } from '../model/roadmap';
import { yamlScalar } from '../write/yaml-scalar';
import type { CompletionContext, ValueSlot } from './completion';
import { describeDeliverable } from './describe-roadmap';
import type { CompletionItem } from './feature-types';
import { filterTextFor } from './filter-text';

/** Deliverables of the entry's actions, those with a deadline first; Markdown gets the title where ids are invented. */
export function completeDeliverables(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const { analysed, section } = context;
  const typed = analysed.report.text.slice(slot.typed.start, slot.typed.end);
  return (section?.actions ?? []).flatMap((reference) => {
    const roadmap = analysed.roadmaps.find((one) => one.id === reference.roadmap);
    const action = roadmap && actionOf(roadmap, reference.action);
    const reported = new Set(section?.fields.deliverables?.value?.map((item) => item.deliverable));
    return (action?.deliverables ?? []).flatMap((deliverable, index): readonly CompletionItem[] => {
      if (!roadmap) {
        return [];
      }
      const byTitle = slot.format === 'markdown' && roadmap.numbering === 'own';
      const written = byTitle
        ? `${deliverable.title}: `
        : slot.format === 'yaml'
          ? yamlScalar(deliverable.id)
          : deliverable.id;
      const group = reported.has(deliverable.id) ? 2 : deliverable.deadline.due ? 0 : 1;
      return [
        {
          label: byTitle ? deliverable.title : deliverable.id,
          description: byTitle ? '' : deliverable.title,
          kind: 'deliverable',
          detail: deliverable.deadline.stated ?? deliverable.deadline.due?.edtf ?? 'no deadline',
          documentation: describeDeliverable(roadmap, deliverable, context),
          sortText: `${group}${String(index).padStart(4, '0')}`,
          filterText: filterTextFor(
            typed,
            /^["']?\d/.test(typed) || !byTitle ? `${deliverable.id} ${deliverable.title}` : deliverable.title,
          ),
          edit: { span: slot.typed, newText: written },
          snippet: false,
        },
      ];
    });
  });
}
