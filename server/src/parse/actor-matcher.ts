import { type ActorRegister, namesOf } from '../model/actor';
import { overlaps, type Span } from '../model/span';
import { ASCII_CLASSES, behindSpace, classAt, classBefore, LETTER, LETTER_OR_DIGIT, MARK, widthAt } from './characters';

/** An actor's name found in a text. */
export interface FoundActor {
  /** The actor's id; of actors that share the name, the first that is no look-alike. */
  readonly actor: string;
  readonly span: Span;
}

/**
 * Finds the names of a register's actors in a text, in order and without overlap, outside the `exclude`d spans (in
 * order). Linear in the length of the text.
 */
export type ActorMatcher = (text: string, exclude: readonly Span[]) => readonly FoundActor[];

/**
 * Builds the matcher of a register: a tree of the words of all names, so that the number of names costs nothing when a
 * text is read. Names are compared with their case; where a name has a space, any white space and line end will do.
 * The longest name at a place wins, look-alikes (kind `other`) included, which are then left out. A name ends where a
 * word ends: a hyphen goes on with the word ("LEWP-X" is no "LEWP", "non-EU countries" no "EU countries"), a genitive
 * ("Europol's") does not. Building takes some milliseconds: keep the matcher with whatever keeps the register.
 */
export function createActorMatcher(register: ActorRegister): ActorMatcher {
  const names = createNamesTree(register);
  return (text, exclude) => {
    let found: FoundActor[] | undefined;
    let excluded = 0;
    for (let at = nextBeginning(text, 0, names); at < text.length; ) {
      const name = longestName(text, at, names);
      if (!name) {
        at = nextBeginning(text, endOfToken(text, at), names);
        continue;
      }
      const span = { start: at, end: name.end };
      while ((exclude[excluded]?.end ?? Number.POSITIVE_INFINITY) <= span.start) {
        excluded++;
      }
      const next = exclude[excluded];
      const isExcluded = next !== undefined && overlaps(next, span);
      if (!isExcluded && name.actor !== LOOK_ALIKE) {
        found ??= [];
        found.push({ actor: name.actor, span });
      }
      at = nextBeginning(text, isExcluded ? endOfToken(text, at) : span.end, names);
    }
    return found ?? NOBODY;
  };
}

const NOBODY: readonly FoundActor[] = Object.freeze([]);

/** What words consist of. */
const WORD = LETTER_OR_DIGIT | MARK;

/** A part of names: the words and signs up to a place in them. */
class NamesNode {
  /** The word or sign that the part ends with. */
  readonly token: string;
  /** The actor whose name ends here, or {@link LOOK_ALIKE}. */
  actor: string | undefined;
  /** What can follow behind white space, and without any, by {@link keyOf}; absent where nothing can. */
  private spaced: Map<number, NamesNode[]> | undefined;
  private tight: Map<number, NamesNode[]> | undefined;

  constructor(token: string) {
    this.token = token;
  }

  /** The part that is longer by the token from `start` to `end`, where there is one. */
  follower(text: string, start: number, end: number, isSpaced: boolean): NamesNode | undefined {
    const followers = isSpaced ? this.spaced : this.tight;
    const similar = followers?.get(keyOf(text, start, end));
    if (!similar) {
      return undefined;
    }
    for (const node of similar) {
      if (node.token.length === end - start && text.startsWith(node.token, start)) {
        return node;
      }
    }
    return undefined;
  }

  /** Whether anything can follow. */
  canFollow(isSpaced: boolean): boolean {
    return (isSpaced ? this.spaced : this.tight) !== undefined;
  }

  addFollower(token: string, isSpaced: boolean): NamesNode {
    const known = this.follower(token, 0, token.length, isSpaced);
    if (known) {
      return known;
    }
    const followers = (isSpaced ? this.spaced : this.tight) ?? new Map<number, NamesNode[]>();
    const node = new NamesNode(token);
    const key = keyOf(token, 0, token.length);
    const similar = followers.get(key);
    if (similar) {
      similar.push(node);
    } else {
      followers.set(key, [node]);
    }
    if (isSpaced) {
      this.spaced = followers;
    } else {
      this.tight = followers;
    }
    return node;
  }
}

/** A number that few tokens share: made of the length and three characters, so that no text has to be copied. */
function keyOf(text: string, start: number, end: number): number {
  const [first, middle, last] = [text.charCodeAt(start), text.charCodeAt((start + end) >> 1), text.charCodeAt(end - 1)];
  return (((first * 31 + middle) * 31 + last) * 31 + end - start) | 0;
}

