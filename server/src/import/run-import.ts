import { createActorRegister } from '../model/actor';
import { importRoadmap } from './import-roadmap';
import type { ImportAnswer, ImportTask } from './import-task';
import type { ImportNote } from './imported-roadmap';
import { readDocument } from './read-document';
import { reportDraft } from './report-draft';
import { roadmapOf } from './roadmap-of';

/** Reads a document and makes a roadmap, or the draft of a report, of it. Never rejects. */
export async function runImport({ bytes, name, actors, today, as, on }: ImportTask): Promise<ImportAnswer> {
  const read = await readDocument(bytes, name);
  if ('problem' in read) {
    return read;
  }
  const { unit } = read;
  if (as === 'report') {
    const report = read.document.problems.map(
      ({ place, message }): ImportNote => ({ kind: 'not-understood', place, text: message }),
    );
    return {
      text: reportDraft(read.document, typeof on === 'string' ? on : roadmapOf(read.document, on)),
      report,
      unit,
    };
  }
  try {
    const register = createActorRegister(actors);
    const imported = importRoadmap(read.document, { name, actors: register, today, unit });
    return { ...imported, unit };
  } catch (error) {
    // The document was read, so that the defect is ours.
    return { problem: `Rapporteur failed on this document (${error instanceof Error ? error.message : error}).` };
  }
}
