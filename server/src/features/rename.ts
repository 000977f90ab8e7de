import { foldName, namesOf } from '../model/actor';
import { deliverablesOf } from '../model/roadmap';
import type { Snapshot } from '../model/snapshot';
import type { Span } from '../model/span';
import { type Occurrence, type Subject, subjectKey } from '../model/subject';
import { oneLine } from './written-names';

/** What is to get another name. */
export interface RenameTarget {
  readonly subject: RenamedSubject;
  /** The id, one of the names of an actor, or the title of an action, deliverable or area. */
  readonly of: 'id' | 'name' | 'title';
  /** What it is called now. */
  readonly written: string;
  /** Where that stands under the cursor. */
  readonly span: Span;
}

type RenamedSubject = Extract<Subject, { kind: 'roadmap' | 'action' | 'deliverable' | 'area' | 'actor' | 'footnote' }>;

/** Why something cannot be renamed, for the person who tries. */
export interface Refusal {
  readonly refusal: string;
}

/**
 * What can be renamed where a person points.
 *
 * @param at what is named there
 * @param text the file
 * @param isReadOnly whether a file is one that ships with Rapporteur
 */
export function renameTarget(
  snapshot: Snapshot,
  at: readonly Occurrence[],
  text: string,
  isReadOnly: (uri: string) => boolean,
): RenameTarget | Refusal {
  const [occurrence, another] = at;
  if (!occurrence) {
    return { refusal: NOTHING_HERE };
  }
  if (another && subjectKey(another.subject) !== subjectKey(occurrence.subject)) {
    return {
      refusal: 'These words stand for several things, so it is not clear which is meant. Rename where it is defined.',
    };
  }
  const { subject, form, name } = occurrence;
  const written = text.slice(name.start, name.end);
  switch (subject.kind) {
    case 'roadmap':
      return roadmapTarget(snapshot, subject, occurrence, isReadOnly);
    case 'document':
      return { refusal: 'The number of a document is given by whoever issued it, so it is not renamed.' };
    case 'report':
      return {
        refusal: 'This is the name of a file. Rename the file, and what names it as the previous report follows.',
      };
    case 'footnote':
      return { subject, of: 'id', written, span: name };
    case 'actor':
      return actorTarget(snapshot, subject, occurrence, oneLine(written), isReadOnly);
    default: {
      const title = form === 'title' ? titleOf(snapshot, subject) : undefined;
      if (form === 'title' && title !== undefined) {
        return ownTarget(snapshot, { subject, of: 'title', written: title, span: name }, isReadOnly);
      }
      return form === 'id'
        ? ownTarget(snapshot, { subject, of: 'id', written: subject.id, span: name }, isReadOnly)
        : { refusal: NO_ID };
    }
  }
}

/** The title that a roadmap gives something. */
function titleOf(
  { roadmaps }: Snapshot,
  { kind, roadmap: id, id: own }: Extract<Subject, { kind: 'action' | 'deliverable' | 'area' }>,
): string | undefined {
  const roadmap = roadmaps.get(id);
  const items = !roadmap
    ? []
    : kind === 'area'
      ? roadmap.areas
      : kind === 'action'
        ? roadmap.actions
        : deliverablesOf(roadmap);
  return items.find((item) => item.id === own)?.title;
}

