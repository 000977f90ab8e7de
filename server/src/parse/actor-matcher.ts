import { type ActorRegister, namesOf } from '../model/actor';
import { overlaps, type Span } from '../model/span';
import { ASCII_CLASSES, behindSpace, classAt, classBefore, LETTER, LETTER_OR_DIGIT, widthAt } from './characters';
import { endOfToken, LOOK_ALIKE, NamesNode, WORD } from './names-tree';

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
      const end = endOfToken(text, at);
      const name = longestName(text, at, end, names);
      if (!name) {
        at = nextBeginning(text, end, names);
        continue;
      }
      const span = { start: at, end: name.end };
      while (excluded < exclude.length && (exclude[excluded]?.end ?? 0) <= span.start) {
        excluded++;
      }
      const next = excluded < exclude.length ? exclude[excluded] : undefined;
      const isExcluded = next !== undefined && overlaps(next, span);
      if (!isExcluded && name.actor !== LOOK_ALIKE) {
        found ??= [];
        found.push({ actor: name.actor, span });
      }
      at = nextBeginning(text, isExcluded ? end : span.end, names);
    }
    return found ?? NOBODY;
  };
}

const NOBODY: readonly FoundActor[] = Object.freeze([]);

interface NamesTree {
  readonly root: NamesNode;
  /** By their first two characters ({@link pairOf}) the lengths of first words of names, one bit each: most words of a
   * text are none. */
  readonly beginnings: Readonly<Int32Array>;
}

function createNamesTree(register: ActorRegister): NamesTree {
  const root = new NamesNode();
  const beginnings = new Int32Array(PAIRS);
  for (const actor of register.all) {
    for (const written of namesOf(actor)) {
      const name = written.trim();
      if (name !== '') {
        root.add(name, 0, actor.kind === 'other' ? LOOK_ALIKE : actor.id);
        addBeginning(beginnings, name);
      }
    }
  }
  return { root, beginnings };
}

function addBeginning(beginnings: Int32Array, name: string): void {
  const pair = pairOf(name, 0);
  const length = endOfToken(name, 0);
  // Anything can stand behind a token of one character.
  const [first, last] = length > 1 ? [pair, pair] : [pair - (pair % LIMIT), pair - (pair % LIMIT) + LIMIT - 1];
  for (let index = first; index <= last; index++) {
    beginnings[index] = (beginnings[index] ?? 0) | lengthBit(length);
  }
}

/** Lengths from 31 on share the last bit. */
function lengthBit(length: number): number {
  return 1 << Math.min(length, 31);
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
      if (beginnings[pairOf(text, at)] !== 0) {
        return at;
      }
      isInWord = isWord;
      at += widthAt(text, at) - 1;
    } else if (ASCII_CLASSES[code] === 0) {
      isInWord = false;
      if (beginnings[pairOf(text, at)] !== 0) {
        return at;
      }
    } else if (!isInWord) {
      if (beginnings[pairOf(text, at)] !== 0) {
        return at;
      }
      isInWord = true;
    }
  }
  return text.length;
}

/** The longest name that begins with the token at an offset. */
function longestName(
  text: string,
  from: number,
  firstEnd: number,
  { root, beginnings }: NamesTree,
): { end: number; actor: string } | undefined {
  if (((beginnings[pairOf(text, from)] ?? 0) & lengthBit(firstEnd - from)) === 0) {
    return undefined;
  }
  let end = firstEnd;
  let node: NamesNode | undefined = root.follower(text, from, end, false);
  let best: { end: number; actor: string } | undefined;
  while (node) {
    if (node.actor !== undefined && isWordEnd(text, end)) {
      best = { end, actor: node.actor };
    }
    const start = behindSpace(text, end);
    if (!node.canGoOnWith(text.charCodeAt(start))) {
      break;
    }
    const next = endOfToken(text, start);
    node = node.follower(text, start, next, start > end);
    end = next;
  }
  return best && isWordStart(text, from) ? best : undefined;
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
