import { ASCII_CLASSES, behindSpace, classAt, LETTER_OR_DIGIT, MARK, widthAt } from './characters';

/** The bits of {@link classAt} that words consist of. */
export const WORD = LETTER_OR_DIGIT | MARK;

/** Whose name no name is: ids are never empty. */
export const LOOK_ALIKE = '';

/**
 * A part of names: the words and signs up to a place in them; as a root, before the first one. What follows is sorted by
 * its next word when it is first asked for, since a text has only few of all names.
 */
export class NamesNode {
  /** The word or sign that the part ends with. */
  private readonly token: string;
  /** The actor whose name ends here, or {@link LOOK_ALIKE}; undefined where none ends. */
  private owner: string | undefined;
  private unsorted: RestOfName[] = [];
  /** What can follow, by {@link keyOf}. */
  private followers: Map<number, NamesNode[]> | undefined;
  /** The low bits of the first characters of all that can follow, one bit each. */
  private nextCharacters = 0;

  constructor(token = '') {
    this.token = token;
  }

  get actor(): string | undefined {
    return this.owner;
  }

  /**
   * Adds a name of which this is the part up to `at`. Of actors that share a name the first counts that is no
   * look-alike.
   */
  add(name: string, at: number, actor: string): void {
    if (at < name.length) {
      this.unsorted.push({ name, at, actor });
      this.nextCharacters |= bitOf(name.charCodeAt(behindSpace(name, at)));
    } else if (this.owner === undefined || this.owner === LOOK_ALIKE) {
      this.owner = actor;
    }
  }

  /** Whether anything can follow that begins with this character, as far as its low bits tell. */
  canGoOnWith(character: number): boolean {
    return (this.nextCharacters & bitOf(character)) !== 0;
  }

  /** The part that is longer by the token of a text from `start` to `end`, where there is one. */
  follower(text: string, start: number, end: number, isSpaced: boolean): NamesNode | undefined {
    if (this.unsorted.length > 0) {
      this.sort();
    }
    const similar = this.followers?.get(keyOf(text, start, end, isSpaced));
    if (similar === undefined) {
      return undefined;
    }
    for (const node of similar) {
      if (node.token.length === end - start && text.startsWith(node.token, start)) {
        return node;
      }
    }
    return undefined;
  }

  private sort(): void {
    const names = this.unsorted;
    this.unsorted = [];
    for (const { name, at, actor } of names) {
      const start = behindSpace(name, at);
      const end = endOfToken(name, start);
      const node = this.follower(name, start, end, start > at) ?? this.addFollower(name, start, end, start > at);
      node.add(name, end, actor);
    }
  }

  private addFollower(name: string, start: number, end: number, isSpaced: boolean): NamesNode {
    const node = new NamesNode(name.slice(start, end));
    this.followers ??= new Map();
    const key = keyOf(name, start, end, isSpaced);
    const similar = this.followers.get(key);
    if (similar) {
      similar.push(node);
    } else {
      this.followers.set(key, [node]);
    }
    return node;
  }
}

/** The end of the letters, marks and digits from `at` on, else of the one character there; `at` at the text's end. */
export function endOfToken(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code >= ASCII_CLASSES.length ? (classAt(text, end) & WORD) === 0 : ASCII_CLASSES[code] === 0) {
      break;
    }
    end += code >= ASCII_CLASSES.length ? widthAt(text, end) : 1;
  }
  return end > at || at === text.length ? end : at + widthAt(text, at);
}

/** A name from a place in it on. */
interface RestOfName {
  readonly name: string;
  readonly at: number;
  readonly actor: string;
}

function bitOf(character: number): number {
  return 1 << (character & LOW_BITS);
}

const LOW_BITS = 31;

/** A number that few tokens share, made without copying them; with white space before a token it is another one. */
function keyOf(text: string, start: number, end: number, isSpaced: boolean): number {
  const first = text.charCodeAt(start);
  const middle = text.charCodeAt((start + end) >> 1);
  const last = text.charCodeAt(end - 1);
  return ((((first * 31 + middle) * 31 + last) * 31 + end - start) * 2 + (isSpaced ? 1 : 0)) | 0;
}
