import { createActorRegister } from '../model/actor';
import { importRoadmap } from './import-roadmap';
import type { ImportAnswer, ImportTask } from './import-task';
import { readDocument } from './read-document';

/** Reads a document and makes a roadmap of it. Never rejects. */
export async function runImport({ bytes, name, actors, today }: ImportTask): Promise<ImportAnswer> {
  const read = await readDocument(bytes, name);
  if ('problem' in read) {
    return read;
  }
  try {
    const register = createActorRegister(actors);
    const imported = importRoadmap(read.document, { name, actors: register, today });
    return { ...imported, unit: read.format === 'word' ? 'paragraph' : 'line' };
  } catch (error) {
    // The document was read, so that the defect is ours.
    return { problem: `Rapporteur failed on this document (${error instanceof Error ? error.message : error}).` };
  }
}
