import type { Roadmap } from '../model/roadmap';

/**
 * A title as titles are compared: without regard to case, width of spaces, kinds of dash and quotation mark, outer
 * quotation marks, emphasis and closing punctuation.
 */
export function foldTitle(title: string): string {
  return title
    .normalize('NFC')
    .replace(/[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}/g, '')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/\s*[-‐-―]\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^["']\s*(.*\S)\s*["']([.:]?)$/, '$1$2')
    .replace(/\s*[.:;]$/, '')
    .toLowerCase();
}

/** An action of a roadmap, found by its title. */
export interface TitledAction {
  readonly roadmap: string;
  readonly action: string;
}

/** The actions with each official title, by folded title. */
export function indexTitles(roadmaps: readonly Roadmap[]): ReadonlyMap<string, readonly TitledAction[]> {
  const index = new Map<string, TitledAction[]>();
  for (const roadmap of roadmaps) {
    for (const action of roadmap.actions) {
      const key = foldTitle(action.title);
      const found = { roadmap: roadmap.id, action: action.id };
      const present = index.get(key);
      if (present) {
        present.push(found);
      } else if (key !== '') {
        index.set(key, [found]);
      }
    }
  }
  return index;
}
