import type { Roadmap } from '../model/roadmap';
import type { Settings } from '../model/settings';
import type { BuiltInFile } from './built-in';

/**
 * The roadmap that is meant where nobody says which: that of the settings; else the only one of the workspace's own; else,
 * in a workspace that has none, the first of those that ship. Undefined where it has several, and of an id that is not
 * known: somebody has to be asked.
 */
export function defaultRoadmap(
  { roadmaps, settings }: { readonly roadmaps: ReadonlyMap<string, Roadmap>; readonly settings: Settings },
  builtIn: readonly Pick<BuiltInFile, 'uri'>[],
): Roadmap | undefined {
  if (settings.roadmap !== undefined) {
    return roadmaps.get(settings.roadmap);
  }
  const shipped = new Set(builtIn.map(({ uri }) => uri));
  const [first, second] = [...roadmaps.values()].filter(({ uri }) => !shipped.has(uri));
  return second ? undefined : (first ?? roadmaps.values().next().value);
}

/**
 * What a document is on that becomes the draft of a report: the roadmap of the settings, by its id; where there is none,
 * the roadmaps that it may be on, with the titles of their actions.
 */
export function roadmapsForDraft({
  roadmaps,
  settings,
}: {
  readonly roadmaps: ReadonlyMap<string, Roadmap>;
  readonly settings: Settings;
}): string | readonly { readonly id: string; readonly titles: readonly string[] }[] {
  return settings.roadmap !== undefined && roadmaps.has(settings.roadmap)
    ? settings.roadmap
    : [...roadmaps.values()].map(({ id, actions }) => ({ id, titles: actions.map(({ title }) => title) }));
}
