import type { ParseProblem, Report, Section, SectionReading } from './report';
import { shiftSpan } from './span';

/** A section at its place: `start` is an offset into the file (UTF-16). Costs next to nothing, whatever was read. */
export function placeSection(reading: SectionReading, start: number): Section {
  return new PlacedSection(reading, start);
}

/** What the parser could not read of a report, in its sections too: offsets into the file, in order. */
export function problemsOf({ problems, sections }: Report): readonly ParseProblem[] {
  const inSections = sections.flatMap(({ start, problems: own }) =>
    own.map((problem) => ({ ...problem, span: shiftSpan(problem.span, start) })),
  );
  return [...problems, ...inSections].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Whether a report can be read from its beginning to its end: what is moved or inserted comes to stand where it should. */
export function isReadable(report: Report): boolean {
  const isSound = ({ problems }: { readonly problems: readonly ParseProblem[] }) =>
    !problems.some(({ code }) => code === 'syntax');
  return isSound(report) && report.sections.every(isSound);
}

class PlacedSection implements Section {
  constructor(
    readonly reading: SectionReading,
    readonly start: number,
  ) {}

  get end() {
    return this.start + this.reading.length;
  }

  get length() {
    return this.reading.length;
  }

  get heading() {
    return this.reading.heading;
  }

  get actions() {
    return this.reading.actions;
  }

  get fields() {
    return this.reading.fields;
  }

  get hasProse() {
    return this.reading.hasProse;
  }

  get passages() {
    return this.reading.passages;
  }

  get mentions() {
    return this.reading.mentions;
  }

  get rows() {
    return this.reading.rows;
  }

  get placeholders() {
    return this.reading.placeholders;
  }

  get problems() {
    return this.reading.problems;
  }

  get directives() {
    return this.reading.directives;
  }
}
