import { type Measure, MeasuredList, type SameEnds } from './measured-list';
import type { Report, Section, SectionReading } from './report';
import { placeSection } from './section';

/** Something that was read as a section. */
export interface ReadSection {
  readonly reading: SectionReading;
  /** From its start to that of the next one, where that is not the length of the reading; in UTF-16 units. */
  readonly distance?: number;
}

/**
 * The sections of a report, in order. After an edit it costs nothing for those that only moved: where a section stands
 * is told when it is asked for. `from` is the offset of the first one into the file.
 */
export class SectionList {
  readonly #read: MeasuredList<ReadSection>;
  readonly #from: number;
  #placed: readonly Section[] | undefined;

  constructor(read: MeasuredList<ReadSection>, from: number) {
    this.#read = read;
    this.#from = from;
  }

  /** A list of sections that have their places, in order and without overlap. */
  static of(sections: readonly Section[]): SectionList {
    const read = sections.map(({ reading, start }, index): ReadSection => {
      const next = sections[index + 1]?.start;
      return next === undefined ? { reading } : { reading, distance: next - start };
    });
    return new SectionList(MeasuredList.of(read, SECTION_DISTANCE), sections[0]?.start ?? 0);
  }

  /** How many there are. */
  get size(): number {
    return this.#read.size;
  }

  /** All of them, placed; each time the same array. */
  get all(): readonly Section[] {
    this.#placed ??= this.#place();
    return this.#placed;
  }

  /** The section at an index, placed; undefined where there is none. */
  at(index: number): Section | undefined {
    const reading = this.reading(index);
    return reading && placeSection(reading, this.startOf(index));
  }

  /** What the section at an index says; undefined where there is none. */
  reading(index: number): SectionReading | undefined {
    return this.#read.at(index)?.reading;
  }

  /** What the sections from `start` to before `end` say. */
  readings(start: number, end: number): readonly SectionReading[] {
    return this.#read.slice(start, end).map(({ reading }) => reading);
  }

  /** The offset into the file of the section at an index; for the index behind the last one, where that ends. */
  startOf(index: number): number {
    return this.#from + this.#read.startOf(index);
  }

  /** How many start before an offset into the file: the index of the first that starts there or behind. */
  startedBefore(offset: number): number {
    return this.#read.startedBy(offset - 1 - this.#from);
  }

  /** How many sections at the start and at the end say the same as in another list: they are the same objects. */
  sameEnds(other: SectionList): SameEnds {
    return this.#read.sameEnds(other.#read, (one, two) => one.reading === two.reading);
  }

  #place(): readonly Section[] {
    let start = this.#from;
    return this.#read.all().map((one) => {
      const section = placeSection(one.reading, start);
      start += SECTION_DISTANCE.lengthOf(one);
      return section;
    });
  }
}

/** How far it is from the start of a section to that of the next. */
export const SECTION_DISTANCE: Measure<ReadSection> = {
  lengthOf: ({ reading, distance }) => distance ?? reading.length,
};

/** A report with these sections. */
export function reportWith(said: Omit<Report, 'sections' | 'sectionList'>, sectionList: SectionList): Report {
  return {
    ...said,
    sectionList,
    get sections() {
      return sectionList.all;
    },
  };
}
