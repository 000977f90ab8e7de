import { sentencesOf } from '../parse/sentences';
import { isAhead } from './ahead';
import { deadlinesIn, type FieldDeadline, readDeadlineField } from './deadlines';
import { foreignItem } from './foreign-undertakings';
import { withoutDates } from './joined-deadlines';
import type { Passage } from './passages';
import { predicatesIn } from './predicates';
import { headline, titleFrom } from './short-titles';
import { agentsIn, companyIn, readSubject } from './subjects';
import type { ProseHelp, Undertaking } from './undertakings';
import { baseVerbAt, gerundAt } from './verbs';

/** No sentence is read further. */
const LONGEST_SENTENCE = 4000;

/** An item of a list as one undertaking: "Establish a working group", "Setting up of a network". */
export function wholeItem(passage: Passage, help: ProseHelp): Undertaking | undefined {
  if (help.language !== 'en') {
    return foreignItem(passage, help.language, help);
  }
  const first = sentencesOf(passage.text)[0];
  const sentence = passage.text.slice(first?.start ?? 0, Math.min(first?.end ?? 0, LONGEST_SENTENCE)).trim();
  const said = saidIn(sentence, help, passage.place);
  const verb = baseVerbAt(sentence) ?? gerundAt(sentence);
  const deadlines = deadlinesIn(sentence, help.style).filter((one) => isAhead(one, help.since));
  const object = withoutDates(verb ? sentence.slice(verb.end) : sentence, deadlines, verb?.end ?? 0);
  const own = verb ? titleFrom(verb.verb, object.replace(/^\s*of\b/, '')) || headline(sentence) : headline(object);
  const title = said?.title ?? own;
  const deadline = deadlines.at(-1) ?? bracketed(sentence, help);
  return title === ''
    ? undefined
    : {
        title,
        actors: [...new Set([...(said?.actors ?? []), ...agentsIn(sentence, help), ...companyIn(sentence, help)])],
        deadline: deadline?.deadline ?? {},
        checks: deadline?.check === undefined ? [] : [deadline.check],
        place: passage.place,
      };
}

/** "Agencies must adopt password policies": who, and what of it is a title. Undefined where no verb says so. */
export function saidIn(
  sentence: string,
  help: ProseHelp,
  place: number,
): { readonly title: string; readonly actors: readonly string[] } | undefined {
  const [predicate] = predicatesIn(sentence);
  const [act] = predicate?.acts ?? [];
  if (!predicate || !act?.verb || act.isPassive || act.isState || predicate.isSubordinate) {
    return undefined;
  }
  const object = sentence.slice(act.object.start, act.object.end);
  const isHaving = act.verb.base === 'have' && !/^\s*to\b/u.test(object);
  if (act.verb.isEffect && !isHaving) {
    return undefined;
  }
  const title = isHaving ? headline(object.replace(/^\s*in place\b/u, '')) : titleFrom(act.verb, object);
  const subject = readSubject(sentence.slice(predicate.subject.start, predicate.subject.end), [], help, place);
  return title.includes(' ') ? { title, actors: subject.actors } : undefined;
}

/** A date in brackets at the end of an item: "Measure noise (2025)". */
function bracketed(sentence: string, help: ProseHelp): FieldDeadline | undefined {
  const inside = /\(([^()]{4,60})\)[.;]?$/u.exec(sentence)?.[1];
  const read = inside === undefined ? undefined : readDeadlineField(inside, help.style);
  return read?.deadline.due === undefined ? undefined : read;
}
