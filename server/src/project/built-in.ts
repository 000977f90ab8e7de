import actorsText from '../../../data/actors.yaml';
import euDrugsText from '../../../data/roadmaps/eu-drugs-2023.roadmap.yaml';

/** A file that ships with Rapporteur. */
export interface BuiltInFile {
  /** `rapporteur:/data/…`: the path is that of the file in the package. */
  readonly uri: string;
  readonly text: string;
}

/** The scheme of URIs of built-in files; clients show them read-only. */
export const BUILT_IN_SCHEME = 'rapporteur';

/** The roadmaps and actors that ship with Rapporteur. */
export const BUILT_IN_FILES: readonly BuiltInFile[] = [
  { uri: `${BUILT_IN_SCHEME}:/data/actors.yaml`, text: actorsText },
  { uri: `${BUILT_IN_SCHEME}:/data/roadmaps/eu-drugs-2023.roadmap.yaml`, text: euDrugsText },
];
