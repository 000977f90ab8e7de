import type { FileProblem } from '../model/file-problem';
import type { PartialSettings, Settings } from '../model/settings';
import { DataFileReader } from './data-file-reader';
import { readKinds, readRules } from './draft-kinds';
import { nearestName } from './nearest-name';
import { readYaml } from './yaml-document';
import { pairOf, type YamlMap } from './yaml-node';

/** The keys of a project file (DESIGN, section 3) and the settings that they are. */
export const PROJECT_KEYS = {
  reports: 'reports',
  roadmap: 'roadmap',
  roadmaps: 'roadmaps',
  actors: 'actors',
  rules: 'rules',
  'due-soon-days': 'dueSoonDays',
  'as-of': 'asOf',
  style: 'style',
  kinds: 'kinds',
} as const satisfies { readonly [key: string]: keyof Settings };

/** The profiles of the style rules. */
export const STYLES: readonly Settings['style'][] = ['isg', 'web', 'off'];

/**
 * Reads a project file (`rapporteur.yaml`; DESIGN, section 3). Never throws. An empty file sets nothing, which is fine.
 *
 * @param uri the file, for what points into it
 * @param text its text, decoded
 * @returns the settings that it makes, and what is wrong. Whether a code under `rules` exists is not known here.
 */
export function parseProjectFile(
  uri: string,
  text: string,
): { readonly settings: PartialSettings; readonly problems: readonly FileProblem[] } {
  const { root, problems: syntax } = readYaml(text);
  const problems: FileProblem[] = syntax.map((problem) => ({ code: 'syntax', ...problem }));
  if (root === undefined) {
    return { settings: {}, problems };
  }
  if (root.kind !== 'map') {
    const message = `A project file has settings: a name, a colon and a value on each line. The names are ${NAMES.join(', ')}.`;
    return { settings: {}, problems: [...problems, { code: 'roadmap-invalid', span: root.span, message }] };
  }
  const reader = new DataFileReader(uri, text, problems);
  reader.checkKeys(root, NAMES, 'a project file');
  const rules = reader.values.map(root, 'rules');
  const settings = withoutAbsent({
    reports: readTexts(reader, root, 'reports'),
    roadmap: reader.line(root, 'roadmap'),
    roadmaps: readTexts(reader, root, 'roadmaps'),
    actors: readTexts(reader, root, 'actors'),
    rules: rules && readRules(reader, rules),
    dueSoonDays: readDays(reader, root),
    asOf: reader.day(root, 'as-of'),
    style: readStyle(reader, root),
    kinds: readKinds(reader, root),
  });
  problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { settings, problems };
}

const NAMES = Object.keys(PROJECT_KEYS);

function withoutAbsent(settings: PartialSettings): PartialSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

function readTexts(reader: DataFileReader, root: YamlMap, key: string): readonly string[] | undefined {
  return pairOf(root, key)?.value && reader.values.texts(root, key).map((text) => text.text);
}

function readDays(reader: DataFileReader, root: YamlMap): number | undefined {
  const written = reader.values.text(root, 'due-soon-days');
  if (written && !/^\d{1,5}$/.test(written.text)) {
    reader.invalid(written, `“due-soon-days” takes a number of days, such as 60, not “${written.text}”.`);
    return undefined;
  }
  return written && Number(written.text);
}

function readStyle(reader: DataFileReader, root: YamlMap): Settings['style'] | undefined {
  const written = reader.values.text(root, 'style');
  const style = STYLES.find((one) => one === written?.text);
  if (written && style === undefined) {
    const message = `“${written.text}” is no style. The styles are isg (Interinstitutional Style Guide), web and off.`;
    reader.invalid(written, message, nearestName(written.text, STYLES));
  }
  return style;
}