/** Why a new name cannot be given; undefined where it can. */
export function newNameRefusal(
  { subject, of, written }: RenameTarget,
  newName: string,
  snapshot: Snapshot,
  labelsInFile: ReadonlySet<string>,
): string | undefined {
  const isSame = newName === written;
  if (subject.kind === 'footnote') {
    return /^[^\s[\]^`\\]{1,100}$/.test(newName)
      ? labelsInFile.has(newName) && !isSame
        ? `There is a footnote “${newName}” in this file already.`
        : undefined
      : 'The label of a footnote is a number or a word, without spaces and brackets.';
  }
  if (subject.kind === 'actor' && of === 'name') {
    return actorNameRefusal(subject.id, newName, snapshot);
  }
  if (of === 'title') {
    return TITLE.test(newName)
      ? undefined
      : 'A title is one line of up to 300 characters, with none of the signs that Markdown gives a meaning to: | * ` < > [ ] \\.';
  }
  if (!ID.test(newName)) {
    return `“${newName}” is no id. An id has letters, digits, and single hyphens or full stops between them.`;
  }
  if (YAML_WORD.test(newName)) {
    return `Programs that read YAML take “${newName}” for something else than a text. Choose another id.`;
  }
  if ((subject.kind === 'actor' || subject.kind === 'roadmap') && !/\p{L}/u.test(newName)) {
    return `A report could not tell “${newName}” from a number. The id of ${subject.kind === 'actor' ? 'an actor' : 'a roadmap'} has a letter.`;
  }
  if (subject.kind === 'roadmap') {
    const folded = newName.toLowerCase();
    const taken = [...snapshot.roadmaps.values()].find(({ id }) => id !== written && id.toLowerCase() === folded);
    return taken && `“${newName}” is taken: it is the id of “${taken.title}”.`;
  }
  if (subject.kind === 'actor') {
    const other = snapshot.actors.named(newName).find(({ id }) => id !== subject.id);
    return other && `“${newName}” is taken: it is an id or a name of “${other.name}”.`;
  }
  const roadmap = snapshot.roadmaps.get(subject.roadmap);
  const folded = newName.toLowerCase();
  const isOther = (kind: Subject['kind'], id: string) => kind !== subject.kind || id !== subject.id;
  const numbered = [
    ...(roadmap?.actions ?? []).map(({ id, title }) => ({ kind: 'action', id, title }) as const),
    ...(roadmap ? deliverablesOf(roadmap) : []).map(({ id, title }) => ({ kind: 'deliverable', id, title }) as const),
  ];
  const areas = (roadmap?.areas ?? []).map(({ id, title }) => ({ kind: 'area', id, title }) as const);
  const taken = (subject.kind === 'area' ? areas : numbered).find(
    ({ kind, id, title }) =>
      isOther(kind, id) && (id.toLowerCase() === folded || (kind === 'area' && foldName(title) === folded)),
  );
  if (taken) {
    return `“${newName}” is taken: it is the ${taken.kind} “${taken.title}” of this roadmap.`;
  }
  const isOfAction = roadmap?.actions.some(({ deliverables }) => deliverables.some(({ id }) => id === subject.id));
  const isNumbered = subject.kind === 'action' || (subject.kind === 'deliverable' && isOfAction);
  const isNumber = NUMBER.test(newName) || (subject.kind === 'action' && /^\p{Lu}+$/u.test(newName));
  if (isNumbered && NUMBER.test(written) && !isNumber) {
    const label = roadmap?.labels[0] ?? 'Action';
    return `Reports can write “${label} ${written}”, and nobody would see a number in “${label} ${newName}”. Choose a number.`;
  }
  if (subject.kind !== 'area' && !/\p{N}/u.test(newName) && !/^\p{Lu}+$/u.test(newName)) {
    return `A report could not tell “${newName}” from a word. Such an id has a digit, or only capital letters.`;
  }
  return undefined;
}

function actorTarget(
  snapshot: Snapshot,
  subject: Extract<Subject, { kind: 'actor' }>,
  { form, name }: Occurrence,
  written: string,
  isReadOnly: (uri: string) => boolean,
): RenameTarget | Refusal {
  const actor = snapshot.actors.byId(subject.id);
  if (!actor) {
    return { refusal: `There is no actor “${subject.id}”, so there is nothing to rename.` };
  }
  if (isReadOnly(actor.uri)) {
    return {
      refusal: `“${actor.name}” ships with Rapporteur. To call it otherwise, define it in an actors.yaml of your own.`,
    };
  }
  if (form === 'other' || form === 'title') {
    return {
      refusal: 'What stands here could be several actors, or is written over several lines. Rename it in actors.yaml.',
    };
  }
  const namesake = form === 'name' && snapshot.actors.named(written).find(({ id }) => id !== actor.id);
  if (namesake) {
    return {
      refusal: `“${written}” is a name of “${namesake.name}” too, so it is not clear whom reports mean by it. Change it by hand.`,
    };
  }
  const names = [...namesOf(actor), ...(actor.fieldNames ?? [])];
  const defined = form === 'id' ? actor.id : (names.find((one) => one === written) ?? foldedAmong(names, written));
  return { subject, of: form, written: defined ?? written, span: name };
}

function roadmapTarget(
  { roadmaps }: Snapshot,
  subject: Extract<Subject, { kind: 'roadmap' }>,
  { form, name }: Occurrence,
  isReadOnly: (uri: string) => boolean,
): RenameTarget | Refusal {
  const roadmap = roadmaps.get(subject.roadmap);
  if (!roadmap) {
    return { refusal: `There is no roadmap “${subject.roadmap}”, so there is nothing to rename.` };
  }
  if (isReadOnly(roadmap.uri)) {
    return {
      refusal: `“${roadmap.title}” ships with Rapporteur, and its id with it. An id of your own needs a roadmap of your own.`,
    };
  }
  return form === 'id' ? { subject, of: 'id', written: subject.roadmap, span: name } : { refusal: NO_ID };
}

function foldedAmong(names: readonly string[], written: string): string | undefined {
  return names.find((one) => foldName(one) === foldName(written));
}

/** An id that a roadmap of the workspace gives. */
function ownTarget(
  { roadmaps }: Snapshot,
  target: RenameTarget & { readonly subject: { readonly roadmap?: string } },
  isReadOnly: (uri: string) => boolean,
): RenameTarget | Refusal {
  const roadmap = roadmaps.get(target.subject.roadmap ?? '');
  if (!roadmap) {
    return { refusal: NOTHING_HERE };
  }
  return isReadOnly(roadmap.uri)
    ? {
        refusal: `“${roadmap.title}” ships with Rapporteur, with the numbers and titles of the published document. They do not change.`,
      }
    : target;
}

function actorNameRefusal(id: string, newName: string, { actors }: Snapshot): string | undefined {
  if (!NAME.test(newName) || YAML_WORD.test(newName)) {
    return `“${newName}” cannot be written everywhere. A name has letters, digits, spaces, and - – . / & ( ) ’ between them.`;
  }
  if (/^\p{Ll}+$/u.test(newName)) {
    return `A report could not tell the name “${newName}” from a word. Start it with a capital letter, or use several words.`;
  }
  const [taken] = actors.named(newName);
  if (taken && taken.id !== id) {
    return `“${newName}” is taken: it is an id or a name of “${taken.name}”, and reports could not tell the two apart.`;
  }
  const own = actors.byId(id);
  return own && [...namesOf(own), ...(own.fieldNames ?? [])].includes(newName)
    ? `This actor is called “${newName}” already.`
    : undefined;
}

/** A title, which reports write into headings and tables. */
const TITLE = /^(?=.{1,300}$)[^\s|*`<>[\]\\](?:[^\n\r|*`<>[\]\\]*[^\s|*`<>[\]\\])?$/u;

/** Words of an id: what can stand behind a label, in a table, in a heading and in YAML without being anything else. */
const ID = /^(?=.{1,40}$)[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*$/u;

/** What is taken for a number behind a label, whether an action has it or not (`createActionNumberScanner`). */
const NUMBER = /^(?:\p{Lu}{1,3}\.)?\d{1,4}(?:\.\d{1,3}){0,3}\p{L}?$/u;

/** A name without any sign that Markdown or YAML gives a meaning to, in a sentence or in brackets. */
const NAME = /^(?=.{2,200}$)(?=.*\p{L})[\p{L}\p{N}](?:[\p{L}\p{N} .()/&’–-]*[\p{L}\p{N}.)’])?$/u;

const YAML_WORD = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

const NOTHING_HERE =
  'There is nothing here that Rapporteur can rename. Point at the number or title of an action or a deliverable, at an area, ' +
  'an actor, a footnote or the id of a roadmap.';

const NO_ID = 'The id does not stand here by itself. Point at a place where it does, or at its line in the roadmap.';
