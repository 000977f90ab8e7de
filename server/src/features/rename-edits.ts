import type { TextEdit } from '../model/finding';
import type { ReportFormat } from '../model/report';
import type { Span } from '../model/span';
import { type Occurrence, subjectKey } from '../model/subject';
import { foldTitle } from '../parse/action-titles';
import { frontMatterOf } from '../parse/front-matter';
import { readYaml } from '../parse/yaml-document';
import type { YamlNode, YamlScalar } from '../parse/yaml-node';
import { yamlScalar } from '../write/yaml-scalar';
import type { RenameTarget } from './rename';
import { oneLine } from './written-names';

/** A change of a name. */
export interface RenameEdit extends TextEdit {
  /** Whether it stands in a quotation: somebody else's words, which perhaps should stay. */
  readonly quoted: boolean;
}

/**
 * The changes of a file, in order: nothing outside the places that write what is renamed. In YAML a value of its own gets
 * quotation marks where it would not stay a text without.
 *
 * @param format that of the file; roadmaps and actors are YAML
 * @param occurrences what is named in the file
 */
export function renameEdits(
  target: RenameTarget,
  newName: string,
  text: string,
  format: ReportFormat,
  occurrences: readonly Occurrence[],
): readonly RenameEdit[] {
  const key = subjectKey(target.subject);
  const own = occurrences.filter(
    ({ subject, form, name }) =>
      subjectKey(subject) === key && form === target.of && isWritten(target, text.slice(name.start, name.end)),
  );
  const places = [...new Map(own.map((occurrence) => [occurrence.name.start, occurrence])).values()];
  const region = format === 'yaml' ? { start: 0, end: text.length } : frontMatterOf(text)?.inside;
  const isInYaml = ({ name }: Occurrence) => region && region.start <= name.start && name.end <= region.end;
  const scalars = region && places.some(isInYaml) ? scalarsIn(text, region) : [];
  return places.map(({ name, quoted }) => {
    const scalar = scalars.find(({ span }) => span.start === name.start && span.end === name.end);
    return { span: name, newText: scalar ? asScalar(newName, scalar, text) : newName, quoted: quoted === true };
  });
}

/** A name as the whole value of a key: in quotation marks where it needs them, without where it stands in some. */
function asScalar(name: string, { style, span }: YamlScalar, text: string): string {
  if (style === 'plain') {
    return plainOrQuoted(name);
  }
  const mark = style === 'quoted' ? text[span.start - 1] : undefined;
  return mark === "'" ? name.replaceAll("'", "''") : mark === '"' ? name.replace(/["\\]/g, '\\$&') : name;
}

/**
 * Whether a place writes the very id, name or title that is renamed; the case of letters does not count in fields, and in
 * titles nothing that makes no difference to a reader.
 */
function isWritten({ subject, of, written }: RenameTarget, words: string): boolean {
  return subject.kind === 'footnote'
    ? words === written
    : of === 'title'
      ? foldTitle(oneLine(words)) === foldTitle(written)
      : (of === 'id' ? words : oneLine(words)).toLowerCase() === written.toLowerCase();
}

/** The scalars in a part of a text that is YAML; spans count from the file. */
function scalarsIn(text: string, region: Span): readonly YamlScalar[] {
  const { root } = readYaml(text.slice(region.start, region.end), region.start);
  return root ? scalarsOf(root) : [];
}

function scalarsOf(node: YamlNode): readonly YamlScalar[] {
  switch (node.kind) {
    case 'scalar':
      return [node];
    case 'list':
      return node.items.flatMap(scalarsOf);
    case 'map':
      return node.pairs.flatMap(({ value }) => (value ? scalarsOf(value) : []));
  }
}

/** A value of YAML that stays a text, or the number that it was. */
function plainOrQuoted(value: string): string {
  return /^[1-9]\d{0,8}$/.test(value) ? value : yamlScalar(value);
}
