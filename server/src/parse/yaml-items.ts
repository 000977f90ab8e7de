import type { Report, Section } from '../model/report';
import { placeSection } from '../model/section';
import type { TextChange } from '../model/text-change';
import { ownCopy } from './own-copy';
import type { ChangedCut, YamlItemPart } from './yaml-entries';
import type { EntryContext } from './yaml-fields';
import { cutOf, directivesOf, readItem, withDirectives, type YamlItem, type YamlItemCut } from './yaml-item';
import type { YamlAnchors } from './yaml-node';

/** The items of a text before an edit, none of which refers to another. */
export interface EarlierItems {
  readonly report: Report;
  readonly pieces: { readonly items: readonly YamlItem[]; readonly mayHaveDirectives: boolean };
  readonly change: TextChange;
  /** Whether they were read against the context that is read against now; else all are read again. */
  readonly isSameContext: boolean;
}

/** The items of a report, and the sections that they are. */
export interface ReadItems {
  readonly items: readonly YamlItem[];
  /** As many. */
  readonly sections: readonly Section[];
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
  const { replaced } = cut;
  const reader = new ItemsReader(text, context, anchors);
  if (earlier) {
    reader.keep(earlier, 0, replaced.start, 0);
  }
  reader.readChanged(cut, earlier);
  const behindChanged = reader.items.length;
  if (earlier) {
    reader.keep(earlier, replaced.end, earlier.pieces.items.length, earlier.change.newEnd - earlier.change.end);
  }
  // A comment at the end of an item may be about the first key of the next one.
  const isKept = earlier?.isSameContext === true;
  reader.mayHaveDirectives = isKept && earlier.pieces.mayHaveDirectives;
  reader.readDirectives(isKept ? Math.max(0, replaced.start - 1) : 0, isKept ? behindChanged : reader.items.length);
  return reader;
}

class ItemsReader implements ReadItems {
  items: YamlItem[] = [];
  sections: Section[] = [];
  mayHaveDirectives = false;

  constructor(
    private readonly text: string,
    private readonly context: EntryContext,
    private readonly anchors: YamlAnchors,
  ) {}

  /** Keeps the earlier items from `from` to before `to`, which the edit moved by `moved`. */
  keep({ report, pieces, isSameContext }: EarlierItems, from: number, to: number, moved: number): void {
    const sections = report.sections.slice(from, to);
    if (isSameContext) {
      this.items = this.items.concat(pieces.items.slice(from, to));
      this.sections = this.sections.concat(
        moved === 0 ? sections : sections.map(({ reading, start }) => placeSection(reading, start + moved)),
      );
      return;
    }
    for (const [index, { start, end }] of sections.entries()) {
      const item = pieces.items[from + index];
      if (item) {
        this.add(this.read(this.text.slice(start + moved, end + moved), item.cut), start + moved);
      }
    }
  }

  /** Reads the items that the edit touched; some of them may be what they were, or what others were. */
  readChanged(cut: ChangedCut, earlier: EarlierItems | undefined): void {
    const known = earlier?.isSameContext ? new ReplacedItems(earlier, cut, this.text) : undefined;
    for (const part of cut.items) {
      const written = this.text.slice(part.start, part.end);
      // What is kept of an item must not keep the text of the whole report from before some later edit.
      const source = earlier ? ownCopy(written) : written;
      const item = known?.withText(source, part) ?? this.read(source, cutOf(part), known?.inPlace(part));
      this.add(item, part.start);
    }
  }

  /** Reads the comments that turn findings off in the items from `from` to before `to`. */
  readDirectives(from: number, to: number): void {
    for (let index = from; index < to; index++) {
      const item = this.items[index];
      const section = this.sections[index];
      if (item && section) {
        const ahead = this.sections[index + 1]?.end ?? this.text.length;
        const reading = withDirectives(item.reading, directivesOf(this.text, section, item.cut.indent, ahead));
        this.mayHaveDirectives ||= reading.directives.length > 0;
        if (reading !== item.reading) {
          this.items[index] = { ...item, reading };
          this.sections[index] = placeSection(reading, section.start);
        }
      }
    }
  }

  private read(source: string, cut: YamlItemCut, before?: YamlItem): YamlItem {
    return readItem(source, cut, this.context, this.anchors, before);
  }

  private add(item: YamlItem, start: number): void {
    this.items.push(item);
    this.sections.push(placeSection(item.reading, start));
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
      const { start, end } = report.sections[index] ?? { start: 0, end: 0 };
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
    return this.earlier.pieces.items[this.places.get(part.start) ?? -1];
  }

  /** An item that was cut from the same text in the same way: the one in its place, else one that stood elsewhere. */
  withText(source: string, part: YamlItemPart): YamlItem | undefined {
    const place = this.places.get(part.start);
    const { start, end } = this.earlier.report.sections[place ?? -1] ?? { start: 0, end: 0 };
    const isInPlace = this.earlier.report.text.slice(start, end) === source;
    const index = isInPlace ? place : this.elsewhere.get(source);
    if (!isInPlace) {
      this.elsewhere.delete(source);
    }
    const item = this.earlier.pieces.items[index ?? -1];
    // What a text says in one column it need not say in another.
    return item?.cut.indent === part.indent && item.cut.displaced === part.displaced ? item : undefined;
  }
}
