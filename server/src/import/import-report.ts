import type { ImportedRoadmap, ImportNote } from './imported-roadmap';

/**
 * The report on an import as text: how much was taken, then a line for each note, in the order of the document. Places
 * count from 1.
 *
 * @param source name of the document
 * @param unit what places count
 */
export function importReportText(
  { report }: Pick<ImportedRoadmap, 'report'>,
  source: string,
  unit: 'line' | 'paragraph',
): string {
  const counts = KINDS.map((kind) => `${report.filter((note) => note.kind === kind).length} ${WORDS[kind]}`);
  const width = report.reduce((most, note) => Math.max(most, placeOf(note, unit).length), 0);
  const lines = report.map((note) => {
    const text = note.text.replaceAll('\n', ' ');
    return `${WORDS[note.kind].padEnd(WIDEST)}  ${placeOf(note, unit).padEnd(width)}  ${text}`.trimEnd();
  });
  return [`Import of ${source}: ${counts.join(', ')}.`, ...(lines.length > 0 ? ['', ...lines] : []), ''].join('\n');
}

const KINDS: readonly ImportNote['kind'][] = ['taken', 'doubtful', 'not-understood'];

const WORDS: Readonly<Record<ImportNote['kind'], string>> = {
  taken: 'taken',
  doubtful: 'doubtful',
  'not-understood': 'not understood',
};

const WIDEST = 'not understood'.length;

function placeOf({ place }: ImportNote, unit: string): string {
  return place === undefined ? '' : `${unit} ${place + 1}`;
}
