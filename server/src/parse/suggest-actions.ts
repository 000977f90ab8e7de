import type { Report, Section, SectionReading } from '../model/report';
import type { Roadmap } from '../model/roadmap';
import type { Suggestion } from '../model/suggestion';
import { type ActionEvidence, indexActionEvidence } from './action-evidence';
import { areaReader } from './area-headings';
import { MARGIN, NOTHING, readSectionTerms, type SectionTerms, scoreSection } from './section-evidence';
import { createTermReader, type TermReader } from './subject-terms';

/** Guesses which actions the sections of a report are about; made once for some roadmaps. */
export type ActionSuggester = (report: Report) => readonly Suggestion[];

/**
 * A suggester for these roadmaps. For each section with a heading that names no action it compares the words of heading
 * and text, by stem and by what they mean in general policy language, with what the roadmaps say about each action, and
 * names the action that they speak for, where enough does and much less speaks for every other one. Passages of such a
 * section that plainly say what another action promises are named beside it. English only: a text in another language
 * gets no guesses, or those that its names and cognates give.
 *
 * What it found for a section it keeps for as long as that section lives, so that after an edit only changed sections
 * are read again. Linear in the length of the text; never throws.
 */
export function createActionSuggester(roadmaps: readonly Roadmap[]): ActionSuggester {
  const known = new WeakMap<SectionReading, readonly SectionSuggestion[]>();
  let indexed: { readonly reader: TermReader; readonly evidence: readonly ActionEvidence[] } | undefined;
  const areaOf = areaReader(roadmaps);
  const suggest = (section: Section): readonly SectionSuggestion[] => {
    const present = known.get(section.reading);
    if (present) {
      return present;
    }
    if (!indexed || indexed.reader.isFull()) {
      const reader = createTermReader();
      indexed = { reader, evidence: roadmaps.map((roadmap) => indexActionEvidence(roadmap, reader)) };
    }
    const found = areaOf(section) ? [] : suggestForSection(section, indexed.evidence, indexed.reader);
    known.set(section.reading, found);
    return found;
  };
  return ({ sections }) => {
    const all: Suggestion[] = [];
    for (const [index, section] of sections.entries()) {
      if (namesNoAction(section.reading) && !isGroup(sections, index)) {
        for (const found of suggest(section)) {
          all.push({ ...found, section });
        }
      }
    }
    return all;
  };
}

/**
 * Whether a section that says something else than before may be, or make the section above it, one that there are other
 * guesses about: not where it names an action, then as now, and is as high a heading.
 */
export function mayChangeGuesses(before: SectionReading, now: SectionReading): boolean {
  const isEntry = before.actions.length > 0 && now.actions.length > 0;
  return !isEntry || before.heading?.level !== now.heading?.level;
}

/** A suggestion without the place of its section, which an edit elsewhere may move. */
type SectionSuggestion = Omit<Suggestion, 'section'>;

function namesNoAction(section: SectionReading): boolean {
  return (
    section.heading !== undefined &&
    section.actions.length === 0 &&
    section.mentions.actions.length === 0 &&
    section.rows.every((row) => row.actions.length === 0)
  );
}

/** A heading over other headings, without a text of its own. */
function isGroup(sections: readonly Section[], index: number): boolean {
  const section = sections[index];
  const next = sections[index + 1];
  return (section?.heading?.level ?? 0) < (next?.heading?.level ?? 0) && section?.hasProse === false;
}

function suggestForSection(
  section: Section,
  evidence: readonly ActionEvidence[],
  reader: TermReader,
): readonly SectionSuggestion[] {
  const terms = readSectionTerms(section, reader, evidence);
  const main = mainSuggestion(section, terms, evidence);
  return [...(main ? [main] : []), ...passageSuggestions(terms, evidence, main)];
}

interface Candidate {
  readonly roadmap: string;
  readonly action: string;
  readonly score: number;
}

function mainSuggestion(
  section: Section,
  terms: SectionTerms,
  evidence: readonly ActionEvidence[],
): SectionSuggestion | undefined {
  const [best, second] = evidence
    .flatMap((one) => {
      const scores = scoreSection(terms, one);
      return one.roadmap.actions.map(
        ({ id }, index): Candidate => ({ roadmap: one.roadmap.id, action: id, score: scores[index] ?? NOTHING }),
      );
    })
    .sort((a, b) => b.score - a.score);
  if (!best || !section.heading || best.score < 0 || best.score - (second?.score ?? NOTHING) < MARGIN) {
    return undefined;
  }
  return {
    roadmap: best.roadmap,
    action: best.action,
    confidence: confidenceOf(best.score),
    role: 'main',
    span: section.heading.span,
  };
}

/** From a half, where just enough speaks for an action, towards {@link MOST}: nobody can be sure of what is not said. */
function confidenceOf(score: number): number {
  return MOST - (MOST - 0.5) * Math.exp(-score / 2);
}

const MOST = 0.95;

function passageSuggestions(
  terms: SectionTerms,
  evidence: readonly ActionEvidence[],
  main: SectionSuggestion | undefined,
): readonly SectionSuggestion[] {
  const best = new Map<string, SectionSuggestion>();
  for (const { passage, meanings } of terms.passages) {
    for (const one of evidence) {
      for (const { action, covered } of one.passages.match(passage, meanings)) {
        const id = one.roadmap.actions[action]?.id ?? '';
        const key = `${one.roadmap.id}\n${id}`;
        const confidence = covered * MOST_FOR_PASSAGE;
        const isMain = main?.roadmap === one.roadmap.id && main.action === id;
        if (!isMain && confidence > (best.get(key)?.confidence ?? 0)) {
          best.set(key, {
            roadmap: one.roadmap.id,
            action: id,
            confidence,
            role: 'passage',
            span: passage.span,
          });
        }
      }
    }
  }
  return [...best.values()].sort((a, b) => a.span.start - b.span.start);
}

/** One sentence that says the same is good evidence, but not that the action is what the report means. */
const MOST_FOR_PASSAGE = 0.8;
