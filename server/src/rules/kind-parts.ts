import { type KindSection, kindSectionOf } from '../model/draft-kind';
import type { Passage, SectionReading } from '../model/report';
import type { SectionContext } from './check-context';
import { listItems } from './kind-items';
import { asks, leadIn } from './kind-words';

/** The passages of a section that are what one of the sections of the draft's kind holds. */
export interface KindPart {
  readonly passages: readonly Passage[];
  /** Whether a title says so. Else the items do: each of them asks something. */
  readonly titled: boolean;
}

/**
 * What a section has of the questions or signatories of a draft: all of it where its heading says so, else what follows a
 * line that does ("Signatories:"), else items that each ask something, unless the heading is one for something else. No
 * passages where it has nothing of them.
 */
export function partFor(
  holds: KindSection['holds'],
  section: SectionReading,
  { kind, text }: Pick<SectionContext, 'kind' | 'text'>,
): KindPart {
  const { heading, actions, passages } = section;
  if (actions.length > 0 || !kind?.sections.some((one) => one.holds === holds)) {
    return { passages: [], titled: false };
  }
  const own = heading && kind.sections[kindSectionOf(kind, heading.text)];
  let here = own;
  const titled: Passage[] = [];
  for (const passage of passages) {
    const lead = own?.holds === holds ? undefined : kind.sections[leadIn(passage, kind)];
    here = lead && lead.holds !== 'text' ? lead : here;
    if (!lead && here?.holds === holds && passage.kind !== 'heading') {
      titled.push(passage);
    }
  }
  if (titled.length > 0 || holds !== 'questions' || (heading && own)) {
    return { passages: titled, titled: true };
  }
  const items = listItems(passages, section, text);
  const isAsked = items.length > 1 && items.every((item) => asks(item.text));
  return { passages: isAsked ? passages : [], titled: false };
}
