import picomatch from 'picomatch';
import type { Settings } from '../model/settings';
import { type FileKind, recogniseFile } from '../parse/recognise';
import { canonicalUri, relativePath } from './uri';

/** What a file is to Rapporteur. */
export type FileRole = Exclude<FileKind, 'none'>;

/**
 * Tells what files are, from their names, the settings' globs (relative to the workspace folder) and, where these do
 * not say, the first lines of the text. Undefined: none of ours.
 */
export function createFileClassifier(
  folder: string | undefined,
  settings: Settings,
): (uri: string, text: string) => FileRole | undefined {
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
  return (uri, text) => {
    const kind = recogniseFile(canonicalUri(uri), text);
    if (kind !== 'none') {
      return kind;
    }
    const path = folder === undefined ? undefined : relativePath(folder, uri);
    if (path === undefined) {
      return undefined;
    }
    const isYaml = /\.ya?ml$/i.test(path);
    if (isReport(path)) {
      return isYaml ? 'yaml-report' : 'markdown-report';
    }
    return isYaml && isRoadmap(path) ? 'roadmap' : isYaml && isActors(path) ? 'actors' : undefined;
  };
}
