import type { Roadmap } from '../model/roadmap';

/**
 * A title as titles are compared: without regard to case, width of spaces, kinds of dash and quotation mark, outer
 * quotation marks, emphasis and closing punctuation.
 */
export function foldTitle(title: string): string {
  return isPlain(title) ? title.toLowerCase() : foldAnyTitle(title);
}

/** Whether nothing has to be done to a title but make its letters small: most titles are so. */
function isPlain(title: string): boolean {
  const last = title.length - 1;
  for (let index = 0; index <= last; index++) {
    const code = title.charCodeAt(index);
    const isLetterOrDigit = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
    if (isLetterOrDigit) {
      continue;
    }
    // A space, comma or bracket inside; a second space, or one beside a dash, goes.
    const isInside = index > 0 && index < last;
    const isPlainSign =
      code === COMMA ||
      code === OPENING_BRACKET ||
      code === CLOSING_BRACKET ||
      code === SLASH ||
      (code === SPACE && isInside && title.charCodeAt(index + 1) !== SPACE) ||
      (code === HYPHEN && title.charCodeAt(index - 1) !== SPACE && title.charCodeAt(index + 1) !== SPACE);
    if (!isPlainSign) {
      return false;
    }
  }
  return true;
}

const SPACE = 32;
const OPENING_BRACKET = 40;
const CLOSING_BRACKET = 41;
const COMMA = 44;
const HYPHEN = 45;
const SLASH = 47;

function foldAnyTitle(title: string): string {
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
