import { MentionIndex, type MentionIndexService } from '../project/mention-index';
import type { ClosedStatements } from './closed-statements';
import { OccurrenceReader } from './occurrence-reader';
import type { Session } from './session';

/** What is told of the places of a folder's files that name something. */
export interface FolderPlaces {
  readonly session: Session;
  /** URI of the folder; undefined where there is none. */
  readonly folder: string | undefined;
  /** What the places of files name that the session knows. */
  readonly occurrences: OccurrenceReader;
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
  const mentions = new MentionIndex({
    ...service,
    snapshot: () => session.snapshot(),
    occurrences: (snapshot, uri) => occurrences.of(snapshot, uri),
  });
  return { session, folder: service.folder, occurrences, mentions, statements };
}
