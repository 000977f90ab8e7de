import { coversActions, type DraftKind, type KindSection } from '../model/draft-kind';
import { lastSectionFrom } from '../model/section-at';
import { lineAround } from '../model/text-lines';
import { PLAIN_BLANKS, withBlanks } from '../write/entry-text';
import { snippetBlanks } from '../write/snippet';
import { type CompletionContext, inLineEnds, typedIn, valueItems } from './completion-context';
import type { CompletionItem } from './feature-types';
import { filterTextsFor, searchNames } from './filter-text';
import type { LineSlot, ValueSlot } from './slot';

/**
 * Titles of the sections that the draft's kind has: those that the draft lacks, in their order. In a draft with entries
 * what usually follows them comes behind the actions that need one.
 */
export function completeSections(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const { kind, report } = context.analysed;
  if (!kind || (slot.format === 'markdown' && !isHeading(report.text, slot.typed.start))) {
    return [];
  }
  const itemOf = valueItems(slot, context);
  const counts = sectionCounts(kind, context);
  const entries = kind.sections.findIndex(({ holds }) => holds === 'entries');
  const isBegun = report.sections.some(({ actions, start }) => actions.length > 0 && start < context.offset);
  // A progress report that neither says its kind nor has one of its sections may be a plain list of actions.
  const isBuiltOfThem = report.header.kind !== undefined || counts.some((count) => count > 0);
  return kind.sections.flatMap((section, index) => {
    const count = counts[index] ?? 0;
    if (count > 0 && !section.repeats) {
      return [];
    }
    const title = numbered(section, count);
    const isLater = entries >= 0 && (isBegun || !isBuiltOfThem || index > entries);
    return itemOf({
      label: title,
      description: 'section',
      kind: 'value',
      detail: section.about,
      topic: ['section', kind.id, section.title],
      sortText: `${isLater ? '0~' : '!'}${String(index).padStart(3, '0')}`,
      names: searchNames([title, ...section.titles]),
    });
  });
}

/** Pieces of text that the section at the cursor is made of, as its kind has them; only those that go on with what is typed. */
export function completeSnippets(slot: LineSlot, context: CompletionContext): readonly CompletionItem[] {
  const { kind, report } = context.analysed;
  if (!kind || slot.place !== 'entry' || (context.section?.actions.length ?? 0) > 0) {
    return [];
  }
  const typed = typedIn(slot, context);
  const filterTextOf = filterTextsFor(typed);
  const begin = lineAround(report.text, context.offset).start;
  const before = report.text.slice(begin, slot.typed.start);
  const marker = before.trim();
  const indent = /^\s*/.exec(before)?.[0] ?? '';
  return sectionsHere(kind, context)
    .flatMap(({ snippets }) => snippets)
    .flatMap(({ name, text }, index): readonly CompletionItem[] => {
      const whole = text.replaceAll('{number}', String(nextNumber(context)));
      // In an item that is begun only its words are missing, and what is no item does not belong there.
      const own = /^(?:[-*+]|\d+[.)])(?=[ \t])/.exec(whole)?.[0] ?? '';
      if (slot.inItem && (own === '' || /\d/.test(own) !== /\d/.test(marker))) {
        return [];
      }
      const written = slot.inItem ? whole.slice(own.length).trimStart() : whole;
      const filterText = filterTextOf(searchNames([name, withBlanks(written, PLAIN_BLANKS)]));
      return filterText.toLowerCase().startsWith(typed.toLowerCase())
        ? [
            {
              label: name,
              description: kind.name.toLowerCase(),
              kind: 'entry',
              detail: withBlanks(written, PLAIN_BLANKS).split('\n')[0],
              sortText: `0${String(index).padStart(3, '0')}`,
              filterText,
              dependsOnTyped: true,
              edit: {
                span: slot.typed,
                newText: inLineEnds(indented(withBlanks(written, snippetBlanks()), indent), context),
              },
              snippet: true,
            },
          ]
        : [];
    });
}

/** How many sections of the report open each of the kind's, apart from the one whose heading the cursor is in. */
function sectionCounts(
  kind: DraftKind,
  { analysed: { report }, catalogue, offset }: CompletionContext,
): readonly number[] {
  const counts = kind.sections.map(() => 0);
  for (const { reading, start } of report.sections) {
    const index = catalogue.kindSectionOf(kind, reading);
    const heading = reading.heading?.span;
    const isHere = heading !== undefined && start + heading.start <= offset && offset <= start + heading.end;
    if (index >= 0 && !isHere) {
      counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  return counts;
}

/** The section of the kind that the cursor stands in; in a draft without headings all of those that need none. */
function sectionsHere(
  kind: DraftKind,
  { analysed: { report }, offset, catalogue }: CompletionContext,
): readonly KindSection[] {
  let level = Number.POSITIVE_INFINITY;
  for (let at = lastSectionFrom(report.sections, offset); at >= 0; at--) {
    const reading = report.sections[at]?.reading;
    const here = reading?.heading?.level ?? level;
    if (reading && here < level) {
      const found = kind.sections[catalogue.kindSectionOf(kind, reading)];
      if (found) {
        return [found];
      }
      level = here;
    }
  }
  return coversActions(kind) ? [] : kind.sections.filter(({ begins }) => begins.length > 0);
}

/** Lines behind the first with the indentation of the text that they go into. */
function indented(lines: string, indent: string): string {
  return lines.replace(/\n(?=[^\n])/g, `\n${indent}`);
}

/** The number behind that of the last numbered item above the cursor that none stands around, under the same heading. */
function nextNumber({ analysed: { report }, section, offset }: CompletionContext): number {
  const above = report.text.slice(section?.start ?? 0, lineAround(report.text, offset).start);
  const items = [...above.matchAll(/^( *)(\d{1,4})[.)][ \t]/gm)];
  const column = Math.min(...items.map(([, indent]) => indent?.length ?? 0));
  return Number(items.findLast(([, indent]) => indent?.length === column)?.[2] ?? 0) + 1;
}

/** "Part 3", where there are two. */
function numbered({ title, repeats }: KindSection, count: number): string {
  return repeats ? title.replace(/\d+$/, () => String(count + 1)) : title;
}

function isHeading(text: string, offset: number): boolean {
  return /^ {0,3}#{1,6}[ \t]/.test(text.slice(lineAround(text, offset).start, offset));
}
