import { announcesDuties, announcesEffects } from './announcements';
import { GRAMMARS } from './foreign-verbs';
import { isDatedItem } from './item-fields';
import type { Language } from './languages';
import { readTable } from './milestone-tables';
import type { Section } from './outline';
import { baseVerbAt, gerundAt } from './verbs';

/** What each section of a document is for the roadmap. */
export interface Roles {
  /** Sections that are actions, in order. */
  readonly actions: ReadonlySet<Section>;
  /** Sections with a label that are deliverables of the action around them. */
  readonly deliverables: ReadonlySet<Section>;
  /** Whether the document itself numbers its actions. */
  readonly isLabelled: boolean;
  /** How the document calls its actions; empty where it does not. */
  readonly labels: readonly string[];
}

/**
 * Tells which sections are actions: those that a label or number says are, else those with lists or tables of
 * commitments, else those that say somebody undertakes something.
 *
 * @param title the section whose heading is the document's title; never an action
 * @param undertakes whether the prose of a section undertakes something
 */
export function rolesOf(
  sections: readonly Section[],
  title: Section | undefined,
  undertakes: (section: Section) => boolean,
  language: Language,
): Roles {
  const labelled = sections.filter((section) => section.labelled !== undefined && section !== title);
  const kinds = new Set(labelled.map(({ labelled: one }) => one?.kind));
  if (kinds.size > 0) {
    const actionKind = kinds.has('action') ? 'action' : kinds.has('area') ? 'area' : 'deliverable';
    const candidates = labelled.filter((section) => section.labelled?.kind === actionKind);
    const isInner = (section: Section) =>
      !candidates.some((other) => isInside(other, section) && other.labelled?.label !== section.labelled?.label);
    const innermost = candidates.filter(isInner);
    const isEnough = innermost.length > 1 || actionKind === 'action';
    // Areas that hold lists: the parts are the actions.
    if (isEnough && !(actionKind === 'area' && hasInner(sections, innermost, language))) {
      const labels = [...new Set(innermost.map(({ labelled: one }) => one?.label ?? ''))];
      const deliverables =
        actionKind === 'deliverable' ? [] : labelled.filter((section) => section.labelled?.kind === 'deliverable');
      return { actions: new Set(innermost), deliverables: new Set(deliverables), isLabelled: true, labels };
    }
  }
  const others = sections.filter(
    (section) => section !== title && section.depth > 0 && !STANDS_APART.test(section.title),
  );
  const holding = others.filter((section) => hasCommitmentList(section, language));
  const isLeaf = (section: Section) => !holding.some((other) => isInside(other, section));
  const lists = holding.filter(isLeaf);
  const inner = others.filter((section) => !others.some((other) => isInside(other, section)));
  const prose = inner.filter((section) => undertakes(section) || isVerbal(section, language));
  if (lists.length > 0 && lists.length * MOST_PROSE >= prose.length) {
    const beside = others.filter(
      (section) =>
        !lists.includes(section) &&
        isVerbal(section, language) &&
        lists.some((one) => one.parent === section.parent && one.depth === section.depth),
    );
    return { actions: new Set([...lists, ...beside]), deliverables: new Set(), isLabelled: false, labels: [] };
  }
  return {
    actions: new Set(sections.filter((section) => prose.includes(section) || lists.includes(section))),
    deliverables: new Set(),
    isLabelled: false,
    labels: [],
  };
}

/** Where so many times as many sections undertake something in prose, lists are not how the document does it. */
const MOST_PROSE = 3;

/** Whether a section is inside another one. */
export function isInside(section: Section, around: Section): boolean {
  for (let one = section.parent; one; one = one.parent) {
    if (one === around) {
      return true;
    }
  }
  return false;
}

/** Sections that say what the document is rather than what is to be done. */
const STANDS_APART =
  /^(?:introduction|conclusions?|annex(?:es)?|appendix|references|bibliography|signatures?|glossary|abbreviations|acronyms|foreword|preface|executive summary|table of contents|contents|background|context|methodology|acknowledge?ments|questions for delegations|contact|einleitung|vorwort|hintergrund|zusammenfassung|anhang|inhalt|sommaire|résumé|contexte|préambule|avant-propos|annexes?|resumen|introducción|antecedentes|contexto|prólogo|índice|anexos?|riassunto|sintesi|introduzione|premessa|contesto|indice|allegat[oi]|resumo|introdução|enquadramento|preâmbulo|samenvatting|inleiding|achtergrond|voorwoord|inhoud|bijlagen?|sammanfattning|inledning|bakgrund|bilag[ao]r?|resumé|indledning|baggrund|streszczenie|wstęp|wprowadzenie|spis treści|załącznik)(?!\p{L})/iu;

function hasInner(sections: readonly Section[], labelled: readonly Section[], language: Language): boolean {
  const inner = sections.filter(
    (section) => labelled.some((one) => isInside(section, one)) && hasCommitmentList(section, language),
  );
  return inner.length >= labelled.length;
}

/** A list of at least one item that begins with a verb or says who will do what; or a table with milestones. */
function hasCommitmentList(section: Section, language: Language): boolean {
  return section.passages.some((passage, index) => {
    if (passage.kind === 'item') {
      if (announcesEffects(leadOf(section, index))) {
        return false;
      }
      return (
        beginsAsCommitment(passage.text, language) ||
        announcesDuties(section.passages[index - 1]?.text ?? '') ||
        isDatedItem(passage.text) ||
        /\b(?:will|shall|should|must|agrees? to|commits? to|undertakes? to)\b/u.test(passage.text)
      );
    }
    return passage.table !== undefined && (readTable(passage.table)?.rows.length ?? 0) > 0;
  });
}

/** The paragraph in front of the list that an item is in. */
function leadOf({ passages }: Section, index: number): string {
  const before = passages.slice(0, index).findLast(({ kind }) => kind !== 'item');
  return before?.text ?? '';
}

/** A title that says what to do: "Improve the …", "Strengthening the …". */
function isVerbal({ title }: Section, language: Language): boolean {
  return beginsAsCommitment(title, language);
}

/** "Improve the …", "Strengthening the …", "Créer un …", "Aprobaremos una …". */
function beginsAsCommitment(text: string, language: Language): boolean {
  return language === 'en'
    ? baseVerbAt(text) !== undefined || gerundAt(text) !== undefined
    : GRAMMARS[language].start.test(text);
}
