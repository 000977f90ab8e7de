import type { Deliverable, Roadmap } from '../model/roadmap';
import { actionsHere, type CompletionContext, isListed, valueItems } from './completion-context';
import type { CompletionItem } from './feature-types';
import { searchNames } from './filter-text';
import type { ValueSlot } from './slot';

/**
 * Deliverables of the entry's actions: those with a deadline first, those that the entry lists last. YAML gets the id,
 * Markdown the title, behind the id where the source has one, and the colon that the status follows.
 */
export function completeDeliverables(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const { section, analysed } = context;
  const reported = new Set(section?.fields.deliverables?.value?.map((item) => item.deliverable));
  const hasColon = analysed.report.text[slot.typed.end] === ':';
  const deliverables = actionsHere(context).flatMap(({ roadmap, action }) =>
    action.deliverables.map((deliverable) => ({ roadmap, deliverable })),
  );
  const itemOf = valueItems(slot, context);
  return deliverables.flatMap(({ roadmap, deliverable }, index) => {
    const { id, title, deadline } = deliverable;
    const group = reported.has(id) ? 2 : deadline.due ? 0 : 1;
    const isYaml = slot.format === 'yaml';
    const name = isYaml ? id : nameInProse(roadmap, deliverable);
    return isListed(slot, [id, title])
      ? []
      : itemOf({
          label: name,
          description: isYaml ? title : undefined,
          kind: 'deliverable',
          detail: deadline.stated ?? deadline.due?.edtf ?? 'no deadline',
          topic: ['deliverable', roadmap.id, id],
          sortText: `${group}${String(index).padStart(4, '0')}`,
          names: searchNames([name, `${id} ${title}`, title]),
          written: isYaml || hasColon ? name : `${name}: `,
          thenSuggest: !isYaml && !hasColon,
        });
  });
}

/** Readers of a report do not know an id that the roadmap's file invented. */
function nameInProse({ numbering }: Roadmap, { id, title }: Deliverable): string {
  return numbering === 'own' ? title : `${id} ${title}`;
}
