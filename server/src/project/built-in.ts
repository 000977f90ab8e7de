import actorsText from '../../../data/actors.yaml';
import euDrugsText from '../../../data/roadmaps/eu-drugs-2023.roadmap.yaml';

/** A file that ships with Rapporteur. */
export interface BuiltInFile {
  readonly uri: string;
  readonly text: string;
}

/** Root for clients that can show built-in files themselves, read-only: their URIs are `rapporteur:/data/…`. */
export const BUILT_IN_ROOT = 'rapporteur:';

/**
 * The roadmaps and actors that ship with Rapporteur. `root` is the URI of the package's folder, without a slash at the
 * end, or {@link BUILT_IN_ROOT}: the URIs lead to the YAML that ships.
 */
export function builtInFiles(root: string): readonly BuiltInFile[] {
  return [
    { uri: `${root}/data/actors.yaml`, text: actorsText },
    { uri: `${root}/data/roadmaps/eu-drugs-2023.roadmap.yaml`, text: euDrugsText },
  ];
}
