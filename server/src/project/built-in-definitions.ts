import kindsText from '../../../data/kinds.yaml';
import type { DraftKind } from '../model/draft-kind';
import { parseActorsFile } from '../parse/actors-file';
import { parseKindsFile } from '../parse/draft-kinds';
import { parseRoadmapFile } from '../parse/roadmap-file';

// The bundles have another module in the place of this one, with the same functions and the same answers: what the
// parsers gave when the bundle was built (scripts/built-in-data.mjs). Reading the YAML would be half of a cold start.

/**
 * What `parseActorsFile` gives for the built-in actors.
 *
 * @param uri the file, for what points into it
 * @param text its text
 */
export function builtInActors(uri: string, text: string): ReturnType<typeof parseActorsFile> {
  return parseActorsFile(uri, text);
}

/**
 * What `parseRoadmapFile` gives for a built-in roadmap.
 *
 * @param uri the file, for what points into it; its last part is that of the file in `data/roadmaps/`
 * @param text its text
 */
export function builtInRoadmap(uri: string, text: string): ReturnType<typeof parseRoadmapFile> {
  return parseRoadmapFile(uri, text);
}

/** The kinds of draft that ship (`data/kinds.yaml`), in their order. */
export function builtInKinds(): readonly DraftKind[] {
  return parseKindsFile(kindsText).kinds;
}
