import type { TextEdit } from '../model/finding';
import type { ReportFormat } from '../model/report';
import { type Occurrence, subjectKey } from '../model/subject';
import { foldTitle } from '../parse/action-titles';
import { frontMatterOf } from '../parse/front-matter';
import { readYaml } from '../parse/yaml-document';
import { scalarsOf, wordsInYaml } from '../write/yaml-words';
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
  const yaml =
    region && places.some(isInYaml) ? readYaml(text.slice(region.start, region.end), region.start) : undefined;
  const scalars = scalarsOf(yaml?.root);
  return places.map(({ name, quoted }) => ({
    ...wordsInYaml(text, name, newName, scalars),
    quoted: quoted === true,
  }));
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
