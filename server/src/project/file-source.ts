/** Where files come from: the client, the disk, or a test. */
export interface FileSource {
  /**
   * URIs of the files below a folder (a URI) that match one of the globs, which are relative to the folder and use `/`.
   * Folders of packages and version control (`node_modules`, `.git`) are left out.
   */
  find(folder: string, globs: readonly string[]): Promise<readonly string[]>;
  /** The bytes of a file; undefined where it is not there or cannot be read. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** How many bytes a file has, without reading it; undefined where it is not there or nobody knows. */
  size?(uri: string): Promise<number | undefined>;
}

/** Files that every analysis needs: roadmaps, actors and the project file. */
export const DEFINITION_GLOBS: readonly string[] = [
  '**/*.roadmap.{yaml,yml}',
  '**/actors.{yaml,yml}',
  'rapporteur.{yaml,yml}',
];

/** Documents that a report may name as the one before; see `isDocument`. */
export const DOCUMENT_GLOBS: readonly string[] = ['**/*.{docx,html,htm,xhtml}'];

/** Files that are named as the report before another: those whose names say that they are reports, and documents. */
export const REPORT_GLOBS: readonly string[] = ['**/*.report.{md,yaml,yml}', ...DOCUMENT_GLOBS];

/** Files that may be reports; what they are is decided by their names and first lines. */
export const CANDIDATE_GLOBS: readonly string[] = ['**/*.{md,markdown,yaml,yml}'];
