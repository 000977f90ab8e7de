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
export function readAnnouncement(text: string, help: ProseHelp, place: number): Announcement | undefined {
  if (text.length > LONGEST) {
    return undefined;
  }
  const [deadline, ...others] = deadlinesIn(text, help.style);
  const isDate =
    deadline !== undefined &&
    others.length === 0 &&
    withoutDates(text, [deadline], 0).replace(/[^\p{L}]/gu, '').length <= MOST_BESIDE;
  const subject = WHO.exec(text)?.[1];
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

const LONGEST = 200;

/** Letters that may stand beside a date: "by", "phase 1". */
const MOST_BESIDE = 12;

const WHO =
  /^(.{2,120}?)\s+(?:will|shall|should|must|agrees? to|commits? to|undertakes? to|(?:is|are) (?:invited|asked|encouraged|requested|called (?:up)?on) to)(?:\s+\p{L}+ly|\s+also)?\s*:$/u;
