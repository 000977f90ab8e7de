import type { ActionMention, SectionReading } from '../model/report';
import { requiredActions } from '../model/scope';
import { overlaps, type Span } from '../model/span';
import { guessAction } from './action-guess';
import type { CheckEnvironment } from './check-context';
import { changeTo, didYouMean } from './did-you-mean';
import { markdownEntries, yamlEntries } from './example-reports';
import { type ForeignRoadmap, foreignRoadmap } from './foreign-roadmap';
import { numbersOfActions, relatedAction, relatedRoadmap } from './roadmap-links';
import type { Rule, RuleFinding } from './rule';

export const actionUnknown: Rule = {
  meta: {
    code: 'action-unknown',
    group: 'action',
    severity: 'error',
    summary: 'An action that the report’s roadmap does not have',
    why:
      'A wrong number sends the reader to another action or to none, and the action that was meant counts as ' +
      'forgotten. An action of a roadmap that the report is not on (“Action 5 (ports-2025)”) is none of its own ' +
      'either.\n\nIn a heading, field, table or YAML item it is an error. In running text it is only pointed out, ' +
      'because the sentence may mean another plan: name that plan in the same sentence and nothing is reported.',
    examples: [
      {
        language: 'markdown',
        bad: markdownEntries('Action 88: Unlocking the potential of Schengen Information System alerts', 'Action 14'),
        good: markdownEntries('Action 8: Unlocking the potential of Schengen Information System alerts', 'Action 14'),
      },
      { language: 'yaml', bad: yamlEntries('88', '14'), good: yamlEntries('8', '14') },
    ],
    fixable: true,
  },
  *checkSection(section, context) {
    const references = [section, ...section.rows].flatMap((place) => place.actions);
    const told = new Set<string>();
    for (const reference of knowsAllRoadmaps(context) ? references : []) {
      const foreign = foreignRoadmap(reference, context);
      if (foreign) {
        yield ofForeignRoadmap(foreign);
      } else if (!reference.known && reference.action.trim() !== '') {
        told.add(reference.action);
        yield finding({ ...reference, text: reference.action }, context, 'Correct the number, or report it elsewhere.');
      }
    }
    for (const mention of knowsAllRoadmaps(context) ? section.mentions.actions : []) {
      const foreign = isReference(mention.span, section) ? undefined : foreignRoadmap(mention, context);
      if (foreign) {
        yield { ...ofForeignRoadmap(foreign), severity: 'info' };
      } else if (!mention.known && !told.has(mention.action) && !isReference(mention.span, section)) {
        told.add(mention.action);
        yield {
          ...finding(
            mention,
            context,
            'If another plan is meant, name it in the same sentence.',
            again(mention, section),
          ),
          severity: 'info',
        };
      }
    }
  },
  *checkHeader(context) {
    const { scope } = context.header;
    const fields = [...(scope?.actions ?? []), ...(scope?.except.map((exception) => exception.action) ?? [])];
    for (const { value, span } of knowsAllRoadmaps(context) ? fields : []) {
      if (value !== undefined && !hasAction(value, context)) {
        const written = { action: value, roadmap: undefined, text: value, span };
        yield finding(written, context, 'Correct the number, so that the report is checked for the right actions.');
      }
    }
  },
};

interface Written {
  readonly action: string;
  readonly roadmap: string | undefined;
  /** The words at `span`; the id is a part of them. */
  readonly text: string;
  readonly span: Span;
  readonly title?: { readonly text: string };
}

function ofForeignRoadmap({ id, span, roadmap, near }: ForeignRoadmap): RuleFinding {
  return {
    span,
    message: roadmap
      ? `The report is not on “${id}”. Add it to “roadmap” in the header, or name one that is there.`
      : `There is no roadmap “${id}”.${didYouMean(near)}`,
    related: roadmap ? [relatedRoadmap(roadmap)] : [],
    fixes: () => near.map((name) => changeTo(name, span, false)),
  };
}

/** The mentions of an action behind its first one, which are not told again. */
function again(first: ActionMention, { mentions }: SectionReading): readonly ActionMention[] {
  return mentions.actions.filter((one) => one !== first && !one.known && one.action === first.action);
}

function finding(
  written: Written,
  { lookup, roadmaps }: CheckEnvironment,
  advice: string,
  others: readonly Written[] = [],
): RuleFinding {
  const guess = guessAction(written, lookup);
  const [only, another] =
    written.roadmap === undefined ? roadmaps : roadmaps.filter(({ id }) => id === written.roadmap);
  const what =
    only && !another
      ? `“${only.title}” has no action “${written.action}”, only ${numbersOfActions(only)}.`
      : `None of the report’s roadmaps has an action “${written.action}”.`;
  return {
    span: written.span,
    message: `${what}${guess ? didYouMean([guess.name]) : ` ${advice}`}`,
    related: guess ? [relatedAction(guess.roadmap, guess.action)] : roadmaps.map(relatedRoadmap),
    fixes: () => {
      const change = ({ text, action, span }: Written) =>
        changeTo(text.replace(action, guess?.action.id ?? action), span, guess?.settled ?? false);
      const edits = others.flatMap((other) => change(other).edits);
      const first = change(written);
      return guess ? [{ ...first, edits: [...first.edits, ...edits] }] : [];
    },
  };
}

/** Whether nothing is unknown only because its roadmap is, which is the finding of another rule. */
function knowsAllRoadmaps({ header, roadmaps }: CheckEnvironment): boolean {
  const named = header.roadmaps.map((field) => field.value);
  const isFromHeader = named.length > 0 && roadmaps.every(({ id }) => named.includes(id));
  return roadmaps.length > 0 && (!isFromHeader || named.every((name) => roadmaps.some(({ id }) => id === name)));
}

function isReference(span: Span, section: SectionReading): boolean {
  return [section, ...section.rows].some((place) => place.actions.some((reference) => overlaps(reference.span, span)));
}

function hasAction(text: string, { roadmaps, actors }: CheckEnvironment): boolean {
  return roadmaps.some((roadmap) => requiredActions(roadmap, { actions: [text], except: [] }, actors).length > 0);
}
