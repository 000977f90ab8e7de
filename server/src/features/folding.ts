import type { Report, Section, SectionReading } from '../model/report';
import type { Snapshot } from '../model/snapshot';
import { type Span, shiftSpan } from '../model/span';
import { lineAround } from '../model/text-lines';
import { frontMatterOf } from '../parse/front-matter';
import { readYaml } from '../parse/yaml-document';
import { type Fold, foldMarkdown } from './folding-markdown';
import { foldYaml } from './folding-yaml';
import { trimEnd } from './outline-item';
import { groupEnds } from './section-groups';

export type { Fold } from './folding-markdown';

/** What can be folded away in files of ours. What is found in a section is kept for as long as it says the same. */
export class Foldings {
  private readonly bySection = new WeakMap<SectionReading, KeptFolds>();

  /** What can be folded in a file, in no order; offsets into the file. Some of it may stand in one line. */
  of(snapshot: Snapshot, uri: string): readonly Fold[] {
    const report = snapshot.report(uri)?.report;
    const text = snapshot.text(uri) ?? '';
    return report ? this.ofReport(report) : foldYamlText(text, { start: 0, end: text.length });
  }

  private ofReport(report: Report): readonly Fold[] {
    const { sections, format, text } = report;
    const ends = groupEnds(report);
    return [
      ...(format === 'markdown' ? frontMatterFolds(text) : headerFolds(report)),
      ...sections.flatMap((section, index) => [
        ...(section.heading || format === 'yaml'
          ? [sectionFold(text, { start: section.start, end: ends[index] ?? section.end })]
          : []),
        ...this.inSection(section, report).map(({ span, kind }) => ({ span: shiftSpan(span, section.start), kind })),
      ]),
    ];
  }

  private inSection(section: Section, { format, text }: Report): readonly Fold[] {
    let kept = this.bySection.get(section.reading);
    const column = format === 'yaml' ? section.start - lineAround(text, section.start).start : 0;
    if (kept?.format !== format || kept.column !== column) {
      const words = text.slice(section.start, section.end);
      const folds =
        format === 'markdown' ? foldMarkdown(words) : foldYaml(readYaml(words, 0, undefined, column).root, words);
      kept = { format, column, folds: folds.filter(({ span }) => hasLineEnd(words, span)) };
      this.bySection.set(section.reading, kept);
    }
    return kept.folds;
  }
}

interface KeptFolds {
  readonly format: Report['format'];
  /** In which column of its line the section starts. */
  readonly column: number;
  readonly folds: readonly Fold[];
}

function hasLineEnd(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) {
      return true;
    }
  }
  return false;
}

function sectionFold(text: string, { start, end }: Span): Fold {
  return { span: { start, end: trimEnd(text, start, end) }, kind: 'region' };
}

/** From fence to fence, and what is nested inside. */
function frontMatterFolds(text: string): readonly Fold[] {
  const front = frontMatterOf(text);
  return front
    ? [
        { span: { start: front.fence.start, end: trimEnd(text, front.fence.start, front.bodyStart) }, kind: 'header' },
        ...foldYamlText(text, front.inside),
      ]
    : [];
}

/** The keys before `entries`, the entries as a whole, and the keys behind them. */
function headerFolds({ header, sections, text }: Report): readonly Fold[] {
  const [first, last] = [sections[0], sections[sections.length - 1]];
  const { span } = header;
  const headerEnd = span?.end ?? first?.start ?? text.length;
  const key = header.keys[0];
  const top = span && key && key.span.start < headerEnd ? { start: key.span.start, end: headerEnd } : undefined;
  return [
    ...(top ? [{ span: { start: top.start, end: trimEnd(text, top.start, top.end) }, kind: 'header' as const }] : []),
    ...foldYamlText(text, { start: 0, end: first ? lineAround(text, first.start).start : text.length }),
    ...(span && first && last && headerEnd < first.start
      ? [{ span: { start: headerEnd, end: trimEnd(text, first.start, last.end) }, kind: 'list' as const }]
      : []),
    ...(last ? foldYamlText(text, { start: last.end, end: text.length }) : []),
  ];
}

function foldYamlText(text: string, { start, end }: Span): readonly Fold[] {
  const words = text.slice(start, end);
  return foldYaml(readYaml(words).root, words).map(({ span, kind }) => ({ span: shiftSpan(span, start), kind }));
}
