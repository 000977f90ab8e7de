import type { TextEdit } from '../model/finding';
import type { Span } from '../model/span';
import type { Occurrence } from '../model/subject';
import { readYaml } from '../parse/yaml-document';
import { YamlValues } from '../parse/yaml-values';
import type { FileLink } from '../project/mention-index';
import { canonicalUri, referenceTo, relativePath, resolveReference } from '../project/uri';
import { yamlScalar } from '../write/yaml-scalar';

/** A file or folder that is about to get another place. */
export interface FileMove {
  readonly oldUri: string;
  readonly newUri: string;
}

/** A report with what it names, and the links in it. */
export interface ReportWithPaths {
  readonly uri: string;
  readonly text: string;
  readonly occurrences: readonly Occurrence[];
  readonly links: readonly FileLink[];
}

/**
 * The changes that keep a report's paths leading to the same files when files move, those that they name, the report's
 * own, or both: `previous`, links, images, evidence. Paths stay what they were, relative or not, and keep what stands
 * behind `#`.
 */
export function pathsAfterMove(report: ReportWithPaths, moves: readonly FileMove[]): readonly TextEdit[] {
  const isPrevious = ({ span }: FileLink) =>
    report.occurrences.some((one) => one.subject.kind === 'report' && one.span.start === span.start);
  const edits = [...previousAfterMove(report, moves), ...linksAfterMove(report, isPrevious, moves)];
  return edits.sort((one, other) => one.span.start - other.span.start);
}

function linksAfterMove(
  { uri, text, links }: ReportWithPaths,
  isPrevious: (link: FileLink) => boolean,
  moves: readonly FileMove[],
): readonly TextEdit[] {
  const [before, home] = [canonicalUri(uri), movedTo(canonicalUri(uri), moves)];
  return links.flatMap((link): TextEdit[] => {
    const { span, reference } = link;
    const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(reference) ?? [];
    const now = path === '' || isPrevious(link) ? undefined : resolveReference(before, path);
    const target = now === undefined ? undefined : movedTo(now, moves);
    if (target === undefined || resolveReference(home, path) === target || !text.startsWith(reference, span.start)) {
      return [];
    }
    return [{ span, newText: `${escapedInLink(referenceTo(target, home, path), path)}${rest}` }];
  });
}

/** A path as it can stand in a link, in a sentence and in any value of YAML. Spaces stay where there were some before. */
function escapedInLink(path: string, before: string): string {
  const unsafe = before.includes(' ') ? /[^\p{L}\p{N}./_~+% -]/gu : /[^\p{L}\p{N}./_~+%-]/gu;
  return path.replace(unsafe, (sign) =>
    encodeURIComponent(sign).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`),
  );
}

function previousAfterMove(
  { uri, text, occurrences }: ReportWithPaths,
  moves: readonly FileMove[],
): readonly TextEdit[] {
  return occurrences.flatMap(({ subject, span }) => {
    if (subject.kind !== 'report') {
      return [];
    }
    const [home, target] = [movedTo(canonicalUri(uri), moves), movedTo(subject.uri, moves)];
    const written = text.slice(span.start, span.end);
    if (resolveReference(home, written) === target) {
      return [];
    }
    return [{ span, newText: asYaml(referenceTo(target, home, written), text, span) }];
  });
}

/**
 * The changes of a project file when files move: paths of its lists that name a file, or lead into a folder, follow it.
 *
 * @param folder the workspace folder, from which the paths count
 */
export function projectFileAfterMove(text: string, folder: string, moves: readonly FileMove[]): readonly TextEdit[] {
  const { root } = readYaml(text);
  const values = new YamlValues(text, () => undefined);
  const lists = root?.kind === 'map' ? ['reports', 'roadmaps', 'actors'].flatMap((key) => values.texts(root, key)) : [];
  const paths = moves.flatMap(({ oldUri, newUri }) => {
    const [from, to] = [relativePath(folder, oldUri), relativePath(folder, newUri)];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
  return lists.flatMap(({ text: glob, span }) => {
    const [, dot = '', path = ''] = /^(\.\/)?(.*)$/s.exec(glob) ?? [];
    const move = paths.find(({ from }) => path === from || path.startsWith(`${from}/`));
    return move && text.slice(span.start, span.end) === glob
      ? [{ span, newText: asYaml(`${dot}${move.to}${path.slice(move.from.length)}`, text, span) }]
      : [];
  });
}

/** Where a file is after moves of files and folders. */
function movedTo(canonical: string, moves: readonly FileMove[]): string {
  for (const { oldUri, newUri } of moves) {
    const [from, to] = [canonicalUri(oldUri).replace(/\/$/, ''), canonicalUri(newUri).replace(/\/$/, '')];
    if (canonical === from || canonical.startsWith(`${from}/`)) {
      return `${to}${canonical.slice(from.length)}`;
    }
  }
  return canonical;
}

/** A path in the place of a value of YAML, in the quotation marks that are there, or in some where it needs them. */
function asYaml(path: string, text: string, { start }: Span): string {
  switch (text[start - 1]) {
    case '"':
      return path.replace(/[\\"]/g, '\\$&');
    case "'":
      return path.replace(/'/g, "''");
    default:
      return /^[\p{L}\p{N}./][\p{L}\p{N}./_()+~% -]*$/u.test(path) && !path.endsWith(' ') ? path : yamlScalar(path);
  }
}