interface NamesTree {
  readonly root: NamesNode;
  /** By its first two characters ({@link pairOf}) whether a name can begin so: most words of a text can not. */
  readonly beginnings: Readonly<Uint8Array>;
}

/** No id: ids are never empty. */
const LOOK_ALIKE = '';

function createNamesTree(register: ActorRegister): NamesTree {
  const root = new NamesNode('');
  const beginnings = new Uint8Array(PAIRS);
  for (const actor of register.all) {
    for (const written of namesOf(actor)) {
      const name = written.trim();
      const end = addName(root, name);
      if (end !== root && (end.actor === undefined || end.actor === LOOK_ALIKE)) {
        end.actor = actor.kind === 'other' ? LOOK_ALIKE : actor.id;
      }
      addBeginning(beginnings, name);
    }
  }
  return { root, beginnings };
}

/** The node of a name, which is made with all before it where it is not there yet. */
function addName(root: NamesNode, name: string): NamesNode {
  let node = root;
  for (let at = 0; at < name.length; ) {
    const start = behindSpace(name, at);
    const end = endOfToken(name, start);
    node = node.addFollower(name.slice(start, end), start > at);
    at = end;
  }
  return node;
}

function addBeginning(beginnings: Uint8Array, name: string): void {
  const pair = pairOf(name, 0);
  if (endOfToken(name, 0) > 1) {
    beginnings[pair] = 1;
  } else {
    // Anything can stand behind a token of one character.
    beginnings.fill(1, pair - (pair % LIMIT), pair - (pair % LIMIT) + LIMIT);
  }
}

/** Characters beyond ASCII share the last place. */
const LIMIT = 0x81;
const PAIRS = LIMIT * LIMIT;

function pairOf(text: string, at: number): number {
  const first = text.charCodeAt(at);
  const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  return (first < LIMIT ? first : LIMIT - 1) * LIMIT + (second < LIMIT ? second : LIMIT - 1);
}

/** Where from `from` on, the start of a token, the next token starts that can begin a name; the text's length if none. */
function nextBeginning(text: string, from: number, { beginnings }: NamesTree): number {
  let isInWord = false;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= ASCII_CLASSES.length) {
      const isWord = (classAt(text, at) & WORD) !== 0;
      if (isWord && isInWord) {
        at += widthAt(text, at) - 1;
        continue;
      }
      if (beginnings[pairOf(text, at)] === 1) {
        return at;
      }
      isInWord = isWord;
      at += widthAt(text, at) - 1;
    } else if (ASCII_CLASSES[code] === 0) {
      isInWord = false;
      if (beginnings[pairOf(text, at)] === 1) {
        return at;
      }
    } else if (!isInWord) {
      if (beginnings[pairOf(text, at)] === 1) {
        return at;
      }
      isInWord = true;
    }
  }
  return text.length;
}

/** The longest name that begins with the token at an offset. */
function longestName(text: string, from: number, { root }: NamesTree): { end: number; actor: string } | undefined {
  let end = endOfToken(text, from);
  let node = root.follower(text, from, end, false);
  if (!node || !isWordStart(text, from)) {
    return undefined;
  }
  let best: { end: number; actor: string } | undefined;
  while (node) {
    if (node.actor !== undefined && isWordEnd(text, end)) {
      best = { end, actor: node.actor };
    }
    const start = behindSpace(text, end);
    if (!node.canFollow(start > end)) {
      break;
    }
    const next = endOfToken(text, start);
    node = node.follower(text, start, next, start > end);
    end = next;
  }
  return best;
}

function isWordStart(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  if ((classBefore(text, at) & WORD) !== 0 || before === '_' || before === '@') {
    return false;
  }
  return !isHyphen(before) || (classBefore(text, at - 1) & LETTER_OR_DIGIT) === 0;
}

/** A genitive is no part of the name; another letter behind an apostrophe goes on with the word. */
function isWordEnd(text: string, at: number): boolean {
  const behind = text.charAt(at);
  if (behind === "'" || behind === '’') {
    const isGenitive = text.charAt(at + 1) === 's' && (classAt(text, at + 2) & LETTER_OR_DIGIT) === 0;
    return isGenitive || (classAt(text, at + 1) & LETTER) === 0;
  }
  if ((classAt(text, at) & WORD) !== 0 || behind === '_' || behind === '@') {
    return false;
  }
  return !isHyphen(behind) || (classAt(text, at + 1) & LETTER_OR_DIGIT) === 0;
}

function isHyphen(character: string): boolean {
  return character === '-' || character === '‐' || character === '‑';
}

/** The end of the letters, marks and digits from `at` on, else of the one character there; `at` at the text's end. */
function endOfToken(text: string, at: number): number {
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
