import { sentencesOf } from '../parse/sentences';
import type { WrittenDeadline } from '../write/roadmap-text';
import { deadlinesIn } from './deadlines';
import { withoutDates } from './joined-deadlines';
import { readSubject } from './subjects';
import type { ProseHelp, Undertaking } from './undertakings';

/** What a line says of all that stands behind it: "The Agency will:", "Within 90 days of this decision:". */
export interface Announcement {
  readonly actors: readonly string[];
  readonly deadline: WrittenDeadline | undefined;
}

/** Reads a line that ends with a colon; undefined where it says neither who nor by when. */
export function readAnnouncement(paragraph: string, help: ProseHelp, place: number): Announcement | undefined {
  const last = sentencesOf(paragraph.slice(-LONGEST_PARAGRAPH)).at(-1);
  const text = paragraph.slice(-LONGEST_PARAGRAPH).slice(last?.start).trim();
  if (text.length > LONGEST) {
    return undefined;
  }
  const [deadline, ...others] = deadlinesIn(text, help.style);
  const isDate =
    deadline !== undefined &&
    others.length === 0 &&
    withoutDates(text, [deadline], 0).replace(/[^\p{L}]/gu, '').length <= MOST_BESIDE;
  const subject = ASKED.exec(text)?.[1] ?? WHO.exec(text)?.[1];
  const actors = subject === undefined ? [] : readSubject(subject, [], help, place).actors;
  return isDate || actors.length > 0 ? { actors, deadline: isDate ? deadline.deadline : undefined } : undefined;
}

/** What somebody undertakes behind such a line, with what the line says where it says nothing of that itself. */
export function withAnnounced(one: Undertaking, announced: Announcement | undefined): Undertaking {
  if (!announced) {
    return one;
  }
  const isOpen = one.deadline.due === undefined && one.deadline.stated === undefined;
  return {
    ...one,
    actors: one.actors.length > 0 ? one.actors : announced.actors,
    deadline: isOpen ? (announced.deadline ?? {}) : one.deadline,
  };
}

/** Whether a paragraph ends with words by which all that is listed behind it is undertaken or asked for. */
export function announcesDuties(text: string): boolean {
  const end = text.slice(-LONGEST);
  return text.endsWith(':') && (DUTIES.test(end) || ASKED.test(end) || DECIDES.test(end));
}

/** Whether a paragraph ends with words that say what something leads to: "This allows:". */
export function announcesEffects(text: string): boolean {
  return /(?<!\p{L})(?:allows?|enables?|helps?|benefits|advantages|permiten?|permitirán?|permet(?:tent)?|permettra|permett(?:e|ono)|consent(?:e|ono)|ermöglich(?:t|en)|maakt mogelijk|möjliggör|muliggør|umożliwia(?:ją)?|ventajas|avantages|vantaggi|vantagens|vorteile|voordelen|fördelar)\s*:$/iu.test(
    text,
  );
}

const DUTIES =
  /(?:\b(?:will|shall|must|should|agrees? to|commits? to|undertakes? to|(?:is|are) (?:invited|asked|encouraged|requested|called (?:up)?on|urged) to)(?:\s+\p{L}+ly|\s+also)?|(?<!\p{L})(?:ingår att|skall?|ska|skal|s['’]engage(?:nt)? à|nous engageons à|se comprometen? a|nos comprometemos a|si impegna(?:no)? a|comprometem?-se a|verpflichte[nt] sich|verbind(?:t|en) zich ertoe|zobowiązuj[eą] się do|deve|devono|devr(?:a|ont)|deber(?:á|án)|dever(?:á|ão)|zal|zullen|wird|werden|soll|sollen)(?!\p{L})[^.:]{0,60})\s*:$/iu;

/** "Decides:" as the last word, in several languages. */
const DECIDES =
  /(?<!\p{L})(?:(?:hereby )?(?:decides?|resolves?)|(?:have|has) (?:decided|agreed)(?: to)?|décide(?:nt)?|acuerda[n]?|resuelven?|delibera|decide|dispone|decide[m]?|delibera|resolve|beschlie(?:ß|ss)t|besluit(?:en)?|beslutar|beslutter|uchwala|postanawia)\s*(?:que|dass|dat|att|at|,)?\s*:$/iu;

/** "INVITES the Commission to:" */
const ASKED =
  /(?:^|[\s,])(?:invites?|calls? (?:up)?on|urges?|requests?|asks?|encourages?|tasks?|mandates?|instructs?)\s+([^.;:]{2,120}?)\s+to(?:\s+\p{L}+ly)?\s*:$/iu;

const LONGEST_PARAGRAPH = 1000;

const LONGEST = 200;

/** Letters that may stand beside a date: "by", "phase 1". */
const MOST_BESIDE = 12;

const WHO =
  /^(.{2,120}?)\s+(?:will|shall|should|must|agrees? to|commits? to|undertakes? to|(?:is|are) (?:invited|asked|encouraged|requested|called (?:up)?on) to)(?:\s+\p{L}+ly|\s+also)?\s*:$/u;
