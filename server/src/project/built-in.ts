import actorsText from '../../../data/actors.yaml';
import coalitionText from '../../../data/roadmaps/coalition-2023.roadmap.yaml';
import euDrugsText from '../../../data/roadmaps/eu-drugs-2023.roadmap.yaml';
import luxembourgText from '../../../data/roadmaps/luxembourg-2015.roadmap.yaml';
import type { parseActorsFile } from '../parse/actors-file';
import type { parseRoadmapFile } from '../parse/roadmap-file';
import { builtInActors, builtInRoadmap } from './built-in-definitions';

/** What a file with actors defines, as `parseActorsFile` gives it. */
export type ActorsDefinition = ReturnType<typeof parseActorsFile>;

/** What a file with a roadmap defines, as `parseRoadmapFile` gives it. */
export type RoadmapDefinition = ReturnType<typeof parseRoadmapFile>;

/** A file that ships with Rapporteur: its text, and what parsing that would give, which costs next to nothing here. */
export type BuiltInFile = {
  readonly uri: string;
  readonly text: string;
} & (
  | { readonly role: 'actors'; readonly definition: ActorsDefinition }
  | { readonly role: 'roadmap'; readonly definition: RoadmapDefinition }
);

/** Root for clients that can show built-in files themselves, read-only: their URIs are `rapporteur:/data/…`. */
export const BUILT_IN_ROOT = 'rapporteur:';

/**
 * The roadmaps and actors that ship with Rapporteur. `root` is the URI of the package's folder, without a slash at the
 * end, or {@link BUILT_IN_ROOT}: the URIs lead to the YAML that ships. The first roadmap is the one for a workspace that
 * has none and says nothing.
 */
export function builtInFiles(root: string): readonly BuiltInFile[] {
  return [
    actorsFile(`${root}/data/actors.yaml`, actorsText),
    roadmapFile(`${root}/data/roadmaps/eu-drugs-2023.roadmap.yaml`, euDrugsText),
    roadmapFile(`${root}/data/roadmaps/luxembourg-2015.roadmap.yaml`, luxembourgText),
    roadmapFile(`${root}/data/roadmaps/coalition-2023.roadmap.yaml`, coalitionText),
  ];
}

function actorsFile(uri: string, text: string): BuiltInFile {
  const definition = once(() => builtInActors(uri, text));
  return {
    uri,
    text,
    role: 'actors',
    get definition() {
      return definition();
    },
  };
}

function roadmapFile(uri: string, text: string): BuiltInFile {
  const definition = once(() => builtInRoadmap(uri, text));
  return {
    uri,
    text,
    role: 'roadmap',
    get definition() {
      return definition();
    },
  };
}

/** Makes a value when it is first asked for. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
