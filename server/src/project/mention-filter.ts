import { namesOf } from '../model/actor';
import type { Subject } from '../model/subject';
import type { WorkspaceSnapshot } from './workspace';

/**
 * Tells of a text, without reading it as a report, whether it can name a subject at all. False is certain, true is not.
 */
export function textFilter(subject: Subject, { actors, settings }: WorkspaceSnapshot): (text: string) => boolean {
  switch (subject.kind) {
    case 'roadmap':
    case 'area':
    case 'action':
    case 'deliverable':
      // A report that names no roadmap is read against the one of the settings.
      return settings.roadmap === subject.roadmap ? () => true : (text) => text.includes(subject.roadmap);
    case 'actor': {
      const actor = actors.byId(subject.id);
      const names = [subject.id, ...(actor ? [...namesOf(actor), ...(actor.fieldNames ?? [])] : [])];
      const words = names.map((name) => name.toLowerCase().match(WORD) ?? []);
      return (text) => {
        const folded = text.toLowerCase();
        return words.some((all) => all.every((word) => folded.includes(word)));
      };
    }
    case 'document': {
      const numbers = (subject.id.match(/\d{3,}/g) ?? []).filter((number) => !/^(?:19|20)\d\d$/.test(number));
      return (text) => numbers.every((number) => text.includes(number));
    }
    case 'report':
      return (text) => text.includes('previous');
    case 'footnote':
      return () => false;
  }
}

/**
 * Tells of a text, without reading it, whether it can lead to other files by their paths: as `previous`, by a link, or as
 * a piece of evidence. False is certain, true is not.
 */
export function mayHavePaths(text: string): boolean {
  return text.includes('previous') || text.includes('](') || LABELLED_LINK.test(text) || PATH.test(text);
}

/** "[label]: target", which is no footnote. */
const LABELLED_LINK = /^[\s>]*\[(?!\^)[^\]\n]{1,200}\]:/m;

const PATH = /\.{1,2}\/|\.(?:md|ya?ml|pdf|docx?|xlsx?|pptx?|odt|ods|csv|txt|html?|png|jpe?g)\b/i;

const WORD = /[\p{L}\p{N}]+/gu;
