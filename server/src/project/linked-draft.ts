import { actionsOfSections, keyOf } from '../model/entry';
import type { Report } from '../model/report';
import { actionLabel, type Roadmap } from '../model/roadmap';
import type { Suggestion } from '../model/suggestion';

/**
 * The text of a Markdown report in which headings name the actions that their sections are plainly about, as somebody
 * would who corrects the draft of an import. An action that is named somewhere, or guessed twice, is left alone.
 *
 * @param suggestions what sections seem to be about
 */
export function linkedDraft(
  { text, sections }: Report,
  suggestions: readonly Suggestion[],
  roadmaps: readonly Roadmap[],
): string {
  const named = actionsOfSections(sections);
  const guesses = suggestions.filter(({ role, confidence }) => role === 'main' && confidence >= SURE);
  const insertions = guesses.flatMap((guess) => {
    const { section, action, roadmap: id } = guess;
    const roadmap = roadmaps.find((one) => one.id === id);
    const isOnly = guesses.filter((other) => keyOf(other) === keyOf(guess)).length === 1 && !named.has(keyOf(guess));
    if (!roadmap || !section.heading || !isOnly) {
      return [];
    }
    const name = roadmaps.length > 1 ? `${id}:${action}` : actionLabel(roadmap, action);
    return [{ at: section.start + section.heading.span.end, words: ` (${name})` }];
  });
  let linked = '';
  let from = 0;
  for (const { at, words } of insertions.sort((a, b) => a.at - b.at)) {
    linked += text.slice(from, at) + words;
    from = at;
  }
  return linked + text.slice(from);
}

/** How sure a guess has to be that nobody looks at. */
const SURE = 0.8;
