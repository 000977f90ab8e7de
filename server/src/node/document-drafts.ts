import { join } from 'node:path';
import { draftsBy, tooManyBytes } from '../import/import-task';
import { filesWithDrafts } from '../project/document-drafts';
import type { FileSource } from '../project/file-source';
import { importInThread } from './import-thread';
import { localToday } from './today';

/** Files on the disk with the drafts of documents, whose import is loaded with the first of them. */
export function withDrafts(files: FileSource): FileSource {
  const importDocument = importInThread(join(__dirname, 'import.js'));
  return filesWithDrafts(files, {
    makeDraft: draftsBy(importDocument, localToday),
    tooLarge: (size) => tooManyBytes(size, importDocument),
  });
}
