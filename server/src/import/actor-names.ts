import { type ActorKind, type ActorRegister, foldName } from '../model/actor';
import type { Span } from '../model/span';
import { createActorMatcher, type FoundActor } from '../parse/actor-matcher';

/** An actor that nobody knows, as it is proposed for `actors.yaml`. */
export interface ProposedActor {
  readonly actor: string;
  readonly name: string;
  readonly short?: string;
  readonly kind: ActorKind;
  /** Where it was named first. */
  readonly place: number;
}

/** Reads who is named in lines and sentences, and collects those that nobody knows. */
export interface ActorReader {
  /** Ids of those that a line "Main actors: …" or a cell of a table names, in order; unknown ones are proposed. */
  list(text: string, place: number): readonly string[];
  /** Actors that are known, in running text. */
  find(text: string): readonly FoundActor[];
  /** The id of a name in running text that nobody knows; it is proposed. */
  propose(name: string, place: number): string | undefined;
  /** The abbreviation of an actor, else its name. */
  nameOf(id: string): string;
  readonly proposed: readonly ProposedActor[];
}

/** Makes a reader for one document. */
export function createActorReader(register: ActorRegister): ActorReader {
  const findAll = createActorMatcher(register);
  const matcher = (text: string, exclude: readonly Span[]) =>
    findAll(text, exclude).filter(({ span }) => !isPartOfName(text, span.start, span.end));
  const proposed: ProposedActor[] = [];
  const byName = new Map<string, string>();
  const ids = new Set<string>();

  function propose(written: string, place: number): string | undefined {
    const { name, short } = withAbbreviation(written);
    const known = register.named(name)[0] ?? (short === undefined ? undefined : register.named(short)[0]);
    if (known) {
      return known.kind === 'other' ? undefined : known.id;
    }
    const present = byName.get(foldName(name)) ?? (short === undefined ? undefined : byName.get(foldName(short)));
    if (present !== undefined) {
      return present;
    }
    const base = idFrom(short !== undefined && /^\p{Lu}[\p{L}\d-]+$/u.test(short) ? short : name);
    if (base === '') {
      return undefined;
    }
    let actor = base;
    for (let number = 2; ids.has(actor) || register.byId(actor); number++) {
      actor = `${base}-${number}`;
    }
    ids.add(actor);
    byName.set(foldName(name), actor);
    if (short !== undefined) {
      byName.set(foldName(short), actor);
    }
    proposed.push({ actor, name, ...(short === undefined ? {} : { short }), kind: kindOf(name), place });
    return actor;
  }

  function one(text: string, place: number): readonly string[] {
    const name = text.trim();
    if (name === '') {
      return [];
    }
    const exact = register.named(name).find(({ kind }) => kind !== 'other');
    if (exact) {
      return [exact.id];
    }
    const found = matcher(name, []);
    const covered = found.reduce((sum, { span }) => sum + span.end - span.start, 0);
    const rest = name.length - covered;
    if (found.length > 0 && (rest <= 4 || covered >= rest)) {
      return found.map(({ actor }) => actor);
    }
    return isName(name) ? [propose(name, place)].flatMap((id) => id ?? []) : found.map(({ actor }) => actor);
  }

  function list(text: string, place: number): readonly string[] {
    const all = piecesOf(text).flatMap((piece) => {
      const whole = register.named(piece.trim()).find(({ kind }) => kind !== 'other');
      return whole ? [whole.id] : splitAnd(piece, matcher(piece, [])).flatMap((name) => one(name, place));
    });
    return [...new Set(all)];
  }

  return {
    list,
    find: (text) => matcher(text, []),
    propose,
    nameOf: (id) => {
      const actor = register.byId(id) ?? proposed.find((each) => each.actor === id);
      return actor?.short ?? actor?.name ?? id;
    },
    proposed,
  };
}

