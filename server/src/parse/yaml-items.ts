import { MeasuredList } from '../model/measured-list';
import type { Report } from '../model/report';
import { SECTION_DISTANCE, SectionList } from '../model/section-list';
import type { TextChange } from '../model/text-change';
import { ownCopy } from './own-copy';
import type { ChangedCut, YamlItemPart } from './yaml-entries';
import type { EntryContext } from './yaml-fields';
import { cutOf, directivesOf, readItem, withDirectives, type YamlItem, type YamlItemCut } from './yaml-item';
import type { YamlAnchors } from './yaml-node';

/** The items of a text before an edit, none of which refers to another. */
export interface EarlierItems {
  readonly report: Report;
  readonly pieces: { readonly items: MeasuredList<YamlItem>; readonly mayHaveDirectives: boolean };
  readonly change: TextChange;
  /** Whether they were read against the context that is read against now; else all are read again. */
  readonly isSameContext: boolean;
}

/** The items of a report, and the sections that they are. */
export interface ReadItems {
  readonly items: MeasuredList<YamlItem>;
  /** As many. */
  readonly sections: SectionList;
  /** False where no section has any, so that nobody needs to look; true does not say that one has. */
  readonly mayHaveDirectives: boolean;
}

/**
 * Reads the items of a report; of an earlier reading those that say the same are kept.
 *
 * @param cut replaces some of the earlier items, where there are any
 */
export function readItems(
  text: string,
  cut: ChangedCut,
  context: EntryContext,
  anchors: YamlAnchors,
  earlier: EarlierItems | undefined,
): ReadItems {
  const { start, end } = cut.replaced;
  const reader = new ItemsReader(text, context, anchors);
  const size = earlier?.pieces.items.size ?? 0;
  const moved = earlier ? earlier.change.newEnd - earlier.change.end : 0;
  // What stands before the edit stays where it is.
  const first = earlier && start > 0 ? earlier.report.sectionList.startOf(0) : cut.items[0]?.start;
  const from = first ?? (earlier?.report.sectionList.startOf(end) ?? 0) + moved;
  if (earlier?.isSameContext) {
    const changed = reader.readChanged(cut, earlier);
    const { items, mayHaveDirectives } = earlier.pieces;
    // A comment at the end of an item may be about the first key of the next one.
    const touched = { start: Math.max(0, start - 1), end: start + changed.length };
    return reader.withDirectives(items.replaced(start, end, changed), from, touched, mayHaveDirectives);
  }
  const before = earlier ? reader.readAgain(earlier, 0, start, 0) : [];
  const changed = reader.readChanged(cut, earlier);
  const behind = earlier ? reader.readAgain(earlier, end, size, moved) : [];
  const items = MeasuredList.of([...before, ...changed, ...behind], SECTION_DISTANCE);
  return reader.withDirectives(items, from, { start: 0, end: items.size }, false);
}

class ItemsReader {
  constructor(
    private readonly text: string,
    private readonly context: EntryContext,
    private readonly anchors: YamlAnchors,
  ) {}

  /** Reads the earlier items from `from` to before `to`, which the edit moved by `moved`, in another context. */
  readAgain({ report, pieces }: EarlierItems, from: number, to: number, moved: number): readonly YamlItem[] {
    return pieces.items.slice(from, to).map((item, index) => {
      const start = report.sectionList.startOf(from + index) + moved;
      return this.read(this.text.slice(start, start + item.reading.length), item.cut);
    });
  }

  /** Reads the items that the edit touched; some of them may be what they were, or what others were. */
  readChanged(cut: ChangedCut, earlier: EarlierItems | undefined): readonly YamlItem[] {
    const known = earlier?.isSameContext ? new ReplacedItems(earlier, cut, this.text) : undefined;
    return cut.items.map((part) => {
      const written = this.text.slice(part.start, part.end);
      // What is kept of an item must not keep the text of the whole report from before some later edit.
      const source = earlier ? ownCopy(written) : written;
      return known?.withText(source, part) ?? this.read(source, cutOf(part), known?.inPlace(part));
    });
  }

  /** Reads the comments that turn findings off in some of the items, the first of which stands at `from`. */
  withDirectives(
    items: MeasuredList<YamlItem>,
    from: number,
    { start, end }: { readonly start: number; readonly end: number },
    othersMayHave: boolean,
  ): ReadItems {
    const own = items.slice(start, end);
    const behind = items.at(end)?.reading.length ?? 0;
    let at = from + items.startOf(start);
    const commented = own.map((item, index) => {
      const span = { start: at, end: at + item.reading.length };
      at = span.end;
      const next = own[index + 1]?.reading.length ?? behind;
      const ahead = next === 0 ? this.text.length : span.end + next;
      const reading = withDirectives(item.reading, directivesOf(this.text, span, item.cut.indent, ahead));
      return reading === item.reading ? item : { ...item, reading };
    });
    const all = commented.some((item, index) => item !== own[index]) ? items.replaced(start, end, commented) : items;
    const have = commented.some(({ reading }) => reading.directives.length > 0);
    return { items: all, sections: new SectionList(all, from), mayHaveDirectives: othersMayHave || have };
  }

  private read(source: string, cut: YamlItemCut, before?: YamlItem): YamlItem {
    return readItem(source, cut, this.context, this.anchors, before);
  }
}

/** The earlier items that an edit replaced, to be found again. Each is found once. */
class ReplacedItems {
  /** Indexes of items by where they would stand now. */
  private readonly places = new Map<number, number>();
  /** Those in whose place now stands something else, by their text. */
  private readonly elsewhere = new Map<string, number>();

  constructor(
    private readonly earlier: EarlierItems,
    cut: ChangedCut,
    text: string,
  ) {
    const { change, report } = earlier;
    const now = new Map(cut.items.map(({ start, end }) => [start, end]));
    for (let index = cut.replaced.start; index < cut.replaced.end; index++) {
      const { start, end } = report.sectionList.at(index) ?? { start: 0, end: 0 };
      const place = start <= change.start ? start : start + change.newEnd - change.end;
      const words = report.text.slice(start, end);
      this.places.set(place, index);
      if (words !== text.slice(place, now.get(place) ?? place)) {
        this.elsewhere.set(words, index);
      }
    }
  }

  /** The item that stood where one stands now. */
  inPlace(part: YamlItemPart): YamlItem | undefined {
    return this.earlier.pieces.items.at(this.places.get(part.start) ?? -1);
  }

  /** An item that was cut from the same text in the same way: the one in its place, else one that stood elsewhere. */
  withText(source: string, part: YamlItemPart): YamlItem | undefined {
    const place = this.places.get(part.start);
    const { start, end } = this.earlier.report.sectionList.at(place ?? -1) ?? { start: 0, end: 0 };
    const isInPlace = this.earlier.report.text.slice(start, end) === source;
    const index = isInPlace ? place : this.elsewhere.get(source);
    if (!isInPlace) {
      this.elsewhere.delete(source);
    }
    const item = this.earlier.pieces.items.at(index ?? -1);
    // What a text says in one column it need not say in another.
    return item?.cut.indent === part.indent && item.cut.displaced === part.displaced ? item : undefined;
  }
}
