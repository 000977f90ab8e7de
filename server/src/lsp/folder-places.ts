import { DocumentLinks } from '../features/document-links';
import type { Snapshot } from '../model/snapshot';
import type { FileSource } from '../project/file-source';
import { type FileLink, MentionIndex, type MentionIndexService } from '../project/mention-index';
import type { ClosedStatements } from './closed-statements';
import { OccurrenceReader } from './occurrence-reader';
import type { Session } from './session';

/** What is told of the places of a folder's files that name something. */
export interface FolderPlaces {
  readonly session: Session;
  /** URI of the folder; undefined where there is none. */
  readonly folder: string | undefined;
  readonly files: FileSource;
  /** What the places of files name that the session knows. */
  readonly occurrences: OccurrenceReader;
  /** The links to other files by their paths, in files that the session knows. */
  readonly links: (snapshot: Snapshot, uri: string) => readonly FileLink[];
  /** What files name that nobody has open. */
  readonly mentions: MentionIndex;
  /** What reports say of actions that nobody has open, as far as that is known. */
  readonly statements: ClosedStatements;
}

/** The places of a folder. Whoever makes them tells `mentions` of files that change. */
export function createFolderPlaces(
  session: Session,
  statements: ClosedStatements,
  service: Pick<MentionIndexService, 'files' | 'folder' | 'pause' | 'isWatched'>,
): FolderPlaces {
  const occurrences = new OccurrenceReader();
  const documentLinks = new DocumentLinks();
  const links = (snapshot: Snapshot, uri: string) =>
    documentLinks
      .of(snapshot, uri)
      .flatMap(({ span, target }) => ('reference' in target ? [{ span, reference: target.reference }] : []));
  const mentions = new MentionIndex({
    ...{ ...service, links },
    snapshot: () => session.snapshot(),
    occurrences: (snapshot, uri) => occurrences.of(snapshot, uri),
  });
  const { folder, files } = service;
  return { session, folder, files, occurrences, links, mentions, statements };
}