/** "Ferry Council", "Forestry Commission": the last word of another body's name. */
function isPartOfName(text: string, start: number, end: number): boolean {
  if (!/^(?:Council|Commission|Parliament|Court|Bureau)$/u.test(text.slice(start, end))) {
    return false;
  }
  const before = /(?:^|\s)(\p{Lu}[\p{L}’'-]+) $/u.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  return before !== undefined && !NO_PART.test(before);
}

const NO_PART =
  /^(?:The|In|By|To|Under|As|For|From|With|And|When|While|Both|All|If|On|Of|At|Since|After|Before|EU|JHA|Upcoming|New|Also|Moreover|Therefore)$/u;

/** The parts of a list: at commas, semicolons, slashes, lines, and what brackets add ("in particular customs authorities"). */
function piecesOf(text: string): readonly string[] {
  const flat = text
    .replace(/\(([^()]*)\)/g, (whole, inside: string, at: number) =>
      // "MAOC (N)", "European Medicines Agency (EMA)": no list.
      /^[\p{Lu}\d-]{1,12}$/u.test(inside.trim()) && /[\p{L}\d]\s*$/u.test(text.slice(0, at))
        ? whole
        : `; ${inside.replace(LEAD_IN, '')}; `,
    )
    .replace(
      /\b(?:together with|in cooperation with|in collaboration with|supported by|with (?:the )?support (?:of|from)|along with|as well as)\b/giu,
      ';',
    );
  return flat
    .split(/[;,\n•·|]|\s\/\s|(?<=[\p{Ll})])\/(?=\p{Lu})/u)
    .map((piece) => piece.replace(LEAD_IN, '').replace(/^[\s:–—-]+|[\s.:–—-]+$/gu, ''))
    .filter((piece) => piece !== '');
}

const LEAD_IN =
  /^\s*(?:in particular|including|notably|especially|such as|e\.g\.?,?|i\.e\.?,?|lead(?:er)?\s*:|support(?:ing)?\s*:|partners?\s*:|with|and|or|the|both)\s+/iu;

/** "Member States and Europol" are two; "Ministry of Trade and Industry" is one. */
function splitAnd(piece: string, found: readonly FoundActor[]): readonly string[] {
  const parts = piece.split(/\s+(?:and|&|et|und|y|e|en)\s+/u);
  if (parts.length === 1 || found.some(({ span }) => span.start === 0 && span.end === piece.length)) {
    return [piece];
  }
  const isApart = found.length > 0 || parts.every((part) => BODY.test(part) || /^\p{Lu}{2,}$/u.test(part.trim()));
  return isApart &&
    !(
      parts.length === 2 &&
      /\b(?:for|of)\s+\p{Lu}?[\p{L}\s]+$/u.test(parts[0] ?? '') &&
      !BODY.test(parts[1] ?? '') &&
      !/^\p{Lu}{2,}$/u.test((parts[1] ?? '').trim()) &&
      found.length === 0
    )
    ? parts
    : [piece];
}

/** Words that name a body. */
const BODY =
  /\b(?:ministr(?:y|ies)|department|agency|agencies|office|authorit(?:y|ies)|council|committee|commission|board|secretariat|bureau|network|group|service|services|government|parliament|institute|centre|center|directorate|administration|presidency|council|states?|partners?|stakeholders?|police|customs|union|association|university|foundation|fund|bank|unit|federation|forum|alliance|platform|team|ministère|ministerium|ministerio|ministero|ministerie|agence|agentur|agencia|agenzia|amt|bundesamt|direction|municipalit(?:y|ies)|communities|organisations?|organizations?|societ(?:y|ies)|companies)\b/iu;

/** A name is short, and begins with a capital or says what body it is. */
function isName(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length <= 12 &&
    text.length <= 100 &&
    /\p{L}{2}/u.test(text) &&
    !NO_NAME.test(text) &&
    (/^\p{Lu}/u.test(text) || BODY.test(text))
  );
}

const NO_NAME =
  /^(?:n\/?a|none|tbd|tbc|all|various|other|others|see\b.*|to be .*|\d.*|not applicable|same|idem|ditto|unknown|etc)\.?$/iu;

/** "European Medicines Agency (EMA)": name and abbreviation. */
function withAbbreviation(text: string): { readonly name: string; readonly short?: string } {
  const clean = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^the\s+/i, '');
  const match = /^(.{5,}?)\s*\(([\p{Lu}][\p{L}\d&-]{1,11})\)$/u.exec(clean);
  return match ? { name: match[1] ?? clean, short: match[2] ?? '' } : { name: clean };
}

function kindOf(name: string): ActorKind {
  if (/\b(?:agency|agence|agentur|agencia|agenzia)\b/iu.test(name)) {
    return 'agency';
  }
  if (/\b(?:network|alliance|platform|forum|partnership)\b/iu.test(name)) {
    return 'network';
  }
  return /\b(?:states|authorities|partners|stakeholders|ministries|municipalities|communities|societ(?:y|ies)|companies|group|organi[sz]ations|services|departments|agencies|countries)\b/iu.test(
    name,
  )
    ? 'group'
    : 'body';
}

/** An id of small letters, digits and hyphens. */
export function idFrom(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’'‘]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const words = plain
    .split('-')
    .filter((word) => !['the', 'of', 'and', 'for', 'de', 'la', 'des', 'der', 'die'].includes(word));
  const short = (words.length > 0 ? words.slice(0, 6) : [plain]).join('-');
  return short.slice(0, 48).replace(/-+$/, '');
}
