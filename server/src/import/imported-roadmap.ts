/** What the import of a document gives. */
export interface ImportedRoadmap {
  /** The `*.roadmap.yaml`. */
  readonly text: string;
  /** Proposals for `actors.yaml`: actors of the document that nobody knows; undefined where there are none. */
  readonly actorsText?: string;
  /** In the order of the document. */
  readonly report: readonly ImportNote[];
}

/** A line of the import report. */
export interface ImportNote {
  readonly kind: 'taken' | 'doubtful' | 'not-understood';
  /** As in `Placed`; undefined where it concerns the whole document. */
  readonly place: number | undefined;
  /** A sentence. */
  readonly text: string;
}
