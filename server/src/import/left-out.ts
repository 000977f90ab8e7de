import { sentencesOf } from '../parse/sentences';
import { isAhead, isNew } from './ahead';
import { deadlinesIn, type SentenceDeadline } from './deadlines';
import type { FoundPlan } from './find-actions';
import type { ImportNote } from './imported-roadmap';
import { oneForJoined } from './joined-deadlines';
import { type Passage, placeAt } from './passages';
import { predicatesIn } from './predicates';
import type { TitlePage } from './title-page';
import { LONGEST_SENTENCE, type ProseHelp } from './undertakings';

/**
 * Sentences that may undertake something that was not taken: those that name a day to come where nothing has that
 * deadline, and those that say what an actor is to do where nothing was taken at all. Many are no commitments, but
 * whoever looks for one that is missing finds it among them.
 *
 * @returns a note for each, `not-understood`, in the order of the document
 */
export function leftOut(
  passages: readonly Passage[],
  plan: FoundPlan,
  page: TitlePage,
  help: ProseHelp,
): readonly ImportNote[] {
  const taken = takenDeadlines(plan);
  const notes: ImportNote[] = [];
  for (const passage of passages) {
    const isProse = passage.kind === 'text' || passage.kind === 'item';
    if (!isProse || passage.place === page.titlePlace || passage.place === page.datePlace) {
      continue;
    }
    for (const { start, end } of sentencesOf(passage.text)) {
      const sentence = passage.text.slice(start, end).trim();
      if (sentence.length > LONGEST_SENTENCE) {
        continue;
      }
      const place = placeAt(passage, start);
      const takenHere = [place, passage.place].flatMap((one) => taken.get(one) ?? []);
      const date = dateLeft(sentence, takenHere, help);
      if (date) {
        const words = shortened(sentence, date.start);
        const text = `Nothing was taken that is due “${date.deadline.stated ?? ''}”: “${words}”.`;
        notes.push({ kind: 'not-understood', place, text });
      } else if (takenHere.length === 0 && saysWhatActorDoes(sentence, help)) {
        const text = `Nothing was taken from “${shortened(sentence, 0)}”.`;
        notes.push({ kind: 'not-understood', place, text });
      }
    }
  }
  return notes;
}

/** The words of the deadlines that were taken ("" for none), by place. */
function takenDeadlines({ actions, commitments }: FoundPlan): ReadonlyMap<number, readonly string[]> {
  const taken = new Map<number, string[]>();
  for (const { place, deadline } of [...actions, ...actions.flatMap((one) => one.deliverables), ...commitments]) {
    taken.set(place, [...(taken.get(place) ?? []), deadline.stated ?? deadline.due ?? '']);
  }
  return taken;
}

function dateLeft(sentence: string, taken: readonly string[], help: ProseHelp): SentenceDeadline | undefined {
  return oneForJoined(sentence, deadlinesIn(sentence, help.style)).find(
    (one) =>
      isAhead(one, help.since) &&
      isNew(one, help.since) &&
      !taken.some((words) => words.includes(one.deadline.stated ?? '')),
  );
}

function saysWhatActorDoes(sentence: string, { actors }: ProseHelp): boolean {
  return (
    !sentence.endsWith(':') &&
    predicatesIn(sentence).some(
      ({ kind, isSubordinate, subject }) =>
        kind !== 'planned' && !isSubordinate && actors.find(sentence.slice(subject.start, subject.end)).length > 0,
    )
  );
}

/** The words of a sentence around an offset in it. */
function shortened(sentence: string, around: number): string {
  const start = around <= CONTEXT ? 0 : sentence.indexOf(' ', around - CONTEXT) + 1;
  const space = sentence.length > around + 2 * CONTEXT ? sentence.lastIndexOf(' ', around + 2 * CONTEXT) : -1;
  const end = space > start ? space : sentence.length;
  const words = sentence.slice(start, end).replace(/\.$/u, '');
  return `${start > 0 ? '… ' : ''}${words}${end < sentence.length ? ' …' : ''}`;
}

const CONTEXT = 70;
