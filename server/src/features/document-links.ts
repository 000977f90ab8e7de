import type { Citation } from '../model/citation';
import type { EntryFields, Report, ReportedFields, ReportFormat, Section, SectionReading } from '../model/report';
import type { Snapshot } from '../model/snapshot';
import { overlaps, type Span, shiftSpan } from '../model/span';
import { findCitations } from '../parse/citations';
import { readYaml } from '../parse/yaml-document';
import { isVerbatim, type YamlNode } from '../parse/yaml-node';
import { KIND_NAMES } from './describe-citation';
import { linksInMarkdown, linksInProse, referenceIn } from './link-targets';

/** Words that lead somewhere. */
export interface DocumentLink {
  /** Offsets into the file. */
  readonly span: Span;
  readonly target: LinkTarget;
  /** What is there, in one line. */
  readonly tooltip: string;
}

/** A web address, or a file as a document refers to it: relative to the document, perhaps with a part behind `#`. */
export type LinkTarget = { readonly url: string } | { readonly reference: string };

/** The links of reports, roadmaps and actors files. What is in a section is kept for as long as it says the same. */
export class DocumentLinks {
  private readonly bySection = new WeakMap<SectionReading, KeptLinks>();

  /** The links of a file in the order of its text, none of which overlaps another. */
  of(snapshot: Snapshot, uri: string): readonly DocumentLink[] {
    const report = snapshot.report(uri)?.report;
    if (!report) {
      return apart(linksInDefinition(snapshot.text(uri) ?? ''));
    }
    return [...apart(linksInHeader(report)), ...report.sections.flatMap((section) => this.inSection(section, report))];
  }

  private inSection(section: Section, { text, format }: Report): readonly DocumentLink[] {
    let kept = this.bySection.get(section.reading);
    if (kept?.format !== format) {
      kept = { format, links: apart(linksInSection(section.reading, text.slice(section.start, section.end), format)) };
      this.bySection.set(section.reading, kept);
    }
    return kept.links.map((link) => ({ ...link, span: shiftSpan(link.span, section.start) }));
  }
}

interface KeptLinks {
  readonly format: ReportFormat;
  readonly links: readonly DocumentLink[];
}

/** Of links that overlap, the one that starts first; of those that start together, the first. */
function apart(links: readonly DocumentLink[]): readonly DocumentLink[] {
  const sorted = [...links].sort((a, b) => a.span.start - b.span.start);
  let last: Span | undefined;
  return sorted.filter(({ span }) => {
    const isFree = span.end > span.start && (last === undefined || !overlaps(last, span));
    last = isFree ? span : last;
    return isFree;
  });
}

function linksInSection(section: SectionReading, words: string, format: ReportFormat): readonly DocumentLink[] {
  const written =
    format === 'markdown'
      ? linksInMarkdown(words)
      : linksInProse(
          words,
          section.passages.map(({ span }) => span),
        );
  const evidence = [section.fields, ...section.rows.map((row) => row.fields)].flatMap(evidenceIn);
  return [
    ...written,
    ...[...section.mentions.citations, ...evidence.flatMap(({ citations }) => citations)].flatMap(citationLink),
    ...evidence.flatMap(({ span }) => {
      const target = referenceIn(words.slice(span.start, span.end));
      return target ? [{ span, ...target }] : [];
    }),
  ];
}

function evidenceIn(fields: EntryFields): NonNullable<NonNullable<ReportedFields['evidence']>['value']> {
  return [fields, ...(fields.deliverables?.value ?? [])].flatMap(({ evidence }) => evidence?.value ?? []);
}

function linksInHeader({ header, text }: Report): readonly DocumentLink[] {
  const { reference, previous } = header;
  const citations = reference
    ? citationsAt(text.slice(reference.span.start, reference.span.end), reference.span.start)
    : [];
  return [
    ...citations.flatMap(citationLink),
    ...(previous?.value === undefined
      ? []
      : [{ span: previous.span, target: { reference: previous.value }, tooltip: 'The report before this one' }]),
  ];
}

/** Citations and addresses in the file of a roadmap or of actors. */
function linksInDefinition(text: string): readonly DocumentLink[] {
  const { root } = readYaml(text);
  return root ? linksInNode(root, '', 0) : [];
}

function linksInNode(node: YamlNode, key: string, depth: number): readonly DocumentLink[] {
  if (depth > DEEPEST) {
    return [];
  }
  switch (node.kind) {
    case 'list':
      return node.items.flatMap((item) => linksInNode(item, key, depth + 1));
    case 'map':
      return node.pairs.flatMap((pair) => (pair.value ? linksInNode(pair.value, pair.key.text, depth + 1) : []));
    default:
      if (key === 'url' && /^https?:\/\//i.test(node.text)) {
        return [{ span: node.span, target: { url: node.text }, tooltip: node.text }];
      }
      return isVerbatim(node) && CITING_KEYS.has(key)
        ? citationsAt(node.text, node.pieces[0]?.from ?? node.span.start).flatMap(citationLink)
        : [];
  }
}

const DEEPEST = 60;

/** Keys of a roadmap whose texts cite documents. */
const CITING_KEYS: ReadonlySet<string> = new Set(['reference', 'source', 'note', 'stated']);

function citationsAt(words: string, start: number): readonly Citation[] {
  return findCitations(words).map((citation) => ({ ...citation, span: shiftSpan(citation.span, start) }));
}

function citationLink({ span, url, id, kind }: Citation): readonly DocumentLink[] {
  return url === null ? [] : [{ span, target: { url }, tooltip: `${id} – ${KIND_NAMES[kind]}` }];
}
