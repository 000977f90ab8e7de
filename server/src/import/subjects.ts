import type { ActorReader } from './actor-names';

/** Who a sentence says does something. */
export interface Subject {
  readonly actors: readonly string[];
  /** `actor`: it names somebody. `group`: "the countries involved". `pronoun`: "it". `thing`: anything else. */
  readonly kind: 'actor' | 'group' | 'pronoun' | 'thing';
  readonly check: string | undefined;
}

/** What subjects are read with. */
export interface SubjectHelp {
  readonly actors: ActorReader;
  /** Who the document is of, where it says so: "the countries involved". */
  readonly group: readonly string[];
}

/**
 * Reads the words in front of a verb.
 *
 * @param before actors of the sentence before, for "it" and "they"
 */
export function readSubject(text: string, before: readonly string[], help: SubjectHelp, place: number): Subject {
  const words = partOfSubject(text);
  const found = [...new Set(help.actors.find(words).map(({ actor }) => actor))];
  const main = words
    .replace(/^[\s,]+/, '')
    .replace(/\s+(?:therefore|also|then|thus|hereby|jointly|further|all|both|in this regard)\s*$/iu, '');
  if (/^(?:this|these|those|such|there|that)\b/iu.test(main) && !GROUP.test(main)) {
    return { actors: [], kind: 'thing', check: undefined };
  }
  if (GROUP.test(main) || /^\s*we\s*$/iu.test(main)) {
    const actors = found.length > 0 ? found : help.group;
    const isNamed = found.length > 0 || help.group.length === 0;
    const who = help.group.map((id) => help.actors.nameOf(id)).join(', ');
    const check = isNamed ? undefined : `The source says “${shortened(main)}”; read as those it is of: ${who}.`;
    return { actors, kind: 'group', check };
  }
  if (found.length > 0) {
    // "The adoption by the Council will …" says nothing that the Council does.
    const first = help.actors.find(main)[0]?.span.start ?? 0;
    const isHead =
      first <= LONGEST_HEAD &&
      (COMPANY.test(main) ||
        /^,?\s*(?:(?:and|but|while)\s+)?$/u.test(main.slice(0, first)) ||
        NEAR_HEAD.test(main.slice(0, first)));
    return isHead
      ? { actors: found, kind: 'actor', check: undefined }
      : { actors: [], kind: 'thing', check: undefined };
  }
  if (/^(?:it|they|both)\s*(?:\p{L}+ly\s*)?$/iu.test(main)) {
    const who = before.map((id) => help.actors.nameOf(id)).join(', ');
    // "It" behind a sentence about one is that one; anything else is a guess.
    const isClear = before.length === 0 || (before.length === 1 && /^it\b/iu.test(main));
    const check = isClear ? undefined : `The source says “${main.trim()}”; read as ${who}.`;
    return { actors: before, kind: 'pronoun', check };
  }
  if (GENERIC_BODIES.test(main)) {
    const actors = help.actors.list(
      capitalised(main.replace(/^\s*(?:all\s+)?(?:of\s+)?(?:the\s+)?(?=\p{L})/iu, '')),
      place,
    );
    return { actors, kind: actors.length > 0 ? 'actor' : 'thing', check: undefined };
  }
  const pair = (headBeforeCompany(main) || main).split(/\s+and\s+the\s+/u).map((part) => properName(part));
  const names =
    pair.length > 1 && !pair.includes(undefined) ? pair : [properName(main) ?? properName(headBeforeCompany(main))];
  const proposed = names.flatMap((name) => (name === undefined ? [] : (help.actors.propose(name, place) ?? [])));
  return { actors: proposed, kind: proposed.length === 0 ? 'thing' : 'actor', check: undefined };
}

