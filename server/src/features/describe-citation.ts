import type { Citation, CitationKind } from '../model/citation';
import { escapeMarkdown, markdownLink } from './markdown-text';

/** Markdown about a cited document: its normal form, what it is, and where it can be read. */
export function describeCitation({ id, kind, url }: Citation): string {
  return [
    `**${escapeMarkdown(id)}** · ${KIND_NAMES[kind]}`,
    url === null ? 'Where it can be read does not follow from its number' : markdownLink('Open the document', url),
  ].join('\n\n');
}

/** What each kind of document is, for people. */
export const KIND_NAMES: Readonly<Record<CitationKind, string>> = {
  com: 'Commission document',
  join: 'joint document of the Commission and the High Representative',
  swd: 'Commission staff working document',
  council: 'Council document',
  'pe-cons': 'act of Parliament and Council as adopted',
  oj: 'Official Journal',
  act: 'legal act',
  celex: 'CELEX number',
  eli: 'European Legislation Identifier',
};
