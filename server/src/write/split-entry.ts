import type { TextEdit } from '../model/finding';
import type { Section } from '../model/report';
import { sectionAt } from '../model/section-at';
import type { AnalysedReport } from '../model/snapshot';
import { lineEndOf, startOfLine } from '../model/text-lines';
import { readYaml } from '../parse/yaml-document';
import { pairOf } from '../parse/yaml-node';
import { canonicalTitle, labelOf, officialTitle } from './convert/draft';
import { blockAt, endOfSection } from './section-end';
import { yamlScalar } from './yaml-scalar';

/** The entry of several actions whose title an offset is on; undefined where there is none that can be split. */
export function splittableEntry({ report }: AnalysedReport, offset: number): Section | undefined {
  const section = sectionAt(report, offset);
  const [first, second] = section?.actions ?? [];
  if (!section?.heading || !first || !second || section.actions.some(({ by }) => by === 'title')) {
    return undefined;
  }
  const end = report.text.indexOf('\n', section.start + section.heading.span.end);
  return offset <= (end < 0 ? report.text.length : end) ? section : undefined;
}

/**
 * Edits that make one entry for each action of an entry on several. Everything that stands there stays with the first;
 * the others say that they are reported there.
 *
 * @param offset on the title of the entry, into the file
 */
export function splitEntry(analysed: AnalysedReport, offset: number): readonly TextEdit[] {
  const section = splittableEntry(analysed, offset);
  const [first, ...others] = section?.actions ?? [];
  if (!section || !first) {
    return [];
  }
  const { report, roadmaps } = analysed;
  const title = titleEdit(analysed, section);
  const at = endOfSection(report, section);
  const reference = `Reported together with ${labelOf([first], roadmaps)}.`;
  const level = section.heading?.kind === 'heading' ? section.heading.level : 0;
  const marks = level === 0 ? '' : `${'#'.repeat(level)} `;
  if (report.format === 'markdown') {
    const lines = others.flatMap((action, index) => [
      ...(index === 0 ? [] : ['']),
      `${marks}${canonicalTitle([action], roadmaps)}`,
      '',
      reference,
    ]);
    return title ? [title, { span: { start: at, end: at }, newText: blockAt(report.text, at, lines) }] : [];
  }
  const column = section.start - startOfLine(report.text, section.start);
  const lines = others.flatMap((action) => {
    const official = officialTitle(action, roadmaps);
    const id =
      roadmaps.length > 1 && action.roadmap !== undefined ? `${action.roadmap}:${action.action}` : action.action;
    return [
      `- action: ${yamlScalar(id)}${official === undefined ? '' : ` # ${official}`}`,
      '  text: |',
      `    ${reference}`,
    ];
  });
  const newLine = lineEndOf(report.text);
  const lead = at === report.text.length && !report.text.endsWith('\n') ? newLine : '';
  const newText = lead + lines.map((line) => ' '.repeat(column) + line + newLine).join('');
  return title ? [title, { span: { start: at, end: at }, newText }] : [];
}

/** Leaves the first action alone in the title; the words beside the numbers stay. */
function titleEdit({ report, roadmaps }: AnalysedReport, section: Section): TextEdit | undefined {
  const { text, format } = report;
  const [first] = section.actions;
  if (!first) {
    return undefined;
  }
  if (format === 'yaml') {
    const column = section.start - startOfLine(text, section.start);
    const { root } = readYaml(text.slice(section.start, section.end), section.start, undefined, column);
    const node = root?.kind === 'list' ? root.items[0] : root;
    const pair = node?.kind === 'map' ? pairOf(node, 'action') : undefined;
    const value = pair?.value;
    if (!value || (value.kind === 'list' && !value.flow)) {
      return value?.kind === 'list' ? { span: value.span, newText: `- ${idOf(first)}` } : undefined;
    }
    const isQuoted = value.kind === 'scalar' && value.style === 'quoted';
    const id = roadmaps.length > 1 && first.roadmap !== undefined ? `${first.roadmap}:${first.action}` : first.action;
    return { span: value.span, newText: isQuoted ? id : yamlScalar(id) };
  }
  const start = Math.min(...section.actions.map(({ span }) => span.start));
  const end = Math.max(...section.actions.map(({ span }) => span.end));
  const heading = section.heading?.text ?? '';
  if (heading === labelOf(section.actions, roadmaps) && section.heading) {
    const { span } = section.heading;
    const newText = canonicalTitle([first], roadmaps);
    return { span: { start: section.start + span.start, end: section.start + span.end }, newText };
  }
  const before = text.slice(section.start, section.start + start);
  const plural = roadmaps.flatMap(({ labels }) => labels).find((label) => new RegExp(`${label}s\\s+$`).test(before));
  const from = plural === undefined ? start : start - (/s\s+$/.exec(before)?.[0].length ?? 0);
  const space = plural === undefined ? '' : ' ';
  return { span: { start: section.start + from, end: section.start + end }, newText: `${space}${first.action}` };
}

function idOf({ action }: { readonly action: string }): string {
  return yamlScalar(action);
}