/** Actors that a passive names: "by the Commission". */
export function agentsIn(text: string, { actors, group }: SubjectHelp): readonly string[] {
  const match = /\bby\s+((?:the\s+|all\s+)?[^.;]*)/iu.exec(text);
  if (!match) {
    return [];
  }
  if (/^(?:the|all|our)\s+(?:participating\s+)?(?:countries|partners|parties|signatories)\b/iu.test(match[1] ?? '')) {
    return group;
  }
  const found = actors.find(match[1] ?? '');
  // Only those right behind "by", and those that "and" joins to them.
  const names: string[] = [];
  let end = /^(?:the\s+|all\s+)?/iu.exec(match[1] ?? '')?.[0].length ?? 0;
  for (const { actor, span } of found) {
    if (!/^(?:['’]s?)?[\s,]*(?:and|or|both|the|its|\s)*$/iu.test((match[1] ?? '').slice(end, span.start))) {
      break;
    }
    names.push(actor);
    end = span.end;
  }
  return [...new Set(names)];
}

/** "… with the support of Europol", "in consultation with Europol": who takes part. */
export function companyIn(text: string, { actors }: SubjectHelp): readonly string[] {
  const match = INVOLVED.exec(text) ?? BESIDE.exec(text);
  return match ? actors.find(match[1] ?? '').map(({ actor }) => actor) : [];
}

/**
 * Who a passive without "by" is about: "adopted at the Council", "Council conclusions will be adopted", "Europol's
 * report".
 *
 * @param text from the verb on
 * @param title of what is undertaken
 */
export function involvedIn(text: string, title: string, { actors }: SubjectHelp): readonly string[] {
  const at =
    /\b(?:at|in|within|(?:submitted|presented|forwarded|referred) to)\s+(?:the|its|a|an)\s+([^,.;]{2,60})/u.exec(
      text,
    )?.[1] ?? '';
  const framework =
    /\b(?:in|within|under) the (?:framework|auspices|remit) of\s+(?:the\s+)?([^,.;]{2,60})/u.exec(text)?.[1] ?? '';
  const [around] = actors.find(framework);
  if (around && around.span.start === 0) {
    return [around.actor];
  }
  const [place] = actors.find(at);
  if (place && place.span.start <= NEAR) {
    return [place.actor];
  }
  const [first] = actors.find(title.replace(/^(?:\p{L}+ (?:of|on|for)|Joint|Next|First|Annual|Informal) /u, ''));
  return first && first.span.start === 0 ? [first.actor] : [];
}

/** An actor that begins so far behind "at the": "at the informal Council". */
const NEAR = 10;

/** "… which will require the involvement of the Agency and the ports". */
const INVOLVED = /\brequir(?:es?|ing) the (?:involvement|participation|cooperation|support) of\s+([^.;(]{2,160})/iu;

const BESIDE =
  /\b(?:(?:together|jointly|hand in hand) with|with the (?:support|help|assistance|involvement) of|in (?:close )?(?:co-?operation|consultation|collaboration|coordination|partnership) with)\s+([^.;,]{2,120})/iu;

const GROUP =
  /^(?:(?:the|all|all of|our|each|every|both|these|two|three|four|five|six|participating|signatory|concerned|any|one)\s+)*(?:participating\s+|signatory\s+|involved\s+|partner\s+|contracting\s+)?(?:countries|country|partners|parties|signatories|governments|ministers|delegations|participants|members)(?:\s+(?:involved|concerned|of this \p{L}+|to this \p{L}+))?\s*$/iu;

/** The segments of a subject that name who acts: the last one, and those with "together with" and the like. */
function partOfSubject(text: string): string {
  const segments = text.replace(/\([^()]*\)/g, ' ').split(',');
  const kept: string[] = [];
  const company = segments.findIndex((segment) => COMPANY.test(segment));
  if (company >= 0 && company < segments.length - 1) {
    return segments.slice(company === 0 ? 0 : company - 1).join(',');
  }
  const isList = /\sand\s|^\s*and\s/u.test(segments.at(-1) ?? '');
  for (let at = segments.length - 1; at >= 0; at--) {
    const segment = segments[at] ?? '';
    const behind = kept[0];
    const isListed = isList && !LEAD.test(segment) && isShort(segment);
    if (behind !== undefined && !isListed) {
      break;
    }
    kept.unshift(segment);
  }
  return kept.join(',').replace(/^\s*,/, '');
}

/** "The Office, in coordination with others": the name in front. */
function headBeforeCompany(text: string): string {
  const segments = text.split(',');
  const company = segments.findIndex((segment) => COMPANY.test(segment));
  return company > 0 ? (segments[company - 1] ?? '') : '';
}

/** Bodies that a plan has named before, and calls by what they are. */
const GENERIC_BODIES =
  /^\s*(?:the\s+|all\s+|all of the\s+)?(?:(?:federal|national|local|regional|public|government|participating)\s+)?(?:agencies|departments|ministries|municipalities|councils|regions|cities)(?:\s+and\s+(?:agencies|departments|ministries|municipalities|cities|regions))?\s*$/iu;

function isShort(segment: string): boolean {
  return segment.trim() !== '' && segment.trim().split(/\s+/).length <= 6 && /\p{Lu}/u.test(segment);
}

const COMPANY =
  /^\s*(?:along with|together with|with(?: the)? (?:support|help|assistance|cooperation|involvement) (?:of|from)|in (?:close )?(?:co-?operation|collaboration|coordination|partnership|consultation) with|supported by|jointly with|working with|by working|acting through)/iu;

/** How phrases begin that say where, when or why. */
const LEAD =
  /^\s*(?:in|under|through|within|as|at|on|for|following|based|building|to|since|given|furthermore|moreover|therefore|additionally|however|finally|once|when|while|by|from|after|before|during|throughout|specifically|according|alongside|drawing|taking|considering|pursuant|despite|without|where|if)\b/iu;

/** A name that the words are: "The Maritime Administration (MA)", "HLG". */
function properName(text: string): string | undefined {
  const words = text
    .trim()
    .replace(/^(?:the|a|an|new|future)\s+/iu, '')
    .replace(/\s+/g, ' ');
  if (/^[\p{Lu}][\p{Lu}\d&-]{2,9}$/u.test(words)) {
    return words;
  }
  const isTitled =
    /^\p{Lu}[\p{L}'’-]*(?:\s+(?:\p{Lu}[\p{L}'’-]*|of|for|and|on|the|in|against|to|de|du|des|der)){1,9}(?:\s*\(\p{Lu}[\p{L}\d-]*\))?$/u.test(
      words,
    );
  return isTitled && BODY.test(words) ? words : undefined;
}

const BODY =
  /\b(?:Ministr(?:y|ies)|Department|Agency|Office|Authority|Council|Committee|Commission|Board|Secretariat|Bureau|Network|Group|Service|Government|Parliament|Institute|Centre|Center|Directorate|Administration|Presidency|Union|Association|University|Foundation|Bank|Unit|Federation|Forum|Alliance|Platform|Team|Police|Minister|Secretary|Task ?Force)\b/u;

/** Further behind, an actor is not who the sentence is about; the bound keeps the time in proportion to the text. */
const LONGEST_HEAD = 160;

/** What may stand in front of the name of who acts: articles, adjectives, people who act for it. */
const NEAR_HEAD =
  /^(?:[\s,]|the|all|both|each|every|and|but|while|where|in particular|a|an|new|future|other|EU|national|competent|relevant|responsible|its|their|our|participating|upcoming|also|most|some|several|European|\p{L}+(?:ian|ish|ese|lgian|nch|utch|ech|riot)|(?:\p{L}+ ){0,2}(?:holders|representatives|ministers?|ministry|ministries|services?|experts|officers|authorities|authority|police|governments?|delegations|departments?|members|presidency|heads?|secretariat|board) of (?:the )?)+$/iu;

function shortened(text: string): string {
  const words = text.trim();
  return words.length > 50 ? `${words.slice(0, 49)}…` : words;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
