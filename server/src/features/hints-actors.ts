import type { Actor } from '../model/actor';
import type { SectionReading } from '../model/report';
import type { Span } from '../model/span';
import type { HintContext, InlayHint } from './inlay-hints';

/**
 * The abbreviation of each actor that a section calls by a longer name, behind the first of these names. Not in its
 * heading: most are titles of actions, which are not for us to fill up.
 */
export function actorHints({ heading, mentions, fields }: SectionReading, context: HintContext): readonly InlayHint[] {
  const { actors, words } = context;
  const named = [
    ...(fields.actors?.value ?? []).flatMap(({ actors: [id, more], ...name }) =>
      id === undefined || more !== undefined ? [] : [{ ...name, actor: id }],
    ),
    ...mentions.actors.filter(
      ({ span }) => !heading || span.end <= heading.span.start || span.start >= heading.span.end,
    ),
  ];
  const seen = new Set<string>();
  return [...named]
    .sort((a, b) => a.span.start - b.span.start)
    .flatMap(({ actor: id, text, span }) => {
      const actor = actors.byId(id);
      const short = actor && abbreviationFor(actor, text);
      if (!actor || short === undefined || seen.has(id)) {
        return [];
      }
      seen.add(id);
      return stands(short, words, span) ? [] : [hint(actor, short, span)];
    });
}

/** Undefined where an actor has none, or the name as written has it in it. */
function abbreviationFor({ short, id }: Actor, name: string): string | undefined {
  const isShorter = short !== undefined && short.length < name.length && name !== id;
  return isShorter && /\p{Lu}.*\p{Lu}/u.test(short) && !name.includes(short) ? short : undefined;
}

/** Whether the abbreviation stands right behind the name: "European Union Drugs Agency (EUDA)". */
function stands(short: string, words: string, { end }: Span): boolean {
  return words.slice(end, end + short.length + LONGEST_JOINT).includes(short);
}

/** What may stand between a name and its abbreviation, in UTF-16 units. */
const LONGEST_JOINT = 8;

function hint({ uri, span: place, name }: Actor, label: string, { end }: Span): InlayHint {
  return { kind: 'actor', offset: end, label, tooltip: name, target: { uri, span: place } };
}
