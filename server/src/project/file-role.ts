import picomatch from 'picomatch';
import { BUILT_IN_KINDS } from '../model/draft-kind';
import type { FileRole } from '../model/file-role';
import type { Settings } from '../model/settings';
import { isDocument, recogniseFile } from '../parse/recognise';
import { canonicalUri, relativePath } from './uri';

/** Tells what a file is; `language` (`markdown`, `yaml`) is that of an unsaved document, whose URI does not tell. */
export type FileClassifier = (uri: string, text: string, language: string | undefined) => FileRole | undefined;

/**
 * Tells what files are, from their names, the settings' globs (relative to the workspace folder) and, where these do
 * not say, the first lines of the text. Files among `namedReports` (URIs) are reports if they are nothing else.
 * Undefined: none of ours.
 */
export function createFileClassifier(
  folder: string | undefined,
  settings: Settings,
  namedReports: readonly string[],
): FileClassifier {
  const matcher = (globs: readonly string[]) =>
    globs.length === 0
      ? () => false
      : picomatch(
          globs.map((glob) => glob.replace(/^\.\//, '')),
          { dot: true },
        );
  const [isReport, isRoadmap, isActors] = [
    matcher(settings.reports),
    matcher(settings.roadmaps),
    matcher(settings.actors),
  ];
  const kinds = [...BUILT_IN_KINDS, ...settings.kinds.map(({ id }) => id)];
  const named = new Set(namedReports.map(canonicalUri));
  return (uri, text, language) => {
    const name = language === undefined ? canonicalUri(uri) : (EXAMPLE_NAMES[language] ?? '');
    if (isDocument(name)) {
      return undefined;
    }
    const kind = recogniseFile(name, text, kinds);
    if (kind !== 'none') {
      return kind;
    }
    const path = folder === undefined ? undefined : relativePath(folder, uri);
    const isYaml = /\.ya?ml$/i.test(canonicalUri(uri));
    if (named.has(canonicalUri(uri)) || (path !== undefined && isReport(path))) {
      return isYaml ? 'yaml-report' : 'markdown-report';
    }
    if (path === undefined || !isYaml) {
      return undefined;
    }
    return isRoadmap(path) ? 'roadmap' : isActors(path) ? 'actors' : undefined;
  };
}

/** A name that says of an unsaved document no more than its language. */
const EXAMPLE_NAMES: Readonly<Record<string, string>> = { markdown: 'unsaved.md', yaml: 'unsaved.yaml' };
