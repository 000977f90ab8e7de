import { type ActorRegister, namesOf } from '../model/actor';
import { overlaps, type Span } from '../model/span';

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
  const root = namesTree(register);
  return (text, exclude) => {
    const tokens = tokensOf(text);
    const found: FoundActor[] = [];
    let excluded = 0;
    let index = 0;
    while (index < tokens.length) {
      const match = longestName(tokens, index, root, text);
      if (!match) {
        index++;
        continue;
      }
      const span = { start: tokens[index]?.start ?? 0, end: tokens[match.last]?.end ?? 0 };
      while ((exclude[excluded]?.end ?? Number.POSITIVE_INFINITY) <= span.start) {
        excluded++;
      }
      const next = exclude[excluded];
      if (next && overlaps(next, span)) {
        index++;
        continue;
      }
      if (match.actor !== LOOK_ALIKE) {
        found.push({ actor: match.actor, span });
      }
      index = match.last + 1;
    }
    return found;
  };
}

interface Token {
  /** A word or a sign; with a space before it where white space stands there. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

interface NamesNode {
  readonly next: Map<string, NamesNode>;
  /** The actor whose name ends here, or {@link LOOK_ALIKE}. */
  actor?: string;
}

/** No id: ids are never empty. */
const LOOK_ALIKE = '';

function namesTree(register: ActorRegister): NamesNode {
  const root: NamesNode = { next: new Map() };
  for (const actor of register.all) {
    for (const name of namesOf(actor)) {
      let node = root;
      for (const { key } of tokensOf(name.trim())) {
        const next: NamesNode = node.next.get(key) ?? { next: new Map() };
        node.next.set(key, next);
        node = next;
      }
      if (node !== root && (node.actor === undefined || node.actor === LOOK_ALIKE)) {
        node.actor = actor.kind === 'other' ? LOOK_ALIKE : actor.id;
      }
    }
  }
  return root;
}

function longestName(tokens: readonly Token[], from: number, root: NamesNode, text: string) {
  const first = tokens[from];
  let node = first && isWordStart(text, first.start) ? root.next.get(first.key.trimStart()) : undefined;
  let best: { readonly last: number; readonly actor: string } | undefined;
  for (let last = from; node; last++) {
    const end = tokens[last]?.end ?? 0;
    if (node.actor !== undefined && isWordEnd(text, end)) {
      best = { last, actor: node.actor };
    }
    node = node.next.get(tokens[last + 1]?.key ?? '');
  }
  return best;
}

function isWordStart(text: string, at: number): boolean {
  return !/(?:[\p{L}\p{M}\p{Nd}_@]|[\p{L}\p{Nd}][-‐‑])$/u.test(text.slice(Math.max(0, at - 4), at));
}

/** A genitive is no part of the name; another letter behind an apostrophe goes on with the word. */
function isWordEnd(text: string, at: number): boolean {
  return /^(?!['’](?!s(?![\p{L}\p{Nd}]))[\p{L}])(?![\p{L}\p{M}\p{Nd}_@]|[-‐‑][\p{L}\p{Nd}])/u.test(
    text.slice(at, at + 6),
  );
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/(\s*)([\p{L}\p{M}\p{Nd}]+|[^\s\p{L}\p{M}\p{Nd}])/gu)].map((match) => {
    const end = match.index + match[0].length;
    const word = match[2] ?? '';
    return { key: match[1] === '' ? word : ` ${word}`, start: end - word.length, end };
  });
}
